"""What a user can do with free writing and with logged lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from winjournal.domain.edge import clean_text
from winjournal.domain.errors import Conflict, Invalid
from winjournal.domain.line import KnownPerson, Line, read_line
from winjournal.domain.moments import Moment, Precision, recorded_when
from winjournal.domain.negotiation import Counterparty, Negotiation
from winjournal.domain.writing import Entry, InboxLine
from winjournal.services.own_tags import own_slugs

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from winjournal.services.ports import Clock, Ids, Reader, Store, Writer


class Writing:
    """Write, rewrite and remove entries."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store, self._clock, self._ids = store, clock, ids

    def add(
        self,
        body: str,
        *,
        negotiation_id: str | None = None,
        at: datetime | None = None,
    ) -> Entry:
        """Write an entry, alone or attached to a negotiation.

        Raises:
            Invalid: It is empty.
            NotUnderstood: It is over 1 MiB.
        """
        now = self._clock.now()
        entry = Entry(
            id=self._ids.new(now),
            written_at=at or now,
            body=_body(body),
            negotiation_id=negotiation_id,
        )
        with self._store.write("wrote", first_line(body)) as writer:
            writer.put(entry)
        return entry

    def edit(
        self, entry_id: str, body: str, before: str | None = None,
        at: datetime | None = None,
    ) -> Entry:  # fmt: skip
        """Rewrite an entry.

        Args:
            entry_id: Which.
            body: Its new text.
            before: The text the editor started from; None skips the check.
            at: The time it is about; None leaves it.

        Raises:
            Conflict: It was rewritten elsewhere meanwhile.
            Invalid: It is empty.
        """
        body = _body(body)
        with self._store.write("rewrote", first_line(body)) as writer:
            old = writer.get(Entry, entry_id)
            if before is not None and old.body != before:
                raise Conflict(
                    "This text was changed elsewhere meanwhile.",
                    "Yours is kept as a draft.",
                )
            entry = replace(old, body=body, written_at=at or old.written_at)
            if entry != old:
                writer.put(entry)
            return entry

    def remove(self, entry_id: str) -> None:
        """Delete an entry; undo brings it back."""
        with self._store.read() as reader:
            body = reader.get(Entry, entry_id).body
        with self._store.write("deleted", first_line(body)) as writer:
            writer.remove(writer.get(Entry, entry_id))


