"""The table of what is counted once and kept."""

from sqlalchemy import Column, Index, Integer, Table, Text

from winjournal.store.tables.base import Base

FACTS = Table(
    "facts",
    Base.metadata,
    Column("negotiation_id", Text, primary_key=True),
    Column("form", Integer, nullable=False),
    Column("told", Text, nullable=False),
    Column("my_handled", Integer, nullable=False),
    Column("my_slips", Integer, nullable=False),
    Column("handled", Integer, nullable=False),
    Column("slips", Integer, nullable=False),
    Index(None, "form"),
)
"""What each negotiation comes to; triggers set `form` to 0 where that is behind.

Attributes:
    form: The form of `told`; a program counts again what is of another than its own.
    told: The facts and deeds as a line of JSON, see `store.kept_form`.
    my_handled, my_slips, handled, slips: Moments of mine and of theirs.
"""
