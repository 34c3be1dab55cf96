"""What a user looks for, as SQL that takes every sign of it literally.

A raw FTS5 query fails on ordinary text (`win-win`, `"anchor`, `AND OR`), so each
word is quoted; signs that no word has (an emoji, `%`) are found by LIKE.
"""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    bindparam,
    case,
    column,
    func,
    literal_column,
    select,
    table,
)

from winjournal.store.shapes import SEARCH_DOC

WORDS_MAX, WORD_MAX, LIKE_MAX = 32, 200, 1000

SNIPPET_MAX = 8000
"""So many signs a text may have for FTS5 to choose the words around a hit."""

FTS = table("search_fts", column("rowid"), column("rank"), column("text"))
"""The index over `search_doc`; it has no table of its own to select from."""

_UNSAFE = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")


def match_all(words: str) -> str | None:
    """Return an FTS query for texts that hold all words; the last may go on.

    None where nothing in `words` is a letter or a digit.
    """
    # each word once: FTS5 pairs up the hits of equal words, for minutes
    each = {word.casefold(): word for word in _plain(words) if _is_word(word)}
    quoted = [_quoted(word[:WORD_MAX]) for word in each.values()]
    return " ".join(quoted[:WORDS_MAX]) + "*" if quoted else None


def match_phrase(words: str, *, is_whole: bool) -> str | None:
    """Return an FTS query for texts that hold the words one after the other.

    None where nothing in `words` is a letter or a digit.
    """
    plain = " ".join(_plain(words)[:WORDS_MAX])[:LIKE_MAX]
    if not _is_word(plain):
        return None
    return _quoted(plain) if is_whole else f"{_quoted(plain)}*"


def _plain(words: str) -> list[str]:
    """Return the words of a text that may be a whole file pasted by mistake."""
    return _UNSAFE.sub(" ", words[: WORDS_MAX * WORD_MAX]).split()


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'


def _is_word(text: str) -> bool:
    return any(sign.isalnum() for sign in text)


def matching(query: str) -> ColumnElement[bool]:
    """Return the condition that a row of `FTS` matches a quoted query."""
    return literal_column("search_fts").op("MATCH")(bindparam(None, query))


def containing(words: str) -> ColumnElement[bool]:
    """Return the condition that a searched text holds all signs, as they stand."""
    plain = _UNSAFE.sub("\ufffd", words.strip()[:LIKE_MAX])
    return SEARCH_DOC.c.text.contains(plain, autoescape=True)


def texts_with(words: str, *, is_whole: bool) -> Select[Any]:
    """Return a query for the (ref, negotiation_id) of texts that hold a phrase."""
    found = select(SEARCH_DOC.c.ref, SEARCH_DOC.c.negotiation_id)
    query = match_phrase(words, is_whole=is_whole)
    if query is None:
        return found.where(containing(words))
    return found.where(
        SEARCH_DOC.c.rowid.in_(select(FTS.c.rowid).where(matching(query)))
    )


def snippet(start: str, end: str, tokens: int) -> ColumnElement[str]:
    """Return the words around a hit, marked at their start and end.

    NULL for a long text: FTS5 weighs every hit against every other, which takes
    minutes where a word stands in a text a hundred thousand times.
    """
    said = func.snippet(literal_column("search_fts"), 0, start, end, "…", tokens)
    return case((func.length(FTS.c.text) <= SNIPPET_MAX, said))
