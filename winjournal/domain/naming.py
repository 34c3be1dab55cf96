"""Who is called what, and where a text says so: for exports that hide names.

A name is found whole, whatever its case, accents, hidden characters, or the signs
between its words. What is put in its place is not looked at again.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from winjournal.domain.fold import fold
from winjournal.domain.ids import short_id
from winjournal.domain.negotiation import Counterparty, CounterpartyKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

PART = 3
"""Letters from which on a part of a name is found alone: `Dana` of `Dana Reyes`."""

_CALLED = ("name", "nicknames")
_UNSPACED = (
    "\u0e00-\u0eff\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
)
"""Scripts that put no blank between words: a name is found inside of longer ones."""

_WORD = re.compile(rf"[^\W_{_UNSPACED}]+")
_HAS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_HIDDEN = ("Mn", "Me", "Cf", "Cc", "Cs")


def alias_of(person: Counterparty) -> str:
    """Return what an export prints instead of a name: the same in each of them."""
    if person.alias and person.alias.strip():
        return person.alias.strip()
    return f"{person.kind.value.capitalize()} {short_id(person.id)}"


def called(person: Counterparty) -> tuple[str, ...]:
    """Return all that one is called: the name, every nickname.

    An alias is what may be read, and so is left where it stands.
    """
    found: list[str] = []
    for field in fields(person):
        if field.name in _CALLED:
            value = getattr(person, field.name)
            found += (value,) if isinstance(value, str) else value or ()
    return tuple(name for name in found if name.strip())


@dataclass(frozen=True, slots=True)
class _Known:
    """One thing that somebody is called.

    Attributes:
        words: The words of it, folded.
        alias: What is said instead.
        as_written: Whether it counts only with a capital letter.
    """

    words: tuple[str, ...]
    alias: str
    as_written: bool = False


class Names:
    """Knows what people are called, and says it otherwise.

    Args:
        people: Everybody; of two with one name the older one is meant.
    """

    def __init__(self, people: Iterable[Counterparty]) -> None:
        self._by_word: defaultdict[str, list[_Known]] = defaultdict(list)
        self._loose: list[tuple[re.Pattern[str], str]] = []
        everybody = sorted(people, key=lambda person: person.id)
        for person in everybody:
            for name in called(person):
                self._add(name, alias_of(person))
        for person in everybody:
            for part in _parts(person):
                known = _Known((fold(part),), alias_of(person), len(part) == PART)
                self._by_word[known.words[0]].append(known)
        # The longest first: "Dana Reyes" before "Dana".
        for names in self._by_word.values():
            names.sort(key=lambda known: -len(known.words))
        self._loose.sort(key=lambda pair: -len(pair[0].pattern))

    def without(self, text: str, rest: Callable[[str], str] = str) -> str:
        """Return a text in which everybody is called by an alias.

        Args:
            text: What was written.
            rest: Is applied to what stands between the names.
        """
        said: list[str] = []
        at = 0
        for start, end, alias in self._found(text):
            said += (rest(text[at:start]), alias)
            at = end
        return "".join((*said, rest(text[at:])))

    def _add(self, name: str, alias: str) -> None:
        folded = fold(name)
        words = tuple(_WORD.findall(folded))
        if words and not _HAS_UNSPACED.search(folded):
            self._by_word[words[0]].append(_Known(words, alias))
        elif folded:
            signs = r"\s+".join(map(re.escape, folded.split()))
            self._loose.append((re.compile(signs), alias))

    def _found(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield where each name begins and ends, in order, none over another."""
        folded, places = _folded(text)
        spans = [*self._words_in(text, folded, places), *self._loose_in(folded)]
        last = 0
        for start, end, alias in sorted(spans, key=lambda s: (s[0], -s[1])):
            if start >= last:
                yield places[start], _with_accents(text, places[end - 1] + 1), alias
                last = end

    def _words_in(
        self, text: str, folded: str, places: list[int]
    ) -> Iterator[tuple[int, int, str]]:
        words = list(_WORD.finditer(folded))
        for number, word in enumerate(words):
            for known in self._by_word.get(word[0], ()):
                run = words[number : number + len(known.words)]
                if tuple(w[0] for w in run) != known.words:
                    continue
                if known.as_written and not text[places[word.start()]].isupper():
                    continue
                yield word.start(), run[-1].end(), known.alias
                break

    def _loose_in(self, folded: str) -> Iterator[tuple[int, int, str]]:
        for name, alias in self._loose:
            for found in name.finditer(folded):
                yield found.start(), found.end(), alias


def _parts(person: Counterparty) -> Iterator[str]:
    """Yield what is said for short: each name of a person, the first of a firm."""
    for name in called(person):
        parts = name.split()
        if len(parts) < 2:
            continue
        if person.kind is CounterpartyKind.ORGANISATION:
            parts = parts[:1] if len(parts[0]) > PART else []
        for part in parts:
            bare = "".join(_WORD.findall(part))
            if bare == part and len(part) >= PART and part[0].isupper():
                yield part


def _folded(text: str) -> tuple[str, list[int]]:
    """Return a text as it is compared, and where each sign of it stood."""
    if text.isascii():
        return text.lower(), list(range(len(text)))
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        for one in unicodedata.normalize("NFD", sign.casefold()):
            if one.isspace() or unicodedata.category(one) not in _HIDDEN:
                signs.append(one)
                places.append(place)
    return "".join(signs), places


def _with_accents(text: str, end: int) -> int:
    """Return the end of the accents that follow a place: they go with the name."""
    while end < len(text) and unicodedata.category(text[end]) in ("Mn", "Me"):
        end += 1
    return end
