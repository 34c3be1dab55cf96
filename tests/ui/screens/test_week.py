"""A week: what happened, what it says, one vow; sealed when done."""

from __future__ import annotations

from collections.abc import Callable

from tests.ui.conftest import Sit
from winjournal.domain.weeks import Week
from winjournal.services.journal import Journal
from winjournal.ui.screens.negotiation import NegotiationScreen
from winjournal.ui.screens.review import ReviewScreen
from winjournal.ui.screens.week import WeekScreen

WEEK = Week(2026, 10)


async def test_it_shows_what_happened_in_it(sit: Sit) -> None:
    async with sit() as person:
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
        assert "What did my negotiations say about me this week?" in shown
        await person.fill(
            reflection="I asked before I answered.", sentence="Ask first.",
            unlogged="2", cue="they go quiet", deed="wait ten seconds",
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
        assert "Nothing was negotiated or written in this week." in shown
        assert "e writes it" in shown
        await person.press("s")
        assert "There is nothing to seal yet." in person.told


async def test_discreet_hides_names_here_too(sit: Sit) -> None:
    async with sit() as person:
        await person.press("4")
        shown = await person.press("z")
    for name in ("Dana", "Okafor"):
        assert name not in shown
