"""What all tables share: names of constraints, ids, and when a row was written."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, MetaData, Text
from sqlmodel import Field, SQLModel

from winjournal.store.columns import Instant

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
"""Every constraint has a name, so that a migration can find it."""


class Base(SQLModel):
    """A table of the journal."""

    metadata = MetaData(naming_convention=NAMES)


class Row(Base):
    """A table whose rows have an id and know when they were written.

    The two times are the store's own, in UTC; what a person gave stands beside.
    """

    id: str = Field(primary_key=True, sa_type=Text)
    created_at: datetime = Field(sa_type=Instant)
    updated_at: datetime = Field(sa_type=Instant)


def of(kind: Any = Text, **how: Any) -> Any:
    """Return a column that must be filled."""
    return Field(sa_type=kind, **how)


def maybe(kind: Any = Text, **how: Any) -> Any:
    """Return a column whose NULL means unknown."""
    return Field(default=None, sa_type=kind, **how)


def part_of(table: str) -> Any:
    """Return a column that names the row this one belongs to.

    Nothing cascades: the store removes the parts itself, one image each.
    """
    return Field(sa_type=Text, foreign_key=f"{table}.id", ondelete="RESTRICT")


def maybe_of(table: str) -> Any:
    """Return a column that may name a row of another table."""
    return Field(
        default=None, sa_type=Text, foreign_key=f"{table}.id", ondelete="RESTRICT"
    )


def check(name: str, law: str) -> CheckConstraint:
    """Return a named CHECK; NULL passes it, as SQL has it."""
    return CheckConstraint(law, name=name)


def one_of(column: str, kinds: type[StrEnum] | tuple[str, ...]) -> CheckConstraint:
    """Return a CHECK that a text is one of an enum's values."""
    values = ", ".join(f"'{kind!s}'" for kind in kinds)
    return check(column, f'"{column}" IN ({values})')


def words(column: str, top: int) -> CheckConstraint:
    """Return a CHECK that a text is not blank and has at most `top` characters."""
    return check(column, f"trim({column}) <> '' AND length({column}) <= {top}")


def at_most(column: str, top: int) -> CheckConstraint:
    """Return a CHECK that a text has at most `top` characters."""
    return check(column, f"length({column}) <= {top}")


def rating(column: str) -> CheckConstraint:
    """Return a CHECK that a rating is 1 to 7."""
    return check(column, f"{column} BETWEEN 1 AND 7")


def flag(column: str) -> CheckConstraint:
    """Return a CHECK that a yes or no is 1 or 0."""
    return check(column, f"{column} IN (0, 1)")


def week(column: str = "week") -> CheckConstraint:
    """Return a CHECK that a text has the form of an ISO week."""
    return check(column, f"{column} GLOB '[0-9][0-9][0-9][0-9]-W[0-5][0-9]'")
