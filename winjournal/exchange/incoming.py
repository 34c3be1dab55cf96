"""What comes in from another journal: entities, and what was not understood.

An id is made from when and what, so that the same words brought in a second time
are the same entry; of two that are equal in one file the second gets another id.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from winjournal.domain.edge import clean_text
from winjournal.domain.errors import DamagedJournal, NotUnderstood
from winjournal.domain.negotiation import Counterparty
from winjournal.domain.writing import Entry

_KINDS = ("counterparty", "negotiation", "entry", "debrief")
"""What can come from elsewhere, parents before what refers to them."""


@dataclass(slots=True)
class Incoming:
    """Gathers what was read.

    Attributes:
        notes: One sentence for each thing that was not understood.
    """

    notes: list[str] = field(default_factory=list)
    _kinds: defaultdict[str, list[Any]] = field(
        default_factory=lambda: defaultdict(list)
    )
    _seen: Counter[str] = field(default_factory=Counter)
    _removed: int = 0

    @property
    def whole(self) -> dict[str, list[Any]]:
        """By the name of each kind its entities, parents first."""
        return {kind: self._kinds[kind] for kind in _KINDS if self._kinds[kind]}

    def said(self) -> tuple[str, ...]:
        """Return all that is to be told, in the order of the file."""
        s = "" if self._removed == 1 else "s"
        removed = [f"{self._removed} control character{s} removed."]
        return (*self.notes, *(removed if self._removed else ()))

    def text(self, text: str, place: str, *, one_line: bool = False) -> str:
        """Return a text that may be kept.

        Raises:
            NotUnderstood: It is over 1 MiB; the sentence says where.
        """
        try:
            cleaned = clean_text(text, one_line=one_line)
        except NotUnderstood as error:
            raise NotUnderstood(f"{place}: {error.sentence}", error.remedy) from None
        self._removed += cleaned.removed
        return cleaned.text

    def entry(
        self, at: datetime, body: str, place: str, *,
        source: str = "", negotiation_id: str | None = None,
    ) -> None:  # fmt: skip
        """Add an entry; one without words is told of instead.

        Args:
            at: The time it is about.
            body: Markdown.
            place: Where it stands, for what is said of it.
            source: Its id in the other journal; without one its words are it.
            negotiation_id: What it belongs to.
        """
        body = self.text(body, place).strip("\n").rstrip()
        if not body.strip():
            self.notes.append(f"{place}: there are no words in it; left out.")
            return
        id_ = self.id_for(at, source or f"{negotiation_id or ''}\n{body}")
        self.add("entry", Entry(
            id=id_, written_at=at, body=body, negotiation_id=negotiation_id,
        ))  # fmt: skip

    def person(self, name: str, known: dict[str, str], at: datetime) -> str:
        """Return the id of a counterparty, who comes in where nobody has the name."""
        key = name.casefold()
        if key not in known:
            known[key] = derived_id(datetime(1970, 1, 1, tzinfo=UTC), f"person\n{key}")
            person = Counterparty(id=known[key], name=name, since=at.date())
            person.check()
            self.add("counterparty", person)
        return known[key]

    def add(self, kind: str, entity: Any) -> None:
        """Add an entity."""
        self._kinds[kind].append(entity)

    def id_for(self, at: datetime, text: str) -> str:
        """Return the id of what was written then; the same for the same words."""
        # To the minute: not every form of a journal keeps the seconds.
        when = at.astimezone(UTC).replace(second=0, microsecond=0)
        key = f"{when.isoformat()}\n{text}"
        self._seen[key] += 1
        return derived_id(when, f"{key}\n{self._seen[key]}")


def derived_id(at: datetime, text: str) -> str:
    """Return an id made of a time and a text, in the form of a UUID, version 7."""
    milliseconds = max(0, int(at.timestamp() * 1000)) & ((1 << 48) - 1)
    digest = int.from_bytes(hashlib.sha256(text.encode(errors="replace")).digest()[:10])
    middle, last = digest >> 62 & 0xFFF, digest & ((1 << 62) - 1)
    digits = f"{milliseconds << 80 | 7 << 76 | middle << 64 | 2 << 62 | last:032x}"
    groups = digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]
    return "-".join(groups)


def load_json(text: str) -> Any:
    """Return a JSON document of any depth that a person could have made.

    Raises:
        DamagedJournal: It is no JSON, or nested too deeply to be one of a journal.
    """
    try:
        return json.loads(text)
    except RecursionError:
        raise DamagedJournal("This JSON is nested too deeply.") from None
    except ValueError as error:
        raise DamagedJournal(f"This is no JSON: {str(error)[:120]}.") from None
