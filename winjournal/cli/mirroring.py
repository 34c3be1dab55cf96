"""`wj mirror`: a folder of Markdown in step with the journal, and back from it."""

from __future__ import annotations

import contextlib
import difflib
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from winjournal.cli.output import Span
from winjournal.domain.errors import Conflict, NotUnderstood, Sealed
from winjournal.domain.filter_tree import Everything
from winjournal.domain.weeks import Week
from winjournal.exchange.filenames import FileNames
from winjournal.exchange.manner import Manner
from winjournal.exchange.mirror import (
    MANIFEST,
    Elsewhere,
    Kept,
    digest_of,
    edited_passages,
    manifest_text,
    passages_of,
    read_manifest,
)
from winjournal.exporting import Part, Thing, pages, things
from winjournal.files import make_folder, trouble_with, write_atomic
from winjournal.reading_files import MIB, as_text, read_bytes, read_text
from winjournal.services.bringing_in import Amendment
from winjournal.services.saying import say_count

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Iterator

    from winjournal.cli.call import Call
    from winjournal.domain.dossier import Dossier
    from winjournal.domain.writing import Entry, WeekReview
    from winjournal.services.journal import Journal

_MOST = 64 * MIB
_OTHER = "no file"


def add_mirror(parser: ArgumentParser) -> None:
    """Add the options of `wj mirror`."""
    parser.add_argument(
        "--force", action="store_true", help="replace what was edited by hand"
    )


def run_mirror(call: Call) -> int:
    """Bring a folder in step: write what is new, leave what is the same.

    Returns:
        0, or 4 where a file was edited by hand and so left as it is.

    Raises:
        NotUnderstood: No folder is named.
        DamagedJournal: What says which files are ours is damaged.
        CannotCreate: The folder cannot be made.
    """
    if not call.words:
        raise NotUnderstood("No folder is named.", "wj help mirror shows how.")
    journal = call.reading()
    if journal is None:
        return 0
    from winjournal.page_templates import page_templates

    folder = Path(call.words[0])
    make_folder(folder)
    mirror = _Mirror(folder, force=call.args.force)
    chosen = things(journal, Everything())
    manner = Manner(templates=page_templates(call.paths))
    for thing, page in zip(
        chosen, pages(journal, chosen, manner=manner), strict=True
    ):  # fmt: skip
        mirror.put(thing, page)
    mirror.finish()
    counts = f"{mirror.written} written, {mirror.same} as they were"
    removed = f", {mirror.removed} removed" if mirror.removed else ""
    call.out.note(f"{counts}{removed} in {folder}.")
    for name in mirror.left:
        call.out.note(f"Left as it is: {name} was edited by hand.")
    if mirror.left:
        call.out.note(f"wj import {folder} brings edits in; --force replaces them.")
    return Conflict.code if mirror.left else 0


class _Mirror:
    """Writes pages into a folder.

    Attributes:
        written, same, removed: How many files.
        left: The names of those that were edited by hand.
    """

    def __init__(self, folder: Path, *, force: bool) -> None:
        self.written = self.same = self.removed = 0
        self.left: list[str] = []
        self._folder, self._force = folder, force
        self._old = _manifest(folder)
        self._new: dict[str, Kept] = {}
        self._names = FileNames()

    def put(self, thing: Thing, page: str) -> None:
        """Write one page, where it is not there already."""
        key, old = _key(thing), self._old.get(_key(thing))
        name = self._names.name(thing.title, thing.id)
        digest = digest_of(page.encode())
        if old is not None and old.name != name and not self._drop(old):
            self._new[key] = old
            return
        there = _digest(self._folder / name)
        is_ours = old is not None and old.name == name and old.digest == there
        if there == digest:
            self.same += 1
        elif there is None or is_ours or (self._force and there != _OTHER):
            write_atomic(self._folder / name, page, there is not None)
            self.written += 1
        else:
            self.left.append(name)
            if old is not None:
                self._new[key] = old
            return
        self._new[key] = Kept(name, digest)

    def finish(self) -> None:
        """Remove what is gone from the journal, and write down what is ours."""
        for key, old in self._old.items():
            if key not in self._new and not self._drop(old):
                self._new[key] = old
        text = manifest_text(self._new)
        path = self._folder / MANIFEST
        if not path.exists() or digest_of(text.encode()) != _digest(path):
            write_atomic(path, text, True)

    def _drop(self, old: Kept) -> bool:
        """Remove a file that is as it was written; whether it is gone."""
        path = self._folder / old.name
        there = _digest(path)
        if there is None:
            return True
        if there != old.digest and not (self._force and there != _OTHER):
            self.left.append(old.name)
            return False
        try:
            path.unlink()
        except OSError as error:
            raise trouble_with(path, error) from error
        self.removed += 1
        return True


