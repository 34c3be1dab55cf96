"""Tables from a spreadsheet: a row is a negotiation, or a free entry.

Which column holds what is told by `title=Subject,person=With`; a column that is
called like a field is it. With a title a row is a negotiation, and its text an entry
in it; without one its text is an entry of its own.
"""

from __future__ import annotations

import csv
import io
import re
from datetime import datetime, time
from typing import TYPE_CHECKING, TypeVar

from winjournal.domain.debrief import Debrief, Outcome
from winjournal.domain.edge import quoted
from winjournal.domain.errors import DamagedJournal, Invalid, NotUnderstood
from winjournal.domain.negotiation import Negotiation, Sphere
from winjournal.domain.zones import at_wall
from winjournal.exchange.csv_form import without_guard

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import tzinfo

    from winjournal.exchange.incoming import Incoming

FIELDS = (
    "id", "title", "person", "opened", "closed", "outcome", "kind", "sphere",
    "lesson", "date", "text",
)  # fmt: skip
"""What a column may hold."""

NOON = time(12)
"""The time of a row that tells the day alone."""

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_DELIMITERS = ",;\t|"

T = TypeVar("T", Outcome, Sphere)

_LONGEST_CELL = 2 * 1024 * 1024


def read_map(text: str) -> dict[str, str]:
    """Read `title=Subject,date=When`: by the name of each field its column.

    Raises:
        NotUnderstood: It is none, or a field is none.
    """
    columns: dict[str, str] = {}
    for part in filter(None, map(str.strip, text.split(","))):
        name, sign, column = part.partition("=")
        name = name.strip().casefold()
        if not sign or not column.strip() or name not in FIELDS:
            raise NotUnderstood(
                f"{quoted(part)} names no column.",
                f"Write FIELD=COLUMN, with one of {', '.join(FIELDS)}.",
            )
        columns[name] = column.strip()
    return columns


def read_csv(
    text: str, columns: Mapping[str, str], known: dict[str, str],
    read_date: Callable[[str], datetime | None], zone: tzinfo, into: Incoming,
) -> None:  # fmt: skip
    """Read a table.

    Args:
        text: All of it, its columns in the first row.
        columns: What `read_map` gave.
        known: The ids of people by their folded name; new ones are added.
        read_date: Reads a date or a time in words; None where it is none.
        zone: Where days are meant.
        into: Where the rows go.

    Raises:
        DamagedJournal: It is no table, or a value is none; the sentence says where.
        NotUnderstood: A column is not there.
    """
    csv.field_size_limit(_LONGEST_CELL)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), _dialect(text), strict=True)
        heads = next(reader, [])
        places = _places(heads, columns)
        table = _Table(places, known, read_date, zone, into)
        for cells in reader:
            if any(cell.strip() for cell in cells):
                table.row(cells, reader.line_num)
    except csv.Error as error:
        raise DamagedJournal(f"This is no table: {error}.") from None


def _dialect(text: str) -> type[csv.Dialect]:
    first = text.partition("\n")[0]
    sign = max(_DELIMITERS, key=first.count)

    class Found(csv.excel):
        delimiter = sign

    return Found


def _places(heads: list[str], columns: Mapping[str, str]) -> dict[str, int]:
    names = [head.strip().casefold() for head in heads]
    places = {name: names.index(name) for name in FIELDS if name in names}
    for name, column in columns.items():
        if column.casefold() not in names:
            raise NotUnderstood(
                f"There is no column {quoted(column)}.",
                f"There is {', '.join(map(quoted, heads[:12]))}.",
            )
        places[name] = names.index(column.casefold())
    if not places.keys() & {"title", "text"}:
        raise NotUnderstood(
            "No column is known to hold a title or a text.",
            "Say which with --map title=COLUMN,person=COLUMN.",
        )
    if "title" in places and "person" not in places:
        raise NotUnderstood(
            "No column is known to hold the person.",
            "Say which with --map person=COLUMN.",
        )
    return places


class _Table:
    """Reads rows, one by one."""

    def __init__(
        self, places: dict[str, int], known: dict[str, str],
        read_date: Callable[[str], datetime | None], zone: tzinfo, into: Incoming,
    ) -> None:  # fmt: skip
        self._places, self._known, self._into = places, known, into
        self._read_date, self._zone = read_date, zone

    def row(self, cells: list[str], line: int) -> None:
        """Read one row."""
        place = f"line {line}"
        said = {
            name: without_guard(cells[at]).strip() if at < len(cells) else ""
            for name, at in self._places.items()
        }
        opened = self._time(said, ("opened", "date"), place)
        if opened is None:
            self._into.notes.append(f"{place}: no date in it; left out.")
            return
        try:
            deal = self._deal(said, opened, place) if said.get("title") else None
        except (Invalid, ValueError) as error:
            raise DamagedJournal(f"{place}: {error}") from None
        if said.get("text"):
            self._into.entry(opened, said["text"], place, negotiation_id=deal)
        elif deal is None:
            self._into.notes.append(f"{place}: there are no words in it; left out.")

    def _deal(self, said: dict[str, str], opened: datetime, place: str) -> str | None:
        into = self._into
        title = into.text(said["title"], place, one_line=True)
        name = into.text(said.get("person", ""), place, one_line=True)
        if not name:
            into.notes.append(f"{place}: nobody is named in it; left out.")
            return None
        outcome = _choice(Outcome, said.get("outcome"), Outcome.OPEN)
        closed = self._time(said, ("closed",), place)
        if (outcome is Outcome.OPEN) != (closed is None):
            raise ValueError("an outcome and the day it was closed go together")
        given = said.get("id", "").casefold()
        id_ = (
            given if _UUID.fullmatch(given) else into.id_for(opened, f"{name}\n{title}")
        )
        deal = Negotiation(
            id=id_, title=title, counterparty_id=into.person(name, self._known, opened),
            sphere=_choice(Sphere, said.get("sphere"), Sphere.PROFESSIONAL),
            kind=into.text(said.get("kind", ""), place, one_line=True) or None,
            opened_on=opened.date(), closed_on=closed.date() if closed else None,
        )  # fmt: skip
        deal.check()
        into.add("negotiation", deal)
        lesson = into.text(said.get("lesson", ""), place, one_line=True) or None
        if closed is not None:
            debrief = Debrief(
                id=into.id_for(closed, f"debrief\n{id_}"), negotiation_id=id_,
                written_at=closed, outcome=outcome, lesson=lesson,
            )  # fmt: skip
            debrief.check()
            into.add("debrief", debrief)
        return id_

    def _time(
        self, said: dict[str, str], names: tuple[str, ...], place: str
    ) -> datetime | None:
        text = next((said[name] for name in names if said.get(name)), "")
        if not text:
            return None
        try:
            at = datetime.fromisoformat(text)
        except ValueError:
            found = self._read_date(text)
            if found is None:
                self._into.notes.append(f"{place}: {quoted(text)} is no date.")
            return found
        if at.tzinfo is not None:
            return at
        is_day = len(text) <= len("2026-03-04")
        return at_wall(at.date(), NOON if is_day else at.time(), self._zone)


def _choice(kind: type[T], text: str | None, usual: T) -> T:
    return kind(text.casefold().replace(" ", "-")) if text else usual
