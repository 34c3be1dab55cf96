"""What stands between the fields of a debrief: the ruler, marks, what was meant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from winjournal.domain.debrief import Debrief, Outcome
from winjournal.domain.debrief_words import (
    say_changed,
    say_marked,
    say_meant,
    say_untold,
)
from winjournal.domain.doubled import doubt
from winjournal.domain.errors import WinJournalError
from winjournal.domain.placing import say_place
from winjournal.domain.tags import Actor, Step
from winjournal.services.forms.debrief_values import debrief_of_values, met_of_values
from winjournal.services.forms.moment_values import NONE
from winjournal.services.forms.prep_values import amount_of
from winjournal.services.forms.values import rating_of
from winjournal.ui.forms.settling import shown_marks
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
_MOVED = {Actor.ME: "my_win_changed", Actor.THEM: "their_win_changed"}
"""The question whether each side's winning moved."""


class DebriefNotes:
    """Says what is known of a negotiation while its debrief is filled in.

    Args:
        dossier: The negotiation.
        look: How things are shown now.
        now: An aware time.
        own: Slugs of the user's own tags.
    """

    def __init__(
        self, dossier: Dossier, look: Look, now: datetime, own: frozenset[str] = NONE
    ) -> None:
        self._dossier, self._look, self._now = dossier, look, now
        self.own = own

    def ruler(self, values: Values, width: int) -> Sequence[Content]:
        """Return where the amount stands, as it is typed."""
        terms = self._dossier.negotiation.terms
        try:
            amount = amount_of(values, "number")
        except WinJournalError:
            return ()
        if amount is None or (terms.fair_low is None and terms.walk_away is None):
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
        is_sealed = self._dossier.negotiation.is_sealed
        said = say_place(amount, terms, sealed=is_sealed)
        return [*lines, *self._said([said], width, "$ink")]

    def moved(self, values: Values, width: int) -> Sequence[Content]:
        """Return the later versions of both winnings, or that there is none yet."""
        said: list[str] = []
        for owner, name in _MOVED.items():
            later = say_changed(self._dossier, owner, self._look.today)
            none = values.get(name) == "yes" and not later
            whose = "yours" if owner is Actor.ME else "theirs"
            said += [f"No later version of {whose} is written yet."] if none else later
        return self._said(said, width)

    def gaps(self, _: Values, width: int) -> Sequence[Content]:
        """Return what the prep knew, they may not, and nobody has told them."""
        return self._said(say_untold(self._dossier), width)

    def marks(self, values: Values, width: int) -> Sequence[Content]:
        """Return how many marks there are, what none speaks of, and recovery."""
        return self._said(say_marked(self._shown(values)), width)

    def doubts(self, step: Step) -> Callable[[Values, int], Sequence[Content]]:
        """Return what says where a rating and the marks disagree."""

        def say(values: Values, width: int) -> Sequence[Content]:
            try:
                rating = rating_of(values, f"step_{step}")
            except WinJournalError:
                return ()
            return self._said([doubt(step, rating, self._shown(values))], width)

        return say

    def meant(self, _: Values, width: int) -> Sequence[Content]:
        """Return what was meant: the sealed words and criteria of my winning."""
        return self._said(say_meant(self._dossier, self._look.today), width, "$ink")

    def ready(self, values: Values, width: int) -> Sequence[Content]:
        """Return what is missing before it can be sealed."""
        known = self._dossier.debrief
        if known is not None and known.sealed_at is not None:
            return ()
        before = known or Debrief(id="", negotiation_id="", written_at=self._now)
        met = met_of_values(values, self._dossier)
        asked = replace(
            self._dossier,
            criteria=tuple(replace(c, met=met[c.id]) for c in self._dossier.criteria),
        )
        try:
            missing = asked.unanswered(debrief_of_values(values, before))
        except WinJournalError:
            return ()
        if not missing:
            return self._said(["Nothing is missing: saving seals it."], width, "$ink")
        return self._said([f"Before it can be sealed: {', '.join(missing)}."], width)

    def _shown(self, values: Values) -> tuple[Moment, ...]:
        return shown_marks(values, self._dossier, self._now, self.own)

    def _said(
        self, texts: Sequence[str], width: int, style: str = "$ink-soft"
    ) -> list[Content]:
        name = self._dossier.counterparty.name
        veiled = [self._look.veil.words(text, name) for text in texts if text]

        def lines(room: int) -> list[Content]:
            return [ln for text in veiled for ln in wrap(plain(text, style), room)]

        return indented(lines, width)
