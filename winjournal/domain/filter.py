"""The filter language, the same in the shell, in `/` and in `f`.

`@ego with:dana since:"last month" (outcome:walked-away or over:10%) not is:open`

Words that stand side by side must all hold; `or` binds less, `not` binds most,
parentheses group. Only the lower-case words `and`, `or` and `not` are special, so
`NOT` is a word. Whatever is none of this is searched for as it stands.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from winjournal.domain.edge import quoted
from winjournal.domain.errors import NotUnderstood
from winjournal.domain.filter_terms import Reading, read_term
from winjournal.domain.filter_tokens import FilterError, Kind, Token, tokens_of
from winjournal.domain.filter_tree import And, Everything, Filter, Not, Or

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

MAX_DEPTH = 16
"""So many parentheses may be open at once."""

NAME_MAX = 40
"""Characters that the name of a saved filter may have."""


def read_filter(
    text: str,
    now: datetime,
    *,
    lenient: bool = False,
    own_tags: Collection[str] = (),
    saved: Mapping[str, str] | None = None,
) -> Filter:
    """Return what a filter means; an empty one is `Everything`.

    Args:
        text: What was typed.
        now: An aware time, for dates in words.
        lenient: Whether somebody is still typing: then the last word or
            condition matches whatever begins like it, and what is missing after
            it is no error.
        own_tags: Slugs of the user's own tags.
        saved: Saved filters as they were written, by name, for `saved:NAME`.

    Raises:
        FilterError: It is not understood; the error knows the place and says
            what would be.
    """
    how = Reading(now, own_tags, saved=saved or {}, read=_read_whole)
    return _Parser(text, how, lenient).read()


def check_saved(name: str, query: str, now: datetime) -> Filter:
    """Return what a filter means that is to be saved under a name.

    Raises:
        NotUnderstood: The name is none, or the filter is not understood or empty.
    """
    if not name or len(name) > NAME_MAX or '"' in name or not name.isprintable():
        raise NotUnderstood(
            f"{quoted(name)} cannot be a filter's name.",
            f"Use at most {NAME_MAX} letters, digits and blanks.",
        )
    how = Reading(now, read=_read_whole)
    tree = _Parser(query, how, lenient=False).read()
    if tree == Everything():
        raise NotUnderstood("There is no filter to save.", "Write for example @ego.")
    return tree


def _read_whole(text: str, how: Reading) -> Filter:
    return _Parser(text, how, lenient=False).read()


class _Parser:
    """A recursive descent over the tokens; one instance reads one filter."""

    def __init__(self, text: str, how: Reading, lenient: bool) -> None:
        self._end = len(text)
        self._tokens = tokens_of(text)
        self._how = how
        self._lenient = lenient
        self._next = 0
        self._depth = 0

    def read(self) -> Filter:
        """Return the whole filter."""
        if not self._tokens:
            return Everything()
        return self._read_or() or Everything()

    def _peek(self) -> Token | None:
        """Return the token that comes next, or None at the end."""
        return self._tokens[self._next] if self._next < len(self._tokens) else None

    def _takes(self, operator: str) -> bool:
        """Step over that operator; return whether it stood there."""
        token = self._peek()
        if token is None or token.kind is not Kind.OPERATOR or token.text != operator:
            return False
        self._next += 1
        return True

    def _read_or(self) -> Filter | None:
        parts = [self._read_and()]
        while self._takes("or"):
            parts.append(self._read_and())
        return _joined(parts, Or)

    def _read_and(self) -> Filter | None:
        parts = [self._read_not()]
        while self._takes("and") or self._begins():
            parts.append(self._read_not())
        return _joined(parts, And)

    def _begins(self) -> bool:
        """Whether another part begins here."""
        token = self._peek()
        if token is None or token.kind is Kind.CLOSE:
            return False
        return token.kind is not Kind.OPERATOR or token.text == "not"

    def _read_not(self) -> Filter | None:
        negated = False
        while self._takes("not"):
            negated = not negated
        part = self._read_part()
        return Not(part) if negated and part is not None else part

    def _read_part(self) -> Filter | None:
        """Read a group or a term; None for what is still to be typed."""
        token = self._peek()
        if token is None:
            self._check_end()
            return None
        if token.kind in (Kind.CLOSE, Kind.OPERATOR):
            self._check_place(token)
            return None
        self._next += 1
        if token.kind is Kind.OPEN:
            return self._read_group(token)
        unfinished = self._lenient and token.end == self._end and not token.is_quoted
        part = read_term(token, replace(self._how, is_unfinished=unfinished))
        return None if isinstance(part, Everything) else part

    def _read_group(self, opened: Token) -> Filter | None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise FilterError(
                opened.position,
                1,
                f"at most {MAX_DEPTH} parentheses may be open at once.",
            )
        part = self._read_or()
        self._depth -= 1
        if self._peek() is not None:
            self._next += 1
        elif not self._lenient:
            raise FilterError(
                opened.position,
                1,
                "this parenthesis is not closed.",
                "In quotes it is searched for as it stands.",
            )
        return part

    def _check_end(self) -> None:
        """Refuse a text that ends too early, unless somebody is still typing."""
        if self._lenient:
            return
        last = self._tokens[-1]
        raise FilterError(
            self._end,
            0,
            f'something must follow "{last.text}".',
            "In quotes it is searched for as it stands.",
        )

    def _check_place(self, token: Token) -> None:
        """Refuse a token with nothing before it, unless it is being typed."""
        if self._lenient and token.end == self._end and token.kind is Kind.OPERATOR:
            self._next += 1
            return
        raise FilterError(
            token.position,
            len(token.text),
            f'something must stand before "{token.text}".',
            "In quotes it is searched for as it stands.",
        )


def _joined(parts: list[Filter | None], node: type[And] | type[Or]) -> Filter | None:
    known = [part for part in parts if part is not None]
    if len(known) < 2:
        return known[0] if known else None
    return node(tuple(known))
