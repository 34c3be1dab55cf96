"""M2: did what winning means move after it was shared?"""

from collections.abc import Hashable, Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_EVEN, Context, Decimal
from enum import StrEnum
from itertools import pairwise

from winjournal.domain.measures.settings import (
    CIRCUMSTANCES_ASKED_FROM,
    COMPARE_FROM,
    SHARE_MARK,
    TYPING_CORRECTION,
)
from winjournal.domain.measures.shares import Share, probability_of_increase

_RATIO = Context(prec=28, rounding=ROUND_HALF_EVEN)

_REASONS = frozenset(
    {
        "initial",
        "circumstances",
        "new-information",
        "leverage",
        "correction",
        "unknown",
    }
)
_COUNTED_REASONS = frozenset({"leverage", "unknown"})


class Change(StrEnum):
    """What a later version of a shared win is."""

    SHIFT = "shift"
    """Made for leverage, without a known reason, or without saying so: counts."""

    OPEN_UPDATE = "open-update"
    """Announced and with a reason: listed in view, not counted."""

    TYPING = "typing"
    """A correction within ten minutes of the version before: ignored."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version of one side's win, as far as the rule looks at it.

    Attributes:
        recorded_at: When it was written down (aware).
        reason: initial, circumstances, new-information, leverage, correction or
            unknown.
        announced: Whether the other side was told openly that it changed.
    """

    recorded_at: datetime
    reason: str
    announced: bool


def goalpost_drift(shared: Set[Hashable], final: Set[Hashable]) -> float | None:
    """Return how far the criteria moved: 0 the same, 1 none kept.

    1 - |A and B| / |A or B| over the ids of the criteria when shared and at the end
    (Jaccard distance); a reworded threshold is a new id. None if both are empty.
    """
    if not shared and not final:
        return None
    return 1 - len(shared & final) / len(shared | final)


def target_shift(
    shared: Decimal | None, final: Decimal | None, *, more_is_better: bool
) -> Decimal | None:
    """Return how far the target moved as part of its size; plus is asking for more.

    0.15 is 15 % more, any sign. None if either is missing or the shared one is 0.
    """
    if shared is None or final is None or shared == 0:
        return None
    asked = (final, shared) if more_is_better else (shared, final)
    return _RATIO.divide(_RATIO.subtract(*asked), shared.copy_abs())


def kind_of_change(reason: str, *, announced: bool, after: timedelta) -> Change:
    """Return what one later version is.

    Args:
        reason: The reason written with it.
        announced: Whether the other side was told openly.
        after: Time since the version that it replaces.

    Raises:
        ValueError: The reason is none of the six.
    """
    if reason not in _REASONS:
        raise ValueError(f"{reason!r} is no reason for a change")
    if reason == "correction" and after <= TYPING_CORRECTION:
        return Change.TYPING
    if reason in _COUNTED_REASONS or not announced:
        return Change.SHIFT
    return Change.OPEN_UPDATE


def changes_after_sharing(
    shared_at: datetime | None, versions: Sequence[Version]
) -> tuple[Change, ...] | None:
    """Return what became of a win after it was shared, oldest first.

    None if it was never shared: such a talk is not eligible, and is counted beside
    the measure, for not sharing avoids it. Versions written before sharing are part
    of what was shared.

    Args:
        shared_at: When the other side was told; aware.
        versions: All versions of that side's win, oldest first.
    """
    if shared_at is None:
        return None
    return tuple(
        kind_of_change(
            later.reason,
            announced=later.announced,
            after=later.recorded_at - earlier.recorded_at,
        )
        for earlier, later in pairwise(versions)
        if later.recorded_at > shared_at
    )


def is_shift(changes: Iterable[Change], *, shift_tagged: bool) -> bool:
    """Return whether a talk counts as a shift of one side's goalposts.

    Args:
        changes: What became of that side's shared win.
        shift_tagged: Whether a `goalpost-shift` moment of that side exists.
    """
    return shift_tagged or Change.SHIFT in changes


def theirs_moved_more(mine: Share, theirs: Share) -> bool | None:
    """Return whose shared win moved more often: True theirs, False mine.

    None, and nothing is said, below five talks on either side or unless the
    probability is at least 0.95 one way.
    """
    if min(mine.n, theirs.n) < COMPARE_FROM:
        return None
    increase = probability_of_increase(mine.k, mine.n, theirs.k, theirs.n)
    if increase is None or 1 - SHARE_MARK < increase < SHARE_MARK:
        return None
    return increase >= SHARE_MARK


def asks_about_circumstances(own_reasons: Sequence[str]) -> bool:
    """Return whether three or more own changes are all laid to circumstances.

    The journal then asks about it; nothing is reclassified.
    """
    return len(own_reasons) >= CIRCUMSTANCES_ASKED_FROM and all(
        reason == "circumstances" for reason in own_reasons
    )
