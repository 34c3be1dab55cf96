"""A week: what happened, what it says, one vow; sealed when done."""

from __future__ import annotations

from collections.abc import Callable

from tests.ui.conftest import Sit
from tests.ui.person import Person
from winjournal.domain.weeks import Week
from winjournal.services.journal import Journal
from winjournal.ui.screens.negotiation import NegotiationScreen
from winjournal.ui.screens.review import ReviewScreen
from winjournal.ui.screens.week import WeekScreen

WEEK = Week(2026, 10)


async def test_it_shows_what_happened_in_it(sit: Sit) -> None:
    async with sit(size=(100, 60)) as person:
        shown = await person.press("4")
    assert "Week 10   2 to 8 Mar 2026" in shown
    assert "Landlord, deposit  M. Okafor" in shown
    assert "felt rushed on the phone" in shown
    assert "■ costly honesty" in shown
    assert "told her about the outage" in shown
    assert "□ theirs: goalposts moved" in shown
    assert "If I hear a lower price" in shown


async def test_a_moment_leads_to_its_negotiation(sit: Sit) -> None:
    async with sit() as person:
        await person.press("4", "G", "enter")
        assert person.at(NegotiationScreen)
        shown = await person.press("escape")
        assert "Week 10" in shown


async def test_it_is_reviewed_with_a_vow_and_sealed(
    sit: Sit, kept: Callable[[], Journal]
) -> None:
    async with sit(size=(100, 40)) as person:
        shown = await person.press("4")
        assert "What this week says will stand here." in shown
        shown = await person.press("e")
        assert person.at(ReviewScreen)
        assert "You have their own answer for 0 of 1 deals." in shown
        assert "Tested at: Landlord, deposit today" in shown
        await person.fill(
            answer="Ruth, by mail.", reflection="I asked before I answered.",
            sentence="Ask first.", unlogged="2",
            cue="they go quiet", deed="wait ten seconds",
        )  # fmt: skip
        shown = await person.press("ctrl+s")
        assert person.told == "Saved: week 10. s seals it."
        assert "Ask first." in shown
        assert "2 talks not logged" in shown
        assert "then wait ten seconds" in shown
        shown = await person.press("s")
        assert "Week 10 is sealed; u takes it back within ten minutes." in person.told
        assert "sealed Wed 4 Mar 10:00" in shown
        shown = await person.press("u")
        assert "sealed Wed" not in shown
        shown = await person.press("U")
        assert "sealed Wed" in shown
        assert "s seal" not in shown.splitlines()[-1]
        await person.press("s", "e")
        assert person.at(WeekScreen)
        assert "Done again" in person.told
    view = kept().weeks.view(WEEK)
    assert view.review is not None
    assert view.review.sealed_at is not None
    assert (view.review.answer, view.review.prompt_id) == ("Ruth, by mail.", "P7")
    assert view.vow is not None
    assert (view.vow.cue, view.vow.deed) == ("they go quiet", "wait ten seconds")


async def test_half_a_vow_is_told_at_its_field(sit: Sit) -> None:
    async with sit(size=(100, 40)) as person:
        await person.press("4", "e")
        await person.fill(cue="they go quiet")
        shown = await person.press("ctrl+s")
        assert "A vow has an IF and a THEN." in shown
        assert person.at(ReviewScreen)


async def test_earlier_weeks_are_a_key_away(sit: Sit) -> None:
    async with sit() as person:
        await person.press("4")
        shown = await person.press("left_square_bracket")
        assert "Week 9   23 Feb to 1 Mar 2026" in shown
        assert "I listened more." in shown
        shown = await person.press("left_square_bracket")
        assert "Week 8" in shown
        shown = await person.press("t")
        assert "Week 10" in shown
        await person.press("right_square_bracket")
        assert person.told == "This is the present week."


async def test_an_empty_week_says_so(sit: Sit, empty_file: object) -> None:
    async with sit(path=empty_file) as person:
        shown = await person.press("4")
        assert "Which talk this week did you not log" in shown
        assert "no talk is planned yet" in shown
        assert "e writes it" in shown
        await person.press("s")
        assert "There is nothing to seal yet." in person.told


