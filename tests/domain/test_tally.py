"""What is tallied over a view: once, by columns, and the same as talk by talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.records import ALL, TODAY, deal, record, reviewed, talk
from tests.domain.test_character_counts import records
from winjournal.domain.evidence import captured, ego_tagged, left, win_moved
from winjournal.domain.landings import WIDEST, _widest
from winjournal.domain.tally import tally, view

if TYPE_CHECKING:
    from winjournal.domain.facts import Facts, Record


@settings(derandomize=True, deadline=None, max_examples=40)
@given(records())
def test_each_talk_says_what_it_says_on_its_own(whole: Record) -> None:
    seen = view(whole, ALL, TODAY)
    for says in (captured, ego_tagged, left, win_moved):
        found = tally(seen, says)
        one_by_one = [(t, s) for t in seen.inside if (s := says(t)) is not None]
        assert list(zip(found.inside.talks, found.inside.said, strict=True)) == (
            one_by_one
        )
        assert found.looked_at.talks == [
            t
            for t, ready in zip(seen.talks, seen.is_looked_at, strict=True)
            if ready and says(t) is not None
        ]


def test_what_was_tallied_over_a_view_is_not_asked_again() -> None:
    asked: list[str] = []

    def says(one: Facts) -> int:
        asked.append(one.id)
        return len(asked)

    seen = view(record(talk(0), talk(1)), ALL, TODAY)
    assert tally(seen, says) is tally(seen, says)
    assert asked == ["d000", "d001"]
    assert tally(view(record(talk(0)), ALL, TODAY), says).inside.said == [3]


def test_some_of_a_tally_are_those_whose_word_holds() -> None:
    seen = view(record(reviewed(0, "ego"), reviewed(1), reviewed(2, "ego")), ALL, TODAY)
    found = tally(seen, ego_tagged).where(bool)
    assert [one.id for one in found.talks] == ["d000", "d002"]
    assert found.looked_at.said == [True, True]


def test_own_marks_and_deals_stand_in_closing_order() -> None:
    seen = view(record(reviewed(1, "ego"), deal(2), reviewed(0, "ego")), ALL, TODAY)
    assert [(one.id, n) for one, n in seen.marked("ego")] == [("d000", 1), ("d001", 1)]
    assert seen.marked("honest") == []
    assert [one.id for one in seen.deals] == ["d002"]


@given(st.lists(st.integers(-3, 3).map(float), max_size=12))
def test_the_widest_gaps_are_the_first_of_all_in_order(gaps: list[float]) -> None:
    ids = [f"d{at}" for at in range(len(gaps))]
    wide = [(gap, at) for at, gap in enumerate(gaps) if gap > 0]
    every = [ids[at] for _, at in sorted(wide, reverse=True)]
    assert _widest(ids, gaps) == tuple(every[:WIDEST])
