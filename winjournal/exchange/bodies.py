"""A user's own Markdown inside a larger document: kept, but unable to reach out of it.

Headings sink below the section's, raw HTML is text, a code block that was never
closed ends with its body, and a leading `---` is no front matter. What a line
could mean only in one reader of Markdown is read as text: a nested list's code may
lose its frame, but never a word (`inline` has the rest).
"""

from __future__ import annotations

import re
from itertools import takewhile

from winjournal.exchange.cleaning import cleaned
from winjournal.exchange.inline import escaped, inline

_LOWEST = 6
_DEEPEST_QUOTE = 20

# A row of a table may begin with one too, and some readers look for tables first.
_FENCE = re.compile(r"( *)(`{3,}(?=[^`|]*$)|~{3,}(?=[^|]*$))")
_QUOTE = re.compile(r"( {0,3})> ?(.*)")
_UNDERLINE = re.compile(r"([ \t]*)(=+|-+)[ \t]*")
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})")
_HEADING = re.compile(
    r"((?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*)"
    r"(#{1,6})(?=[ \t]|$)(.*)"
)
_LIST = re.compile(r"[ \t]*(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)")
_CLOSING_SIGNS = re.compile(r"(^|[ \t])(#+)[ \t]*$")


def own_markdown(text: str, below: int) -> str:
    """Return a body of Markdown that can stand in a section.

    Args:
        text: What the user wrote.
        below: The level of the section's heading; a heading in the text comes to
            stand that much lower, at most on level 6.
    """
    lines = cleaned(text).split("\n")
    return "\n".join(_Body(below).read(_without_front(lines))).strip("\n")


def _without_front(lines: list[str]) -> list[str]:
    """Return the lines with a leading block between `---` written as text."""
    first = next((i for i, line in enumerate(lines) if line.strip()), None)
    if first is None or lines[first].rstrip() != "---":
        return lines
    rest = range(first + 1, len(lines))
    last = next((i for i in rest if lines[i].rstrip() in ("---", "...")), first)
    fronts = {first, last}
    return [f"\\{x}" if i in fronts else x for i, x in enumerate(lines)]


