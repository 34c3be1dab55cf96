"""Invented negotiations as rows of the journal's tables, the same every time.

Rows and not acts: ten thousand deals typed one by one would take an hour. So
these journals have no acts to undo and no chain of seals; all else is there,
prepared, marked, debriefed and looked back on.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import accumulate
from typing import TYPE_CHECKING

from benchmarks.inventor import Inventor, Values, instant
from benchmarks.prepared import counterparty, goalposts, negotiation
from benchmarks.words import NOW, sentence
from winjournal.domain.debrief import Outcome
from winjournal.domain.tags import TAXONOMY
from winjournal.store.instants import utc_text

if TYPE_CHECKING:
    from collections.abc import Iterator

YEARS = 10
OPEN = 3
"""The last so many are still under way."""

OUTCOMES = (
    *[Outcome.AGREED] * 7,
    Outcome.WALKED_AWAY,
    Outcome.THEY_WALKED,
    Outcome.BOTH_STOPPED,
)
TAGS = tuple(tag.slug for tag in TAXONOMY)


def talk(
    inventor: Inventor, of: Values, at: datetime, marks: int
) -> Iterator[tuple[str, Values]]:
    """Yield a sitting with its offers and moments."""
    start = at + timedelta(days=2)
    sitting = inventor.row(
        start,
        negotiation_id=of["id"],
        started_date=start.date().isoformat(),
        ended_date=start.date().isoformat(),
        zone="UTC",
        source="live",
        **instant("started", start),
        **instant("ended", start + timedelta(hours=1)),
    )
    yield "sitting", sitting
    for turn in range(inventor.rng.randint(2, 4)):
        when = start + timedelta(minutes=10 * turn)
        amount = 100 * inventor.rng.randint(8, 600)
        yield (
            "offer",
            inventor.row(
                when,
                negotiation_id=of["id"],
                by=("them", "me")[turn % 2],
                amount=str(amount),
                at=utc_text(when),
                at_offset=0,
            ),
        )
    for mark in range(marks):
        when = start + timedelta(minutes=2 * mark)
        yield "moment", moment(inventor, of, sitting, when)


def moment(inventor: Inventor, of: Values, sitting: Values, when: datetime) -> Values:
    """Return a mark in a sitting."""
    return inventor.row(
        when,
        negotiation_id=of["id"],
        sitting_id=sitting["id"],
        at=utc_text(when),
        at_offset=0,
        at_date=when.date().isoformat(),
        precision="exact",
        tag=None if inventor.chance(0.05) else inventor.rng.choice(TAGS),
        actor="them" if inventor.chance(0.3) else "me",
        strength=inventor.rng.choice((1, 1, 2, 3)),
        note=inventor.note() if inventor.chance(0.6) else None,
        recorded=inventor.rng.choice(("live", "same-day", "later")),
    )


def ending(
    inventor: Inventor, of: Values, at: datetime
) -> Iterator[tuple[str, Values]]:
    """Yield the debrief and the two looks back of a closed negotiation."""
    end = at + timedelta(days=14)
    outcome = inventor.rng.choice(OUTCOMES)
    amount = str(100 * inventor.rng.randint(8, 600))
    agreed = outcome is Outcome.AGREED
    rated = [inventor.rng.randint(1, 7) for _ in range(5)]
    yield (
        "debrief",
        inventor.row(
            end,
            negotiation_id=of["id"],
            written_date=end.date().isoformat(),
            outcome=outcome.value,
            captured=amount if agreed else None,
            final_offer=None if agreed else amount,
            below_line=None if agreed else "unsure",
            my_sat=inventor.rng.randint(1, 7),
            their_sat_pred=inventor.rng.randint(1, 7),
            deal_again_prob=10 * inventor.rng.randint(0, 10),
            my_win_changed=int(inventor.chance(0.2)),
            their_win_changed=int(inventor.chance(0.3)),
            info_gap=inventor.rng.choice(("none", "i-shared-it", "i-kept-it")),
            step_self="[" + ",".join(map(str, rated)) + "]",
            moments_reviewed=1,
            lesson=inventor.note(),
            happened=sentence(inventor.rng, inventor.rng.choice((6, 20, 40, 200))),
            **instant("written", end),
            **instant("sealed", end),
        ),
    )
    for day in (30, 90):
        yield "follow_up", look_back(inventor, of, end, day)


def look_back(inventor: Inventor, of: Values, end: datetime, day: int) -> Values:
    """Return a look back; it is answered when it was due a week ago or more."""
    due = end + timedelta(days=day)
    answered = due < NOW - timedelta(days=7)
    answers: Values = {
        "deal_again": inventor.rng.choice(("yes", "no", "unsure")),
        "their_sat": inventor.rng.randint(1, 7),
        "their_sat_source": inventor.rng.choice(("told-me", "in-writing")),
        "my_sat_now": inventor.rng.randint(1, 7),
        "they_discovered": inventor.rng.choice(("no", "yes-new", "unknown")),
        "my_commitments": "all",
        "their_commitments": "some",
        "swap_sign": "yes",
        **instant("answered", due),
    }
    return inventor.row(
        end,
        negotiation_id=of["id"],
        day=day,
        due=due.date().isoformat(),
        skipped=0,
        **(answers if answered else {}),
    )


def promise(inventor: Inventor, of: Values, at: datetime) -> Values:
    """Return a promise made in a negotiation; of an old one it is settled."""
    due = at + timedelta(days=20)
    settled = due < NOW
    return inventor.row(
        at,
        counterparty_id=of["counterparty_id"],
        negotiation_id=of["id"],
        by=inventor.rng.choice(("me", "them")),
        text=sentence(inventor.rng, 6),
        made_date=at.date().isoformat(),
        due=due.date().isoformat(),
        state=inventor.rng.choice(("kept", "kept-late", "broken"))
        if settled
        else "open",
        settled_on=due.date().isoformat() if settled else None,
        **instant("made", at),
    )


def shared_out(inventor: Inventor, moments: int, negotiations: int) -> list[int]:
    """Return how many moments each negotiation has: some few, some many."""
    weights = [inventor.rng.choice((1, 2, 4, 4, 8)) for _ in range(negotiations)]
    whole = sum(weights)
    ends = [moments * upto // whole for upto in accumulate(weights)]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


def rows(negotiations: int, moments: int, seed: int) -> Iterator[tuple[str, Values]]:
    """Yield table and row of a whole journal, in an order that foreign keys allow.

    The last `OPEN` negotiations began in the last days before `NOW` and are under
    way; the others lie evenly over ten years.

    Args:
        negotiations: How many.
        moments: How many in all.
        seed: Equal seeds give equal journals.
    """
    inventor = Inventor(seed)
    first = NOW - timedelta(days=365 * YEARS)
    people = [
        counterparty(inventor, number, first)
        for number in range(max(1, negotiations // 20))
    ]
    yield from (("counterparty", person) for person in people)
    # A few people are met again and again, most of them once or twice.
    often = list(accumulate(1 / (rank + 1) for rank in range(len(people))))
    marks = shared_out(inventor, moments, negotiations)
    step = (NOW - timedelta(days=20) - first) / negotiations
    for number in range(negotiations):
        closed = number < negotiations - OPEN
        at = (
            first + step * number
            if closed
            else NOW - timedelta(days=3, hours=number % OPEN)
        )
        (person,) = inventor.rng.choices(people, cum_weights=often)
        with_ = str(person["id"])
        deal = negotiation(inventor, number, at, with_, closed)
        yield "negotiation", deal
        yield from goalposts(inventor, deal, at)
        yield from talk(inventor, deal, at, marks[number])
        if closed:
            yield from ending(inventor, deal, at)
        if inventor.chance(0.3):
            yield "promise", promise(inventor, deal, at)
