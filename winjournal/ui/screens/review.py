"""Writing a week's review: a few words, one sentence, one vow."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from winjournal.domain.errors import Invalid
from winjournal.domain.say_dates import say_due
from winjournal.domain.weeks import Week
from winjournal.services.forms.values import rating_of, text_of
from winjournal.ui.bindings import bindings_for
from winjournal.ui.look import Look, look_of
from winjournal.ui.screens.filling import FillingScreen, Sheet
from winjournal.ui.screens.week_rows import say_week
from winjournal.ui.text import plain, wrap
from winjournal.ui.widgets.form_spec import (
    FieldSpec,
    Say,
    long_field,
    note,
    number_field,
    text_field,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.binding import BindingType
    from textual.content import Content

    from winjournal.domain.prompts import Prompt
    from winjournal.services.journal import Journal
    from winjournal.services.reviewing import Walk
    from winjournal.ui.drafting import Values


class ReviewScreen(FillingScreen):
    """The form of one week's review.

    Args:
        week: As `2026-W47`.
        field: The field that has the focus first; empty for the first one.
    """

    NAME = "review"
    IN_ROOM = "week"
    HELP = (
        "The question that the data raised, one sentence, and one vow: IF this comes, "
        "THEN I do that. It stands on Today in the weeks after, and each debrief tests "
        "it; after four kept tests it is retired."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_for("review")

    def __init__(self, week: str, field: str = "") -> None:
        super().__init__(f"week:{week}")
        self._week, self._field = week, field
        self._prompt: Prompt | None = None

    def read(self, journal: Journal) -> Sheet:
        """Read what was written so far."""
        week = Week.parse(self._week, self.app.setting.now().date())
        view = journal.weeks.view(week)
        self._prompt = journal.weeks.asked(week).prompt
        review, vow = view.review, view.vow
        locked = review is not None and review.sealed_at is not None
        name, days = say_week(week)
        look = look_of(self.app)
        unlogged = review.unlogged if review else None
        return Sheet(
            title=name,
            aside=f"{days}, sealed" if locked else days,
            specs=_specs(locked, self._question, _tested_at(view.walk, look)),
            focus=self._field,
            values={
                "answer": (review.answer or "") if review else "",
                "reflection": review.reflection if review else "",
                "sentence": (review.sentence or "") if review else "",
                "unlogged": "" if unlogged is None else str(unlogged),
                "cue": vow.cue if vow else "",
                "deed": vow.deed if vow else "",
            },
        )

    def stands(self, journal: Journal) -> object:
        """Read the review and its vow."""
        week = Week.parse(self._week, self.app.setting.now().date())
        view = journal.weeks.view(week)
        return view.review, view.vow

    def copied(self, *, is_gone: bool) -> str:
        """Say that there is no negotiation beside which it could stand."""
        return "kept as an entry of its own"

    def _question(self, _: Mapping[str, str | None], width: int) -> Sequence[Content]:
        """Return the question of the week, and what raised it."""
        if self._prompt is None:
            return ()
        veil = self.app.veil
        said = wrap(plain(veil.words(self._prompt.text), "bold $ink"), width)
        if self._prompt.trigger:
            because = f"because {veil.words(self._prompt.trigger)}"
            said = [*said, *wrap(plain(because, "$ink-soft"), width)]
        return said

    def write(self, journal: Journal, values: Values) -> str:
        """Save the review and its vow as one act."""
        week = Week.parse(self._week, self.app.setting.now().date())
        cue, deed = text_of(values, "cue"), text_of(values, "deed")
        if (cue is None) != (deed is None):
            raise Invalid("deed" if cue else "cue", "A vow has an IF and a THEN.")
        answer = (values.get("answer") or "").strip()
        journal.weeks.save(
            week,
            answer=answer,
            prompt=self._prompt if answer else None,
            reflection=values.get("reflection") or "",
            sentence=text_of(values, "sentence") or "",
            unlogged=rating_of(values, "unlogged"),
            vow=(cue, deed) if cue and deed else None,
        )
        return f"Saved: week {week.week}. {self.app.key_for('seal')} seals it."


def _tested_at(walk: Walk, look: Look) -> Say:
    """Return what says at which coming talks the vow is tested."""
    talks = ", ".join(
        f"{look.veil.words(deal.title, deal.person)} "
        f"{say_due(deal.planned_for.date(), look.today)}"
        for deal in walk.coming
        if deal.planned_for is not None
    )
    said = f"Tested at: {talks}" if talks else "No talk is planned yet to test it."

    def say(_: Mapping[str, str | None], width: int) -> Sequence[Content]:
        return wrap(plain(said, "$ink-soft"), width)

    return say


def _specs(locked: bool, question: Say, tested: Say) -> tuple[FieldSpec, ...]:
    return (
        note("question", question, heading="The question"),
        long_field(
            "answer", "Answer", max_length=500, locked=locked,
            why="What, not why: what was brought, what was seen, what comes first.",
        ),
        long_field(
            "reflection", "What it says", heading="The week", locked=locked,
            why="What did my negotiations say about me this week?",
        ),
        text_field(
            "sentence", "In one sentence", max_length=200, locked=locked,
            why="The one you will want to read again in a year.",
        ),
        number_field(
            "unlogged", "Not logged", locked=locked, hint="0",
            why="Talks of this week that stand nowhere here.",
        ),
        text_field(
            "cue", "If", heading="One vow", max_length=120, locked=locked,
            hint="I hear “your competitor is cheaper”",
            why="Something you can notice when it comes.",
        ),
        text_field(
            "deed", "then I", max_length=120, locked=locked,
            hint="ask one question first", why="One thing you will do.",
        ),
        note("tested", tested),
    )  # fmt: skip
