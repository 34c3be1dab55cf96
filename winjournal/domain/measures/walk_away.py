"""M6: did I leave when I had said I would?"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from winjournal.domain.measures.shares import Share, share

_AGREED, _LEFT = "agreed", "walked-away"
_OUTCOMES = frozenset({_AGREED, _LEFT, "they-walked", "both-stopped", "open"})
_BELOW = {"yes": True, "no": False, "unsure": None}


class Leaving(StrEnum):
    """A deal or a walk, against the sealed line."""

    SOUND_DEAL = "sound-deal"
    """Signed at or above the line."""

    STAYED_TOO_LONG = "stayed-too-long"
    """Signed below it."""

    LEFT_WORKABLE_OFFER = "left-workable-offer"
    """Left although the offer met it."""

    WALKED_WELL = "walked-well"
    """Left an offer below it."""


@dataclass(frozen=True, slots=True)
class WalkAways:
    """All eligible talks together.

    Attributes:
        hard_cases: Walked well, of all talks whose last offer was below the line.
        left_workable: Left a workable offer, of all talks whose last offer met the
            line.
    """

    hard_cases: Share
    left_workable: Share


def below_line(
    last_offer: Decimal | None, line: Decimal | None, *, more_is_better: bool
) -> bool | None:
    """Return whether an offer is worse for me than the sealed line; equal is not.

    None if either is missing.

    Args:
        last_offer: What was last on the table; of a deal, what was captured.
        line: The walk-away line as sealed, in the same unit, also if revised later.
        more_is_better: True for a seller, False for a buyer.
    """
    if last_offer is None or line is None:
        return None
    return last_offer < line if more_is_better else last_offer > line


def below_line_in_words(answer: str | None) -> bool | None:
    """Return the answer to a line in words: yes, no, or None for unsure and missing.

    Raises:
        ValueError: The answer is another word.
    """
    if answer is None:
        return None
    if answer not in _BELOW:
        raise ValueError(f"{answer!r} is neither yes, no nor unsure")
    return _BELOW[answer]


def leaving(outcome: str | None, *, below: bool | None) -> Leaving | None:
    """Return what a talk says about leaving; None if it cannot speak to it.

    Only `agreed` and `walked-away` can: when they walked or both stopped, one did not
    leave. Nor does a talk without a line or a last offer.

    Args:
        outcome: agreed, walked-away, they-walked, both-stopped or open; None before
            the debrief.
        below: Whether the last offer was below the sealed line.

    Raises:
        ValueError: There is no such outcome.
    """
    if outcome is not None and outcome not in _OUTCOMES:
        raise ValueError(f"{outcome!r} is no outcome")
    if below is None:
        return None
    if outcome == _AGREED:
        return Leaving.STAYED_TOO_LONG if below else Leaving.SOUND_DEAL
    if outcome == _LEFT:
        return Leaving.WALKED_WELL if below else Leaving.LEFT_WORKABLE_OFFER
    return None


def walk_aways(talks: Iterable[Leaving]) -> WalkAways:
    """Return the hard cases and the workable offers of eligible talks."""
    counted = list(talks)
    well, stayed, left, sound = (
        counted.count(kind)
        for kind in (
            Leaving.WALKED_WELL,
            Leaving.STAYED_TOO_LONG,
            Leaving.LEFT_WORKABLE_OFFER,
            Leaving.SOUND_DEAL,
        )
    )
    return WalkAways(
        hard_cases=share(well, well + stayed), left_workable=share(left, left + sound)
    )
