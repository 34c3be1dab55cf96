"""The building blocks of a page: sections, lists, tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from winjournal.exchange.literal import heading, literal_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

T = TypeVar("T")


def section(title: str, level: int, blocks: Iterable[str]) -> list[str]:
    """Return a heading of ours and what stands under it; nothing if that is nothing."""
    filled = [block for block in blocks if block]
    return [heading(title, level), *filled] if filled else []


def items(*lines: str | None) -> str:
    """Return a list of the lines that there are."""
    return "\n".join(f"- {line}" for line in lines if line)


def said(label: str, value: T | None, how: Callable[[T], str]) -> str | None:
    """Return `Label: value` for what is known; None for what is not.

    Args:
        label: In our words.
        value: None and an empty text are not known.
        how: Writes the value, already safe.
    """
    if value is None or value == "":
        return None
    return f"{label}: {how(value)}"


def typed(label: str, value: str | None) -> str | None:
    """Return `Label: text` for what was typed; None where nothing was."""
    if value is None or not value.strip():
        return None
    return f"{label}: {literal_lines(value, '  ')}"


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table; its cells are already safe. Nothing without rows."""
    if not rows:
        return ""
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
