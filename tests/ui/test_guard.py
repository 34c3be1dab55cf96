"""The lock: nothing is seen, nothing is open, no key is known until it is opened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.ui.conftest import MakeApp, Sit, reopened
from tests.ui.person import Person
from tests.ui.seed import NOW
from winjournal import locking
from winjournal.domain.errors import Busy, DiskTrouble
from winjournal.services.journal import Drafts, Journal
from winjournal.store import keys
from winjournal.store.connect import connect
from winjournal.store.keys import KEYS
from winjournal.ui.app import WinJournalApp
from winjournal.ui.drafting import values_of
from winjournal.ui.guard import AT_THE_START, KEPT, NOT_KEPT
from winjournal.ui.modals.help import HelpModal
from winjournal.ui.screens.lock import LockScreen
from winjournal.ui.screens.prep import PrepScreen
from winjournal.ui.screens.today import TodayScreen
from winjournal.ui.setting import Lock

PASSPHRASE = "quince [b]"
MINUTES = 60.0


class Idle:
    """Seconds that the test lets go by."""

    def __init__(self) -> None:
        self.gone = 0.0

    def __call__(self) -> float:
        return self.gone


@pytest.fixture
def idle() -> Idle:
    return Idle()


@pytest.fixture
def encrypted(journal_file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the small journal, encrypted, its key forgotten."""
    monkeypatch.setattr(keys, "_ROUNDS", 1)
    locking.encrypt(journal_file, PASSPHRASE, NOW)
    KEYS.forget()
    return journal_file


@pytest.fixture
def locked_app(make_app: MakeApp, encrypted: Path, idle: Idle) -> Callable[..., Any]:
    """Return what makes the application over it, as the shell does."""

    def make(*, asks_first: bool = True, **more: Any) -> WinJournalApp:
        if not asks_first:
            locking.unlock(encrypted, PASSPHRASE)
        lock = Lock(
            open=lambda passphrase: locking.unlock(encrypted, passphrase),
            forget=locking.forget_keys,
            asks_first=asks_first,
            after=10 * MINUTES,
            clock=idle,
        )
        return make_app(lock=lock, **more)

    return make


async def unlock(person: Person, passphrase: str = PASSPHRASE) -> None:
    """Type the passphrase, and wait until it was tried."""
    screen = person.screen
    assert isinstance(screen, LockScreen)
    await person.type(passphrase)
    await person.pilot.press("enter")
    while person.screen is screen and screen.query_one("Input").disabled:
        await person.pilot.pause()
    await person.wait()


async def lock(person: Person, said: str = KEPT) -> None:
    """Press the key that locks, and wait until the screen says so."""
    await person.pilot.press("ctrl+l")
    while said not in person.sees:
        await person.pilot.pause()


async def closed(person: Person, path: Path) -> None:
    """Wait until the journal is closed and its key forgotten."""
    while KEYS.has_any:
        await person.pilot.pause()
    assert not path.with_name(path.name + "-wal").exists()


async def test_the_passphrase_is_asked_for_before_anything_is_seen(
    sit: Sit, locked_app: Callable[..., WinJournalApp]
) -> None:
    async with sit(locked_app()) as person:
        assert person.at(LockScreen)
        assert AT_THE_START in person.sees
        assert "Acme" not in person.sees
        await unlock(person, "wrong")
        assert "Wrong passphrase, or the file is damaged." in person.sees
        assert "wrong" not in person.sees.replace("Wrong", "")
        await unlock(person)
        assert person.at(TodayScreen)
        assert "Acme" in person.sees


async def test_what_is_typed_as_a_passphrase_is_never_shown(
    sit: Sit, locked_app: Callable[..., WinJournalApp]
) -> None:
    async with sit(locked_app()) as person:
        await person.type(PASSPHRASE)
        assert "quince" not in person.sees


async def test_a_key_locks_and_what_was_being_typed_comes_back(
    sit: Sit, encrypted: Path, locked_app: Callable[..., WinJournalApp],
    clock: Any,
) -> None:  # fmt: skip
    async with sit(locked_app(asks_first=False)) as person:
        await person.press("n")
        await person.type("Van hire")
        await lock(person)
        assert person.at(LockScreen)
        assert "Van hire" not in person.sees
        await closed(person, encrypted)
        await unlock(person)
        assert person.at(PrepScreen)
        assert "Van hire" in person.sees
    journal = reopened(encrypted, clock)
    (draft,) = journal.drafts.waiting()
    assert values_of(draft.text)["title"] == "Van hire"
    journal.store.close()


async def test_nothing_reaches_what_is_behind_the_lock(
    sit: Sit, locked_app: Callable[..., WinJournalApp], encrypted: Path
) -> None:
    async with sit(locked_app(asks_first=False)) as person:
        await lock(person)
        await closed(person, encrypted)
        for key in ("2", "n", "ctrl+p", "f1", "ctrl+s", "z", "u", "tab", "ctrl+c"):
            await person.pilot.press(key)
            await person.pilot.pause()
        assert person.at(LockScreen)
        assert person.app.current_mode == "today"
        person.app.notify("Dana agreed")
        assert person.told == ""


async def test_what_is_asked_meanwhile_waits_until_it_is_open_again(
    sit: Sit, locked_app: Callable[..., WinJournalApp], encrypted: Path
) -> None:
    async with sit(locked_app(asks_first=False)) as person:
        answers: list[str] = []
        await lock(person)
        await closed(person, encrypted)

        def ask(journal: Journal) -> str:
            return journal.writing.add("Afterwards.").body

        person.app.desk.ask(ask, answers.append)
        await person.wait()
        assert answers == []
        await unlock(person)
        assert answers == ["Afterwards."]


