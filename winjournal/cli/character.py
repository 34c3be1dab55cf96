"""`wj character`: what the negotiations of a period say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.cli.answering import ALL, step_meant
from winjournal.cli.character_panels import (
    named,
    say_answers,
    say_landings,
    say_panels,
    say_plot,
    say_repairs,
    say_slices,
    wrapped,
)
from winjournal.cli.columns import Cell, say_table
from winjournal.cli.output import Span
from winjournal.domain.answers import beside
from winjournal.domain.calendar_words import MONTHS
from winjournal.domain.character import report
from winjournal.domain.periods import read_period
from winjournal.domain.slices import slices
from winjournal.domain.spans import as_the_page_calls
from winjournal.domain.statements import HEADLINES
from winjournal.domain.tags import Step
from winjournal.domain.weeks import Week
from winjournal.services.statements import Material
from winjournal.services.uncollected import uncollected

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from datetime import date

    from winjournal.cli.call import Call
    from winjournal.domain.report import Block, Moments, Report, Volume

_SPANS = 12


def add_character(parser: ArgumentParser) -> None:
    """Add the options of `wj character`."""
    add = parser.add_argument
    add("--plain", action="store_true", help="no colour, no pager")
    add("--where", metavar="STEP", help="count one step by person, kind, tag, hour")
    add("--no-figures", action="store_true", help="facts and questions alone")


def run_character(call: Call) -> int:
    """Show the report over a period; over everything without one.

    Raises:
        NotUnderstood: It is no period, or no step.
    """
    # To the end, when all of it is let go: a collector that is set off before looks
    # through all that the report was made from, and finds nothing.
    with uncollected():
        return _run(call)


def _run(call: Call) -> int:
    period = as_the_page_calls(read_period(" ".join(call.words) or ALL, call.now))
    step = step_meant(call.args.where) if call.args.where else None
    journal = call.reading()
    material = Material()
    if journal:
        material = journal.statements.material(hours=step is not None)
    said = report(material.record, period, call.now.date(), material.after)
    if step is not None:
        return _say_where(call, material, said, step)
    if call.args.json:
        call.out.json(said)
    elif said.volume.talks:
        figures = call.config.figures and not call.args.no_figures
        _say(call, said, figures=figures)
    else:
        call.say_nothing(f"No negotiation lies in this period: {period.name}.")
    return 0


def _say_where(call: Call, material: Material, said: Report, step: Step) -> int:
    today = call.now.date()
    found = slices(material.record, material.after, said.period, today, step)
    if call.args.json:
        call.out.json(found)
    elif said.volume.talks:
        say_slices(call, next(b for b in said.blocks if b.step is step), found)
    else:
        call.say_nothing(f"No negotiation lies in this period: {said.period.name}.")
    return 0


def _say(call: Call, said: Report, *, figures: bool) -> None:
    name = said.period.name
    call.out.line(Span("What your negotiations say", "bold"), f", {name}")
    if figures:
        call.out.line(Span(_logged(said.volume), "faint"))
        call.out.line()
        say_repairs(call, said)
    for block in said.blocks:
        call.out.line()
        if figures:
            _say_block(call, block, said)
        else:
            _say_facts(call, block, said)
    say_panels(call, said, figures=figures)
    if figures:
        _say_moments(call, said.moments)


def _logged(volume: Volume) -> str:
    """Return how much was logged: it stands beside every figure."""
    talks, marks = _count(volume.talks, "talk"), _count(volume.marks, "mark")
    return (
        f"{talks}, {volume.debriefed} debriefed, {marks}; {volume.same_day} on the day"
    )


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _say_block(call: Call, block: Block, said: Report) -> None:
    call.out.line(Span(block.step.value.capitalize(), "bold"), f"  {_figure(block)}")
    wrapped(call, block.sentence)
    say_answers(call, said, block.step)
    wrapped(call, "; ".join(detail.text for detail in block.details))
    trend = block.trend
    for more in (block.caution, trend.clause, trend.amounts, block.more_needed):
        wrapped(call, more)
    say_plot(call, block.plot)
    if block.step is Step.INTERESTS:
        say_landings(call, said)
    for label, ids in (("For", block.for_deals), ("Against", block.against_deals)):
        wrapped(call, named(label, ids, said.titles))
    doubts = "; ".join(block.wrong_because)
    wrapped(call, f"Could be wrong because {doubts}.", style="faint")
    wrapped(call, block.question, style="faint")


def _say_facts(call: Call, block: Block, said: Report) -> None:
    """Say a block without a figure: the entries, what was answered, the question."""
    heading = HEADLINES[block.step] if block.n else "nothing yet"
    call.out.line(Span(block.step.value.capitalize(), "bold"), f"  {heading}")
    for one in beside(said.answered, block.step):
        wrapped(call, f"You {one.words}")
    for label, ids in (("For", block.for_deals), ("Against", block.against_deals)):
        wrapped(call, named(label, ids, said.titles, more=False))
    wrapped(call, block.question, style="faint")


def _figure(block: Block) -> str:
    """Return the figure of a block with its n beside it."""
    counted = f"{block.k} of {block.n}"
    if block.balance is None:
        return f"{counted} {block.headline}"
    if block.balance.angle is None:
        return f"{counted} deals with their own account"
    return f"{round(block.balance.angle)} {block.headline}, {counted} deals"


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
