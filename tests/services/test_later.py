"""Later: promises, look-backs that are put off, the other side's own word."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.services.conftest import HandClock
from tests.services.stories import WHOLE, answers, begin, met
from winjournal.domain.debrief import Outcome
from winjournal.domain.errors import Conflict, Invalid
from winjournal.domain.later import SKIPS_MAX, PromiseState, Repair
from winjournal.domain.tags import Actor
from winjournal.domain.timeline import timeline_of
from winjournal.domain.timeline_item import Item, ItemKind
from winjournal.exchange.markdown import negotiation_markdown
from winjournal.services.journal import Journal
from winjournal.services.views import DueKind


def due(journal: Journal, kind: DueKind) -> list[str]:
    return [x.text for x in journal.reading.today().due if x.kind is kind]


def test_three_times_put_off_it_is_not_asked_again(
    journal: Journal, clock: HandClock
) -> None:
    deal = begin(journal)
    journal.debriefs.save(answers(journal, deal.id), met(journal, deal.id))
    first = journal.deals.read(deal.id).follow_ups[0]
    clock.pass_(hours=24 * 30)
    for skips in range(1, SKIPS_MAX + 1):
        assert due(journal, DueKind.FOLLOW_UP) == ["Acme renewal, 30 days on"]
        first = journal.later.skip(first)
        assert first.skipped == skips
        assert due(journal, DueKind.FOLLOW_UP) in ([], ["Acme renewal, 30 days on"])
        clock.pass_(hours=24 * 7)
    assert due(journal, DueKind.FOLLOW_UP) == []
    journal.history.undo()
    assert due(journal, DueKind.FOLLOW_UP) == ["Acme renewal, 30 days on"]


def test_a_sealed_look_back_is_not_rewritten(journal: Journal) -> None:
    deal = begin(journal)
    journal.debriefs.save(answers(journal, deal.id), met(journal, deal.id))
    first = journal.deals.read(deal.id).follow_ups[0]
    journal.later.answer(replace(first, my_sat_now=4))
    with pytest.raises(Conflict):
        journal.later.answer(replace(first, my_sat_now=7))


def test_a_promise_kept_after_its_day_is_kept_late(
    journal: Journal, clock: HandClock
) -> None:
    begin(journal)
    dana = journal.people.named("Dana")
    today = clock.now().date()
    late = journal.later.promise(dana.id, Actor.ME, "call", due=today)
    clock.pass_(hours=48)
    assert due(journal, DueKind.PROMISE) == ["call"]
    settled = journal.later.settle(late.id, PromiseState.KEPT)
    assert settled.state is PromiseState.KEPT_LATE
    assert due(journal, DueKind.PROMISE) == []


def test_a_repair_is_due_until_it_is_made(journal: Journal, clock: HandClock) -> None:
    deal = begin(journal)
    slip = journal.marks.mark(deal.id, "misled", note="two buyers")
    friday = clock.now().date() + timedelta(days=2)
    repair = journal.repairs.add(
        deal.id, " say it was one ", moment_id=slip.id, for_whom=" Dana ", due=friday
    )
    assert (repair.text, repair.for_whom) == ("say it was one", "Dana")
    assert due(journal, DueKind.REPAIR) == ["say it was one"]
    shown = items(journal, deal.id)
    assert not shown[ItemKind.MOMENT].repaired
    assert shown[ItemKind.REPAIR].what == "to put right"
    journal.repairs.done(repair.id, "she had guessed it")
    assert due(journal, DueKind.REPAIR) == []
    shown = items(journal, deal.id)
    assert shown[ItemKind.MOMENT].repaired
    assert shown[ItemKind.REPAIR].more == "she had guessed it"
    assert "she had guessed it" in negotiation_markdown(journal.deals.read(deal.id))


def items(journal: Journal, deal: str) -> dict[ItemKind, Item]:
    dossier = journal.deals.read(deal)
    today = journal.clock.now().date()
    return {item.kind: item for item in timeline_of(dossier, today)}


def test_a_repair_of_another_deal_s_mark_is_refused(journal: Journal) -> None:
    one, two = begin(journal), begin(journal, replace(WHOLE, title="Other"))
    slip = journal.marks.mark(one.id, "misled")
    with pytest.raises(Invalid, match="another negotiation"):
        journal.repairs.add(two.id, "say so", moment_id=slip.id)


def test_a_mark_that_goes_leaves_its_repair(journal: Journal) -> None:
    deal = begin(journal)
    slip = journal.marks.mark(deal.id, "misled")
    journal.repairs.add(deal.id, "say so", moment_id=slip.id)
    journal.marks.remove(slip.id)
    (left,) = journal.deals.read(deal.id).repairs
    assert isinstance(left, Repair)
    assert left.moment_id is None


def test_their_word_waits_for_the_own_scores(journal: Journal) -> None:
    deal = begin(journal)
    asked = journal.outside.ask(deal.id)
    said = journal.outside.receive(deal.id, sat=3, words="too slow for us")
    assert said.id == asked.id
    assert said.asked_at == asked.asked_at
    hidden = journal.deals.read(deal.id)
    (item,) = [i for i in timeline_of(hidden, journal.clock.now().date())
               if i.kind is ItemKind.OUTSIDE]  # fmt: skip
    assert (item.words, item.more) == ("", "")
    assert item.aside == "shown once your own scores are in"
    assert "too slow" not in negotiation_markdown(hidden)
    assert "too slow" not in repr(hidden.without_words())
    journal.debriefs.save(answers(journal, deal.id), met(journal, deal.id))
    shown = journal.deals.read(deal.id)
    (item,) = [i for i in timeline_of(shown, journal.clock.now().date())
               if i.kind is ItemKind.OUTSIDE]  # fmt: skip
    assert item.words == "3 of 7: too slow for us"
    assert item.more == "you 6, your guess 5, they 3"
    assert "too slow" in negotiation_markdown(shown)


def test_who_was_asked_is_asked_once_and_answers_once(journal: Journal) -> None:
    deal = begin(journal)
    first = journal.outside.ask(deal.id)
    assert journal.outside.ask(deal.id).id == first.id
    assert journal.outside.ask(deal.id, "witness").id != first.id
    journal.outside.receive(deal.id, sat=5)
    again = journal.outside.receive(deal.id, sat=4)
    assert again.id != first.id
    assert len(journal.deals.read(deal.id).outside_views) == 3
    with pytest.raises(Invalid):
        journal.outside.receive(deal.id)
    with pytest.raises(Invalid):
        journal.outside.ask(deal.id, "everybody")


def test_the_note_tells_nothing_of_what_one_wrote(journal: Journal) -> None:
    deal = begin(journal)
    debrief = replace(answers(journal, deal.id), outcome=Outcome.AGREED)
    journal.debriefs.save(debrief, met(journal, deal.id))
    note = journal.outside.note(deal.id)
    assert note.startswith("Hello Dana,\n\nAcme renewal is settled")
    assert "from 1 (not at all) to 7" in note.replace("\n", " ")
    assert "tell me if you would rather" in note.replace("\n", " ")
    assert max(map(len, note.splitlines())) <= 72
    for secret in ("38", "46", "41", "36", "predictable", "on-call"):
        assert secret not in note
    assert journal.outside.note(deal.id, "witness").startswith("Hello,")
