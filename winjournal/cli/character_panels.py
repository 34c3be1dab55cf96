"""What stands round the six blocks of `wj character`: repairs, ageing, ratings."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from winjournal.cli.columns import Cell, say_table
from winjournal.cli.output import Span
from winjournal.domain.answers import beside
from winjournal.domain.calendar_words import MONTHS
from winjournal.domain.ids import short_id
from winjournal.domain.mended import say_mended
from winjournal.domain.slices import SAID
from winjournal.domain.statements_after import (
    FELL,
    KNEW,
    RATED_HIGH,
    RATED_LOW,
    READ_THEN,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from winjournal.cli.call import Call
    from winjournal.domain.panels import Ageing, Disagreement, Plot
    from winjournal.domain.report import Block, Report
    from winjournal.domain.slices import Slice
    from winjournal.domain.tags import Step

_WIDTH = 78
_WIDEST = 100
_NAMED = 4
_TICKS = 4


def say_repairs(call: Call, said: Report) -> None:
    """Say repairs and recovery: before all else."""
    call.out.line(Span("Repairs", "bold"), f"  {'; '.join(say_mended(said.mended))}")


def say_answers(call: Call, said: Report, step: Step) -> None:
    """Say what was answered to a statement, and how it read then."""
    for one in beside(said.answered, step):
        words = f"You {one.words}"
        if not one.same:
            words += f". {READ_THEN.format(sentence=one.sentence)}"
        wrapped(call, words)


def say_plot(call: Call, plot: Plot) -> None:
    """Say how it went over time: a few eights of the curve, or each entry."""
    if plot.points:
        last = len(plot.points) - 1
        places = sorted({round(at * last / (_TICKS - 1)) for at in range(_TICKS)})
        told = []
        for point in (plot.points[at] for at in places):
            limits = ""
            if point.low is not None and point.high is not None:
                limits = f" ({point.low:.0f} to {point.high:.0f})"
            told.append(f"{point.value:.0f}{limits} on {_day(point.on)}")
        wrapped(call, f"By eights, {plot.unit}: {', '.join(told)}.", style="faint")
    elif plot.dots:
        signs = " ".join("x" if dot.counted else "." for dot in plot.dots)
        first, last_day = _day(plot.dots[0].on), _day(plot.dots[-1].on)
        days = first if first == last_day else f"{first} to {last_day}"
        wrapped(call, f"One by one, x is counted: {signs}  {days}", style="faint")


def say_landings(call: Call, said: Report) -> None:
    """Say where deals landed, what they felt, and the widest gaps either way."""
    found = said.landings
    for line in found.lines:
        wrapped(call, line)
    lists = (
        ("Mine met more", found.mine_more),
        ("Theirs met more", found.theirs_more),
        ("Less pleased than I thought", found.less_pleased),
        ("More pleased than I thought", found.more_pleased),
    )
    for label, ids in lists:
        wrapped(call, named(label, ids[::-1], said.titles))


def say_panels(call: Call, said: Report, *, figures: bool = True) -> None:
    """Say how deals look later, where ratings and marks differ, what was re-read."""
    _heading(call, "Later")
    if figures:
        _say_ageing(call, said.ageing)
    else:
        for label, ids in _aged_by_name(said.ageing):
            wrapped(call, named(label, ids, said.titles, more=False))
    for label, ids in ((FELL, said.ageing.fell_ids), (KNEW, said.ageing.knew_ids)):
        wrapped(call, named(label, ids, said.titles, more=figures))
    _heading(call, "Rated")
    for label, found in (
        (RATED_HIGH, said.self_rated.high),
        (RATED_LOW, said.self_rated.low),
    ):
        _say_rated(call, label, found, said, figures=figures)
    if figures:
        _heading(call, "Again")
        for line in said.reread.lines:
            wrapped(call, line)


def say_slices(call: Call, block: Block, found: Sequence[Slice]) -> None:
    """Say where the entries of one block lie: counts, no rank."""
    call.out.line(
        Span(block.step.value.capitalize(), "bold"), f"  {block.headline}, where"
    )
    rows: list[list[Cell]] = []
    for number, one in enumerate(found):
        is_first = number == 0 or found[number - 1].by is not one.by
        label = Span(SAID[one.by] if is_first else "", "faint")
        rows.append([label, one.name, f"{one.k} of {one.n}"])
    if rows:
        say_table(call.out, rows)
    else:
        wrapped(call, block.sentence)


def named(
    label: str, ids: Sequence[str], titles: dict[str, str], *, more: bool = True
) -> str:
    """Return the latest negotiations under a label, by title and id; "" for none."""
    if not ids:
        return ""
    latest = list(reversed(ids))[:_NAMED]
    told = ", ".join(f"{titles[id_]} ({short_id(id_)})" for id_ in latest)
    over = len(ids) - len(latest)
    if over <= 0:
        return f"{label}: {told}"
    return f"{label}: {told} and {over} more" if more else f"{label}: {told} and more"


def wrapped(call: Call, text: str, *, style: str = "") -> None:
    """Say a sentence in lines that are not too long; nothing where it is empty."""
    width = min(call.out.look.width or _WIDTH, _WIDEST)
    for line in textwrap.wrap(text, width, initial_indent="  ", subsequent_indent="  "):
        call.out.line(Span(line, style))


def _heading(call: Call, text: str) -> None:
    call.out.line()
    call.out.line(Span(text, "bold"))


def _say_ageing(call: Call, found: Ageing) -> None:
    rows: list[list[Cell]] = []
    for one in found.groups:
        told = len(one.held_ids) + len(one.failed_ids)
        again = len(one.again_ids) + len(one.not_again_ids)
        rows.append(
            [
                f"  {one.ended}",
                f"{one.day} days",
                f"looked back {len(one.answered_ids)} of {len(one.due_ids)}",
                f"{len(one.held_ids)} of {told} held up" if told else "",
                f"{len(one.again_ids)} of {again} again" if again else "",
            ]
        )
    if rows:
        say_table(call.out, rows)
    for line in found.lines:
        wrapped(call, line)


def _aged_by_name(found: Ageing) -> list[tuple[str, tuple[str, ...]]]:
    return [
        (f"{one.ended.capitalize()}, {words}", ids)
        for one in found.groups
        for words, ids in (
            ("held up", one.held_ids),
            ("did not hold up", one.failed_ids),
        )
    ]


def _say_rated(
    call: Call, label: str, found: Sequence[Disagreement], said: Report, *,
    figures: bool,
) -> None:  # fmt: skip
    told = [
        f"{said.titles[one.id]} ({short_id(one.id)}), {one.step.value}"
        + (f" {one.rating} of 7" if figures else "")
        for one in found
    ]
    wrapped(call, f"{label[0].upper()}{label[1:]}: {'; '.join(told) or 'none'}")


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"
