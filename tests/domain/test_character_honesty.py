"""Attempts to make the report lie, and the rules that hold for every word of it."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import cycle, pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.records import (
    ALL,
    TODAY,
    YEAR,
    block,
    deal,
    deed,
    pledge,
    record,
    reviewed,
    talk,
    told,
)
from tests.domain.test_character_counts import records
from winjournal.domain import statements
from winjournal.domain.character import report
from winjournal.domain.debrief import Outcome
from winjournal.domain.facts import Facts, Record
from winjournal.domain.measures.tiers import Tier
from winjournal.domain.periods import Period
from winjournal.domain.report import Block, Report, Volume
from winjournal.domain.tags import Actor, Step

SETTINGS = settings(derandomize=True, deadline=None, max_examples=100)

FORBIDDEN = re.compile(
    r"\b(you are|you're|personality|narcissist\w*|greed\w*|dishonest\w*|toxic\w*|always"
    r"|never|score|rank\w*|good|bad|great|well done|type)\b|!",
    re.IGNORECASE,
)


def strings(value: object) -> list[str]:
    """Return every text within a value."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for inner in value.values() for text in strings(inner)]
    if isinstance(value, list | tuple):
        return [text for inner in value for text in strings(inner)]
    if hasattr(value, "__dataclass_fields__"):
        return [t for f in fields(value) for t in strings(getattr(value, f.name))]  # type: ignore[arg-type]  # just seen to be one
    return []


def test_no_template_holds_a_forbidden_word() -> None:
    templates = [
        text
        for name, value in vars(statements).items()
        if not name.startswith("__") and name != "annotations"
        for text in strings(value)
    ]
    assert len(templates) > 60
    assert [text for text in templates if FORBIDDEN.search(text)] == []


@given(records())
@SETTINGS
def test_no_generated_text_holds_a_forbidden_word(whole: Record) -> None:
    found = report(whole, YEAR, TODAY)
    texts = [text for b in found.blocks for text in strings(b)]
    assert [text for text in texts if FORBIDDEN.search(text)] == []
    assert [text for text in texts if re.search(r"[{}]|None|nan|\binf\b", text)] == []


