"""What the form of a preparation asks, and why; the five steps in their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from winjournal.domain.negotiation import KIND_MAX, NAME_MAX, TITLE_MAX, TrustCall
from winjournal.domain.terms import Unit
from winjournal.services.prep import CRITERIA_MAX
from winjournal.ui.forms.checks import (
    amount_echo,
    amount_error,
    code_error,
    date_echo,
    date_error,
)
from winjournal.ui.forms.options import (
    BASES,
    DIRECTIONS,
    SOURCES,
    SPHERES,
    TRUST_CALLS,
    UNITS,
)
from winjournal.ui.forms.worth import always, gap_specs, has, value_specs
from winjournal.ui.widgets.form_spec import (
    FieldSpec,
    Suggest,
    Values,
    choice_field,
    date_field,
    note,
    number_field,
    text_field,
)

if TYPE_CHECKING:
    from datetime import datetime

    from winjournal.ui.forms.prep_notes import PrepNotes

_SHORT = 19
"""The width of a date or an amount: its echo has to stand beside it."""

KINDS = ("salary", "vendor", "scope", "rent", "sale", "family")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the form completes from.

    Attributes:
        people: Names of the counterparties, the latest first.
        kinds: Kinds used before.
    """

    people: Sequence[str] = ()
    kinds: Sequence[str] = KINDS


def prep_specs(
    now: datetime, known: Known, notes: PrepNotes, *, sealed: bool
) -> tuple[FieldSpec, ...]:
    """Return the fields of a preparation.

    Args:
        now: An aware time, for dates in words.
        known: What to complete from.
        notes: What stands between the fields.
        sealed: Whether the five steps are sealed: shown, not changed.
    """
    steps = (
        *_trust(sealed, notes),
        *_winning(sealed, notes),
        *_value(sealed, notes),
        *_share(sealed, notes),
        *gap_specs(locked=sealed),
        *_ego(sealed, notes),
    )
    return (
        *_what(now, known),
        note("lessons", notes.lessons),
        *(map(_only_filled, steps) if sealed else steps),
        note("ready", notes.ready),
    )


def _only_filled(spec: FieldSpec) -> FieldSpec:
    """Return a sealed field that is shown only where something was written."""
    if not spec.locked or spec.heading:
        return spec
    return replace(spec, when=has(spec.name))


def _what(now: datetime, known: Known) -> tuple[FieldSpec, ...]:
    return (
        text_field(
            "title", "What", required=True, max_length=TITLE_MAX,
            why="A few words by which you will find it again.",
        ),
        text_field(
            "person", "With", required=True, max_length=NAME_MAX,
            suggest=_completes(known.people),
            why="Trust is between two: one person or organisation.",
        ),
        choice_field(
            "sphere", "Sphere", SPHERES,
            why="What one does at home counts as much as at work.",
        ),
        text_field(
            "kind", "Kind", max_length=KIND_MAX,
            suggest=_completes(known.kinds), hint="salary, vendor, scope",
            why="Brings back what you learned in others of its kind.",
        ),
        date_field(
            "planned_for", "Planned for", hint="fri 14:00", width=_SHORT,
            check=date_error(now, future=True),
            echo=date_echo(now, future=True, with_time=True),
            why="Seal before it starts: only then does it count as said before.",
        ),
        date_field(
            "opened_on", "Opened on", hint="today", width=_SHORT,
            check=date_error(now, future=False), echo=date_echo(now, future=False),
            why="When it began, if that was not today.",
        ),
    )  # fmt: skip


def _trust(locked: bool, notes: PrepNotes) -> tuple[FieldSpec, ...]:
    return (
        note("history", notes.history, heading="1  Trust"),
        choice_field(
            "trust_call", "Enough trust", TRUST_CALLS, locked=locked,
            why="By what each of you did, not by feeling. Not yet is a good answer.",
        ),
        text_field(
            "smallest_promise", "First promise", max_length=120, locked=locked,
            when=lambda v: v.get("trust_call") == TrustCall.NOT_YET,
            why="The smallest thing one of you could promise and keep first.",
        ),
    )  # fmt: skip