def amendments_in(call: Call, folder: Path, journal: Journal) -> list[Amendment]:
    """Return what was edited by hand in a mirrored folder, and show it.

    Raises:
        Conflict: The journal has changed since, or something else was edited.
        Sealed: What was edited is sealed.
        DamagedJournal: What says which files are ours is damaged.
    """
    kept = _manifest(folder)
    found: list[Amendment] = []
    for thing in things(journal, Everything()):
        old = kept.get(_key(thing))
        if old is None:
            continue
        there = _digest(folder / old.name)
        if there in (None, _OTHER, old.digest):
            continue
        text = as_text(read_bytes(folder / old.name, _MOST), old.name)
        found += _amendments(journal, thing, old, text)
    for one in found:
        _show(call, one)
    return found


def _amendments(
    journal: Journal, thing: Thing, old: Kept, text: str
) -> Iterator[Amendment]:
    (page,) = pages(journal, [thing])
    if digest_of(page.encode()) != old.digest:
        raise Conflict(
            f"{old.name} was edited, and the journal has changed since it was written.",
            "Nothing was brought in; wj mirror into another folder shows how it is.",
        )
    said = edited_passages(page, text, passages_of(_content(journal, thing)))
    if isinstance(said, Elsewhere):
        raise Conflict(
            f"{old.name}, line {said.line}: only notes and reflections are read back.",
            "Nothing was brought in; take that edit back, or make it in the journal.",
        )
    for passage, after in said:
        if passage.sealed:
            raise Sealed(
                f"{old.name}: what stands under {passage.label} is sealed.",
                "Nothing was brought in; write an entry that adds to it.",
            )
        yield Amendment(
            kind=passage.kind, id=passage.id, field=passage.field,
            before=passage.text, after=after, label=f"{old.name}: {passage.label}",
        )  # fmt: skip


def _content(journal: Journal, thing: Thing) -> Dossier | Entry | WeekReview:
    if thing.part is Part.NEGOTIATION:
        (dossier,) = journal.reading.dossiers([thing.id])
        return dossier
    if thing.part is Part.ENTRY:
        return journal.reading.entry(thing.id)
    if thing.part is Part.WEEK:
        week = Week.parse(thing.title, journal.clock.now().date())
        review = journal.weeks.own(week).review
        if review is not None:
            return review
    raise Conflict(
        f"{thing.title}: nothing in it is read back.", "Nothing was brought in."
    )


def _show(call: Call, one: Amendment) -> None:
    call.out.line(Span(one.label, "bold"))
    lines = difflib.unified_diff(
        one.before.splitlines(), one.after.splitlines(), lineterm="", n=1
    )
    for line in lines:
        if line.startswith(("---", "+++", "@@")):
            continue
        style = {"+": "green", "-": "orange"}.get(line[:1], "faint")
        call.out.line(Span(f"  {line}", style))


def say_amended(call: Call, count: int, *, done: bool) -> None:
    """Say how many passages came in, or would."""
    if not count:
        call.say_nothing("Nothing was edited.")
        return
    did = "brought in" if done else "would bring in"
    call.out.line(f"{did} {say_count(count, 'edit')}")


def _key(thing: Thing) -> str:
    return f"{thing.part}:{thing.title if thing.part is Part.WEEK else thing.id}"


def _manifest(folder: Path) -> dict[str, Kept]:
    path = folder / MANIFEST
    return read_manifest(read_text(path, _MOST)) if os.path.lexists(path) else {}


def _digest(path: Path) -> str | None:
    """Return what a file is known by; None where there is none.

    A link or a folder is no file of ours, whatever it holds.
    """
    found = None
    with contextlib.suppress(FileNotFoundError):
        found = path.lstat()
    if found is None:
        return None
    if not stat.S_ISREG(found.st_mode) or found.st_size > _MOST:
        return _OTHER
    return digest_of(read_bytes(path, _MOST))
