"""The conditions of a filter: `@tag`, `with:`, `since:` and their kin."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from winjournal.domain.debrief import Outcome
from winjournal.domain.edge import clean_text, quoted
from winjournal.domain.errors import NotUnderstood
from winjournal.domain.filter_tokens import FilterError, Token
from winjournal.domain.filter_tree import (
    Everything,
    Filter,
    Has,
    Is,
    KindIs,
    On,
    Or,
    OutcomeIs,
    Over,
    Part,
    Since,
    SphereIs,
    State,
    StepIs,
    TagIs,
    Until,
    With,
    Words,
)
from winjournal.domain.fold import fold
from winjournal.domain.negotiation import Sphere
from winjournal.domain.periods import Period, read_period
from winjournal.domain.tag_words import nearest_words, read_tag_word, tag_words
from winjournal.domain.tags import Actor, Step

_TAG = re.compile(r"@(?:(?P<actor>me|them)/)?(?P<word>[\w-]*[+-]?)", re.IGNORECASE)
_PERCENT = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,4})?) ?%?")
_Value = TypeVar("_Value", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Reading:
    """How a term is to be read.

    Attributes:
        now: An aware time, for dates in words.
        own: Slugs of the user's own tags.
        is_unfinished: Whether somebody is still typing the term.
        saved: Saved filters as they were written, by name; None within one of them.
        read: Reads a saved filter.
    """

    now: datetime
    own: Collection[str] = field(default_factory=tuple)
    is_unfinished: bool = False
    saved: Mapping[str, str] | None = None
    read: Callable[[str, Reading], Filter] | None = None


def read_term(token: Token, how: Reading) -> Filter:
    """Return what a word, a phrase or a condition means.

    An unknown key is part of a word, unless it is nearly one of the known.

    Raises:
        FilterError: The value is not understood.
    """
    if token.key is not None:
        if token.key.lower() in _KEYS:
            return _read_keyed(token, token.key.lower(), how)
        _check_key(token, token.key.lower())
        return _words(_literal(token))
    if token.text.startswith("@") and not token.is_quoted:
        return _read_tag(token, how)
    return _words(token.text, is_phrase=token.is_quoted)


def _words(text: str, *, is_phrase: bool = False) -> Filter:
    """Return the words as they may stand in a stored text; blank is everything."""
    plain = clean_text(text, one_line=True).text
    return Words(plain, is_phrase) if plain else Everything()


def _read_keyed(token: Token, key: str, how: Reading) -> Filter:
    if _plain(token):
        return _KEYS[key](token, how)
    if how.is_unfinished:
        return Everything()
    raise FilterError(
        token.end, 0, f"{key}: needs a value right after it.", _TAKES[key]
    )


def _literal(token: Token) -> str:
    mark = '"' if token.is_quoted else ""
    return f"{token.key}:{mark}{token.text}{mark}"


def _check_key(token: Token, key: str) -> None:
    """Refuse a key that is most likely a slip of the finger."""
    # About 5 ms, only for a key that is not known.
    from difflib import get_close_matches

    near = get_close_matches(key, [known for known in _KEYS if len(known) > 3], 1, 0.75)
    if near and token.text:
        raise FilterError(
            token.position,
            len(key) + 1,
            f"{quoted(key + ':')} is not known; did you mean {near[0]}:?",
            "In quotes it is searched for as it stands.",
        )


def _read_tag(token: Token, how: Reading) -> Filter:
    found = _TAG.fullmatch(token.text)
    if found is None or not (found["word"] or how.is_unfinished):
        return _words(token.text)
    actor = Actor((found["actor"] or "me").lower())
    tag = read_tag_word(found["word"], how.own)
    if tag is not None:
        return TagIs(tag.slugs, actor, tag.step, tag.stem or tag.slug or "")
    start = found["word"].lower().replace("_", "-")
    slugs = _slugs_from(start, how.own) if how.is_unfinished else ()
    if slugs:
        return TagIs(slugs, actor, None, f"{start}…")
    near = " or ".join(f"@{word}" for word in nearest_words(found["word"], how.own))
    raise FilterError(
        token.position,
        len(token.text),
        f"{quoted(token.text)} is no tag.",
        f"Did you mean {near}?" if near else "A step is @trust, a tag is @ego.",
    )


def _slugs_from(start: str, own: Collection[str]) -> tuple[str, ...]:
    """Return every slug that a word beginning like this covers."""
    words = (word for word in tag_words(own) if word.startswith(start))
    tags = (read_tag_word(word, own) for word in words)
    return tuple(dict.fromkeys(slug for tag in tags if tag for slug in tag.slugs))


def _choice(token: Token, how: Reading, values: type[_Value]) -> list[_Value]:
    """Return the value that was typed, or those it may become."""
    typed = token.text.strip().casefold().replace("_", "-").replace(" ", "-")
    exact = [value for value in values if value.value == typed]
    begun = [value for value in values if value.value.startswith(typed)]
    if chosen := exact or (begun if how.is_unfinished else []):
        return chosen
    raise _unknown_value(token, ", ".join(value.value for value in values))


def _unknown_value(token: Token, known: str) -> FilterError:
    return FilterError(
        token.end - len(token.text) - token.is_quoted,
        len(token.text),
        f"{token.key}: does not know {quoted(token.text)}.",
        f"It takes {known}.",
    )


def _one_of(nodes: list[Filter]) -> Filter:
    return nodes[0] if len(nodes) == 1 else Or(tuple(nodes))


def _read_step(token: Token, how: Reading) -> Filter:
    return _one_of([StepIs(value) for value in _choice(token, how, Step)])


def _read_outcome(token: Token, how: Reading) -> Filter:
    return _one_of([OutcomeIs(value) for value in _choice(token, how, Outcome)])


def _read_sphere(token: Token, how: Reading) -> Filter:
    return _one_of([SphereIs(value) for value in _choice(token, how, Sphere)])


def _read_state(token: Token, how: Reading) -> Filter:
    return _one_of([Is(value) for value in _choice(token, how, State)])


def _read_part(token: Token, how: Reading) -> Filter:
    return _one_of([Has(value) for value in _choice(token, how, Part)])


def _plain(token: Token) -> str:
    return clean_text(token.text, one_line=True).text


def _read_with(token: Token, how: Reading) -> Filter:
    return With(_plain(token), is_whole=not how.is_unfinished)


def _read_kind(token: Token, how: Reading) -> Filter:
    return KindIs(_plain(token), is_whole=not how.is_unfinished)


def _read_over(token: Token, _: Reading) -> Filter:
    found = _PERCENT.fullmatch(token.text.strip())
    if found is None:
        raise _unknown_value(token, "percent, such as over:10%")
    return Over(Decimal(found[1]))


def _read_days(token: Token, how: Reading) -> Period | None:
    """Return the days of a value; None for one that is still being typed."""
    try:
        return read_period(token.text, how.now)
    except NotUnderstood as error:
        if how.is_unfinished:
            return None
        raise FilterError(
            token.end - len(token.text) - token.is_quoted,
            len(token.text),
            error.sentence,
            error.remedy,
        ) from None


def _read_since(token: Token, how: Reading) -> Filter:
    days = _read_days(token, how)
    return Since(days.start) if days else Everything()


def _read_until(token: Token, how: Reading) -> Filter:
    days = _read_days(token, how)
    return Until(days.end) if days else Everything()


def _read_on(token: Token, how: Reading) -> Filter:
    days = _read_days(token, how)
    return On(days.start, days.end) if days else Everything()


def _read_saved(token: Token, how: Reading) -> Filter:
    """Return what a saved filter means; it holds no other, so it always ends."""
    if how.saved is None or how.read is None:
        raise _at(token, "a saved filter cannot hold another one.")
    wanted = fold(token.text)
    query = next((q for name, q in how.saved.items() if fold(name) == wanted), None)
    if query is None:
        if how.is_unfinished:
            return Everything()
        raise _unknown_value(token, ", ".join(how.saved) or "names of saved filters")
    try:
        return how.read(query, replace(how, saved=None, is_unfinished=False))
    except FilterError as error:
        raise _at(token, f"it is not understood. {error.sentence}") from None


def _at(token: Token, sentence: str) -> FilterError:
    return FilterError(token.position, token.end - token.position, sentence)


_KEYS: dict[str, Callable[[Token, Reading], Filter]] = {
    "with": _read_with,
    "step": _read_step,
    "outcome": _read_outcome,
    "sphere": _read_sphere,
    "kind": _read_kind,
    "since": _read_since,
    "until": _read_until,
    "on": _read_on,
    "is": _read_state,
    "has": _read_part,
    "over": _read_over,
    "saved": _read_saved,
}
KEYS = tuple(_KEYS)
"""What stands before the colon of a condition."""

_DAYS = 'Write for example {key}:jan or {key}:"last month".'
_TAKES = {
    "with": "Write for example with:dana.",
    "kind": "Write for example kind:salary.",
    "over": "Write for example over:10%.",
    "saved": "Write the name of a saved filter after it.",
    **{key: _DAYS.format(key=key) for key in ("since", "until", "on")},
    **{
        key: f"It takes {', '.join(value.value for value in values)}."
        for key, values in (
            ("step", Step),
            ("outcome", Outcome),
            ("sphere", Sphere),
            ("is", State),
            ("has", Part),
        )
    },
}
