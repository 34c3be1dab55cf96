"""One real deal from the first thought to the look back after ninety days."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from tests.services.conftest import HandClock
from tests.ui.conftest import Sit, reopened
from tests.ui.person import Person
from winjournal.domain.debrief import Outcome
from winjournal.domain.dossier import Dossier
from winjournal.ui.modals.then_and_now import ThenAndNowModal
from winjournal.ui.screens.debrief import DebriefScreen
from winjournal.ui.screens.live import LiveScreen
from winjournal.ui.screens.look_back import LookBackScreen
from winjournal.ui.screens.negotiation import NegotiationScreen


async def prepare(person: Person) -> None:
    """Write what is needed to seal, and what they may not know."""
    await person.press("n")
    await person.fill(
        title="Acme renewal", person="Dana", planned_for="today 11:00",
        trust_call="n", smallest_promise="send the outage report first",
        my_win="2 years, 40k or more", my_criterion_1="2 years !3",
        their_win="one invoice", their_source="t", their_criterion_1="one invoice",
        unit="m", direction="m", fair_low="38k", fair_high="46k", fair_basis="m",
        walk_away="36k", gap_1="prices rise in April",
    )  # fmt: skip
    await person.press("ctrl+s")
    assert person.told == "Started: Acme renewal"


async def meet(person: Person) -> None:
    """Go live, which seals; mark three moments, one of them theirs; end."""
    assert "Nothing is missing. Seal" in await person.press("l")
    await person.press("y")
    assert person.at(LiveScreen)
    await person.press("e", "2", "r", "G", "enter")
    await person.type("45-day terms")
    await person.press("enter")
    assert "45-day terms" in person.sees
    await person.press("ctrl+s")
    await person.press("y")
    assert person.at(DebriefScreen)


async def debrief(person: Person) -> None:
    """Answer facts, then feelings, then ratings; saving seals."""
    await person.fill(outcome="a", number="47k")
    assert "1,000 EUR above the range you sealed" in person.sees
    met = [name for name in person.form.values if name.startswith("met_")]
    await person.fill(**dict.fromkeys(met, "1"))
    await person.fill(
        their_sat_pred="6", my_win_changed="n", their_win_changed="n", info_gap="k",
        moments_reviewed="y", my_sat="6", step_trust="6", step_winning="5",
        step_value="4", step_share="3", step_ego="3", deal_again_prob="80",
    )  # fmt: skip
    await person.press("ctrl+s")
    assert "sealed" in person.told


async def look_back(person: Person, answers: dict[str, str]) -> str:
    """Answer the look back that is due on Today, and see both."""
    await person.press("tab", "enter")
    assert person.at(LookBackScreen)
    await person.fill(**answers)
    await person.press("ctrl+s")
    assert person.at(ThenAndNowModal)
    shown = person.sees
    await person.press("escape")
    return shown


def kept(path: Path, clock: HandClock) -> Dossier:
    """Return the one deal as it is on disk; every chain of seals holds."""
    journal = reopened(path, clock)
    assert journal.history.verify().broken == ()
    (dana,) = journal.people.rows()
    (row,) = journal.people.page(dana.person.id).rows
    dossier = journal.deals.read(row.id)
    journal.store.close()
    return dossier


async def test_a_deal_is_taken_from_first_thought_to_ninety_days(
    sit: Sit, empty_file: Path, clock: HandClock
) -> None:
    async with sit(path=empty_file, size=(100, 60)) as person:
        await prepare(person)
        assert person.at(NegotiationScreen)
        await person.press("w")
        await meet(person)
        await debrief(person)
    deal = kept(empty_file, clock)
    assert deal.negotiation.sealed_in_time
    assert [(m.tag, m.actor, m.strength) for m in deal.moments] == [
        ("ego", "me", 2), ("ego-released", "me", 1), ("goalpost-shift", "them", 1),
    ]  # fmt: skip
    assert deal.debrief is not None
    assert deal.debrief.sealed_at is not None
    assert (deal.outcome, deal.debrief.captured) == (Outcome.AGREED, Decimal(47000))

    clock.pass_(days=30)
    async with sit(path=empty_file, size=(100, 60)) as person:
        shown = await look_back(
            person, {"my_sat_now": "5", "deal_again": "y", "their_sat": "5",
                     "their_sat_source": "t", "swap_sign": "y"},
        )  # fmt: skip
        assert "guessed 6 of 7" in shown
        assert "1 less" in shown
    clock.pass_(days=60)
    async with sit(path=empty_file, size=(100, 60)) as person:
        shown = await look_back(
            person, {"my_sat_now": "4", "deal_again": "n", "they_discovered": "k",
                     "swap_sign": "u"},
        )  # fmt: skip
        assert "2 less" in shown
        assert "80 %" in shown
    deal = kept(empty_file, clock)
    assert [one.answered_at is not None for one in deal.follow_ups] == [True, True]
    assert [link.kind for link in deal.links] == [
        "prep", "debrief", "look-back", "look-back",
    ]  # fmt: skip
