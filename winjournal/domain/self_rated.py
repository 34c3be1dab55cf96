"""M10 over a record: where what I rated and what I tagged say two things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.measures.self_rating import RatedEntry, self_rating
from winjournal.domain.panels import Disagreement, SelfRated
from winjournal.domain.tags import TAXONOMY, Actor, Polarity, Step

if TYPE_CHECKING:
    from winjournal.domain.facts import Facts
    from winjournal.domain.tally import View

RATED = tuple(step for step in Step if step is not Step.INTERESTS)
"""The steps that a debrief asks to be rated, in the order of its answers."""

_SLIPS = {
    (Actor.ME, tag.slug): RATED.index(tag.step) + 1
    for tag in TAXONOMY
    if tag.polarity is Polarity.SLIP and tag.step in RATED
}


def self_rated(seen: View) -> SelfRated:
    """Return both lists over the talks of the period that were looked through."""
    rated = [
        RatedEntry(talk, talk.step_self, _slipped(talk))
        for talk in reversed(seen.inside)
        if talk.reviewed and talk.step_self is not None
    ]
    found = self_rating(rated)
    return SelfRated(
        high=tuple(map(_told, found.rated_high_tagged_otherwise)),
        low=tuple(map(_told, found.rated_low_untagged)),
    )


def _slipped(talk: Facts) -> frozenset[int]:
    return frozenset(
        _SLIPS[key] for key, n in talk.counts.items() if n and key in _SLIPS
    )


def _told(found: tuple[Facts, int]) -> Disagreement:
    talk, number = found
    ratings = talk.step_self or ()
    return Disagreement(id=talk.id, step=RATED[number - 1], rating=ratings[number - 1])
