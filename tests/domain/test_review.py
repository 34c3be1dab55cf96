"""A week's review: what is hard, and about how long the rest takes."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from winjournal.domain.moments import Moment, Recorded
from winjournal.domain.review import ToDo, hardest
from winjournal.domain.tags import Actor

DONE = ToDo(prompt=False, unlogged=False, sentence=False, vow=False)


def moment(
    number: int, tag: str | None, strength: int = 1, actor: Actor = Actor.ME
) -> Moment:
    at = datetime(2026, 5, 12, 9, number, tzinfo=UTC)
    return Moment(
        id=f"m{number}", negotiation_id="d", at=at, tag=tag, actor=actor,
        strength=strength, recorded=Recorded.LIVE,
    )  # fmt: skip


def test_the_hardest_are_slips_the_strongest_first_and_mine_before() -> None:
    moments = [
        moment(1, "ego"), moment(2, "honest", 3), moment(3, "ego", 2, Actor.THEM),
        moment(4, "misled", 2), moment(5, None, 3), moment(6, "own-tag", 3),
        moment(7, "over-capture"),
    ]  # fmt: skip
    assert [one.id for one in hardest(moments)] == ["m4", "m3", "m1"]
    assert hardest(moments) == hardest(reversed(moments))
    assert hardest([]) == ()


@pytest.mark.parametrize(
    ("to_do", "minutes", "parts"),
    [
        (DONE, 0, (0, 0, 0)),
        (ToDo(), 6, (0, 0, 4)),
        (ToDo(lines=2, marks=3, debriefs=1, settle=2, look_backs=1, vow_tests=3,
              moments=3), 11, (6, 6, 4)),
        (ToDo(moments=3, prompt=False, unlogged=False, sentence=False), 3, (0, 0, 1)),
    ],
)  # fmt: skip
def test_the_rest_is_counted_and_its_minutes_told(
    to_do: ToDo, minutes: int, parts: tuple[int, int, int]
) -> None:
    assert to_do.minutes == minutes
    assert (to_do.clear, to_do.current, to_do.look) == parts
