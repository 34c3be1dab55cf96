"""After the talk: facts first, left at any point, resumed, sealed when whole."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from tests.ui.conftest import Sit
from tests.ui.person import Person
from tests.ui.screens.test_prep import titled
from winjournal.domain.debrief import InfoGap, Outcome
from winjournal.domain.tags import Actor
from winjournal.services.journal import Journal
from winjournal.ui.screens.debrief import DebriefScreen
from winjournal.ui.screens.today import TodayScreen

Kept = Callable[[], Journal]


async def sit_down(person: Person) -> None:
    """Open the debrief of the Acme renewal."""
    await person.press("j", "b")
    assert person.at(DebriefScreen)


async def answer_all(person: Person) -> None:
    """Answer what is required, in the order in which it is asked."""
    met = [name for name in person.form.values if name.startswith("met_")]
    await person.fill(outcome="a", number="41k")
    await person.fill(**dict.fromkeys(met, "1"))
    await person.fill(
        their_sat_pred="5", my_win_changed="n", their_win_changed="y", info_gap="k",
        moments_reviewed="y", my_sat="6", step_trust="6", step_winning="5",
        step_value="4", step_share="3", step_ego="2",
    )  # fmt: skip


async def retyped(person: Person, name: str, words: str) -> str:
    """Empty a field, type into it anew, and return what is seen."""
    person.form.set_values({name: ""})
    return await person.fill(**{name: words})


async def test_facts_come_first_and_ratings_last(sit: Sit) -> None:
    async with sit(size=(100, 100)) as person:
        await sit_down(person)
        await person.fill(outcome="a")
        shown = person.sees
    asked = ["It ended", "On", "Agreed or last offer", "2 years", "one invoice",
             "They will say", "My win moved", "I knew more", "All looked at",
             "I am content", "Trust", "Ego"]  # fmt: skip
    places = [shown.index(label) for label in asked]
    assert places == sorted(places)


async def test_it_is_left_and_resumed_as_a_draft(sit: Sit, kept: Kept) -> None:
    async with sit() as person:
        await sit_down(person)
        await person.fill(outcome="a", number="41k")
        shown = await person.press("escape")
        assert person.told == "Kept as a draft; it waits on Today."
        assert "Not saved yet" in shown
        assert "Acme renewal  debrief" in shown
    assert kept().deals.read(titled(kept(), "Acme renewal")).debrief is None
    async with sit() as person:
        assert "Acme renewal  debrief" in person.sees
        await person.press("g", "enter")
        assert person.at(DebriefScreen)
        assert "is back; save keeps it" in person.told
        assert person.form.values["number"] == "41k"
        await person.press("ctrl+s")
        assert "Saved. Still to answer:" in person.told
        assert "Not saved yet" not in person.sees


async def test_what_is_saved_stays_and_the_rest_is_asked_again(
    sit: Sit, kept: Kept
) -> None:
    async with sit() as person:
        await sit_down(person)
        await person.fill(outcome="a", number="41k", their_sat_pred="5")
        await person.press("ctrl+s")
        assert "Saved. Still to answer:" in person.told
    journal = kept()
    (row,) = [r for r in journal.people.rows() if r.person.name == "Dana"]
    deal = journal.people.page(row.person.id).rows[0].id
    debrief = journal.deals.read(deal).debrief
    assert debrief is not None
    assert (debrief.outcome, debrief.captured) == (Outcome.AGREED, Decimal(41000))
    journal.store.close()
    async with sit(size=(100, 80)) as person:
        person.app.open_debrief(deal)
        await person.wait()
        assert person.form.values["number"] == "41000"
        assert person.form._rows["their_sat_pred"].spec.locked


async def test_whole_it_is_sealed_and_undone_within_ten_minutes(
    sit: Sit, kept: Kept
) -> None:
    async with sit(size=(100, 60)) as person:
        await sit_down(person)
        await answer_all(person)
        await person.press("ctrl+s")
        assert "Saved and sealed; u takes the seal back" in person.told
        assert person.at(TodayScreen)
        assert "Acme renewal" not in person.sees
        await person.press("u")
        assert "Taken back: sealed the debrief of Acme renewal" in person.told
    journal = kept()
    (row,) = [r for r in journal.people.rows() if r.person.name == "Dana"]
    debrief = journal.deals.read(journal.people.page(row.person.id).rows[0].id).debrief
    assert debrief is not None
    assert debrief.sealed_at is None
    assert debrief.info_gap is InfoGap.I_KEPT_IT
    assert debrief.step_self == (6, 5, 4, 3, 2)


async def test_a_walk_away_asks_why_and_needs_no_number(sit: Sit) -> None:
    async with sit(size=(100, 60)) as person:
        await sit_down(person)
        assert "I left because" not in person.sees
        shown = await person.fill(outcome="w")
        assert "I left because" in shown
        assert "Walking away is an outcome of equal rank." in shown


async def test_a_day_that_lies_ahead_is_told_at_its_field(sit: Sit) -> None:
    async with sit() as person:
        await sit_down(person)
        await person.fill(outcome="a", closed_on="2026-12-24")
        shown = await person.press("ctrl+s")
        assert person.at(DebriefScreen)
        assert "An outcome cannot lie ahead." in shown


async def test_one_that_is_sealed_is_only_shown(sit: Sit, kept: Kept) -> None:
    journal = kept()
    (row,) = [r for r in journal.people.rows() if r.person.name == "Ruth"]
    deal = journal.people.page(row.person.id).rows[0].id
    async with sit(size=(100, 80)) as person:
        person.app.open_debrief(deal)
        await person.wait()
        assert "debrief, sealed" in person.sees
        assert "47k" in person.sees
        assert not person.screen.query("Input")


async def test_the_amount_stands_on_the_ruler_as_it_is_typed(sit: Sit) -> None:
    async with sit(size=(100, 60)) as person:
        await sit_down(person)
        assert "fair range" not in await person.fill(outcome="a")
        shown = await person.fill(number="47k")
        assert "1,000 EUR above your fair range" in shown
        shown = await retyped(person, "number", "35k")
        assert "3,000 EUR below your fair range; below your line" in shown
        shown = await retyped(person, "number", "41k")
        assert "inside your fair range" in shown


async def test_undecided_marks_are_settled_and_one_is_added_in_one_act(
    sit: Sit, kept: Kept
) -> None:
    journal = kept()
    deal = titled(journal, "Acme renewal")
    before = len(journal.deals.read(deal).moments)
    one = journal.marks.mark(deal, None, note="what was that")
    two = journal.marks.mark(deal, None)
    journal.store.close()
    async with sit(size=(100, 100)) as person:
        await sit_down(person)
        shown = person.sees
        assert "2 to settle" in shown
        assert 'today 10:00, mine: "what was that"' in shown
        assert "today 10:00, mine  " in shown
        await person.fill(**{f"mark_{one.id}": "e", f"mark_{two.id}": "x"})
        shown = await person.fill(added="@share+ left the last 1k @them/ego snapped")
        assert "fair-share, them ego" in shown
        await person.press("ctrl+s")
        assert "Saved." in person.told
        await person.press("u")
        assert "Taken back: debriefed Acme renewal" in person.told
        await person.press("U")
    moments = kept().deals.read(deal).moments
    assert len(moments) == before + 3
    tags = {m.id: m.tag for m in moments}
    assert tags[one.id] == "ego"
    assert two.id not in tags
    added = [(m.actor.value, m.tag, m.note) for m in moments][-2:]
    assert sorted(added) == [
        ("me", "fair-share", "left the last 1k"),
        ("them", "ego", "snapped"),
    ]


async def test_a_line_without_a_tag_is_no_mark(sit: Sit) -> None:
    async with sit(size=(100, 100)) as person:
        await sit_down(person)
        await person.fill(added="it was fine")
        shown = await person.press("ctrl+s")
        assert "Begin with a tag, such as @ego+ or @share-." in shown
        await retyped(person, "added", "@eggo words")
        shown = await person.press("ctrl+s")
        assert "@eggo is no tag." in shown
        assert person.at(DebriefScreen)


async def test_a_rating_against_the_marks_is_asked_about(sit: Sit, kept: Kept) -> None:
    journal = kept()
    deal = titled(journal, "Acme renewal")
    journal.marks.mark(deal, "misled", note="two buyers")
    journal.store.close()
    async with sit(size=(100, 100)) as person:
        await sit_down(person)
        shown = await person.fill(step_trust="7")
        assert 'You marked misled here: "two buyers". Does 7 say it?' in shown
        shown = await person.fill(step_trust="4")
        assert "Does" not in shown
        shown = await person.fill(step_share="1")
        assert "Hard on yourself, or not marked?" in shown


async def test_what_was_meant_comes_from_the_seal(sit: Sit, kept: Kept) -> None:
    journal = kept()
    deal = titled(journal, "Acme renewal")
    dossier = journal.deals.read(deal)
    meant = next(g.text for g in dossier.goalposts if g.owner is Actor.ME)
    journal.deals.seal(deal)
    journal.store.close()
    async with sit(size=(100, 100)) as person:
        await sit_down(person)
        assert meant[:30] not in person.sees
        person.form.focus_field("happened")
        await person.wait()
        assert meant[:30] in person.sees
        assert "(sealed " in person.sees
