"""What winning is for one side, its criteria, and how it changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from winjournal.domain.errors import Invalid
from winjournal.domain.tags import Actor


class Source(StrEnum):
    """How we know what winning is for them."""

    TOLD_ME = "told-me"
    MY_GUESS = "my-guess"
    NOT_ASKED = "not-asked"


class ChangeReason(StrEnum):
    """Why a goalpost has a new version."""

    INITIAL = "initial"
    CIRCUMSTANCES = "circumstances"
    NEW_INFORMATION = "new-information"
    LEVERAGE = "leverage"
    CORRECTION = "correction"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goalpost:
    """One version of one side's statement of winning.

    Attributes:
        version: 1 is what the prep held when sealed.
        text: The sentence, at most 200 characters.
        criteria_ids: The criteria that make this version checkable.
        target: The number named with it, if any.
        recorded_at: When this version was written.
        shared_at: When it was told to the other side; None while unshared.
        source: For theirs, how we know it.
        change_reason: `initial` for version 1.
        what_changed: Required for circumstances and new information.
        announced: Whether the change was said openly; None for version 1.
    """

    id: str
    negotiation_id: str
    owner: Actor
    version: int = 1
    text: str
    criteria_ids: tuple[str, ...] = ()
    target: Decimal | None = None
    recorded_at: datetime
    shared_at: datetime | None = None
    source: Source | None = None
    change_reason: ChangeReason = ChangeReason.INITIAL
    what_changed: str | None = None
    announced: bool | None = None

    def check(self) -> None:
        """Check lengths and what a change must say.

        Raises:
            Invalid: No text, a text over 200 characters, or a change for
                circumstances or new information that does not say which.
        """
        if not self.text.strip():
            raise Invalid("text", "Say what winning is in one sentence.")
        if len(self.text) > 200:
            raise Invalid("text", "Winning fits in 200 characters.")
        told = (ChangeReason.CIRCUMSTANCES, ChangeReason.NEW_INFORMATION)
        if self.change_reason in told and not self.what_changed:
            raise Invalid("what_changed", "Say what changed.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """An interest made checkable.

    Attributes:
        text: At most 60 characters.
        weight: 1 to 3.
        source: For theirs, told to me or my guess.
        met: 0, 0.5 or 1 at the end; None while unknown.
        met_source: Who says so, for theirs.
        position: Order within its side, from 0.
    """

    id: str
    negotiation_id: str
    owner: Actor
    text: str
    weight: int = 1
    source: Source | None = None
    met: Decimal | None = None
    met_source: Source | None = None
    position: int = 0

    def check(self) -> None:
        """Check length, weight and the answer.

        Raises:
            Invalid: Any of them is out of range.
        """
        if not self.text.strip() or len(self.text) > 60:
            raise Invalid("criteria", "A criterion has 1 to 60 characters.")
        if self.weight not in (1, 2, 3):
            raise Invalid("criteria", "A weight is 1, 2 or 3.")
        if self.met is not None and self.met not in (0, Decimal("0.5"), 1):
            raise Invalid("criteria", "A criterion is met 0, ½ or 1.")


def share_met(criteria: tuple[Criterion, ...]) -> float | None:
    """Return the weighted share of the criteria met, 0 to 1.

    None where there is no criterion or one of them has no answer.
    """
    if not criteria or any(c.met is None for c in criteria):
        return None
    got = sum(float(c.met or 0) * c.weight for c in criteria)
    return got / sum(c.weight for c in criteria)
