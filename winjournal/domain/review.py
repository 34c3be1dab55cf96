"""What a week's review walks through, and about how long the rest of it takes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from winjournal.domain.tags import Actor, Polarity, polarity_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from winjournal.domain.moments import Moment

HARDEST: Final = 3
"""So many moments are looked at again."""

KEPT_TO_RETIRE: Final = 4
"""After so many kept tests a vow has done its work and is retired."""

LINE_SECONDS: Final = 15
MARK_SECONDS: Final = 10
DEBRIEF_SECONDS: Final = 45
SETTLE_SECONDS: Final = 10
LOOK_BACK_SECONDS: Final = 25
VOW_TEST_SECONDS: Final = 10
MOMENT_SECONDS: Final = 30
PROMPT_SECONDS: Final = 180
UNLOGGED_SECONDS: Final = 10
SENTENCE_SECONDS: Final = 60
VOW_SECONDS: Final = 90
"""Estimates; a debrief and a look back are those of MEASURES.md 2.2."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDo:
    """What of a review is still to be done, as counts.

    Attributes:
        lines: Logged lines that wait in the inbox.
        marks: Marks without a tag.
        debriefs: Debriefs that are not sealed.
        settle: Promises and repairs that are due.
        look_backs: Looks back that are due.
        vow_tests: Talks of the week after which the vow was not tested.
        moments: The hardest moments that there are to look at.
        prompt, unlogged, sentence, vow: Whether the part is still open.
    """

    lines: int = 0
    marks: int = 0
    debriefs: int = 0
    settle: int = 0
    look_backs: int = 0
    vow_tests: int = 0
    moments: int = 0
    prompt: bool = True
    unlogged: bool = True
    sentence: bool = True
    vow: bool = True

    @property
    def clear(self) -> int:
        """How many things are to be cleared."""
        return self.lines + self.marks + self.debriefs

    @property
    def current(self) -> int:
        """How many things are due."""
        return self.settle + self.look_backs + self.vow_tests

    @property
    def look(self) -> int:
        """How many of the four things to write are open."""
        return self.prompt + self.unlogged + self.sentence + self.vow

    @property
    def minutes(self) -> int:
        """About how many minutes the rest takes, rounded up; 0 when all is done."""
        seconds = (
            self.lines * LINE_SECONDS
            + self.marks * MARK_SECONDS
            + self.debriefs * DEBRIEF_SECONDS
            + self.settle * SETTLE_SECONDS
            + self.look_backs * LOOK_BACK_SECONDS
            + self.vow_tests * VOW_TEST_SECONDS
            + (self.moments * MOMENT_SECONDS if self.look else 0)
            + self.prompt * PROMPT_SECONDS
            + self.unlogged * UNLOGGED_SECONDS
            + self.sentence * SENTENCE_SECONDS
            + self.vow * VOW_SECONDS
        )
        return math.ceil(seconds / 60)


def hardest(moments: Iterable[Moment], most: int = HARDEST) -> tuple[Moment, ...]:
    """Return the moments to look at again: slips, the strongest first, mine before.

    Args:
        moments: Those of a week.
        most: How many at the most.
    """
    slips = [one for one in moments if polarity_of(one.tag) is Polarity.SLIP]
    slips.sort(key=lambda one: (-one.strength, one.actor is Actor.THEM, one.at, one.id))
    return tuple(slips[:most])
