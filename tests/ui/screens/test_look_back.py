"""Thirty days later: the answers first, then what was said then."""

from __future__ import annotations

from collections.abc import Callable

from tests.ui.conftest import Sit
from winjournal.domain.debrief import YesNoUnsure
from winjournal.domain.later import SatSource
from winjournal.services.journal import Journal
from winjournal.ui.due import open_due
from winjournal.ui.modals.then_and_now import ThenAndNowModal
from winjournal.ui.screens.look_back import LookBackScreen
from winjournal.ui.screens.negotiation import NegotiationScreen


async def test_the_answers_come_before_what_was_said_then(
    sit: Sit, kept: Callable[[], Journal]
) -> None:
    async with sit(size=(100, 50)) as person:
        shown = await person.press("tab", "enter")
        assert person.at(LookBackScreen)
        assert "Kiln lease   30 days on" in shown
        assert "47" not in shown
        assert "I know it from" not in shown
        await person.fill(
            my_sat_now="4", swap_sign="u", deal_again="n", their_sat="3",
            their_sat_source="t", my_commitments="a",
        )  # fmt: skip
        await person.press("ctrl+s")
        assert person.told == "Looked back, 30 days on."
        shown = person.sees
        assert person.at(ThenAndNowModal)
        assert "I am content" in shown
        assert "4 of 7" in shown
        assert "r writes down what would put it right" in shown
        shown = await person.press("escape")
        assert person.at(NegotiationScreen)
        assert "47" in shown
        shown = await person.press("escape")
        assert "Kiln lease, 30 days on" not in shown
        shown = await person.press("u")
        assert "Kiln lease, 30 days on" in shown
        await person.press("U")
    journal = kept()
    (row,) = [r for r in journal.people.rows() if r.person.name == "Ruth"]
    dossier = journal.deals.read(journal.people.page(row.person.id).rows[0].id)
    answered = next(f for f in dossier.follow_ups if f.day == 30)
    assert answered.my_sat_now == 4
    assert answered.deal_again is YesNoUnsure.NO
    assert (answered.their_sat, answered.their_sat_source) == (3, SatSource.TOLD_ME)


async def test_one_that_was_answered_elsewhere_is_refused(
    sit: Sit, kept: Callable[[], Journal]
) -> None:
    async with sit() as person:
        await person.press("tab", "enter")
        screen = person.screen
        assert isinstance(screen, LookBackScreen)
        journal = kept()
        journal.later.answer(journal.later.follow_up(screen._which))
        journal.store.close()
        await person.fill(my_sat_now="4")
        shown = await person.press("ctrl+s")
        assert "Not saved: This look-back was answered before." in shown
        assert person.form.values["my_sat_now"] == "4"


async def test_a_repair_follows_from_what_came_out(
    sit: Sit, kept: Callable[[], Journal]
) -> None:
    async with sit(size=(100, 50)) as person:
        await person.press("tab", "enter")
        assert person.form.values["my_commitments"] == "na"
        await person.fill(they_discovered="k", reopened_by="t")
        await person.press("ctrl+s")
        assert "opened again by" in person.sees
        await person.press("r")
        await person.type("share the bill history for Ruth by fri")
        assert "share the bill history  for Ruth  due Fri" in person.sees
        await person.press("enter")
        assert person.told == "Written down; it will be due."
        shown = await person.press("escape")
        assert "share the bill history" in shown
        journal = kept()
        (repair,) = journal.repairs.all()
        journal.store.close()
        open_due(person.app, f"repair:{repair.id}")
        await person.wait()
        await person.press("enter")
        await person.type("she was glad")
        await person.press("enter")
        assert person.told == "Put right."
    (repair,) = kept().repairs.all()
    assert (repair.for_whom, repair.effect) == ("Ruth", "she was glad")
    assert repair.done_on is not None


async def test_one_key_puts_it_off_and_undo_brings_it_back(sit: Sit) -> None:
    async with sit(size=(100, 50)) as person:
        await person.press("tab")
        await person.press(">")
        assert person.told.startswith("Asked again ")
        await person.press("u")
        assert "Kiln lease, 30 days on" in person.sees
        await person.press("g", ">")
        assert "11 Mar    Kiln lease, 30 days on" in person.sees


async def test_it_is_put_off_from_its_own_form(sit: Sit) -> None:
    async with sit(size=(100, 50)) as person:
        await person.press("tab", "enter")
        await person.press(">")
        assert not person.at(LookBackScreen)
        assert person.told.startswith("Asked again ")
