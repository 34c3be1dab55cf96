"""Value items and information gaps as the text of their form, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.errors import Invalid
from winjournal.domain.worth import GapPlan
from winjournal.domain.worth_words import Worth, read_worth, say_worth
from winjournal.services.forms.values import (
    Values,
    choice_of,
    say_yes_no,
    text_of,
    yes_no_of,
)
from winjournal.services.worth import ITEMS_MAX, Bring, Gap

if TYPE_CHECKING:
    from winjournal.services.prep import Prep


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
