"""What a user says back to the journal: agreeing, contesting, rating again blind."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from winjournal.domain.debrief import check_rating
from winjournal.domain.errors import Invalid, NotUnderstood
from winjournal.domain.negotiation import check_length
from winjournal.domain.periods import Period, read_name

if TYPE_CHECKING:
    from collections.abc import Iterable

REASON_MAX, SENTENCE_MAX = 200, 600


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementResponse:
    """Agreement with a statement of the Character page, or a contest of it.

    Attributes:
        block: Which of the six blocks, such as `trust` or `closing`.
        period: Over which period, as the page writes it.
        answered_at: When, with the local offset.
        agrees: False where it is contested.
        reason: At most 200 characters; needed to contest.
        sentence: The statement as it was shown.
    """

    id: str
    block: str
    period: str
    answered_at: datetime
    agrees: bool
    reason: str | None = None
    sentence: str

    def check(self) -> None:
        """Check lengths, and that a contest has its reason.

        Raises:
            Invalid: A text is too long, or a contest without a reason.
        """
        check_length("reason", self.reason, REASON_MAX)
        check_length("sentence", self.sentence, SENTENCE_MAX)
        if not self.agrees and not (self.reason or "").strip():
            raise Invalid("reason", "Say why; it will stand beside the sentence.")


@dataclass(frozen=True, slots=True, kw_only=True)
class BlindRating:
    """A debrief's ratings given again without seeing the old ones.

    Attributes:
        rated_at: When, with the local offset.
        my_sat: My satisfaction, 1 to 7.
        step_self: The five steps, 1 to 7 each, or None.
    """

    id: str
    negotiation_id: str
    rated_at: datetime
    my_sat: int | None = None
    step_self: tuple[int, int, int, int, int] | None = None

    def check(self) -> None:
        """Check the ratings.

        Raises:
            Invalid: One is outside 1 to 7, or there is none.
        """
        check_rating("my_sat", self.my_sat)
        for rating in self.step_self or ():
            check_rating("step_self", rating)
        if self.my_sat is None and self.step_self is None:
            raise Invalid("my_sat", "Rate it, 1 to 7.")


def contested_periods(
    responses: Iterable[StatementResponse],
) -> tuple[Period, ...]:
    """Return the periods of the statements that are contested as things stand.

    Of each statement the last word counts: what was agreed with later is contested
    no more.
    """
    last: dict[tuple[str, str], StatementResponse] = {}
    for said in sorted(responses, key=lambda one: (one.answered_at, one.id)):
        last[said.block, said.period] = said
    found: dict[Period, None] = {}
    for said in last.values():
        if not said.agrees:
            # A period that nobody wrote here, as in a journal edited by hand, is none.
            with suppress(NotUnderstood):
                found[read_name(said.period, said.answered_at)] = None
    return tuple(found)
