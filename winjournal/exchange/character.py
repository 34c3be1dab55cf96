"""The character report as a page: every figure with its n, its interval, its limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.calendar_words import EARLIEST, LATEST
from winjournal.domain.tags import Step
from winjournal.exchange.blocks import items, section, table
from winjournal.exchange.character_panels import landings, mended, named, panels
from winjournal.exchange.literal import heading, literal
from winjournal.exchange.markdown import page
from winjournal.exchange.values import at_offset

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from winjournal.domain.report import Block, Moments, Report, Volume
    from winjournal.domain.standing import StatementResponse
    from winjournal.exchange.front import Value

LIMITS = (
    "Everything here was written by one side about itself.",
    "Below five entries there is no talk of a pattern, below sixteen none of a trend.",
    "A range is plausible at 90 %: it says how sure the count is, not how good it is.",
    "Marks about the other side change no figure.",
    "Nothing here is a score, and nothing compares one person with another.",
)


def character_markdown(
    report: Report,
    *,
    responses: Sequence[StatementResponse] = (),
    hidden: Sequence[str] = (),
    level: int = 1,
) -> str:
    """Return the report over a period as a file.

    Args:
        report: What is said.
        responses: What was agreed with or contested, in any order.
        hidden: What was hidden in it before, for its front matter.
        level: Level of its heading.
    """
    period, below = report.period, level + 1
    is_all = (period.start.year, period.end.year) == (EARLIEST.year, LATEST.year)
    name = "all time" if is_all else period.name
    front: dict[str, Value] = {
        "title": f"What your negotiations say, {name}",
        "from": None if is_all else period.start,
        "to": None if is_all else period.end,
        "negotiations": report.volume.talks,
        "hidden": list(hidden),
        "tags": ["winjournal", "character"],
    }
    blocks = [
        heading(f"What your negotiations say, {literal(name)}", level),
        _logged(report.volume),
        mended(report),
    ]
    for block in report.blocks:
        said = [one for one in responses if one.block == block.step]
        told = _block(block, report.titles, said)
        if block.step is Step.INTERESTS:
            told.append(landings(report))
        blocks += section(block.step.value.capitalize(), below, told)
    blocks += panels(report, below)
    blocks += section("My moments", below, [_moments(report.moments)])
    blocks += section("Limits", below, [items(*LIMITS)])
    return page(blocks, front)


def _logged(volume: Volume) -> str:
    """Return how much was logged: it stands beside every figure."""
    covered = None
    if volume.coverage is not None:
        whole = volume.logged + volume.unlogged
        covered = f"Logged of the talks there were: {volume.logged} of {whole}"
    return items(
        f"Negotiations: {volume.talks}, of them debriefed: {volume.debriefed}",
        f"Marks: {volume.marks}, of them on the day: {volume.same_day}",
        covered,
    )


def _block(
    block: Block, titles: dict[str, str], responses: Sequence[StatementResponse]
) -> list[str]:
    doubts = "; ".join(block.wrong_because)
    return [
        literal(block.sentence),
        items(*_figures(block)),
        items(
            *(literal(detail.text) for detail in block.details),
            literal(block.caution) or None,
            literal(block.trend.clause) or None,
            literal(block.more_needed) or None,
        ),
        items(
            named("For", block.for_deals, titles),
            named("Against", block.against_deals, titles),
            f"Cannot speak to it: {len(block.unknown_ids)}"
            if block.unknown_ids
            else None,
        ),
        items(*map(_response, sorted(responses, key=lambda one: one.answered_at))),
        literal(f"Could be wrong because {doubts}."),
        literal(block.question),
    ]


def _figures(block: Block) -> list[str]:
    """Return the count with its n, and the range behind it, in full."""
    figures = [f"{literal(block.headline)}: {block.k} of {block.n}"]
    unit = " degrees" if block.top > 1 else ""
    if block.point is not None:
        figures.append(f"Estimate: {block.point:.4f}{unit}")
    if block.interval is None:
        figures.append("Range: none, too few entries")
    else:
        low, high = block.interval
        figures.append(f"Range plausible at 90 %: {low:.4f} to {high:.4f}{unit}")
    balance = block.balance
    if balance is not None and balance.bias is not None:
        figures.append(_bias(balance.bias, balance.bias_interval, balance.answered))
    return figures


def _bias(bias: float, interval: tuple[float, float] | None, n: int) -> str:
    said = f"Predicted less reported satisfaction: {bias:+.4f}, n {n}"
    if interval is None:
        return said
    return f"{said}, range {interval[0]:+.4f} to {interval[1]:+.4f}"


def _response(response: StatementResponse) -> str:
    did = "Agreed with" if response.agrees else "Contested"
    reason = f": {literal(response.reason)}" if response.reason else ""
    period = literal(response.period)
    return f"{did} on {at_offset(response.answered_at)}, over {period}{reason}"


def _moments(moments: Moments) -> str:
    """Return own moments over time, for each step handled and slips apart."""
    rows: list[tuple[str, ...]] = []
    for place, day in enumerate(moments.spans):
        cells = [moments.rows[step][place] for step in Step]
        if any(one.handled or one.slips for one in cells):
            counts = (f"{one.handled}, {one.slips}" for one in cells)
            rows.append((_span(day, by_week=moments.by_week), *counts))
    steps = (f"{step.value}: handled, slips" for step in Step)
    return table(("When", *steps), rows)


def _span(day: date, *, by_week: bool) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}" if by_week else f"{day:%Y-%m}"
