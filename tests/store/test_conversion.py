"""Encrypting, decrypting, another passphrase: whole or not at all, and nothing lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from tests.store.entities import AT, ENTRY, PERSON
from tests.store.running import run_module
from tests.store.whole import ask, digest, whole
from winjournal.domain.errors import (
    Busy,
    Conflict,
    DamagedJournal,
    DiskTrouble,
    Invalid,
    Locked,
    WinJournalError,
    WrongPassphrase,
)
from winjournal.domain.inbox import InboxLine
from winjournal.domain.writing import Draft
from winjournal.store import conversion, quick
from winjournal.store.backup import back_up, fingerprint
from winjournal.store.connect import connect, is_encrypted, look, unlock
from winjournal.store.conversion import (
    change_passphrase,
    decrypt,
    encrypt,
    remove_copies,
)
from winjournal.store.files import partial_of
from winjournal.store.keys import KEYS
from winjournal.store.schema import HEAD
from winjournal.store.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.store.conftest import HandClock
    from winjournal.services.conversion import Converted
    from winjournal.services.ids import SeededIds
    from winjournal.store.store import SqlStore
    from winjournal.store.writer import SqlWriter

FORM = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
MARKER = "quincunx"
"""A word that stands in the journal and nowhere else."""

WAITING = InboxLine(id="waiting", line="Dana: hm", at=AT, logged_at=AT)


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make keys in no time; how long it takes is no matter of conversion."""
    monkeypatch.setattr("winjournal.store.keys._ROUNDS", 1)


def written(old: Path, clock: HandClock, ids: SeededIds) -> Path:
    """Write the marker everywhere that words are kept."""
    store = open_store(old, clock, ids)
    with store.write("wrote", MARKER) as writer:
        put_marked(writer)
    draft = Draft(id="d", owner="line", field="line", text=MARKER, updated_at=AT)
    store.draft(draft, "line", "line")
    store.close()
    quick.append_line(old, replace(WAITING, line=MARKER))
    return old


def put_marked(writer: SqlWriter) -> None:
    writer.put(replace(ENTRY, id="marked", body=f"A {MARKER}.\n"))


def of_the_file(path: Path) -> list[Any]:
    """Return what a database keeps in its header."""
    return [ask(path, f"PRAGMA {name}") for name in ("user_version", "application_id")]


def found(folder: Path) -> list[str]:
    """Return the files that hold the marker, in any spelling the program uses."""
    spellings = (MARKER.encode(), MARKER.encode("utf-16-le"))
    return sorted(
        str(file.relative_to(folder))
        for file in folder.rglob("*")
        if file.is_file() and any(s in file.read_bytes() for s in spellings)
    )


def test_there_and_back_is_the_same_journal(
    old: Path, clock: HandClock, ids: SeededIds
) -> None:
    written(old, clock, ids)
    before, form = whole(old, leave_out=()), ask(old, FORM)
    kept = of_the_file(old)
    conversions: tuple[Callable[[], Converted], ...] = (
        lambda: encrypt(old, "one", clock.now()),
        lambda: change_passphrase(old, "two", clock.now()),
        lambda: decrypt(old, clock.now()),
    )
    for convert in conversions:
        done = convert()
        assert done.path == old
        assert whole(old, leave_out=()) == before
        assert ask(old, FORM) == form
        assert of_the_file(old) == kept
        assert ask(old, "PRAGMA journal_mode") == [("wal",)]
        assert old.stat().st_mode & 0o777 == 0o600
        assert whole(done.backup, leave_out=()) == before
        raw = connect(old)
        raw.execute(
            "INSERT INTO search_fts(search_fts, rank) VALUES ('integrity-check', 1)"
        )
        raw.close()
    assert not is_encrypted(old)


def test_the_word_is_in_no_file_once_the_copies_are_gone(
    old: Path, clock: HandClock, ids: SeededIds
) -> None:
    written(old, clock, ids)
    back_up(old, "earlier", HEAD, clock.now())
    assert found(old.parent)
    done = encrypt(old, "one", clock.now())
    assert sorted(copy.name for copy in done.older) == [
        f"j.20260304T090000Z-earlier-{HEAD}.db",
        f"j.20260304T090000Z-encrypt-{HEAD}.db",
    ]
    assert found(old.parent) == sorted(f"backups/{copy.name}" for copy in done.older)
    made = remove_copies(done, clock.now())
    assert found(old.parent) == []
    assert [file.name for file in made.parent.iterdir()] == [made.name]
    # and not in the log of changes either, while it is open and written to
    store = open_store(old, clock, ids)
    with store.write("wrote", MARKER) as writer:
        put_marked(writer)
    draft = Draft(id="other", owner="o", field="f", text=MARKER, updated_at=AT)
    store.draft(draft, "o", "f")
    assert old.with_name("j.db-wal").stat().st_size > 0
    assert found(old.parent) == []
    back_up(old, "later", HEAD, clock.now())
    store.close()
    assert found(old.parent) == []


