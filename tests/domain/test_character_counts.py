"""Every printed k and n, counted again from the negotiations that the figure opens.

The rules are written out here once more, plainly, so that a slip in the report's
own bookkeeping cannot hide behind itself.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING, TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.records import TODAY, YEAR
from winjournal.domain.character import report
from winjournal.domain.debrief import InfoGap, NoDealReason, Outcome, YesNoUnsure
from winjournal.domain.facts import Deed, Facts, Pledge, Record
from winjournal.domain.later import Commitments, Discovered, PromiseState
from winjournal.domain.measures.tiers import tier
from winjournal.domain.report import Block, Report
from winjournal.domain.tags import TAXONOMY, Actor, Polarity, Step
from winjournal.domain.terms import Direction, FairBasis, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")

SETTINGS = settings(derandomize=True, deadline=None, max_examples=150)
ME = Actor.ME
SLUGS = [tag.slug for tag in TAXONOMY]
FIRST = date(2025, 11, 1)


def maybe(chance: Random, values: Iterable[T]) -> T | None:
    """Return one of the values, or None every fourth time."""
    return chance.choice([*values]) if chance.random() < 0.75 else None


def day(chance: Random) -> date:
    return FIRST + timedelta(days=chance.randrange(450))


def amount(chance: Random) -> Decimal | None:
    return maybe(chance, [Decimal(100 * n) for n in range(80, 130)])


def facts(chance: Random, number: int) -> Facts:
    """Return any negotiation that the store could boil down."""
    person, on = chance.randrange(4), day(chance)
    counts = {
        (chance.choice(list(Actor)), chance.choice([*SLUGS, "own"])): chance.randrange(
            4
        )
        for _ in range(chance.randrange(5))
    }
    sealed = chance.random() < 0.7
    return Facts(
        id=f"d{number:03}",
        title=f"Talk {number}",
        person_id=f"p{person}",
        person=f"Person {person}",
        sphere="professional",
        on=on,
        closed_on=maybe(chance, [on]),
        sealed=sealed,
        sealed_in_time=sealed and chance.random() < 0.7,
        unit=chance.choice(list(Unit)),
        direction=maybe(chance, Direction),
        fair_low=maybe(chance, [Decimal(9000)]),
        fair_high=maybe(chance, [Decimal(11000)]),
        fair_basis=maybe(chance, FairBasis),
        walk_away=maybe(chance, [Decimal(9500)]),
        line_is_text=chance.random() < 0.3,
        outcome=maybe(chance, [*Outcome, Outcome.AGREED, Outcome.AGREED]),
        debriefed_on=maybe(chance, [on]),
        captured=amount(chance),
        final_offer=amount(chance),
        below_line=maybe(chance, YesNoUnsure),
        info_gap=maybe(chance, InfoGap),
        no_deal_reason=maybe(chance, NoDealReason),
        my_sat=maybe(chance, range(1, 8)),
        their_sat_pred=maybe(chance, range(1, 8)),
        reviewed=chance.random() < 0.7,
        shared=chance.random() < 0.7,
        shifts=chance.choice([0, 0, 1, 2]),
        updates=chance.choice([0, 0, 1, 2]),
        mine_met=maybe(chance, [0.0, 0.5, 1.0]),
        theirs_met=maybe(chance, [0.0, 0.25, 1.0]),
        theirs_told=chance.random() < 0.5,
        their_rating=maybe(chance, range(1, 8)),
        counts=counts,
        moments=sum(counts.values()),
        last_due=maybe(chance, [TODAY + timedelta(n) for n in (-1, 0, 1)]),
        they_discovered=maybe(chance, Discovered),
        my_commitments=maybe(chance, Commitments),
        swap_sign=maybe(chance, YesNoUnsure),
    )


def any_record(seed: int) -> Record:
    """Return a whole record, promises and deeds included; small ones are as likely."""
    chance = Random(seed)
    deals = tuple(facts(chance, n) for n in range(chance.choice([0, 2, 5, 9, 20, 60])))
    homes = [*(d.id for d in deals), None]
    pledges = tuple(
        Pledge(
            id=f"q{n:03}",
            negotiation_id=chance.choice(homes),
            person_id="p0",
            by=chance.choice(list(Actor)),
            state=chance.choice(list(PromiseState)),
            due=maybe(chance, [day(chance)]),
            settled_on=maybe(chance, [day(chance)]),
        )
        for n in range(chance.randrange(20))
    )
    deeds = tuple(
        Deed(
            negotiation_id="d000",
            person_id="p0",
            on=day(chance),
            strength=1,
            actor=chance.choice(list(Actor)),
            tag=chance.choice(["trust-built", "honest", "misled", "trust-broken"]),
            promise_id=maybe(chance, ["q000"]),
        )
        for _ in range(chance.randrange(5))
    )
    weeks = chance.sample(["2026-W02", "2026-W20"], chance.randrange(3))
    unlogged = {week: chance.randrange(5) for week in weeks}
    return Record(deals=deals, pledges=pledges, deeds=deeds, unlogged=unlogged)


def records() -> st.SearchStrategy[Record]:
    # From a seed: drawing each field on its own takes minutes.
    return st.integers(0, 2**32).map(any_record)


def inside(whole: Record) -> list[Facts]:
    return [d for d in whole.deals if d.on in YEAR]


def mine(deal: Facts, tag: str) -> int:
    return deal.counts.get((ME, tag), 0)


def ids(deals: list[Facts]) -> set[str]:
    return {d.id for d in deals}


def of(found: Report, step: Step) -> Block:
    return next(b for b in found.blocks if b.step is step)


def check(found: Block, yes: list[Facts], all_: list[Facts]) -> None:
    """Check a block's k, n and ids against what was counted here."""
    assert set(found.for_ids) == ids(yes)
    assert set(found.against_ids) == ids(all_) - ids(yes)
    assert (found.k, found.n) == (len(yes), len(all_))


