"""A command line up to the cursor, cut into words as a shell would."""

from __future__ import annotations

from dataclasses import dataclass

_SPECIAL = frozenset("\\'\"`$&|;<>()[]{}*?!#~ \t")
_PREFIXES = "@$"
_IN_DOUBLE = frozenset('\\"`$')


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """The word under the cursor.

    Attributes:
        value: What the program would be given, without quotes.
        raw: As it was typed.
        quote: The quote that is still open; "" outside of one.
        before_quote: The value before that quote.
    """

    value: str = ""
    raw: str = ""
    quote: str = ""
    before_quote: str = ""


def read_words(text: str) -> tuple[list[str], Word]:
    """Return the words before the one under the cursor, and that one."""
    reader = _Reader()
    for sign in text:
        reader.take(sign)
    return reader.words, Word(
        value=reader.value,
        raw=reader.raw,
        quote=reader.quote,
        before_quote=reader.before_quote if reader.quote else "",
    )


class _Reader:
    """Reads sign by sign."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.value = self.raw = self.quote = self.before_quote = ""
        self._is_escaped = False

    def take(self, sign: str) -> None:
        """Take the next sign."""
        if self._is_escaped:
            self._is_escaped = False
            self._add(sign, sign)
        elif sign == "\\" and self.quote != "'":
            self._is_escaped = True
            self._add(sign, "")
        elif self.quote:
            self._add(sign, "" if sign == self.quote else sign)
            if sign == self.quote:
                self.quote = ""
        elif sign in "'\"":
            self.quote, self.before_quote = sign, self.value
            self._add(sign, "")
        elif sign.isspace():
            self._end()
        else:
            self._add(sign, sign)

    def _add(self, raw: str, value: str) -> None:
        self.raw += raw
        self.value += value

    def _end(self) -> None:
        if self.raw:
            self.words.append(self.value)
        self.value = self.raw = ""


def tail_after(raw: str, breaks: str) -> str:
    """Return what readline takes for the word: from the last sign that breaks one.

    That sign itself belongs to it only where bash counts it as a prefix: `@` and `$`.
    """
    for place in range(len(raw) - 1, -1, -1):
        is_escaped = place > 0 and raw[place - 1] == "\\"
        if raw[place] in breaks and not is_escaped:
            return raw[place + (raw[place] not in _PREFIXES) :]
    return raw


def escaped(value: str, quote: str = "") -> str:
    """Return a value as a shell reads it back, within an open quote or without."""
    if quote == "'":
        return value
    special = _IN_DOUBLE if quote else _SPECIAL
    return "".join(f"\\{sign}" if sign in special else sign for sign in value)
