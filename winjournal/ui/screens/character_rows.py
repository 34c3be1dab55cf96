"""The character report as rows: repairs, six blocks, what is a key away, moments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from winjournal.domain.calendar_words import MONTHS
from winjournal.domain.mended import say_mended
from winjournal.domain.statements import HEADLINES
from winjournal.domain.tags import Step
from winjournal.services.saying import say_count
from winjournal.ui.screens.character_words import fitting
from winjournal.ui.screens.today_rows import STEP_WORDS
from winjournal.ui.text import plain
from winjournal.ui.widgets.curve import dot_cell
from winjournal.ui.widgets.ledger_painter import Column
from winjournal.ui.widgets.ledger_source import Row
from winjournal.ui.widgets.ruler import Scale, Tick, ruler_line
from winjournal.ui.widgets.week_strip import StripLine, WeekMarks, strip_lines

if TYPE_CHECKING:
    from datetime import date

    from winjournal.domain.report import Block, Moments, Report, Volume
    from winjournal.ui.glyphs import Glyphs

NAMES = {
    Step.TRUST: "Trust",
    Step.WINNING: "Winning",
    Step.VALUE: "Value",
    Step.SHARE: "Share",
    Step.EGO: "Ego",
    Step.INTERESTS: "Interests",
}
SPANS_SHOWN = 26
"""Months or weeks of moments at the most; older ones are a period away."""

WIDE = 90
"""Cells from which the heading says all of it."""

_NAME, _COUNT, _GAP = 9, 9, 2
_BESIDE = 64
"""Cells for all but the ruler, the longest headline among it."""
_EDGES = 3
"""Cells for the edges of a row and a scrollbar."""


def columns_for(width: int) -> tuple[Column, ...]:
    """Return the columns of the report at a width: the ruler takes what it may."""
    return (
        Column(width=_NAME, gap=_GAP),
        Column(width=ruler_width(width), gap=_GAP, under=True),
        Column(width=_COUNT, right=True, gap=_GAP),
        Column(),
    )


def ruler_width(width: int) -> int:
    """Return how wide a ruler is drawn in a ledger of `width` cells."""
    return max(12, min(44, width - _BESIDE))


def say_volume(volume: Volume, width: int) -> str:
    """Return how much was logged: it stands beside every figure."""
    talks, marks = say_count(volume.talks, "talk"), say_count(volume.marks, "mark")
    said = f"{talks}, {volume.debriefed} debriefed, {marks}"
    return f"{said}; {volume.same_day} on the day" if width >= WIDE else said


def report_rows(
    report: Report, width: int, glyphs: Glyphs, *, figures: bool = True
) -> list[Row]:
    """Return all rows of the report.

    Args:
        report: What is shown.
        width: The room in cells.
        glyphs: The signs of the terminal.
        figures: Whether figures are shown; else facts and questions are left.
    """
    if not figures:
        plainly = [_row_without_figures(block, glyphs) for block in report.blocks]
        return [*plainly, *_more_rows(report, figures=False)]
    return [
        _mended_row(report, width, glyphs),
        *(_block_row(block, width, glyphs) for block in report.blocks),
        *_more_rows(report, figures=True),
        *moment_rows(report.moments, width, glyphs),
    ]


def moment_rows(moments: Moments, width: int, glyphs: Glyphs) -> list[Row]:
    """Return one's own moments by step over time, handled and slips apart."""
    spans = moments.spans[-SPANS_SHOWN:]
    if not spans:
        return []
    lines = [
        StripLine(
            STEP_WORDS[step],
            tuple(WeekMarks(c.handled, c.slips) for c in cells[-SPANS_SHOWN:]),
        )
        for step, cells in moments.rows.items()
    ]
    drawn = strip_lines(lines, width - _EDGES, glyphs)
    unit = "week" if moments.by_week else "month"
    heading = f"My moments by {unit}, {_say_span(spans[0])} to {_say_span(spans[-1])}"
    return [
        Row(f"moments:{step}", (line,), heading=heading if number == 0 else None)
        for number, (step, line) in enumerate(zip(moments.rows, drawn, strict=True))
    ]


