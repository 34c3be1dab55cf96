"""Tables of what is written before and during a negotiation."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import Index, Integer, UniqueConstraint
from sqlalchemy import text as sql

from winjournal.domain.goalposts import ChangeReason, Source
from winjournal.domain.moments import NOTE_MAX, Precision, Recorded
from winjournal.domain.negotiation import (
    KIND_MAX,
    NAME_MAX,
    TITLE_MAX,
    CounterpartyKind,
    Sphere,
    TrustCall,
)
from winjournal.domain.tags import Actor, Step
from winjournal.domain.terms import Direction, FairBasis, Unit
from winjournal.store.columns import Exact, Flag, Instant, Listed, LocalDate
from winjournal.store.tables.base import (
    Row,
    at_most,
    check,
    flag,
    maybe,
    maybe_of,
    of,
    one_of,
    part_of,
    words,
)

EMPTY = {"server_default": sql("'[]'")}
"""An empty list, for the rows that were there before the column."""

AMOUNTS = ("fair_low", "fair_high", "target", "walk_away")


class CounterpartyRow(Row, table=True):
    """The other side; the keys are the names without case, for SQL knows ASCII."""

    __tablename__ = "counterparty"
    __table_args__ = (
        words("name", NAME_MAX),
        one_of("kind", CounterpartyKind),
        UniqueConstraint("name_key"),
        Index(None, "alias_key"),
    )
    name: str = of()
    name_key: str = of()
    kind: str = of()
    alias: str | None = maybe()
    alias_key: str | None = maybe()
    since: date | None = maybe(LocalDate)
    note: str | None = maybe()
    archived_at: datetime | None = maybe(Instant)
    archived_offset: int | None = maybe(Integer)
    nicknames: tuple[str, ...] = of(Listed, sa_column_kwargs=EMPTY)
    nickname_keys: tuple[str, ...] = of(Listed, sa_column_kwargs=EMPTY)


class NegotiationRow(Row, table=True):
    """One deal with its terms; `listed_on` is its closing, else its opening."""

    __tablename__ = "negotiation"
    __table_args__ = (
        words("title", TITLE_MAX),
        one_of("sphere", Sphere),
        at_most("kind", KIND_MAX),
        one_of("trust_call", TrustCall),
        at_most("smallest_promise", 120),
        at_most("value_case", 200),
        at_most("alternative", 120),
        at_most("ego_risk", 100),
        one_of("unit", Unit),
        check(
            "currency",
            "coalesce(currency, '') = '' OR (unit = 'money'"
            " AND length(currency) = 3 AND currency = upper(currency))",
        ),
        one_of("direction", Direction),
        check("fair_low", "fair_high IS NULL OR fair_low IS NOT NULL"),
        check("fair_high", "CAST(fair_high AS REAL) >= CAST(fair_low AS REAL)"),
        *(
            check(
                f"{name}_{unit}",
                f"unit <> '{unit}' OR CAST({name} AS REAL) BETWEEN 0 AND {top}",
            )
            for unit, top in (("percent", 100), ("points", 200))
            for name in AMOUNTS
        ),
        one_of("fair_basis", FairBasis),
        at_most("fair_basis_note", 120),
        at_most("walk_away_text", 120),
        flag("sealed_in_time"),
        check("version", "version >= 1"),
        Index(None, "listed_on", "id"),
        Index(None, "counterparty_id", "listed_on"),
        Index(None, "closed_on"),
    )
    title: str = of()
    counterparty_id: str = part_of("counterparty")
    sphere: str = of()
    kind: str | None = maybe()
    planned_for: datetime | None = maybe(Instant)
    planned_for_offset: int | None = maybe(Integer)
    opened_on: date = of(LocalDate)
    closed_on: date | None = maybe(LocalDate)
    listed_on: date = of(LocalDate)
    trust_call: str | None = maybe()
    smallest_promise: str | None = maybe()
    value_case: str | None = maybe()
    alternative: str | None = maybe()
    ego_risk: str | None = maybe()
    unit: str = of()
    currency: str | None = maybe()
    direction: str | None = maybe()
    fair_low: Decimal | None = maybe(Exact)
    fair_high: Decimal | None = maybe(Exact)
    fair_basis: str | None = maybe()
    fair_basis_note: str | None = maybe()
    target: Decimal | None = maybe(Exact)
    walk_away: Decimal | None = maybe(Exact)
    walk_away_text: str | None = maybe()
    prep_sealed_at: datetime | None = maybe(Instant)
    prep_sealed_offset: int | None = maybe(Integer)
    prep_hash: str | None = maybe()
    sealed_in_time: bool | None = maybe(Flag)
    archived_at: datetime | None = maybe(Instant)
    archived_offset: int | None = maybe(Integer)
    version: int = of(Integer)
    sealed_with: str | None = maybe()


class SittingRow(Row, table=True):
    """One meeting or call."""

    __tablename__ = "sitting"
    __table_args__ = (
        one_of("source", ("live", "after")),
        Index(None, "negotiation_id", "started_at"),
        Index(None, "started_date", "negotiation_id"),
    )
    negotiation_id: str = part_of("negotiation")
    started_at: datetime = of(Instant)
    started_offset: int = of(Integer)
    started_date: date = of(LocalDate)
    ended_at: datetime | None = maybe(Instant)
    ended_offset: int | None = maybe(Integer)
    ended_date: date | None = maybe(LocalDate)
    zone: str = of()
    source: str = of()


class OfferRow(Row, table=True):
    """One offer on the table."""

    __tablename__ = "offer"
    __table_args__ = (
        one_of("by", Actor),
        check("says_something", "amount IS NOT NULL OR coalesce(text, '') <> ''"),
        at_most("text", 120),
        Index(None, "negotiation_id", "at"),
    )
    negotiation_id: str = part_of("negotiation")
    at: datetime = of(Instant)
    at_offset: int = of(Integer)
    by: str = of()
    amount: Decimal | None = maybe(Exact)
    text: str | None = maybe()


class GoalpostRow(Row, table=True):
    """One version of what winning is for one side."""

    __tablename__ = "goalpost"
    __table_args__ = (
        one_of("owner", Actor),
        check("version", "version >= 1"),
        words("text", 200),
        one_of("source", Source),
        one_of("change_reason", ChangeReason),
        check(
            "what_changed",
            "change_reason NOT IN ('circumstances', 'new-information')"
            " OR coalesce(what_changed, '') <> ''",
        ),
        flag("announced"),
        UniqueConstraint("negotiation_id", "owner", "version"),
    )
    negotiation_id: str = part_of("negotiation")
    owner: str = of()
    version: int = of(Integer)
    text: str = of()
    criteria_ids: tuple[str, ...] = of(Listed)
    target: Decimal | None = maybe(Exact)
    recorded_at: datetime = of(Instant)
    recorded_offset: int = of(Integer)
    shared_at: datetime | None = maybe(Instant)
    shared_offset: int | None = maybe(Integer)
    source: str | None = maybe()
    change_reason: str = of()
    what_changed: str | None = maybe()
    announced: bool | None = maybe(Flag)


class CriterionRow(Row, table=True):
    """An interest made checkable."""

    __tablename__ = "criterion"
    __table_args__ = (
        one_of("owner", Actor),
        words("text", 60),
        check("weight", "weight IN (1, 2, 3)"),
        one_of("source", Source),
        check("met", "CAST(met AS REAL) IN (0, 0.5, 1)"),
        one_of("met_source", Source),
        Index(None, "negotiation_id", "owner", "position"),
    )
    negotiation_id: str = part_of("negotiation")
    owner: str = of()
    text: str = of()
    weight: int = of(Integer)
    source: str | None = maybe()
    met: Decimal | None = maybe(Exact)
    met_source: str | None = maybe()
    position: int = of(Integer)


class MomentRow(Row, table=True):
    """One mark."""

    __tablename__ = "moment"
    __table_args__ = (
        one_of("precision", Precision),
        one_of("step_hint", Step),
        one_of("actor", Actor),
        check("strength", "strength IN (1, 2, 3)"),
        at_most("note", NOTE_MAX),
        one_of("recorded", Recorded),
        Index(None, "negotiation_id", "actor", "tag", "recorded"),
        Index(None, "negotiation_id", "at"),
        Index(None, "at_date"),
        Index(None, "tag", "actor", "negotiation_id"),
        Index(None, "sitting_id"),
        Index(None, "entry_id"),
    )
    negotiation_id: str = part_of("negotiation")
    sitting_id: str | None = maybe_of("sitting")
    entry_id: str | None = maybe_of("entry")
    at: datetime = of(Instant)
    at_offset: int = of(Integer)
    at_date: date = of(LocalDate)
    precision: str = of()
    tag: str | None = maybe()
    step_hint: str | None = maybe()
    actor: str = of()
    strength: int = of(Integer)
    note: str | None = maybe()
    recorded: str = of()