@given(records(), st.randoms(use_true_random=False))
@SETTINGS
def test_the_order_of_rows_does_not_matter(whole: Record, random: Any) -> None:
    def shuffled(rows: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(random.sample(rows, len(rows)))

    other = Record(
        deals=shuffled(whole.deals),
        deeds=shuffled(whole.deeds),
        pledges=shuffled(whole.pledges),
        unlogged=dict(reversed(whole.unlogged.items())),
    )
    assert report(other, YEAR, TODAY) == report(whole, YEAR, TODAY)


@given(records())
@SETTINGS
def test_the_same_record_gives_the_same_report(whole: Record) -> None:
    assert report(whole, YEAR, TODAY) == report(whole, YEAR, TODAY)


def figures(found: Report) -> Report:
    """Return a report without what it notes of the other side's deeds and all marks."""
    blocks = tuple(
        replace(b, sentence="", details=()) if b.step is Step.TRUST else b
        for b in found.blocks
    )
    return replace(found, blocks=blocks, volume=Volume())


MARKS = st.dictionaries(
    st.sampled_from(["ego", "misled", "goalpost-shift", "value-explained", "own"]),
    st.integers(1, 9),
    max_size=4,
)


@given(records(), st.lists(MARKS, min_size=1, max_size=6))
@SETTINGS
def test_marks_about_them_change_no_figure(
    whole: Record, marks: list[dict[str, int]]
) -> None:
    theirs = tuple(
        replace(
            d,
            counts={**d.counts, **{(Actor.THEM, tag): n for tag, n in m.items()}},
            moments=d.moments + sum(m.values()),
            their_shifts=len(m),
            their_shared=bool(m),
        )
        for d, m in zip(whole.deals, cycle(marks), strict=False)
    )
    deeds = (*whole.deeds, deed(3, "misled"), deed(4, "trust-built"))
    pledges = (*whole.pledges, pledge(3, "broken", by=Actor.THEM))
    other = replace(whole, deals=theirs, deeds=deeds, pledges=pledges)
    assert figures(report(other, YEAR, TODAY)) == figures(report(whole, YEAR, TODAY))


def test_two_deals_say_two_facts() -> None:
    deals = [deal(n, "20000", my_sat=7, their_rating=1, reviewed=True) for n in (0, 1)]
    for found in told(record(*deals)).blocks:
        assert found.interval is None
        assert found.trend.clause == ""
        assert not re.search(r"%|in 100|degrees", found.sentence)
    assert block(record(*deals), Step.SHARE).sentence == (
        "2 of 2 deals ended above the range you sealed, 0 below."
    )


def test_only_handled_marks_earn_no_praise() -> None:
    talks = [reviewed(n, "ego-released", "trust-built", "honest") for n in range(20)]
    found = block(record(*talks), Step.EGO)
    assert found.sentence == (
        "Ego was tagged in 0 of 20 reviewed talks (0-9 in 100), let go 20 times."
    )
    assert found.against_ids == tuple(t.id for t in talks)
    assert block(record(*talks), Step.TRUST).tier is Tier.NONE


def test_one_enormous_currency_moves_nothing_but_its_own_deal() -> None:
    usual = [deal(n, "10500") for n in range(9)]
    huge = deal(9, "9E+24", currency="VND", fair_low=Decimal("1E+24"), fair_high=None)
    found = block(record(*usual, huge), Step.SHARE)
    assert found.sentence == (
        "1 of 10 deals ended above your sealed range (2-33 in 100), 0 below;"
        " the middle deal was +5 % from it. In 0 of the 1 you kept information back."
    )


def test_a_fair_range_around_nothing_has_a_side_and_no_size() -> None:
    deals = [deal(n, "40", fair_low=Decimal(0), fair_high=Decimal(0)) for n in range(5)]
    found = block(record(*deals), Step.SHARE)
    assert found.sentence == (
        "5 of 5 deals ended above your sealed range (69-100 in 100), 0 below."
        " In 0 of the 5 you kept information back."
    )


def test_debriefs_without_a_prep_speak_to_ego_alone() -> None:
    talks = [
        reviewed(n, "ego", outcome=Outcome.AGREED, captured=Decimal(5), my_sat=6)
        for n in range(6)
    ]
    found = told(record(*talks))
    tiers = {b.step: b.tier for b in found.blocks}
    assert tiers.pop(Step.EGO) is Tier.ENOUGH
    assert set(tiers.values()) == {Tier.NONE}
    share = block(record(*talks), Step.SHARE)
    assert share.unknown_ids == tuple(t.id for t in talks)


def test_every_field_empty_says_nothing() -> None:
    bare = Facts(
        id="d", title="", person_id="", person="", sphere="other", on=date(2026, 3, 1)
    )
    found = told(record(bare))
    assert {b.tier for b in found.blocks} == {Tier.NONE}
    assert found.volume.talks == 1
    assert all(b.sentence == "No entries can speak to this yet." for b in found.blocks)


def test_a_decade_of_silence_is_shown_as_one() -> None:
    old = [reviewed(n, "ego", on=date(2012, 3, n + 1), closed_on=date(2012, 3, n + 1))
           for n in range(20)]  # fmt: skip
    whole = record(*old, reviewed(5, "ego-released"))
    silent = told(whole, Period(date(2015, 1, 1), date(2015, 12, 31), "2015"))
    ego = next(b for b in silent.blocks if b.step is Step.EGO)
    assert ego.sentence == "No entries can speak to this yet."
    assert ego.trend.clause == ""
    assert silent.volume.talks == 0
    cells = told(whole, ALL).moments.rows[Step.EGO]
    assert [c.slips for c in cells if c.slips] == [20]
    assert (cells[0].slips, sum(c.handled for c in cells)) == (20, 1)
    assert len(cells) == 14 * 12 + 4


@pytest.mark.parametrize(
    ("period", "by_week", "spans"),
    [
        (Period(date(2026, 5, 1), date(2026, 5, 31), "May"), True, 5),
        (Period(date(2026, 5, 4), date(2026, 5, 10), "week"), True, 1),
        (Period(date(2026, 4, 1), date(2026, 6, 30), "Q2"), False, 3),
        (Period(date(2026, 1, 1), date(2026, 12, 31), "2026"), False, 6),
        (Period(date(2027, 1, 1), date(2027, 12, 31), "2027"), False, 0),
    ],
)
def test_short_periods_are_told_by_week_and_none_beyond_today(
    period: Period, by_week: bool, spans: int
) -> None:
    found = told(record(reviewed(125, "ego")), period).moments
    assert (found.by_week, len(found.spans)) == (by_week, spans)
    assert all(b - a <= timedelta(31) for a, b in pairwise(found.spans))


def test_neutral_undecided_and_own_tags_are_in_no_step() -> None:
    marks = {(Actor.ME, tag): 2 for tag in ("promise", "under-claim", "own tag")}
    whole = record(talk(5, counts=marks, undecided=3))
    cells = [c for row in told(whole).moments.rows.values() for c in row]
    assert sum(c.handled + c.slips for c in cells) == 0


def test_markup_in_a_title_or_name_stays_as_it_is() -> None:
    bad = "[@click=app.quit]{k} %s <b>"
    found = block(record(reviewed(0, "ego", title=bad, person=bad)), Step.EGO)
    assert bad in found.question
    listed = block(record(talk(0, shared=True, title=bad)), Step.WINNING)
    assert (
        listed.sentence == f"After sharing your win, it moved in 0 of 1 talks: {bad}."
    )


def lines(found: Block) -> list[str]:
    return [found.sentence, found.trend.clause, *found.wrong_because]


def test_every_statement_says_you_only_of_what_was_done() -> None:
    deals = [
        deal(n, "12000", reviewed=True, my_sat=7, their_rating=2) for n in range(20)
    ]
    for found in told(record(*deals)).blocks:
        for line in lines(found):
            assert not re.match(r"you\b", line, re.IGNORECASE) or "tagged less" in line
