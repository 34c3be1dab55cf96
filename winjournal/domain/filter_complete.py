"""What the last word of a filter may become, while it is typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from winjournal.domain.debrief import Outcome
from winjournal.domain.filter_explain import explain
from winjournal.domain.filter_terms import KEYS
from winjournal.domain.filter_tokens import FilterError, Kind, tokens_of
from winjournal.domain.filter_tree import (
    Has,
    Is,
    OutcomeIs,
    Part,
    SphereIs,
    State,
    StepIs,
)
from winjournal.domain.fold import fold
from winjournal.domain.negotiation import Sphere
from winjournal.domain.tag_words import read_tag_word, tag_words
from winjournal.domain.tags import Step, find_tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST = 60
"""So many are offered at most."""

_DAYS = (
    "today", "yesterday", "this week", "last week", "this month", "last month",
    "this quarter", "last quarter", "this year", "last year", "90 days",
)  # fmt: skip
_SAID = {
    "with": "the other side",
    "step": "a mark of this step, either side",
    "outcome": "how it ended",
    "sphere": "the part of life",
    "kind": "the kind of negotiation",
    "since": "on this day or later",
    "until": "on this day or before",
    "on": "on this day, week or month",
    "is": "the state it is in",
    "has": "what is written of it",
    "over": "percent over the fair middle",
    "saved": "a filter that was saved",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a journal knows that a filter may name.

    Attributes:
        people: Names of the counterparties, the best first.
        kinds: Kinds that were used.
        own_tags: Slugs of the user's own tags.
        saved: Saved filters as they were written, by name.
    """

    people: Sequence[str] = ()
    kinds: Sequence[str] = ()
    own_tags: Sequence[str] = ()
    saved: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Completion:
    """One thing that the last word may become.

    Attributes:
        term: The whole word, with quotes where it holds blanks.
        says: What it asks for, in a few words.
    """

    term: str
    says: str = ""


def completions(text: str, known: Known) -> tuple[int, tuple[Completion, ...]]:
    """Return where the last word of a filter begins, and what it may become.

    Nothing where the text ends in a blank or in what is whole already.

    Args:
        text: What was typed, up to the cursor.
        known: What the journal knows.
    """
    try:
        last = tokens_of(text)[-1]
    except (FilterError, IndexError):
        return len(text), ()
    is_open = last.end == len(text) and not last.is_quoted
    if last.kind is not Kind.TERM or not is_open:
        return len(text), ()
    if last.key is not None:
        found = _values(last.key.lower(), last.text, known)
    elif text[last.position] == '"':
        found = iter(())
    elif last.text.startswith("@"):
        found = _tags(last.text, known)
    else:
        found = _keys(last.text)
    typed = text[last.position :]
    unlike = [one for one in found if one.term != typed]
    return last.position, tuple(unlike[:MOST])


def known_tags(own: Sequence[str] = ()) -> tuple[Completion, ...]:
    """Return every word that names a tag or a step, with what it says."""
    return tuple(Completion(word, _said_of(word)) for word in tag_words(own))


def _keys(typed: str) -> Iterator[Completion]:
    begun = typed.lower()
    for key in KEYS:
        if key.startswith(begun):
            yield Completion(f"{key}:", _SAID[key])


def _tags(typed: str, known: Known) -> Iterator[Completion]:
    side, slash, begun = typed[1:].lower().replace("_", "-").rpartition("/")
    if side not in ("", "me", "them"):
        return
    prefix = f"@{side}{slash}"
    for tag in sorted(known_tags(known.own_tags), key=lambda one: len(one.term)):
        if tag.term.startswith(begun):
            yield Completion(f"{prefix}{tag.term}", tag.says)
    if not slash and "them/".startswith(begun):
        yield Completion("@them/", "a mark of theirs")


def _said_of(word: str) -> str:
    tag = read_tag_word(word)
    if tag is None:
        return "a tag of your own"
    if tag.slug is None:
        return "any mark of this step"
    found = find_tag(tag.slug)
    return found.label.lower() if found else ""


def _values(key: str, typed: str, known: Known) -> Iterator[Completion]:
    begun = fold(typed)
    for value, says in _offered(key, known):
        if fold(value).startswith(begun):
            quoted = f'"{value}"' if " " in value or typed[:1] == '"' else value
            yield Completion(f"{key}:{quoted}", says)


def _offered(key: str, known: Known) -> Iterable[tuple[str, str]]:
    """Return the values of a key, each with what it says."""
    match key:
        case "with":
            # a quote cannot stand in quotes; the name up to it is found all the same
            return [(name.partition('"')[0].strip(), "") for name in known.people]
        case "kind":
            return [(kind.partition('"')[0].strip(), "") for kind in known.kinds]
        case "saved":
            return list(known.saved.items())
        case "since" | "until" | "on":
            return [(day, "") for day in _DAYS]
        case "over":
            return [("5%", ""), ("10%", ""), ("20%", "")]
        case _:
            return _CHOICES.get(key, ())


_CHOICES: dict[str, list[tuple[str, str]]] = {
    "step": [(step.value, explain(StepIs(step))) for step in Step],
    "outcome": [(one.value, explain(OutcomeIs(one))) for one in Outcome],
    "sphere": [(one.value, explain(SphereIs(one))) for one in Sphere],
    "is": [(state.value, explain(Is(state))) for state in State],
    "has": [(part.value, explain(Has(part))) for part in Part],
}
