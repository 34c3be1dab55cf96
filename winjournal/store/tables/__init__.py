"""The tables of the journal. They do no work: rows go in and out by Core.

Table models of SQLModel check nothing, so the domain checks before and the
CHECK constraints here hold what the domain forbids, whoever writes.
"""

from winjournal.store.tables.base import Base, Row, table_of
from winjournal.store.tables.deal import (
    CounterpartyRow,
    CriterionRow,
    GoalpostRow,
    MomentRow,
    NegotiationRow,
    OfferRow,
    SittingRow,
)
from winjournal.store.tables.later import (
    DebriefRow,
    FollowUpRow,
    OutsideViewRow,
    PromiseRow,
)
from winjournal.store.tables.writing import (
    SEARCH_DOC,
    ActRow,
    DraftRow,
    EntryRow,
    InboxRow,
    LinkRow,
    VowRow,
    VowTestRow,
    WeekReviewRow,
)

metadata = Base.metadata

__all__ = [
    "SEARCH_DOC",
    "ActRow",
    "Base",
    "CounterpartyRow",
    "CriterionRow",
    "DebriefRow",
    "DraftRow",
    "EntryRow",
    "FollowUpRow",
    "GoalpostRow",
    "InboxRow",
    "LinkRow",
    "MomentRow",
    "NegotiationRow",
    "OfferRow",
    "OutsideViewRow",
    "PromiseRow",
    "Row",
    "SittingRow",
    "VowRow",
    "VowTestRow",
    "WeekReviewRow",
    "metadata",
    "table_of",
]
