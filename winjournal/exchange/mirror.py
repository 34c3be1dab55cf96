"""What a mirrored folder holds: which file is whose, and how it was written.

With that an edited file is told from one that is as the journal wrote it, and what
was edited is found again in the page: notes and reflections, nothing else.
"""

from __future__ import annotations

import difflib
import hashlib
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from winjournal.domain.errors import DamagedJournal
from winjournal.domain.writing import Entry, WeekReview
from winjournal.exchange.bodies import own_markdown
from winjournal.exchange.incoming import load_json
from winjournal.exchange.literal import heading
from winjournal.exchange.values import at_offset

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from winjournal.domain.debrief import Debrief
    from winjournal.domain.dossier import Dossier
    from winjournal.domain.later import FollowUp

MANIFEST = ".winjournal-mirror.json"
"""The file that says which files are ours."""

_FORMAT, _VERSION = "winjournal-mirror", 1
_NAME = re.compile(r"[^./\\\x00][^/\\\x00]{0,250}\.md")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_SIGNS = re.compile(r"(#{1,6})(?=[ \t])")


@dataclass(frozen=True, slots=True)
class Kept:
    """A file as it was written.

    Attributes:
        name: In the folder.
        digest: SHA-256 of what was written, in hex.
    """

    name: str
    digest: str


def digest_of(data: bytes) -> str:
    """Return what a file's content is known by."""
    return hashlib.sha256(data).hexdigest()


def manifest_text(kept: Mapping[str, Kept]) -> str:
    """Return the manifest: by `part:id` each file, in an order that stays."""
    files = {key: [one.name, one.digest] for key, one in sorted(kept.items())}
    document = {"format": _FORMAT, "version": _VERSION, "files": files}
    return f"{json.dumps(document, ensure_ascii=False, indent=1)}\n"


def read_manifest(text: str) -> dict[str, Kept]:
    """Read a manifest; a name that would lead out of the folder is no name.

    Raises:
        DamagedJournal: It is none.
    """
    document = load_json(text)
    files = document.get("files") if isinstance(document, dict) else None
    if not isinstance(files, dict) or document.get("format") != _FORMAT:
        raise DamagedJournal(f"{MANIFEST} is not that of a mirror.")
    kept: dict[str, Kept] = {}
    for key, value in files.items():
        name, digest = (
            value if isinstance(value, list) and len(value) == 2 else ("", "")
        )
        named = isinstance(name, str) and _NAME.fullmatch(name)
        if not named or not isinstance(digest, str) or not _DIGEST.fullmatch(digest):
            raise DamagedJournal(f"{MANIFEST} is damaged.")
        kept[key] = Kept(name, digest)
    return kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A part of a page that somebody wrote freely.

    Attributes:
        kind, id, field: Where it is kept.
        text: As it is kept.
        shown: As it stands in the page.
        before: What stands before it, the heading at the end.
        level: The level of that heading.
        label: What it is called.
        sealed: Whether it can only be added to.
    """

    kind: type[Any]
    id: str
    field: str
    text: str
    shown: str
    before: str
    level: int
    label: str
    sealed: bool = False


def passages_of(thing: Dossier | Entry | WeekReview) -> tuple[Passage, ...]:
    """Return the passages of a page that can be edited, or are sealed, in its order."""
    if isinstance(thing, Entry):
        return (_entry(thing, 1),)
    if isinstance(thing, WeekReview):
        sealed = thing.sealed_at is not None
        return _filled([
            _passage(thing, "reflection", thing.reflection, "## Review\n", 2, sealed)
        ])  # fmt: skip
    found: list[Passage] = []
    debrief = thing.debrief
    for title, name in _ANSWERS if debrief else ():
        sealed = debrief is not None and debrief.sealed_at is not None
        text = getattr(debrief, name) or ""
        found.append(_passage(debrief, name, text, heading(title, 3), 3, sealed))
    for one in thing.follow_ups:
        title = heading(f"After {one.day} days", 3)
        found.append(_passage(one, "note", one.note or "", title, 3, sealed=True))
    found += (_entry(entry, 3) for entry in thing.entries)
    return _filled(found)


_ANSWERS = (
    ("What happened", "happened"),
    ("Why", "why"),
    ("Next time", "next_time"),
)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """An edit that is in no passage.

    Attributes:
        line: The first line that differs, from 1.
    """

    line: int


def edited_passages(
    page: str, edited: str, passages: Sequence[Passage]
) -> list[tuple[Passage, str]] | Elsewhere:
    """Return the passages that were edited, each with its new text.

    Args:
        page: The page as the journal writes it now.
        edited: What stands in the file.
        passages: Those of the page, in its order.
    """
    edited = f"{edited.replace(chr(13), '').rstrip(chr(10))}\n"
    spans = list(_spans(page, passages))
    pattern, last = "", 0
    for _, start, end in spans:
        pattern += f"{re.escape(page[last:start])}(.*?)"
        last = end
    found = re.fullmatch(pattern + re.escape(page[last:]), edited, re.DOTALL)
    if found is None:
        return Elsewhere(_first_difference(page, edited))
    return [
        (passage, _as_kept(passage, said.strip("\n")))
        for (passage, _, _), said in zip(spans, found.groups(), strict=True)
        if said.strip("\n") != passage.shown
    ]


def _entry(entry: Entry, level: int) -> Passage:
    before = heading(at_offset(entry.written_at), level)
    return _passage(entry, "body", entry.body, before, level, sealed=False)


def _passage(
    thing: Entry | WeekReview | Debrief | FollowUp | None, name: str, text: str,
    before: str, level: int, sealed: bool,
) -> Passage:  # fmt: skip
    return Passage(
        kind=type(thing),
        id=thing.id if thing else "",
        field=name,
        text=text,
        shown=own_markdown(text, level),
        before=before,
        level=level,
        label=before.strip("# \n"),
        sealed=sealed,
    )


def _filled(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    return tuple(passage for passage in passages if passage.shown)


def _spans(
    page: str, passages: Sequence[Passage]
) -> Iterator[tuple[Passage, int, int]]:
    """Yield where each passage begins and ends in the page."""
    at = 0
    for passage in passages:
        begins = page.find(f"\n{passage.before}", at)
        start = page.find(f"\n\n{passage.shown}\n", begins) + 2
        if begins >= 0 and start > 1:
            at = start + len(passage.shown)
            yield passage, start, at


def _first_difference(page: str, edited: str) -> int:
    lines = zip(page.split("\n"), edited.split("\n"), strict=False)
    return next((n for n, (a, b) in enumerate(lines, start=1) if a != b), 1)


def _as_kept(passage: Passage, said: str) -> str:
    """Return an edited passage as it is kept; lines that were not edited as they were.

    In a page headings stand lower than they were written, and what could act is text.
    """
    shown, kept = passage.shown.split("\n"), passage.text.strip("\n").split("\n")
    lines = said.split("\n")
    if len(shown) != len(kept):
        return "\n".join(_raised(line, passage.level) for line in lines)
    result: list[str] = []
    matcher = difflib.SequenceMatcher(a=shown, b=lines, autojunk=False)
    for what, a_from, a_to, b_from, b_to in matcher.get_opcodes():
        if what == "equal":
            result += kept[a_from:a_to]
        else:
            result += (_raised(line, passage.level) for line in lines[b_from:b_to])
    return "\n".join(result)


def _raised(line: str, level: int) -> str:
    """Return a heading at the level at which it was written."""
    found = _SIGNS.match(line)
    if found is None or len(found[1]) <= level:
        return line
    return line[level:]
