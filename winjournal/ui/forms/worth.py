"""What one brings and what one knows: rows of a form that unfold as they fill."""

from __future__ import annotations

from winjournal.domain.errors import Invalid
from winjournal.domain.worth import GapPlan
from winjournal.domain.worth_words import NO_EVIDENCE, read_worth, say_worth
from winjournal.services.worth import ITEMS_MAX
from winjournal.ui.widgets.form_spec import (
    FieldSpec,
    Option,
    Values,
    When,
    choice_field,
    text_field,
    yes_no_field,
)

PLANS = (
    Option(GapPlan.TELL, "tell"),
    Option(GapPlan.TELL_BEFORE_SIGNING, "before signing", "b"),
    Option(GapPlan.THEY_CAN_LOOK_IT_UP, "they can look it up", "l"),
    Option(GapPlan.NOT_MINE_TO_TELL, "not mine to tell", "n"),
    Option(GapPlan.KEEP, "keep, because"),
)


def value_specs(*, locked: bool) -> tuple[FieldSpec, ...]:
    """Return the fields of the value items; each one opens the next."""
    return tuple(spec for n in range(1, ITEMS_MAX + 1) for spec in _value(n, locked))


def gap_specs(*, locked: bool) -> tuple[FieldSpec, ...]:
    """Return the fields of the information gaps; each one opens the next."""
    return tuple(spec for n in range(1, ITEMS_MAX + 1) for spec in _gap(n, locked))


def _value(n: int, locked: bool) -> tuple[FieldSpec, ...]:
    own = f"value_{n}"
    here = has(own)
    return (
        text_field(
            own, "In parts" if n == 1 else "And", max_length=120, locked=locked,
            when=always if n == 1 else has(f"value_{n - 1}", own),
            hint="uptime and on-call" if n == 1 else "",
            why="One thing that you bring; what it is worth is asked next.",
        ),
        text_field(
            f"{own}_worth", "  Worth", max_length=60, locked=locked, when=here,
            hint="12-15k EUR a year" if n == 1 else "",
            check=worth_error, echo=worth_echo,
            why="As a range, in any unit: money, hours, risk, goodwill.",
        ),
        text_field(
            f"{own}_evidence", "  They can check", max_length=120,
            locked=locked, when=here, hint=NO_EVIDENCE,
            why="Without it the value is a claim, and tends to be defended.",
        ),
        text_field(
            f"{own}_differs", "  Differs", max_length=120, locked=locked, when=here,
            why="How it differs from what others would give them.",
        ),
    )  # fmt: skip


def _gap(n: int, locked: bool) -> tuple[FieldSpec, ...]:
    own = f"gap_{n}"
    here = has(own)
    return (
        text_field(
            own, "They may not know" if n == 1 else "Nor this", max_length=140,
            locked=locked, when=always if n == 1 else has(f"gap_{n - 1}", own),
            hint="the price list changes in April" if n == 1 else "",
            why="What you know and they may not; they find out in the long run.",
        ),
        yes_no_field(
            f"{own}_material", "  It matters", locked=locked, when=here,
            why="Whether it would change what they choose.",
        ),
        choice_field(
            f"{own}_plan", "  I will", PLANS, locked=locked, when=here,
            why="What is theirs to know stays open here until it was told.",
        ),
        text_field(
            f"{own}_because", "  Because", max_length=120, locked=locked,
            required=True, when=lambda v: v.get(f"{own}_plan") == GapPlan.KEEP,
            why="The reason that you would give them, if they found out.",
        ),
    )  # fmt: skip


def always(_: Values) -> bool:
    """Tell that a field is asked whatever stands in the others."""
    return True


def has(*names: str) -> When:
    """Return what tells whether anything stands in one of these fields."""
    return lambda values: any((values.get(name) or "").strip() for name in names)


def worth_error(text: str) -> str | None:
    """Return what is wrong with what something is worth, or None."""
    try:
        read_worth(text)
    except Invalid as error:
        return str(error)
    return None


def worth_echo(text: str) -> str | None:
    """Return how a worth was understood, or None where it was not."""
    try:
        return say_worth(*read_worth(text)) or None
    except Invalid:
        return None
