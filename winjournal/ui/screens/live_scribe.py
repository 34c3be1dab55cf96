"""Writes marks as they are pressed, in the order of the keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from winjournal.domain.errors import NotFound, NotUnderstood
from winjournal.ui.drafting import FIELD

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from winjournal.domain.errors import WinJournalError
    from winjournal.domain.moments import Moment
    from winjournal.domain.tags import Actor
    from winjournal.services.journal import Journal
    from winjournal.ui.app import WinJournalApp

    Job: TypeAlias = Callable[[Journal], object]
    Change: TypeAlias = Callable[[Journal, Moment], object]
    Failed: TypeAlias = Callable[[WinJournalError], None]


class Meant:
    """The mark that keys refer to, from the moment it is pressed.

    Its id is known once it is written. What refers to it waits behind it at the desk,
    so it is known by then.

    Args:
        moment_id: None while it is not written.
    """

    __slots__ = ("moment_id", "typed")

    def __init__(self, moment_id: str | None = None) -> None:
        self.moment_id = moment_id
        self.typed: str | None = None
        """The words that were last typed for it, kept or not."""

    def read(self, journal: Journal) -> Moment:
        """Return the moment as it is now.

        Raises:
            NotFound: It was not written, or is gone.
        """
        if self.moment_id is None:
            raise NotFound("That mark was not written, so it cannot be changed.")
        return journal.reading.moment(self.moment_id)


class Scribe:
    """Hands each act to the desk, which does them one after the other.

    Args:
        app: The application.
    """

    def __init__(self, app: WinJournalApp) -> None:
        self._app = app
        self._deal: str | None = None
        self._early: list[tuple[Job, Failed | None]] = []
        self._pressed: list[Meant] = []
        self.meant: Meant | None = None

    def begin(self, negotiation_id: str) -> None:
        """Write from now on, first what was pressed before."""
        self._deal = negotiation_id
        early, self._early = self._early, []
        for job, failed in early:
            self._ask(job, failed)

    def mark(self, tag: str | None, actor: Actor) -> None:
        """Mark a moment; None is decided later."""
        meant = self.meant = Meant()
        self._pressed.append(meant)

        def write(journal: Journal) -> None:
            moment = journal.marks.mark(self._deal or "", tag, actor)
            meant.moment_id = moment.id

        self._ask(write, None)

    def choose(self, moment_id: str) -> None:
        """Refer to another mark from now on."""
        known = (one for one in self._pressed if one.moment_id == moment_id)
        self.meant = next(known, None) or Meant(moment_id)

    def settle(self, ids: Sequence[str]) -> None:
        """Refer to the newest of these marks where the one meant is not there.

        Args:
            ids: The marks that are there, the newest last.
        """
        meant = self.meant.moment_id if self.meant else ""
        if meant is not None and meant not in ids:
            self.meant = None
            if ids:
                self.choose(ids[-1])

    def flip(self) -> None:
        """Turn the mark into the other half of its pair."""
        self._change(lambda j, moment: j.marks.flip(moment))

    def strength(self, strength: int) -> None:
        """Say how strong the mark is."""
        self._change(lambda j, moment: j.marks.edit(replace(moment, strength=strength)))

    def words(self, meant: Meant, words: str) -> None:
        """Give a mark its words; none takes them away."""

        def write(journal: Journal) -> None:
            moment = meant.read(journal)
            journal.marks.edit(replace(moment, note=words or None))
            journal.drafts.drop(owner_of(moment.id), FIELD)

        self._ask(write, self._refused)

    def _change(self, change: Change) -> None:
        if self.meant is None:
            self._app.notify("There is no mark yet.", timeout=3)
            return
        meant = self.meant
        self._ask(lambda j: change(j, meant.read(j)), self._refused)

    def _ask(self, job: Job, failed: Failed | None) -> None:
        if self._deal is None:
            self._early.append((job, failed))
        else:
            self._app.desk.ask(job, lambda _: self._app.done(), failed=failed)

    def _refused(self, error: WinJournalError) -> None:
        """Say why not; that a mark has no pair is no error."""
        if isinstance(error, (NotFound, NotUnderstood)):
            self._app.notify(str(error), timeout=5)
        else:
            self._app.notify(str(error), severity="error", timeout=10)


def owner_of(moment_id: str) -> str:
    """Return under which name words are kept while they are typed."""
    return f"moment:{moment_id}"
