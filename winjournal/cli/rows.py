"""Rows of the journal as the shell lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.cli.columns import Cell, say_table
from winjournal.cli.marks import strip_of
from winjournal.cli.output import Span
from winjournal.domain.ids import short_id
from winjournal.services.views import RowKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from winjournal.cli.call import Call
    from winjournal.services.views import JournalRow

_TITLE = 2


def say_rows(call: Call, rows: Sequence[JournalRow]) -> None:
    """Say rows of the journal: id, date, title, person, marks, outcome."""
    if rows:
        cells = [_cells(row, call.draws_marks) for row in rows]
        say_table(call.out, cells, give=_TITLE)


def _cells(row: JournalRow, draws_marks: bool) -> tuple[Cell, ...]:
    return (
        Span(short_id(row.id), "faint"),
        Span(row.on.isoformat(), "faint"),
        row.title,
        row.person,
        strip_of(row.marks, draws_marks=draws_marks),
        Span(_state(row), "faint"),
    )


def _state(row: JournalRow) -> str:
    """Return how a negotiation ended, or what else the row is."""
    if row.kind is RowKind.ENTRY:
        return "entry"
    if row.kind is RowKind.LINE:
        return "inbox"
    return row.outcome.value if row.outcome else "open"
