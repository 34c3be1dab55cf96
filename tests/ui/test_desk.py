"""What screens ask is done beside them, in order, and answered on their side."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path

import pytest

from tests.services.conftest import HandClock
from tests.ui.conftest import MakeApp, Sit, reopened
from winjournal.domain.errors import NewerJournal, NotFound, WinJournalError
from winjournal.services.deals import Deals
from winjournal.services.journal import Journal
from winjournal.ui.screens.person import PersonScreen


async def test_answers_come_on_the_screens_own_thread(sit: Sit) -> None:
    threads: list[str] = []
    async with sit() as person:
        person.app.desk.ask(
            lambda _: threads.append(threading.current_thread().name),
            lambda _: threads.append(threading.current_thread().name),
        )
        await person.wait()
    assert threads[0].startswith("journal")
    assert threads[1] == threading.main_thread().name


async def test_what_is_asked_before_it_is_open_waits_for_it(make_app: MakeApp) -> None:
    order: list[str] = []
    app = make_app()
    open_ = app.setting.open_journal

    def opening() -> Journal:
        order.append("open")
        return open_()

    app.desk._open = opening
    async with app.run_test() as pilot:
        app.desk.ask(lambda _: order.append("asked"))
        while "asked" not in order:
            await app.desk.settle()
            await pilot.pause()
    app.desk.close()
    assert order == ["open", "asked"]


async def test_jobs_are_done_in_the_order_in_which_they_were_asked(sit: Sit) -> None:
    done: list[int] = []
    async with sit() as person:
        for number in range(20):
            person.app.desk.ask(partial(_note, done, number))
        await person.wait()
    assert done == list(range(20))


async def test_of_one_name_only_the_last_answer_is_delivered(sit: Sit) -> None:
    heard: list[int] = []
    async with sit() as person:
        for number in range(3):
            job = partial(_same, number)
            person.app.desk.ask(job, heard.append, latest="same")
        person.app.desk.ask(lambda _: 7, heard.append, latest="another")
        await person.wait()
    assert heard == [2, 7]


async def test_a_sentence_becomes_a_toast_or_goes_to_who_wants_it(sit: Sit) -> None:
    def fail(_: Journal) -> None:
        raise NotFound("There is no such thing.", "Look again.")

    caught: list[WinJournalError] = []
    async with sit() as person:
        person.app.desk.ask(fail)
        await person.wait()
        assert person.told == "There is no such thing. Look again."
        person.app.clear_notifications()
        person.app.desk.ask(fail, failed=caught.append)
        await person.wait()
        assert person.told == ""
    assert isinstance(caught[0], NotFound)


async def test_a_fault_is_told_without_its_words_and_goes_into_the_log(
    sit: Sit, faults: list[BaseException]
) -> None:
    def fail(_: Journal) -> None:
        raise ZeroDivisionError("what Dana said")

    async with sit() as person:
        person.app.desk.ask(fail)
        await person.wait()
        assert "a fault in WinJournal (ZeroDivisionError)" in person.told
        assert "Dana" not in person.told
        assert "Landlord, deposit" in person.sees
    assert isinstance(faults[0], ZeroDivisionError)


async def test_after_a_fault_a_form_is_saved_again(
    sit: Sit, monkeypatch: pytest.MonkeyPatch, faults: list[BaseException]
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("Van hire")

    async with sit() as person:
        await person.press("n")
        await person.fill(title="Van hire", person="Harbour Vans")
        with monkeypatch.context() as patch:
            patch.setattr(Deals, "create", fail)
            shown = await person.press("ctrl+s")
        assert "Not saved: That failed by a fault" in shown
        assert len(faults) == 1
        await person.press("ctrl+s")
        assert person.told == "Started: Van hire"


async def test_a_screen_that_was_left_gets_no_answer(sit: Sit) -> None:
    async with sit() as person:
        going = threading.Event()
        person.app.desk.ask(lambda _: going.wait(10))
        person.app.push_screen(PersonScreen("nobody"))
        await person.pilot.pause()
        assert person.at(PersonScreen)
        person.app.pop_screen()
        await person.pilot.pause()
        going.set()
        await person.wait()
        assert person.app._exception is None


async def test_a_journal_that_cannot_be_opened_ends_the_program(
    make_app: MakeApp,
) -> None:
    def refuse() -> Journal:
        raise NewerJournal("A newer WinJournal wrote it.")

    app = make_app(open_journal=refuse)
    async with app.run_test() as pilot:
        while app.start.refused is None:
            await app.desk.settle()
            await pilot.pause()
        assert list(app._notifications) == []
    app.desk.close()
    assert isinstance(app.start.refused, NewerJournal)


async def test_what_must_be_kept_now_is_waited_for(sit: Sit) -> None:
    done: list[str] = []
    async with sit() as person:
        person.app.desk.do_now(lambda _: done.append("kept"))
        assert done == ["kept"]


def test_nothing_can_be_kept_where_nothing_is_open(make_app: MakeApp) -> None:
    app = make_app()
    with pytest.raises(WinJournalError, match="not open"):
        app.desk.do_now(lambda _: None)
    app.desk.close()
    app.desk.close()


async def test_a_slow_write_is_done_before_the_program_ends(
    sit: Sit, journal_file: Path, clock: HandClock
) -> None:
    def slow(journal: Journal) -> None:
        threading.Event().wait(0.2)
        journal.inbox.log("said at the door")

    async with sit() as person:
        person.app.desk.ask(slow)
    lines = reopened(journal_file, clock).inbox.lines()
    assert "said at the door" in [line.line for line in lines]


def _note(into: list[int], number: int, _: Journal) -> None:
    into.append(number)


def _same(number: int, _: Journal) -> int:
    return number
