"""M10 over a record: where what I rated and what I tagged say two things."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from winjournal.domain.measures.self_rating import (
    RatedEntry,
    SelfRating,
    self_rating,
)
from winjournal.domain.measures.settings import SELF_RATING_LISTED
from winjournal.domain.panels import Disagreement, SelfRated
from winjournal.domain.tags import TAXONOMY, Actor, Polarity, Step

if TYPE_CHECKING:
    from winjournal.domain.facts import Facts
    from winjournal.domain.tally import View

RATED = tuple(step for step in Step if step is not Step.INTERESTS)
"""The steps that a debrief asks to be rated, in the order of its answers."""

_AT_ONCE = 500

_SLIPS = {
    (Actor.ME, tag.slug): RATED.index(tag.step) + 1
    for tag in TAXONOMY
    if tag.polarity is Polarity.SLIP and tag.step in RATED
}


def self_rated(seen: View) -> SelfRated:
    """Return both lists over the talks of the period that were looked through."""
    newest = reversed(seen.inside)
    rated = (talk for talk in newest if talk.reviewed and talk.step_self is not None)
    looked_at: list[RatedEntry[Facts]] = []
    found = self_rating(looked_at)
    # Three of each are told: most of a long life need not be looked at.
    while not _is_full(found) and (more := list(islice(rated, _AT_ONCE))):
        looked_at += [RatedEntry(t, t.step_self or (), _slipped(t)) for t in more]
        found = self_rating(looked_at)
    return SelfRated(
        high=tuple(map(_told, found.rated_high_tagged_otherwise)),
        low=tuple(map(_told, found.rated_low_untagged)),
    )


def _is_full(found: SelfRating[Facts]) -> bool:
    lists = (found.rated_high_tagged_otherwise, found.rated_low_untagged)
    return all(len(one) == SELF_RATING_LISTED for one in lists)


def _slipped(talk: Facts) -> frozenset[int]:
    return frozenset(
        _SLIPS[key] for key, n in talk.counts.items() if n and key in _SLIPS
    )


def _told(found: tuple[Facts, int]) -> Disagreement:
    talk, number = found
    ratings = talk.step_self or ()
    return Disagreement(id=talk.id, step=RATED[number - 1], rating=ratings[number - 1])
