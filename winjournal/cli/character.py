"""`wj character`: what the negotiations of a period say."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from winjournal.cli.columns import Cell, say_table
from winjournal.cli.output import Span
from winjournal.domain.calendar_words import MONTHS
from winjournal.domain.character import report
from winjournal.domain.facts import Record
from winjournal.domain.ids import short_id
from winjournal.domain.periods import read_period
from winjournal.domain.tags import Step
from winjournal.domain.weeks import Week
from winjournal.services.uncollected import uncollected

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Sequence
    from datetime import date

    from winjournal.cli.call import Call
    from winjournal.domain.report import Block, Moments, Report, Volume

_ALL = "all"
_WIDTH = 78
_WIDEST = 100
_NAMED = 4
_SPANS = 12


def add_character(parser: ArgumentParser) -> None:
    """Add the options of `wj character`."""
    parser.add_argument("--plain", action="store_true", help="no colour, no pager")


def run_character(call: Call) -> int:
    """Show the report over a period; over everything without one.

    Raises:
        NotUnderstood: It is no period.
    """
    period = read_period(" ".join(call.words) or _ALL, call.now)
    journal = call.reading()
    with uncollected():
        record = journal.reading.record() if journal else Record()
        said = report(record, period, call.now.date())
    if call.args.json:
        call.out.json(said)
    elif said.volume.talks:
        _say(call, said)
    else:
        call.say_nothing(f"No negotiation lies in this period: {period.name}.")
    return 0


def _say(call: Call, said: Report) -> None:
    name = said.period.name
    call.out.line(Span("What your negotiations say", "bold"), f", {name}")
    call.out.line(Span(_logged(said.volume), "faint"))
    for block in said.blocks:
        call.out.line()
        _say_block(call, block, said.titles)
    _say_moments(call, said.moments)


def _logged(volume: Volume) -> str:
    """Return how much was logged: it stands beside every figure."""
    talks, marks = _count(volume.talks, "talk"), _count(volume.marks, "mark")
    return (
        f"{talks}, {volume.debriefed} debriefed, {marks}; {volume.same_day} on the day"
    )


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _say_block(call: Call, block: Block, titles: dict[str, str]) -> None:
    call.out.line(Span(block.step.value.capitalize(), "bold"), f"  {_figure(block)}")
    _say_wrapped(call, block.sentence)
    _say_wrapped(call, "; ".join(detail.text for detail in block.details))
    for more in (block.caution, block.trend.clause, block.more_needed):
        _say_wrapped(call, more)
    for label, ids in (("For", block.for_deals), ("Against", block.against_deals)):
        _say_wrapped(call, _named(label, ids, titles))
    doubts = "; ".join(block.wrong_because)
    _say_wrapped(call, f"Could be wrong because {doubts}.", style="faint")
    _say_wrapped(call, block.question, style="faint")


def _figure(block: Block) -> str:
    """Return the figure of a block with its n beside it."""
    counted = f"{block.k} of {block.n}"
    if block.balance is None:
        return f"{counted} {block.headline}"
    if block.balance.angle is None:
        return f"{counted} deals with their own account"
    return f"{round(block.balance.angle)} {block.headline}, {counted} deals"


def _named(label: str, ids: Sequence[str], titles: dict[str, str]) -> str:
    """Return the latest negotiations that count for or against, by title and id."""
    if not ids:
        return ""
    latest = list(reversed(ids))[:_NAMED]
    named = ", ".join(f"{titles[id_]} ({short_id(id_)})" for id_ in latest)
    over = len(ids) - len(latest)
    return f"{label}: {named}{f' and {over} more' if over > 0 else ''}"


def _say_wrapped(call: Call, text: str, *, style: str = "") -> None:
    width = min(call.out.look.width or _WIDTH, _WIDEST)
    for line in textwrap.wrap(text, width, initial_indent="  ", subsequent_indent="  "):
        call.out.line(Span(line, style))


def _say_moments(call: Call, moments: Moments) -> None:
    """Say own moments by step over time, handled and slips apart."""
    spans = moments.spans[-_SPANS:]
    if not spans:
        return
    rows: list[list[Cell]] = [
        ["", "", *(Span(_span(day, by_week=moments.by_week), "faint") for day in spans)]
    ]
    for step in Step:
        cells = moments.rows[step][-_SPANS:]
        handled = [str(cell.handled or ".") for cell in cells]
        slips = [str(cell.slips or ".") for cell in cells]
        rows += [[step.value, "handled", *handled], ["", "slips", *slips]]
    call.out.line()
    call.out.line(Span("My moments", "faint"))
    say_table(call.out, rows)


def _span(day: date, *, by_week: bool) -> str:
    return f"W{Week.of(day).week:02d}" if by_week else MONTHS[day.month - 1][:3]
