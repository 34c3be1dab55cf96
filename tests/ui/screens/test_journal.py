"""Everything by date: filtered as one types, the chosen one beside it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.services.conftest import HandClock
from tests.services.stories import LEAST, begin
from tests.ui.bad_inputs import bad_inputs, shown
from tests.ui.conftest import Sit, reopened
from tests.ui.drawn import style_of
from tests.ui.person import Person
from winjournal.domain.errors import NotUnderstood
from winjournal.services.journal import Journal
from winjournal.ui.screens.entry import EntryScreen
from winjournal.ui.screens.journal import JournalListScreen
from winjournal.ui.screens.negotiation import NegotiationScreen
from winjournal.ui.screens.prep import PrepScreen
from winjournal.ui.widgets.ledger import Ledger

SIZES = [(80, 24), (100, 30), (140, 40)]
LINE, RENEWAL, DEPOSIT, LEASE = (
    "felt rushed on the phone", "Acme renewal", "Landlord, deposit", "Kiln lease",
)  # fmt: skip


def stands_on(person: Person, kind: type[object]) -> None:
    assert isinstance(person.screen, kind)


def journal_of(person: Person) -> JournalListScreen:
    screen = person.screen
    assert isinstance(screen, JournalListScreen)
    return screen


async def to(person: Person, title: str) -> str:
    """Put the cursor on a row by its title."""
    screen = journal_of(person)
    for index in range(screen.journal.count):
        screen.journal.move_to(index)
        await person.wait()
        row = screen._row()
        if row and row.title == title:
            return person.sees
    raise AssertionError(f"{title} is not listed:\n{person.sees}")


@pytest.mark.parametrize("size", SIZES)
async def test_everything_stands_by_date_the_newest_first(
    sit: Sit, size: tuple[int, int]
) -> None:
    async with sit(size=size) as person:
        seen = await person.press("2")

    places = [seen.index(title) for title in (LINE, RENEWAL, LEASE)]
    assert places == sorted(places)
    assert "everything   4" in seen
    assert "inbox" in seen
    assert "agreed" in seen
    assert seen.index("March") < seen.index(RENEWAL)


async def test_a_filter_narrows_while_one_types_and_says_what_it_means(
    sit: Sit,
) -> None:
    async with sit() as person:
        await person.press("2", "f")
        seen = await person.type("with:dan")
        assert "with dan…   1" in seen
        assert RENEWAL in seen
        assert LEASE not in seen
        await person.press("ctrl+u")
        seen = await person.type("outcome:agreed")

    assert LEASE in seen
    assert RENEWAL not in seen


async def test_a_filter_that_is_not_understood_points_at_the_place(sit: Sit) -> None:
    async with sit(size=(80, 24)) as person:
        await person.press("2", "f")
        await person.type("lease ")
        seen = await person.type("is:blue")
        lines = seen.splitlines()
        typed = next(i for i, line in enumerate(lines) if "is:blue" in line)

        assert "^" in lines[typed + 1]
        assert lines[typed + 1].index("^") == lines[typed].index("blue")
        assert LEASE in seen
        assert RENEWAL not in seen
        await person.press("backspace")


async def test_enter_and_escape_come_back_to_the_list(sit: Sit) -> None:
    async with sit() as person:
        await person.press("2")
        for key in ("enter", "escape", "down"):
            await person.press("f")
            assert not isinstance(person.screen.focused, Ledger)
            await person.press(key)
            assert isinstance(person.screen.focused, Ledger)


async def test_nothing_that_passes_is_said(sit: Sit) -> None:
    async with sit() as person:
        await person.press("2", "f")
        seen = await person.type("xyzzy")

    assert "Nothing passes this filter." in seen


async def test_an_empty_journal_says_what_will_stand_here(
    sit: Sit, empty_file: Path
) -> None:
    async with sit(path=empty_file) as person:
        seen = await person.press("2")

    assert "Everything you negotiate and write will stand here" in seen
    assert "n starts" in seen
    assert "debrief" not in seen


async def test_enter_opens_each_kind_of_row(
    sit: Sit, kept: Callable[[], Journal]
) -> None:
    with_entry = kept()
    with_entry.writing.add("A quiet day.\n\nAll of it.")
    with_entry.store.close()
    async with sit() as person:
        await person.press("2")
        await to(person, RENEWAL)
        await person.press("enter")
        stands_on(person, NegotiationScreen)
        await person.press("q")
        await to(person, "A quiet day.")
        await person.press("enter")
        stands_on(person, EntryScreen)
        await person.press("escape")
        await to(person, LINE)
        seen = await person.press("enter")

    assert "Where does this line belong?" in seen


@pytest.mark.parametrize("size", [(100, 30), (140, 40)])
async def test_the_chosen_one_stands_beside_the_list(
    sit: Sit, size: tuple[int, int]
) -> None:
    async with sit(size=size) as person:
        await person.press("2")
        seen = await to(person, LEASE)
        assert "fair range" in seen
        assert "47k" in seen
        assert "you 1 handled, 1 slip" in seen
        assert "● one invoice" in seen
        seen = await to(person, LINE)

    assert "Understood" in seen
    assert "fair range" not in seen


async def test_a_narrow_screen_shows_only_the_list(sit: Sit) -> None:
    async with sit(size=(80, 24)) as person:
        await person.press("2")
        assert "fair range" not in await to(person, LEASE)
        await person.pilot.resize_terminal(140, 40)
        await person.wait()

        assert "fair range" in person.sees


async def test_what_was_deleted_comes_back(sit: Sit) -> None:
    async with sit() as person:
        await person.press("2")
        await to(person, LEASE)
        assert LEASE not in (await person.press("d")).partition("Acme")[0]
        assert "everything   3" in person.sees
        assert "brings it back" in person.told
        seen = await person.press("u")

    assert "everything   4" in seen
    assert LEASE in seen


async def test_e_changes_what_has_the_focus(sit: Sit) -> None:
    async with sit() as person:
        await person.press("2")
        await to(person, RENEWAL)
        await person.press("e")

        stands_on(person, PrepScreen)


async def test_a_mark_and_a_debrief_want_a_negotiation(sit: Sit) -> None:
    async with sit() as person:
        await person.press("2")
        await to(person, LINE)
        await person.press("m")
        assert person.told == "Choose a negotiation first."
        await to(person, RENEWAL)
        await person.press("m", "e", "escape")
        assert "Marked" in person.told


async def test_the_line_that_has_the_focus_is_copied(sit: Sit) -> None:
    async with sit() as person:
        await person.press("2")
        await to(person, LEASE)
        await person.press("y")

        assert person.app.clipboard == "2026-01-30  Kiln lease  Ruth  agreed"


async def test_what_is_written_elsewhere_keeps_the_cursor(
    sit: Sit, kept: Callable[[], Journal]
) -> None:
    async with sit() as person:
        await person.press("2")
        await to(person, RENEWAL)
        other = kept()
        begin(other, replace(LEAST, title="Van hire"))
        other.store.close()
        await person.press("1", "z", "2")
        row = journal_of(person)._row()

    assert row is not None
    assert row.title == RENEWAL


async def test_thousands_of_rows_are_fetched_as_they_are_seen(
    sit: Sit, clock: HandClock, tmp_path: Path
) -> None:
    path = tmp_path / "many.db"
    fill_many(path, clock, 420)
    async with sit(path=path, size=(80, 24)) as person:
        await person.press("2", "G")
        await person.app.workers.wait_for_complete()
        await person.wait()
        assert "Entry 0 " in person.sees
        assert "everything   420" in person.sees
        await person.press("d")

        assert "everything   419" in person.sees
        assert "Entry 1 " in person.sees


async def test_hostile_text_is_shown_as_text(
    sit: Sit, kept: Callable[[], Journal]
) -> None:
    taken = taken_by(kept())
    async with sit(size=(140, 40 + 2 * len(taken))) as person:
        seen = await person.press("2")

    assert [shown(value) for value in taken if shown(value) not in seen] == []
    assert len(taken) > 30


async def test_any_text_may_stand_in_the_filter(sit: Sit) -> None:
    async with sit(size=(80, 24)) as person:
        await person.press("2", "f")
        for value in bad_inputs().values():
            await person.press("ctrl+u")
            await person.type(value)

            assert "Journal" in person.sees


async def test_discreet_hides_names_and_amounts(sit: Sit) -> None:
    async with sit() as person:
        await person.press("2")
        await to(person, LEASE)
        seen = await person.press("z")

    assert "47k" not in seen
    assert "Ruth" not in seen
    assert "R." in seen


async def test_an_agreed_deal_is_told_by_a_full_dot(sit: Sit) -> None:
    async with sit() as person:
        await person.press("2")
        line = next(x for x in person.sees.splitlines() if LEASE in x)

        assert "●" in line
        assert style_of(person.app, LEASE).bold


def fill_many(path: Path, clock: HandClock, count: int) -> None:
    journal = reopened(path, clock)
    start = datetime(2024, 1, 1, 12, 0, tzinfo=clock.now().tzinfo)
    for number in range(count):
        journal.writing.add(
            f"Entry {number} of many", at=start + timedelta(days=number)
        )
    journal.store.close()


def taken_by(journal: Journal) -> list[str]:
    """Write every hostile text as an entry; return those that were taken."""
    taken: list[str] = []
    for value in bad_inputs().values():
        with suppress(NotUnderstood):
            journal.writing.add(value)
            taken.append(value)
    journal.store.close()
    return taken


async def test_discreet_what_was_understood_keeps_its_day(sit: Sit) -> None:
    async with sit(size=(140, 40)) as person:
        await person.press("a")
        await person.type("yesterday 15:00: they asked for 41k @ego")
        shown = await person.press("enter", "z", "2", "g", "j", "j")
    assert "3 Mar 2026 15:00" in shown
    assert "41k" not in shown