class Inbox:
    """Log lines, and file them where they belong."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store, self._clock, self._ids = store, clock, ids

    def lines(self) -> tuple[InboxLine, ...]:
        """Return the lines that are not filed yet, oldest first."""
        with self._store.read() as reader:
            return reader.list(InboxLine, filed_at=None)

    def read(self, line: InboxLine) -> Line:
        """Return what a logged line was understood as."""
        with self._store.read() as reader:
            return understood(line, known_people(reader), own_slugs(reader))

    def log(self, text: str) -> tuple[InboxLine, Line]:
        """Log a line and file it where it can only belong to one negotiation.

        Raises:
            Invalid: It is empty.
            NotUnderstood: It is over 1 MiB.
        """
        now = self._clock.now()
        text = clean_text(text).text
        if not text.strip():
            raise Invalid("line", "There is nothing to log.")
        with self._store.write("logged", first_line(text)) as writer:
            people, own = known_people(writer), own_slugs(writer)
            parsed = read_line(text, now, people, own_tags=own)
            line = InboxLine(
                id=self._ids.new(now),
                line=text,
                at=parsed.when,
                has_date=parsed.has_date,
                logged_at=now,
            )
            writer.put(line)
            home = home_of(writer, parsed)
            if home is not None:
                line = self._file(writer, line, parsed, home, now)
            return line, parsed

    def edit(self, line_id: str, text: str, at: datetime | None = None) -> InboxLine:
        """Rewrite a logged line that is not filed yet; its date is read again.

        Args:
            line_id: Which.
            text: The whole line.
            at: When it was; None reads it from the text, else leaves it.

        Raises:
            Invalid: It is empty.
            Conflict: It was filed before.
        """
        text = clean_text(text).text
        if not text.strip():
            raise Invalid("line", "There is nothing written yet.")
        with self._store.write("rewrote", first_line(text)) as writer:
            line = writer.get(InboxLine, line_id)
            if line.filed_at is not None:
                raise Conflict("This line was filed before.", "Edit what it became.")
            people = known_people(writer)
            parsed = read_line(text, line.logged_at, people, take_date=at is None)
            when = at or (parsed.when if parsed.has_date else line.at)
            line = replace(line, line=text, at=when, has_date=parsed.has_date)
            writer.put(line)
            return line

    def file(self, line_id: str, negotiation_id: str | None) -> InboxLine:
        """File a line into a negotiation, or as an entry of its own.

        Its words become an entry and each of its tags a moment, at the line's
        time. A lone entry has no moments.

        Raises:
            Conflict: It was filed before.
        """
        now = self._clock.now()
        with self._store.read() as reader:
            text = reader.get(InboxLine, line_id).line
        with self._store.write("filed", first_line(text)) as writer:
            line = writer.get(InboxLine, line_id)
            if line.filed_at is not None:
                raise Conflict("This line was filed before.")
            parsed = understood(line, known_people(writer), own_slugs(writer))
            return self._file(writer, line, parsed, negotiation_id, now)

    def file_known(self) -> int:
        """File every line that can only belong to one open negotiation.

        Returns:
            How many were filed; all of them are one act.
        """
        now = self._clock.now()
        if not self.lines():
            return 0
        filed = 0
        with self._store.write("filed", "logged lines") as writer:
            people, own = known_people(writer), own_slugs(writer)
            for line in writer.list(InboxLine, filed_at=None):
                parsed = understood(line, people, own)
                home = home_of(writer, parsed)
                if home is not None:
                    self._file(writer, line, parsed, home, now)
                    filed += 1
        return filed

    def drop(self, line_id: str) -> None:
        """Delete a logged line and what it was filed as; undo brings it back."""
        with self._store.read() as reader:
            text = reader.get(InboxLine, line_id).line
        with self._store.write("deleted", first_line(text)) as writer:
            line = writer.get(InboxLine, line_id)
            entry = writer.find(Entry, id=line.entry_id) if line.entry_id else None
            if entry is not None:
                for moment in writer.list(Moment, entry_id=entry.id):
                    writer.remove(moment)
                writer.remove(entry)
            writer.remove(line)

    def _file(
        self, writer: Writer, line: InboxLine, parsed: Line,
        negotiation_id: str | None, now: datetime,
    ) -> InboxLine:  # fmt: skip
        entry = Entry(
            id=self._ids.new(now),
            written_at=line.at,
            body=parsed.text,
            negotiation_id=negotiation_id,
            inbox_id=line.id,
        )
        writer.put(entry)
        for mark in parsed.marks if negotiation_id else ():
            writer.put(
                Moment(
                    id=self._ids.new(now),
                    negotiation_id=negotiation_id or "",
                    entry_id=entry.id,
                    at=line.at,
                    precision=Precision.APPROX,
                    tag=mark.slug,
                    step_hint=mark.step,
                    actor=mark.actor,
                    strength=mark.strength,
                    note=mark.note or None,
                    recorded=recorded_when(line.at, line.logged_at),
                )
            )
        filed = replace(line, filed_at=now, entry_id=entry.id)
        writer.put(filed)
        return filed


def known_people(reader: Reader) -> tuple[KnownPerson, ...]:
    """Return the names, aliases and nicknames by which a line knows people."""
    return tuple(KnownPerson(p.name, p.other_names) for p in reader.list(Counterparty))


def understood(
    line: InboxLine, people: tuple[KnownPerson, ...], own: Collection[str] = ()
) -> Line:
    """Read a logged line again, with the time and person it was logged with.

    Args:
        line: The line.
        people: Who is known.
        own: Slugs of the user's own tags; needed only for its marks.
    """
    parsed = read_line(line.line, line.logged_at, people, person=line.person,
                       take_date=line.has_date, own_tags=own)  # fmt: skip
    return replace(parsed, when=line.at)


def home_of(reader: Reader, parsed: Line) -> str | None:
    """Return the one open negotiation with the line's person, if it is one."""
    if parsed.person is None:
        return None
    person = reader.person_named(parsed.person)
    if person is None:
        return None
    deals = reader.list(Negotiation, counterparty_id=person.id, closed_on=None)
    return deals[0].id if len(deals) == 1 else None


def first_line(text: str, top: int = 60) -> str:
    """Return the first line of a text that says something, cut at `top`."""
    line = next((x.strip() for x in text.splitlines() if x.strip()), "")
    return line if len(line) <= top else line[: top - 1].rstrip() + "…"


def _body(text: str) -> str:
    body = clean_text(text).text
    if not body.strip():
        raise Invalid("body", "There is nothing written yet.")
    return body
