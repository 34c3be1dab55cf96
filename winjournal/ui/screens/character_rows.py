"""The character report as rows: six blocks, then one's own moments over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from winjournal.domain.calendar_words import MONTHS
from winjournal.domain.tags import Step
from winjournal.services.saying import say_count
from winjournal.ui.screens.today_rows import STEP_WORDS
from winjournal.ui.text import plain
from winjournal.ui.widgets.ledger_painter import Column
from winjournal.ui.widgets.ledger_source import Row
from winjournal.ui.widgets.ruler import Scale, Tick, ruler_line
from winjournal.ui.widgets.week_strip import StripLine, WeekMarks, strip_lines

if TYPE_CHECKING:
    from datetime import date

    from winjournal.domain.facts import Facts
    from winjournal.domain.report import Block, Moments, Report, Volume
    from winjournal.ui.glyphs import Glyphs
    from winjournal.ui.veil import Veil

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

SHOWN = 3
"""Entries named for and against; the rest is one key away."""

WIDE = 90
"""Cells from which the heading says all of it."""

_NAME, _COUNT, _GAP = 9, 9, 2


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
    return max(12, min(44, (width - _NAME - _COUNT - 3 * _GAP) * 2 // 5))


def say_volume(volume: Volume, width: int) -> str:
    """Return how much was logged: it stands beside every figure."""
    talks, marks = say_count(volume.talks, "talk"), say_count(volume.marks, "mark")
    said = f"{talks}, {volume.debriefed} debriefed, {marks}"
    return f"{said}; {volume.same_day} on the day" if width >= WIDE else said


def block_rows(report: Report, width: int, glyphs: Glyphs) -> list[Row]:
    """Return the six blocks, two lines each."""
    return [_block_row(b, ruler_width(width), glyphs) for b in report.blocks]


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
    drawn = strip_lines(lines, width - 2, glyphs)
    unit = "week" if moments.by_week else "month"
    heading = f"My moments by {unit}, {_say_span(spans[0])} to {_say_span(spans[-1])}"
    return [
        Row(f"moments:{step}", (line,), heading=heading if number == 0 else None)
        for number, (step, line) in enumerate(zip(moments.rows, drawn, strict=True))
    ]


def block_words(
    block: Block, titles: dict[str, str], veil: Veil, *, asks: bool = True
) -> Content:
    """Return what one block says, what stands for and against, and its doubts.

    Args:
        block: Which.
        titles: Titles of the negotiations by id.
        veil: How names and amounts may be said.
        asks: Whether the question that ends it is said too.
    """
    parts: list[Content | str | tuple[str, str]] = [
        plain(veil.words(block.sentence), "$ink")
    ]
    for more in (block.caution, block.trend.clause, block.more_needed):
        if more:
            parts.append(plain(f"  {more}", "$ink-soft"))
    parts.append("\n")
    for label, ids in (("For", block.for_deals), ("Against", block.against_deals)):
        if ids:
            parts += [(f"{label}  ", "$ink-soft"), _named(ids, titles, veil), "    "]
    if block.for_deals or block.against_deals:
        parts.append("\n")
    if block.wrong_because:
        doubts = "; ".join(block.wrong_because)
        parts += [("Could be wrong because  ", "$ink-soft"), plain(veil.words(doubts))]
    if asks:
        parts += ["\n", plain(veil.words(block.question), "$ink-soft")]
    return Content.assemble(*parts)


def evidence_rows(
    sections: list[tuple[str, tuple[str, ...]]], facts: dict[str, Facts], veil: Veil
) -> list[Row]:
    """Return the negotiations behind a figure, under what they count for."""
    rows: list[Row] = []
    for heading, ids in sections:
        for number, id_ in enumerate(reversed(ids)):
            deal = facts.get(id_)
            if deal is None:
                continue
            said = deal.outcome.replace("-", " ") if deal.outcome else "open"
            rows.append(
                Row(
                    f"{heading}:{number}:{id_}",
                    (
                        f"{deal.on.day} {MONTHS[deal.on.month - 1][:3]} {deal.on.year}",
                        plain(veil.words(deal.title, deal.person), "bold $ink"),
                        plain(veil.name(deal.person), "$ink-soft"),
                        said,
                    ),
                    heading=f"{heading}   {len(ids)}" if number == 0 else None,
                )
            )
    return rows


def sections_of(block: Block) -> list[tuple[str, tuple[str, ...]]]:
    """Return what a block's evidence is grouped by, without what is empty."""
    sections = [("For", block.for_deals), ("Against", block.against_deals)]
    sections += [(detail.text, detail.ids) for detail in block.details]
    sections.append(("Cannot speak to it", block.unknown_ids))
    return [(heading, ids) for heading, ids in sections if ids]


def sections_of_moments(
    moments: Moments, step: Step
) -> list[tuple[str, tuple[str, ...]]]:
    """Return the negotiations with own slips and handled moments of a step."""
    cells = moments.rows.get(step, ())
    slips = dict.fromkeys(id_ for cell in cells for id_ in cell.slip_ids)
    handled = dict.fromkeys(id_ for cell in cells for id_ in cell.handled_ids)
    groups = (("With slips", tuple(slips)), ("With handled", tuple(handled)))
    return [(heading, ids) for heading, ids in groups if ids]


def _block_row(block: Block, width: int, glyphs: Glyphs) -> Row:
    details = f" {glyphs.between} ".join(detail.text for detail in block.details)
    second = block.trend.short or details or block.more_needed or block.caution
    if block.trend.short and details:
        second = f"{block.trend.short} {glyphs.between} {details}"
    return Row(
        f"block:{block.step}",
        (
            plain(NAMES[block.step], "bold $ink"),
            ruler_line(_scale_of(block), width, glyphs),
            _count_of(block),
            block.headline,
        ),
        more=plain(second, "$ink-soft"),
        gap=True,
    )


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


def _named(ids: tuple[str, ...], titles: dict[str, str], veil: Veil) -> Content:
    shown = [veil.words(titles.get(id_, "")) for id_ in reversed(ids[-SHOWN:])]
    left = len(ids) - len(shown)
    more = f" · {left} more" if left else ""
    return plain(" · ".join(shown) + more)


def _say_span(first: date) -> str:
    return f"{MONTHS[first.month - 1][:3]} {first.year}"
