"""The block of the closing question: were their interests as important as mine?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.blocks import noted
from winjournal.domain.curves import angle_plot, strip
from winjournal.domain.doubts import ask_first, doubts
from winjournal.domain.evidence import held, is_due, landed_by_any
from winjournal.domain.later import FOLLOW_UP_DAYS
from winjournal.domain.measures.held_up import held_ups
from winjournal.domain.measures.interests import Grade, Landing, interest_balance
from winjournal.domain.measures.prediction import prediction_bias
from winjournal.domain.measures.settings import EQUAL_ANGLE, TIER_ENOUGH
from winjournal.domain.measures.tiers import Tier, tier
from winjournal.domain.report import Balance, Block, Detail, Volume
from winjournal.domain.statements import (
    DEGREES,
    FEW_FOR_A_PATTERN,
    HEADLINES,
    INTERESTS,
    INTERESTS_BIAS,
    INTERESTS_FEW,
    INTERESTS_HELD,
    INTERESTS_NO_BIAS,
    INTERESTS_NOTHING,
    INTERESTS_PLAUSIBLY,
    NO_ENTRIES,
    NOT_HEARD,
    SILENT,
    in_100,
    more_needed,
)
from winjournal.domain.tags import Step
from winjournal.domain.tally import Series, Tally, View, ids, tally
from winjournal.domain.trend_words import value_trend

if TYPE_CHECKING:
    from collections.abc import Sequence

    from winjournal.domain.facts import Facts
    from winjournal.domain.measures.interval import Interval

_RIGHT_ANGLE = 90.0


def interests(seen: View, logged: Volume) -> Block:
    """Return the block on both sides' interests (M5, M7, M8)."""
    deals = tally(seen, landed_by_any).where(lambda x: x.grade is not Grade.C)
    silent = deals.without(seen.deals)
    a, n = len(deals), len(deals) + len(silent)
    balance = _balance(seen, deals)
    shown = a >= TIER_ENOUGH and balance.angle is not None
    leaning, others = _evidence(deals, balance, silent)
    level = tier(a)
    looked_at = deals.looked_at
    gaps = Series(looked_at.talks, [x.theirs - x.mine for x in looked_at.said])
    return Block(
        step=Step.INTERESTS,
        headline=DEGREES if shown else HEADLINES[Step.INTERESTS],
        k=a,
        n=n,
        tier=level,
        interval=balance.interval,
        point=balance.angle if balance.interval else None,
        top=_RIGHT_ANGLE,
        sentence=_sentence(level, a, n, balance),
        caution=FEW_FOR_A_PATTERN if level is Tier.COUNTED else "",
        details=_details(a, balance),
        trend=value_trend(gaps, a, seen, with_pairs=False),
        for_ids=ids(deals.talks),
        against_ids=ids(silent),
        for_deals=leaning,
        against_deals=others,
        unknown_ids=ids(silent),
        wrong_because=doubts(
            Step.INTERESTS, deals.talks, gaps.talks, logged,
            _silence(balance),
        ),
        question=ask_first(
            ("silent", silent), ("heard", deals.talks), otherwise="deal"
        ),
        more_needed=_lacking(a, n),
        balance=balance,
        plot=angle_plot(strip(deals, lambda x: x.mine > x.theirs), looked_at, seen),
    )  # fmt: skip


def _lacking(a: int, n: int) -> str:
    lacking = more_needed(Step.INTERESTS, a, TIER_ENOUGH)
    return f"{NOT_HEARD} {lacking}" if n and not a else lacking


