"""The marks of a logged line: `@ego`, `@trust+`, `@them/goalpost-`, `@ego!2`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from winjournal.domain.tag_words import TagWord, nearest_words, read_tag_word
from winjournal.domain.tags import Actor, Step

if TYPE_CHECKING:
    from collections.abc import Collection

NOTE_LIMIT = 140
"""Characters of a note; that of moments.py, which takes 8 ms to import."""

HINTS_MAX = 5
"""So many unknown words get a hint; a pasted page would get hundreds."""

# What stands before an @ makes it an address, a path or a handle, not a tag.
_TYPED = re.compile(r"(?<![\w@.%+/\\-])@(?P<word>[^\W\d_][\w/+!.@'\u2019-]*)")
_STRENGTH = re.compile(r"(?P<word>[^!]+)(?:!(?P<strength>[1-3]))?")
_LEADING = re.compile(r"(?:[\s)\]}]|[,;:.!?](?!\d)|[-\u2013\u2014](?=\s|$))+")


@dataclass(frozen=True, slots=True)
class LineMark:
    """One mark in a line.

    Attributes:
        slug: The tag; None while undecided.
        step: The step of an undecided mark; None with a slug.
        actor: Whose deed it was.
        strength: 1 to 3.
        note: The words that show it, at most 140 characters; None without any.
        word: As typed, with its `@`.
    """

    slug: str | None
    step: Step | None
    actor: Actor
    strength: int
    note: str | None
    word: str


@dataclass(frozen=True, slots=True)
class UnknownWord:
    """An `@word` that is no tag and stays text.

    Attributes:
        word: As typed, with its `@`.
        nearest: At most three tags it may have been meant for, with their `@`.
    """

    word: str
    nearest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Typed:
    """A tag that was found, and where it stands in the text."""

    tag: TagWord
    strength: int
    start: int
    end: int


def read_marks(
    text: str, own: Collection[str] = ()
) -> tuple[tuple[LineMark, ...], tuple[UnknownWord, ...]]:
    """Return the marks of a text in order, and the words that are nearly one.

    A mark's note is what follows it up to the next mark or the end of its line;
    where nothing follows the first mark of a line, it is what stands before it.

    Args:
        text: The text after the date; never changed.
        own: Slugs of the user's own tags.
    """
    typed: list[_Typed] = []
    unknown: dict[str, UnknownWord] = {}
    for found in _TYPED.finditer(text):
        word = found["word"].rstrip(".!'\u2019")
        tag = _read_typed(word, found.start(), own)
        if tag is not None:
            typed.append(tag)
        elif word not in unknown and len(unknown) < HINTS_MAX and _is_like_a_tag(word):
            near = tuple(f"@{near}" for near in nearest_words(word, own))
            unknown[word] = UnknownWord(f"@{word}", near)
    ends = [*(tag.start for tag in typed[1:]), len(text)]
    starts = [0, *(tag.end for tag in typed)]
    marks = (
        _mark(tag, text, start, end)
        for tag, start, end in zip(typed, starts, ends, strict=False)
    )
    return tuple(marks), tuple(unknown.values())


def _read_typed(word: str, start: int, own: Collection[str]) -> _Typed | None:
    found = _STRENGTH.fullmatch(word)
    tag = read_tag_word(found["word"], own) if found else None
    if found is None or tag is None:
        return None
    strength = int(found["strength"] or 1)
    return _Typed(tag, strength, start, start + 1 + len(word))


def _is_like_a_tag(word: str) -> bool:
    """Whether a hint may help: not for a host, a handle or somebody's name's."""
    return not any(sign in word for sign in ".@'\u2019")


def _mark(typed: _Typed, text: str, start: int, end: int) -> LineMark:
    tag = typed.tag
    before = text[start : typed.start]
    is_first = start == 0 or "\n" in before
    note = _note(text[typed.end : end])
    if note is None and is_first:
        note = _note(before.rpartition("\n")[2])
    return LineMark(
        slug=tag.slug,
        step=tag.step,
        actor=tag.actor or Actor.ME,
        strength=typed.strength,
        note=note,
        word=text[typed.start : typed.end],
    )


def _note(segment: str) -> str | None:
    """Return the words of a mark: one line, cut between words where too long."""
    line = segment.partition("\n")[0]
    if leading := _LEADING.match(line):
        line = line[leading.end() :]
    line = line.strip()
    if not any(sign.isalnum() for sign in line):
        return None
    if len(line) > NOTE_LIMIT:
        cut = line[:NOTE_LIMIT]
        head = cut.rpartition(" ")[0] or cut[:-1]
        line = f"{head.rstrip()}…"
    return line
