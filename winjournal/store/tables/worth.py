"""Tables of what one brings, of what one knows, and of a user's own tags."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import Index, Integer, UniqueConstraint

from winjournal.domain.own_tags import LABEL_MAX, SLUG_MAX
from winjournal.domain.tags import Step
from winjournal.domain.worth import UNIT_MAX, GapPlan
from winjournal.store.columns import Exact, Flag, Instant
from winjournal.store.tables.base import (
    Row,
    at_most,
    check,
    flag,
    maybe,
    of,
    one_of,
    part_of,
    words,
)


class ValueItemRow(Row, table=True):
    """Something I bring to the table."""

    __tablename__ = "value_item"
    __table_args__ = (
        words("text", 120),
        check("low", "high IS NULL OR low IS NOT NULL"),
        check("high", "CAST(high AS REAL) >= CAST(low AS REAL)"),
        at_most("unit", UNIT_MAX),
        at_most("evidence", 120),
        at_most("differs", 120),
        Index(None, "negotiation_id", "position"),
    )
    negotiation_id: str = part_of("negotiation")
    text: str = of()
    low: Decimal | None = maybe(Exact)
    high: Decimal | None = maybe(Exact)
    unit: str | None = maybe()
    evidence: str | None = maybe()
    differs: str | None = maybe()
    told_at: datetime | None = maybe(Instant)
    told_offset: int | None = maybe(Integer)
    position: int = of(Integer)


class InformationGapRow(Row, table=True):
    """Something I know and they may not."""

    __tablename__ = "information_gap"
    __table_args__ = (
        words("text", 140),
        flag("material"),
        one_of("plan", GapPlan),
        at_most("because", 120),
        check("kept", "plan <> 'keep' OR coalesce(because, '') <> ''"),
        Index(None, "negotiation_id", "position"),
    )
    negotiation_id: str = part_of("negotiation")
    text: str = of()
    material: bool | None = maybe(Flag)
    plan: str | None = maybe()
    because: str | None = maybe()
    told_at: datetime | None = maybe(Instant)
    told_offset: int | None = maybe(Integer)
    position: int = of(Integer)


class OwnTagRow(Row, table=True):
    """A tag that a user has added to a step."""

    __tablename__ = "own_tag"
    __table_args__ = (
        words("slug", SLUG_MAX),
        words("label", LABEL_MAX),
        one_of("step", Step),
        UniqueConstraint("slug"),
    )
    slug: str = of()
    label: str = of()
    step: str = of()
    archived_at: datetime | None = maybe(Instant)
    archived_offset: int | None = maybe(Integer)
