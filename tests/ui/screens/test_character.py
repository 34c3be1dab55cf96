"""The page on one's own negotiations: periods, answers, panels, re-reading."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from textual.content import Content

from tests.services.conftest import HandClock
from tests.ui.conftest import Sit
from tests.ui.person import Person
from winjournal.domain.facts import Facts
from winjournal.domain.measures.tiers import Tier
from winjournal.domain.report import Block, Cell, Moments
from winjournal.domain.tags import Step
from winjournal.services.journal import Journal
from winjournal.ui.glyphs import UNICODE
from winjournal.ui.look import Look
from winjournal.ui.screens.character import CharacterScreen
from winjournal.ui.screens.character_rows import moment_rows
from winjournal.ui.screens.character_words import evidence_line
from winjournal.ui.screens.evidence import EvidenceScreen
from winjournal.ui.screens.evidence_rows import by_day
from winjournal.ui.screens.negotiation import NegotiationScreen
from winjournal.ui.screens.panel import PanelScreen
from winjournal.ui.screens.reread import RereadScreen
from winjournal.ui.screens.today_rows import STEP_WORDS
from winjournal.ui.veil import Veil

Kept = Callable[[], Journal]


async def to_ego(person: Person) -> str:
    """Go to the block on ego."""
    return await person.press("5", "j", "j", "j", "j")


async def test_repairs_stand_above_the_blocks(sit: Sit) -> None:
    async with sit() as person:
        shown = await person.press("5")
        assert shown.index("Repairs") < shown.index("Trust") < shown.index("Winning")
        assert "none written down" in shown
        await person.press("k", "enter")
        assert person.at(EvidenceScreen)


async def test_one_or_two_entries_are_single_marks_and_no_interval(sit: Sit) -> None:
    async with sit() as person:
        shown = await to_ego(person)
        row = next(line for line in shown.splitlines() if line.startswith("   Ego"))
        assert re.match(r"   Ego +● +1 of 1  talks with ego tagged", row)
        assert "Too few to say; 4 more reviewed talks needed." in shown


async def test_agreeing_and_contesting_stand_beside_the_statement(
    sit: Sit, kept: Kept
) -> None:
    async with sit() as person:
        await to_ego(person)
        shown = await person.press("y")
        assert "Agreed 4 Mar 2026" in shown
        assert person.told == "Agreed; it stands beside it. u takes it back."
        await person.press("y")
        assert person.told == "This sentence has your agreement already."
        await person.press("c", "enter")
        assert "Say why in a few words" in person.sees
        await person.type("she asked me")
        shown = await person.press("enter")
        assert 'Contested 4 Mar 2026: "she asked me"' in shown
        assert "Agreed 4 Mar" not in shown
        shown = await person.press("enter")
        assert person.at(EvidenceScreen)
        assert 'Contested 4 Mar 2026: "she asked me"' in shown
        assert "Agreed 4 Mar 2026" in shown
        shown = await person.press("u", "u")
        assert "Contested" not in shown
        assert "Agreed" not in shown
    assert kept().statements.material().after.responses == ()


async def test_too_long_a_reason_is_said_and_esc_leaves_without(sit: Sit) -> None:
    async with sit() as person:
        await to_ego(person)
        await person.press("c")
        await person.type("x" * 201)
        shown = await person.press("enter")
        assert "At most 200 characters; this has 201." in shown
        shown = await person.press("escape")
        assert "Contested" not in shown


async def test_where_nothing_is_said_nothing_is_answered(sit: Sit) -> None:
    async with sit() as person:
        await person.press("5", "y")
        assert person.told == "Nothing is said here yet that could be answered."
        await person.press("c")
        assert person.at(CharacterScreen)


async def test_an_empty_journal_offers_no_key_to_a_statement(
    sit: Sit, empty_file: Path
) -> None:
    async with sit(path=empty_file) as person:
        shown = await person.press("5")
    footer = shown.splitlines()[-1]
    assert "n starts a negotiation" in shown
    assert "period" in footer
    assert not any(word in footer for word in ("agree", "contest", "where", "export"))


def test_the_strip_leaves_room_for_a_scrollbar() -> None:
    spans = tuple(date(2026, month, 1) for month in range(1, 13))
    rows = {step: tuple(Cell(handled=3, slips=1) for _ in spans) for step in STEP_WORDS}
    for width in range(58, 140):
        drawn = moment_rows(Moments(spans=spans, rows=rows), width, UNICODE)
        for row in drawn:
            cell = row.cells[0]
            assert isinstance(cell, Content)
            assert cell.cell_length <= width - 3
            assert cell.plain.endswith(("slips", "□"))


def test_long_titles_leave_room_for_what_stands_against() -> None:
    long = "a very long title that goes on and on, and then on, and on "
    block = Block(
        step=Step.EGO, headline="talks with ego tagged", k=2, n=4, tier=Tier.LISTED,
        sentence="Ego was tagged.", for_deals=("a", "b"), against_deals=("c", "d"),
        wrong_because=("too few",), question="Ask Dana.",
    )  # fmt: skip
    look = Look(UNICODE, Veil(False, ()), date(2026, 3, 4))
    titles = {name: long + name for name in "abcd"}
    for width in (76, 96, 136):
        shown = evidence_line(block, titles, look, width, figures=True)
        assert shown is not None
        assert shown.cell_length <= width
        assert shown.plain.startswith("For  a very long")
        assert "Against  a very" in shown.plain


def test_the_evidence_goes_by_the_day_that_stands_beside_it() -> None:
    facts = {
        name: Facts(
            id=name, title=name, person_id="p", person="Dana", sphere="personal",
            on=date(2026, 3, day),
        )
        for name, day in (("a", 9), ("b", 2), ("c", 5))
    }  # fmt: skip
    found = by_day([("For", ("a", "gone", "b", "c")), ("Against", ())], facts)
    assert found == [("For", ("gone", "b", "c", "a")), ("Against", ())]


async def test_the_evidence_says_draws_and_opens(sit: Sit) -> None:
    async with sit() as person:
        await to_ego(person)
        shown = await person.press("enter")
        assert "● counted, ○ not" in shown
        assert "Could be wrong because" in shown
        await person.press("tab", "down", "shift+tab", "enter")
        assert person.at(NegotiationScreen)
        await person.press("escape", "h")
        assert person.at(PanelScreen)


async def test_an_answer_can_be_given_beside_the_evidence(sit: Sit) -> None:
    async with sit() as person:
        await to_ego(person)
        shown = await person.press("enter", "y")
        assert "Agreed 4 Mar 2026" in shown
        await person.press("c")
        await person.type("no")
        assert 'Contested 4 Mar 2026: "no"' in await person.press("enter")


async def test_where_it_happens_counts_and_opens(sit: Sit) -> None:
    async with sit(size=(100, 40)) as person:
        await to_ego(person)
        shown = await person.press("h")
        assert person.at(PanelScreen)
        assert re.search(r"Ruth +1 of 1", shown)
        assert "By sphere" in shown
        assert "By hour of the first sitting" in shown
        shown = await person.press("enter")
        assert person.at(EvidenceScreen)
        assert "Ego, Ruth" in shown
        assert "Kiln lease" in shown
        assert "agree" not in shown.splitlines()[-1]
        await person.press("escape", "escape", "k", "k", "k", "k", "h")
        assert "No entries can speak to this yet." in person.sees


async def test_any_period_in_words(sit: Sit) -> None:
    async with sit() as person:
        await person.press("5", "f")
        await person.type("2026-02")
        assert "February 2026" in person.sees
        shown = await person.press("enter")
        assert "February 2026" in shown
        await person.press("[")
        assert "chooses a month, a quarter or a year first" in person.told
        await person.press("f")
        await person.type("someday")
        await person.press("enter")
        assert "is no period" in person.sees
        shown = await person.press("escape", "t")
        assert "all time" in shown
        shown = await person.press(".")
        assert "March 2026" in shown
        shown = await person.press("[", "[")
        assert "January 2026" in shown
        shown = await person.press("[")
        assert "No negotiation lies in December 2025." in shown
        assert "February 2026" in await person.press("]", "]")


async def test_figures_can_be_hidden_and_facts_and_questions_stay(sit: Sit) -> None:
    async with sit() as person:
        await to_ego(person)
        shown = await person.press("%")
        body = "\n".join(shown.splitlines()[2:])
        assert re.findall(r"\d", body) == []
        assert "Kiln lease" in body
        assert "Ask Ruth, or who sat beside you, how Kiln lease felt." in body
        shown = await person.press("enter")
        body = re.sub(r"\d+ \w+ 2026", "", "\n".join(shown.splitlines()[2:]))
        assert re.findall(r"\d", body) == []
        await person.press("escape")
        assert "1 of 1" in await person.press("%")


async def test_the_setting_hides_figures_from_the_start(sit: Sit) -> None:
    async with sit(figures=False) as person:
        assert "1 of 1" not in await person.press("5")


async def test_where_ratings_and_marks_differ_is_a_key_away(sit: Sit) -> None:
    async with sit(size=(100, 40)) as person:
        shown = await person.press("5", *["j"] * 7, "enter")
        assert person.at(PanelScreen)
        assert "where my ratings and my marks say two things" in shown


async def test_deals_that_aged_open_what_they_count(sit: Sit, clock: HandClock) -> None:
    clock.at += timedelta(days=40)
    async with sit() as person:
        await person.press("5", *["j"] * 6)
        shown = await person.press("enter")
        assert "30 days" in shown
        assert "looked back on 0 of 1" in shown
        shown = await person.press("enter")
        assert "Not looked back on" in shown
        assert "Kiln lease" in shown
        await person.press("enter")
        assert person.at(NegotiationScreen)


async def test_young_debriefs_are_not_read_again(sit: Sit) -> None:
    async with sit() as person:
        await person.press("5", "R")
        assert "No debrief is old enough" in person.told


async def test_an_old_debrief_is_rated_again_without_its_ratings(
    sit: Sit, clock: HandClock, kept: Kept
) -> None:
    clock.at += timedelta(days=60)
    async with sit(size=(100, 40)) as person:
        shown = await person.press("5", "R")
        assert person.at(RereadScreen)
        assert "1 of 1, your ratings hidden" in shown
        assert "ego (counted my years aloud)" in shown
        assert "agreed at 47k EUR" in shown
        await person.press("ctrl+s")
        assert "Rate it, 1 to 7." in person.sees
        await person.fill(my_sat="3", step_ego="7")
        await person.press("ctrl+s")
        assert "Rate all five steps, or none of them." in person.sees
        await person.fill(
            step_trust="6", step_winning="5", step_value="4", step_share="3"
        )
        shown = await person.press("ctrl+s")
        assert "6 of 7" in shown
        assert "3 of 7" in shown
        assert "3 less" in shown
        await person.press("escape")
        assert "1 debrief rated again" in person.sees
        await person.press(*["j"] * 8, "enter")
        assert "content: 0 higher now, 0 the same, 1 lower" in person.sees
        await person.press("enter")
        assert person.at(NegotiationScreen)
    (again,) = kept().statements.material().after.again
    assert (again.my_sat, again.step_self) == (3, (6, 5, 4, 3, 7))


async def test_a_rating_that_was_left_waits_as_a_draft(
    sit: Sit, clock: HandClock
) -> None:
    clock.at += timedelta(days=60)
    async with sit() as person:
        await person.press("5", "R")
        await person.fill(my_sat="3")
        await person.press("escape", "1")
        assert "draft" in person.sees
        await person.press("5", "R")
        assert "What you typed" in person.told


async def test_discreet_hides_names_in_what_opens(sit: Sit) -> None:
    async with sit(discreet=True, size=(100, 40)) as person:
        await to_ego(person)
        for keys in (("enter",), ("escape", "h"), ("enter",)):
            assert "Ruth" not in await person.press(*keys)


async def test_it_is_drawn_anew_when_the_window_changes(sit: Sit) -> None:
    async with sit(size=(140, 40)) as person:
        await to_ego(person)
        await person.press("enter")
        for size in ((100, 30), (80, 24), (60, 20)):
            await person.pilot.resize_terminal(*size)
            await person.wait()
            lines = person.sees.splitlines()
            assert max(map(len, lines)) <= size[0]
            assert "Ego" in person.sees