def _balance(seen: View, deals: Tally[Landing]) -> Balance:
    met = deals.inside.said
    tilted = deals.split(lambda x: x.mine > x.theirs)
    found = interest_balance([x.mine for x in met], [x.theirs for x in met])
    enough = len(met) >= TIER_ENOUGH
    predicted = [t for t in seen.inside if t.their_sat_pred is not None]
    answered = [t for t in predicted if t.their_rating is not None]
    bias = prediction_bias(
        [t.their_sat_pred or 0 for t in predicted], [t.their_rating for t in predicted]
    )
    told = bias if bias and bias.answered >= TIER_ENOUGH else None
    due = [(t, held(t)) for t in seen.deals if is_due(t, seen.today)]
    looks = held_ups(verdict for _, verdict in due)
    return Balance(
        angle=found.angle if found else None,
        interval=_limits(found.interval) if found and enough else None,
        reach=found.reach if found else 0.0,
        gap=found.gap if found else 0.0,
        tilt=found.tilt if found and enough else None,
        bias=told.bias if told else None,
        bias_interval=_limits(told.interval) if told else None,
        answered=len(answered),
        predicted=len(predicted),
        held=looks.held.k,
        checked=looks.held.n,
        due=len(due),
        days=max((t.last_day or 0 for t, _ in due), default=0) or FOLLOW_UP_DAYS[-1],
        mine_ids=ids(tilted[True]),
        theirs_ids=ids(tilted[False]),
        held_ids=ids(t for t, verdict in due if verdict is True),
        failed_ids=ids(t for t, verdict in due if verdict is False),
        answered_ids=ids(answered),
    )


def _limits(interval: Interval | None) -> tuple[float, float] | None:
    return (interval.low, interval.high) if interval else None


def _evidence(
    deals: Tally[Landing], balance: Balance, silent: Sequence[Facts]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return deals to open: those that lean as the angle does, and the others.

    Below five, when no angle stands there, those with their view and those without.
    """
    if len(deals) < TIER_ENOUGH or balance.angle is None:
        return ids(deals.talks), ids(silent)
    if balance.angle < EQUAL_ANGLE:
        return balance.mine_ids, balance.theirs_ids
    return balance.theirs_ids, balance.mine_ids


def _sentence(level: Tier, a: int, n: int, balance: Balance) -> str:
    if level is Tier.NONE:
        return NO_ENTRIES
    if a < TIER_ENOUGH:
        return INTERESTS_FEW.format(a=a, n=n)
    if balance.angle is None:
        return INTERESTS_NOTHING.format(n=a) + _bias(balance) + _held(balance)
    plausibly = ""
    if balance.interval:
        low, high = balance.interval
        plausibly = INTERESTS_PLAUSIBLY.format(lo=_degrees(low), hi=_degrees(high))
    stated = INTERESTS.format(
        n=a,
        angle=_degrees(balance.angle),
        plausibly=plausibly,
        reach=f"{in_100(balance.reach)} %",
    )
    return stated + _bias(balance) + _held(balance)


def _degrees(angle: float) -> int:
    return int(angle + 0.5)


def _bias(balance: Balance) -> str:
    if balance.bias is None:
        return ""
    size = f"{abs(balance.bias):.1f}"
    if size == "0.0":
        return INTERESTS_NO_BIAS
    direction = "less" if balance.bias > 0 else "more"
    return INTERESTS_BIAS.format(bias=size, direction=direction)


def _held(balance: Balance) -> str:
    if not balance.checked:
        return ""
    return INTERESTS_HELD.format(h=balance.held, f=balance.checked, days=balance.days)


def _details(a: int, balance: Balance) -> tuple[Detail, ...]:
    found = []
    if a:
        s = "" if a == 1 else "s"
        found.append(noted(f"both sides' own accounts, {a} deal{s}"))
    if balance.bias is not None and abs(balance.bias) >= 0.05:
        more = "less" if balance.bias > 0 else "more"
        words = f"they were {abs(balance.bias):.1f} {more} pleased than I thought"
        found.append(Detail(text=words, ids=balance.answered_ids))
    if balance.due:
        words = f"{balance.held} of {balance.checked} held up, {balance.due} due"
        found.append(Detail(text=words, ids=balance.held_ids))
    return tuple(found)


def _silence(balance: Balance) -> list[str]:
    silent = balance.predicted - balance.answered
    if not silent:
        return []
    return [SILENT.format(silent=silent, asked=balance.predicted)]