def _mended_row(report: Report, width: int, glyphs: Glyphs) -> Row:
    """Return repairs and recovery, in one line where it holds both."""
    parts, name = say_mended(report.mended), plain("Repairs", "bold $ink")
    said = f" {glyphs.between} ".join(parts)
    if len(parts) == 1 or len(said) <= _room(width):
        return Row("mended:", (name, plain(said, "$ink")))
    return Row("mended:", (name, plain(parts[0], "$ink")), more=plain(parts[1], "$ink"))


def _room(width: int) -> int:
    """Return the cells beside a name, without the edges and a scrollbar."""
    return width - _NAME - _GAP - _EDGES


def _block_row(block: Block, width: int, glyphs: Glyphs) -> Row:
    parts = (
        block.trend.short,
        *block.trend.short_amounts,
        *(detail.text for detail in block.details),
        block.more_needed or block.caution,
    )
    second = fitting([x for x in parts if x], _room(width), glyphs.between)
    return Row(
        f"block:{block.step}",
        (
            plain(NAMES[block.step], "bold $ink"),
            _drawn(block, ruler_width(width), glyphs),
            _count_of(block),
            block.headline,
        ),
        more=plain(second, "$ink-soft"),
        gap=True,
    )


def _row_without_figures(block: Block, glyphs: Glyphs) -> Row:
    said = Content.assemble((NAMES[block.step], "bold $ink"))
    return Row(
        f"block:{block.step}",
        (said, HEADLINES[block.step] if block.n else "nothing yet"),
        more=plain(block.question, "$ink-soft"),
        gap=block.step is not Step.TRUST,
    )


def _drawn(block: Block, width: int, glyphs: Glyphs) -> Content:
    """Return the ruler of a block; of one or two entries the entries themselves."""
    if block.interval is None and 0 < len(block.plot.dots) <= width // 2:
        cells = [dot_cell(dot.counted, glyphs) for dot in block.plot.dots]
        return Content(" ").join(Content.assemble(cell) for cell in cells)
    return ruler_line(_scale_of(block), width, glyphs)


def _scale_of(block: Block) -> Scale:
    ends = block.interval
    return Scale(
        low=0.0,
        high=block.top,
        interval=(Tick(ends[0]), Tick(ends[1])) if ends else None,
        value=Tick(block.point) if block.point is not None else None,
    )


def _count_of(block: Block) -> str:
    balance = block.balance
    if balance is not None and balance.angle is not None and block.point is not None:
        return f"{balance.angle:.0f} of 90"
    return f"{block.k} of {block.n}" if block.n else ""


def _more_rows(report: Report, *, figures: bool) -> list[Row]:
    """Return what is a key away, each with what it holds in one line."""
    rated = report.self_rated
    said = {
        "ageing": (
            "Later",
            _say_ageing(report),
            "how deals look after a while, and forecasts against what came",
        ),
        "rated": (
            "Rated",
            f"{len(rated.high)} rated high, tagged otherwise; "
            f"{len(rated.low)} low without a slip",
            "where my ratings and my marks say two things",
        ),
        "again": (
            "Again",
            f"{say_count(report.reread.n, 'debrief')} rated again",
            "what became of ratings that were given again, without seeing them",
        ),
    }
    rows = []
    for number, (name, (title, short, long)) in enumerate(said.items()):
        rows.append(
            Row(
                f"{name}:",
                (title, plain(short if figures else long, "$ink-soft")),
                heading="More" if number == 0 else None,
            )
        )
    return rows


def _say_ageing(report: Report) -> str:
    groups = report.ageing.groups
    if not groups:
        return "no look back is due yet"
    last = max(group.day for group in groups)
    ended = [group for group in groups if group.day == last]
    told = [(len(g.held_ids), len(g.held_ids) + len(g.failed_ids)) for g in ended]
    held, n = sum(k for k, _ in told), sum(n for _, n in told)
    return f"{held} of {say_count(n, 'deal')} held up after {last} days"


def _say_span(first: date) -> str:
    return f"{MONTHS[first.month - 1][:3]} {first.year}"
