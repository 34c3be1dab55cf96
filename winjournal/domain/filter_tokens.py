"""A filter cut into tokens, each with its place in the text.

Parentheses and quotes count only where a word begins, so `f(x)`, `:(` and
`5" pipe` are words. A quote that is not closed reaches to the end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from winjournal.domain.errors import NotUnderstood

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_TERMS = 32
"""So many words and conditions a filter may have."""
MAX_WORD = 200
"""So many characters one of them may have."""
_MAX_TOKENS = 4 * MAX_TERMS

_OPERATORS = ("or", "and", "not")
_QUOTED_VALUE = re.compile(r'([A-Za-z]+):"([^"]*)("?)')
_KEY = re.compile(r"([A-Za-z]+):(.*)", re.DOTALL)
_RUN = re.compile(r"\S+")


class FilterError(NotUnderstood):
    """A filter that cannot be understood, and where (exit status 2).

    Attributes:
        position: Index of the first character that is wrong.
        length: How many characters are wrong; 0 where something is missing.
        column: The same place as people count, from 1.

    Args:
        position: As above.
        length: As above.
        sentence: What is wrong with it; the column is added.
        remedy: What would be understood instead.
    """

    def __init__(
        self, position: int, length: int, sentence: str, remedy: str = ""
    ) -> None:
        super().__init__(f"Column {position + 1}: {sentence}", remedy)
        self.position = position
        self.length = length

    @property
    def column(self) -> int:
        """The place as people count, from 1."""
        return self.position + 1


class Kind(Enum):
    """What a token is."""

    OPEN = auto()
    CLOSE = auto()
    OPERATOR = auto()
    TERM = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a filter.

    Attributes:
        kind: What it is.
        text: The word, the phrase without quotes, or the value after the key.
        key: What stands before the colon, as typed; None without one.
        is_quoted: Whether it stood in quotes and they were closed.
        position: Index of its first character.
        end: Index after its last character.
    """

    kind: Kind
    text: str
    key: str | None
    is_quoted: bool
    position: int
    end: int


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of a filter in order.

    Raises:
        FilterError: There are too many of them, or one is too long.
    """
    tokens: list[Token] = []
    terms = 0
    for token in _cut(text):
        tokens.append(token)
        terms += token.kind is Kind.TERM
        if terms > MAX_TERMS or len(tokens) > _MAX_TOKENS:
            raise FilterError(
                token.position,
                len(text) - token.position,
                f"a filter takes at most {MAX_TERMS} words and conditions.",
            )
        if len(token.text) > MAX_WORD:
            raise FilterError(
                token.position,
                token.end - token.position,
                f"a word in a filter has at most {MAX_WORD} characters.",
            )
    return tokens


def _cut(text: str) -> Iterator[Token]:
    place, depth = 0, 0
    while found := _RUN.search(text, place):
        token = _token_at(text, found, depth)
        depth += {Kind.OPEN: 1, Kind.CLOSE: -1}.get(token.kind, 0)
        yield token
        place = token.end


def _token_at(text: str, found: re.Match[str], depth: int) -> Token:
    """Return the token that begins where `found` does."""
    place, run = found.start(), found[0]
    if run[0] == "(":
        return Token(Kind.OPEN, "(", None, False, place, place + 1)
    if run[0] == ")" and depth:
        return Token(Kind.CLOSE, ")", None, False, place, place + 1)
    if run[0] == '"':
        return _phrase(text, place)
    if quoted := _QUOTED_VALUE.match(text, place):
        key, value, closed = quoted.groups()
        return Token(Kind.TERM, value, key, bool(closed), place, quoted.end())
    return _word(run if not depth else _without_closing(run), place)


def _phrase(text: str, place: int) -> Token:
    end = text.find('"', place + 1)
    if end < 0:
        return Token(Kind.TERM, text[place + 1 :], None, False, place, len(text))
    return Token(Kind.TERM, text[place + 1 : end], None, True, place, end + 1)


def _without_closing(run: str) -> str:
    """Leave out the parentheses at the end that the word itself did not open."""
    surplus = run.count(")") - run.count("(")
    at_end = len(run) - len(run.rstrip(")"))
    return run[: len(run) - max(0, min(surplus, at_end))]


def _word(run: str, place: int) -> Token:
    end = place + len(run)
    if run in _OPERATORS:
        return Token(Kind.OPERATOR, run, None, False, place, end)
    if keyed := _KEY.fullmatch(run):
        return Token(Kind.TERM, keyed[2], keyed[1], False, place, end)
    return Token(Kind.TERM, run, None, False, place, end)
