"""Many pages in one file, made and handed on one by one.

A journal of any size is exported in the memory of its largest negotiation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.exchange.literal import heading, literal
from winjournal.exchange.markdown import negotiation_markdown, page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from winjournal.domain.dossier import Dossier
    from winjournal.exchange.front import Value

PART_LEVEL = 2
"""The level at which a part's own heading stands, under the file's."""


def journal_pages(
    ids: Iterable[str],
    read: Callable[[str], Dossier],
    *,
    title: str = "Journal",
    about: Mapping[str, Value] | None = None,
) -> Iterator[str]:
    """Yield one file of many negotiations, piece by piece.

    Args:
        ids: The negotiations, in the order in which they shall stand.
        read: Reads one of them; called once for each, when its turn has come.
        title: The heading of the file.
        about: More fields for its front matter, after the title.
    """
    parts = (
        negotiation_markdown(read(id_), level=PART_LEVEL, front_matter=False)
        for id_ in ids
    )
    return bound(parts, title=title, about=about)


def bound(
    parts: Iterable[str],
    *,
    title: str = "Journal",
    about: Mapping[str, Value] | None = None,
) -> Iterator[str]:
    """Yield parts under one front matter and one heading; joined, they are the file.

    Args:
        parts: Pages without front matter whose heading is at `PART_LEVEL`.
        title: The heading of the file.
        about: More fields for its front matter, after the title.
    """
    front: dict[str, Value] = {"title": title, **(about or {}), "tags": ["winjournal"]}
    yield page([heading(literal(title), 1)], front)
    for part in parts:
        yield f"\n{part}"


def journal_markdown(
    parts: Iterable[str],
    *,
    title: str = "Journal",
    about: Mapping[str, Value] | None = None,
) -> str:
    """Return what `bound` yields, as one text."""
    return "".join(bound(parts, title=title, about=about))
