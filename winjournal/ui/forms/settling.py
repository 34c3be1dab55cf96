"""Undecided marks to settle, and marks to add, in the debrief."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING, TypeAlias

from winjournal.domain.line import Line, read_line
from winjournal.domain.moments import Moment
from winjournal.domain.say_dates import say_date, say_time
from winjournal.domain.tag_words import read_tag_word
from winjournal.domain.tags import TAXONOMY, Actor, Polarity, Step, tag_of_key
from winjournal.services.forms.moment_values import NONE, tag_error
from winjournal.services.forms.values import Values, text_of
from winjournal.ui.forms.moment import tag_echo, tags_like
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
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from winjournal.domain.dossier import Dossier

Own: TypeAlias = frozenset[str]
"""Slugs of the user's own tags."""

ANOTHER, LATER, DROP = "another", "later", "drop"
"""The answers that are no tag: one that is typed, still undecided, nothing."""

LIVE = "erghcf"
"""The live letters, each slip beside its counterpart."""

_NOTE_SHOWN = 48
_NAME_SHOWN = 16


def undecided(dossier: Dossier) -> tuple[Moment, ...]:
    """Return the marks that have no tag yet, oldest first."""
    return tuple(one for one in dossier.moments if one.tag is None)


def settling_specs(
    dossier: Dossier, now: datetime, *, locked: bool, own: Own = NONE
) -> tuple[FieldSpec, ...]:
    """Return a choice for each undecided mark, and a line for one more mark."""
    if locked:
        return ()
    fields = [
        field for one in undecided(dossier) for field in _settle(one, dossier, now, own)
    ]
    return (
        *fields,
        text_field(
            "added", "One more mark", max_length=200, width=44,
            hint="@ego+ let the jab pass", check=_check(now, own), echo=_echo(now, own),
            why="A tag and the words that show it; 14:20: before them says when.",
        ),
    )  # fmt: skip


def marks_of_values(
    values: Values, dossier: Dossier, now: datetime, own: Own = NONE
) -> tuple[dict[str, str | None], Line | None]:
    """Return what undecided marks are (None: nothing, drop it), and the line added."""
    chosen = {one.id: _chosen(one.id, values, own) for one in undecided(dossier)}
    settled = {
        id_: None if slug == DROP else slug for id_, slug in chosen.items() if slug
    }
    typed = text_of(values, "added")
    return settled, _read(typed, now, own) if typed else None


def shown_marks(
    values: Values, dossier: Dossier, now: datetime, own: Own = NONE
) -> tuple[Moment, ...]:
    """Return the marks as the form says that they are, and those it adds."""
    settled, line = marks_of_values(values, dossier, now, own)
    kept = (one for one in dossier.moments if settled.get(one.id, "") is not None)
    added = (
        Moment(id="", negotiation_id="", at=now, tag=one.slug, actor=one.actor,
               note=one.note)
        for one in (line.marks if line else ())
    )  # fmt: skip
    return (*(_with_tag(one, settled.get(one.id)) for one in kept), *added)


def _with_tag(moment: Moment, slug: str | None) -> Moment:
    return replace(moment, tag=slug) if slug else moment


def _chosen(moment_id: str, values: Values, own: Own) -> str | None:
    """Return a slug, `drop`, or None where it stays undecided."""
    answer = text_of(values, _name(moment_id))
    if answer == ANOTHER:
        typed = text_of(values, _typed(moment_id)) or ""
        word = read_tag_word(typed.lstrip("@"), own)
        return word.slug if word else None
    return None if answer == LATER else answer


def _name(moment_id: str) -> str:
    return f"mark_{moment_id}"


def _typed(moment_id: str) -> str:
    return f"mark_{moment_id}_tag"


def _settle(
    moment: Moment, dossier: Dossier, now: datetime, own: Own
) -> Iterator[FieldSpec]:
    name = _name(moment.id)
    theirs = cut(dossier.counterparty.name, _NAME_SHOWN)
    whose = theirs if moment.actor is Actor.THEM else "mine"
    at = f"{say_date(moment.at.date(), now.date())} {say_time(moment.at)}"
    words = f': "{cut(moment.note, _NOTE_SHOWN)}"' if moment.note else ""
    yield choice_field(
        name, f"{at}, {whose}{words}", _options(moment.step_hint),
        why="What was it? Left for later it stays undecided and counts nowhere.",
    )  # fmt: skip
    yield text_field(
        _typed(moment.id), "Which tag", width=26, max_length=40,
        suggest=partial(tags_like, own=own), check=partial(_tag_check, own=own),
        echo=partial(tag_echo, own=own),
        when=lambda values: values.get(name) == ANOTHER,
        why="Its name, such as info-shared, or short: info+.",
    )  # fmt: skip


def _options(hint: Step | None) -> Sequence[Option]:
    """Return the likely tags, of the hinted step or with a live key, and the rest."""
    own = [tag for tag in TAXONOMY if tag.step is hint]
    live = [found[0] for letter in LIVE if (found := tag_of_key(letter))]
    likely = [tag for tag in own if tag.polarity is not Polarity.NEUTRAL] or live
    return (
        *(Option(tag.slug, tag.slug, tag.key or "") for tag in likely),
        Option(ANOTHER, "another tag"),
        Option(LATER, "later"),
        Option(DROP, "nothing, drop it", "x"),
    )


def _tag_check(text: str, own: Own) -> str | None:
    word = read_tag_word(text.strip().lstrip("@"), own)
    if word is not None and word.slug is None:
        return f"Say which one: {word.stem}+ or {word.stem}-."
    return tag_error(text, own)


@lru_cache(maxsize=4)
def _read(text: str, now: datetime, own: Own) -> Line:
    """Read the line once for a check, an echo and what stands between the fields."""
    return read_line(text, now, own_tags=own)


def _check(now: datetime, own: Own) -> Check:
    def check(text: str) -> str | None:
        line = _read(text.strip(), now, own)
        if line.unknown:
            near = " or ".join(line.unknown[0].nearest[:2])
            hint = f" {near}?" if near else ""
            return f"{line.unknown[0].word[:40]} is no tag.{hint}"
        return None if line.marks else "Begin with a tag, such as @ego+ or @share-."

    return check


def _echo(now: datetime, own: Own) -> Echo:
    def echo(text: str) -> str | None:
        line = _read(text.strip(), now, own)
        said = [
            ("them " if m.actor is Actor.THEM else "") + (m.slug or "undecided")
            for m in line.marks
        ]
        on = say_date(line.when.date(), now.date())
        at = f", {on} {say_time(line.when)}" if line.has_date else ""
        return f"{', '.join(said)}{at}" if said else None

    return echo
