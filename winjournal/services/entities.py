"""The entities that a store keeps: all but the acts, which it writes itself."""

from __future__ import annotations

from typing import TypeVar

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

Entity = (
    Counterparty
    | Negotiation
    | Sitting
    | Offer
    | Goalpost
    | Criterion
    | Moment
    | Debrief
    | ValueItem
    | InformationGap
    | Promise
    | Repair
    | FollowUp
    | OutsideView
    | Entry
    | InboxLine
    | WeekReview
    | Vow
    | VowTest
    | OwnTag
    | StatementResponse
    | BlindRating
    | Draft
    | Link
)

E = TypeVar(
    "E",
    Counterparty,
    Negotiation,
    Sitting,
    Offer,
    Goalpost,
    Criterion,
    Moment,
    Debrief,
    ValueItem,
    InformationGap,
    Promise,
    Repair,
    FollowUp,
    OutsideView,
    Entry,
    InboxLine,
    WeekReview,
    Vow,
    VowTest,
    OwnTag,
    StatementResponse,
    BlindRating,
    Draft,
    Link,
)
