"""Where a self-rating and the marks of one debrief disagree (M10), as a question."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from winjournal.domain.measures.settings import SELF_RATED_HIGH, SELF_RATED_LOW
from winjournal.domain.tags import (
    Actor,
    Polarity,
    Step,
    Tag,
    find_tag,
    polarity_of,
    step_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

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
        words = next((f': "{one.note}"' for one in slips if one.note), "")
        return f"You marked {_counted(slips)} here{words}. Does {rating} say it?"
    if rating <= SELF_RATED_LOW and not slips:
        return "No slip of yours is marked here. Hard on yourself, or not marked?"
    return ""


def _counted(slips: Iterable[Moment]) -> str:
    """Return which slips and how often: `ego twice and stayed-for-ego`."""
    counts = Counter(one.tag for one in slips if one.tag)
    said = [f"{slug}{_TIMES.get(count, f' {count} times')}"
            for slug, count in counts.items()]  # fmt: skip
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"


_TIMES = {1: "", 2: " twice"}


_SPOKEN_OF: tuple[tuple[str, Callable[[Tag], bool]], ...] = (
    ("ego", lambda tag: tag.step is Step.EGO),
    ("fair share", lambda tag: tag.step is Step.SHARE),
    ("goalposts", lambda tag: tag.slug.startswith("goalpost-")),
    ("trust", lambda tag: tag.step is Step.TRUST),
    ("value", lambda tag: tag.slug.startswith("value-")),
    ("information", lambda tag: tag.slug.startswith("info-")),
    ("their interest", lambda tag: tag.step is Step.INTERESTS),
)
"""What is looked for among the marks: the three asked for first, then the steps."""


def unmarked(moments: Iterable[Moment]) -> tuple[str, ...]:
    """Return what no mark speaks of, mine or theirs, the three asked first first."""
    seen = [tag for one in moments if one.tag and (tag := find_tag(one.tag))]
    return tuple(words for words, fits in _SPOKEN_OF if not any(map(fits, seen)))
