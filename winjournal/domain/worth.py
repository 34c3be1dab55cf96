"""What one brings, and what one knows and they may not (MEASURES.md 2.2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from winjournal.domain.errors import Invalid
from winjournal.domain.negotiation import check_length, check_words

UNIT_MAX = 20
"""Characters of a value item's unit: hours, risk and goodwill are units too."""


class GapPlan(StrEnum):
    """What one means to do about a fact that they may not know."""

    TELL = "tell"
    TELL_BEFORE_SIGNING = "tell-before-signing"
    THEY_CAN_LOOK_IT_UP = "they-can-look-it-up"
    NOT_MINE_TO_TELL = "not-mine-to-tell"
    KEEP = "keep"


OWED_PLANS = (None, GapPlan.TELL, GapPlan.TELL_BEFORE_SIGNING, GapPlan.KEEP)
"""The plans under which a material fact stays open until it was told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueItem:
    """Something I bring to the table.

    Attributes:
        text: At most 120 characters.
        low, high: What it is worth, as a range in `unit`; high may be None.
        unit: In the user's own words, at most 20 characters.
        evidence: What they could check, at most 120 characters.
        differs: How it differs from the alternatives, at most 120 characters.
        told_at: When it was shown to them; None while it was not.
        position: Order within the prep, from 0.
    """

    id: str
    negotiation_id: str
    text: str
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    evidence: str | None = None
    differs: str | None = None
    told_at: datetime | None = None
    position: int = 0

    def check(self) -> None:
        """Check lengths and the range.

        Raises:
            Invalid: No text, a text too long, or a range that ends before it
                begins.
        """
        check_words("text", self.text, 120, "What you bring")
        check_length("unit", self.unit, UNIT_MAX)
        check_length("evidence", self.evidence, 120)
        check_length("differs", self.differs, 120)
        if self.high is not None and (self.low is None or self.high < self.low):
            raise Invalid("low", "What it is worth goes from low to high.")


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationGap:
    """Something I know and they may not.

    Attributes:
        text: At most 140 characters.
        material: Whether it would change their choice; None is undecided.
        plan: What I mean to do about it; None is undecided.
        because: Why it is kept, at most 120 characters.
        told_at: When they were told; None while they were not.
        position: Order within the prep, from 0.
    """

    id: str
    negotiation_id: str
    text: str
    material: bool | None = None
    plan: GapPlan | None = None
    because: str | None = None
    told_at: datetime | None = None
    position: int = 0

    @property
    def is_open(self) -> bool:
        """Whether it may matter to them, is mine to tell, and was not told."""
        is_owed = self.plan in OWED_PLANS
        return is_owed and self.material is not False and self.told_at is None

    def check(self) -> None:
        """Check lengths, and that what is kept has its reason.

        Raises:
            Invalid: No text, a text too long, or kept without a reason.
        """
        check_words("text", self.text, 140, "What they may not know")
        check_length("because", self.because, 120)
        if self.plan is GapPlan.KEEP and not (self.because or "").strip():
            raise Invalid("because", "Say why it is kept back.")
