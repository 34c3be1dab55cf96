"""Tags as they are typed: `ego`, `trust+`, `goalpost_shift`, `them/over-capture`.

One reading for a logged line and for the filter language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from winjournal.domain.tags import (
    SHORT,
    TAXONOMY,
    Actor,
    Polarity,
    Step,
    find_tag,
    normal_slug,
)

if TYPE_CHECKING:
    from collections.abc import Collection

STEMS: dict[str, Step] = {
    **{step.value: step for step in Step if step is not Step.EGO},
    "goalpost": Step.WINNING,
    "info": Step.VALUE,
    "interest": Step.INTERESTS,
}
"""Words that name a step or a pair and, without a sign, no single tag."""

_WORD = re.compile(
    r"(?:(?P<actor>me|them)/)?(?P<core>[^\W\d_][\w-]*?)(?P<sign>[+-])?", re.IGNORECASE
)
_SIGN = {"+": Polarity.HANDLED, "-": Polarity.SLIP}
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class TagWord:
    """A word that names a tag, or a step whose tag is still undecided.

    Attributes:
        slug: The tag; None for a step or pair without a sign.
        stem: The step or pair as typed, in lower case; None with a slug.
        actor: Whose deed; None where the word did not say.
    """

    slug: str | None
    stem: str | None
    actor: Actor | None

    @property
    def step(self) -> Step | None:
        """The step of an undecided word; None with a slug."""
        return STEMS[self.stem] if self.stem else None

    @property
    def slugs(self) -> tuple[str, ...]:
        """All tags that the word covers: one, a pair or those of a step."""
        if self.slug is not None:
            return (self.slug,)
        if self.stem in ("goalpost", "info"):
            return SHORT[f"{self.stem}-"], SHORT[f"{self.stem}+"]
        return tuple(tag.slug for tag in TAXONOMY if tag.step is self.step)


def read_tag_word(word: str, own: Collection[str] = ()) -> TagWord | None:
    """Return what a word without its `@` names, or None for any other word.

    A sign after a full slug must agree with it: `over-capture-` is the tag, but
    `over-capture+` is none.

    Args:
        word: As typed; case does not count, an underscore is a hyphen.
        own: Slugs of the user's own tags.
    """
    found = _WORD.fullmatch(word) if len(word) <= _LONGEST else None
    if found is None:
        return None
    actor = Actor(found["actor"].lower()) if found["actor"] else None
    core, sign = normal_slug(found["core"]), found["sign"] or ""
    slug = SHORT.get(core + sign) or _full_slug(core, sign, own)
    if slug is not None:
        return TagWord(slug, None, actor)
    return TagWord(None, core, actor) if core in STEMS and not sign else None


def _full_slug(core: str, sign: str, own: Collection[str]) -> str | None:
    tag = find_tag(core)
    if tag is None:
        return core if core in own and not sign else None
    return core if not sign or tag.polarity is _SIGN[sign] else None


def tag_words(own: Collection[str] = ()) -> tuple[str, ...]:
    """Return every word that names a tag or a step, for completion and hints."""
    slugs = [tag.slug for tag in TAXONOMY]
    return tuple(dict.fromkeys([*slugs, *SHORT, *STEMS, *own]))


def nearest_words(word: str, own: Collection[str] = ()) -> tuple[str, ...]:
    """Return at most three words that `word` may have been meant for, best first."""
    # About 5 ms, only for a word that was not understood.
    from difflib import get_close_matches

    actor, slash, core = word[:_LONGEST].rpartition("/")
    near = get_close_matches(normal_slug(core), tag_words(own), n=3)
    return tuple(f"{actor.lower()}{slash}{found}" for found in near)
