"""How words are compared: whatever their case, accents and hidden characters."""

from __future__ import annotations

import unicodedata

_HIDDEN = ("Mn", "Me", "Cf", "Cc", "Cs")
"""Accents, and characters without a width such as the one in `pay\\u200bpal`."""


def fold(text: str) -> str:
    """Return `text` as it is compared: `Café  Nord` and `cafe nord` are the same.

    Lower case by Unicode's rules, without accents, direction marks and zero-width
    characters, every run of white space one blank. Never shown to anybody.
    """
    if not text.isascii():
        apart = unicodedata.normalize("NFD", text.casefold())
        text = "".join(
            sign
            for sign in apart
            if sign.isspace() or unicodedata.category(sign) not in _HIDDEN
        )
    return " ".join(text.lower().split())


def has_words(text: str, words: str, *, is_whole: bool = False) -> bool:
    """Return whether `words` stand in `text`, literally and from a word's start.

    `anch` finds `anchor` but `chor` does not; a blank `words` is found anywhere.

    Args:
        text: What is searched.
        words: What is looked for; every sign of it counts.
        is_whole: Whether a word must end where `words` do.
    """
    hay, needle = fold(text), fold(words)
    place = hay.find(needle)
    while place >= 0:
        end = place + len(needle)
        if _is_edge(hay, place) and (not is_whole or _is_edge(hay, end)):
            return True
        place = hay.find(needle, place + 1)
    return False


def _is_edge(text: str, place: int) -> bool:
    """Whether a word begins or ends at `place`."""
    if not 0 < place < len(text):
        return True
    return not (text[place - 1].isalnum() and text[place].isalnum())
