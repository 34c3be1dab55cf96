"""A user's own tags: they stand under a step and never enter its counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from winjournal.domain.errors import Invalid
from winjournal.domain.negotiation import check_words
from winjournal.domain.tag_words import STEMS
from winjournal.domain.tags import TAXONOMY, Step, find_tag, normal_slug

if TYPE_CHECKING:
    from collections.abc import Iterable

SLUG_MAX, LABEL_MAX = 40, 60

TAKEN = frozenset({"list", "add", "rename", "merge", "archive", "restore"})
"""Words that `wj tag` does something with, so that none can be a tag."""

LIKE = 0.75
"""So like one another are two names that may mean the same, from 0 to 1."""

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTag:
    """A tag that a user has added to a step.

    Attributes:
        slug: The name in a line and in storage: small letters, digits, hyphens;
            at most 40.
        label: A few words for a person, at most 60 characters.
        step: Under which it is listed.
        archived_at: Since when it is no longer offered; None while it is.
    """

    id: str
    slug: str
    label: str
    step: Step
    archived_at: datetime | None = None

    def check(self) -> None:
        """Check the names.

        Raises:
            Invalid: The slug has other signs, is too long or one of the
                taxonomy's, or the label is missing or too long.
        """
        if not _SLUG.fullmatch(self.slug) or len(self.slug) > SLUG_MAX:
            raise Invalid(
                "slug", "A tag has small letters, digits and hyphens, at most 40."
            )
        if find_tag(self.slug) is not None:
            raise Invalid("slug", f"{self.slug} is a tag already.")
        if self.slug in STEMS or self.slug in TAKEN:
            raise Invalid("slug", f"{self.slug} means something else already.")
        check_words("label", self.label, LABEL_MAX, "A few words for the tag")


def slug_of(text: str) -> str:
    """Return what was typed as the name of a tag: `@Price Talk` is `price-talk`."""
    words = normal_slug(text.strip().lstrip("@")).split()
    return "-".join(words)


def label_of(slug: str) -> str:
    """Return a slug as a few words: `Price talk`."""
    return slug.replace("-", " ").capitalize()


def similar_tags(slug: str, own: Iterable[str]) -> tuple[str, ...]:
    """Return at most three tags whose names are nearly this one, the likest first.

    Args:
        slug: The name of a new tag.
        own: Slugs of the user's own tags.
    """
    # About 5 ms, only for a new name.
    from difflib import get_close_matches

    known = [*own, *(tag.slug for tag in TAXONOMY)]
    others = [one for one in known if one != slug]
    near = get_close_matches(slug, others, n=3, cutoff=LIKE)
    # a plural or a word more is no typing error, and means the same as often
    parts = [one for one in others if set(slug.split("-")) & _weighty(one)]
    return tuple(dict.fromkeys([*near, *parts]))[:3]


def _weighty(slug: str) -> set[str]:
    """Return the parts of a name that say what it is about."""
    return {part for part in slug.split("-") if len(part) > 4}
