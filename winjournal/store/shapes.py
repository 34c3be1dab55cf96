"""The tables as the running program uses them: the names and types of columns.

They come from `columns.json`, which `dump_schema` writes from the SQLModel classes in
`store.tables`; a test holds the two equal. To import SQLModel and make its classes
takes longer than all the rest of opening a journal, and rows go in and out by Core, so
those classes are loaded only where a journal is migrated.
"""

from __future__ import annotations

import json
from pathlib import Path

from sqlalchemy import Integer, TableClause, Text, column, table

from winjournal.domain.debrief import Debrief
from winjournal.domain.goalposts import Criterion, Goalpost
from winjournal.domain.later import FollowUp, OutsideView, Promise, Repair
from winjournal.domain.moments import Moment
from winjournal.domain.negotiation import Counterparty, Negotiation, Offer, Sitting
from winjournal.domain.own_tags import OwnTag
from winjournal.domain.standing import BlindRating, StatementResponse
from winjournal.domain.worth import InformationGap, ValueItem
from winjournal.domain.writing import (
    Draft,
    Entry,
    InboxLine,
    Link,
    Vow,
    VowTest,
    WeekReview,
)
from winjournal.store.columns import Exact, Flag, Instant, Listed, LocalDate

COLUMNS = Path(__file__).with_name("columns.json")
"""The type of each column of each table; generated, see `dump_schema`."""

NAMES: dict[type, str] = {
    Counterparty: "counterparty",
    Negotiation: "negotiation",
    Sitting: "sitting",
    Offer: "offer",
    Goalpost: "goalpost",
    Criterion: "criterion",
    Moment: "moment",
    Debrief: "debrief",
    ValueItem: "value_item",
    InformationGap: "information_gap",
    Promise: "promise",
    Repair: "repair",
    FollowUp: "follow_up",
    OutsideView: "outside_view",
    Entry: "entry",
    InboxLine: "inbox",
    WeekReview: "week_review",
    Vow: "vow",
    VowTest: "vow_test",
    OwnTag: "own_tag",
    StatementResponse: "response",
    BlindRating: "blind_rating",
    Draft: "draft",
    Link: "link",
}
"""Which table keeps which entity."""

_TYPES = {
    kind.__name__: kind()
    for kind in (Text, Integer, Exact, Instant, LocalDate, Flag, Listed)
}


def _read() -> dict[str, TableClause]:
    found: dict[str, dict[str, str]] = json.loads(COLUMNS.read_text(encoding="utf-8"))
    return {
        name: table(name, *(column(of, _TYPES[kind]) for of, kind in columns.items()))
        for name, columns in found.items()
    }


TABLES = _read()
"""Every table by its name."""

SEARCH_DOC = TABLES["search_doc"]
"""What can be searched."""


def table_of(kind: type) -> TableClause:
    """Return the table that keeps one kind of entity."""
    return TABLES[NAMES[kind]]
