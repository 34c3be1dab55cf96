"""A preparation on one page: Markdown, or text for paper.

On paper it has 72 columns and at most 60 lines: where more was written, long texts
are cut first, then what explains them, and never the line where one would leave.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from winjournal.exchange.cleaning import cleaned
from winjournal.exchange.literal import heading, literal, literal_lines
from winjournal.exchange.paper import cells, fold_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from winjournal.domain.brief import Brief, BriefLine

WIDTH, LINES = 72, 60
"""Columns and lines of the page."""

_MARGIN, _LABEL = "  ", 19


class _Fit(NamedTuple):
    """How much of the page is said.

    Attributes:
        most: Lines of one text; None is all of them.
        airy: Whether a blank line stands under each heading.
        parts: Whether what explains a line stands there too.
    """

    most: int | None = None
    airy: bool = True
    parts: bool = True


_FITS = (
    _Fit(), _Fit(2), _Fit(1), _Fit(1, airy=False), _Fit(1, airy=False, parts=False),
)  # fmt: skip


def brief_markdown(brief: Brief) -> str:
    """Return the page as Markdown; what was typed is text in it."""
    blocks = [
        heading(literal(brief.title) or "Untitled", 1),
        f"With {literal(brief.person)}; {brief.aside}.",
    ]
    for part in brief.parts:
        title = " ".join(part.title.split())
        blocks += [heading(title, 2), "\n".join(map(_item, part.lines))]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _item(line: BriefLine) -> str:
    mark, inner = ("  - ", "    ") if line.is_part else ("- ", "  ")
    label = f"{literal(line.label)}: " if line.label else ""
    text = literal_lines(line.text, inner)
    aside = literal(line.aside)
    return f"{mark}{label}{text}{f' ({aside})' if aside and text else aside}"


def brief_text(brief: Brief, *, width: int = WIDTH, lines: int | None = LINES) -> str:
    """Return the page as plain text.

    Args:
        brief: The page.
        width: Its columns, 40 or more.
        lines: Its lines; None for as many as it takes.
    """
    page: list[str] = []
    for fit in _FITS:
        page = list(_page(brief, width, fit))
        if lines is None or len(page) <= lines:
            break
    return "\n".join(page) + "\n"


def _page(brief: Brief, width: int, fit: _Fit) -> Iterator[str]:
    yield from fold_words(brief.title, width, fit.most) or ["Untitled"]
    yield from fold_words(f"with {brief.person}; {brief.aside}", width, fit.most)
    for part in brief.parts:
        yield ""
        yield part.title
        if fit.airy:
            yield ""
        for line in part.lines:
            if fit.parts or not line.is_part or not line.label:
                yield from _lines(line, width, fit.most)


def _lines(line: BriefLine, width: int, most: int | None) -> Iterator[str]:
    aside = " ".join(cleaned(line.aside).split())
    aside = f"({aside})" if aside and line.text else aside
    label, first = line.label, line.text
    if line.is_part:
        label, first = "", f"- {label}: {first}" if label else f"- {first}"
    room = width - len(_MARGIN) - _LABEL
    said = _with_aside(fold_words(first, room - 2, most), aside, room - 2) or [""]
    for number, shown in enumerate(said):
        head = "".join(fold_words(label, _LABEL - 1, 1)) if number == 0 else ""
        blank = " " * (_LABEL - cells(head))
        pad = "  " if line.is_part and number else ""
        yield f"{_MARGIN}{head}{blank}{pad}{shown}".rstrip()


def _with_aside(said: list[str], aside: str, room: int) -> list[str]:
    """Return lines with what belongs to them behind the last, or below it."""
    if not aside:
        return said
    if said and cells(said[-1]) + 2 + cells(aside) <= room:
        return [*said[:-1], f"{said[-1]}  {aside}"]
    return [*said, *fold_words(aside, room)]
