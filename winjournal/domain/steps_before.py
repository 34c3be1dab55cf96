"""The blocks on what was promised, shared and known: trust, winning, value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from winjournal.domain.blocks import (
    Doubt,
    Evidence,
    noted,
    of_talks,
    plausible,
    share_block,
)
from winjournal.domain.curves import DOTS, share_plot
from winjournal.domain.doubts import ask_first, doubts
from winjournal.domain.evidence import (
    decided_on,
    is_over,
    is_overdue,
    promise_kept,
    range_grounded,
    win_moved,
)
from winjournal.domain.facts import Facts, Pledge
from winjournal.domain.measures.trust import Effect, effect_of_promise, effect_of_tag
from winjournal.domain.panels import Dot, Plot
from winjournal.domain.statements import (
    TRUST,
    TRUST_FEW,
    VALUE,
    VALUE_FEW,
    WINNING,
    WINNING_FEW,
    with_entries,
)
from winjournal.domain.tags import Actor, Step
from winjournal.domain.tally import View, ids, tally
from winjournal.domain.trend_words import share_trend

if TYPE_CHECKING:
    from datetime import date

    from winjournal.domain.report import Block, Detail, Volume


def trust(seen: View, logged: Volume) -> Block:
    """Return the block on own promises and deeds (M4); it has no trend."""
    due = due_promises(seen)
    yes = [pledge for pledge, was_kept in due if was_kept]
    no = [pledge for pledge, was_kept in due if not was_kept]
    talks_for, talks_against = _talks_of(yes, seen), _talks_of(no, seen)
    k, n = len(yes), len(due)
    mine, theirs = _deeds(seen, Actor.ME), _deeds(seen, Actor.THEM)
    overdue = [pledge for pledge in no if is_overdue(pledge, seen.today)]
    return share_block(
        Step.TRUST,
        Evidence(
            for_ids=tuple(pledge.id for pledge in yes),
            against_ids=tuple(pledge.id for pledge in no),
            for_deals=ids(talks_for),
            against_deals=ids(talks_against),
        ),
        Doubt(
            wrong_because=doubts(
                Step.TRUST, _talks_of([p for p, _ in due], seen, each=True), (), logged
            ),
            question=ask_first(
                ("overdue", _talks_of(overdue, seen)), otherwise="promise"
            ),
        ),
        few=with_entries(
            TRUST_FEW, [t.title for t in talks_for or talks_against], kept=k, due=n
        ),
        enough=TRUST.format(n=n, kept=k, b=theirs[0], x=theirs[1], **plausible(k, n)),
        details=(
            _deeds_detail("on their side", theirs),
            _deeds_detail("other deeds of mine", mine),
        ),
        plot=Plot(dots=_dots(due, seen)),
    )


def due_promises(seen: View) -> list[tuple[Pledge, bool]]:
    """Return own promises of the period that were due, and whether they were kept."""
    found = []
    for pledge in seen.record.pledges:
        was_kept = promise_kept(pledge, seen.today)
        if pledge.by is not Actor.ME or was_kept is None:
            continue
        day = _day_of(pledge, seen)
        if day is not None and day in seen.period:
            found.append((day, pledge.id, pledge, was_kept))
    return [(pledge, was_kept) for _, _, pledge, was_kept in sorted(found, key=_by_day)]


def _dots(due: Sequence[tuple[Pledge, bool]], seen: View) -> tuple[Dot, ...]:
    return tuple(
        Dot(
            id=pledge.negotiation_id or "",
            on=_day_of(pledge, seen) or seen.today,
            counted=was_kept,
        )
        for pledge, was_kept in due[-DOTS:]
    )


def _day_of(pledge: Pledge, seen: View) -> date | None:
    """Return the day a promise is listed by; without one, its negotiation's."""
    talk = seen.by_id.get(pledge.negotiation_id or "")
    return decided_on(pledge) or (talk.on if talk else None)


def _by_day(row: tuple[object, str, Pledge, bool]) -> tuple[object, str]:
    return row[:2]


def _talks_of(
    pledges: Sequence[Pledge], seen: View, *, each: bool = False
) -> list[Facts]:
    """Return the negotiations of promises, once; or once for each promise."""
    talks = [
        seen.by_id[pledge.negotiation_id]
        for pledge in pledges
        if pledge.negotiation_id in seen.by_id
    ]
    return talks if each else list({talk.id: talk for talk in talks}.values())


