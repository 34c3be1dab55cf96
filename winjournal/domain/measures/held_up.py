"""M8: did the deal hold up later?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from winjournal.domain.measures.interval import Interval
from winjournal.domain.measures.settings import RATING_FALL
from winjournal.domain.measures.shares import Share, share

_DISCOVERED = {"no": True, "yes-new": True, "yes-knew": False, "unknown": None}
_COMMITMENTS = {"all": True, "na": True, "some": False, "none": False}
_SWAP = {"yes": True, "no": False, "unsure": None}


@dataclass(frozen=True, slots=True)
class HeldUp:
    """All deals whose last look back is due.

    Attributes:
        held: Deals that held up, of those that can be told.
        bounds: The share of all due deals if the missing all failed, and if they all
            held.
    """

    held: Share
    bounds: Interval | None


@lru_cache(maxsize=256)
def held_up(
    they_discovered: str | None, my_commitments: str | None, swap_sign: str | None
) -> bool | None:
    """Return whether a deal held up: all three answers well, or one clear failure.

    One failure is enough for False, even if the rest is unknown; otherwise anything
    unknown gives None.

    Args:
        they_discovered: no, yes-new, yes-knew (I had known and kept it) or unknown.
        my_commitments: all, some, none or na.
        swap_sign: Would I sign in their chair: yes, no or unsure.
            None of each is an answer not given.

    Raises:
        ValueError: An answer is none of these words.
    """
    answers = (
        _answer(they_discovered, _DISCOVERED),
        _answer(my_commitments, _COMMITMENTS),
        _answer(swap_sign, _SWAP),
    )
    if False in answers:
        return False
    return None if None in answers else True


def missing_bounds(held: int, answered: int, due: int) -> Interval | None:
    """Return the share of due deals that held if the missing all failed, or all held.

    These are limits of what is possible, 0 to 1, not of what is plausible. None if
    nothing is due.

    Raises:
        ValueError: The counts do not fit into each other.
    """
    if not 0 <= held <= answered <= due:
        raise ValueError(f"{held} of {answered} of {due} are no possible counts")
    if due == 0:
        return None
    return Interval(held / due, (held + due - answered) / due)


def held_ups(due: Iterable[bool | None]) -> HeldUp:
    """Return how many due deals held up; None stands for one that cannot be told."""
    verdicts = list(due)
    told = [verdict for verdict in verdicts if verdict is not None]
    return HeldUp(
        held=share(sum(told), len(told)),
        bounds=missing_bounds(sum(told), len(told), len(verdicts)),
    )


def rating_fell(first: int | None, later: int | None) -> bool:
    """Return whether their later rating lies two or more below their first (1 to 7).

    False if either is missing: such a deal is not listed.
    """
    if first is None or later is None:
        return False
    return first - later >= RATING_FALL


def _answer(word: str | None, meanings: Mapping[str, bool | None]) -> bool | None:
    """Return what an answer means: well, a failure, or None for not known."""
    if word is None:
        return None
    if word not in meanings:
        raise ValueError(f"{word!r} is none of {', '.join(meanings)}")
    return meanings[word]