def _winning(locked: bool, notes: PrepNotes) -> tuple[FieldSpec, ...]:
    return (
        text_field(
            "my_win", "Winning for me", heading="2  Winning", max_length=200,
            locked=locked,
            why="The sentence you will say to them early, and then leave alone.",
        ),
        note("shared", notes.shared),
        *_criteria("my", "Checked by", locked),
        text_field(
            "their_win", "For them", max_length=200, locked=locked,
            why="In their words where they said it, else what you think.",
        ),
        choice_field(
            "their_source", "How I know", SOURCES, locked=locked,
            why="A guess is never counted as if they had said it.",
        ),
        note("told", notes.told),
        *_criteria("their", "Theirs checked by", locked),
    )  # fmt: skip


def _criteria(side: str, label: str, locked: bool) -> tuple[FieldSpec, ...]:
    """Return the criteria of one side; each one opens the next."""
    names = [f"{side}_criterion_{place}" for place in range(1, CRITERIA_MAX + 1)]
    return tuple(
        text_field(
            names[place - 1],
            label if place == 1 else "And by",
            max_length=64,
            when=has(*names[place - 2 :]) if place > 1 else always,
            locked=locked,
            hint="2 years !3" if place == 1 and side == "my" else "",
            why="One thing that will be met or not; !2 or !3 where it weighs more.",
        )
        for place in range(1, CRITERIA_MAX + 1)
    )


def _value(locked: bool, notes: PrepNotes) -> tuple[FieldSpec, ...]:
    return (
        text_field(
            "value_case", "What I bring", heading="3  Value", max_length=200,
            locked=locked,
            why="Its worth, and how it differs, in a sentence they could check.",
        ),
        *value_specs(locked=locked),
        note("sums", notes.sums),
        choice_field(
            "unit", "It turns on", UNITS, locked=locked, heading="4  Fair share",
            why="The one number the deal turns on, if there is one.",
        ),
        text_field(
            "currency", "Currency", max_length=3, width=8, when=_is_money,
            check=code_error, locked=locked,
            why="What the amounts are in; none is ever changed into another.",
        ),
        choice_field(
            "direction", "For me", DIRECTIONS, when=_has_number, locked=locked,
            why="A buyer and a seller read the same number from opposite ends.",
        ),
    )  # fmt: skip


def _share(locked: bool, notes: PrepNotes) -> tuple[FieldSpec, ...]:
    return (
        _number(
            "fair_low", "Fair from", locked,
            why="What you hold to be rightfully yours, before you know what you get.",
        ),
        _number(
            "fair_high", "to", locked,
            why="A range, because nobody knows it to the cent; empty for one point.",
        ),
        choice_field(
            "fair_basis", "By", BASES, when=_has_number, locked=locked,
            why="An outside yardstick is one that they could accept too.",
        ),
        text_field(
            "fair_basis_note", "Source", max_length=120, locked=locked,
            when=_has_basis, why="So that it can be shown openly.",
        ),
        _number(
            "target", "Target", locked, why="What a very good result would be.",
        ),
        note("ruler", notes.ruler),
    )  # fmt: skip


def _ego(locked: bool, notes: PrepNotes) -> tuple[FieldSpec, ...]:
    return (
        text_field(
            "walk_away", "I leave at", heading="5  Ego and leaving",
            max_length=120, locked=locked, hint="36k, or in words",
            why="The worst you would still sign; past it you said you would go.",
        ),
        text_field(
            "alternative", "If it fails", max_length=120, locked=locked,
            why="What you do then; it keeps the line honest.",
        ),
        text_field(
            "ego_risk", "What would sting", max_length=100, locked=locked,
            why="Named before, it is easier to let go.",
        ),
        note("trigger", notes.trigger),
    )  # fmt: skip


def _number(name: str, label: str, locked: bool, *, why: str) -> FieldSpec:
    return number_field(
        name, label, check=amount_error, echo=amount_echo, when=_has_number,
        locked=locked, why=why, width=_SHORT,
    )  # fmt: skip


def _has_basis(values: Values) -> bool:
    return _has_number(values) and has("fair_basis", "fair_basis_note")(values)


def _has_number(values: Values) -> bool:
    return (values.get("unit") or Unit.NONE) != Unit.NONE


def _is_money(values: Values) -> bool:
    return values.get("unit") == Unit.MONEY


def _completes(known: Sequence[str]) -> Suggest:
    """Return what completes a text from what was written before."""

    def suggest(text: str) -> Sequence[str]:
        begun = text.casefold()
        return [name for name in known if name.casefold().startswith(begun)]

    return suggest
