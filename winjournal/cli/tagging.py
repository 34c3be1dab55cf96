"""What is typed for a tag: `ego-`, `them/trust+!2`, or a live letter such as `e-`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from winjournal.domain.edge import quoted
from winjournal.domain.errors import NotUnderstood
from winjournal.domain.tag_words import nearest_words, read_tag_word
from winjournal.domain.tags import Actor, Polarity, tag_of_key

if TYPE_CHECKING:
    from collections.abc import Collection

_KEY = re.compile(r"@?(?P<word>[^!]+)(?:!(?P<strength>[1-3]))?")
_LETTER = re.compile(r"(?P<letter>[a-zA-Z])(?P<sign>[+-]?)")
_SIGN = {"+": Polarity.HANDLED, "-": Polarity.SLIP}


@dataclass(frozen=True, slots=True)
class Key:
    """A tag as it was typed.

    Attributes:
        slug: The tag.
        actor: Whose deed it was.
        strength: 1 to 3.
    """

    slug: str
    actor: Actor
    strength: int


def read_key(text: str, own: Collection[str] = ()) -> Key:
    """Return the tag that was typed.

    A live letter means what it does on screen, lower case mine and upper case
    theirs; a sign after it chooses within its pair.

    Args:
        text: What was typed.
        own: Slugs of the user's own tags.

    Raises:
        NotUnderstood: It is no tag, or a step without a sign.
    """
    found = _KEY.fullmatch(text)
    if found is None:
        raise _no_tag(text, own)
    strength = int(found["strength"] or 1)
    if letter := _LETTER.fullmatch(found["word"]):
        return _of_letter(text, letter["letter"], letter["sign"], strength)
    tag = read_tag_word(found["word"], own)
    if tag is None or tag.slug is None:
        raise _no_tag(text, own)
    return Key(tag.slug, tag.actor or Actor.ME, strength)


def _of_letter(text: str, letter: str, sign: str, strength: int) -> Key:
    meant = tag_of_key(letter)
    if meant is None:
        raise _no_tag(text, ())
    tag, actor = meant
    other = sign and tag.polarity is not _SIGN[sign]
    return Key(tag.pair if other and tag.pair else tag.slug, actor, strength)


def _no_tag(text: str, own: Collection[str]) -> NotUnderstood:
    stem = text.removeprefix("@")
    near = [word for word in nearest_words(stem, own) if word != stem]
    hint = f"Did you mean {' or '.join(near)}?" if near else "wj help tags lists them."
    return NotUnderstood(f"{quoted(text)} is no tag.", hint)
