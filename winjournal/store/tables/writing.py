"""Tables of free writing, weeks, seals, acts, drafts and the inbox."""

from datetime import date, datetime

from sqlalchemy import Column, Index, Integer, Table, Text, UniqueConstraint

from winjournal.domain.edge import MAX_BODY
from winjournal.store.columns import Flag, Instant, Listed, LocalDate
from winjournal.store.tables.base import (
    Base,
    Row,
    at_most,
    check,
    flag,
    maybe,
    maybe_of,
    of,
    part_of,
    week,
    words,
)


class EntryRow(Row, table=True):
    """Dated free writing."""

    __tablename__ = "entry"
    __table_args__ = (
        check("body", f"length(CAST(body AS BLOB)) <= {MAX_BODY}"),
        Index(None, "negotiation_id", "written_date", "id"),
        Index(None, "inbox_id"),
    )
    written_at: datetime = of(Instant)
    written_offset: int = of(Integer)
    written_date: date = of(LocalDate)
    body: str = of()
    negotiation_id: str | None = maybe_of("negotiation")
    inbox_id: str | None = maybe_of("inbox")


class InboxRow(Base, table=True):
    """One logged line. Frozen: an older or newer program writes it too.

    Quick capture inserts here without SQLAlchemy; no migration may change it.
    """

    __tablename__ = "inbox"
    __table_args__ = (flag("has_date"), Index(None, "filed_at"))
    id: str = of(primary_key=True)
    line: str = of()
    person: str | None = maybe()
    at: datetime = of(Instant)
    at_offset: int = of(Integer)
    has_date: bool = of(Flag)
    logged_at: datetime = of(Instant)
    logged_offset: int = of(Integer)
    filed_at: datetime | None = maybe(Instant)
    filed_offset: int | None = maybe(Integer)
    entry_id: str | None = maybe()


class WeekReviewRow(Row, table=True):
    """The review of one ISO week."""

    __tablename__ = "week_review"
    __table_args__ = (
        week(),
        at_most("sentence", 200),
        check("unlogged", "unlogged >= 0"),
        at_most("answer", 500),
        UniqueConstraint("week"),
    )
    week: str = of()
    reflection: str = of()
    sentence: str | None = maybe()
    unlogged: int | None = maybe(Integer)
    prompt_id: str | None = maybe()
    answer: str | None = maybe()
    sealed_at: datetime | None = maybe(Instant)
    sealed_offset: int | None = maybe(Integer)
    hash: str | None = maybe()
    prompt_text: str | None = maybe()
    cited: tuple[str, ...] | None = maybe(Listed)


class VowRow(Row, table=True):
    """One IF-THEN."""

    __tablename__ = "vow"
    __table_args__ = (
        week(),
        words("cue", 120),
        words("deed", 120),
        Index(None, "week"),
    )
    week: str = of()
    cue: str = of()
    deed: str = of()
    retired_on: date | None = maybe(LocalDate)


class VowTestRow(Row, table=True):
    """Whether a vow's IF came in one negotiation."""

    __tablename__ = "vow_test"
    __table_args__ = (
        flag("occurred"),
        flag("kept"),
        Index(None, "vow_id"),
        Index(None, "negotiation_id"),
    )
    vow_id: str = part_of("vow")
    negotiation_id: str = part_of("negotiation")
    occurred: bool = of(Flag)
    kept: bool | None = maybe(Flag)


class DraftRow(Row, table=True):
    """Text being typed; outside of acts and search."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("owner", "field", "instance"),)
    owner: str = of()
    field: str = of()
    text: str = of()
    cursor: int = of(Integer)
    base_version: int | None = maybe(Integer)
    instance: str = of()
    updated_offset: int = of(Integer)


class LinkRow(Row, table=True):
    """One link of a chain of seals; rows are added, never changed."""

    __tablename__ = "link"
    __table_args__ = (
        check("number", "number >= 1"),
        flag("tombstone"),
        UniqueConstraint("chain", "number"),
    )
    chain: str = of()
    number: int = of(Integer)
    kind: str = of()
    content_hash: str = of()
    previous_hash: str | None = maybe()
    hash: str = of()
    sealed_at: datetime = of(Instant)
    sealed_offset: int = of(Integer)
    content: str | None = maybe()
    tombstone: bool = of(Flag)


class ActRow(Row, table=True):
    """One thing a user did.

    Attributes:
        number: Order in which acts were done, undone or redone last.
        changes: JSON list of the images that undo and redo need.
    """

    __tablename__ = "act"
    __table_args__ = (UniqueConstraint("number"),)
    number: int = of(Integer)
    what: str = of()
    subject: str = of()
    at: datetime = of(Instant)
    at_offset: int = of(Integer)
    undone_at: datetime | None = maybe(Instant)
    undone_offset: int | None = maybe(Integer)
    changes: str = of()


SEARCH_DOC = Table(
    "search_doc",
    Base.metadata,
    Column("rowid", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("ref", Text, nullable=False),
    Column("negotiation_id", Text),
    Column("on_date", Text),
    Column("text", Text, nullable=False),
    UniqueConstraint("ref"),
    Index(None, "negotiation_id"),
)
"""What can be searched, kept in step by triggers; `ref` is the row's id."""

ROW_SUM = Table(
    "row_sum",
    Base.metadata,
    Column("kind", Text, primary_key=True),
    Column("ref", Text, primary_key=True),
    Column("sum", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""A sum over each row of the other tables; see `store.sums`."""
