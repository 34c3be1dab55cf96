"""What one brings and knows, in words: a worth, sums, plans."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from winjournal.domain.errors import Invalid
from winjournal.domain.terms import read_amount, short_number
from winjournal.domain.worth import UNIT_MAX, GapPlan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from winjournal.domain.worth import InformationGap, ValueItem

Worth: TypeAlias = "tuple[Decimal | None, Decimal | None, str | None]"
"""The lower end, the upper one, and the unit; None is unknown."""

PLANS = {
    GapPlan.TELL: "tell them",
    GapPlan.TELL_BEFORE_SIGNING: "tell them before signing",
    GapPlan.THEY_CAN_LOOK_IT_UP: "they can look it up",
    GapPlan.NOT_MINE_TO_TELL: "not mine to tell",
    GapPlan.KEEP: "keep it",
}
NO_EVIDENCE = "no evidence yet"

_SIGNS = "€$£¥"
_NUMBER = rf"[{_SIGNS}]?\s?\d[\d.,'\u00a0\u202f]*(?:\s?[kKmM])?(?![^\W_])"
_RANGE = re.compile(
    rf"\s*(?P<low>{_NUMBER})"
    rf"(?:\s*(?:-|\u2013|\u2014|\bto\b)\s*(?P<high>{_NUMBER}))?"
    r"(?P<unit>.*)",
    re.DOTALL,
)
_EDGES = " \t\n,;:"
_SHARED = 1000
"""A first number below it takes the `k` of the second."""

_SCALES = {"k": Decimal(1000), "m": Decimal(1_000_000)}


def read_worth(text: str) -> Worth:
    """Read a worth as a person types it: `12-15k EUR a year`, `2 days`, `€ 900`.

    A number or two, then a unit in own words; words alone are a unit: goodwill. A
    `k` or `m` behind the second number alone holds for both where the first is
    below a thousand, so that `12-15k` begins at 12,000.

    Raises:
        Invalid: A range that ends below its start, or a unit too long.
    """
    found = _RANGE.fullmatch(text)
    if found is None:
        return None, None, _unit(text)
    low = read_amount("worth", found["low"])
    high = None
    if found["high"]:
        high = read_amount("worth", found["high"])
        low = _scaled_alike(low, found["low"], found["high"])
        if high < low:
            raise Invalid("worth", "What it is worth goes from low to high.")
    return low, high, _unit(found["unit"])


def _scaled_alike(low: Decimal, low_text: str, high_text: str) -> Decimal:
    scale = _SCALES.get(high_text.strip()[-1].lower())
    is_bare = low_text.strip()[-1].lower() not in _SCALES
    if scale is None or not is_bare or low >= _SHARED:
        return low
    scaled = low * scale
    return scaled.quantize(Decimal(1)) if scaled == scaled.to_integral() else scaled


def _unit(text: str) -> str | None:
    unit = text.strip(_EDGES)
    if len(unit) > UNIT_MAX:
        raise Invalid(
            "worth",
            f"The unit has {len(unit)} characters; {UNIT_MAX} is the most.",
            "Write 12-15k EUR a year.",
        )
    return unit or None


def say_worth(low: Decimal | None, high: Decimal | None, unit: str | None) -> str:
    """Return a worth in words: `12k to 15k EUR a year`; empty where it is not known."""
    if low is None:
        return unit or ""
    ends = short_number(low)
    if high is not None:
        # A k behind the second number alone would be read as that of both.
        top = f"{high:,f}" if low < _SHARED and high >= _SHARED else short_number(high)
        ends = f"{ends} to {top}"
    return f"{ends} {unit}" if unit else ends


def say_sums(items: Iterable[ValueItem]) -> tuple[str, ...]:
    """Return what is brought in sum, for each unit: with evidence, then without.

    Like `15k to 18k EUR with evidence`. What has no number is not in it.
    """
    groups: dict[tuple[str, bool], list[ValueItem]] = {}
    for item in items:
        if item.low is not None:
            key = ((item.unit or "").casefold(), not (item.evidence or "").strip())
            groups.setdefault(key, []).append(item)
    return tuple(
        f"{_sum(own)} {'without' if unproven else 'with'} evidence"
        for (_, unproven), own in sorted(groups.items(), key=lambda one: one[0])
    )


def _sum(items: list[ValueItem]) -> str:
    low = sum((item.low or Decimal(0) for item in items), Decimal(0))
    tops = (item.low if item.high is None else item.high for item in items)
    high = sum((top or Decimal(0) for top in tops), Decimal(0))
    return say_worth(low, high if high != low else None, items[0].unit)


def say_plan(gap: InformationGap) -> str:
    """Return what is meant to be done about a gap: `material, tell them`."""
    material = {True: "material", False: "not material", None: ""}[gap.material]
    plan = PLANS[gap.plan] if gap.plan else "no plan yet" if gap.is_open else ""
    return ", ".join(part for part in (material, plan) if part)
