"""What `/` looks for: words that are ranked, within a filter that everything passes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from winjournal.domain.edge import clean_text
from winjournal.domain.filter import read_filter
from winjournal.domain.filter_tokens import FilterError
from winjournal.domain.filter_tree import And, Everything, Filter, Or, Words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What is looked for.

    Attributes:
        every: Words that must all be there; they decide what stands first.
        some: Where there are none: words of which some may be there.
        within: What must hold besides.
        literal: The text as it stands, where it is no filter; "" otherwise.
        wrong: Why it is none.
    """

    every: tuple[Words, ...] = ()
    some: tuple[Words, ...] = ()
    within: Filter = field(default_factory=Everything)
    literal: str = ""
    wrong: FilterError | None = None

    @property
    def is_blank(self) -> bool:
        """Whether nothing is looked for."""
        has_words = self.every or self.some or self.literal.strip()
        return not has_words and self.within == Everything()


def read_sought(
    text: str,
    now: datetime,
    *,
    lenient: bool = False,
    own_tags: Collection[str] = (),
    saved: Mapping[str, str] | None = None,
) -> Sought:
    """Return what a text looks for; what is no filter is looked for as it stands.

    Args:
        text: What was typed.
        now: An aware time, for dates in words.
        lenient: Whether somebody is still typing.
        own_tags: Slugs of the user's own tags.
        saved: Saved filters by name.
    """
    try:
        tree = read_filter(text, now, lenient=lenient, own_tags=own_tags, saved=saved)
    except FilterError as error:
        return Sought(literal=clean_text(text, one_line=True).text, wrong=error)
    return sought_by(tree)


def sought_by(tree: Filter) -> Sought:
    """Return a filter's words apart from its conditions."""
    parts = tree.parts if isinstance(tree, And) else (tree,)
    every = tuple(part for part in parts if isinstance(part, Words))
    others = tuple(part for part in parts if not isinstance(part, Words))
    within = And(others) if len(others) > 1 else others[0] if others else Everything()
    some = () if every else tuple(dict.fromkeys(_wanted(within)))
    return Sought(every=every, some=some, within=within)


def _wanted(tree: Filter) -> tuple[Words, ...]:
    """Return the words that a tree asks for, those after `not` aside."""
    match tree:
        case Words():
            return (tree,)
        case And(parts) | Or(parts):
            return tuple(words for part in parts for words in _wanted(part))
        case _:
            return ()
