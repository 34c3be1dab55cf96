r"""A line of a user's own Markdown: kept, without what could act or hide.

Raw HTML becomes text, links lead only to the web, to mail or to a file nearby,
pictures come only from nearby so that opening an export asks no server for one,
`[[` stays two brackets. Code within the line is left as it is.

Whether a backtick begins code depends on the lines after it. So that it does not,
a run of backticks that its own line does not close is written as itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left

_TOKEN = re.compile(
    r"\\[!-/:-@\[-`{-~]"
    r"|(?P<code>`+)"
    r"|(?P<web><https?://[^\s<>`]+>)"
    r"|(?P<html><)"
    r"|(?P<wiki>\[\[|\]\]|~{3,}|%%+|\$+|\{(?=[{%:.]))"
    r"|(?P<picture>!(?=\[))"
    r"|(?P<link>\](?=[(:]))"
    r"|(?P<block>(?<=[ \t])\^(?=[\w-]+\s*$))"
)
_SPECIAL = re.compile(r"[\\`<\[\]~%${^]")
_RUN = re.compile("`+")
_NEARBY = r"[^\s:&\\<>()]+(?:[\s)(/?#]|$)"
_SAFE_TARGET = re.compile(rf"[ \t]*(?:https?://|mailto:|tel:|\)|{_NEARBY})")
_SAFE_PICTURE = re.compile(rf"!\[[^\[\]]*\]\([ \t]*(?!//){_NEARBY}")


def inline(line: str) -> str:
    """Return one line of text (no code block, no heading's signs) made safe."""
    if not _SPECIAL.search(line):
        return line
    runs = _runs_by_length(line)
    parts: list[str] = []
    at = 0
    while found := _TOKEN.search(line, at):
        parts.append(line[at : found.start()])
        at = _end_of_code(line, found, runs)
        parts.append(line[found.start() : at] if at else _written(line, found))
        at = at or found.end()
    return "".join(parts) + line[at:]


def escaped(text: str) -> str:
    """Return signs with a backslash before each."""
    return "".join(f"\\{sign}" for sign in text)


def _runs_by_length(line: str) -> dict[int, list[int]]:
    runs: dict[int, list[int]] = {}
    for run in _RUN.finditer(line):
        runs.setdefault(len(run[0]), []).append(run.start())
    return runs


def _end_of_code(line: str, found: re.Match[str], runs: dict[int, list[int]]) -> int:
    """Return where the code that begins here ends in this line; 0 if it does not.

    What holds a `|` is no code here: a table would cut it in two.
    """
    if found.lastgroup != "code":
        return 0
    starts = runs.get(len(found[0]), [])
    place = bisect_left(starts, found.end())
    if place == len(starts) or "|" in line[found.end() : starts[place]]:
        return 0
    return starts[place] + len(found[0])


def _written(line: str, found: re.Match[str]) -> str:
    """Return what stands for a sign that is not part of code."""
    kind, text = found.lastgroup, found[0]
    if kind == "html":
        return "&lt;"
    if kind == "link":
        target = _SAFE_TARGET.match(line, found.end() + 1)
        return text if target else "]\\"
    if kind == "picture":
        return text if _SAFE_PICTURE.match(line, found.start()) else "\\!"
    return escaped(text) if kind in ("code", "wiki", "block") else text
