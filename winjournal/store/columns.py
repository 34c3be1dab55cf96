"""Column types: everything in the journal is text or a whole number.

SQLAlchemy's own types would turn decimals into floats and drop the zone of a
time (MEASURES.md 2.1), so the journal has its own, each exact both ways.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import Integer, Text
from sqlalchemy.types import TypeDecorator

from winjournal.domain.errors import Invalid
from winjournal.store.instants import read_utc, utc_text

if TYPE_CHECKING:
    from sqlalchemy import Dialect


class Exact(TypeDecorator[Decimal]):
    """A decimal as its text; no digit is lost."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """Return the text of a decimal.

        Raises:
            Invalid: It is not finite.
        """
        if value is not None and not value.is_finite():
            raise Invalid("amount", "That is no number.")
        return None if value is None else str(value)

    def process_result_value(
        self, value: str | None, dialect: Dialect
    ) -> Decimal | None:
        """Return the decimal of a text."""
        return None if value is None else Decimal(value)


class Instant(TypeDecorator[datetime]):
    """A time in UTC as text that sorts; its offset has a column of its own."""

    impl = Text
    cache_ok = True

    def process_bind_param(
        self, value: datetime | None, dialect: Dialect
    ) -> str | None:
        """Return the text of an aware time.

        Raises:
            Invalid: It has no zone.
        """
        return None if value is None else utc_text(value)

    def process_result_value(
        self, value: str | None, dialect: Dialect
    ) -> datetime | None:
        """Return the time in UTC."""
        return None if value is None else read_utc(value)


class LocalDate(TypeDecorator[date]):
    """A date as `2026-03-02`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        """Return the text of a date."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        """Return the date of a text."""
        return None if value is None else date.fromisoformat(value)


class Flag(TypeDecorator[bool]):
    """Yes or no as 1 or 0; unknown stays unknown."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        """Return 1 or 0."""
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        """Return yes or no."""
        return None if value is None else bool(value)


class Listed(TypeDecorator[tuple[object, ...]]):
    """A tuple of texts or whole numbers as a JSON list without spaces."""

    impl = Text
    cache_ok = True

    def process_bind_param(
        self, value: tuple[object, ...] | None, dialect: Dialect
    ) -> str | None:
        """Return the list as JSON."""
        if value is None:
            return None
        return json.dumps(value, separators=(",", ":"), ensure_ascii=False)

    def process_result_value(
        self, value: str | None, dialect: Dialect
    ) -> tuple[object, ...] | None:
        """Return the tuple of a JSON list."""
        return None if value is None else tuple(json.loads(value))