def test_the_old_passphrase_opens_the_old_copies_and_no_more(
    old: Path, clock: HandClock
) -> None:
    encrypt(old, "one", clock.now())
    done = change_passphrase(old, "two", clock.now())
    KEYS.forget()
    with pytest.raises(WrongPassphrase):
        unlock(old, ("one",))
    unlock(old, ("two",))
    with pytest.raises(Locked):
        look(done.backup)
    unlock(done.backup, ("one",))
    look(done.backup).close()
    assert done.backup in done.older


def test_what_is_so_already_stays(old: Path, clock: HandClock) -> None:
    attempts: tuple[Callable[[], Converted], ...] = (
        lambda: decrypt(old, clock.now()),
        lambda: change_passphrase(old, "x", clock.now()),
    )
    for attempt in attempts:
        with pytest.raises(Conflict, match="not encrypted"):
            attempt()
    encrypt(old, "one", clock.now())
    before = digest(old)
    with pytest.raises(Conflict, match="encrypted already"):
        encrypt(old, "two", clock.now())
    with pytest.raises(Invalid):
        change_passphrase(old, "", clock.now())
    assert digest(old) == before


def test_a_journal_that_is_open_elsewhere_stays_as_it_is(
    old: Path, store: SqlStore, clock: HandClock
) -> None:
    with store.read():
        pass
    before = whole(old, leave_out=())
    with pytest.raises(Busy, match="open in another program"):
        encrypt(old, "one", clock.now())
    assert whole(old, leave_out=()) == before
    assert list((old.parent / "backups").iterdir()) == []
    assert not partial_of(old).exists()


@pytest.mark.parametrize("step", ["check_whole", "fingerprint", "flush"])
def test_a_conversion_that_fails_leaves_all_as_it_was(
    step: str, old: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = whole(old, leave_out=())

    def fails(*_: object) -> None:
        raise DamagedJournal("planted")

    conversions: tuple[Callable[[], Converted], ...] = (
        lambda: encrypt(old, "one", clock.now()),
        lambda: decrypt(old, clock.now()),
    )
    for convert in conversions:
        with monkeypatch.context() as patch:
            patch.setattr(conversion, step, fails)
            with pytest.raises(WinJournalError, match="planted"):
                convert()
        assert whole(old, leave_out=()) == before
        assert not partial_of(old).exists()
        if not is_encrypted(old):
            encrypt(old, "one", clock.now())


def test_a_copy_that_differs_does_not_take_its_place(
    old: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = whole(old, leave_out=())
    true = fingerprint
    count = iter(range(9))
    monkeypatch.setattr(
        conversion, "fingerprint", lambda c: {**true(c), "n": (next(count), "")}
    )
    with pytest.raises(DamagedJournal, match="No true copy"):
        encrypt(old, "one", clock.now())
    monkeypatch.undo()
    assert not partial_of(old).exists()
    assert whole(old, leave_out=()) == before


def test_a_conversion_needs_room(
    old: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conversion, "free_space", lambda _: 2**20)
    before = digest(old)
    with pytest.raises(DiskTrouble, match="not enough space"):
        encrypt(old, "one", clock.now())
    assert digest(old) == before


def test_copies_of_another_journal_are_left_alone(
    old: Path, clock: HandClock, ids: SeededIds
) -> None:
    other = old.with_name("work.db")
    store = open_store(other, clock, ids)
    with store.write("began", "it") as writer:
        writer.put(replace(PERSON, id="another", name="Marsh"))
    store.close()
    theirs = back_up(other, "theirs", HEAD, clock.now())
    strange = theirs.with_name("strange.db")
    strange.write_bytes(b"no journal")
    done = encrypt(old, "one", clock.now())
    assert theirs not in done.older
    assert strange not in done.older
    assert done.backup in done.older


def test_half_a_journal_that_was_left_is_removed(
    old: Path, clock: HandClock, ids: SeededIds
) -> None:
    partial_of(old).write_text(MARKER)
    partial_of(old).with_name(f".{old.name}.partial-journal").write_text(MARKER)
    open_store(old, clock, ids).close()
    assert found(old.parent) == []


def test_a_line_is_not_logged_into_a_file_that_was_replaced(
    old: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It waited for the lock that a conversion held; then the file was another."""
    true = connect

    def late(path: Path, **more: Any) -> Any:
        connection = true(path, **more)
        held = path.with_name("held")
        path.rename(held)
        path.write_bytes(held.read_bytes())
        return connection

    monkeypatch.setattr(quick, "connect", late)
    with pytest.raises(DamagedJournal, match="replaced"):
        quick.append_line(old, WAITING)


@pytest.mark.parametrize(
    "kills", [6, pytest.param(100, marks=pytest.mark.slow)], ids=["6", "100"]
)
def test_a_killed_conversion_leaves_the_old_or_the_new(
    kills: int, tmp_path: Path, home: Path,
    tried: Callable[[str], None],
) -> None:  # fmt: skip
    place = str(tmp_path / "k.db")
    done = run_module(home, "tests.store.killed_converting", place, "1", str(kills))
    assert done.stderr == ""
    assert done.stdout.startswith(f"{kills} kills")
    tried(done.stdout.strip())
