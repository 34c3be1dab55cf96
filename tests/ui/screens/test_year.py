"""The year by days: moved in, opened, read without colour."""

from __future__ import annotations

import re
from datetime import date

from tests.ui.conftest import Sit
from winjournal.ui.screens.day import DayScreen
from winjournal.ui.screens.negotiation import NegotiationScreen
from winjournal.ui.screens.year import YearScreen


async def test_a_day_is_found_and_opened(sit: Sit) -> None:
    async with sit(size=(100, 40)) as person:
        shown = await person.press("6")
        assert "2026   1 talk ended, 4 marks" in shown
        assert "Wed 4 Mar 2026   no mark" in shown
        shown = await person.press("up")
        assert "Tue 3 Mar 2026   1 handled, 1 theirs" in shown
        shown = await person.press("enter")
        assert person.at(DayScreen)
        assert "Tue 3 Mar 2026   2 marks" in shown
        assert "told her about the outage" in shown
        # the heading says the day, so the list says the time
        assert re.search(r"^   \d\d:\d\d  ■", shown, re.MULTILINE)
        assert "Tue  " not in shown
        await person.press("G", "enter")
        assert person.at(NegotiationScreen)
        await person.press("escape")
        shown = await person.press("right")
        assert "Wed 4 Mar 2026" in shown
        assert "felt rushed on the phone" in shown
        shown = await person.press("left", "left")
        assert "Nothing was negotiated or written on this day." in shown
        await person.press("escape")
        assert person.at(YearScreen)


async def test_a_year_is_seen_whole_in_thirty_lines(sit: Sit) -> None:
    async with sit(size=(100, 30)) as person:
        shown = await person.press("6")
    assert "A agreed  W walked away  T they walked" in shown


async def test_keys_move_by_day_week_month_and_year(sit: Sit) -> None:
    async with sit() as person:
        await person.press("6")
        year = person.screen
        assert isinstance(year, YearScreen)
        for key, day in (
            ("left", date(2026, 2, 25)), ("k", date(2026, 2, 24)),
            ("right", date(2026, 3, 3)), ("j", date(2026, 3, 4)),
            ("pagedown", date(2026, 4, 4)), ("pageup", date(2026, 3, 4)),
            ("g", date(2026, 1, 1)), ("up", date(2026, 1, 1)),
            ("G", date(2026, 12, 31)), ("right", date(2026, 12, 31)),
        ):  # fmt: skip
            await person.press(key)
            assert year.calendar.day == day, key
        shown = await person.press("left_square_bracket")
        assert "2025   Nothing is written in this year" in shown
        await person.press("right_square_bracket", "right_square_bracket")
        assert person.told == "This is the present year."
        shown = await person.press("t")
        assert "Wed 4 Mar 2026" in shown


async def test_a_click_goes_to_a_day_and_another_opens_it(sit: Sit) -> None:
    async with sit() as person:
        await person.press("6")
        year = person.screen
        assert isinstance(year, YearScreen)
        # the third column of the first band, its Tuesday
        for _ in range(2):
            await person.pilot.click("#calendar", offset=(4 + 2 * 2, 2))
            await person.wait()
        assert year.calendar.day == date(2026, 1, 13)
        assert person.at(DayScreen)
