"""The journal as a file: what is opened, what is refused, and under which modes."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.store.nobody import NOBODY
from tests.store.running import run_module
from tests.store.whole import digest
from winjournal.domain.errors import (
    CannotCreate,
    DamagedJournal,
    NoJournal,
    WinJournalError,
)
from winjournal.store import files, quick
from winjournal.store.connect import connect
from winjournal.store.files import APPLICATION_ID
from winjournal.store.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.store.conftest import HandClock
    from winjournal.services.ids import SeededIds


@pytest.fixture
def made(path: Path, clock: HandClock, ids: SeededIds) -> Path:
    """Return a journal that was made and closed again."""
    open_store(path, clock, ids).close()
    return path


@pytest.fixture
def open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("open_umask")
def test_everything_is_its_owners_alone(
    path: Path, clock: HandClock, ids: SeededIds
) -> None:
    store = open_store(path, clock, ids)
    with store.write("did", "nothing"):
        pass
    found = {file.name: file.stat().st_mode & 0o777 for file in path.parent.iterdir()}
    assert found == {"j.db": 0o600, "j.db-wal": 0o600, "j.db-shm": 0o600}
    assert path.parent.stat().st_mode & 0o777 == 0o700
    store.close()
    assert [file.name for file in path.parent.iterdir()] == ["j.db"]


def test_a_folder_that_was_there_keeps_its_mode(
    tmp_path: Path, clock: HandClock, ids: SeededIds
) -> None:
    folder = tmp_path / "shared"
    folder.mkdir(mode=0o755)
    open_store(folder / "j.db", clock, ids).close()
    assert folder.stat().st_mode & 0o777 == 0o755


def write_over(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def with_other_id(path: Path) -> None:
    raw = connect(path)
    raw.execute("PRAGMA application_id = 1")
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()


def as_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def as_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def as_dangling_link(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.with_name("nowhere.db"))


def as_link_to_itself(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


def with_second_name(path: Path) -> None:
    os.link(path, path.with_name("second.db"))


def cut(size: int) -> Callable[[Path], None]:
    return lambda path: os.truncate(path, size)


SPOILT: dict[str, tuple[Callable[[Path], None], type[WinJournalError], str]] = {
    "empty": (lambda p: write_over(p, b""), NoJournal, "is empty"),
    "one byte": (lambda p: write_over(p, b"S"), NoJournal, "is not a journal"),
    "text": (
        lambda p: write_over(p, b"Dear diary,\n" * 99),
        NoJournal,
        "not a journal",
    ),
    "noise": (lambda p: write_over(p, bytes(range(256)) * 99), NoJournal, "not a"),
    "other program": (with_other_id, NoJournal, "belongs to another program"),
    "folder": (as_folder, NoJournal, "is a folder"),
    "pipe": (as_pipe, NoJournal, "is not a plain file"),
    "link to nowhere": (as_dangling_link, NoJournal, "points to a file that is not"),
    "link to itself": (as_link_to_itself, WinJournalError, "j.db"),
    "hard link": (with_second_name, CannotCreate, "second name"),
    "cut at 50": (cut(50), DamagedJournal, "cut off"),
    "cut at 100": (cut(100), DamagedJournal, "cut off"),
    "cut at 511": (cut(511), DamagedJournal, "cut off"),
    "cut at 4096": (cut(4096), DamagedJournal, "cut off"),
    "cut at 40000": (cut(40_000), DamagedJournal, "cut off"),
}


@pytest.mark.parametrize("how", SPOILT)
def test_what_is_no_journal_is_refused_untouched(
    how: str, made: Path, clock: HandClock, ids: SeededIds
) -> None:
    spoil, error, said = SPOILT[how]
    spoil(made)
    before = digest(made) if made.is_file() else None
    for use in (
        lambda: open_store(made, clock, ids),
        lambda: quick.known_people(made),
        lambda: quick.unfiled(made),
    ):
        with pytest.raises(error, match=said) as told:
            use()
        assert "\n" not in told.value.sentence
    assert (digest(made) if made.is_file() else None) == before


def test_every_refusal_names_the_file(made: Path, clock: HandClock) -> None:
    write_over(made, b"Dear diary")
    with pytest.raises(NoJournal) as told:
        files.check_header(made)
    assert str(made) in told.value.sentence
    assert told.value.remedy


def test_a_link_to_a_journal_is_followed_once(
    made: Path, tmp_path: Path, clock: HandClock, ids: SeededIds
) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(made)
    store = open_store(link, clock, ids)
    assert store.path == made.resolve()
    store.close()


def test_a_journal_by_a_strange_name_is_opened(
    tmp_path: Path, clock: HandClock, ids: SeededIds
) -> None:
    for name in ("a b?c#d%20e.db", "näme;.db", "'quote\".db", os.fsdecode(b"\xff.db")):
        path = tmp_path / "50% of it" / name
        open_store(path, clock, ids).close()
        assert path.stat().st_size > 0


def test_a_missing_journal_has_nobody_and_nothing(path: Path) -> None:
    assert quick.known_people(path) == ()
    assert quick.unfiled(path) == ()
    assert not path.parent.exists()


def test_a_folder_that_cannot_be_made_is_said(
    tmp_path: Path, clock: HandClock, ids: SeededIds
) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CannotCreate, match="cannot be made"):
        open_store(tmp_path / "file" / "j.db", clock, ids)


def test_what_a_killed_start_left_is_swept(
    path: Path, clock: HandClock, ids: SeededIds
) -> None:
    path.parent.mkdir()
    left = path.with_name(f".{path.name}.partial")
    left.write_bytes(b"half a journal")
    open_store(path, clock, ids).close()
    assert [file.name for file in path.parent.iterdir()] == ["j.db"]


def test_a_start_that_fails_leaves_nothing(
    path: Path, clock: HandClock, ids: SeededIds, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = path.parent / "schema.sql"
    path.parent.mkdir()
    broken.write_text("CREATE TABLE a (b); CREATE TABLE a (b);")
    monkeypatch.setattr("winjournal.store.create.SCHEMA", broken)
    with pytest.raises(WinJournalError):
        open_store(path, clock, ids)
    assert [file.name for file in path.parent.iterdir()] == ["schema.sql"]


def test_the_header_is_not_read_while_the_file_is_open(
    made: Path, clock: HandClock, ids: SeededIds, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(made, clock, ids)
    with store.read():
        monkeypatch.setattr(
            "winjournal.store.opening.check_header",
            lambda path: pytest.fail("closing the file again would drop all locks"),
        )
        quick.known_people(made)
        connect(made).close()
    store.close()


def test_the_application_id_is_four_letters() -> None:
    assert APPLICATION_ID.to_bytes(4, "big") == b"WJNL"


FORBIDDEN = {
    "folder that may not be entered": (0o000, 0o600),
    "folder that may only be read": (0o500, 0o600),
    "file that may not be read": (0o700, 0o000),
    "file that may only be read": (0o700, 0o400),
}


def test_what_may_not_be_written_is_refused(
    tmp_path: Path, home: Path, clock: HandClock, ids: SeededIds
) -> None:
    paths = [tmp_path / name / "j.db" for name in FORBIDDEN]
    for path, modes in zip(paths, FORBIDDEN.values(), strict=True):
        open_store(path, clock, ids).close()
        forbid(path, *modes)
    done = run_module(home, "tests.store.nobody", *map(str, paths))
    for path in paths:
        path.parent.chmod(0o700)
    lines = done.stdout.splitlines()
    assert len(lines) == len(FORBIDDEN), done.stderr
    for line, path in zip(lines, paths, strict=True):
        assert line.startswith("NotPermitted: "), line
        assert str(path.parent) in line


def forbid(path: Path, folder_mode: int, file_mode: int) -> None:
    """Give a journal to nobody, under these modes, in a place they can reach."""
    if os.geteuid() == 0:
        shutil.chown(path, NOBODY, NOBODY)
        shutil.chown(path.parent, NOBODY, NOBODY)
        for folder in path.parents[1:]:
            if not folder.stat().st_mode & 0o001:
                folder.chmod(folder.stat().st_mode | 0o011)
    path.chmod(file_mode)
    path.parent.chmod(folder_mode)
