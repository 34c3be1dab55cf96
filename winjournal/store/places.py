"""Folders that a journal does not belong in: synced ones, and those of a network.

A sync program copies the file in the middle of a write, and puts an older file beside
a newer log, which damaged 40 of 40 (RELIABILITY.md, finding 13). Over a network
SQLite's log of changes does not work at all.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from winjournal.domain.errors import CannotCreate

if TYPE_CHECKING:
    from collections.abc import Iterable

ALLOW = "WINJOURNAL_ALLOW_NETWORK"
"""Set where `--allow-network` was given."""

_NAMES = (
    (re.compile(r"Dropbox( \(.+\))?"), "Dropbox"),
    (re.compile(r"OneDrive( - .+)?"), "OneDrive"),
    (re.compile(r"Mobile Documents|iCloud ?Drive"), "iCloud"),
    (re.compile(r"Google ?Drive|GoogleDrive-.+"), "Google Drive"),
    (re.compile(r"Nextcloud"), "Nextcloud"),
)
_MARKS = (
    (".stfolder", "Syncthing"),
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".nextcloudsync.log", "Nextcloud"),
    (".tmp.drivedownload", "Google Drive"),
)

_NETWORK = re.compile(
    r"nfs\d?|cifs|smb\w*|ncpfs|9p|afs|ceph|glusterfs|davfs"
    r"|fuse\.(sshfs|rclone|gvfsd-fuse|glusterfs|davfs2?|smbnetfs|s3fs)"
)
_ESCAPE = re.compile(r"\\([0-7]{3})")


def syncing(path: Path) -> str:
    """Return the name of the program that syncs a file's folder; empty for none."""
    for folder in path.parents:
        for pattern, program in _NAMES:
            if pattern.fullmatch(folder.name):
                return program
        for mark, program in _MARKS:
            # the home folder holds settings of Dropbox's, and is not synced by it
            if (folder / mark).exists() and folder != Path.home():
                return program
    return ""


def warning_of(path: Path) -> str:
    """Return what is to be said of where a journal is; empty where it is well."""
    program = syncing(path.parent.resolve() / path.name)
    if not program:
        return ""
    return (
        f"The journal lies in a folder that {program} syncs, which can damage it while"
        " it is open. Keep it elsewhere, and put backups there."
    )


def network_of(path: Path, mounts: Iterable[str]) -> str:
    """Return the kind of network file system a path is on; empty for none.

    Args:
        path: A real path.
        mounts: The lines of `/proc/self/mountinfo`.
    """
    best, kind = -1, ""
    for line in mounts:
        mounted, _, device = line.partition(" - ")
        fields = mounted.split()
        if len(fields) < 5 or not device:
            continue
        point = _ESCAPE.sub(lambda found: chr(int(found[1], 8)), fields[4])
        # of two on one point the later covers the one before
        if len(point) >= best and path.is_relative_to(point):
            best, kind = len(point), device.split()[0]
    return kind if _NETWORK.fullmatch(kind) else ""


def on_network(path: Path) -> str:
    """Return the kind of network file system a real path is on; empty for none.

    Where the system does not tell (macOS, Windows) nothing is known.
    """
    try:
        with Path("/proc/self/mountinfo").open(
            encoding="utf-8", errors="surrogateescape"
        ) as lines:
            return network_of(path, lines)
    except OSError:
        return ""


def refuse_network(path: Path) -> None:
    """Refuse a journal on a network, unless that was asked for.

    Raises:
        CannotCreate: It is on one.
    """
    if os.environ.get(ALLOW):
        return
    kind = on_network(path)
    if kind:
        raise CannotCreate(
            f"{path} is on a network file system ({kind}), where a journal can be"
            " damaged.",
            "Keep it on this machine; --allow-network opens it all the same.",
        )
