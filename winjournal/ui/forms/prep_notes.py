"""What stands between the fields of a preparation: acts, dates, sums, lessons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.before import (
    Before,
    grievances,
    say_bad_news,
    say_promises,
)
from winjournal.domain.errors import WinJournalError
from winjournal.domain.say_dates import say_date
from winjournal.domain.tags import Actor
from winjournal.domain.worth import ValueItem
from winjournal.domain.worth_words import say_sums
from winjournal.services.prep import missing_in_prep
from winjournal.ui.forms.prep_values import prep_of_values
from winjournal.ui.forms.values import text_of
from winjournal.ui.text import cut, plain, wrap
from winjournal.ui.widgets.form_note import indented
from winjournal.ui.widgets.form_spec import FieldSpec, note

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from textual.content import Content

    from winjournal.domain.dossier import Dossier
    from winjournal.services.prep import Prep
    from winjournal.ui.veil import Veil
    from winjournal.ui.widgets.form_spec import Values

_GRIEVANCES_MAX = 3


class PrepNotes:
    """Says what is known while a preparation is filled in.

    Args:
        now: An aware time.
        veil: How names and words may be said.
        dossier: The negotiation; None for a new one.
        before: What its form began with; None for a new one.
    """

    def __init__(
        self, now: datetime, veil: Veil, dossier: Dossier | None, before: Prep | None
    ) -> None:
        self._now, self._veil = now, veil
        self._dossier, self._before = dossier, before
        self.known = Before()

    @property
    def _today(self) -> date:
        return self._now.date()

    def history(self, values: Values, width: int) -> Sequence[Content]:
        """Return the counterparty's acts, or that there are none yet."""
        typed = text_of(values, "person")
        if typed is None:
            return ()
        them = cut(self._veil.name(typed, None), 24)
        if not self.known.is_known:
            said = f"No history with {them} yet; not yet is a good answer."
            return self._lines([said], width)
        deals = self.known.deals
        open_ = grievances(self.known, self._today, them)
        more = len(open_) - _GRIEVANCES_MAX
        said_all = [
            say_promises(self.known.promises, self._today, them),
            say_bad_news(self.known.acts, self._today, them),
            *(f"Open: {one}" for one in open_[:_GRIEVANCES_MAX]),
            f"{more} more stand open." if more > 0 else "",
        ]
        lines = [self._veil.words(said, typed) for said in said_all if said]
        count = f"{deals} negotiation{'s' if deals != 1 else ''} before this one."
        nothing = f"{count} No promise and no act of trust is written."
        return self._lines(lines or [nothing], width)

    def shared(self, _: Values, width: int) -> Sequence[Content]:
        """Return when my winning was told to them."""
        return self._dated(Actor.ME, "You told them", width)

    def told(self, _: Values, width: int) -> Sequence[Content]:
        """Return when they told me theirs."""
        return self._dated(Actor.THEM, "They told you", width)

    def sums(self, values: Values, width: int) -> Sequence[Content]:
        """Return what the value items are worth, with evidence and without."""
        try:
            prep = prep_of_values(values, self._now, self._before)
        except WinJournalError:
            return ()
        items = [
            ValueItem(
                id="", negotiation_id="", text=b.text, low=b.low, high=b.high,
                unit=b.unit, evidence=b.evidence,
            )
            for b in prep.value_items
        ]  # fmt: skip
        said = say_sums(items)
        return self._lines([f"{'; '.join(said)}."], width) if said else ()

    def lessons(self, _: Values, width: int) -> Sequence[Content]:
        """Return one's own lessons that fit, and the vow that stands."""
        name = self.known.name
        said = [
            f"{self._veil.words(one.text, name)}  "
            f"({self._veil.words(one.title, name)}, {say_date(one.on, self._today)})"
            for one in self.known.lessons
        ]
        if self.known.vow:
            said.append(f"Vow: {self._veil.words(self.known.vow, name)}")
        return self._lines(said, width)

    def ready(self, values: Values, width: int) -> Sequence[Content]:
        """Return what is missing before it can be sealed."""
        if self._dossier is not None and self._dossier.negotiation.is_sealed:
            return ()
        try:
            missing = missing_in_prep(prep_of_values(values, self._now, self._before))
        except WinJournalError:
            return ()
        if not missing:
            return self._lines(["Ready to be sealed, before you meet."], width, "$ink")
        return self._lines([f"Before it can be sealed: {', '.join(missing)}."], width)

    def last(self) -> tuple[FieldSpec, ...]:
        """Return the notes that stand at the end."""
        return (
            note("lessons", self.lessons, heading="What you learned before"),
            note("ready", self.ready),
        )

    def _dated(self, owner: Actor, who: str, width: int) -> Sequence[Content]:
        goalpost = self._dossier.goalpost(owner) if self._dossier else None
        if goalpost is None or goalpost.shared_at is None:
            return ()
        on = say_date(goalpost.shared_at.date(), self._today)
        return self._lines([f"{who} {on}."], width)

    def _lines(
        self, said: Sequence[str], width: int, style: str = "$ink-soft"
    ) -> list[Content]:
        def lines(room: int) -> list[Content]:
            return [ln for text in said for ln in wrap(plain(text, style), room)]

        return indented(lines, width)