class _Body:
    """Reads lines block by block; each reader says how many lines it took.

    Attributes:
        below: Level of the section.
        depth: How many quotes this text stands in.
        out: What is written so far.
        fresh: Whether the next line of words begins a paragraph of the text itself,
            not of a list or a quote before it.
        paragraph: Where in `out` such a paragraph began; None outside of one.
        listed: Whether a list may still go on.
    """

    def __init__(self, below: int, depth: int = 0) -> None:
        self.below, self.depth = below, depth
        self.out: list[str] = []
        self.fresh = True
        self.paragraph: int | None = None
        self.listed = False

    def read(self, lines: list[str]) -> list[str]:
        """Return the lines as they may stand."""
        readers = (
            self._blank, self._code, self._quote, self._underline,
            self._rule, self._heading, self._text,
        )  # fmt: skip
        at = 0
        while at < len(lines):
            at += next(took for read in readers if (took := read(lines, at)))
        return self.out

    def _write(self, *lines: str, ends: bool) -> None:
        """Write a block; `ends` says that none of its own can follow on from it."""
        self.out += lines
        self.paragraph, self.fresh = None, ends

    def _after_blank(self) -> bool:
        return not self.out or not self.out[-1]

    def _blank(self, lines: list[str], at: int) -> int:
        if lines[at].strip(" \t"):
            return 0
        self._write("", ends=True)
        return 1

    def _code(self, lines: list[str], at: int) -> int:
        found = _FENCE.match(lines[at])
        if not found:
            return 0
        indent, fence = found.groups()
        # Deeper, it is a block of code only where no paragraph goes on.
        if len(indent) > 3 and not self._after_blank():
            return 0
        end = _end_of_fence(lines, at, indent, fence)
        if end is None and indent:
            rest = inline(lines[at][found.end() :])
            self._write_words(f"{indent}{escaped(fence)}{rest}")
            return 1
        stop = len(lines) if end is None else end + 1
        added = [fence] if end is None else []
        self._write(*lines[at:stop], *added, ends=not indent)
        self.listed = self.listed and bool(indent)
        return stop - at

    def _quote(self, lines: list[str], at: int) -> int:
        if self.depth == _DEEPEST_QUOTE:
            return 0
        found = [_QUOTE.fullmatch(line) for line in takewhile(_QUOTE.match, lines[at:])]
        quotes = [quote for quote in found if quote]
        if not quotes:
            return 0
        indent = quotes[0][1]
        inner = _Body(self.below, self.depth + 1).read([q[2] for q in quotes])
        self._write(
            *(f"{indent}> {x}" if x else f"{indent}>" for x in inner), ends=False
        )
        return len(quotes)

    def _underline(self, lines: list[str], at: int) -> int:
        """Write a heading that is underlined, or an underline that makes none."""
        found = _UNDERLINE.fullmatch(lines[at])
        if not found or self._after_blank():
            return 0
        indent, signs = found.groups()
        deep = _is_deep(lines[at])
        if deep and not self.listed:
            return 0
        if self.paragraph is not None and not deep:
            self._raise_paragraph(1 if signs[0] == "=" else 2)
        elif signs.startswith("---"):
            self._write(f"{indent}***", ends=not indent)
        elif signs == "-" and not indent and _LIST.match(lines[at - 1]):
            self._write("-", ends=False)
        else:
            self._write(f"{indent}\\{signs}", ends=False)
        return 1

    def _raise_paragraph(self, level: int) -> None:
        lines = self.out[self.paragraph :]
        indent = lines[0][: len(lines[0]) - len(lines[0].lstrip())]
        words = [line.strip().removesuffix("\\") for line in lines[:-1]]
        joined = _with_open_end(" ".join((*words, lines[-1].strip())))
        del self.out[self.paragraph :]
        self._write(f"{indent}{self._signs(level)} {joined}", ends=True)

    def _rule(self, lines: list[str], at: int) -> int:
        if not _RULE.fullmatch(lines[at]):
            return 0
        self._write(lines[at], ends=not lines[at].startswith(" "))
        return 1

    def _heading(self, lines: list[str], at: int) -> int:
        found = _HEADING.fullmatch(lines[at])
        if not found:
            return 0
        before, signs, after = found.groups()
        contained = bool(before.strip())
        if not contained and _is_deep(lines[at]) and not self.listed:
            return 0
        self.listed = self.listed or contained
        heading = f"{before}{self._signs(len(signs))}{inline(after)}"
        self._write(heading, ends=not before)
        return 1

    def _signs(self, level: int) -> str:
        return "#" * min(level + self.below, _LOWEST)

    def _text(self, lines: list[str], at: int) -> int:
        self._write_words(inline(lines[at]))
        return 1

    def _write_words(self, line: str) -> None:
        if self.depth == _DEEPEST_QUOTE:
            line = line.replace(">", "\\>")
        if _LIST.match(line):
            self._write(line, ends=False)
            self.listed = True
            return
        if self._after_blank():
            self.listed = self.listed and line.startswith((" ", "\t"))
        if self.fresh and not _is_deep(line):
            self.paragraph = len(self.out)
        self.fresh = False
        self.out.append(line)


def _is_deep(line: str) -> bool:
    """Whether a line stands so far in that outside of a list it is code."""
    return line.expandtabs(4).startswith("    ")


def _end_of_fence(lines: list[str], at: int, indent: str, fence: str) -> int | None:
    """Return the line that closes a block of code; None if none surely does.

    An indented block may belong to a list: it is one only if nothing in it stands
    further left and its end stands as far in as its start.
    """
    closing = re.compile(rf"( *){re.escape(fence)}{re.escape(fence[0])}*[ \t]*")
    for i in range(at + 1, len(lines)):
        line = lines[i]
        if indent and line.strip() and not line.expandtabs(4).startswith(indent):
            return None
        found = closing.fullmatch(line)
        if found and (indent or len(found[1]) < 4):
            return i if not indent or found[1] == indent else None
    return None


def _with_open_end(words: str) -> str:
    """Return the words of a heading whose last `#` shall be seen."""
    return _CLOSING_SIGNS.sub(lambda m: m[1] + escaped(m[2]), words)
