"""Tables of what is written after a negotiation."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import Index, Integer, UniqueConstraint

from winjournal.domain.debrief import InfoGap, NoDealReason, Outcome, YesNoUnsure
from winjournal.domain.later import (
    Commitments,
    Discovered,
    PromiseState,
    ReopenedBy,
    SatSource,
)
from winjournal.domain.standing import REASON_MAX, SENTENCE_MAX
from winjournal.domain.tags import Actor
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
    rating,
    words,
)

_ONE_TO_SEVEN = ",".join(["[1-7]"] * 5)


class DebriefRow(Row, table=True):
    """What was answered after the talk."""

    __tablename__ = "debrief"
    __table_args__ = (
        one_of("outcome", Outcome),
        check("captured", "captured IS NULL OR outcome = 'agreed'"),
        one_of("below_line", YesNoUnsure),
        rating("my_sat"),
        rating("their_sat_pred"),
        check("deal_again_prob", "deal_again_prob BETWEEN 0 AND 100"),
        flag("my_win_changed"),
        flag("their_win_changed"),
        one_of("info_gap", InfoGap),
        one_of("no_deal_reason", NoDealReason),
        check("step_self", f"step_self GLOB '[[]{_ONE_TO_SEVEN}]'"),
        flag("moments_reviewed"),
        at_most("better_for_both", 140),
        at_most("lesson", 200),
        at_most("happened", 2000),
        at_most("why", 2000),
        at_most("next_time", 2000),
        at_most("true_sentence", 400),
        UniqueConstraint("negotiation_id"),
    )
    negotiation_id: str = part_of("negotiation")
    written_at: datetime = of(Instant)
    written_offset: int = of(Integer)
    written_date: date = of(LocalDate)
    outcome: str = of()
    captured: Decimal | None = maybe(Exact)
    final_offer: Decimal | None = maybe(Exact)
    below_line: str | None = maybe()
    my_sat: int | None = maybe(Integer)
    their_sat_pred: int | None = maybe(Integer)
    deal_again_prob: int | None = maybe(Integer)
    my_win_changed: bool | None = maybe(Flag)
    their_win_changed: bool | None = maybe(Flag)
    info_gap: str | None = maybe()
    no_deal_reason: str | None = maybe()
    step_self: tuple[int, ...] | None = maybe(Listed)
    moments_reviewed: bool = of(Flag)
    better_for_both: str | None = maybe()
    lesson: str | None = maybe()
    happened: str | None = maybe()
    why: str | None = maybe()
    next_time: str | None = maybe()
    true_sentence: str | None = maybe()
    sealed_at: datetime | None = maybe(Instant)
    sealed_offset: int | None = maybe(Integer)


class PromiseRow(Row, table=True):
    """Who owes what to whom by when."""

    __tablename__ = "promise"
    __table_args__ = (
        one_of("by", Actor),
        words("text", 120),
        one_of("state", PromiseState),
        Index(None, "counterparty_id"),
        Index(None, "negotiation_id"),
        Index(None, "state", "due"),
        Index(None, "moment_id"),
    )
    counterparty_id: str = part_of("counterparty")
    negotiation_id: str | None = maybe_of("negotiation")
    by: str = of()
    text: str = of()
    made_at: datetime = of(Instant)
    made_offset: int = of(Integer)
    made_date: date = of(LocalDate)
    due: date | None = maybe(LocalDate)
    state: str = of()
    settled_on: date | None = maybe(LocalDate)
    moment_id: str | None = maybe_of("moment")


class FollowUpRow(Row, table=True):
    """One look back."""

    __tablename__ = "follow_up"
    __table_args__ = (
        check("day", "day >= 0"),
        check("skipped", "skipped >= 0"),
        one_of("deal_again", YesNoUnsure),
        rating("their_sat"),
        one_of("their_sat_source", SatSource),
        rating("my_sat_now"),
        one_of("they_discovered", Discovered),
        one_of("my_commitments", Commitments),
        one_of("their_commitments", Commitments),
        one_of("swap_sign", YesNoUnsure),
        at_most("note", 2000),
        Index(None, "negotiation_id", "day"),
        Index(None, "answered_at", "due"),
    )
    negotiation_id: str = part_of("negotiation")
    day: int = of(Integer)
    due: date = of(LocalDate)
    answered_at: datetime | None = maybe(Instant)
    answered_offset: int | None = maybe(Integer)
    skipped: int = of(Integer)
    deal_again: str | None = maybe()
    their_sat: int | None = maybe(Integer)
    their_sat_source: str | None = maybe()
    my_sat_now: int | None = maybe(Integer)
    they_discovered: str | None = maybe()
    my_commitments: str | None = maybe()
    their_commitments: str | None = maybe()
    swap_sign: str | None = maybe()
    note: str | None = maybe()
    # stands with its column, as a later migration can only add it
    reopened_by: str | None = maybe(sa_column_args=(one_of("reopened_by", ReopenedBy),))


class OutsideViewRow(Row, table=True):
    """What the other side or a witness said."""

    __tablename__ = "outside_view"
    __table_args__ = (
        one_of("by", ("them", "witness")),
        rating("sat"),
        at_most("words", 2000),
        one_of("source", SatSource),
        Index(None, "negotiation_id"),
    )
    negotiation_id: str = part_of("negotiation")
    by: str = of()
    asked_at: datetime | None = maybe(Instant)
    asked_offset: int | None = maybe(Integer)
    received_at: datetime | None = maybe(Instant)
    received_offset: int | None = maybe(Integer)
    sat: int | None = maybe(Integer)
    words: str | None = maybe()
    source: str | None = maybe()


class RepairRow(Row, table=True):
    """What one will do about a slip."""

    __tablename__ = "repair"
    __table_args__ = (
        words("text", 120),
        at_most("for_whom", 60),
        at_most("effect", 140),
        Index(None, "negotiation_id"),
        Index(None, "moment_id"),
        Index(None, "done_on", "due"),
    )
    negotiation_id: str = part_of("negotiation")
    moment_id: str | None = maybe_of("moment")
    text: str = of()
    for_whom: str | None = maybe()
    made_at: datetime = of(Instant)
    made_offset: int = of(Integer)
    made_date: date = of(LocalDate)
    due: date | None = maybe(LocalDate)
    done_on: date | None = maybe(LocalDate)
    effect: str | None = maybe()


class ResponseRow(Row, table=True):
    """Agreement with a statement, or a contest of it."""

    __tablename__ = "response"
    __table_args__ = (
        flag("agrees"),
        at_most("reason", REASON_MAX),
        at_most("sentence", SENTENCE_MAX),
        check("contest", "agrees = 1 OR coalesce(reason, '') <> ''"),
        Index(None, "block", "period"),
    )
    block: str = of()
    period: str = of()
    answered_at: datetime = of(Instant)
    answered_offset: int = of(Integer)
    agrees: bool = of(Flag)
    reason: str | None = maybe()
    sentence: str = of()


class BlindRatingRow(Row, table=True):
    """Ratings given again without seeing the old ones."""

    __tablename__ = "blind_rating"
    __table_args__ = (
        rating("my_sat"),
        check("step_self", f"step_self GLOB '[[]{_ONE_TO_SEVEN}]'"),
        Index(None, "negotiation_id"),
    )
    negotiation_id: str = part_of("negotiation")
    rated_at: datetime = of(Instant)
    rated_offset: int = of(Integer)
    my_sat: int | None = maybe(Integer)
    step_self: tuple[int, ...] | None = maybe(Listed)
