"""A look back as a form: its fields, its values, and the answers in them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from winjournal.domain.debrief import YesNoUnsure
from winjournal.domain.later import Commitments, Discovered, ReopenedBy, SatSource
from winjournal.domain.tags import Actor
from winjournal.domain.then_and_now import commitments_of
from winjournal.services.forms.values import Values, choice_of, rating_of, text_of
from winjournal.ui.forms.options import (
    COMMITMENTS,
    DISCOVERED,
    REOPENED,
    SAT_SOURCES,
    YES_NO_UNSURE,
)
from winjournal.ui.widgets.form_spec import (
    FieldSpec,
    choice_field,
    long_field,
    scale_field,
)

if TYPE_CHECKING:
    from datetime import date

    from winjournal.domain.later import FollowUp, Promise


def look_back_specs() -> tuple[FieldSpec, ...]:
    """Return the fields of a look back; what was said then is not shown yet."""
    return (
        scale_field(
            "my_sat_now", "I am content now", heading="Today", low="not at all",
            high="entirely", why="As it stands today; what you said then comes after.",
        ),
        choice_field(
            "swap_sign", "Would I sign", YES_NO_UNSURE,
            why="In their chair, would I sign these terms today?",
        ),
        choice_field(
            "deal_again", "They deal again", YES_NO_UNSURE, heading="Their side",
            why="Would they deal with me again?",
        ),
        scale_field(
            "their_sat", "They are content", low="not at all", high="entirely",
            why="As they say it; leave it empty where you have not asked.",
        ),
        choice_field(
            "their_sat_source", "I know it from", SAT_SOURCES,
            when=lambda v: bool(v.get("their_sat")),
            why="Only their own word counts as theirs.",
        ),
        choice_field(
            "they_discovered", "Found out", DISCOVERED,
            why="Whether they found something out since.",
        ),
        choice_field(
            "my_commitments", "I did what I owed", COMMITMENTS, heading="What was owed",
            why="All of what you had promised with it.",
        ),
        choice_field(
            "their_commitments", "They did", COMMITMENTS,
            why="What the promises say stands there; change it where it is not so.",
        ),
        choice_field(
            "reopened_by", "Opened again by", REOPENED, heading="Since then",
            why="Who asked to talk about the deal again.",
        ),
        long_field("note", "In words", folded=True, max_length=2000),
    )  # fmt: skip


def values_of_promises(promises: tuple[Promise, ...], today: date) -> dict[str, str]:
    """Return what the form begins with: what the promises say was done."""
    return {
        "my_commitments": commitments_of(promises, Actor.ME, today) or "",
        "their_commitments": commitments_of(promises, Actor.THEM, today) or "",
    }


def answers_of(values: Values, follow_up: FollowUp) -> FollowUp:
    """Read the answers of a look back.

    Raises:
        Invalid: A field cannot be read; its name says which.
    """
    return replace(
        follow_up,
        deal_again=choice_of(values, "deal_again", YesNoUnsure),
        their_sat=rating_of(values, "their_sat"),
        their_sat_source=choice_of(values, "their_sat_source", SatSource),
        my_sat_now=rating_of(values, "my_sat_now"),
        they_discovered=choice_of(values, "they_discovered", Discovered),
        my_commitments=choice_of(values, "my_commitments", Commitments),
        their_commitments=choice_of(values, "their_commitments", Commitments),
        swap_sign=choice_of(values, "swap_sign", YesNoUnsure),
        reopened_by=choice_of(values, "reopened_by", ReopenedBy),
        note=text_of(values, "note"),
    )
