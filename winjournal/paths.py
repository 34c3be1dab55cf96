"""Where things are kept: journals, settings, state (XDG first)."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from winjournal.domain.errors import NotUnderstood

FOLDER_MODE, FILE_MODE = 0o700, 0o600

_NAME = re.compile(r"[\w][\w .-]{0,59}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """The files of one journal and of the program; making none of them.

    Attributes:
        journal: The journal's file.
        config: The settings' file, TOML.
        state: The folder of the log and of what the screens remember.
    """

    journal: Path
    config: Path
    state: Path

    @property
    def backups(self) -> Path:
        """The folder of backups, beside the journal."""
        return self.journal.parent / "backups"

    @property
    def log(self) -> Path:
        """The log, which holds ids and never words."""
        return self.state / "winjournal.log"

    @property
    def remembered(self) -> Path:
        """What the screens remember: the theme."""
        return self.state / "screens.json"


def find_paths(
    *, db: str | None = None, name: str | None = None, config: str | None = None
) -> Paths:
    """Return where things are, from flags, then environment, then defaults.

    Args:
        db: The journal's file, as `--db` says.
        name: The journal's name, as `-j` says; `WINJOURNAL_JOURNAL` otherwise.
        config: The settings' file, as `--config` says.

    Raises:
        NotUnderstood: The name could not be a file's name.
    """
    folders = _folders()
    given = os.environ.get
    name = name or given("WINJOURNAL_JOURNAL") or "journal"
    if not _NAME.fullmatch(name):
        raise NotUnderstood(
            f"{name!r} cannot be a journal's name.", "Use letters, digits and dashes."
        )
    data = given("WINJOURNAL_DIR") or _xdg("XDG_DATA_HOME", folders[0])
    settings = _xdg("XDG_CONFIG_HOME", folders[1])
    state = _xdg("XDG_STATE_HOME", folders[2])
    return Paths(
        journal=Path(db) if db else Path(data) / f"{name}.db",
        config=Path(config or given("WINJOURNAL_CONFIG") or f"{settings}/config.toml"),
        state=Path(state),
    )


def _folders() -> tuple[str, str, str]:
    """Return the platform's own folders of data, settings and state."""
    if sys.platform.startswith("linux"):
        # What platformdirs says too, but without its import, about 10 ms.
        home = os.path.expanduser("~")  # noqa: PTH111 - a text, not a Path, is wanted
        return (
            f"{home}/.local/share/winjournal",
            f"{home}/.config/winjournal",
            f"{home}/.local/state/winjournal",
        )
    else:  # noqa: RET505 - so mypy knows that one branch is for each platform
        from platformdirs import PlatformDirs

        folders = PlatformDirs("winjournal", appauthor=False)
        return folders.user_data_dir, folders.user_config_dir, folders.user_state_dir


def _xdg(variable: str, default: str) -> str:
    """Return an XDG folder where it is set, absolute, else the platform's own."""
    folder = os.environ.get(variable, "")
    return f"{folder}/winjournal" if folder.startswith("/") else default
