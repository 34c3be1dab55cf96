"""Synced folders are warned of, network file systems refused."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.store.conftest import HandClock
from winjournal.domain.errors import CannotCreate
from winjournal.domain.inbox import InboxLine
from winjournal.store import places, quick
from winjournal.store.connect import connect
from winjournal.store.places import ALLOW, network_of, syncing, warning_of
from winjournal.store.store import open_store

if TYPE_CHECKING:
    from winjournal.services.ids import SeededIds

MOUNTS = r"""
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard
40 27 0:30 / /home rw - nfs4 server:/home rw,vers=4.2
41 40 8:1 / /home/ann/local rw - ext4 /dev/sdb1 rw
42 27 0:31 / /mnt/my\040share rw shared:5 - cifs //nas/share rw
43 27 0:32 / /mnt/ssh rw master:1 - fuse.sshfs ann@host: rw
44 27 0:33 / /mnt/c rw - 9p C:\134 rw
45 27 0:34 / /run/disk rw - fuseblk /dev/sdc1 rw
broken line
46 40 0:35 / /home/ann/over rw - ext4 /dev/sdd rw
47 40 0:36 / /home/ann/over rw - nfs server:/over rw
""".strip().splitlines()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/var/j.db", ""),
        ("/home/ann/j.db", "nfs4"),
        ("/home/ann/local/j.db", ""),
        ("/home/ann/localities/j.db", "nfs4"),
        ("/mnt/my share/j.db", "cifs"),
        ("/mnt/my/j.db", ""),
        ("/mnt/ssh/deep/j.db", "fuse.sshfs"),
        ("/mnt/c/j.db", "9p"),
        ("/run/disk/j.db", ""),
        ("/home/ann/over/j.db", "nfs"),
    ],
)
def test_a_network_is_told_by_the_mount_that_covers_the_path(
    path: str, kind: str
) -> None:
    assert network_of(Path(path), MOUNTS) == kind


@pytest.mark.parametrize(
    ("folder", "mark", "program"),
    [
        ("Dropbox/deals", "", "Dropbox"),
        ("Dropbox (Studio)", "", "Dropbox"),
        ("OneDrive - Studio", "", "OneDrive"),
        ("Library/Mobile Documents/x", "", "iCloud"),
        ("Google Drive/My Drive", "", "Google Drive"),
        ("GoogleDrive-ann", "", "Google Drive"),
        ("sync/deals", "sync/.stfolder", "Syncthing"),
        ("box", "box/.dropbox.cache", "Dropbox"),
        ("plain/deals", "", ""),
        ("My Dropbox notes", "", ""),
    ],
)
def test_a_synced_folder_is_told_by_its_name_or_its_mark(
    tmp_path: Path, folder: str, mark: str, program: str
) -> None:
    place = tmp_path / folder
    place.mkdir(parents=True)
    if mark:
        (tmp_path / mark).mkdir()
    path = place / "journal.db"
    assert syncing(path) == program
    assert (program in warning_of(path)) if program else warning_of(path) == ""


def test_the_settings_of_dropbox_make_no_synced_home(home: Path) -> None:
    (home / ".dropbox").mkdir()
    assert syncing(home / ".local/share/winjournal/journal.db") == ""


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (places, connect.__globals__):
        if isinstance(module, dict):
            monkeypatch.setitem(module, "on_network", lambda _: "nfs4")
        else:
            monkeypatch.setattr(module, "on_network", lambda _: "nfs4")


@pytest.mark.usefixtures("network")
def test_a_journal_on_a_network_is_refused(
    path: Path, clock: HandClock, ids: SeededIds
) -> None:
    line = InboxLine(id="q", line="hm", at=clock.now(), logged_at=clock.now())
    for work in (
        lambda: open_store(path, clock, ids),
        lambda: quick.append_line(path, line),
    ):
        with pytest.raises(CannotCreate, match="network file system"):
            work()
    assert not path.exists()


@pytest.mark.usefixtures("network")
def test_where_it_is_allowed_no_log_is_used(
    path: Path, clock: HandClock, ids: SeededIds, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ALLOW, "1")
    open_store(path, clock, ids).close()
    connection = connect(path)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    connection.close()
    assert not path.with_name("j.db-wal").exists()
