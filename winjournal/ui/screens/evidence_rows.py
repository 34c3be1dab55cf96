"""What a figure of the report opens: its negotiations, and the panels round it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from winjournal.domain.calendar_words import MONTHS
from winjournal.domain.report import Block
from winjournal.domain.slices import SAID
from winjournal.domain.statements_after import (
    FELL,
    GAP_SAID,
    KNEW,
    RATED_HIGH,
    RATED_LOW,
)
from winjournal.ui.screens.character_words import has_figure
from winjournal.ui.text import plain, wrap
from winjournal.ui.widgets.leaf import Draw
from winjournal.ui.widgets.ledger_source import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content

    from winjournal.domain.facts import Facts
    from winjournal.domain.panels import Aged
    from winjournal.domain.report import Moments, Report
    from winjournal.domain.slices import Slice
    from winjournal.domain.tags import Step
    from winjournal.ui.veil import Veil

Sections = list[tuple[str, tuple[str, ...]]]
"""Headings and the negotiations under each, the one to be read first at the end."""


def _no_lines(_: int) -> Sequence[Content]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What stands behind a figure.

    Attributes:
        name: What it belongs to.
        headline: What is counted.
        draw: What is said and drawn of it.
        sections: What its negotiations are grouped by.
        block: The block whose statement it shows, if it does.
    """

    name: str
    headline: str
    draw: Draw = field(default=_no_lines)
    sections: Sections
    block: Block | None = None


def evidence_rows(
    sections: Sections, facts: dict[str, Facts], veil: Veil, *, figures: bool = True
) -> list[Row]:
    """Return the negotiations behind a figure, under what they count for."""
    rows: list[Row] = []
    for heading, ids in sections:
        first = f"{heading}   {len(ids)}" if figures else heading
        known = [facts[id_] for id_ in reversed(ids) if id_ in facts]
        for number, deal in enumerate(known):
            said = deal.outcome.replace("-", " ") if deal.outcome else "open"
            rows.append(
                Row(
                    f"{heading}:{number}:{deal.id}",
                    (
                        f"{deal.on.day} {MONTHS[deal.on.month - 1][:3]} {deal.on.year}",
                        plain(veil.words(deal.title, deal.person), "bold $ink"),
                        plain(veil.name(deal.person), "$ink-soft"),
                        said,
                    ),
                    heading=first if number == 0 else None,
                )
            )
    return rows


def by_day(sections: Sections, facts: dict[str, Facts]) -> Sections:
    """Return the sections with the negotiations of each by their day, latest last.

    A promise counts when it was due, and may be older or younger than its deal.
    """

    def day(id_: str) -> date:
        return facts[id_].on if id_ in facts else date.min

    return [(heading, tuple(sorted(ids, key=day))) for heading, ids in sections]


def sections_of(block: Block, *, figures: bool = True) -> Sections:
    """Return what a block's evidence is grouped by, without what is empty."""
    sections: Sections = [("For", block.for_deals), ("Against", block.against_deals)]
    sections += [
        (detail.text, detail.ids)
        for detail in block.details
        if figures or not has_figure(detail.text)
    ]
    sections.append(("Cannot speak to it", block.unknown_ids))
    return _with_something(sections)


def sections_of_moments(moments: Moments, step: Step) -> Sections:
    """Return the negotiations with own slips and handled moments of a step."""
    cells = moments.rows.get(step, ())
    slips = dict.fromkeys(id_ for cell in cells for id_ in cell.slip_ids)
    handled = dict.fromkeys(id_ for cell in cells for id_ in cell.handled_ids)
    return _with_something(
        [("With slips", tuple(slips)), ("With handled", tuple(handled))]
    )


def sections_of_landings(report: Report) -> Sections:
    """Return the deals with the widest gaps either way, the widest to be read first."""
    found = report.landings
    return _with_something(
        [
            ("Mine met more, widest first", found.mine_more[::-1]),
            ("Theirs met more, widest first", found.theirs_more[::-1]),
            ("Less pleased than I thought", found.less_pleased[::-1]),
            ("More pleased than I thought", found.more_pleased[::-1]),
        ]
    )


def sections_of_mended(report: Report) -> Sections:
    """Return the negotiations of repairs and of recoveries."""
    found = report.mended
    return _with_something(
        [
            ("Repairs made", found.made_ids),
            ("Repairs open", found.open_ids),
            ("Ego let go in its sitting", found.let_go_ids),
            ("Ego not let go in its sitting", found.held_ids),
        ]
    )


