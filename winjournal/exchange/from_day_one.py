"""Journals of Day One: the JSON of its export, alone or in its zip.

Each entry becomes a free entry at its time in its own zone. Its tags stand under it
as words; pictures and sounds stay outside, and it is said how many.
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from winjournal.domain.errors import DamagedJournal
from winjournal.exchange.incoming import load_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

    from winjournal.exchange.incoming import Incoming

_MEDIA = ("photos", "videos", "audios", "pdfAttachments")


def is_day_one(document: Any) -> bool:
    """Whether a document has the shape of Day One's JSON."""
    entries = document.get("entries") if isinstance(document, dict) else None
    if not isinstance(entries, list):
        return False
    known = "metadata" in document and not entries
    return known or any(isinstance(e, dict) and "creationDate" in e for e in entries)


def documents_in_zip(data: bytes, most: int) -> Iterator[tuple[str, Any]]:
    """Yield the name and content of each JSON file in a zip.

    Args:
        data: The zip.
        most: How many bytes all of them may have: a small zip can hold much.

    Raises:
        DamagedJournal: It is no zip, holds no JSON, or holds too much.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = [
                one for one in archive.infolist() if one.filename.endswith(".json")
            ]
            if not files:
                raise DamagedJournal("There is no JSON in this zip.")
            for one in files:
                # What the zip says of itself is not believed.
                with archive.open(one) as file:
                    read = file.read(most + 1)
                most -= len(read)
                if most < 0:
                    raise DamagedJournal("There is too much in this zip.")
                yield one.filename, load_json(read.decode("utf-8-sig"))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError):
        raise DamagedJournal("This zip is damaged, or has a password.") from None
    except UnicodeDecodeError:
        raise DamagedJournal("The JSON in this zip is no text in UTF-8.") from None


def read_day_one(name: str, document: Any, zone: tzinfo, into: Incoming) -> None:
    """Read one journal.

    Args:
        name: What it is called.
        document: All of it.
        zone: Where an entry does not say its own.
        into: Where its entries go.
    """
    media = 0
    for number, entry in enumerate(document["entries"], start=1):
        place = f"{name}, entry {number}"
        said = entry if isinstance(entry, dict) else {}
        at = _time(said, zone)
        if at is None:
            into.notes.append(f"{place}: no date in it; left out.")
            continue
        media += sum(len(said[k]) for k in _MEDIA if isinstance(said.get(k), list))
        text = said.get("text")
        uuid = said.get("uuid")
        source = f"day one {uuid}" if isinstance(uuid, str) else ""
        body = _with_tags(text if isinstance(text, str) else "", said.get("tags"))
        into.entry(at, body, place, source=source)
    if media:
        s = "" if media == 1 else "s"
        into.notes.append(f"{name}: {media} picture{s}, sound or file left outside.")


def _time(said: dict[str, Any], zone: tzinfo) -> datetime | None:
    try:
        at = datetime.fromisoformat(said.get("creationDate", ""))
    except (TypeError, ValueError):
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    own = said.get("timeZone")
    try:
        return at.astimezone(ZoneInfo(own) if isinstance(own, str) and own else zone)
    except (KeyError, ValueError, OSError):
        return at.astimezone(zone)


def _with_tags(text: str, tags: Any) -> str:
    words = (
        [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []
    )
    if not text.strip() or not words:
        return text
    return f"{text.rstrip()}\n\nTags: {', '.join(words)}"
