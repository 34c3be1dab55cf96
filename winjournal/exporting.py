"""What an export holds: the journal's things in order, made into pages one by one.

Negotiations come first, oldest first, each with all that belongs to it; then the
entries and logged lines that stand alone. Only one of them is in memory at a time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from winjournal.domain.filter_tree import Everything
from winjournal.exchange.binding import PART_LEVEL, bound
from winjournal.exchange.markdown import (
    entry_markdown,
    line_markdown,
    negotiation_markdown,
)
from winjournal.exchange.week import WeekPage, week_markdown
from winjournal.services.views import RowKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from winjournal.domain.dossier import Dossier
    from winjournal.domain.filter_tree import Filter
    from winjournal.domain.weeks import Week
    from winjournal.exchange.front import Value
    from winjournal.services.journal import Journal
    from winjournal.services.views import JournalRow

_ROWS = 500


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing to export.

    Attributes:
        kind: What it is.
        id: Its id.
        title: What its file is named after.
    """

    kind: RowKind
    id: str
    title: str


def things(journal: Journal, filter_: Filter) -> tuple[Thing, ...]:
    """Return what passes a filter, in the order of an export."""
    deals: list[Thing] = []
    others: list[JournalRow] = []
    for row in _rows(journal, filter_):
        if row.kind is RowKind.NEGOTIATION:
            deals.append(Thing(row.kind, row.id, row.title))
        else:
            others.append(row)
    inside = {deal.id for deal in deals}
    homes = journal.reading.homes()
    has_all = isinstance(filter_, Everything)
    alone = (
        Thing(row.kind, row.id, row.title)
        for row in others
        if not _is_part(journal, row, inside, homes, has_all=has_all)
    )
    return (*reversed(deals), *reversed(tuple(alone)))


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
        chosen: What `things` gave.
        level: The level of each page's heading.
        front_matter: Whether each is a file of its own.
    """
    deals = [thing.id for thing in chosen if thing.kind is RowKind.NEGOTIATION]
    for dossier in journal.reading.dossiers(deals):
        yield negotiation_markdown(dossier, level=level, front_matter=front_matter)
    for thing in chosen[len(deals) :]:
        if thing.kind is RowKind.ENTRY:
            entry = journal.reading.entry(thing.id)
            yield entry_markdown(entry, level=level, front_matter=front_matter)
        else:
            line = journal.reading.line(thing.id)
            yield line_markdown(line, level=level, front_matter=front_matter)


def week_page(journal: Journal, week: Week) -> str:
    """Return one ISO week as a file: its review, its vow, what was negotiated."""
    view = journal.weeks.view(week)
    ids: dict[RowKind, list[str]] = {kind: [] for kind in RowKind}
    for row in reversed(view.rows):
        ids[row.kind].append(row.id)
    deals: tuple[Dossier, ...] = tuple(
        journal.reading.dossiers(ids[RowKind.NEGOTIATION])
    )
    inside = set(ids[RowKind.NEGOTIATION])
    homes = journal.reading.homes()
    entries = map(journal.reading.entry, ids[RowKind.ENTRY])
    lines = (id_ for id_ in ids[RowKind.LINE] if homes.get(id_) not in inside)
    return week_markdown(
        WeekPage(
            week=week,
            review=view.review,
            vow=view.vow,
            standing=view.standing,
            kept=view.kept,
            tested=view.tested,
            deals=deals,
            entries=tuple(e for e in entries if e.negotiation_id not in inside),
            lines=tuple(map(journal.reading.line, lines)),
            links=journal.weeks.seals(week),
        )
    )


def _rows(journal: Journal, filter_: Filter) -> Iterator[JournalRow]:
    start = 0
    while rows := journal.reading.journal(filter_, start, start + _ROWS):
        yield from rows
        start += _ROWS


def _is_part(
    journal: Journal,
    row: JournalRow,
    inside: set[str],
    homes: dict[str, str | None],
    *,
    has_all: bool,
) -> bool:
    """Return whether an entry or a line stands in a negotiation's page already."""
    if row.kind is RowKind.LINE:
        return homes.get(row.id) in inside
    if not row.person or has_all:
        # An entry with a counterparty belongs to a negotiation.
        return bool(row.person)
    return journal.reading.entry(row.id).negotiation_id in inside
