"""The whole application over the demo journal, at a fixed time."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.demo.conftest import TODAY, ZONE, filled
from winjournal.bootstrap import open_journal
from winjournal.files import make_folder
from winjournal.services.clock import FixedClock
from winjournal.services.ids import SeededIds
from winjournal.ui.app import WinJournalApp
from winjournal.ui.setting import Setting

NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 10, 3, tzinfo=ZONE)

MakeApp = Callable[..., WinJournalApp]


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of a demo; not to be written to."""
    path = tmp_path_factory.mktemp("screens") / "demo.db"
    filled(path).store.close()
    return path


@pytest.fixture
def make_app(demo_file: Path, tmp_path: Path) -> MakeApp:
    """Return what makes the application over a copy of the demo, or over nothing."""

    def make(*, empty: bool = False, **more: Any) -> WinJournalApp:
        path = tmp_path / "journal.db"
        if not empty:
            shutil.copy(demo_file, path)
        given: dict[str, Any] = {
            "write_file": _refuse,
            "export_folder": Path("/export"),
        }
        setting = Setting(
            open_journal=lambda: open_journal(
                path, clock=FixedClock(NOW), ids=SeededIds(7)
            ),
            now=lambda: NOW,
            record_fault=_raise,
            keep_theme=lambda _: None,
            editor=lambda _: None,
            make_folder=make_folder,
            **{"theme": "ink", **given, **more},
        )
        return WinJournalApp(setting)

    return make


def _raise(error: BaseException) -> None:
    raise error


def _refuse(path: Path, pieces: object, force: bool) -> None:
    raise AssertionError(f"nothing is written here: {path}, {pieces}, {force}")
