"""After the talk: facts first, ratings last (MEASURES.md 2.2 and 5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from winjournal.domain.errors import Invalid
from winjournal.domain.negotiation import check_length


class Outcome(StrEnum):
    """How it ended; walking away is an outcome of equal rank."""

    AGREED = "agreed"
    WALKED_AWAY = "walked-away"
    THEY_WALKED = "they-walked"
    BOTH_STOPPED = "both-stopped"
    OPEN = "open"


class YesNoUnsure(StrEnum):
    """An answer that may be unsure."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class InfoGap(StrEnum):
    """Whether I knew something they did not, and what I did with it."""

    NONE = "none"
    I_SHARED_IT = "i-shared-it"
    I_KEPT_IT = "i-kept-it"
    UNSURE = "unsure"


class NoDealReason(StrEnum):
    """Why I left an offer at or above my line."""

    BELOW_LINE = "below-line"
    BETTER_ALTERNATIVE = "better-alternative"
    TRUST = "trust"
    PRIDE = "pride"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Debrief:
    """What was answered after the talk; None is unknown, never 0.

    Attributes:
        captured: What I got, in the negotiation's unit; only when agreed.
        final_offer: The last offer; equals `captured` for a deal.
        below_line: For a line in words: whether the last offer was below it.
        my_sat: My satisfaction, 1 to 7.
        their_sat_pred: What I think they will say, 1 to 7; locked on entry.
        deal_again_prob: Forecast that they would deal with me again, 0 to 100.
        my_win_changed: Whether my win changed after it was shared.
        their_win_changed: Whether theirs did.
        step_self: My rating of the five steps, 1 to 7 each, or None.
        moments_reviewed: Whether I looked for moments, found any or not.
        sealed_at: When it was sealed; None while it can be rewritten.
    """

    id: str
    negotiation_id: str
    written_at: datetime
    outcome: Outcome = Outcome.OPEN
    captured: Decimal | None = None
    final_offer: Decimal | None = None
    below_line: YesNoUnsure | None = None
    my_sat: int | None = None
    their_sat_pred: int | None = None
    deal_again_prob: int | None = None
    my_win_changed: bool | None = None
    their_win_changed: bool | None = None
    info_gap: InfoGap | None = None
    no_deal_reason: NoDealReason | None = None
    step_self: tuple[int, int, int, int, int] | None = None
    moments_reviewed: bool = False
    better_for_both: str | None = None
    lesson: str | None = None
    happened: str | None = None
    why: str | None = None
    next_time: str | None = None
    true_sentence: str | None = None
    sealed_at: datetime | None = None

    @property
    def has_own_scores(self) -> bool:
        """Whether all is rated that another's word could colour."""
        return None not in (self.my_sat, self.their_sat_pred, self.step_self)

    def check(self) -> None:
        """Check ranges and lengths.

        Raises:
            Invalid: A rating outside 1 to 7, a forecast outside 0 to 100,
                something captured without a deal, or a text too long.
        """
        for name in ("my_sat", "their_sat_pred"):
            check_rating(name, getattr(self, name))
        for rating in self.step_self or ():
            check_rating("step_self", rating)
        if self.deal_again_prob is not None and not 0 <= self.deal_again_prob <= 100:
            raise Invalid("deal_again_prob", "A forecast goes from 0 to 100 %.")
        if self.captured is not None and self.outcome is not Outcome.AGREED:
            raise Invalid("captured", "Only a deal has something captured.")
        for name, top in _LENGTHS.items():
            check_length(name, getattr(self, name), top)


_LENGTHS = {
    "better_for_both": 140,
    "lesson": 200,
    "happened": 2000,
    "why": 2000,
    "next_time": 2000,
    "true_sentence": 400,
}


def check_rating(name: str, rating: int | None) -> None:
    """Check that a rating is 1 to 7 or unknown.

    Raises:
        Invalid: It is outside.
    """
    if rating is not None and not 1 <= rating <= 7:
        raise Invalid(name, "A rating goes from 1 to 7.")


def missing_answers(
    debrief: Debrief, *, has_unit: bool, line_is_text: bool, criteria_open: bool
) -> tuple[str, ...]:
    """Return the required answers that a debrief lacks, in the order asked.

    Args:
        debrief: What has been answered.
        has_unit: Whether the deal turns on a number.
        line_is_text: Whether the walk-away line is in words.
        criteria_open: Whether a criterion of either side has no answer.
    """
    agreed = debrief.outcome is Outcome.AGREED
    wanted: list[tuple[str, bool]] = [
        ("outcome", debrief.outcome is Outcome.OPEN),
        ("what was agreed", agreed and has_unit and debrief.captured is None),
        ("last offer", not agreed and has_unit and debrief.final_offer is None),
        ("below the line", line_is_text and debrief.below_line is None),
        ("criteria", criteria_open),
        ("what they will say", debrief.their_sat_pred is None),
        ("my win changed", debrief.my_win_changed is None),
        ("their win changed", debrief.their_win_changed is None),
        ("information", debrief.info_gap is None),
        ("moments reviewed", not debrief.moments_reviewed),
        ("my satisfaction", debrief.my_sat is None),
        ("the five steps", debrief.step_self is None),
    ]
    return tuple(name for name, lacking in wanted if lacking)
