"""A thing as a page for an editor: its fields between two `---`, then its text.

A field is `name: value`; what goes on is indented by two blanks. A line that
begins with # says something about the page and belongs to no field.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.edge import quoted
from winjournal.domain.errors import NotUnderstood

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

_FENCE = "---"
_INDENT = "  "
_LEAVE = "To save nothing, leave without a change."


def page_of(
    fields: Mapping[str, str], body: str | None = None, about: Sequence[str] = ()
) -> str:
    """Return the page of a thing.

    Args:
        fields: Its fields by name; None of them begins or ends with blanks.
        body: Its text; None where it has none beside its fields.
        about: What is said about the page, a line each.
    """
    lines = [_FENCE, *(f"# {line}" for line in (*about, _LEAVE))]
    for name, value in fields.items():
        first, *more = value.split("\n")
        lines.append(f"{name_on_page(name)}: {first}".rstrip(" "))
        lines += [f"{_INDENT}{line}" if line else "" for line in more]
    return "\n".join([*lines, _FENCE, *([] if body is None else [body])]) + "\n"


def read_page(
    page: str, names: Collection[str], *, has_body: bool
) -> tuple[dict[str, str], str | None]:
    """Return the fields that stand on a page, and its text.

    A field that was taken out is left out; one without a value is empty.

    Args:
        page: As it came back from the editor.
        names: The fields that there are.
        has_body: Whether the thing has a text; it comes back without blank ends.

    Raises:
        NotUnderstood: A line is no field, or text stands where none belongs.
    """
    lines = page.replace("\r\n", "\n").split("\n")
    if lines[0].rstrip() != _FENCE:
        if has_body:
            return {}, page.strip("\n")
        raise NotUnderstood("The page does not begin with ---.", "It was taken away.")
    ends = [n for n, line in enumerate(lines) if n and line.rstrip() == _FENCE]
    if not ends:
        raise NotUnderstood("The fields have no end.", "A line --- belongs there.")
    body = "\n".join(lines[ends[0] + 1 :]).strip("\n")
    if body.strip() and not has_body:
        raise NotUnderstood(
            f"Line {ends[0] + 2} belongs to no field.", "Fields end at the second ---."
        )
    return _fields(lines[1 : ends[0]], names), body if has_body else None


def name_on_page(name: str) -> str:
    """Return a field's name as it is written: `my-win`."""
    return name.replace("_", "-")


def _fields(lines: Sequence[str], names: Collection[str]) -> dict[str, str]:
    known = {name_on_page(name): name for name in names}
    read: dict[str, list[str]] = {}
    here: list[str] | None = None
    blanks = 0
    for number, line in enumerate(lines, 2):
        if not line.strip() and not line.startswith(_INDENT):
            blanks += 1
        elif here is not None and line.startswith(_INDENT):
            here += [*[""] * blanks, line.removeprefix(_INDENT)]
            blanks = 0
        elif not line.startswith("#"):
            said, colon, value = line.partition(":")
            name = known.get(said.strip().lower().replace("_", "-"))
            if name is None or not colon:
                raise _no_field(number, said if colon else line, list(known))
            here, blanks = read.setdefault(name, []), 0
            here[:] = [value.strip()]
    return {name: "\n".join(value).strip() for name, value in read.items()}


def _no_field(number: int, said: str, known: list[str]) -> NotUnderstood:
    # About 5 ms, only for a name that was not understood.
    from difflib import get_close_matches

    near = get_close_matches(said.strip().lower(), known, n=1)
    remedy = f"Did you mean {near[0]}?" if near else f"There are {', '.join(known)}."
    return NotUnderstood(f"Line {number}: {quoted(said.strip())} is no field.", remedy)
