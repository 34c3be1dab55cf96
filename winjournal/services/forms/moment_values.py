"""A moment as the text of its form, and back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from winjournal.domain.errors import Invalid
from winjournal.domain.moments import Precision, recorded_when
from winjournal.domain.say_dates import say_time
from winjournal.domain.tag_words import nearest_words, read_tag_word
from winjournal.domain.tags import Actor
from winjournal.services.forms.prep_values import time_of
from winjournal.services.forms.values import Values, choice_of, rating_of, text_of

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from winjournal.domain.moments import Moment
    from winjournal.domain.tag_words import TagWord

Own: TypeAlias = "Collection[str]"
"""Slugs of the user's own tags."""

NONE: frozenset[str] = frozenset()


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
    word = word_of(typed, own) if typed else None
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


def word_of(text: str, own: Own) -> TagWord | None:
    """Return what a typed word names: a tag, a step, or nothing."""
    return read_tag_word(text.strip().lstrip("@"), own)


def tag_error(text: str, own: Own = NONE) -> str | None:
    """Return that there is no such tag, and the nearest; None where there is."""
    if word_of(text, own) is not None:
        return None
    near = " or ".join(nearest_words(text.strip().lstrip("@"), own)[:2])
    return f"There is no such tag; is it {near}?" if near else "There is no such tag."
