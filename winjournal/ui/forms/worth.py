"""What one brings and what one knows: rows of a form that unfold as they fill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.errors import Invalid
from winjournal.domain.worth import GapPlan
from winjournal.domain.worth_words import NO_EVIDENCE, Worth, read_worth, say_worth
from winjournal.services.worth import ITEMS_MAX, Bring, Gap
from winjournal.ui.forms.values import Values, choice_of, say_yes_no, text_of, yes_no_of
from winjournal.ui.widgets.form_spec import (
    FieldSpec,
    Option,
    When,
    choice_field,
    text_field,
    yes_no_field,
)

if TYPE_CHECKING:
    from winjournal.services.prep import Prep

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


def values_of_worth(prep: Prep) -> dict[str, str]:
    """Return what the form shows of value items and information gaps."""
    values: dict[str, str] = {}
    for n, item in enumerate(prep.value_items, 1):
        values |= {
            f"value_{n}": item.text,
            f"value_{n}_worth": say_worth(item.low, item.high, item.unit),
            f"value_{n}_evidence": item.evidence or "",
            f"value_{n}_differs": item.differs or "",
        }
    for n, gap in enumerate(prep.information_gaps, 1):
        values |= {
            f"gap_{n}": gap.text,
            f"gap_{n}_material": say_yes_no(gap.material) or "",
            f"gap_{n}_plan": gap.plan or "",
            f"gap_{n}_because": gap.because or "",
        }
    return values


def brings_of_values(values: Values, before: Prep) -> tuple[Bring, ...]:
    """Read the value items; each keeps its id by its words, else by its place.

    Raises:
        Invalid: A worth cannot be read; the field's name says which.
    """
    old = [(item.text, item.id) for item in before.value_items]
    found: list[Bring] = []
    for n, text, id_ in _typed(values, "value", old):
        low, high, unit = _worth_of(values, f"value_{n}_worth")
        found.append(
            Bring(
                text=text, low=low, high=high, unit=unit, id=id_,
                evidence=text_of(values, f"value_{n}_evidence"),
                differs=text_of(values, f"value_{n}_differs"),
            )
        )  # fmt: skip
    return tuple(found)


def gaps_of_values(values: Values, before: Prep) -> tuple[Gap, ...]:
    """Read the information gaps; each keeps its id by its words, else by its place.

    Raises:
        Invalid: A choice is none of those offered.
    """
    old = [(gap.text, gap.id) for gap in before.information_gaps]
    return tuple(
        Gap(
            text=text, id=id_,
            material=yes_no_of(values, f"gap_{n}_material"),
            plan=choice_of(values, f"gap_{n}_plan", GapPlan),
            because=text_of(values, f"gap_{n}_because"),
        )
        for n, text, id_ in _typed(values, "gap", old)
    )  # fmt: skip


def _worth_of(values: Values, name: str) -> Worth:
    try:
        return read_worth(values.get(name) or "")
    except Invalid as error:
        raise Invalid(name, error.sentence, error.remedy) from None


def _typed(
    values: Values, kind: str, old: list[tuple[str, str | None]]
) -> list[tuple[int, str, str | None]]:
    """Return the number, text and id of each thing that was typed."""
    typed: list[tuple[int, str, str | None]] = []
    taken: set[str] = set()
    for n in range(1, ITEMS_MAX + 1):
        text = text_of(values, f"{kind}_{n}")
        if text is None:
            continue
        same = next((id_ for words, id_ in old if words == text), None)
        here = old[n - 1][1] if n <= len(old) else None
        kept = next((id_ for id_ in (same, here) if id_ and id_ not in taken), None)
        taken |= {kept} if kept else set()
        typed.append((n, text, kept))
    return typed
