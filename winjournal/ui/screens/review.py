"""Writing a week's review: a few words, one sentence, one vow."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from winjournal.domain.errors import Invalid
from winjournal.domain.weeks import Week
from winjournal.ui.bindings import bindings_for
from winjournal.ui.forms.values import rating_of, text_of
from winjournal.ui.screens.filling import FillingScreen, Sheet
from winjournal.ui.screens.week_rows import say_week
from winjournal.ui.widgets.form_spec import (
    FieldSpec,
    long_field,
    number_field,
    text_field,
)

if TYPE_CHECKING:
    from textual.binding import BindingType

    from winjournal.services.journal import Journal
    from winjournal.ui.drafting import Values


class ReviewScreen(FillingScreen):
    """The form of one week's review.

    Args:
        week: As `2026-W47`.
    """

    NAME = "review"
    IN_ROOM = "week"
    HELP = (
        "A few words on the week, one sentence, and one vow: IF this comes, THEN I "
        "do that. It stands on Today in the weeks after, and each debrief tests it."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_for("review")

    def __init__(self, week: str) -> None:
        super().__init__(f"week:{week}")
        self._week = week

    def read(self, journal: Journal) -> Sheet:
        """Read what was written so far."""
        week = Week.parse(self._week, self.app.setting.now().date())
        view = journal.weeks.view(week)
        review, vow = view.review, view.vow
        locked = review is not None and review.sealed_at is not None
        name, days = say_week(week)
        unlogged = review.unlogged if review else None
        return Sheet(
            title=name,
            aside=f"{days}, sealed" if locked else days,
            specs=_specs(locked),
            values={
                "reflection": review.reflection if review else "",
                "sentence": (review.sentence or "") if review else "",
                "unlogged": "" if unlogged is None else str(unlogged),
                "cue": vow.cue if vow else "",
                "deed": vow.deed if vow else "",
            },
        )

    def write(self, journal: Journal, values: Values) -> str:
        """Save the review and its vow as one act."""
        week = Week.parse(self._week, self.app.setting.now().date())
        cue, deed = text_of(values, "cue"), text_of(values, "deed")
        if (cue is None) != (deed is None):
            raise Invalid("deed" if cue else "cue", "A vow has an IF and a THEN.")
        journal.weeks.save(
            week,
            reflection=values.get("reflection") or "",
            sentence=text_of(values, "sentence") or "",
            unlogged=rating_of(values, "unlogged"),
            vow=(cue, deed) if cue and deed else None,
        )
        return f"Saved: week {week.week}. {self.app.key_for('seal')} seals it."


def _specs(locked: bool) -> tuple[FieldSpec, ...]:
    return (
        long_field(
            "reflection", "What it says", locked=locked,
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
    )  # fmt: skip
