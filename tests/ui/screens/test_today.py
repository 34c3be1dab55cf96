"""A day, as it begins: what is under way, what is due, a line to write in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.widgets import Input

from tests.services.stories import LEAST, begin
from tests.ui.conftest import MakeApp, Sit
from tests.ui.drawn import text
from tests.ui.seed import NOW
from winjournal.domain.sought import read_sought
from winjournal.domain.tags import Actor
from winjournal.services.journal import Journal
from winjournal.ui.drafting import hint
from winjournal.ui.glyphs import UNICODE
from winjournal.ui.lines import log_line
from winjournal.ui.screens.debrief import DebriefScreen
from winjournal.ui.screens.look_back import LookBackScreen
from winjournal.ui.screens.negotiation import NegotiationScreen
from winjournal.ui.screens.week import WeekScreen
from winjournal.ui.widgets.ledger import Ledger

Kept = Callable[[], Journal]


async def test_it_shows_what_is_under_way_and_what_is_due(sit: Sit) -> None:
    async with sit() as person:
        shown = person.sees
    assert "Landlord, deposit  M. Okafor             today 14:00" in shown
    assert "trust not called yet; my win not said yet; 3 more" in shown
    assert "■ □  you 1 handled; Dana 1 slip" in shown
    assert "1 Mar     Kiln lease, 30 days on" in shown
    assert "Fri       SLA draft" in shown
    assert "Sat       usage data  theirs" in shown
    assert "09:00  felt rushed on the phone" in shown
    assert "If I hear a lower price" in shown
    assert "2 talks, 4 marks" in shown


async def test_a_long_name_leaves_room_for_the_marks_of_both_sides(
    sit: Sit, kept: Kept
) -> None:
    journal = kept()
    deal = begin(journal, replace(LEAST, title="Rent", person="Housing Association"))
    for tag, actor in (("ego", Actor.ME), (None, Actor.ME), ("honest", Actor.THEM)):
        journal.marks.mark(deal.id, tag, actor)
    journal.store.close()
    async with sit() as person:
        shown = person.sees
    assert "you 1 slip, 1 undecided; they 1 handled" in shown
    assert "; Dana 1 slip" in shown


async def test_where_there_is_little_room_all_of_it_is_one_list(sit: Sit) -> None:
    async with sit(size=(80, 24)) as person:
        first = person.sees
        last = await person.press("G")
    assert "Under way" in first
    assert "Acme renewal" in first
    assert "felt rushed on the phone" in last
    assert "If I hear a lower price" in last


async def test_before_the_journal_is_open_nothing_is_said_of_it(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app()
    monkeypatch.setattr(app.start, "begin", lambda: None)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        shown = text(app)
        app.desk._early.clear()
    assert "Nothing" not in shown
    assert "will stand here" not in shown
    assert "Twelve weeks" not in shown
    assert "What happened?" in shown
    assert "quit" in shown


async def test_an_empty_journal_says_what_will_stand_here(
    sit: Sit, empty_file: object
) -> None:
    async with sit(path=empty_file) as person:
        shown = person.sees
    assert "What you negotiate will stand here" in shown
    assert "n starts a negotiation" in shown
    assert "Nothing is due this week." in shown


async def test_a_line_is_logged_and_filed_where_it_can_only_belong(
    sit: Sit, kept: Kept
) -> None:
    async with sit() as person:
        await person.press("a")
        assert isinstance(person.screen.focused, Input)
        await person.type("yesterday 3pm: Dana, renewal. @ego I listed our awards")
        shown = await person.press("enter")
        assert "ego" in person.told
        assert "filed" in person.told
        assert "saved 10:00" in shown
        assert "■ □ □  you 1 handled, 1 slip; Dana 1 slip" in shown
        assert isinstance(person.screen.focused, Ledger)
    entry = kept().reading.find(read_sought("awards", NOW))
    assert entry[0].title


async def test_a_line_of_nobody_waits_in_the_inbox_and_is_filed_with_enter(
    sit: Sit,
) -> None:
    async with sit() as person:
        await person.press("a")
        await person.type("they want one invoice @interest+")
        shown = await person.press("enter")
        assert "10:00  they want one invoice" in shown
        shown = await person.press("G", "enter")
        assert "Where does this line belong?" in shown
        shown = await person.press("down", "enter")
        assert "they want one invoice" not in shown
        assert "you 2 handled" in shown
        shown = await person.press("u")
        assert "Taken back: filed" in person.told
        assert "they want one invoice" in shown
        shown = await person.press("U")
        assert "Done again: filed" in person.told
        assert "they want one invoice" not in shown


async def test_esc_comes_back_from_the_line_and_keeps_its_words(sit: Sit) -> None:
    async with sit() as person:
        await person.press("a")
        await person.type("half a thou")
        await person.press("escape")
        assert isinstance(person.screen.focused, Ledger)
        assert "half a thou" in person.sees


async def test_a_moment_is_marked_with_a_letter_and_its_words(
    sit: Sit, kept: Kept
) -> None:
    async with sit() as person:
        await person.press("j")
        shown = await person.press("m")
        assert "e Ego" in shown
        shown = await person.press("e")
        assert "Marked ego. What showed it?" in shown
        await person.type("raised my voice")
        shown = await person.press("enter")
        assert person.told == "Marked: ego."
        assert "you 1 handled, 1 slip" in shown
        assert person.screen.query_one("#now", Ledger).cursor == 1
        shown = await person.press("u", "u")
        assert "Taken back: marked ego Acme renewal" in person.told
        assert "you 1 handled; Dana" in shown


async def test_a_capital_marks_theirs_and_a_space_decides_later(sit: Sit) -> None:
    async with sit() as person:
        shown = await person.press("j", "m", "E", "enter")
        assert "Dana 2 slips" in shown
        shown = await person.press("m", "space", "enter")
        assert "1 undecided" in shown


async def test_a_letter_is_clicked_too(sit: Sit) -> None:
    async with sit() as person:
        await person.press("j", "m")
        await person.pilot.click("Letters", offset=(26, 0))
        await person.wait()
        shown = await person.press("enter")
        assert person.told == "Marked: ego let go."
        assert "you 2 handled" in shown


async def test_words_that_are_too_many_are_not_cut(sit: Sit) -> None:
    async with sit() as person:
        await person.press("j", "m", "e")
        await person.type("w" * 141)
        shown = await person.press("enter")
        assert "at most 140 characters; this has 141." in shown


async def test_any_tag_is_found_in_the_picker(sit: Sit) -> None:
    async with sit() as person:
        await person.press("j", "m", "t")
        await person.type("kept back")
        shown = await person.press("enter", "enter")
        assert "you 1 handled, 1 slip" in shown


async def test_a_promise_is_settled_from_what_is_due(sit: Sit, kept: Kept) -> None:
    async with sit() as person:
        shown = await person.press("tab", "j", "enter")
        assert "Where does this promise stand?" in shown
        shown = await person.press("enter")
        assert "SLA draft" not in shown
        assert person.told == "The promise is kept."
        shown = await person.press("u")
        assert "SLA draft" in shown


async def test_what_is_due_leads_to_where_it_is_settled(sit: Sit) -> None:
    async with sit() as person:
        await person.press("tab", "enter")
        assert person.at(LookBackScreen)
        await person.press("escape")
        await person.press("G", "enter")
        assert person.at(WeekScreen)


async def test_a_deal_is_opened_debriefed_and_deleted_from_here(sit: Sit) -> None:
    async with sit() as person:
        await person.press("enter")
        assert person.at(NegotiationScreen)
        await person.press("escape", "b")
        assert person.at(DebriefScreen)
        await person.press("escape")
        shown = await person.press("d")
        assert "Landlord" not in shown
        assert "brings it back" in person.told
        shown = await person.press("u")
        assert "Landlord, deposit" in shown


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (140, 40)])
async def test_discreet_shows_no_name_and_no_amount(
    sit: Sit, size: tuple[int, int]
) -> None:
    async with sit(size=size) as person:
        await person.press("a")
        await person.type("Ruth asked M. Okafor for 4.500")
        await person.press("enter")
        assert "Okafor" in person.sees
        shown = await person.press("z")
        for word in ("Okafor", "Dana", "Ruth", "4.500"):
            assert word not in shown.replace(hint(UNICODE), "")
        shown = await person.press("z")
        assert "Okafor" in shown


async def test_two_writes_at_once_are_both_done(sit: Sit) -> None:
    async with sit() as person:
        log_line(person.app, "first thing")
        log_line(person.app, "second thing")
        await person.wait()
        shown = person.sees
        assert shown.index("first thing") < shown.index("second thing")


async def test_a_click_takes_a_row_and_a_double_click_opens_it(sit: Sit) -> None:
    async with sit() as person:
        await person.pilot.click("#now", offset=(10, 6))
        assert person.screen.query_one("#now", Ledger).cursor == 1
        await person.pilot.click("#now", offset=(10, 6), times=2)
        await person.wait()
        assert person.at(NegotiationScreen)


async def test_on_a_low_screen_what_is_due_stays_in_sight(sit: Sit) -> None:
    async with sit(size=(80, 24)) as person:
        lines = person.sees.splitlines()
    deal = next(line for line in lines if "Acme renewal" in line)
    assert "■" in deal
    assert any(line.strip().startswith("Due   ") for line in lines)
    assert any("Kiln lease, 30 days on" in line for line in lines)