def _deeds(seen: View, actor: Actor) -> tuple[int, int]:
    """Return deeds of one side in the period that built trust, and that broke it.

    A deed that kept a promise counts as the promise, so once: among the other
    side's deeds here, among the promises for mine.
    """
    start, end = seen.period.start, seen.period.end
    tags = Counter(
        [
            deed.tag
            for deed in seen.record.deeds
            if deed.actor is actor
            and deed.promise_id is None
            and start <= deed.on <= end
        ]
    )
    done: Counter[Effect | None] = Counter()
    for tag, times in tags.items():
        done[effect_of_tag(tag)] += times
    if actor is Actor.THEM:
        done.update(
            effect_of_promise(pledge.state)
            for pledge in seen.record.pledges
            if pledge.by is actor
            and (day := _day_of(pledge, seen)) is not None
            and day in seen.period
        )
    return done[Effect.BUILT], done[Effect.BROKEN] + done[Effect.DECEIVED]


def _deeds_detail(whose: str, deeds: tuple[int, int]) -> Detail | None:
    built, broken = deeds
    return (
        noted(f"{whose}: {built} built, {broken} broken") if built or broken else None
    )


def winning(seen: View, logged: Volume) -> Block:
    """Return the block on goalposts that moved after they were shared (M2)."""
    talks = tally(seen, win_moved)
    by = talks.split(bool)
    moved, stayed = by[True], by[False]
    k, n = len(moved), len(talks)
    unshared = [t for t in seen.inside if is_over(t) and not t.shared]
    updated = [t for t in talks.talks if t.updates]
    updates = sum(t.updates for t in updated)
    trend = share_trend(talks.looked_at, n, seen)
    return share_block(
        Step.WINNING,
        of_talks(moved, stayed, unshared),
        Doubt(
            wrong_because=doubts(
                Step.WINNING, talks.talks, talks.looked_at.talks, logged
            ),
            question=ask_first(
                ("moved", moved), ("unshared", unshared), ("held", stayed),
                otherwise="win",
            ),
        ),
        few=with_entries(WINNING_FEW, [t.title for t in moved or stayed], k=k, n=n),
        enough=WINNING.format(k=k, n=n, u=updates, m=len(unshared), **plausible(k, n)),
        details=(
            noted(
                f"not shared at all in {len(unshared)} of {n + len(unshared)}", unshared
            )
            if unshared
            else None,
            noted(f"open updates {updates}", updated) if updates else None,
        ),
        trend=trend,
        plot=share_plot(talks, seen),
    )  # fmt: skip


def value(seen: View, logged: Volume) -> Block:
    """Return the block on knowing one's value (M9)."""
    talks = tally(seen, range_grounded)
    by = talks.split(bool)
    outside, own = by[True], by[False]
    k, n = len(outside), len(talks)
    explained, defended = seen.marked("value-explained"), seen.marked("value-defended")
    opened, kept_back = seen.marked("info-shared"), seen.marked("info-withheld")
    return share_block(
        Step.VALUE,
        of_talks(outside, own, [t for t in seen.inside if is_over(t) and not t.sealed]),
        Doubt(
            wrong_because=doubts(
                Step.VALUE, talks.talks, talks.looked_at.talks, logged
            ),
            question=ask_first(
                ("own-view", own), ("outside", outside), otherwise="range"
            ),
        ),
        few=VALUE_FEW.format(k=k, n=n),
        enough=VALUE.format(
            k=k, n=n, e=_count(explained), d=_count(defended), **plausible(k, n)
        ),
        details=(
            _pair("explained {a}, defended {b}", explained, defended),
            _pair("facts opened {a}, kept back {b}", opened, kept_back),
        ),
        trend=share_trend(talks.looked_at, n, seen),
        plot=share_plot(talks, seen),
    )


_Marked = Sequence[tuple[Facts, int]]


def _count(marked: _Marked) -> int:
    return sum(count for _, count in marked)


def _pair(words: str, handled: _Marked, slips: _Marked) -> Detail | None:
    if not handled and not slips:
        return None
    talks = [talk for talk, _ in handled or slips]
    return noted(words.format(a=_count(handled), b=_count(slips)), talks)
