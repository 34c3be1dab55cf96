"""Reads a file of CaSiNo dialogues (README.md beside it says what it holds)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from winjournal.domain.errors import DamagedJournal, NoJournal, NotPermitted

ITEMS = ("Food", "Water", "Firewood")
PACKAGES = 3
"""Packages of each item that the two of them divide."""

SATISFACTION = {
    "Extremely dissatisfied": 1,
    "Slightly dissatisfied": 3,
    "Undecided": 4,
    "Slightly satisfied": 5,
    "Extremely satisfied": 7,
}
"""The five words on the scale of 1 to 7: ends at the ends, middle in the middle."""

ACTS = ("Submit-Deal", "Accept-Deal", "Reject-Deal", "Walk-Away")

Packages = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Said:
    """One utterance or act.

    Attributes:
        seat: Whose.
        text: The words, or the name of the act.
        is_act: Whether it is one of the four acts.
        own: What a submitted deal gives the one who submits it.
        other: What it gives the other.
    """

    seat: str
    text: str
    is_act: bool = False
    own: Packages | None = None
    other: Packages | None = None


@dataclass(frozen=True, slots=True)
class Seat:
    """One of the two at the table.

    Attributes:
        order: The items, most important first.
        reasons: Why, in their own words, in the same order.
        satisfaction: 1 to 7.
        satisfaction_word: The same, as it was said.
    """

    order: tuple[str, ...]
    reasons: tuple[str, ...]
    satisfaction: int
    satisfaction_word: str


@dataclass(frozen=True, slots=True)
class Dialogue:
    """One negotiation as both had it.

    Attributes:
        seats: Seat by its name.
        labels: Pairs of a text and its labels, in order; empty where the dialogue is
            not annotated.
    """

    id: str
    seats: Mapping[str, Seat]
    said: tuple[Said, ...]
    labels: tuple[tuple[str, tuple[str, ...]], ...]

    def other(self, seat: str) -> str:
        """Return the name of the seat on the other side."""
        return next(name for name in self.seats if name != seat)


class WrongFile(DamagedJournal):
    """The file is not of this form (exit status 65)."""


def read_dialogues(path: Path) -> tuple[Dialogue, ...]:
    """Return the dialogues of a file.

    Raises:
        NoJournal: There is no such file.
        NotPermitted: It may not be read.
        WrongFile: It is of another form; the sentence says where.
    """
    try:
        records = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, IsADirectoryError):
        raise NoJournal(f"There is no file {path}.") from None
    except PermissionError:
        raise NotPermitted(f"{path} may not be read.") from None
    except ValueError:
        raise WrongFile(f"{path} is no JSON in UTF-8.") from None
    if not isinstance(records, list) or not records:
        raise WrongFile(f"{path} is no list of dialogues.")
    dialogues = tuple(_numbered(path, *pair) for pair in enumerate(records, start=1))
    if len({dialogue.id for dialogue in dialogues}) < len(dialogues):
        raise WrongFile(f"Two dialogues of {path} have the same dialogue_id.")
    return dialogues


def _numbered(path: Path, number: int, record: Any) -> Dialogue:
    try:
        return _dialogue(record)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise WrongFile(
            f"Dialogue {number} of {path} is not of the CaSiNo form: {_what(error)}."
        ) from None


def _what(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"no {error}"
    if isinstance(error, ValueError):
        return str(error)
    return "a part of it is of another kind"


def _dialogue(record: dict[str, Any]) -> Dialogue:
    seats = {
        name: _seat(info) for name, info in sorted(record["participant_info"].items())
    }
    if len(seats) != len(("one", "other")):
        raise ValueError(f"{len(seats)} seats instead of two")
    said = tuple(_said(line, seats) for line in record["chat_logs"])
    if not said or said[-1].text not in ("Accept-Deal", "Walk-Away"):
        raise ValueError("it has no end")
    return Dialogue(
        id=str(record["dialogue_id"]),
        seats=seats,
        said=said,
        labels=tuple(
            (text, tuple(label.strip() for label in labels.split(",")))
            for text, labels in record.get("annotations", ())
        ),
    )


def _seat(info: dict[str, Any]) -> Seat:
    ranks = ("High", "Medium", "Low")
    order = tuple(info["value2issue"][rank] for rank in ranks)
    if sorted(order) != sorted(ITEMS):
        raise ValueError("the three items are not ranked")
    word = info["outcomes"]["satisfaction"]
    return Seat(
        order=order,
        reasons=tuple(info["value2reason"][rank] for rank in ranks),
        satisfaction=SATISFACTION[word],
        satisfaction_word=word,
    )


def _said(line: dict[str, Any], seats: Mapping[str, Seat]) -> Said:
    seat, text, data = line["id"], line["text"], line["task_data"]
    if seat not in seats:
        raise ValueError(f"somebody speaks who has no seat, {seat}")
    # A person may type the name of an act; only an act comes with its data.
    if not data or text not in ACTS:
        return Said(seat, text)
    if text != "Submit-Deal":
        return Said(seat, text, is_act=True)
    own, other = (_packages(data[key]) for key in ("issue2youget", "issue2theyget"))
    if any(own[item] + other[item] != PACKAGES for item in ITEMS):
        raise ValueError("a deal does not divide three packages of each item")
    return Said(seat, text, is_act=True, own=own, other=other)


def _packages(given: dict[str, Any]) -> Packages:
    return {item: int(given[item]) for item in ITEMS}
