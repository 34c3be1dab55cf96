"""`wj year`: a year by days, a month in a line."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from winjournal.cli.output import Span
from winjournal.domain.calendar_words import MONTHS
from winjournal.domain.edge import quoted
from winjournal.domain.errors import NotUnderstood
from winjournal.domain.year_grid import DayCount
from winjournal.services.days import YearView
from winjournal.services.saying import say_count

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from winjournal.cli.call import Call

_MARKS, _ASCII = ("·", "░", "▒", "▓", "█"), (".", ":", "+", "*", "#")
_WRITTEN = "-"
_FIRST, _LAST = 1901, 2198


def add_year(parser: ArgumentParser) -> None:
    """Add the options of `wj year`."""
    parser.add_argument("--plain", action="store_true", help="no colour, no pager")


def run_year(call: Call) -> int:
    """Show a year by days; without a word the present one.

    Raises:
        NotUnderstood: It is no year.
    """
    year = _year(call.words[0]) if call.words else call.now.year
    journal = call.reading()
    view = journal.days.year(year) if journal else YearView(year=year, days=())
    if call.args.json:
        call.out.json(view)
    elif view.days:
        _say(call, view)
    else:
        call.say_nothing(f"Nothing is written in {year}.")
    return 0


def _year(text: str) -> int:
    if text.isascii() and text.isdigit() and _FIRST <= int(text[:9]) <= _LAST:
        return int(text)
    raise NotUnderstood(f"{quoted(text)} is no year.", "Write for example 2026.")


def _say(call: Call, view: YearView) -> None:
    out = call.out
    signs = _MARKS if call.draws_marks else _ASCII
    days = {one.on: one for one in view.days}
    marks = sum(one.marks for one in view.days)
    ended = sum(len(one.ended) for one in view.days)
    out.line(
        Span(str(view.year), "bold"),
        f"  {say_count(ended, 'talk')} ended, {say_count(marks, 'mark')}",
    )
    out.line()
    numbers = "".join(f"{n:>2}" if n % 5 == 0 or n == 1 else "  " for n in range(1, 32))
    out.line(Span(f"    {numbers}", "faint"))
    for month in range(1, 13):
        cells = []
        at = date(view.year, month, 1)
        while at.month == month and at.year == view.year:
            cells.append(_cell(days.get(at, DayCount(on=at)), signs))
            at += timedelta(days=1)
        out.line(Span(f"{MONTHS[month - 1][:3]} ", "faint"), "".join(cells))
    out.line()
    heat = "  ".join(map("{} {}".format, signs[1:], ("1", "2-3", "4-6", "7+")))
    out.line(Span(f"marks  {heat}   {_WRITTEN} written or ended", "faint"))
    ends = "A agreed  W walked away  T they walked  B both stopped  + several"
    out.line(Span(ends, "faint"))


def _cell(one: DayCount, signs: tuple[str, ...]) -> str:
    sign = signs[one.heat]
    if one.heat == 0 and (one.written or one.ended):
        sign = _WRITTEN
    return f"{one.sign or ' '}{sign}"