def numbers(text: str) -> list[int]:
    return [int(n) for n in re.findall(r"\d+", text)]


@given(records())
@SETTINGS
def test_trust(whole: Record) -> None:
    found = of(report(whole, YEAR, TODAY), Step.TRUST)
    homes = {d.id: d.on for d in whole.deals}
    due = []
    for p in whole.pledges:
        overdue = p.state == "open" and p.due is not None and p.due < TODAY
        days = [d for d in (p.due, p.settled_on) if d]
        on = min(days) if days else homes.get(p.negotiation_id or "")
        counts = overdue or p.state in ("kept", "kept-late", "broken")
        if p.by is ME and counts and on and on in YEAR:
            due.append(p)
    kept = [p for p in due if p.state == "kept"]
    assert set(found.for_ids) == {p.id for p in kept}
    assert set(found.against_ids) == {p.id for p in due} - {p.id for p in kept}
    assert set(found.for_deals) == {p.negotiation_id for p in kept} - {None}
    if len(due) >= 5:
        assert f"Across {len(due)} due promises, {len(kept)} were" in found.sentence
    elif due:
        assert found.sentence.startswith(f"{len(kept)} of {len(due)} promises")


@given(records())
@SETTINGS
def test_winning(whole: Record) -> None:
    found = of(report(whole, YEAR, TODAY), Step.WINNING)
    told = [d for d in inside(whole) if d.shared]
    moved = [d for d in told if d.shifts or mine(d, "goalpost-shift")]
    check(found, moved, told)
    silent = [d for d in inside(whole) if not d.shared and d.closed_on]
    updates = sum(d.updates for d in told)
    assert set(found.unknown_ids) == ids(silent)
    if len(told) >= 5:
        assert f"in {len(moved)} of {len(told)} talks" in found.sentence
        assert numbers(found.sentence)[-2:] == [updates, len(silent)]
    texts = {detail.text: detail.ids for detail in found.details}
    if silent:
        together = len(silent) + len(told)
        opened = texts[f"not shared at all in {len(silent)} of {together}"]
        assert set(opened) == ids(silent)
    if updates:
        assert set(texts[f"open updates {updates}"]) == ids(
            [d for d in told if d.updates]
        )


