"""What stands between the fields of a debrief: the ruler, marks, what was meant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from winjournal.domain.debrief import Debrief, Outcome
from winjournal.domain.doubled import doubt, unmarked
from winjournal.domain.errors import WinJournalError
from winjournal.domain.placing import say_place
from winjournal.domain.recovery import recoveries, say_recovery
from winjournal.domain.say_dates import say_date, say_time
from winjournal.domain.tags import Actor, Step
from winjournal.ui.forms.prep_values import amount_of
from winjournal.ui.forms.settling import undecided
from winjournal.ui.forms.values import rating_of
from winjournal.ui.screens.deal_side import scale_of
from winjournal.ui.text import plain, wrap
from winjournal.ui.widgets.form_note import indented
from winjournal.ui.widgets.ruler import ruler_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from textual.content import Content

    from winjournal.domain.dossier import Dossier
    from winjournal.domain.moments import Moment
    from winjournal.ui.look import Look
    from winjournal.ui.widgets.form_spec import Values

_RULER_MAX = 60


class DebriefNotes:
    """Says what is known of a negotiation while its debrief is filled in.

    Args:
        dossier: The negotiation.
        look: How things are shown now.
        now: An aware time.
    """

    def __init__(self, dossier: Dossier, look: Look, now: datetime) -> None:
        self._dossier, self._look, self._now = dossier, look, now

    def ruler(self, values: Values, width: int) -> Sequence[Content]:
        """Return where the amount stands, as it is typed."""
        terms = self._dossier.negotiation.terms
        try:
            amount = amount_of(values, "number")
        except WinJournalError:
            return ()
        if amount is None or terms.fair_low is None:
            return ()
        agreed = values.get("outcome") == Outcome.AGREED
        shown = replace(
            self._dossier,
            debrief=Debrief(
                id="", negotiation_id="", written_at=self._now,
                outcome=Outcome.AGREED if agreed else Outcome.WALKED_AWAY,
                captured=amount if agreed else None, final_offer=amount,
            ),
        )  # fmt: skip
        scale = scale_of(shown, self._look)
        lines = indented(
            lambda room: (
                ruler_lines(scale, min(room, _RULER_MAX), self._look.glyphs)
                if scale
                else []
            ),
            width,
        )
        said = self._look.veil.words(say_place(amount, terms))
        return [*lines, *self._said([said], width, "$ink")]

    def gaps(self, _: Values, width: int) -> Sequence[Content]:
        """Return what the prep knew, they may not, and nobody has told them."""
        open_ = [gap.text for gap in self._dossier.information_gaps if gap.is_open]
        return self._said([f"Not told so far: {text}" for text in open_], width)

    def marks(self, _: Values, width: int) -> Sequence[Content]:
        """Return how many marks there are, what none speaks of, and recovery."""
        moments = self._dossier.moments
        own = sum(one.actor is Actor.ME for one in moments)
        open_ = len(undecided(self._dossier))
        waits = f", {open_} to settle" if open_ else ""
        said = [f"{len(moments)} marks, {own} of yours{waits}."]
        if not moments:
            said = ["No mark was made."]
        missing = unmarked(moments)
        if moments and missing:
            said.append(f"None speaks of {_listed(missing)}.")
        for one in recoveries(moments):
            back = say_recovery(one.took).removesuffix(" later")
            said.append(f"Ego at {say_time(one.ego.at)}: let go {_after(back)}.")
        return self._said(said, width)

    def doubts(self, step: Step) -> Callable[[Values, int], Sequence[Content]]:
        """Return what says where a rating and the marks disagree."""

        def say(values: Values, width: int) -> Sequence[Content]:
            try:
                rating = rating_of(values, f"step_{step}")
            except WinJournalError:
                return ()
            return self._said([doubt(step, rating, self._settled(values))], width)

        return say

    def meant(self, _: Values, width: int) -> Sequence[Content]:
        """Return what was meant: the sealed words and criteria of my winning."""
        own = [g for g in self._dossier.goalposts if g.owner is Actor.ME]
        if not own:
            return ()
        first = min(own, key=lambda g: g.version)
        sealed = self._dossier.negotiation.prep_sealed_at
        how = (
            f"sealed {say_date(sealed.date(), self._look.today)}"
            if sealed
            else "written before, not sealed"
        )
        checked = [c.text for c in self._dossier.criteria if c.id in first.criteria_ids]
        said = [f"{first.text}  ({how})"]
        if checked:
            said.append(f"Checked by: {'; '.join(checked)}")
        return self._said(said, width, "$ink")

    def _settled(self, values: Values) -> tuple[Moment, ...]:
        """Return the marks with what the form says the undecided ones were."""
        return tuple(
            replace(one, tag=values.get(f"mark_{one.id}") or None)
            if one.tag is None
            else one
            for one in self._dossier.moments
        )

    def _said(
        self, texts: Sequence[str], width: int, style: str = "$ink-soft"
    ) -> list[Content]:
        name = self._dossier.counterparty.name
        veiled = [self._look.veil.words(text, name) for text in texts if text]

        def lines(room: int) -> list[Content]:
            return [ln for text in veiled for ln in wrap(plain(text, style), room)]

        return indented(lines, width)


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _after(back: str) -> str:
    return back if back.startswith("within") else f"{back} later"
