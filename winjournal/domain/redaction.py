"""What an export leaves out for others' sake: names, amounts, words.

Applied to entities before anything is written, so that each format hides the same.
A text is hidden unless it is known to be ours: a field that is added later is too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, is_dataclass, replace
from decimal import Decimal
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from winjournal.domain.errors import NotUnderstood
from winjournal.domain.naming import Names, alias_of
from winjournal.domain.negotiation import Counterparty
from winjournal.domain.tags import find_tag
from winjournal.domain.writing import Link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from winjournal.domain.report import Report

T = TypeVar("T")

HIDDEN, SOMEBODY, DOTS = "(hidden)", "somebody", "•••"


class Hide(StrEnum):
    """What is hidden."""

    NAMES = "names"
    MONEY = "money"
    TEXT = "text"


NOTHING = "none"

_AMOUNT = re.compile(r"\d(?:[.,'\u2019\u00a0\u202f ]?\d)*(?:[kKmM]\b)?")
_OURS = frozenset(
    ("id", "criteria_ids", "source", "by", "week", "prompt_id", "block", "period")
)
"""Texts that the program writes; those that end with `_id` are too."""

_HASHES = frozenset(("prep_hash", "hash"))
"""A hash of hidden words would tell whoever guesses them that the guess is right."""

_PEOPLE = frozenset(("person", "for_whom"))
_COUNTED = frozenset(("met",))
"""Numbers that are no amounts."""


@dataclass(frozen=True, slots=True)
class Redaction:
    """Hides names, amounts or words; with nothing to hide it changes nothing.

    Attributes:
        hidden: What is hidden.
        names: What people are called.
    """

    hidden: frozenset[Hide]
    names: Names

    @property
    def said(self) -> list[str]:
        """What is hidden, in the order in which it is offered."""
        return [one.value for one in Hide if one in self.hidden]

    def words(self, text: str) -> str:
        """Return what was typed, as it may be read by others."""
        if Hide.TEXT in self.hidden:
            return HIDDEN if text.strip() else text
        if Hide.NAMES in self.hidden:
            return self.names.without(text, self._amounts)
        return self._amounts(text)

    def of(self, thing: T) -> T:
        """Return an entity, or what holds some, as it may be read by others."""
        if not self.hidden:
            return thing
        changed: T = self._changed("", thing)
        return changed

    def report(self, report: Report) -> Report:
        """Return a character report as it may be read by others.

        Its own figures stay: only titles and names in its sentences are hidden.
        """
        if not self.hidden:
            return report
        titles = {id_: self.words(text) for id_, text in report.titles.items()}
        hidden = {
            text: titles[id_]
            for id_, text in report.titles.items()
            if text != titles[id_]
        }
        longest = sorted(hidden, key=len, reverse=True)
        any_title = "|".join(map(re.escape, longest)) or "(?!)"
        found = re.compile(rf"(?<!\w)(?:{any_title})(?!\w)")

        def said(name: str, text: str) -> str:
            if name in _OURS or name.endswith("ids"):
                return text
            text = found.sub(lambda title: hidden[title[0]], text)
            return self.names.without(text) if Hide.NAMES in self.hidden else text

        changed: Report = _with_texts("", replace(report, titles={}), said)
        return replace(changed, titles=titles)

    def _amounts(self, text: str) -> str:
        return _AMOUNT.sub(DOTS, text) if Hide.MONEY in self.hidden else text

    def _changed(self, name: str, value: Any) -> Any:
        if isinstance(value, Counterparty):
            return self._person(value)
        if isinstance(value, Enum):
            return value
        if isinstance(value, str):
            return self._text(name, value)
        if isinstance(value, Decimal):
            is_kept = name in _COUNTED or Hide.MONEY not in self.hidden
            return value if is_kept else None
        if isinstance(value, tuple) and name not in _OURS:
            kept = (one for one in value if not isinstance(one, Link))
            return tuple(self._changed(name, one) for one in kept)
        if is_dataclass(value) and not isinstance(value, type):
            return self._fields(value)
        return value

    def _fields(self, value: Any) -> Any:
        changes = {
            field.name: self._changed(field.name, getattr(value, field.name))
            for field in fields(value)
            if field.init
        }
        return replace(value, **changes)

    def _text(self, name: str, text: str) -> str | None:
        if name in _HASHES:
            return None
        if name in _OURS or name.endswith("_id") or (name == "tag" and find_tag(text)):
            return text
        if name == "currency":
            return None if self.hidden & {Hide.MONEY, Hide.TEXT} else self.words(text)
        if name == "zone":
            return ""
        if name in _PEOPLE and Hide.NAMES in self.hidden:
            said = self.names.without(text, lambda rest: DOTS if rest.strip() else rest)
            return SOMEBODY if DOTS in said else said
        return self.words(text)

    def _person(self, person: Counterparty) -> Counterparty:
        note = person.note and self.words(person.note)
        if Hide.NAMES not in self.hidden:
            return replace(person, name=self._amounts(person.name), note=note)
        # Made anew, so that nothing else that one is called comes along.
        return Counterparty(
            id=person.id,
            name=alias_of(person),
            kind=person.kind,
            since=person.since,
            note=note,
            archived_at=person.archived_at,
        )


def _with_texts(name: str, value: Any, said: Callable[[str, str], str]) -> Any:
    """Return a value in which each text is said otherwise, by its field's name."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return said(name, value)
    if isinstance(value, tuple):
        return tuple(_with_texts(name, one, said) for one in value)
    if isinstance(value, dict):
        return {key: _with_texts(name, one, said) for key, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        changes = {
            field.name: _with_texts(field.name, getattr(value, field.name), said)
            for field in fields(value)
            if field.init
        }
        return replace(value, **changes)
    return value


def redaction_of(
    hidden: Iterable[Hide], people: Callable[[], Iterable[Counterparty]]
) -> Redaction:
    """Return what hides these; people are asked for only where names are hidden."""
    asked = frozenset(hidden)
    return Redaction(asked, Names(people() if Hide.NAMES in asked else ()))


def read_hidden(text: str) -> tuple[Hide, ...]:
    """Read `names,money`, `text`, or `none`.

    Raises:
        NotUnderstood: A word is none of them.
    """
    words = [word.strip().casefold() for word in text.split(",") if word.strip()]
    if words == [NOTHING]:
        return ()
    try:
        return tuple(one for one in Hide if one in set(map(Hide, words)))
    except ValueError:
        names = ", ".join(Hide)
        raise NotUnderstood(
            f"What is hidden is not understood: {text.strip()[:40]}.",
            f"Write some of {names}, with commas between, or {NOTHING}.",
        ) from None