async def test_discreet_hides_names_here_too(sit: Sit) -> None:
    async with sit() as person:
        await person.press("4")
        shown = await person.press("z")
    for name in ("Dana", "Okafor"):
        assert name not in shown


async def test_what_waits_is_cleared_from_here(
    sit: Sit, kept: Callable[[], Journal]
) -> None:
    async with sit(size=(100, 60)) as person:
        await person.press("m", "space", "enter")
        shown = await person.press("4")
        assert "Clear   2 left" in shown
        assert "Current   5 left" in shown
        await person.press("g", "d")
        assert "Deleted; u brings it back." in person.told
        shown = person.sees
        assert "Clear   1 left" in shown
        await person.press("enter")
        await person.type("walked")
        await person.press("enter")
        assert person.told == "It is walked-away."
        assert "Clear" not in person.sees
        await person.press("u", "u")
        assert "Clear   2 left" in person.sees
    assert len(kept().inbox.lines()) == 1


async def _go_to(person: Person, start: str) -> None:
    """Move down to the first row whose id begins like this."""
    week = person.screen
    assert isinstance(week, WeekScreen)
    for _ in range(week.happened.count):
        if (week.happened.cursor_id or "").startswith(start):
            return
        await person.press("j")
    raise AssertionError(f"no row {start}")


async def test_the_standing_vow_is_tested_from_here(
    sit: Sit, kept: Callable[[], Journal]
) -> None:
    async with sit(size=(100, 60)) as person:
        await person.press("4")
        await person.press("g")
        await _go_to(person, "test:")
        shown = await person.press("enter")
        assert "If I hear a lower price" in shown
        shown = await person.press("enter")
        assert person.told == "Written down."
        assert "tested 1 time, kept 1" in shown
    view = kept().weeks.view(WEEK)
    assert (view.kept, view.tested, view.walk.untested) == (1, 1, ())


async def test_a_row_of_the_look_leads_to_its_field(sit: Sit) -> None:
    async with sit(size=(100, 60)) as person:
        await person.press("4")
        await person.press("g")
        await _go_to(person, "look:cue")
        await person.press("enter")
        assert person.at(ReviewScreen)
        focused = person.screen.focused
        assert focused is not None
        await person.type("they sigh")
        assert person.form.values["cue"] == "they sigh"


async def test_another_question_is_a_key_away(sit: Sit) -> None:
    async with sit(size=(100, 60)) as person:
        shown = await person.press("4")
        assert "You have their own answer for 0 of 1 deals." in " ".join(shown.split())
        shown = await person.press("Q")
        assert "a promise of yours" in shown
        await person.type("promise")
        shown = await person.press("enter")
        assert "You owe Dana: SLA draft, due Fri 6 Mar 2026." in " ".join(shown.split())


async def test_months_and_quarters_list_their_weeks(sit: Sit) -> None:
    async with sit() as person:
        await person.press("4")
        shown = await person.press("full_stop")
        assert "March 2026   0 of 4 weeks reviewed" in shown
        assert "W13     still to come" in shown
        shown = await person.press("left")
        assert "February 2026   1 of 4 weeks reviewed" in shown
        assert "W09     I listened more." in shown
        assert "s seal" not in shown
        shown = await person.press("full_stop")
        assert "Q1 2026   1 of 13 weeks reviewed" in shown
        await person.press("right")
        assert person.told == "This is the present quarter."
        shown = await person.press("G", "enter")
        assert "Week 13" in shown
        shown = await person.press("t")
        assert "Week 10" in shown


async def test_what_is_told_as_a_count_is_opened(
    sit: Sit, kept: Callable[[], Journal]
) -> None:
    journal = kept()
    for number in range(9):
        journal.inbox.log(f"a loose note {number}")
    journal.store.close()
    async with sit(size=(100, 60)) as person:
        shown = await person.press("4")
        assert "and 4 more" in shown
        assert "a loose note 8" not in shown
        shown = await person.press(*["j"] * 6, "enter")
        assert "a loose note 8" in shown
        assert "more" not in shown.split("Current")[0].split("Clear")[1]
