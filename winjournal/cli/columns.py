"""Rows in columns that line up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.cli.output import Output, Span
from winjournal.cli.terminal import cut, harmless, one_line, width_of

if TYPE_CHECKING:
    from collections.abc import Sequence

Cell = str | tuple[Span, ...] | Span
"""A text, or pieces of it in their styles."""

_GAP = 2
_LEAST = 12


def say_table(out: Output, rows: Sequence[Sequence[Cell]], *, give: int = -1) -> None:
    """Say rows in columns, two blanks apart; what is empty everywhere falls out.

    Args:
        out: Where to.
        rows: Rows of as many cells each; numbers stand right-aligned.
        give: The column that is cut where the terminal is too narrow; -1: none.
    """
    table = [[_spans(cell) for cell in row] for row in rows]
    widths = [max(map(_width, column)) for column in zip(*table, strict=True)]
    if give >= 0 and out.look.width is not None:
        over = sum(w + _GAP for w in widths if w) - _GAP - out.look.width
        if over > 0:
            widths[give] = max(widths[give] - over, min(_LEAST, widths[give]))
    ellipsis = "…" if out.look.marks else "~"
    for row in table:
        parts: list[Span] = []
        for number, (spans, width) in enumerate(zip(row, widths, strict=True)):
            if not width:
                continue
            if number == give:
                spans = _cut(spans, width, ellipsis)
            pad = Span(" " * (width - _width(spans)))
            numeric = _is_number("".join(span.text for span in spans))
            parts += [pad, *spans] if numeric else [*spans, pad]
            parts.append(Span(" " * _GAP))
        out.line(*parts)


def _is_number(text: str) -> bool:
    """Return whether a cell is a number; a dot stands for none."""
    return text.isdecimal() or text == "."


def _spans(cell: Cell) -> tuple[Span, ...]:
    spans = (Span(cell),) if isinstance(cell, str) else cell
    spans = (spans,) if isinstance(spans, Span) else spans
    # Cleaned in any case: columns would not line up around what takes no cell.
    return tuple(Span(harmless(_on_one_line(s.text)), s.style) for s in spans)


def _on_one_line(text: str) -> str:
    return text if text.isascii() and text.isprintable() else one_line(text)


def _width(spans: tuple[Span, ...]) -> int:
    return sum(width_of(span.text) for span in spans)


def _cut(spans: tuple[Span, ...], width: int, ellipsis: str) -> tuple[Span, ...]:
    kept: list[Span] = []
    for span in spans:
        text = cut(span.text, width, ellipsis)
        kept.append(Span(text, span.style))
        width -= width_of(text)
        if text != span.text:
            break
    return tuple(kept)
