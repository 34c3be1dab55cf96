"""The words of a script: its dates, its lines, its clock."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from winjournal.demo.calendar import Calendar, day_after
from winjournal.demo.clock import ScriptClock
from winjournal.demo.script import Line, lines_of
from winjournal.demo.story import met_of, wishes

WEDNESDAY = Calendar(date(2026, 11, 18), UTC)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("-2 fri 16:10", "2026-11-06T16:10"),
        ("-1 mon 09:00", "2026-11-09T09:00"),
        ("30d 11:00", "2026-10-19T11:00"),
        ("yesterday 22:20", "2026-11-17T22:20"),
        ("today 09:40", "2026-11-18T09:40"),
    ],
)
def test_a_time_is_relative_to_today(words: str, found: str) -> None:
    assert WEDNESDAY.at(words).isoformat(timespec="minutes") == f"{found}+00:00"


@pytest.mark.parametrize("words", ["", "09:40", "-2 friday 16:10", "tomorrow 9:00"])
def test_other_words_are_no_time(words: str) -> None:
    with pytest.raises(ValueError, match="is no time"):
        WEDNESDAY.at(words)


def test_lines_go_forward_from_the_one_before() -> None:
    opened = datetime(2026, 11, 2, 17, 0, tzinfo=UTC)
    script = ["17:20 seal", "+3 09:40 talk 51", '09:54 me ego 2: "cheaper": loud']
    seal, talk, ego = lines_of(script, opened, WEDNESDAY)
    assert (seal.verb, seal.args, seal.words) == ("seal", (), "")
    assert talk.at == datetime(2026, 11, 5, 9, 40, tzinfo=UTC)
    assert talk.args == ("51",)
    assert ego == Line(
        at=datetime(2026, 11, 5, 9, 54, tzinfo=UTC),
        verb="me",
        args=("ego", "2"),
        words='"cheaper": loud',
    )


@pytest.mark.parametrize("line", ["16:59 seal", "17:00", "seal", "+1 7:00 seal"])
def test_a_line_that_is_none_or_goes_back_is_refused(line: str) -> None:
    opened = datetime(2026, 11, 2, 17, 0, tzinfo=UTC)
    with pytest.raises(ValueError, match=r"no line|no time|goes back"):
        list(lines_of([line], opened, WEDNESDAY))


@pytest.mark.parametrize(
    ("words", "found"),
    [("+0", 18), ("+4", 22), ("fri", 20), ("wed", 25), ("tue", 24)],
)
def test_a_day_is_so_many_later_or_the_next_of_its_name(words: str, found: int) -> None:
    assert day_after(WEDNESDAY.today, words) == date(2026, 11, found)


def test_an_argument_stands_after_its_name() -> None:
    line = Line(at=datetime(2026, 11, 2, tzinfo=UTC), verb="promise",
                args=("me", "due", "+4", "kept", "+3"))  # fmt: skip
    assert (line.named("due"), line.named("kept")) == ("+4", "+3")
    assert line.named("broken") is None


def test_criteria_and_their_answers_are_written_short() -> None:
    heavy, light = wishes(["one invoice *2", "predictable cost"])
    assert (heavy.text, heavy.weight) == ("one invoice", 2)
    assert (light.text, light.weight) == ("predictable cost", 1)
    mine, theirs = met_of("1 h / 0 -")
    assert [str(met) for met in mine] == ["1", "0.5"]
    assert [str(met) for met in theirs] == ["0", "None"]


def test_the_clock_stands_until_it_is_let_run() -> None:
    at = datetime(2026, 11, 18, 10, 3, tzinfo=UTC)
    seconds = iter([100.0, 160.0, 100.0])
    clock = ScriptClock(datetime(2026, 1, 1, tzinfo=UTC))
    clock.set(at)
    assert clock.now() == clock.now() == at
    clock.run(lambda: next(seconds))
    assert clock.now() == datetime(2026, 11, 18, 10, 4, tzinfo=UTC)
    clock.set(at)
    assert clock.now() == at
