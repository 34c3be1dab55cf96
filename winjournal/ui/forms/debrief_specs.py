"""What a debrief asks: facts first, ratings last, because they colour the facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.debrief import Outcome
from winjournal.domain.tags import Actor, Step
from winjournal.domain.terms import Unit
from winjournal.services.forms.debrief_values import STEPS
from winjournal.ui.forms.checks import (
    amount_echo,
    amount_error,
    date_echo,
    date_error,
    percent_error,
)
from winjournal.ui.forms.options import (
    INFO_GAPS,
    NO_DEAL_REASONS,
    OUTCOMES,
    YES_NO_UNSURE,
)
from winjournal.ui.forms.settling import settling_specs
from winjournal.ui.widgets.form_spec import (
    FieldSpec,
    Values,
    choice_field,
    date_field,
    long_field,
    met_field,
    note,
    number_field,
    scale_field,
    text_field,
    yes_no_field,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from winjournal.domain.dossier import Dossier
    from winjournal.domain.goalposts import Criterion
    from winjournal.domain.writing import Vow
    from winjournal.ui.forms.debrief_notes import DebriefNotes

STEP_WORDS = {
    Step.TRUST: ("Trust", "My deeds gave them reason to trust me."),
    Step.WINNING: ("Winning", "I said early what winning is and left it there."),
    Step.VALUE: ("Value", "I explained what I bring and did not defend it."),
    Step.SHARE: ("Fair share", "I took what I deserve and no more."),
    Step.EGO: ("Ego", "I let go of it, and was ready to leave."),
}


def debrief_specs(
    dossier: Dossier,
    now: datetime,
    notes: DebriefNotes,
    *,
    locked: bool,
    vow: Vow | None = None,
) -> tuple[FieldSpec, ...]:
    """Return the fields of a debrief.

    Args:
        dossier: The negotiation; its terms and criteria decide what is asked.
        now: An aware time, for dates in words.
        notes: What stands between the fields.
        locked: Whether the debrief is sealed: shown, not changed.
        vow: The vow that is asked after, if one stands.
    """
    name = dossier.counterparty.name
    return (
        *_facts(dossier, now, notes, locked),
        *_criteria(dossier, locked),
        _prediction(dossier, locked),
        *_changes(name, notes, locked),
        *_moments(dossier, now, notes, locked),
        *(_vow(vow, locked) if vow else ()),
        *_ratings(notes, locked),
        *_words(notes, locked),
    )


def wanted_in(specs: Iterable[FieldSpec]) -> tuple[str, ...]:
    """Return the fields without which a debrief is not sealed, in the order asked."""
    return tuple(
        spec.name for spec in specs if spec.name.startswith(_WANTED) and not spec.locked
    )


_WANTED = (
    "outcome", "number", "below_line", "met_", "their_sat_pred", "my_win_changed",
    "their_win_changed", "info_gap", "moments_reviewed", "my_sat", "step_",
)  # fmt: skip
"""How the names of what is required begin."""


def _facts(
    dossier: Dossier, now: datetime, notes: DebriefNotes, locked: bool
) -> tuple[FieldSpec, ...]:
    terms = dossier.negotiation.terms
    in_words = terms.walk_away is None and terms.walk_away_text is not None
    fields = [
        choice_field(
            "outcome", "It ended", OUTCOMES, heading="What happened", locked=locked,
            why="Walking away is an outcome of equal rank.",
        ),
        date_field(
            "closed_on", "On", hint="today", locked=locked, when=_ended,
            check=date_error(now, future=False), echo=date_echo(now, future=False),
        ),
    ]  # fmt: skip
    if terms.unit is not Unit.NONE:
        fields.append(
            number_field(
                "number", "Agreed or last offer", locked=locked, when=_ended,
                check=amount_error, echo=amount_echo,
                why="What you got; without a deal, the last offer on the table.",
            )
        )  # fmt: skip
        fields.append(note("ruler", notes.ruler))
    if in_words:
        line = terms.walk_away_text or ""
        fields.append(
            choice_field(
                "below_line", "Below my line", YES_NO_UNSURE, locked=locked,
                why=f"You had written: {line[:60]}.",
            )
        )  # fmt: skip
    fields.append(
        choice_field(
            "no_deal_reason", "I left because", NO_DEAL_REASONS, locked=locked,
            when=lambda v: v.get("outcome") == Outcome.WALKED_AWAY,
            why="Not every exit above the line is pride.",
        )
    )  # fmt: skip
    return tuple(fields)


def _criteria(dossier: Dossier, locked: bool) -> tuple[FieldSpec, ...]:
    fields: list[FieldSpec] = []
    for owner, heading in ((Actor.ME, "Met for me"), (Actor.THEM, "Met for them")):
        for place, one in enumerate(dossier.criteria_of(owner)):
            fields.append(_met(one, heading if place == 0 else "", locked))
    return tuple(fields)


def _met(criterion: Criterion, heading: str, locked: bool) -> FieldSpec:
    return met_field(
        f"met_{criterion.id}", criterion.text, heading=heading, locked=locked,
        why="Not at all, half, or met.",
    )  # fmt: skip


def _prediction(dossier: Dossier, locked: bool) -> FieldSpec:
    said = dossier.debrief is not None and dossier.debrief.their_sat_pred is not None
    return scale_field(
        "their_sat_pred", "They will say", heading="How they feel",
        low="not content", high="entirely", locked=locked or said,
        why="Your guess before you ask them; it is locked once saved.",
    )  # fmt: skip


def _changes(name: str, notes: DebriefNotes, locked: bool) -> tuple[FieldSpec, ...]:
    return (
        yes_no_field(
            "my_win_changed", "My win moved", heading="What moved", locked=locked,
            why="Whether what winning means for you changed after you had shared it.",
        ),
        yes_no_field(
            "their_win_changed", "Theirs moved", locked=locked,
            why=f"Whether what {name[:30]} called winning changed on the way.",
        ),
        note("moved", notes.moved),
        choice_field(
            "info_gap", "I knew more", INFO_GAPS, locked=locked,
            why="A fact they lacked and would have used.",
        ),
        note("gaps", notes.gaps),
    )  # fmt: skip


def _moments(
    dossier: Dossier, now: datetime, notes: DebriefNotes, locked: bool
) -> tuple[FieldSpec, ...]:
    return (
        note("marks", notes.marks, heading="Moments"),
        *settling_specs(dossier, now, locked=locked, own=notes.own),
        yes_no_field(
            "moments_reviewed", "All looked at", locked=locked,
            why="None tagged and none there are two things: say that you looked.",
        ),
    )  # fmt: skip


def _vow(vow: Vow, locked: bool) -> tuple[FieldSpec, ...]:
    return (
        yes_no_field(
            "vow_occurred", "The If came", heading="Your vow", locked=locked,
            why=f"If {vow.cue[:90]}",
        ),
        yes_no_field(
            "vow_kept", "Then was done", locked=locked, why=f"then {vow.deed[:90]}",
            when=lambda v: v.get("vow_occurred") == "yes",
        ),
    )  # fmt: skip


def _ratings(notes: DebriefNotes, locked: bool) -> tuple[FieldSpec, ...]:
    rated = (
        scale_field(
            f"step_{step}", STEP_WORDS[step][0], locked=locked,
            low="not at all", high="entirely", why=STEP_WORDS[step][1],
        )
        for step in STEPS
    )  # fmt: skip
    steps = [
        spec
        for step, scale in zip(STEPS, rated, strict=True)
        for spec in (scale, note(f"doubt_{step}", notes.doubts(step)))
    ]
    return (
        scale_field(
            "my_sat", "I am content", heading="How I see it, last of all",
            low="not at all", high="entirely", locked=locked,
            why="With all of it, as it stands now.",
        ),
        *steps,
        note("ready", notes.ready, heading="Sealing"),
    )  # fmt: skip


def _words(notes: DebriefNotes, locked: bool) -> tuple[FieldSpec, ...]:
    return (
        note("meant", notes.meant, heading="What was meant", folded=True),
        long_field(
            "happened", "What happened", folded=True, locked=locked, max_length=2000,
        ),
        long_field("why", "Why", folded=True, locked=locked, max_length=2000),
        long_field(
            "next_time", "Next time", folded=True, locked=locked, max_length=2000,
        ),
        text_field(
            "lesson", "One lesson", folded=True, locked=locked, max_length=200,
            why="It comes back when you prepare for them or for its kind.",
        ),
        text_field(
            "true_sentence", "One true sentence", folded=True, locked=locked,
            max_length=400, why="One you would rather not write.",
        ),
        text_field(
            "better_for_both", "Left on the table", folded=True, locked=locked,
            max_length=140,
            why="One change that costs one of you little and helps the other a lot.",
        ),
        number_field(
            "deal_again_prob", "They deal again", folded=True, locked=locked,
            check=percent_error, hint="70 %",
            why="How likely they would deal with you again; asked in 90 days.",
        ),
    )  # fmt: skip


def _ended(values: Values) -> bool:
    return (values.get("outcome") or Outcome.OPEN) != Outcome.OPEN
