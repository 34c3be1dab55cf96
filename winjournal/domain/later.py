"""What comes later: promises, follow-ups, the other side's own word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from winjournal.domain.debrief import YesNoUnsure, check_rating
from winjournal.domain.negotiation import check_length, check_words
from winjournal.domain.tags import Actor

FOLLOW_UP_DAYS = (30, 90)
"""Days after closing at which a deal is asked again [D]; M8 uses the last."""


SKIPS_MAX = 3
"""A look-back that was put off so often is not asked again."""


class PromiseState(StrEnum):
    """Where a promise stands; overdue is open and past its date."""

    OPEN = "open"
    KEPT = "kept"
    KEPT_LATE = "kept-late"
    BROKEN = "broken"
    RELEASED = "released"


class SatSource(StrEnum):
    """How we know their later rating."""

    TOLD_ME = "told-me"
    IN_WRITING = "in-writing"
    THIRD_PARTY = "third-party"
    MY_READING = "my-reading"
    NO_ANSWER = "no-answer"


class Discovered(StrEnum):
    """Whether they found something out, and whether I knew it then."""

    NO = "no"
    YES_NEW = "yes-new"
    YES_KNEW = "yes-knew"
    UNKNOWN = "unknown"


class Commitments(StrEnum):
    """How much of what was owed was done."""

    ALL = "all"
    SOME = "some"
    NONE = "none"
    NA = "na"


class ReopenedBy(StrEnum):
    """Who asked to open the deal again."""

    NOBODY = "nobody"
    ME = "me"
    THEM = "them"


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """Who owes what to whom by when.

    Attributes:
        negotiation_id: None for a promise outside any negotiation.
        by: Whose promise it is.
        text: At most 120 characters.
        due: Local date; None for no date.
        settled_on: When its state was last settled; None while open.
    """

    id: str
    counterparty_id: str
    negotiation_id: str | None = None
    by: Actor
    text: str
    made_at: datetime
    due: date | None = None
    state: PromiseState = PromiseState.OPEN
    settled_on: date | None = None
    moment_id: str | None = None

    def check(self) -> None:
        """Check the words.

        Raises:
            Invalid: They are missing or too long.
        """
        check_words("text", self.text, 120, "A promise in words")

    def is_overdue(self, today: date) -> bool:
        """Whether it is open and its date has passed."""
        open_ = self.state is PromiseState.OPEN
        return open_ and self.due is not None and self.due < today


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """One look back, `day` days after closing.

    Attributes:
        due: Local date on which it is asked.
        answered_at: None while it waits.
        skipped: How often it was put off; three drop it.
        their_sat: Their rating 1 to 7, with `their_sat_source`.
        my_sat_now: Mine, 1 to 7.
        swap_sign: In their chair, would I sign these terms today?
        reopened_by: Who asked to open the deal again, if anybody did.
    """

    id: str
    negotiation_id: str
    day: int
    due: date
    answered_at: datetime | None = None
    skipped: int = 0
    deal_again: YesNoUnsure | None = None
    their_sat: int | None = None
    their_sat_source: SatSource | None = None
    my_sat_now: int | None = None
    they_discovered: Discovered | None = None
    my_commitments: Commitments | None = None
    their_commitments: Commitments | None = None
    swap_sign: YesNoUnsure | None = None
    reopened_by: ReopenedBy | None = None
    note: str | None = None

    def check(self) -> None:
        """Check ratings and length.

        Raises:
            Invalid: A rating outside 1 to 7 or a note too long.
        """
        check_rating("their_sat", self.their_sat)
        check_rating("my_sat_now", self.my_sat_now)
        check_length("note", self.note, 2000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """What one will do about a slip, for whom, by when, and what came of it.

    Attributes:
        moment_id: The slip that it puts right, if it is one mark.
        text: What will be done, at most 120 characters.
        for_whom: At most 60 characters; None is the other side.
        due: Local date; None for no date.
        done_on: Local date; None while it is open.
        effect: What came of it, at most 140 characters.
    """

    id: str
    negotiation_id: str
    moment_id: str | None = None
    text: str
    for_whom: str | None = None
    made_at: datetime
    due: date | None = None
    done_on: date | None = None
    effect: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.done_on is None

    def check(self) -> None:
        """Check the words.

        Raises:
            Invalid: They are missing or too long.
        """
        check_words("text", self.text, 120, "What you will do")
        check_length("for_whom", self.for_whom, 60)
        check_length("effect", self.effect, 140)

    def is_overdue(self, today: date) -> bool:
        """Whether it is open and its date has passed."""
        return self.is_open and self.due is not None and self.due < today


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideView:
    """Satisfaction as told by the other side or a witness.

    Attributes:
        by: `them` or `witness`.
        sat: 1 to 7.
        words: What they said, as they said it.
    """

    id: str
    negotiation_id: str
    by: str
    asked_at: datetime | None = None
    received_at: datetime | None = None
    sat: int | None = None
    words: str | None = None
    source: SatSource | None = None

    def check(self) -> None:
        """Check rating and length.

        Raises:
            Invalid: The rating is outside 1 to 7 or the words too many.
        """
        check_rating("sat", self.sat)
        check_length("words", self.words, 2000)
