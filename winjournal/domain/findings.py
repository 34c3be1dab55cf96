"""What a look at the journal's health found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class State(StrEnum):
    """How it stands with one thing that was looked at.

    `FINE` and `NOTE` ask for nothing; `MEND` is what can be mended; `DAMAGED` is what
    was written and is not there as it was written.
    """

    FINE = "fine"
    NOTE = "note"
    MEND = "to mend"
    DAMAGED = "damaged"
    MENDED = "mended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        check: What was looked at, in a word or two.
        state: How it stands.
        said: What was found, in one sentence.
        remedy: What would mend it; empty where nothing is to be done.
        ids: The rows that are damaged, as `table ID`.
    """

    check: str
    state: State
    said: str
    remedy: str = ""
    ids: tuple[str, ...] = ()


def worst(findings: Iterable[Finding]) -> State:
    """Return the worst state of all; what was mended is fine."""
    order = (State.DAMAGED, State.MEND, State.NOTE)
    states = {finding.state for finding in findings}
    return next((state for state in order if state in states), State.FINE)
