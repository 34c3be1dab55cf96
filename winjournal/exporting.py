"""What an export holds: the journal's things in order, made into pages one by one.

Negotiations come first, oldest first, each with all that belongs to it; then the
entries and logged lines that stand alone, and with everything the reviewed weeks.
Only one of them, or a few entries, are in memory at a time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from winjournal.domain.filter_tree import Everything
from winjournal.domain.weeks import Week
from winjournal.domain.writing import Entry
from winjournal.exchange.binding import PART_LEVEL, bound
from winjournal.exchange.markdown import (
    entry_markdown,
    line_markdown,
    negotiation_markdown,
)
from winjournal.exchange.week import WeekPage, week_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from winjournal.domain.filter_tree import Filter
    from winjournal.exchange.front import Value
    from winjournal.services.journal import Journal
    from winjournal.services.views import JournalRow

_ROWS = 500

_ENTRIES = 20
"""So many are read from one snapshot, and no more: each may be of 1 MiB."""


class Part(StrEnum):
    """What a thing to export is; the first three are what `RowKind` says too."""

    NEGOTIATION = "negotiation"
    ENTRY = "entry"
    LINE = "line"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing to export.

    Attributes:
        part: What it is.
        id: Its id.
        title: What its file is named after; of a week, its name.
    """

    part: Part
    id: str
    title: str


def things(journal: Journal, filter_: Filter) -> tuple[Thing, ...]:
    """Return what passes a filter, in the order of an export."""
    deals: list[Thing] = []
    others: list[Thing] = []
    for row in _rows(journal, filter_):
        thing = Thing(Part(row.kind.value), row.id, row.title)
        (deals if thing.part is Part.NEGOTIATION else others).append(thing)
    # A line that waits stands in the page of the negotiation it belongs to.
    inside = {deal.id for deal in deals}
    homes = journal.reading.homes()
    alone = [thing for thing in others if homes.get(thing.id) not in inside]
    found = [*reversed(deals), *reversed(alone)]
    if isinstance(filter_, Everything):
        weeks = journal.weeks.written()
        found += (Thing(Part.WEEK, id_, str(week)) for week, id_ in weeks.items())
    return tuple(found)


def one_file(
    journal: Journal,
    chosen: Sequence[Thing],
    *,
    title: str = "Journal",
    about: Mapping[str, Value] | None = None,
) -> Iterator[str]:
    """Yield one file of many things, piece by piece.

    Args:
        journal: Where they are.
        chosen: What `things` gave.
        title: The file's heading.
        about: More fields for its front matter.
    """
    parts = pages(journal, chosen, level=PART_LEVEL, front_matter=False)
    return bound(parts, title=title, about=about)


def pages(
    journal: Journal,
    chosen: Sequence[Thing],
    *,
    level: int = 1,
    front_matter: bool = True,
) -> Iterator[str]:
    """Yield each thing as a page, in the same order.

    Args:
        journal: Where they are.
        chosen: What `things` gave: negotiations first.
        level: The level of each page's heading.
        front_matter: Whether each is a file of its own.
    """
    deals = [thing.id for thing in chosen if thing.part is Part.NEGOTIATION]
    for dossier in journal.reading.dossiers(deals):
        yield negotiation_markdown(dossier, level=level, front_matter=front_matter)
    others = chosen[len(deals) :]
    entries = _entries(journal, [x.id for x in others if x.part is Part.ENTRY])
    for thing in others:
        if thing.part is Part.ENTRY:
            entry = next(entries)
            yield entry_markdown(entry, level=level, front_matter=front_matter)
        else:
            yield _page(journal, thing, level, front_matter=front_matter)


def _entries(journal: Journal, ids: Sequence[str]) -> Iterator[Entry]:
    """Yield entries, some of them at a time: a snapshot for each would take longer."""
    for start in range(0, len(ids), _ENTRIES):
        yield from journal.reading.every(Entry, ids[start : start + _ENTRIES])


def week_page(journal: Journal, week: Week) -> str:
    """Return one ISO week as a file: its review, its vow, what was negotiated."""
    ids: dict[Part, list[str]] = {part: [] for part in Part}
    rows = journal.weeks.view(week).rows
    for row in sorted(rows, key=lambda row: (row.on, row.id)):
        ids[Part(row.kind.value)].append(row.id)
    deals = ids[Part.NEGOTIATION]
    homes = journal.reading.homes()
    lines = (id_ for id_ in ids[Part.LINE] if homes.get(id_) not in deals)
    page = replace(
        _review(journal, week),
        deals=tuple(journal.reading.dossiers(deals)),
        entries=tuple(map(journal.reading.entry, ids[Part.ENTRY])),
        lines=tuple(map(journal.reading.line, lines)),
    )
    return week_markdown(page)


def _review(journal: Journal, week: Week) -> WeekPage:
    """Return a week's own: its review, its vows, its seals."""
    view = journal.weeks.own(week)
    return WeekPage(
        week=week,
        review=view.review,
        vow=view.vow,
        standing=view.standing,
        kept=view.kept,
        tested=view.tested,
        links=journal.weeks.seals(week),
    )


def _page(journal: Journal, thing: Thing, level: int, *, front_matter: bool) -> str:
    """Return a line or a week as a page."""
    if thing.part is Part.LINE:
        line = journal.reading.line(thing.id)
        return line_markdown(line, level=level, front_matter=front_matter)
    # What was negotiated in it has its own pages where everything is exported.
    week = Week.parse(thing.title, journal.clock.now().date())
    return week_markdown(_review(journal, week), level=level, front_matter=front_matter)


def _rows(journal: Journal, filter_: Filter) -> Iterator[JournalRow]:
    start = 0
    while rows := journal.reading.journal(filter_, start, start + _ROWS):
        yield from rows
        start += _ROWS