@given(records())
@SETTINGS
def test_value(whole: Record) -> None:
    found = of(report(whole, YEAR, TODAY), Step.VALUE)
    preps = [
        d for d in inside(whole)
        if d.sealed and d.unit != "none" and d.fair_basis is not None
    ]  # fmt: skip
    check(found, [d for d in preps if d.fair_basis != "own-view"], preps)
    explained = sum(mine(d, "value-explained") for d in inside(whole))
    defended = sum(mine(d, "value-defended") for d in inside(whole))
    if len(preps) >= 5:
        assert numbers(found.sentence)[-2:] == [explained, defended]
    if explained or defended:
        assert found.details[0].text == f"explained {explained}, defended {defended}"


def side(deal: Facts) -> str | None:
    """Return where a deal ended against its range, with whole numbers alone."""
    needed = (deal.captured, deal.fair_low, deal.direction)
    if deal.outcome != "agreed" or not deal.sealed_in_time or deal.unit == "none":
        return None
    if None in needed or deal.captured is None or deal.fair_low is None:
        return None
    low, high = deal.fair_low, deal.fair_high
    if high is None:
        low, high = low * Decimal("0.95"), low * Decimal("1.05")
    if low <= deal.captured <= high:
        return "within"
    return "over" if (deal.captured > high) == (deal.direction == "more") else "under"


@given(records())
@SETTINGS
def test_share(whole: Record) -> None:
    found = of(report(whole, YEAR, TODAY), Step.SHARE)
    deals = [d for d in inside(whole) if side(d)]
    over = [d for d in deals if side(d) == "over"]
    under = [d for d in deals if side(d) == "under"]
    check(found, over, deals)
    if deals:
        assert f"{len(over)} of {len(deals)} deals ended above" in found.sentence
        assert f", {len(under)} below" in found.sentence
    if len(deals) >= 5 and over:
        kept = sum(d.info_gap == "i-kept-it" for d in over)
        assert numbers(found.sentence)[-2:] == [kept, len(over)]


def leaving(deal: Facts) -> str | None:
    """Return `left` or `stayed` for a last offer below the line."""
    if not deal.sealed_in_time or deal.outcome not in ("agreed", "walked-away"):
        return None
    last = deal.captured if deal.outcome == "agreed" else None
    last = deal.final_offer if last is None else last
    if deal.line_is_text:
        below = deal.below_line == "yes"
    elif deal.direction is None or last is None or deal.walk_away is None:
        return None
    else:
        more = deal.direction == "more"
        below = last < deal.walk_away if more else last > deal.walk_away
    return {"agreed": "stayed", "walked-away": "left"}[deal.outcome] if below else None


@given(records())
@SETTINGS
def test_ego(whole: Record) -> None:
    found = of(report(whole, YEAR, TODAY), Step.EGO)
    seen = [d for d in inside(whole) if d.reviewed]
    slips = ("ego", "stayed-for-ego", "left-for-ego")
    check(found, [d for d in seen if any(mine(d, tag) for tag in slips)], seen)
    released = [d for d in seen if mine(d, "ego-released")]
    if 0 < len(seen) < 5:
        assert found.sentence.endswith(f"let go in {len(released)}.")
    left = [d for d in inside(whole) if leaving(d) == "left"]
    stayed = [d for d in inside(whole) if leaving(d) == "stayed"]
    opened = [d.ids for d in found.details if d.text.startswith("below my line")]
    assert [set(x) for x in opened] == ([ids(left + stayed)] if left or stayed else [])
    if len(seen) >= 5:
        times = sum(mine(d, "ego-released") for d in released)
        assert f"let go {times} times" in found.sentence
        words = (
            f"Below your line {len(left + stayed)} times:"
            f" left {len(left)}, stayed {len(stayed)}."
        )
        assert (words in found.sentence) is bool(left or stayed)


def account(deal: Facts) -> tuple[float, float] | None:
    if deal.my_sat and deal.their_rating:
        return (deal.my_sat - 1) / 6, (deal.their_rating - 1) / 6
    if deal.theirs_told and deal.mine_met is not None and deal.theirs_met is not None:
        return deal.mine_met, deal.theirs_met
    return None


