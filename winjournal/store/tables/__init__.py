"""The tables of the journal. They do no work: rows go in and out by Core.

Table models of SQLModel check nothing, so the domain checks before and the
CHECK constraints here hold what the domain forbids, whoever writes.
"""

from winjournal.domain.debrief import Debrief
from winjournal.domain.goalposts import Criterion, Goalpost
from winjournal.domain.later import FollowUp, OutsideView, Promise
from winjournal.domain.moments import Moment
from winjournal.domain.negotiation import Counterparty, Negotiation, Offer, Sitting
from winjournal.domain.writing import (
    Draft,
    Entry,
    InboxLine,
    Link,
    Vow,
    VowTest,
    WeekReview,
)
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

ROWS: dict[type, type[Base]] = {
    Counterparty: CounterpartyRow,
    Negotiation: NegotiationRow,
    Sitting: SittingRow,
    Offer: OfferRow,
    Goalpost: GoalpostRow,
    Criterion: CriterionRow,
    Moment: MomentRow,
    Debrief: DebriefRow,
    Promise: PromiseRow,
    FollowUp: FollowUpRow,
    OutsideView: OutsideViewRow,
    Entry: EntryRow,
    InboxLine: InboxRow,
    WeekReview: WeekReviewRow,
    Vow: VowRow,
    VowTest: VowTestRow,
    Draft: DraftRow,
    Link: LinkRow,
}
"""Which table keeps which entity."""

__all__ = [
    "ROWS",
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
