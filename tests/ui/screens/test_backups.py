"""The journal as a file, from the screens: backups, trash, purge, damage, rescue."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from tests.services.conftest import HandClock
from winjournal.keeper import FileKeeper
from winjournal.ui.modals.confirm import ConfirmModal
from winjournal.ui.screens.backups import BackupsScreen
from winjournal.ui.screens.today import TodayScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.conftest import Sit
    from tests.ui.person import Person
    from winjournal.services.journal import Journal


async def run(person: Person, action: str) -> str:
    """Do what the palette does."""
    await person.app.run_action(action)
    await person.wait()
    return person.sees


async def seen_over(person: Person) -> None:
    """Wait for the quiet look at the whole journal."""
    looker = person.app.looker
    if looker is not None:
        await asyncio.to_thread(looker.join)
    await person.wait()


def copies(path: Path) -> list[Path]:
    return sorted((path.parent / "backups").glob("*.db"))


async def test_a_backup_is_put_back_after_what_changes_was_seen(
    sit: Sit, journal_file: Path, clock: HandClock, kept: Callable[[], Journal]
) -> None:
    keeper = FileKeeper(journal_file, clock.now)
    async with sit(keeper=keeper) as person:
        shown = await run(person, "backups")
        assert person.at(BackupsScreen)
        assert "Make a backup now" in shown
        shown = await person.press("enter")
        assert "Backed up and read again" in person.told
        clock.pass_(minutes=5)
        person.app.desk.ask(lambda j: j.inbox.log("a thought of later"))
        await person.wait()
        shown = await person.press("g", "down")
        assert "today 10:00" in shown
        assert "asked for" in shown
        assert "whole" in shown
        shown = await person.press("enter")
        assert person.at(ConfirmModal)
        assert "logged lines" in shown
        assert "a thought of later" in shown
        await person.press("n")
        assert len(copies(journal_file)) == 1
        await person.press("enter", "y")
        assert "Put back. What stood there is journal.20260304T090500Z" in person.told
        await person.press("escape")
        await seen_over(person)
        assert person.app.alarm == ""
        assert person.at(TodayScreen)
        assert "felt rushed" in person.sees
        person.app.desk.ask(lambda j: j.inbox.log("and on it goes"))
        await person.wait()
    lines = [line.line for line in kept().inbox.lines()]
    assert "and on it goes" in lines
    assert "a thought of later" not in lines


async def test_a_damaged_backup_is_marked_and_not_put_back(
    sit: Sit, journal_file: Path, clock: HandClock
) -> None:
    keeper = FileKeeper(journal_file, clock.now)
    made = keeper.back_up("asked")
    data = made.read_bytes()
    at = data.index(b"told her about")
    made.write_bytes(data[:at] + b"s" + data[at + 1 :])
    async with sit(keeper=keeper) as person:
        shown = await run(person, "backups")
        assert "damaged" in shown
        await person.press("down", "enter")
        assert person.at(BackupsScreen)
        assert "is damaged" in person.told


async def test_the_trash_is_emptied_after_a_question(
    sit: Sit, journal_file: Path, clock: HandClock
) -> None:
    async with sit(keeper=FileKeeper(journal_file, clock.now)) as person:
        person.app.desk.ask(lambda j: j.inbox.drop(j.inbox.lines()[0].id))
        await person.wait()
        shown = await run(person, "empty_trash")
        assert "felt rushed" in " ".join(shown.split())
        await person.press("n")
        await run(person, "empty_trash")
        await person.press("y")
        assert "Emptied" in person.told
        await run(person, "empty_trash")
        assert person.told == "The trash is empty."
    assert b"felt rushed on the phone" not in journal_file.read_bytes()


async def test_a_person_is_purged_from_their_page(
    sit: Sit, journal_file: Path, clock: HandClock, kept: Callable[[], Journal]
) -> None:
    async with sit(keeper=FileKeeper(journal_file, clock.now)) as person:
        assert not person.app.check_action("purge", ())
        await person.press("3", "enter")
        shown = await run(person, "purge")
        assert "Purge" in shown
        assert "negotiation" in shown
        await person.press("y")
        assert person.told.startswith("Purged: ")
        assert "1 backup still holds what was purged" in " ".join(person.sees.split())
        await person.press("y")
        assert person.told == "1 older backup deleted."
        assert len(person.app.screen_stack) == 1
    assert len(kept().people.rows()) == 2
    assert len(copies(journal_file)) == 1


async def test_a_row_that_the_disk_changed_raises_the_alarm(
    sit: Sit, journal_file: Path, clock: HandClock
) -> None:
    connection = dbapi2.connect(str(journal_file), isolation_level=None)
    connection.execute("UPDATE moment SET note = 'told her about the outrage'")
    connection.close()
    async with sit(keeper=FileKeeper(journal_file, clock.now), size=(80, 24)) as person:
        await seen_over(person)
        assert "rows are not as written" in " ".join(person.sees.split())
        assert "Acme renewal" in person.sees
        await person.press("3")
        assert "not as written" in " ".join(person.sees.split())


async def test_a_sound_journal_raises_none_and_says_so_when_asked(
    sit: Sit, journal_file: Path, clock: HandClock
) -> None:
    async with sit(keeper=FileKeeper(journal_file, clock.now)) as person:
        await seen_over(person)
        assert person.app.alarm == ""
        await run(person, "check_journal")
        await seen_over(person)
        assert person.told == "The journal is as it was written."


async def test_a_file_that_was_replaced_is_rescued(
    sit: Sit, journal_file: Path, clock: HandClock
) -> None:
    async with sit(keeper=FileKeeper(journal_file, clock.now)) as person:
        await seen_over(person)
        assert not person.app.check_action("rescue", ())
        person.app.desk.ask(lambda j: j.inbox.log("written before"))
        await person.wait()
        other = journal_file.with_name("other")
        other.write_bytes(b"something else")
        other.replace(journal_file)
        person.app.start.pulse.look()
        await person.wait()
        assert "moved, deleted or replaced" in " ".join(person.sees.split())
        person.app.desk.ask(lambda j: j.inbox.log("refused"))
        await person.wait()
        await run(person, "rescue")
        assert "WinJournal goes on there" in person.told
        assert person.app.alarm == ""
        person.app.desk.ask(lambda j: j.inbox.log("written after"))
        await person.wait()
    (rescued,) = journal_file.parent.glob("journal-rescued-*.db")
    connection = dbapi2.connect(str(rescued))
    lines = {line for (line,) in connection.execute("SELECT line FROM inbox")}
    connection.close()
    assert {"written before", "written after"} <= lines
    assert "refused" not in lines
    assert journal_file.read_bytes() == b"something else"
    assert not journal_file.with_name("journal.db-wal").exists()


async def test_a_journal_that_nobody_keeps_offers_none_of_it(sit: Sit) -> None:
    async with sit() as person:
        for action in ("backups", "back_up", "empty_trash", "check_journal", "rescue"):
            assert not person.app.check_action(action, ())
        await seen_over(person)
