"""Ids as they are typed: whole, shortened, `last`, `live`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from winjournal.domain.edge import quoted
from winjournal.domain.errors import NotFound
from winjournal.domain.filter_tree import Everything
from winjournal.services.views import RowKind

if TYPE_CHECKING:
    from winjournal.services.journal import Journal

_ID = re.compile(r"[0-9a-f-]{2,36}", re.ASCII)
_PAGE = 50

NEGOTIATION = "negotiation"
_TABLES = {RowKind.NEGOTIATION: NEGOTIATION, RowKind.ENTRY: "entry",
           RowKind.LINE: "inbox"}  # fmt: skip


def resolve(journal: Journal, ref: str) -> tuple[str, str]:
    """Return the table and the whole id of what was typed.

    `last` is the newest thing in the journal's list, `live` the negotiation
    whose sitting goes on.

    Raises:
        NotFound: Nothing has this id, or more than one thing.
    """
    if ref == "live":
        return NEGOTIATION, _live(journal)
    if ref == "last":
        rows = journal.reading.journal(Everything(), 0, 1)
        if not rows:
            raise NotFound("Nothing is written yet.")
        return _TABLES[rows[0].kind], rows[0].id
    typed = ref.lower()
    if not _ID.fullmatch(typed):
        raise NotFound(f"{quoted(ref)} is no id.", "wj list shows ids.")
    return journal.reading.resolve(typed)


def negotiation_of(journal: Journal, ref: str) -> str:
    """Return the id of the negotiation that was named.

    Raises:
        NotFound: It is none.
    """
    if ref == "last":
        return _newest(journal)
    table, id_ = resolve(journal, ref)
    if table != NEGOTIATION:
        raise NotFound(
            f"{quoted(ref)} is no negotiation.", "wj list is:open shows those."
        )
    return id_


def _live(journal: Journal) -> str:
    for deal in journal.reading.today().under_way:
        if deal.live_since is not None:
            return deal.id
    raise NotFound("No sitting goes on.", "Name a negotiation by its id, or last.")


def _newest(journal: Journal) -> str:
    start = 0
    while rows := journal.reading.journal(Everything(), start, start + _PAGE):
        for row in rows:
            if row.kind is RowKind.NEGOTIATION:
                return row.id
        start += _PAGE
    raise NotFound("There is no negotiation yet.", "wj new starts one.")
