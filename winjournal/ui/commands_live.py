"""Going live, and the actions of the screen for the room.

The letters of that screen are its own: one of the two exceptions to the rule that a
key means one thing everywhere. A letter is mine, its capital theirs.
"""

from __future__ import annotations

from winjournal.domain.tags import TAXONOMY, Actor, Tag
from winjournal.ui.command import LIVE, Command, at

_HERE = at(LIVE)

ASKED = ("e", "r", "g", "h", "c", "f")
"""The letters, slip beside handled, so that neither is nearer than the other."""

_BY_LETTER = {tag.key: tag for tag in TAXONOMY if tag.key}

_GO_LIVE = Command(
    id="live",
    keys="l",
    word="live",
    title="Go live",
    help="Opens the screen for the room: one key marks a moment as it happens.",
    places=at("today", "journal", "negotiation"),
    order=35,
)


def id_of(letter: str, actor: Actor) -> str:
    """Return the id of the command that marks by a letter."""
    slug = _BY_LETTER[letter].slug.replace("-", "_")
    return f"live_{slug}" if actor is Actor.ME else f"live_{slug}_theirs"


def _mark(tag: Tag, letter: str, actor: Actor) -> Command:
    mine = actor is Actor.ME
    return Command(
        id=id_of(letter, actor),
        keys=letter if mine else letter.upper(),
        word="mark" if mine else "theirs",
        title=f"Mark {tag.label.lower()}{'' if mine else ', theirs'}",
        help=tag.definition,
        places=_HERE,
        order=1,
        action=f"live_mark('{tag.slug}', '{actor.value}')",
    )


_MARKS = tuple(
    _mark(_BY_LETTER[letter], letter, actor) for actor in Actor for letter in ASKED
)

_STRENGTHS = tuple(
    Command(
        id=f"live_strength_{strength}",
        keys=str(strength),
        word="strength",
        title=f"Strength {strength}",
        help=f"Says of the mark that its strength is {strength} of 3.",
        places=_HERE,
        order=4,
        action=f"live_strength({strength})",
        shown="1 2 3",
    )
    for strength in (1, 2, 3)
)

IN_THE_ROOM = (
    _GO_LIVE,
    *_MARKS,
    Command(
        id="live_more",
        keys="t",
        word="tags",
        title="More tags",
        help="Lists every tag, to mark what you did.",
        places=_HERE,
        order=2,
        action="live_more('me')",
    ),
    Command(
        id="live_more_theirs",
        keys="T",
        word="tags",
        title="More tags, theirs",
        help="Lists every tag, to mark what they did.",
        places=_HERE,
        order=2,
        action="live_more('them')",
    ),
    Command(
        id="live_later",
        keys="space",
        word="later",
        title="Mark now, decide later",
        help="Marks the moment; its tag is asked for in the debrief.",
        places=_HERE,
        order=3,
    ),
    *_STRENGTHS,
    Command(
        id="live_words",
        keys="enter",
        word="words",
        title="Words for the mark",
        help="Opens a line for the words that show it.",
        places=_HERE,
        order=5,
    ),
    Command(
        id="live_before",
        keys="up",
        word="before",
        title="Mark before",
        help="Goes to the mark before, for its strength, its pair or its words.",
        places=_HERE,
        order=6,
        action="live_move('up')",
    ),
    Command(
        id="live_after",
        keys="down",
        word="after",
        title="Mark after",
        help="Goes to the mark after.",
        places=_HERE,
        order=6,
        action="live_move('down')",
    ),
    Command(
        id="live_discreet",
        keys="z",
        word="discreet",
        title="A clock only",
        help="Shows nothing but a clock; letters still mark, other keys come back.",
        places=_HERE,
        order=72,
    ),
    Command(
        id="live_end",
        keys="ctrl+s",
        word="end",
        title="End the sitting",
        help="Ends the sitting and offers the debrief.",
        places=_HERE,
        order=73,
    ),
)
"""What is done while one talks, and the way there."""

SILENT = frozenset(
    {"flip", "undo", "live_later", *(one.id for one in (*_MARKS, *_STRENGTHS))}
)
"""What works unseen while only a clock is shown."""
