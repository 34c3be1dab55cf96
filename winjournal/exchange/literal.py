"""Text as text: what a user typed, written so that no Markdown reader obeys it.

For fields of a line or a few: titles, names, notes, answers. A reader sees every
character that was typed; links, tags, headings, HTML, tables, mathematics and
template signs do not come to life, neither in CommonMark nor in Obsidian.
"""

from __future__ import annotations

import re

from winjournal.exchange.cleaning import cleaned

_SIGNS = re.compile(
    r"[\\`*\[\]~$^{}#]"
    # between two letters an underscore is only itself, as in file_name
    r"|(?<![^\W_])_|_(?![^\W_])"
    # doubled, Obsidian marks or hides what stands between; after { a template's
    r"|(?<==)=|=(?==)|(?<=[%{])%|%(?=[%}])"
)
_ENTITY = re.compile(r"&(?=#?\w+;)")
_STARTS = re.compile(r"(?:([-+>=:|])|(\d+)([.)]))")
_BLANKS = re.compile(r"[ \t]+")


def literal(text: str) -> str:
    """Return a text as one line; where it had more, a blank stands instead."""
    return _escaped(" ".join(_lines(text)))


def literal_lines(text: str, indent: str = "") -> str:
    """Return a text with its own line breaks, for a list item or a paragraph.

    Args:
        text: What was typed.
        indent: What every line but the first begins with.
    """
    lines = [_escaped(line) for line in _lines(text)]
    return f"\\\n{indent}".join(lines)


def cell(text: str) -> str:
    """Return a text as one cell of a table."""
    return literal(text).replace("|", "\\|")


def heading(text: str, level: int) -> str:
    """Return a heading of ours; below level 6 there is none."""
    return f"{'#' * min(level, 6)} {text}"


def fenced(text: str, language: str = "") -> str:
    """Return a text as a block of code that it cannot end by itself."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text}\n{fence}"


def _lines(text: str) -> list[str]:
    """Return the lines that hold something, without control characters."""
    lines = [text] if text.isprintable() else cleaned(text).split("\n")
    trimmed = (_BLANKS.sub(" ", line).strip(" ") for line in lines)
    return [line for line in trimmed if line]


def _escaped(line: str) -> str:
    shown = _ENTITY.sub("&amp;", _SIGNS.sub(r"\\\g<0>", line)).replace("<", "&lt;")
    return (
        _STARTS.sub(_escaped_start, shown, count=1) if _STARTS.match(shown) else shown
    )


def _escaped_start(found: re.Match[str]) -> str:
    sign, number, dot = found.groups()
    return f"\\{sign}" if sign else f"{number}\\{dot}"