def held(deal: Facts) -> bool | None:
    good = (
        {"no": True, "yes-new": True, "yes-knew": False}.get(
            deal.they_discovered or ""
        ),
        {"all": True, "na": True, "some": False, "none": False}.get(
            deal.my_commitments or ""
        ),
        {"yes": True, "no": False}.get(deal.swap_sign or ""),
    )
    return False if False in good else None if None in good else True


@given(records())
@SETTINGS
def test_interests(whole: Record) -> None:
    found = of(report(whole, YEAR, TODAY), Step.INTERESTS)
    deals = [d for d in inside(whole) if d.outcome == "agreed"]
    known = [d for d in deals if account(d)]
    check(found, known, deals)
    assert found.tier is tier(len(known))
    if 0 < len(known) < 5:
        words = f"known for {len(known)} of {len(deals)} deals."
        assert found.sentence.endswith(words)
    balance = found.balance
    assert balance is not None
    due = [d for d in deals if d.last_due is not None and d.last_due <= TODAY]
    assert set(balance.held_ids) == ids([d for d in due if held(d)])
    assert set(balance.failed_ids) == ids([d for d in due if held(d) is False])
    assert (balance.held, balance.due) == (len(balance.held_ids), len(due))
    assert balance.checked == len(balance.held_ids) + len(balance.failed_ids)
    tilted = [d for d in known if (a := account(d)) and a[0] > a[1]]
    assert set(balance.mine_ids) == ids(tilted)
    answered = [
        d for d in inside(whole)
        if d.their_sat_pred is not None and d.their_rating is not None
    ]  # fmt: skip
    assert set(balance.answered_ids) == ids(answered)
    if len(answered) >= 5:
        errors = [(d.their_sat_pred or 0) - (d.their_rating or 0) for d in answered]
        assert balance.bias is not None
        assert abs(balance.bias - sum(errors) / len(errors)) < 1e-9


@given(records())
@SETTINGS
def test_moments_over_time_add_up(whole: Record) -> None:
    found = report(whole, YEAR, TODAY)
    by_id = {d.id: d for d in whole.deals}
    for step, cells in found.moments.rows.items():
        assert len(cells) == len(found.moments.spans)
        tags = {
            polarity: [
                t.slug for t in TAXONOMY if (t.step, t.polarity) == (step, polarity)
            ]
            for polarity in (Polarity.HANDLED, Polarity.SLIP)
        }
        for span, cell in zip(found.moments.spans, cells, strict=True):
            for count, opened, polarity in (
                (cell.handled, cell.handled_ids, Polarity.HANDLED),
                (cell.slips, cell.slip_ids, Polarity.SLIP),
            ):
                counted = sum(mine(by_id[i], t) for i in opened for t in tags[polarity])
                assert counted == count
                assert len(set(opened)) == len(opened)
                assert all(by_id[i].on.replace(day=1) == span for i in opened)
        total = sum(mine(d, t) for d in inside(whole) for s in tags.values() for t in s)
        assert sum(c.handled + c.slips for c in cells) == total


@given(records())
@SETTINGS
def test_what_holds_for_every_block(whole: Record) -> None:
    found = report(whole, YEAR, TODAY)
    known = {d.id for d in whole.deals}
    for b in found.blocks:
        assert b.k == len(b.for_ids)
        assert b.n == len(b.for_ids) + len(b.against_ids)
        assert not set(b.for_ids) & set(b.against_ids)
        opened = [*b.for_deals, *b.against_deals, *b.unknown_ids]
        opened += [i for detail in b.details for i in detail.ids]
        assert set(opened) <= known & set(found.titles)
        assert b.wrong_because
        assert b.question.endswith(".")
        eligible = b.k if b.step is Step.INTERESTS else b.n
        assert b.tier is tier(eligible)
        assert bool(b.more_needed) is (eligible < 5)
        assert (b.interval is None) is (b.point is None)
        if eligible < 3:
            assert b.interval is None
        if eligible < 5:
            assert "in 100" not in b.sentence
            assert "%" not in b.sentence
            assert b.trend.clause == ""
        if b.trend.n < 16:
            assert b.trend.clause == ""
        if b.interval and b.point is not None:
            assert 0 <= b.interval[0] <= b.point <= b.interval[1] <= b.top
