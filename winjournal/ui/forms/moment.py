"""A moment as a form: its tag, whose it was, how strong, the words, the time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from winjournal.domain.moments import NOTE_MAX
from winjournal.domain.tag_words import tag_words
from winjournal.domain.tags import find_tag
from winjournal.services.forms.moment_values import NONE, Own, tag_error, word_of
from winjournal.ui.forms.checks import date_echo, date_error
from winjournal.ui.forms.options import ACTORS
from winjournal.ui.widgets.form_spec import (
    FieldSpec,
    choice_field,
    date_field,
    scale_field,
    text_field,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

STRONGEST = 3


def moment_specs(
    now: datetime, pick_key: str, own: Own = NONE
) -> tuple[FieldSpec, ...]:
    """Return the fields of a moment.

    Args:
        now: An aware time, for dates in words.
        pick_key: The key that lists every tag, as it is written on the screen.
        own: Slugs of the user's own tags.
    """
    return (
        text_field(
            "tag",
            "Tag",
            suggest=partial(tags_like, own=own),
            check=partial(tag_error, own=own),
            echo=partial(tag_echo, own=own),
            width=26,
            why=f"Empty decides later; {pick_key} lists every tag with what it means.",
        ),
        choice_field("actor", "Whose", ACTORS),
        scale_field(
            "strength", "How strong", low="a trace", high="it steered", most=STRONGEST
        ),
        text_field(
            "note",
            "What showed it",
            max_length=NOTE_MAX,
            why="Their words or mine: what somebody else could have heard.",
        ),
        date_field(
            "at",
            "When",
            check=date_error(now, future=False),
            echo=date_echo(now, future=False, with_time=True),
        ),
    )


def tag_echo(text: str, own: Own = NONE) -> str | None:
    """Return what a typed tag is: `Ego, slip`; None where it is none."""
    word = word_of(text, own)
    tag = find_tag(word.slug) if word and word.slug else None
    if tag is not None:
        return f"{tag.label}, {tag.polarity.value}"
    if word and word.slug:
        return "a tag of your own, in no count of a step"
    return "which of them is decided later" if word else None


def tags_like(text: str, own: Own = NONE) -> Sequence[str]:
    """Return the words that name a tag and begin like a text."""
    start = text.casefold()
    return [word for word in tag_words(own) if start and word.startswith(start)]