def sections_of_aged(group: Aged) -> Sections:
    """Return the negotiations of one group of deals that aged."""
    asked = set(group.answered_ids)
    return _with_something(
        [
            ("Held up", group.held_ids),
            ("Did not hold up", group.failed_ids),
            ("Would deal with me again", group.again_ids),
            ("Would not", group.not_again_ids),
            ("Not looked back on", tuple(x for x in group.due_ids if x not in asked)),
        ]
    )


def sections_of_slice(one: Slice) -> Sections:
    """Return the negotiations of one slice."""
    return _with_something([("For", one.for_ids), ("Against", one.against_ids)])


def slice_rows(
    found: Sequence[Slice], veil: Veil, *, figures: bool = True
) -> list[Row]:
    """Return slices as rows: counts alone, under what they are sliced by."""
    rows: list[Row] = []
    for number, one in enumerate(found):
        is_first = number == 0 or found[number - 1].by is not one.by
        rows.append(
            Row(
                f"slice:{number}",
                (
                    plain(veil.words(one.name)),
                    f"{one.k} of {one.n}" if figures else "",
                    "",
                ),
                heading=SAID[one.by] if is_first else None,
            )
        )
    return rows


def aged_rows(groups: Sequence[Aged], *, figures: bool = True) -> list[Row]:
    """Return how deals aged as rows, under how they ended."""
    rows: list[Row] = []
    for number, one in enumerate(groups):
        told = len(one.held_ids) + len(one.failed_ids)
        again = len(one.again_ids) + len(one.not_again_ids)
        seen = f"looked back on {len(one.answered_ids)} of {len(one.due_ids)}"
        parts = [f"{len(one.held_ids)} of {told} held up"] if told else []
        parts += [f"{len(one.again_ids)} of {again} would deal again"] if again else []
        is_first = number == 0 or groups[number - 1].ended != one.ended
        rows.append(
            Row(
                f"aged:{number}",
                (
                    f"{one.day} days",
                    ", ".join(parts or ["not told"]) if figures else "",
                ),
                more=seen if figures else None,
                heading=one.ended.capitalize() if is_first else None,
            )
        )
    return rows


def found_out_rows(report: Report, facts: dict[str, Facts], veil: Veil) -> list[Row]:
    """Return where their rating fell, and where they found out what I had known."""
    found = report.ageing
    rows: list[Row] = []
    for heading, ids in ((FELL, found.fell_ids), (KNEW, found.knew_ids)):
        for number, deal in enumerate(facts[id_] for id_ in reversed(ids)):
            said = plain(veil.words(deal.title, deal.person), "bold $ink")
            gap = plain(GAP_SAID[deal.info_gap], "$ink-soft")
            rows.append(
                Row(
                    f"{heading}:{number}:{deal.id}",
                    (
                        f"{deal.on.day} {MONTHS[deal.on.month - 1][:3]} {deal.on.year}",
                        said,
                    ),
                    more=gap if heading == KNEW else None,
                    heading=heading if number == 0 else None,
                )
            )
    return rows


def rated_rows(
    report: Report, facts: dict[str, Facts], veil: Veil, *, figures: bool = True
) -> list[Row]:
    """Return both lists of M10, of equal weight."""
    rows: list[Row] = []
    lists = ((RATED_HIGH, report.self_rated.high), (RATED_LOW, report.self_rated.low))
    for heading, found in lists:
        for number, one in enumerate(found):
            said = f"{one.step.value} {one.rating} of 7" if figures else one.step.value
            title = heading.capitalize() if number == 0 else None
            deal = facts[one.id]
            rows.append(
                Row(
                    f"rated:{heading}:{number}:{one.id}",
                    (plain(veil.words(deal.title, deal.person), "bold $ink"), said),
                    heading=title,
                )
            )
    return rows


def shift_rows(report: Report, facts: dict[str, Facts], veil: Veil) -> list[Row]:
    """Return the debriefs that were rated again, the latest first."""
    shifts = report.reread.shifts
    ids = dict.fromkeys(id_ for shift in shifts for id_ in shift.ids)
    deals = [facts[id_] for id_ in reversed(ids)]
    return [
        Row(
            f"again:{deal.id}",
            (
                plain(veil.words(deal.title, deal.person), "bold $ink"),
                plain(veil.name(deal.person), "$ink-soft"),
            ),
        )
        for deal in deals
    ]


def wrapped(lines: Sequence[str], width: int, style: str = "$ink") -> list[Content]:
    """Return sentences in lines of at most a width."""
    said = filter(None, lines)
    return [part for line in said for part in wrap(plain(line, style), width)]


def _with_something(sections: Sections) -> Sections:
    return [(heading, ids) for heading, ids in sections if ids]
