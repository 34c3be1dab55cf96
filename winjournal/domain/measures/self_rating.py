"""M10: what I rated against what I tagged. Two lists, no score."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

from winjournal.domain.measures.settings import (
    SELF_RATED_HIGH,
    SELF_RATED_LOW,
    SELF_RATING_LISTED,
)

EntryT = TypeVar("EntryT")


@dataclass(frozen=True, slots=True)
class RatedEntry(Generic[EntryT]):
    """A reviewed negotiation with its own ratings and slips by step.

    Attributes:
        entry: Whatever the caller knows it by.
        step_self: Own rating of steps 1 to 5, each 1 to 7; None where not rated.
        slipped_steps: Steps, 1 to 5, with at least one own moment of a slip.
    """

    entry: EntryT
    step_self: Sequence[int | None]
    slipped_steps: Collection[int]


@dataclass(frozen=True, slots=True)
class SelfRating(Generic[EntryT]):
    """Both lists, newest first, at most three of each: (entry, step).

    Attributes:
        rated_high_tagged_otherwise: Rated 6 or 7 with an own slip in that step.
        rated_low_untagged: Rated 1 or 2 without one: hard on oneself, or untagged?
    """

    rated_high_tagged_otherwise: tuple[tuple[EntryT, int], ...]
    rated_low_untagged: tuple[tuple[EntryT, int], ...]


def self_rating(newest_first: Sequence[RatedEntry[EntryT]]) -> SelfRating[EntryT]:
    """Return where ratings and tags disagree; empty lists where they do not."""
    return SelfRating(
        rated_high_tagged_otherwise=_first(
            (rated.entry, step)
            for rated in newest_first
            for step, rating in _ratings(rated)
            if rating >= SELF_RATED_HIGH and step in rated.slipped_steps
        ),
        rated_low_untagged=_first(
            (rated.entry, step)
            for rated in newest_first
            for step, rating in _ratings(rated)
            if rating <= SELF_RATED_LOW and step not in rated.slipped_steps
        ),
    )


def _ratings(rated: RatedEntry[EntryT]) -> Iterable[tuple[int, int]]:
    """Return (step, rating) of the steps that were rated, in their order."""
    return (
        (step, rating)
        for step, rating in enumerate(rated.step_self, start=1)
        if rating is not None
    )


def _first(found: Iterable[tuple[EntryT, int]]) -> tuple[tuple[EntryT, int], ...]:
    return tuple(islice(found, SELF_RATING_LISTED))
