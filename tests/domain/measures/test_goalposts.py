from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.measures.laws import amounts, law
from winjournal.domain.measures.goalposts import (
    Change,
    Version,
    asks_about_circumstances,
    changes_after_sharing,
    goalpost_drift,
    is_shift,
    kind_of_change,
    target_shift,
    theirs_moved_more,
)
from winjournal.domain.measures.shares import share

SHARED_AT = datetime(2026, 3, 2, 9, 15, tzinfo=UTC)
LATER = timedelta(hours=1)
ids = st.frozensets(st.sampled_from("abcdef"))


def version(after: timedelta, reason: str, *, announced: bool = True) -> Version:
    """Return a version written so long after sharing."""
    return Version(SHARED_AT + after, reason, announced)


INITIAL = version(-LATER, "initial", announced=False)


def test_drift_of_the_law_s_examples() -> None:
    assert goalpost_drift(set("abc"), set("abde")) == pytest.approx(0.6)
    assert goalpost_drift({"a", "b", "c"}, {"a", "b2", "c"}) == pytest.approx(0.5)


def test_drift_at_its_ends() -> None:
    assert goalpost_drift({"a"}, {"a"}) == 0.0
    assert goalpost_drift({"a"}, {"b"}) == 1.0
    assert goalpost_drift({"a"}, set()) == 1.0
    assert goalpost_drift(set(), {"a"}) == 1.0
    assert goalpost_drift(set(), set()) is None


@law
@given(ids, ids)
def test_drift_is_as_far_there_as_back(a: frozenset[str], b: frozenset[str]) -> None:
    drift = goalpost_drift(a, b)
    assert goalpost_drift(b, a) == drift
    assert drift is None or 0 <= drift <= 1


def test_asking_for_more_is_plus() -> None:
    seller = target_shift(Decimal(10_000), Decimal(11_500), more_is_better=True)
    buyer = target_shift(Decimal(800), Decimal(760), more_is_better=False)
    assert seller == Decimal("0.15")
    assert buyer == Decimal("0.05")


def test_a_target_that_cannot_be_compared() -> None:
    one = Decimal(1)
    assert target_shift(Decimal(0), one, more_is_better=True) is None
    assert target_shift(None, one, more_is_better=True) is None
    assert target_shift(one, None, more_is_better=True) is None
    assert target_shift(one, one, more_is_better=True) == 0


@law
@given(amounts.filter(bool), amounts)
def test_a_buyer_s_target_shift_is_a_seller_s_flipped(
    shared: Decimal, final: Decimal
) -> None:
    seller = target_shift(shared, final, more_is_better=True)
    buyer = target_shift(shared, final, more_is_better=False)
    assert seller is not None
    assert buyer == -seller
    assert (seller > 0) == (final > shared)


@pytest.mark.parametrize(
    ("reason", "announced", "minutes", "kind"),
    [
        ("leverage", True, 60, Change.SHIFT),
        ("leverage", False, 60, Change.SHIFT),
        ("unknown", True, 60, Change.SHIFT),
        ("unknown", True, 5, Change.SHIFT),
        ("circumstances", True, 60, Change.OPEN_UPDATE),
        ("circumstances", True, 5, Change.OPEN_UPDATE),
        ("circumstances", False, 60, Change.SHIFT),
        ("new-information", True, 60, Change.OPEN_UPDATE),
        ("new-information", False, 60, Change.SHIFT),
        ("correction", False, 10, Change.TYPING),
        ("correction", True, 10, Change.TYPING),
        ("correction", True, 11, Change.OPEN_UPDATE),
        ("correction", False, 11, Change.SHIFT),
    ],
)
def test_what_a_change_is(
    reason: str, announced: bool, minutes: int, kind: Change
) -> None:
    after = timedelta(minutes=minutes)
    assert kind_of_change(reason, announced=announced, after=after) is kind


def test_a_reason_that_is_none() -> None:
    with pytest.raises(ValueError, match="'greed'"):
        kind_of_change("greed", announced=True, after=LATER)


def test_a_win_never_shared_is_not_eligible() -> None:
    assert changes_after_sharing(None, [INITIAL]) is None


def test_only_what_came_after_sharing_is_a_change() -> None:
    versions = [
        version(-3 * LATER, "initial"),
        version(-LATER, "leverage"),
        version(LATER, "circumstances"),
        version(2 * LATER, "leverage"),
    ]
    changes = changes_after_sharing(SHARED_AT, versions)
    assert changes == (Change.OPEN_UPDATE, Change.SHIFT)


def test_a_correction_is_timed_from_the_version_before_it() -> None:
    minute = timedelta(minutes=1)
    versions = [
        INITIAL,
        version(LATER, "circumstances"),
        version(LATER + 9 * minute, "correction", announced=False),
        version(LATER + 20 * minute, "correction", announced=False),
    ]
    changes = changes_after_sharing(SHARED_AT, versions)
    assert changes == (Change.OPEN_UPDATE, Change.TYPING, Change.SHIFT)


def test_a_shared_win_left_alone() -> None:
    assert changes_after_sharing(SHARED_AT, [INITIAL]) == ()
    assert changes_after_sharing(SHARED_AT, []) == ()


@pytest.mark.parametrize(
    ("changes", "tagged", "counts"),
    [
        ((), False, False),
        ((), True, True),
        ((Change.OPEN_UPDATE, Change.TYPING), False, False),
        ((Change.OPEN_UPDATE, Change.SHIFT), False, True),
        ((Change.OPEN_UPDATE,), True, True),
    ],
)
def test_when_a_talk_counts_as_a_shift(
    changes: tuple[Change, ...], tagged: bool, counts: bool
) -> None:
    assert is_shift(changes, shift_tagged=tagged) is counts


def test_theirs_are_set_against_mine_only_when_it_is_clear() -> None:
    assert theirs_moved_more(mine=share(2, 6), theirs=share(3, 6)) is None
    assert theirs_moved_more(mine=share(1, 8), theirs=share(6, 8)) is True
    assert theirs_moved_more(mine=share(6, 8), theirs=share(1, 8)) is False


def test_theirs_are_not_set_against_mine_below_five() -> None:
    assert theirs_moved_more(mine=share(0, 4), theirs=share(20, 20)) is None
    assert theirs_moved_more(mine=share(0, 20), theirs=share(4, 4)) is None
    assert theirs_moved_more(mine=share(0, 5), theirs=share(5, 5)) is True
    assert theirs_moved_more(mine=share(0, 0), theirs=share(0, 0)) is None


def test_three_changes_all_laid_to_circumstances_are_asked_about() -> None:
    assert asks_about_circumstances(["circumstances"] * 3)
    assert not asks_about_circumstances(["circumstances"] * 2)
    assert not asks_about_circumstances(["circumstances"] * 3 + ["leverage"])
    assert not asks_about_circumstances([])
