"""A form whose content was changed elsewhere while somebody wrote in it.

What a form began from is compared with what stands, in the transaction of the save:
so two edits of one thing never end in an overwrite.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import getters

from winjournal.domain.errors import Conflict, NotFound
from winjournal.ui.drafting import FIELD
from winjournal.ui.living import winjournal_app
from winjournal.ui.screen import FormScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from winjournal.domain.errors import WinJournalError
    from winjournal.services.journal import Journal
    from winjournal.ui.drafting import DraftKeeper, Values
    from winjournal.ui.screens.filling import Sheet
    from winjournal.ui.widgets.form_spec import FieldSpec

AN_ENTRY = "kept as an entry beside it"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that two edits left different."""

    label: str
    mine: str
    theirs: str


class ChangedElsewhere(Conflict):
    """What a form began from is not what stands."""


class MeetingScreen(FormScreen):
    """A form that notices when what it began from was changed elsewhere."""

    app = getters.app(winjournal_app)

    owner: str
    """Under which name the draft is kept."""

    _keeper: DraftKeeper | None = None

    sheet: Sheet | None = None
    """What the form was filled with."""

    begun: object = None
    """What the form began from, as `stands` has it."""

    is_stale = False
    """Whether a draft came back that had begun from something else."""

    def read(self, journal: Journal) -> Sheet:
        """Read what the form is filled with; runs beside the screen."""
        raise NotImplementedError

    def write(self, journal: Journal, values: Values) -> str:
        """Save the values and return what was done, for a toast.

        Runs beside the screen. Raises `Invalid` for a field, or another
        `WinJournalError`; then nothing was saved and the form stays.
        """
        raise NotImplementedError

    def stands(self, journal: Journal) -> object:
        """Read what saving would rewrite; None where it only adds something.

        Runs beside the screen, also within the transaction of the save. To be
        overridden.

        Raises:
            NotFound: It was deleted.
        """
        return None

    def belongs_to(self) -> str | None:
        """Return the negotiation that a copy of what was written belongs to."""
        return None

    def copied(self, *, is_gone: bool) -> str:
        """Return what `copy_mine` makes, in a few words."""
        return "kept as an entry of its own" if is_gone else AN_ENTRY

    def copy_mine(self, journal: Journal, values: Values, *, is_gone: bool) -> str:
        """Keep what was written beside what stands, and return what was done.

        Args:
            journal: The open journal.
            values: What the form holds.
            is_gone: Whether what it began from was deleted.
        """
        sheet = None if is_gone else self.read_beside(journal)
        said = [f"**{d.label}:** {d.mine}" for d in self._differing(sheet, values)]
        where = self.belongs_to()
        try:
            if where is not None:
                journal.deals.read(where)
        except NotFound:
            where = None
        head = "What I wrote while it was changed elsewhere:"
        journal.writing.add("\n\n".join([head, *said]), negotiation_id=where)
        return "Kept as an entry."

    def hold_against(self, journal: Journal) -> None:
        """Find out that what the form began from stands.

        Raises:
            ChangedElsewhere: It does not.
        """
        try:
            now = self.stands(journal)
        except NotFound:
            raise ChangedElsewhere("This was deleted elsewhere meanwhile.") from None
        if self.is_stale or now != self.begun:
            raise ChangedElsewhere("This was changed elsewhere meanwhile.")

    def is_gone(self, journal: Journal) -> bool:
        """Tell whether what the form began from was deleted."""
        try:
            self.stands(journal)
        except NotFound:
            return True
        return False

    def read_beside(self, journal: Journal) -> Sheet:
        """Read what stands, leaving this form with what it began from."""
        return copy.copy(self).read(journal)

    def ask_which(self, values: Values) -> None:
        """Ask what becomes of two edits; `values` are what the form holds."""

        def look(journal: Journal) -> Sheet | None:
            return None if self.is_gone(journal) else self.read_beside(journal)

        def ask(sheet: Sheet | None) -> None:
            from winjournal.ui.modals.elsewhere import MINE, THEIRS, ElsewhereModal

            gone = sheet is None

            def answered(answer: str | None) -> None:
                if answer == MINE:
                    self._keep_mine(values, gone)
                elif answer == THEIRS:
                    self._take_theirs()

            self.app.push_screen(
                ElsewhereModal(
                    self._differing(sheet, values),
                    is_gone=gone,
                    copy=self.copied(is_gone=gone),
                ),
                answered,
            )

        self.app.desk.ask(look, ask)

    def _keep_mine(self, values: Values, is_gone: bool) -> None:
        """Keep what was written as a copy, and go on with what stands."""

        def job(journal: Journal) -> str:
            with journal.drafts.saved(self.owner, FIELD):
                return self.copy_mine(journal, values, is_gone=is_gone)

        self._stop_keeping()
        self.app.desk.ask(job, self._begin_anew, failed=self._refused)

    def _stop_keeping(self) -> None:
        """Write no draft any more, so that the one that goes does not come back."""
        if self._keeper is not None:
            self._keeper.stop()

    def _take_theirs(self) -> None:
        """Let go of what was written, and go on with what stands."""
        self._stop_keeping()
        self.app.desk.ask(
            lambda j: j.drafts.drop(self.owner, FIELD),
            lambda _: self._begin_anew(""),
            failed=self._refused,
        )

    def _begin_anew(self, said: str) -> None:
        """Fill the form again; where it was deleted, leave."""
        self._keeper, self.is_stale = None, False
        self._say("")
        if said:
            self.app.done(said)
        self.app.show_again()

        async def read_again() -> None:
            await self.query_one("#sheet").remove_children()
            self._fill_again()

        self.call_next(read_again)

    def _fill_again(self) -> None:
        """Fill the form with what stands; where that was deleted, leave."""
        raise NotImplementedError

    def _refused(self, error: WinJournalError) -> None:
        """Go on with the form, and say what went wrong."""
        raise NotImplementedError

    def _say(self, sentence: str) -> None:
        """Show what went wrong for as long as it holds; "" ends it."""
        raise NotImplementedError

    def _differing(self, sheet: Sheet | None, values: Values) -> list[Difference]:
        shown = sheet or self.sheet
        specs = shown.specs if shown else ()
        return differences(specs, values, dict(sheet.values) if sheet else {})


def differences(
    specs: Sequence[FieldSpec], mine: Values, theirs: Values
) -> list[Difference]:
    """Return the fields in which two edits differ, in the order of the form."""
    found = []
    for spec in specs:
        one, other = mine.get(spec.name) or "", theirs.get(spec.name) or ""
        if spec.kind != "note" and one.strip() != other.strip():
            found.append(
                Difference(spec.label or spec.name, said(spec, one), said(spec, other))
            )
    return found


def said(spec: FieldSpec, value: str) -> str:
    """Return a value as the form shows it."""
    return next((o.label for o in spec.options if o.value == value), value)
