"""Undecided marks to settle, and marks to add, in the debrief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.line import read_line
from winjournal.domain.say_dates import say_date, say_time
from winjournal.domain.tags import TAXONOMY, Actor, Polarity, Step, Tag, tag_of_key
from winjournal.ui.forms.values import Values, text_of
from winjournal.ui.text import cut
from winjournal.ui.widgets.form_spec import (
    Check,
    Echo,
    FieldSpec,
    Option,
    choice_field,
    text_field,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from winjournal.domain.dossier import Dossier
    from winjournal.domain.line_marks import LineMark
    from winjournal.domain.moments import Moment

DROP = "drop"
"""The answer that a mark was nothing."""

LIVE = "erghcf"
"""The live letters, each slip beside its counterpart."""

LETTERS = "abcdfghij"
"""What chooses among the tags of one step."""

_NOTE_SHOWN = 40


def undecided(dossier: Dossier) -> tuple[Moment, ...]:
    """Return the marks that have no tag yet, oldest first."""
    return tuple(one for one in dossier.moments if one.tag is None)


def settling_specs(
    dossier: Dossier, now: datetime, *, locked: bool
) -> tuple[FieldSpec, ...]:
    """Return a choice for each undecided mark, and a line for one more mark."""
    fields = [_settle(one, dossier, now, locked=locked) for one in undecided(dossier)]
    if not locked:
        fields.append(
            text_field(
                "added", "One more mark", max_length=200, width=44,
                hint="@ego+ let the jab pass",
                check=_check(now), echo=_echo(now),
                why="A tag and the words that show it; several at once are read too.",
            )
        )  # fmt: skip
    return tuple(fields)


def marks_of_values(
    values: Values, dossier: Dossier, now: datetime
) -> tuple[dict[str, str | None], tuple[LineMark, ...]]:
    """Return what undecided marks are (None: nothing, drop it), and the new marks."""
    chosen = {one.id: values.get(f"mark_{one.id}") for one in undecided(dossier)}
    settled = {
        id_: None if slug == DROP else slug for id_, slug in chosen.items() if slug
    }
    line = text_of(values, "added")
    return settled, read_line(line, now).marks if line else ()


def _settle(
    moment: Moment, dossier: Dossier, now: datetime, *, locked: bool
) -> FieldSpec:
    theirs = f"{dossier.counterparty.name[:20]}, " if moment.actor is Actor.THEM else ""
    at = f"{say_date(moment.at.date(), now.date())} {say_time(moment.at)}"
    words = f' "{cut(moment.note, _NOTE_SHOWN)}"' if moment.note else ""
    return choice_field(
        f"mark_{moment.id}", f"What was it? {theirs}{at}{words}",
        (*_options(moment.step_hint), Option(DROP, "nothing, drop it", "x")),
        locked=locked, why="Left open, it stays undecided and counts nowhere.",
    )  # fmt: skip


def _options(hint: Step | None) -> Sequence[Option]:
    """Return the likely tags: those of the hinted step, else those with a live key."""
    tags: list[Tag] = [tag for tag in TAXONOMY if tag.step is hint]
    if not tags:
        live = [tag_of_key(letter) for letter in LIVE]
        return [Option(x[0].slug, x[0].slug, x[0].key or "") for x in live if x]
    counted = [tag for tag in tags if tag.polarity is not Polarity.NEUTRAL]
    return [
        Option(tag.slug, tag.slug, letter)
        for tag, letter in zip(counted, LETTERS, strict=False)
    ]


def _check(now: datetime) -> Check:
    def check(text: str) -> str | None:
        line = read_line(text, now)
        if line.unknown:
            near = " or ".join(line.unknown[0].nearest[:2])
            hint = f" {near}?" if near else ""
            return f"{line.unknown[0].word[:40]} is no tag.{hint}"
        return None if line.marks else "Begin with a tag, such as @ego+ or @share-."

    return check


def _echo(now: datetime) -> Echo:
    def echo(text: str) -> str | None:
        marks = read_line(text, now).marks
        said = [
            ("them " if m.actor is Actor.THEM else "") + (m.slug or "undecided")
            for m in marks
        ]
        return ", ".join(said) or None

    return echo
