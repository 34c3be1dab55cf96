"""Ids as they are typed: whole, shortened, `last`, `live`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from winjournal.domain.edge import quoted
from winjournal.domain.errors import NotFound
from winjournal.domain.filter_tree import Everything, With, Words
from winjournal.services.views import RowKind

if TYPE_CHECKING:
    from winjournal.services.journal import Journal

_ID = re.compile(r"[0-9a-f-]{2,36}", re.ASCII)
_PAGE = 50

_WORDS = frozenset({"last", "live"})
"""Ids, whatever a title or a name says."""

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


def deal_meant(journal: Journal, ref: str | None) -> str:
    """Return the negotiation that is meant: named, live, or the only one under way.

    Raises:
        NotFound: It is none, or it is not clear which.
    """
    if ref is not None:
        return deal_named(journal, ref)
    live = journal.reading.live()
    under_way = journal.reading.today().under_way if live is None else ()
    if live is None and len(under_way) != 1:
        raise NotFound(
            "It is not clear which negotiation is meant.", "Name it: --in ID."
        )
    return live or under_way[0].id


def deal_named(journal: Journal, words: str) -> str:
    """Return the negotiation of a name: an id, a person's name, words of its title.

    A name or a title counts for one that is under way.

    Raises:
        NotFound: It is none, or more than one.
    """
    if words in _WORDS:
        return negotiation_of(journal, words)
    wanted = words.casefold()
    found = [
        deal
        for deal in journal.reading.today().under_way
        if wanted in {deal.person.casefold(), *deal.person.casefold().split()}
        or wanted in deal.title.casefold()
    ]
    if len(found) > 1:
        raise NotFound(f"More than one negotiation is {quoted(words)}.", "Name its id.")
    return found[0].id if found else negotiation_of(journal, words)


def deal_of_any_age(journal: Journal, named: str) -> str:
    """Return the negotiation of a name, closed ones too: the newest that fits.

    Raises:
        NotFound: There is none.
    """
    if named in _WORDS:
        return negotiation_of(journal, named)
    for tree in (With(named), Words(named, is_phrase=True)):
        found = journal.reading.selected(tree)
        if found:
            return found[-1]
    try:
        return negotiation_of(journal, named)
    except NotFound:
        raise NotFound(
            f"No negotiation is called {quoted(named)}.", "wj list shows them."
        ) from None


def _live(journal: Journal) -> str:
    if deal := journal.reading.live():
        return deal
    raise NotFound("No sitting goes on.", "Name a negotiation by its id, or last.")


def _newest(journal: Journal) -> str:
    start = 0
    while rows := journal.reading.journal(Everything(), start, start + _PAGE):
        for row in rows:
            if row.kind is RowKind.NEGOTIATION:
                return row.id
        start += _PAGE
    raise NotFound("There is no negotiation yet.", "wj new starts one.")
