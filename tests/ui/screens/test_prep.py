"""Preparing: the least in a breath, the whole in two minutes, sealed in time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from tests.ui.conftest import Sit
from winjournal.domain.goalposts import Source
from winjournal.domain.negotiation import TrustCall
from winjournal.domain.tags import Actor
from winjournal.domain.terms import Direction, FairBasis, Unit
from winjournal.services.journal import Journal
from winjournal.ui.screens.negotiation import NegotiationScreen
from winjournal.ui.screens.prep import PrepScreen
from winjournal.ui.widgets.ledger import Ledger

Kept = Callable[[], Journal]


def titled(journal: Journal, title: str) -> str:
    """Return the id of the one negotiation of this title."""
    (found,) = [d.id for d in journal.reading.today().under_way if d.title == title]
    return found


async def test_the_least_is_a_title_and_a_name(sit: Sit, kept: Kept) -> None:
    async with sit(size=(140, 40)) as person:
        shown = await person.press("n")
        assert "New negotiation" in shown
        assert "A few words by which you will find it again." in shown
        await person.type("Van hire")
        await person.press("enter")
        await person.type("Harbour Vans")
        shown = await person.press("ctrl+s")
        assert person.at(NegotiationScreen)
        assert person.told == "Started: Van hire"
        shown = await person.press("escape")
        assert "Van hire  Harbour Vans" in shown
        shown = await person.press("u")
        assert "Van hire" not in shown.replace(person.told, "")
        await person.press("U")
        assert "Done again: started Van hire" in person.told
    journal = kept()
    deal = journal.deals.read(titled(journal, "Van hire"))
    assert deal.counterparty.name == "Harbour Vans"
    assert deal.negotiation.terms.unit is Unit.MONEY


async def test_what_is_needed_is_asked_for_at_its_field(sit: Sit) -> None:
    async with sit() as person:
        shown = await person.press("n", "ctrl+s")
        assert "What is needed." in shown
        await person.type("Van hire")
        shown = await person.press("ctrl+s")
        assert "With is needed." in shown
        assert person.at(PrepScreen)


async def test_a_known_name_is_completed(sit: Sit, kept: Kept) -> None:
    async with sit() as person:
        await person.press("n")
        await person.type("Van hire")
        await person.press("tab", "r", "u")
        shown = person.sees
        assert "ruth" in shown.lower()
        await person.press("right", "ctrl+s")
    journal = kept()
    assert journal.deals.read(titled(journal, "Van hire")).counterparty.name == "Ruth"


async def test_the_whole_of_it_is_written_and_sealed(sit: Sit, kept: Kept) -> None:
    async with sit(size=(100, 40)) as person:
        await person.press("n")
        await person.fill(
            title="Flat, second round", person="M. Okafor", planned_for="fri 14:00",
            trust_call="e", my_win="the deposit back by May", my_criterion_1="May !3",
            their_win="a clean flat", their_source="t",
            their_criterion_1="clean", value_case="handover photos",
            unit="m", direction="m",
            fair_low="1.2k", fair_high="1500", fair_basis="p", walk_away="1k",
        )  # fmt: skip
        shown = person.sees
        await person.press("ctrl+s")
        assert person.told == "Started: Flat, second round"
        await person.press("s")
        shown = person.sees
        assert "sealed" in shown
    journal = kept()
    deal = journal.deals.read(titled(journal, "Flat, second round"))
    assert deal.negotiation.trust_call is TrustCall.ENOUGH
    assert deal.negotiation.is_sealed
    assert deal.negotiation.sealed_in_time
    terms = deal.negotiation.terms
    assert (terms.fair_low, terms.fair_high) == (Decimal(1200), Decimal(1500))
    assert terms.direction is Direction.MORE
    assert terms.fair_basis is FairBasis.PRECEDENT
    assert terms.walk_away == Decimal(1000)
    mine, theirs = deal.goalpost(Actor.ME), deal.goalpost(Actor.THEM)
    assert mine is not None
    assert mine.text == "the deposit back by May"
    assert theirs is not None
    assert theirs.source is Source.TOLD_ME
    assert [c.weight for c in deal.criteria_of(Actor.ME)] == [3]


async def test_a_date_and_an_amount_are_said_back_as_understood(sit: Sit) -> None:
    async with sit() as person:
        await person.press("n")
        shown = await person.fill(planned_for="fri 14:00")
        assert "Fri 6 Mar 2026 14:00" in shown
        shown = await person.fill(fair_low="38k")
        assert "38k" in shown
        await person.fill(fair_high="a lot")
        shown = await person.press("tab")
        assert "a lot" in shown
        assert "number" in shown


async def test_a_number_is_asked_only_where_there_is_one(sit: Sit) -> None:
    async with sit(size=(100, 60)) as person:
        await person.press("n")
        assert "Fair from" in person.sees
        shown = await person.fill(unit="n")
        assert "Fair from" not in shown
        assert "Currency" not in shown


async def test_an_older_form_never_writes_over_what_was_saved_elsewhere(
    sit: Sit, kept: Kept
) -> None:
    async with sit() as person:
        await person.press("j", "enter", "e")
        assert person.at(PrepScreen)
        journal = kept()
        deal = titled(journal, "Acme renewal")
        from winjournal.services.prep import prep_of

        dossier = journal.deals.read(deal)
        prep = replace(prep_of(dossier), alternative="the other supplier")
        journal.deals.edit(deal, prep, dossier.negotiation.version)
        await person.fill(title=" again")
        shown = await person.press("ctrl+s")
        assert "Changed elsewhere" in shown
        shown = await person.press("escape")
        assert person.at(PrepScreen)
        assert "Not saved:" in shown
        assert "Acme renewal again" in shown


async def test_a_sealed_prep_is_shown_and_not_changed(sit: Sit, kept: Kept) -> None:
    journal = kept()
    deal = titled(journal, "Acme renewal")
    journal.deals.seal(deal)
    journal.store.close()
    async with sit() as person:
        person.app.push_screen(PrepScreen(deal))
        await person.wait()
        shown = person.sees
        assert "sealed: the steps stand as they were" in shown
        await person.fill(title=", round 2")
        await person.press("ctrl+s")
        assert person.told == "Saved: Acme renewal, round 2"
        assert person.screen.query_one("#now", Ledger)


async def test_the_fields_are_clicked_too(sit: Sit) -> None:
    async with sit() as person:
        await person.press("n")
        form = person.form
        segments = form._rows["trust_call"]._control
        await person.pilot.click(segments, offset=(11, 0))
        await person.wait()
        assert form.values["trust_call"] == TrustCall.NOT_YET
        assert "First promise" in person.sees
