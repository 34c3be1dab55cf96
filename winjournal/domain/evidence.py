"""What one negotiation says to each question; None where it cannot speak to it.

The bridge from `facts` to `measures`: which negotiation is eligible, and which way
it counts (MEASURES.md 3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.debrief import Outcome
from winjournal.domain.later import PromiseState
from winjournal.domain.measures.ego import EGO_TAGS
from winjournal.domain.measures.goalposts import Change, is_shift
from winjournal.domain.measures.grounding import has_outside_yardstick
from winjournal.domain.measures.held_up import held_up
from winjournal.domain.measures.interests import Grade, Landing, landing
from winjournal.domain.measures.over_capture import OverCapture, over_capture
from winjournal.domain.measures.trust import kept
from winjournal.domain.measures.walk_away import (
    Leaving,
    below_line,
    below_line_in_words,
    leaving,
)
from winjournal.domain.tags import Actor
from winjournal.domain.terms import Direction, Unit

if TYPE_CHECKING:
    from datetime import date

    from winjournal.domain.facts import Facts, Pledge


def is_late(talk: Facts) -> bool:
    """Whether its prep was sealed after the talk had begun: listed, hardly counted."""
    return talk.sealed and not talk.sealed_in_time


def is_over(talk: Facts) -> bool:
    """Whether the talk has come to an end."""
    return talk.closed_on is not None


def is_deal(talk: Facts) -> bool:
    """Whether both sides agreed."""
    return talk.outcome is Outcome.AGREED


def my_marks(talk: Facts) -> int:
    """Return own moments with a tag of any kind."""
    return sum([n for (actor, _), n in talk.counts.items() if actor is Actor.ME])


_MY_SHIFT = (Actor.ME, "goalpost-shift")
_MY_EGO = tuple((Actor.ME, tag) for tag in sorted(EGO_TAGS))


def promise_kept(pledge: Pledge, today: date) -> bool | None:
    """Return whether a promise that is due was kept (M4)."""
    return kept(pledge.state, pledge.due, today)


def decided_on(pledge: Pledge) -> date | None:
    """Return the day on which a promise was due or settled, whichever came first."""
    days = [day for day in (pledge.due, pledge.settled_on) if day is not None]
    return min(days, default=None)


def is_overdue(pledge: Pledge, today: date) -> bool:
    """Whether a promise of mine is open and its day has passed."""
    open_ = pledge.state is PromiseState.OPEN and pledge.by is Actor.ME
    return open_ and pledge.due is not None and pledge.due < today


def win_moved(talk: Facts) -> bool | None:
    """Return whether my shared win moved without an open reason (M2)."""
    if not talk.shared:
        return None
    changes = (Change.SHIFT,) if talk.shifts else ()
    return is_shift(changes, shift_tagged=talk.counts.get(_MY_SHIFT, 0) > 0)


def range_grounded(talk: Facts) -> bool | None:
    """Return whether a sealed fair range had an outside yardstick (M9)."""
    if not talk.sealed or talk.unit is Unit.NONE or talk.fair_basis is None:
        return None
    return has_outside_yardstick(talk.fair_basis)


def captured(talk: Facts) -> OverCapture | None:
    """Return where a deal ended against its range, sealed in time (M1)."""
    if talk.outcome is not Outcome.AGREED or not talk.sealed_in_time:
        return None
    if talk.unit is Unit.NONE or talk.direction is None:
        return None
    return over_capture(
        talk.captured,
        talk.fair_low,
        talk.fair_high,
        more_is_better=talk.direction is Direction.MORE,
    )


def ego_tags(talk: Facts) -> int | None:
    """Return own moments of ego; None where nobody looked for moments (M3)."""
    if not talk.reviewed:
        return None
    counts = talk.counts
    # This runs over every talk there is, and in most there was no such moment.
    return sum([counts[act] for act in _MY_EGO if act in counts])


def ego_tagged(talk: Facts) -> bool | None:
    """Return whether ego was tagged in a reviewed talk (M3)."""
    tags = ego_tags(talk)
    return None if tags is None else tags > 0


def left(talk: Facts) -> Leaving | None:
    """Return what a talk says about leaving, against its line sealed in time (M6)."""
    if not talk.sealed_in_time or talk.outcome is None:
        return None
    return leaving(talk.outcome, below=_below(talk))


def _below(talk: Facts) -> bool | None:
    if talk.line_is_text:
        return below_line_in_words(talk.below_line)
    if talk.direction is None:
        return None
    last = talk.captured if is_deal(talk) else None
    return below_line(
        talk.final_offer if last is None else last,
        talk.walk_away,
        more_is_better=talk.direction is Direction.MORE,
    )


def landed(talk: Facts) -> Landing | None:
    """Return where a deal landed by both sides' own accounts (M5, grades A and B)."""
    found = landed_by_any(talk)
    return None if found is None or found.grade is Grade.C else found


def landed_by_any(talk: Facts) -> Landing | None:
    """Return where a deal landed by the best account there is, if only my guess."""
    if talk.outcome is not Outcome.AGREED:
        return None
    return landing(
        my_rating=talk.my_sat,
        their_rating=talk.their_rating,
        my_criteria=talk.mine_met,
        their_criteria=talk.theirs_met,
        their_criteria_told=talk.theirs_told,
    )


def is_due(talk: Facts, today: date) -> bool:
    """Whether the last look back at a deal is due (M8)."""
    day = talk.last_due
    return day is not None and day <= today and talk.outcome is Outcome.AGREED


def held(talk: Facts) -> bool | None:
    """Return whether a deal held up, as far as it can be told (M8)."""
    return held_up(talk.they_discovered, talk.my_commitments, talk.swap_sign)
