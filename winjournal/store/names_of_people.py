"""Whose name holds some words: by name, alias or nickname."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from winjournal.domain.fold import has_words
from winjournal.domain.negotiation import Counterparty
from winjournal.store.shapes import table_of
from winjournal.store.words import LIKE_MAX

if TYPE_CHECKING:
    from sqlalchemy import Connection

_person = table_of(Counterparty).c


def ids_named(connection: Connection, words: str, *, is_whole: bool) -> list[str]:
    """Return the ids of the people in one of whose names these words stand.

    Args:
        connection: A transaction that reads.
        words: What was typed; over `LIKE_MAX` letters it is nobody's name.
        is_whole: Whether the last word is a whole one.
    """
    if len(words) > LIKE_MAX:
        return []
    everyone = connection.execute(
        select(_person.id, _person.name, _person.alias, _person.nicknames)
    )
    return [
        id_
        for id_, name, alias, nicknames in everyone
        if any(
            has_words(one, words, is_whole=is_whole)
            for one in (name, alias or "", *nicknames)
        )
    ]
