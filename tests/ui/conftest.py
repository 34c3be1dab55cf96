"""The whole application over a small journal on a real file."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.services.conftest import HandClock
from tests.ui.person import Person
from tests.ui.seed import NOW, fill
from winjournal.bootstrap import open_journal
from winjournal.services.ids import SeededIds
from winjournal.services.journal import Journal
from winjournal.ui.app import WinJournalApp
from winjournal.ui.setting import Setting

MakeApp = Callable[..., WinJournalApp]
Sit = Callable[..., AbstractAsyncContextManager[Person]]


@pytest.fixture
def clock() -> HandClock:
    return HandClock(NOW)


@pytest.fixture(scope="session")
def _seeded(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("seed") / "journal.db"
    fill(path)
    return path.read_bytes()


@pytest.fixture
def journal_file(tmp_path: Path, _seeded: bytes) -> Path:
    """Return a small journal of its own."""
    path = tmp_path / "journal.db"
    path.write_bytes(_seeded)
    return path


@pytest.fixture
def empty_file(tmp_path: Path) -> Path:
    """Return where a journal will be made."""
    return tmp_path / "new.db"


@pytest.fixture
def faults() -> list[BaseException]:
    """Return what went into the log."""
    return []


@pytest.fixture
def make_app(
    journal_file: Path, clock: HandClock, faults: list[BaseException], tmp_path: Path
) -> MakeApp:
    """Return what makes the application, over the small journal or another file."""

    def make(path: Path = journal_file, **more: Any) -> WinJournalApp:
        given: dict[str, Any] = {
            "open_journal": lambda: reopened(path, clock, 11),
            "now": clock.now,
            "record_fault": faults.append,
            "write_file": lambda *_: None,
            "make_folder": lambda _: None,
            "keep_theme": lambda _: None,
            "editor": lambda _: None,
            "export_folder": tmp_path,
            "theme": "ink",
            **more,
        }
        return WinJournalApp(Setting(**given))

    return make


@pytest.fixture
def sit(make_app: MakeApp) -> Sit:
    """Return what sits somebody before the running application."""

    @asynccontextmanager
    async def sitting(
        app: WinJournalApp | None = None,
        *,
        path: Path | None = None,
        size: tuple[int, int] = (100, 30),
        **more: Any,
    ) -> AsyncIterator[Person]:
        app = app or (make_app(path, **more) if path else make_app(**more))
        async with app.run_test(size=size) as pilot:
            person = Person(app, pilot)
            await person.wait()
            yield person
        app.desk.close()

    return sitting


def reopened(path: Path, clock: HandClock, seed: int = 12) -> Journal:
    """Open a journal as another process would."""
    return open_journal(path, clock=clock, ids=SeededIds(seed))


@pytest.fixture
def kept(journal_file: Path, clock: HandClock) -> Callable[[], Journal]:
    """Return what opens the small journal again, to see what was written."""
    return lambda: reopened(journal_file, clock)
