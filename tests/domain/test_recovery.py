"""How soon after an own moment of ego it was let go."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from winjournal.domain.moments import Moment
from winjournal.domain.recovery import recoveries, say_recovery
from winjournal.domain.tags import Actor

AT = datetime(2026, 3, 4, 9, 40, tzinfo=UTC)


def marks(*told: str, sitting: str | None = "s") -> list[Moment]:
    """Return marks from words such as `3 ego` or `4 them ego-released`."""
    found = []
    for number, words in enumerate(told):
        minutes, *who, tag = words.split()
        moment = Moment(
            id=f"m{number}{sitting}",
            negotiation_id="n",
            sitting_id=sitting,
            at=AT + timedelta(minutes=float(minutes)),
            tag=tag,
            actor=Actor.THEM if who else Actor.ME,
        )
        found.append(moment)
    return found


def took(moments: list[Moment]) -> list[float]:
    return [one.took.total_seconds() / 60 for one in recoveries(moments)]


@pytest.mark.parametrize(
    ("told", "minutes"),
    [
        ([], []),
        (["1 ego"], []),
        (["1 ego-released"], []),
        (["1 ego", "3 ego-released"], [2]),
        (["3 ego-released", "1 ego"], [2]),
        (["1 ego-released", "3 ego"], []),
        (["1 ego", "2 ego", "5 ego-released"], [4, 3]),
        (["1 ego", "2 ego-released", "9 ego-released"], [1]),
        (["1 ego", "2 ego-released", "4 ego", "4 ego-released"], [1, 0]),
        (["1 them ego", "2 ego-released"], []),
        (["1 ego", "2 them ego-released", "3 ego-released"], [2]),
        (["1 stayed-for-ego", "2 ego-released"], []),
    ],
)
def test_an_ego_is_let_go_by_the_next_release(
    told: list[str], minutes: list[float]
) -> None:
    assert took(marks(*told)) == minutes


def test_only_within_one_sitting() -> None:
    first, second = marks("1 ego"), marks("2 ego-released", sitting="t")
    assert took([*first, *second]) == []
    assert took(marks("1 ego", "2 ego-released", sitting=None)) == []


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "within a minute"),
        (29, "within a minute"),
        (31, "1 min later"),
        (60, "1 min later"),
        (100, "2 min later"),
        (3600, "60 min later"),
    ],
)
def test_it_is_said_in_minutes(seconds: int, said: str) -> None:
    assert say_recovery(timedelta(seconds=seconds)) == said
