"""Where a self-rating and the marks of one debrief disagree (M10), as a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.measures.settings import SELF_RATED_HIGH, SELF_RATED_LOW
from winjournal.domain.tags import Actor, Polarity, Step, find_tag, polarity_of, step_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from winjournal.domain.moments import Moment


def own_slips(moments: Iterable[Moment], step: Step) -> tuple[Moment, ...]:
    """Return my marks that are slips of a step, in their order."""
    return tuple(
        one
        for one in moments
        if one.actor is Actor.ME
        and step_of(one.tag) is step
        and polarity_of(one.tag) is Polarity.SLIP
    )


def doubt(step: Step, rating: int | None, moments: Iterable[Moment]) -> str:
    """Return both the rating and the marks, and a question; "" where they agree.

    Args:
        step: One of the five.
        rating: 1 to 7; None while unanswered.
        moments: The marks of the negotiation.
    """
    slips = own_slips(moments, step)
    if rating is None:
        return ""
    if rating >= SELF_RATED_HIGH and slips:
        named = [_named(one) for one in slips[:2]]
        more = len(slips) - len(named)
        rest = f" and {more} more" if more else ""
        return f"You marked {', '.join(named)}{rest} here. Does {rating} say it?"
    if rating <= SELF_RATED_LOW and not slips:
        return "No slip of yours is marked here. Hard on yourself, or not marked?"
    return ""


def _named(moment: Moment) -> str:
    tag = find_tag(moment.tag or "")
    label = tag.slug if tag else "a slip"
    return f'{label} "{moment.note}"' if moment.note else label


_PAIRS = (
    ("ego", ("ego", "ego-released")),
    ("over-capture or a fair share", ("over-capture", "fair-share")),
    ("goalposts", ("goalpost-shift", "goalpost-held")),
    ("value", ("value-explained", "value-defended")),
    ("information", ("info-shared", "info-withheld")),
    ("their interest", ("their-interest-served", "their-interest-ignored")),
)
"""What is looked for among the marks: the three asked for first, then the rest."""


def unmarked(moments: Iterable[Moment]) -> tuple[str, ...]:
    """Return what no mark speaks of, mine or theirs, the three asked first first."""
    seen = {one.tag for one in moments}
    return tuple(words for words, slugs in _PAIRS if not seen.intersection(slugs))
