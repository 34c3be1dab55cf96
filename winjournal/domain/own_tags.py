"""A user's own tags: they stand under a step and never enter its counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from winjournal.domain.errors import Invalid
from winjournal.domain.negotiation import check_words
from winjournal.domain.tags import Step, find_tag

SLUG_MAX, LABEL_MAX = 40, 60

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
        check_words("label", self.label, LABEL_MAX, "A few words for the tag")
