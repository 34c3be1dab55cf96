"""The rules by which a CaSiNo dialogue is read: points, labels, words, times."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Protocol, TypeVar

from tests.real.casino_file import ITEMS, PACKAGES, Dialogue, Packages, WrongFile
from winjournal.domain.edge import clean_text
from winjournal.domain.moments import NOTE_MAX

FIRST_DAY = datetime(2024, 1, 8, 9, tzinfo=UTC)
A_DAY = 4
BETWEEN_TALKS, BETWEEN_LINES = timedelta(hours=2), timedelta(seconds=30)

POINTS = (5, 4, 3)
"""What a package of the first, second and third item is worth."""

WEIGHTS = (3, 2, 1)
LINE = Decimal(5)
"""What a walk-away scores: the walk-away line of everybody."""

TAG_OF_LABEL: dict[str, str | None] = {
    # "Asked for the other's" is the second half of win-shared's definition.
    "elicit-pref": "win-shared",
    # Saying which item one can do without is a fact with which offers can be
    # compared. Not `honest`: whether it was true, and cost anything, is not annotated.
    "no-need": "info-shared",
    # The other's need is on the table and is talked down instead of met: a known need
    # passed over.
    "uv-part": "their-interest-ignored",
    # Naming one's own need, or that of one's family, is an argument for a bigger
    # share; that the win was put on the table early is not annotated.
    "self-need": None,
    "other-need": None,
    # Calling a deal fair is a word for one's own side; `fair-share` is the deed of
    # leaving something, and no label shows it.
    "vouch-fair": None,
    # Good will in words. Nothing was done for the other's need yet, as
    # their-interest-served asks, and nothing definite was promised.
    "promote-coordination": None,
    "showing-empathy": None,
    "empathy": None,
    "small-talk": None,
    "non-strategic": None,
    # One annotation of the published file has no label.
    "": None,
}
"""Each label of the annotators, and the tag whose definition (MEASURES.md) it meets.

A moment needs the tag's definition to be met by what the label says, whoever reads the
line; where only some of the lines under a label would meet one, it is none.
"""


def started(number: int) -> datetime:
    """Return when the dialogue at this place of the file is said to have begun."""
    day, place = divmod(number, A_DAY)
    return FIRST_DAY + timedelta(days=day) + place * BETWEEN_TALKS


def points(order: tuple[str, ...], got: Packages) -> Decimal:
    """Return what packages are worth to a seat with this order of items."""
    worths = zip(order, POINTS, strict=True)
    return Decimal(sum(got[item] * worth for item, worth in worths))


def met(packages: int) -> Decimal:
    """Return how far a criterion is met by this many packages of three."""
    return Decimal(0) if not packages else Decimal(1 if packages == PACKAGES else "0.5")


def labelled(dialogue: Dialogue) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield line and labels of each annotated text that is found in the chat.

    Both go forward together, so that of two equal lines each gets its own labels. A
    text that is not found is passed over.
    """
    start = 0
    for text, labels in dialogue.labels:
        for line in range(start, len(dialogue.said)):
            said = dialogue.said[line]
            if said.text == text and not said.is_act:
                start = line + 1
                yield line, labels
                break


def tag_of(label: str) -> str | None:
    if label not in TAG_OF_LABEL:
        raise WrongFile(f"{label!r} is no label that the annotators used.")
    return TAG_OF_LABEL[label]


def note_of(text: str) -> str:
    line = clean_text(text, one_line=True).text
    return line if len(line) <= NOTE_MAX else f"{line[: NOTE_MAX - 1].rstrip()}…"


def place_of(seat: str) -> str:
    """Return `seat 1` for `mturk_agent_1`."""
    return f"seat {seat.rpartition('_')[2]}"


def say_packages(packages: Packages) -> str:
    """Return packages in words: `Food 2, Water 1, Firewood 0`."""
    return ", ".join(f"{item} {packages[item]}" for item in ITEMS)


class _Checks(Protocol):
    def check(self) -> None: ...


C = TypeVar("C", bound=_Checks)


def checked(part: C) -> C:
    """Return an entity that is in range.

    Raises:
        Invalid: It is not.
    """
    part.check()
    return part
