"""Preparing, sharing, sealing and changing a negotiation."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from tests.services.conftest import HandClock
from tests.services.stories import LEAST, WHOLE, begin
from winjournal.domain.errors import Conflict, Invalid, NotFound, Sealed
from winjournal.domain.goalposts import ChangeReason, Source
from winjournal.domain.tags import Actor
from winjournal.services.journal import Journal
from winjournal.services.prep import Wish, prep_of


def test_only_title_and_counterparty_are_needed(journal: Journal) -> None:
    deal = begin(journal, LEAST)
    dossier = journal.deals.read(deal.id)
    assert dossier.counterparty.name == "M. Okafor"
    assert dossier.goalposts == ()
    assert dossier.missing() == (
        "trust call", "my win", "my criteria", "their win", "walk-away line",
    )  # fmt: skip


@pytest.mark.parametrize("field", ["title", "person"])
def test_what_is_needed_is_asked_for(journal: Journal, field: str) -> None:
    blank: dict[str, Any] = {field: "  "}
    with pytest.raises(Invalid):
        journal.deals.create(replace(LEAST, **blank))


def test_the_form_holds_what_was_saved(journal: Journal) -> None:
    deal = begin(journal)
    prep = prep_of(journal.deals.read(deal.id))
    assert replace(
        prep,
        my_criteria=tuple(replace(w, id=None) for w in prep.my_criteria),
        value_items=tuple(replace(v, id=None) for v in prep.value_items),
        information_gaps=tuple(replace(g, id=None) for g in prep.information_gaps),
        their_criteria=WHOLE.their_criteria,
        opened_on=None,
    ) == WHOLE  # fmt: skip


def test_a_person_is_known_by_name_regardless_of_case(journal: Journal) -> None:
    one = begin(journal, WHOLE)
    two = begin(journal, replace(LEAST, person="dANA"))
    assert one.counterparty_id == two.counterparty_id


def test_a_criterion_that_leaves_the_form_goes(journal: Journal) -> None:
    deal = begin(journal)
    dossier = journal.deals.read(deal.id)
    prep = prep_of(dossier)
    kept = prep.my_criteria[1]
    journal.deals.edit(deal.id, replace(prep, my_criteria=(kept,)), deal.version)
    after = journal.deals.read(deal.id)
    assert [c.text for c in after.criteria_of(Actor.ME)] == ["40k"]
    mine = after.goalpost(Actor.ME)
    assert mine is not None
    assert mine.criteria_ids == (kept.id,)


def test_an_older_form_does_not_overwrite(journal: Journal) -> None:
    deal = begin(journal)
    prep = prep_of(journal.deals.read(deal.id))
    journal.deals.edit(deal.id, replace(prep, title="One"), deal.version)
    with pytest.raises(Conflict):
        journal.deals.edit(deal.id, replace(prep, title="Two"), deal.version)
    assert journal.deals.read(deal.id).negotiation.title == "One"


def test_a_seal_freezes_the_prep_but_not_its_name(journal: Journal) -> None:
    deal = begin(journal)
    sealed = journal.deals.seal(deal.id)
    assert sealed.sealed_in_time
    dossier = journal.deals.read(deal.id)
    assert [(x.number, x.kind) for x in dossier.links] == [(1, "prep")]
    assert dossier.negotiation.prep_hash == dossier.links[0].content_hash
    prep = prep_of(dossier)
    version = dossier.negotiation.version
    with pytest.raises(Sealed):
        journal.deals.edit(deal.id, replace(prep, my_win="more"), version)
    journal.deals.edit(deal.id, replace(prep, title="Renamed"), version)
    after = journal.deals.read(deal.id)
    assert after.negotiation.title == "Renamed"
    assert after.goalpost(Actor.ME) == dossier.goalpost(Actor.ME)


def test_a_seal_after_the_first_sitting_is_late(
    journal: Journal, clock: HandClock
) -> None:
    deal = begin(journal)
    journal.deals.sit(deal.id, clock.now() - timedelta(hours=1), None)
    assert journal.deals.seal(deal.id).sealed_in_time is False


def test_a_seal_names_what_is_missing(journal: Journal) -> None:
    deal = begin(journal, LEAST)
    with pytest.raises(Invalid, match="my win"):
        journal.deals.seal(deal.id)


def test_a_change_is_a_new_version_beside_the_old(journal: Journal) -> None:
    deal = begin(journal)
    journal.deals.share(deal.id, Actor.ME)
    journal.deals.seal(deal.id)
    journal.deals.change_goalpost(
        deal.id, Actor.ME, "3 years", ChangeReason.NEW_INFORMATION,
        what_changed="their merger", announced=True,
        wishes=(Wish(text="3 years", weight=3),),
    )  # fmt: skip
    dossier = journal.deals.read(deal.id)
    mine = [g for g in dossier.goalposts if g.owner is Actor.ME]
    assert [(g.version, g.text) for g in mine] == [
        (1, "2 years, 40k or more, a named contact"),
        (2, "3 years"),
    ]
    assert len(dossier.criteria_of(Actor.ME)) == 3


def test_a_change_of_circumstances_says_what_changed(journal: Journal) -> None:
    deal = begin(journal)
    with pytest.raises(Invalid, match="what changed"):
        journal.deals.change_goalpost(
            deal.id, Actor.ME, "3 years", ChangeReason.CIRCUMSTANCES, announced=True
        )


def test_sharing_dates_a_goalpost_once(journal: Journal, clock: HandClock) -> None:
    deal = begin(journal)
    first = journal.deals.share(deal.id, Actor.ME).shared_at
    clock.pass_(hours=1)
    assert journal.deals.share(deal.id, Actor.ME).shared_at == first


def test_sharing_theirs_says_they_told_me(journal: Journal) -> None:
    deal = begin(journal, replace(WHOLE, their_source=Source.MY_GUESS))
    assert journal.deals.share(deal.id, Actor.THEM).source is Source.TOLD_ME


def test_removing_takes_all_its_parts(journal: Journal) -> None:
    deal = begin(journal)
    journal.marks.mark(deal.id, "ego")
    journal.deals.offer(deal.id, Actor.THEM, Decimal(39000))
    journal.writing.add("notes", negotiation_id=deal.id)
    journal.deals.remove(deal.id)
    with pytest.raises(NotFound):
        journal.deals.read(deal.id)
    assert not journal.reading.marks(deal.opened_on, deal.opened_on)
    journal.history.undo()
    dossier = journal.deals.read(deal.id)
    assert (len(dossier.moments), len(dossier.offers), len(dossier.entries)) == (
        1,
        1,
        1,
    )
