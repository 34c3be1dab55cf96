"""A draft that becomes an act, and what must hold for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Spare = Callable[[str], bool]
"""Tells by the instance of a draft whether another program is still typing it."""


def spare_none(_: str) -> bool:
    """Spare no draft: nobody else is typing."""
    return False


def write_anyway() -> None:
    """Find nothing that stands against an act."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A draft that becomes an act.

    Attributes:
        owner: Whose it is.
        field: Of which field.
        spare: Tells which drafts of it stay, because somebody else is typing them.
        unless: Called once nobody else can write any more, and before the act; an
            error of it is the end of the act.
    """

    owner: str
    field: str
    spare: Spare = spare_none
    unless: Callable[[], None] = write_anyway