async def test_an_answer_that_comes_too_late_waits_too(
    sit: Sit, locked_app: Callable[..., WinJournalApp], encrypted: Path
) -> None:
    async with sit(locked_app(asks_first=False)) as person:
        answers: list[int] = []
        person.app.desk.ask(lambda journal: 1, answers.append)
        person.app.guard.lock()
        await closed(person, encrypted)
        await person.pilot.pause()
        assert answers == []
        await unlock(person)
        assert answers == [1]


async def test_ten_minutes_without_a_key_lock(
    sit: Sit, locked_app: Callable[..., WinJournalApp], idle: Idle
) -> None:
    async with sit(locked_app(asks_first=False)) as person:
        idle.gone = 10 * MINUTES - 1
        person.app.guard.look()
        assert not person.app.guard.is_locked
        await person.press("j")
        idle.gone += 10 * MINUTES - 1
        person.app.guard.look()
        assert not person.app.guard.is_locked
        idle.gone += 1
        person.app.guard.look()
        await person.wait()
        assert person.at(LockScreen)
        person.app.guard.look()
        await person.wait()
        locks = [isinstance(s, LockScreen) for s in person.app.screen_stack]
        assert locks == [False, True]


async def test_a_suspended_program_is_locked(
    sit: Sit, locked_app: Callable[..., WinJournalApp]
) -> None:
    async with sit(locked_app(asks_first=False)) as person:
        person.app.app_suspend_signal.publish(person.app)
        await person.wait()
        assert person.at(LockScreen)


async def test_an_editor_that_has_the_terminal_locks_nothing(
    sit: Sit, locked_app: Callable[..., WinJournalApp], idle: Idle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    app = locked_app(asks_first=False)
    async with sit(app) as person:

        @contextmanager
        def suspended() -> Iterator[None]:
            # what Textual's own does; a test has no terminal to lend
            app.app_suspend_signal.publish(app)
            idle.gone += 20 * MINUTES
            yield
            app.app_resume_signal.publish(app)

        monkeypatch.setattr(app, "suspend", suspended)
        app.edit_outside("text")
        app.guard.look()
        await person.wait()
        assert not app.guard.is_locked
        app.app_suspend_signal.publish(app)
        assert app.guard.is_locked


async def test_what_cannot_be_kept_stays_and_is_told(
    sit: Sit, locked_app: Callable[..., WinJournalApp], monkeypatch: pytest.MonkeyPatch,
    encrypted: Path,
) -> None:  # fmt: skip
    def refuse(*_: object, **__: object) -> None:
        raise DiskTrouble("The disk is full.")

    async with sit(locked_app(asks_first=False)) as person:
        await person.press("n")
        with monkeypatch.context() as patch:
            # Before a word is typed: what was kept meanwhile would be told as kept.
            patch.setattr(Drafts, "keep", refuse)
            await person.type("Van hire")
            await lock(person, NOT_KEPT)
        await closed(person, encrypted)
        await unlock(person)
        assert "Van hire" in person.sees
        person.app.save_drafts()


async def test_while_it_is_locked_another_program_may_change_the_passphrase(
    sit: Sit, locked_app: Callable[..., WinJournalApp], encrypted: Path
) -> None:
    async with sit(locked_app(asks_first=False)) as person:
        with pytest.raises(Busy):
            locking.change_passphrase(encrypted, "another", NOW)
        await lock(person)
        await closed(person, encrypted)
        locking.unlock(encrypted, PASSPHRASE)
        locking.change_passphrase(encrypted, "another", NOW)
        KEYS.forget()
        await unlock(person)
        assert "Wrong passphrase" in person.sees
        await unlock(person, "another")
        assert "Acme" in person.sees


async def test_esc_leaves_the_program(
    sit: Sit, locked_app: Callable[..., WinJournalApp]
) -> None:
    app = locked_app()
    async with sit(app) as person:
        await person.pilot.press("escape")
        await person.pilot.pause()
    assert app.return_value == 0


async def test_the_mouse_opens_it_too(
    sit: Sit, locked_app: Callable[..., WinJournalApp]
) -> None:
    async with sit(locked_app()) as person:
        await person.type(PASSPHRASE)
        await person.pilot.click("#open")
        while person.at(LockScreen):
            await person.pilot.pause()
        await person.wait()
        assert "Acme" in person.sees


async def test_a_plain_journal_has_no_lock(sit: Sit) -> None:
    async with sit() as person:
        await person.press("ctrl+l")
        assert not person.at(LockScreen)
        await person.press("f1")
        assert person.at(HelpModal)
        assert "^l" not in person.sees


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (140, 40)])
async def test_the_lock_can_be_read_at_every_size(
    size: tuple[int, int], sit: Sit, locked_app: Callable[..., WinJournalApp]
) -> None:
    async with sit(locked_app(), size=size) as person:
        for words in ("WinJournal", AT_THE_START, "Passphrase", "leave WinJournal"):
            assert words in person.sees


def test_the_journal_is_really_encrypted(encrypted: Path) -> None:
    locking.unlock(encrypted, PASSPHRASE)
    connect(encrypted).close()
    assert b"Acme" not in encrypted.read_bytes()
