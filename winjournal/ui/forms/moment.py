"""A moment as a form: its tag, whose it was, how strong, the words, the time."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from winjournal.domain.errors import Invalid
from winjournal.domain.moments import NOTE_MAX, Precision, recorded_when
from winjournal.domain.say_dates import say_time
from winjournal.domain.tag_words import nearest_words, read_tag_word, tag_words
from winjournal.domain.tags import Actor, find_tag
from winjournal.ui.forms.checks import date_echo, date_error
from winjournal.ui.forms.options import ACTORS
from winjournal.ui.forms.prep_values import time_of
from winjournal.ui.forms.values import Values, choice_of, rating_of, text_of
from winjournal.ui.widgets.form_spec import (
    FieldSpec,
    choice_field,
    date_field,
    scale_field,
    text_field,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from winjournal.domain.moments import Moment
    from winjournal.domain.tag_words import TagWord

Own: TypeAlias = "Collection[str]"
"""Slugs of the user's own tags."""

NONE: frozenset[str] = frozenset()

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


def values_of_moment(moment: Moment) -> dict[str, str]:
    """Return what the form shows of a moment."""
    tag = moment.tag or (moment.step_hint.value if moment.step_hint else "")
    return {
        "tag": tag,
        "actor": moment.actor,
        "strength": str(moment.strength),
        "note": moment.note or "",
        "at": _said_at(moment.at),
    }


def moment_of_values(
    values: Values, before: Moment, now: datetime, own: Own = NONE
) -> Moment:
    """Read a moment from its form; a time that was left alone keeps its seconds.

    Raises:
        Invalid: A field cannot be read; its name says which.
    """
    typed = text_of(values, "tag")
    word = _word_of(typed, own) if typed else None
    if typed and word is None:
        raise Invalid("tag", tag_error(typed, own) or "")
    said = text_of(values, "at")
    at, recorded, precision = before.at, before.recorded, before.precision
    if said and said != _said_at(before.at):
        at = time_of(values, "at", now) or before.at
        recorded, precision = recorded_when(at, now), Precision.APPROX
    return replace(
        before,
        tag=word.slug if word else None,
        step_hint=word.step if word else None,
        actor=choice_of(values, "actor", Actor) or before.actor,
        strength=rating_of(values, "strength") or before.strength,
        note=text_of(values, "note"),
        at=at,
        recorded=recorded,
        precision=precision,
    )


def _said_at(at: datetime) -> str:
    return f"{at.date().isoformat()} {say_time(at)}"


def _word_of(text: str, own: Own) -> TagWord | None:
    return read_tag_word(text.strip().lstrip("@"), own)


def tag_echo(text: str, own: Own = NONE) -> str | None:
    """Return what a typed tag is: `Ego, slip`; None where it is none."""
    word = _word_of(text, own)
    tag = find_tag(word.slug) if word and word.slug else None
    if tag is not None:
        return f"{tag.label}, {tag.polarity.value}"
    if word and word.slug:
        return "a tag of your own, in no count of a step"
    return "which of them is decided later" if word else None


def tag_error(text: str, own: Own = NONE) -> str | None:
    """Return that there is no such tag, and the nearest; None where there is."""
    if _word_of(text, own) is not None:
        return None
    near = " or ".join(nearest_words(text.strip().lstrip("@"), own)[:2])
    return f"There is no such tag; is it {near}?" if near else "There is no such tag."


def tags_like(text: str, own: Own = NONE) -> Sequence[str]:
    """Return the words that name a tag and begin like a text."""
    start = text.casefold()
    return [word for word in tag_words(own) if start and word.startswith(start)]
