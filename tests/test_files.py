from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from winjournal.domain.errors import CannotCreate, DiskTrouble, NotPermitted
from winjournal.files import make_folder, trouble_with, write_atomic, write_pieces


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder."""
    made = tmp_path / "folder"
    made.mkdir()
    return made


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_a_file_is_written_for_its_owner_alone(folder: Path) -> None:
    before = os.umask(0)
    try:
        write_atomic(folder / "a.md", "Dänä\nline\n")
    finally:
        os.umask(before)
    assert (folder / "a.md").read_bytes() == "Dänä\nline\n".encode()
    assert mode(folder / "a.md") == 0o600
    assert names(folder) == ["a.md"]


def test_a_file_is_never_replaced_unasked(folder: Path) -> None:
    path = folder / "a.md"
    path.write_text("mine")
    with pytest.raises(CannotCreate, match="is there already"):
        write_atomic(path, "theirs")
    assert path.read_text() == "mine"
    write_atomic(path, "theirs", True)
    assert path.read_text() == "theirs"
    assert mode(path) == 0o600
    assert names(folder) == ["a.md"]


def test_what_appears_meanwhile_is_not_replaced_either(folder: Path) -> None:
    path = folder / "a.md"

    def pieces() -> Iterator[str]:
        yield "one"
        path.write_text("mine")
        yield "two"

    with pytest.raises(CannotCreate, match="is there already"):
        write_pieces(path, pieces())
    assert path.read_text() == "mine"
    assert names(folder) == ["a.md"]


def test_a_planted_link_is_not_followed(folder: Path) -> None:
    target, link = folder / "target", folder / "a.md"
    target.write_text("precious")
    link.symlink_to(target)
    with pytest.raises(CannotCreate):
        write_atomic(link, "x")
    write_atomic(link, "x", True)
    assert target.read_text() == "precious"
    assert not link.is_symlink()


def test_a_link_that_leads_nowhere_counts_as_there(folder: Path) -> None:
    (folder / "a.md").symlink_to(folder / "nowhere")
    with pytest.raises(CannotCreate):
        write_atomic(folder / "a.md", "x")
    assert not (folder / "nowhere").exists()


def test_nothing_stays_of_a_file_that_could_not_be_made(folder: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "half"
        raise RuntimeError("a page could not be made")

    path = folder / "a.md"
    path.write_text("before")
    with pytest.raises(RuntimeError):
        write_pieces(path, pieces(), force=True)
    assert path.read_text() == "before"
    assert names(folder) == ["a.md"]


def test_a_missing_folder_is_named(folder: Path) -> None:
    with pytest.raises(CannotCreate) as caught:
        write_atomic(folder / "no" / "a.md", "x")
    assert str(folder / "no") in caught.value.sentence
    assert caught.value.code == 73


def test_without_hard_links_a_file_is_written_all_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    write_atomic(folder / "a.md", "x")
    assert (folder / "a.md").read_text() == "x"
    assert names(folder) == ["a.md"]


def test_a_full_disk_leaves_what_was_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    path = folder / "a.md"
    path.write_text("before")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskTrouble) as caught:
        write_atomic(path, "after", True)
    assert path.read_text() == "before"
    assert caught.value.code == 74
    assert names(folder) == ["a.md"]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, 74),
        (errno.EIO, 74),
        (errno.EACCES, 77),
        (errno.EROFS, 77),
        (errno.ENOENT, 73),
        (errno.EISDIR, 73),
        (errno.ENAMETOOLONG, 73),
    ],
)
def test_each_trouble_has_its_status(number: int, code: int, folder: Path) -> None:
    error = OSError(number, os.strerror(number))
    assert trouble_with(folder / "a.md", error).code == code


def test_a_folder_is_made_private(folder: Path) -> None:
    make_folder(folder / "out")
    make_folder(folder / "out")
    assert mode(folder / "out") == 0o700


def test_a_folder_is_not_made_over_a_file(folder: Path) -> None:
    (folder / "out").write_text("x")
    with pytest.raises(CannotCreate):
        make_folder(folder / "out")
    assert (folder / "out").read_text() == "x"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_named(folder: Path) -> None:
    folder.chmod(0o500)
    with pytest.raises(NotPermitted, match=str(folder)):
        write_atomic(folder / "a.md", "x")
