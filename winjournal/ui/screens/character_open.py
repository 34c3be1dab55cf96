"""What opens behind each row of the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from winjournal.domain.answers import beside
from winjournal.domain.measures.settings import EQUAL_ANGLE
from winjournal.domain.statements import HEADLINES
from winjournal.domain.tags import Step
from winjournal.services.saying import say_count
from winjournal.ui.screens.character_rows import NAMES
from winjournal.ui.screens.character_words import (
    DOUBT,
    answer_words,
    doubts_of,
    has_figure,
    statement_lines,
)
from winjournal.ui.screens.evidence_rows import (
    Opened,
    aged_rows,
    by_day,
    found_out_rows,
    rated_rows,
    sections_of,
    sections_of_aged,
    sections_of_landings,
    sections_of_mended,
    sections_of_moments,
    sections_of_slice,
    shift_rows,
    slice_rows,
    wrapped,
)
from winjournal.ui.text import wrap
from winjournal.ui.widgets.curve import dot_lines, plot_lines
from winjournal.ui.widgets.leaf import Draw
from winjournal.ui.widgets.ledger_painter import Column
from winjournal.ui.widgets.ledger_source import Row
from winjournal.ui.widgets.ruler import Scale, Tick, ruler_lines
from winjournal.ui.widgets.scatter import felt_lines, scatter_lines

if TYPE_CHECKING:
    from winjournal.domain.report import Block, Report
    from winjournal.ui.glyphs import Glyphs
    from winjournal.ui.look import Look
    from winjournal.ui.screens.character_reading import Reading

_TITLED = (Column(share=3), Column(share=2))

ONLY_COUNTS = "Counts and entries only: in small groups chance draws patterns too."


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """What a panel shows.

    Attributes:
        empty: What stands where there is no row.
        columns: Of its rows.
    """

    name: str
    headline: str
    draw: Draw
    rows: Sequence[Row]
    empty: str
    columns: Sequence[Column] = (Column(width=12), Column())


def opened(reading: Reading, row_id: str, look: Look) -> Opened:
    """Return what stands behind a row of the report or of one of its panels."""
    report = _known(reading)
    panel, _, row = row_id.rpartition("/")
    kind, _, which = row.partition(":")
    if kind == "slice":
        step = Step(panel.partition(":")[2])
        one = reading.sliced[step][int(which)]
        name = look.veil.words(one.name)
        return Opened(
            name=f"{NAMES[step]}, {name}",
            headline=f"{one.k} of {one.n}" if reading.figures else "",
            sections=by_day(sections_of_slice(one), reading.facts),
        )  # fmt: skip
    if kind == "aged":
        group = report.ageing.groups[int(which)]
        return Opened(
            name=group.ended.capitalize(), headline=f"after {group.day} days",
            sections=by_day(sections_of_aged(group), reading.facts),
        )  # fmt: skip
    if kind == "mended":
        return Opened(
            name="Repairs", headline="and recovery",
            sections=by_day(sections_of_mended(report), reading.facts),
        )  # fmt: skip
    step = Step(which)
    if kind == "moments":
        return Opened(
            name=NAMES[step], headline="my moments",
            sections=by_day(sections_of_moments(report.moments, step), reading.facts),
        )  # fmt: skip
    return _of_block(reading, report, step, look)


def panel_of(reading: Reading, which: str, look: Look) -> Panel:
    """Return one of the panels round the report: `ageing`, `rated`, `where:STEP`."""
    report, veil = _known(reading), look.veil
    kind, _, step = which.partition(":")
    if kind == "ageing":
        return Panel(
            name="Later", headline="how deals look after a while, by how they ended",
            draw=_sentences(report.ageing.lines, reading.figures),
            rows=[
                *aged_rows(report.ageing.groups, figures=reading.figures),
                *found_out_rows(report, reading.facts, veil),
            ],
            empty="No look back is due yet.",
        )  # fmt: skip
    if kind == "rated":
        return Panel(
            name="Rated", headline="where my ratings and my marks say two things",
            draw=_sentences((), figures=True),
            rows=rated_rows(report, reading.facts, veil, figures=reading.figures),
            empty="Ratings and marks say the same, as far as both are there.",
            columns=_TITLED,
        )  # fmt: skip
    if kind == "again":
        return Panel(
            name="Again",
            headline=f"{say_count(report.reread.n, 'debrief')} rated again"
            if reading.figures
            else "debriefs rated again",
            draw=_sentences(report.reread.lines, reading.figures),
            rows=shift_rows(report, reading.facts, veil),
            empty="",
            columns=_TITLED,
        )
    block = next(b for b in report.blocks if b.step == step)
    return Panel(
        name=f"{NAMES[block.step]}, where it happens", headline=HEADLINES[block.step],
        draw=_sentences((ONLY_COUNTS,), figures=True),
        rows=slice_rows(reading.sliced[block.step], veil, figures=reading.figures),
        empty="No entries can speak to this yet.",
        columns=(Column(width=24), Column(width=10, right=True), Column()),
    )  # fmt: skip


def _known(reading: Reading) -> Report:
    if reading.report is None:
        raise LookupError("nothing was counted yet")
    return reading.report


def _of_block(reading: Reading, report: Report, step: Step, look: Look) -> Opened:
    block = next(b for b in report.blocks if b.step is step)
    sections = by_day(sections_of(block, figures=reading.figures), reading.facts)
    if step is Step.INTERESTS:
        sections = [*sections_of_landings(report), *sections]
    return Opened(
        name=NAMES[step],
        headline=block.headline if reading.figures else HEADLINES[step],
        draw=partial(_block_lines, report, block, look, reading.figures),
        sections=sections,
        block=block,
    )


def _block_lines(
    report: Report, block: Block, look: Look, figures: bool, width: int
) -> list[Content]:
    """Return the statement, its picture, what may be said of it, and its doubts."""
    glyphs, trend = look.glyphs, block.trend
    said = beside(report.answered, block.step)
    parts = [
        statement_lines(block, look, width) if figures else [],
        [x for one in said for x in wrap(answer_words(one, look.veil, figures), width)],
    ]
    if figures and block.step is Step.INTERESTS:
        found = report.landings
        parts += [
            angle_lines(block, width, glyphs),
            scatter_lines(found.spots, width, glyphs),
            wrapped(found.lines, width),
            felt_lines(found.felt, width, glyphs),
        ]
    if figures:
        parts.append(plot_lines(block.plot, width, glyphs))
        parts.append(wrapped([trend.clause, trend.amounts], width, "$ink-soft"))
    else:
        parts.append(dot_lines(block.plot.dots, width, glyphs, counts=False))
    doubts = "; ".join(doubts_of(block, figures=figures))
    because = [f"{DOUBT} {look.veil.words(doubts)}."] if doubts else []
    parts.append(
        wrapped([*because, look.veil.words(block.question)], width, "$ink-soft")
    )
    lines: list[Content] = []
    for part in filter(None, parts):
        lines += [Content(""), *part] if lines else part
    return lines


def angle_lines(block: Block, width: int, glyphs: Glyphs) -> list[Content]:
    """Return the angle between both sides' interests with its interval, from five."""
    if block.interval is None or block.point is None:
        return []
    low, high = block.interval
    scale = Scale(
        low=0.0,
        high=block.top,
        interval=(Tick(low, figure=f"{low:.0f}"), Tick(high, figure=f"{high:.0f}")),
        value=Tick(block.point),
        ticks=(
            Tick(0.0, "mine alone", "0"),
            Tick(EQUAL_ANGLE, "equal"),
            Tick(block.top, "theirs alone", f"{block.top:.0f} degrees"),
        ),
    )
    return ruler_lines(scale, width, glyphs)


def _sentences(lines: Sequence[str], figures: bool) -> Draw:
    shown = [line for line in lines if figures or not has_figure(line)]
    return lambda width: [*wrapped(shown, width), Content("")] if shown else []
