"""The number a deal turns on: unit, direction, fair range, walk-away line."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from winjournal.domain.errors import Invalid

MINOR_DIGITS = {
    **dict.fromkeys(("JPY", "KRW", "VND", "ISK", "CLP", "XAF", "XOF", "UGX"), 0),
    **dict.fromkeys(("BHD", "KWD", "OMR", "TND", "IQD", "JOD", "LYD"), 3),
    **dict.fromkeys(("CLF", "UYW"), 4),
}
"""Decimal places of the currencies that do not have two (MEASURES.md 2.1)."""


class Unit(StrEnum):
    """What the number counts."""

    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"
    NONE = "none"


class Direction(StrEnum):
    """Whether more or less of it is better for me."""

    MORE = "more"
    LESS = "less"


class FairBasis(StrEnum):
    """Where the fair range comes from."""

    MARKET = "market"
    PRECEDENT = "precedent"
    THIRD_PARTY = "third-party"
    COST = "cost"
    OWN_VIEW = "own-view"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The terms of one negotiation, as its prep states them.

    Attributes:
        unit: What the number counts; with `none` no other field is asked.
        currency: ISO 4217 code, only for money.
        direction: Whether more or less is better for me; None while unknown.
        fair_low: Lower end of what I hold to be rightfully mine.
        fair_high: Upper end; None makes `fair_low` a single point.
        fair_basis: Where the range comes from.
        fair_basis_note: The source, at most 120 characters.
        target: What a very good result is.
        walk_away: The worst number I would still sign.
        walk_away_text: The line in words, where it is no number.
    """

    unit: Unit = Unit.NONE
    currency: str | None = None
    direction: Direction | None = None
    fair_low: Decimal | None = None
    fair_high: Decimal | None = None
    fair_basis: FairBasis | None = None
    fair_basis_note: str | None = None
    target: Decimal | None = None
    walk_away: Decimal | None = None
    walk_away_text: str | None = None

    def check(self) -> None:
        """Check that the fields can stand together.

        Raises:
            Invalid: A currency that is no ISO 4217 form or stands without money,
                a range upside down or without its lower end, a percentage
                outside 0 to 100, points outside 0 to 200.
        """
        self._check_currency()
        if self.fair_low is None and self.fair_high is not None:
            raise Invalid("fair_low", "The fair range has no lower end.")
        low, high = self.fair_low, self.fair_high
        if low is not None and high is not None and high < low:
            raise Invalid("fair_high", "The fair range ends below its start.")
        for name in ("fair_low", "fair_high", "target", "walk_away"):
            check_amount(name, getattr(self, name), self.unit)

    def _check_currency(self) -> None:
        if self.unit is not Unit.MONEY:
            if self.currency:
                raise Invalid("currency", "Only money has a currency.")
            return
        code = self.currency
        if code and not (len(code) == 3 and code.isascii() and code.isupper()):
            raise Invalid(
                "currency", f"{code} is no currency code.", "Write EUR or USD."
            )


def check_amount(name: str, amount: Decimal | None, unit: Unit) -> None:
    """Check that an amount is finite and within its unit's range.

    Raises:
        Invalid: Not finite, a percentage outside 0 to 100, or points outside
            0 to 200.
    """
    if amount is None:
        return
    if not amount.is_finite():
        raise Invalid(name, "That is no number.")
    top = {Unit.PERCENT: 100, Unit.POINTS: 200}.get(unit)
    if top is not None and not 0 <= amount <= top:
        raise Invalid(name, f"{unit.value.capitalize()} go from 0 to {top}.")


def read_amount(name: str, text: str) -> Decimal:
    """Read an amount as a person types it: `41k`, `1,250.50`, `€ 900`, `1.2m`.

    Blanks, currency signs, thousands separators and a `%` are dropped; a trailing `k`
    or `m` multiplies. The last of `.` and `,` is the decimal point unless it
    is followed by exactly three digits and is the only kind of sign.

    Raises:
        Invalid: The text is no number; `name` says which field.
    """
    bare = "".join(c for c in text.strip().lower() if c not in " \u00a0\u202f'_€$£¥%")
    scale = Decimal(1)
    if bare.endswith(("k", "m")):
        scale = Decimal(1000) if bare[-1] == "k" else Decimal(1_000_000)
        bare = bare[:-1]
    try:
        amount = Decimal(_with_point(bare)) * scale
    except InvalidOperation:
        raise Invalid(
            name, f"{text.strip()[:40]} is no number.", "Write 1250.50 or 41k."
        ) from None
    if not amount.is_finite() or abs(amount.adjusted()) > 24:
        raise Invalid(name, f"{text.strip()[:40]} is no number.")
    return amount.quantize(Decimal(1)) if amount == amount.to_integral() else amount


def _with_point(bare: str) -> str:
    """Return the digits with one `.` as decimal point and no separators."""
    last = max(bare.rfind("."), bare.rfind(","))
    if last < 0:
        return bare
    sign, other = bare[last], "," if bare[last] == "." else "."
    decimals = len(bare) - last - 1
    groups = bare.count(sign) > 1 or (decimals == 3 and bare.count(other) == 0)
    if groups and not bare.lstrip("-").startswith("0"):
        return bare.replace(sign, "").replace(other, ".")
    return bare.replace(other, "").replace(sign, ".")


def say_amount(amount: Decimal | None, unit: Unit, currency: str | None = None) -> str:
    """Return an amount in words for a screen: `41k EUR`, `62 %`, `5 points`.

    Thousands are shortened to `k` only where nothing is lost. None is empty.
    """
    if amount is None:
        return ""
    number = short_number(amount)
    if unit is Unit.MONEY:
        return f"{number} {currency}" if currency else number
    if unit is Unit.PERCENT:
        return f"{number} %"
    return f"{number} points" if unit is Unit.POINTS else number


def short_number(amount: Decimal) -> str:
    """Return a number without needless zeros, thousands as `k` where exact."""
    plain = amount.normalize()
    if abs(plain) >= 10_000 and plain % 100 == 0:
        return f"{(plain / 1000).normalize():f}k"
    return f"{plain:,f}"
