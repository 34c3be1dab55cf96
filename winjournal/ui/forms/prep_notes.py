"""What stands between and beside the fields of a preparation: acts, sums, lessons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from winjournal.domain.before import (
    Before,
    grievances,
    say_bad_news,
    say_deeds,
    say_promises,
)
from winjournal.domain.errors import WinJournalError
from winjournal.domain.say_dates import say_date
from winjournal.domain.tags import Actor
from winjournal.domain.terms import Unit
from winjournal.domain.worth_words import say_sums
from winjournal.services.as_prepared import as_prepared, steps_done, undecided_gaps
from winjournal.services.forms.prep_values import prep_of_values
from winjournal.services.forms.values import text_of
from winjournal.services.saying import LACKING, say_count
from winjournal.ui.screens.deal_side import scale_of, section
from winjournal.ui.text import cut, plain, wrap
from winjournal.ui.widgets.form_note import indented
from winjournal.ui.widgets.heading import heading_content
from winjournal.ui.widgets.ruler import ruler_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from winjournal.domain.before import Lesson
    from winjournal.domain.dossier import Dossier
    from winjournal.services.prep import Prep
    from winjournal.ui.look import Look
    from winjournal.ui.widgets.form_spec import Values

_GRIEVANCES_MAX = 3
_LEARNED = "What you learned before"
_MISSING_MAX = 4
_RULER_MAX = 60
_NAME = 24


class PrepNotes:
    """Says what is known while a preparation is filled in.

    Args:
        now: An aware time.
        look: How things are shown now.
        dossier: The negotiation; None for a new one.
        before: What its form began with; None for a new one.
        is_wide: Tells whether there is room beside the form.
        share_key: The key that says on the negotiation that they were told.
    """

    def __init__(
        self, now: datetime, look: Look, dossier: Dossier | None, before: Prep | None,
        *, is_wide: Callable[[], bool], share_key: str,
    ) -> None:  # fmt: skip
        self._now, self._look = now, look
        self._dossier, self._before = dossier, before
        self._is_wide, self._share_key = is_wide, share_key
        self.known = Before()

    def prepared(self, values: Values) -> Dossier | None:
        """Return the negotiation as the form holds it; None where it cannot be read."""
        try:
            prep = prep_of_values(values, self._now, self._before)
            return as_prepared(prep, self._dossier, self._now)
        except WinJournalError:
            return None

    def history(self, values: Values, width: int) -> Sequence[Content]:
        """Return the counterparty's acts, or that there are none yet."""
        typed = text_of(values, "person")
        if typed is None:
            return ()
        name = self.known.name or typed
        them = cut(self._look.veil.name(name, None), _NAME)
        if not self.known.is_known:
            said = f"No history with {them} yet: not yet is a good answer."
            return self._notes([said], width)
        today = self._today
        open_ = grievances(self.known, today, them)
        more = len(open_) - _GRIEVANCES_MAX
        said_all = [
            say_promises(self.known.promises, today, them),
            say_bad_news(self.known.acts, today, them),
            say_deeds(self.known.acts, today, them),
            *(f"Open: {one}" for one in open_[:_GRIEVANCES_MAX]),
            f"{more} more stand open." if more > 0 else "",
        ]
        lines = [self._veiled(said) for said in said_all if said]
        count = say_count(self.known.deals, "negotiation")
        nothing = f"{count} before this one. No promise and no act of trust is written."
        return self._notes(lines or [nothing], width)

    def shared(self, _: Values, width: int) -> Sequence[Content]:
        """Return when my winning was told to them."""
        return self._dated(Actor.ME, "You told them", width)

    def told(self, _: Values, width: int) -> Sequence[Content]:
        """Return when they told me theirs."""
        return self._dated(Actor.THEM, "They told you", width)

    def sums(self, values: Values, width: int) -> Sequence[Content]:
        """Return what the value items are worth, with evidence and without."""
        dossier = self.prepared(values)
        said = say_sums(dossier.value_items) if dossier else ()
        return self._notes([self._veiled(one) for one in said], width, "$ink")

    def ruler(self, values: Values, width: int) -> Sequence[Content]:
        """Return the terms on one ruler, as they are typed."""
        dossier = self.prepared(values)
        terms = dossier.negotiation.terms if dossier else None
        if dossier is None or terms is None or terms.unit is Unit.NONE:
            return ()
        scale = scale_of(dossier, self._look)
        ends = {terms.fair_low, terms.fair_high, terms.target, terms.walk_away}
        if scale is None or len(ends - {None}) < 2:
            return ()
        glyphs = self._look.glyphs
        return indented(
            lambda room: ruler_lines(scale, min(room, _RULER_MAX), glyphs), width
        )

    def trigger(self, _: Values, width: int) -> Sequence[Content]:
        """Return what one wrote most often would sting."""
        usual = self.known.trigger
        if usual is None:
            return ()
        often = f"({usual.count} of {usual.of} times)"
        said = f"You most often wrote: {self._veiled(usual.text)} {often}"
        return self._notes([said], width)

    def lessons(self, _: Values, width: int) -> Sequence[Content]:
        """Return one's own lessons that fit, where they have no room beside."""
        if self._is_wide():
            return ()
        said = [f"{one.title}, {self._on(one)}: {one.text}" for one in self._fitting]
        said += [f"Vow: {self.known.vow}"] if self.known.vow else []
        if not said:
            return ()
        lines = self._notes([self._veiled(one) for one in said], width)
        return [Content(""), heading_content(_LEARNED), *lines]

    def ready(self, values: Values, width: int) -> Sequence[Content]:
        """Return what is missing to be sealed, where it has no room beside."""
        return () if self._is_wide() else self._ready(values, width)

    def beside(self, values: Values, width: int) -> list[Content]:
        """Return what stands beside the form: what is missing, lessons, the vow."""
        taught: list[Content] = []
        for one in self._fitting:
            taught += [Content("")] if taught else []
            taught += wrap(plain(self._veiled(one.text), "$ink"), width)
            source = f"{self._veiled(one.title)}, {self._on(one)}"
            taught += wrap(plain(source, "$ink-faint"), width)
        vow = wrap(plain(self._veiled(self.known.vow or ""), "$ink"), width)
        return [
            *section("Ready?", self._ready(values, width)),
            *section(_LEARNED, taught),
            *(section("Vow", vow) if self.known.vow else ()),
        ]

    def _ready(self, values: Values, width: int) -> list[Content]:
        dossier = self.prepared(values)
        if dossier is None or dossier.negotiation.is_sealed:
            return []
        done = f"{steps_done(dossier)} of 5 steps done"
        missing = [LACKING.get(name, name) for name in dossier.missing()]
        if open_ := undecided_gaps(dossier):
            facts = say_count(open_, "fact that matters", "facts that matter")
            missing.append(f"{facts} without a plan")
        more = len(missing) - _MISSING_MAX
        if more > 0:
            missing[_MISSING_MAX:] = [f"and {more} more"]
        missing = missing or ["nothing is missing to seal it"]
        lines = wrap(plain(done, "$ink"), width)
        return lines + [x for m in missing for x in wrap(plain(m, "$ink-soft"), width)]

    @property
    def _today(self) -> date:
        return self._now.date()

    @property
    def _fitting(self) -> tuple[Lesson, ...]:
        return self.known.lessons

    def _on(self, one: Lesson) -> str:
        return say_date(one.on, self._today)

    def _veiled(self, said: str) -> str:
        veil = self._look.veil
        name = self.known.name
        return veil.words(said, name) if name else veil.words(said)

    def _dated(self, owner: Actor, who: str, width: int) -> Sequence[Content]:
        goalpost = self._dossier.goalpost(owner) if self._dossier else None
        if goalpost is None:
            return ()
        if goalpost.shared_at is not None:
            on = say_date(goalpost.shared_at.date(), self._today)
            return self._notes([f"{who} {on}."], width)
        if owner is Actor.THEM:
            return ()
        said = f"Not told yet; {self._share_key} on the negotiation says when."
        return self._notes([said], width)

    def _notes(
        self, said: Sequence[str], width: int, style: str = "$ink-soft"
    ) -> list[Content]:
        def lines(room: int) -> list[Content]:
            return [ln for text in said for ln in wrap(plain(text, style), room)]

        return indented(lines, width)
