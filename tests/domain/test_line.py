"""The grammar of a logged line."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.domain.lookalikes import LOOKALIKES
from winjournal.domain.dates import read_date_strictly
from winjournal.domain.line import (
    NAME_LIMIT,
    KnownPerson,
    read_line,
    say_line,
)
from winjournal.domain.line_marks import NOTE_LIMIT, LineMark
from winjournal.domain.moments import NOTE_MAX
from winjournal.domain.negotiation import NAME_MAX
from winjournal.domain.tags import Actor

NOW = datetime(2026, 3, 4, 7, 50, tzinfo=ZoneInfo("Europe/Berlin"))
PEOPLE = (
    KnownPerson("Dana Smith", ("Dana", "ds")),
    KnownPerson("May"),
    KnownPerson("M. Okafor", ("landlord",)),
    KnownPerson("Sun", ()),
)


def test_the_line_of_the_storyboard() -> None:
    line = read_line(
        "yesterday 3pm: Dana, renewal call. @ego I listed our awards, did not ask "
        "why. @trust+ told her about the January outage",
        NOW,
        PEOPLE,
    )
    assert line.has_date
    assert line.when.isoformat() == "2026-03-03T15:00:00+01:00"
    assert line.text.startswith("Dana, renewal call. @ego I listed")
    assert (line.person, line.is_known) == ("Dana Smith", True)
    assert line.marks == (
        LineMark(
            "ego",
            None,
            Actor.ME,
            1,
            "I listed our awards, did not ask why.",
            "@ego",
        ),
        LineMark(
            "trust-built",
            None,
            Actor.ME,
            1,
            "told her about the January outage",
            "@trust+",
        ),
    )
    assert say_line(line) == (
        "Tue 3 Mar 2026 15:00  Dana Smith  ego slip  trust handled"
    )


def test_limits_are_those_of_what_a_line_becomes() -> None:
    assert (NOTE_LIMIT, NAME_LIMIT) == (NOTE_MAX, NAME_MAX)


@pytest.mark.parametrize(
    ("line", "date", "text"),
    [
        ("tue: x", "2026-03-03", "x"),
        ("15:30: x", "2026-03-03", "x"),
        ("2026-03-01 15:30: x: y", "2026-03-01", "x: y"),
        ("  yesterday :  two blanks ", "2026-03-03", " two blanks "),
        ("last month: x", "2026-02-04", "x"),
        ("yesterday: tue: x", "2026-03-03", "tue: x"),
    ],
)
def test_the_date_is_all_before_the_first_colon(
    line: str, date: str, text: str
) -> None:
    read = read_line(line, NOW, PEOPLE)
    assert read.has_date
    assert (f"{read.when:%Y-%m-%d}", read.text) == (date, text)


@pytest.mark.parametrize(
    "text",
    [
        "yesterday",
        "yesterday:",
        "yesterday: ",
        "yesterday:x",
        "yesterday\n3pm: x",
        "call yesterday: x",
        "2026-02-30: x",
        "May: asked for more",
        "march: x",
        "sun: x",
        "@ego yesterday: x",
        *[f"{text}: x" for text in LOOKALIKES],
    ],
)
def test_otherwise_the_line_is_text_from_now(text: str) -> None:
    line = read_line(text, NOW, PEOPLE)
    assert not line.has_date
    assert (line.when, line.text) == (NOW, text)


def test_a_weekday_is_a_date_unless_somebody_is_called_so() -> None:
    assert read_line("sun: x", NOW).has_date
    assert not read_line("sun: x", NOW, PEOPLE).has_date


def test_no_date_takes_the_text_literally() -> None:
    line = read_line("yesterday: x", NOW, take_date=False)
    assert (line.when, line.text, line.has_date) == (NOW, "yesterday: x", False)


def test_an_option_says_when_and_leaves_the_text() -> None:
    at = read_date_strictly("monday 9am", NOW)
    line = read_line("yesterday: x", NOW, at=at)
    assert (line.when, line.text, line.has_date) == (at.at, "yesterday: x", True)


@pytest.mark.parametrize(
    ("text", "person", "is_known"),
    [
        ("Dana, renewal", "Dana Smith", True),
        ("dana smith: renewal", "Dana Smith", True),
        ("DS, renewal", "Dana Smith", True),
        ("yesterday: landlord, deposit", "M. Okafor", True),
        ("Dana renewal", None, False),
        ("with Dana, renewal", None, False),
        ("renewal, Dana", None, False),
        ("Ann, renewal", None, False),
        ("renewal %dana", "Dana Smith", True),
        ("renewal (%Dana) again", "Dana Smith", True),
        ("renewal with %Dana.", "Dana Smith", True),
        ("renewal %Ann", "Ann", False),
        ('renewal %"Ann Lee" x', "Ann Lee", False),
        ('renewal %"  ann   lee "', "ann lee", False),
        ("Dana, cc %Ann", "Ann", False),
        ("%Ann and %Dana", "Ann", False),
        ('%"dana smith" x', "Dana Smith", True),
        ("gave 5% Dana", None, False),
        ("100%Dana", None, False),
        ('%" " x', None, False),
        ("% Dana", None, False),
        (f'%"{"x" * 61}"', None, False),
        ("%Zo\u0065\u0308 x", "Zo\u00eb", False),
    ],
)
def test_the_person(text: str, person: str | None, is_known: bool) -> None:
    line = read_line(text, NOW, PEOPLE)
    assert (line.person, line.is_known) == (person, is_known)


def test_with_goes_before_any_name_and_knows_aliases() -> None:
    line = read_line("Dana, with %Ann", NOW, PEOPLE, person="landlord")
    assert (line.person, line.is_known) == ("M. Okafor", True)
    line = read_line("Dana, with %Ann", NOW, PEOPLE, person="Bo")
    assert (line.person, line.is_known) == ("Bo", False)


def test_a_name_goes_before_somebody_elses_alias() -> None:
    people = (KnownPerson("Ann"), KnownPerson("Anna", ("ann",)))
    assert read_line("ann, x", NOW, people).person == "Ann"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("x", "Wed 4 Mar 2026 07:50"),
        ("tue: x", "Tue 3 Mar 2026"),
        ("this morning: x", "Wed 4 Mar 2026 07:50"),
        ("2026-03-29 02:30: x", "Sun 29 Mar 2026 03:30 (no 02:30 that day)"),
        ("%Bo x", "Wed 4 Mar 2026 07:50  Bo"),
        ("@over_capture x", "Wed 4 Mar 2026 07:50  over-capture slip"),
        ("@them/goalpost- x", "Wed 4 Mar 2026 07:50  their goalpost slip"),
        ("@ego!2 x", "Wed 4 Mar 2026 07:50  ego slip (2 of 3)"),
        ("@trust x", "Wed 4 Mar 2026 07:50  trust undecided"),
        ("@promise x", "Wed 4 Mar 2026 07:50  promise"),
    ],
)
def test_the_answer_says_what_was_understood(text: str, words: str) -> None:
    assert say_line(read_line(text, NOW)) == words
