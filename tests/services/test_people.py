"""People: their names, two that are one, and what a seal says of that."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.services.conftest import HandClock
from tests.services.stories import LEAST, WHOLE, begin
from tests.services.test_every_act import everything
from winjournal.bootstrap import open_journal
from winjournal.domain.errors import Invalid, NotFound
from winjournal.domain.negotiation import Counterparty
from winjournal.domain.tags import Actor
from winjournal.exchange.json_form import json_pieces, read_json
from winjournal.services.ids import SeededIds
from winjournal.services.journal import Journal


def other(journal: Journal, name: str = "D. Reyes", **more: object) -> Counterparty:
    """Return a second counterparty with a sealed deal and a promise."""
    deal = begin(journal, replace(WHOLE, person=name, title="Acme, first year"))
    journal.deals.seal(deal.id)
    person = journal.people.named(name)
    journal.later.promise(person.id, Actor.THEM, "usage data")
    return journal.people.edit(replace(person, **more))  # type: ignore[arg-type]  # fields


def test_a_merge_moves_deals_and_promises_and_keeps_the_names(
    journal: Journal,
) -> None:
    begin(journal)
    dana = journal.people.named("Dana")
    gone = other(journal, alias="Supplier B", note="calls late", nicknames=("Dee",))
    one = journal.people.merge(gone.id, dana.id)
    assert (one.name, one.alias) == ("Dana", "Supplier B")
    assert one.nicknames == ("D. Reyes", "Dee")
    assert one.note == "calls late"
    page = journal.people.page(dana.id)
    assert {row.title for row in page.rows} == {"Acme renewal", "Acme, first year"}
    assert [p.text for p in page.promises] == ["usage data"]
    assert [r.person.id for r in journal.people.rows()] == [dana.id]
    for name in ("d. reyes", "DEE", "supplier b", "dana"):
        assert journal.people.named(name).id == dana.id


def test_seals_hold_after_two_merges_and_after_both_are_undone(
    journal: Journal, tmp_path: Path
) -> None:
    begin(journal)
    dana, gone = journal.people.named("Dana"), other(journal)
    last = other(journal, "Reyes")
    before = everything(tmp_path / "j.db")
    journal.people.merge(gone.id, dana.id)
    journal.people.merge(dana.id, last.id)
    assert journal.history.verify().broken == ()
    assert len(journal.people.page(last.id).rows) == 3
    journal.history.undo()
    journal.history.undo()
    assert everything(tmp_path / "j.db") == before
    assert journal.history.verify().broken == ()


def test_seals_of_merged_people_hold_after_an_export_and_an_import(
    journal: Journal, clock: HandClock, tmp_path: Path
) -> None:
    begin(journal)
    dana, gone = journal.people.named("Dana"), other(journal, nicknames=("Dee",))
    journal.people.merge(gone.id, dana.id)
    with journal.store.read() as reader:
        text = "".join(json_pieces(reader.list))
    elsewhere = open_journal(tmp_path / "other.db", clock=clock, ids=SeededIds(9))
    try:
        elsewhere.bringing_in.take(read_json(text), "a file")
        assert elsewhere.people.named("dee") == journal.people.named("dana")
        assert elsewhere.history.verify() == journal.history.verify()
        assert elsewhere.history.verify().broken == ()
    finally:
        elsewhere.store.close()


def test_a_merge_that_names_another_in_the_sealed_deal_is_seen(
    journal: Journal,
) -> None:
    begin(journal)
    gone = other(journal)
    deal = journal.people.page(gone.id).rows[0]
    journal.people.merge(gone.id, journal.people.named("Dana").id)
    stored = journal.deals.read(deal.id).negotiation
    with journal.store.write("edited", "x") as writer:
        writer.put(replace(stored, sealed_with=None))
    assert [b.chain for b in journal.history.verify().broken] == [
        f"negotiation:{deal.id}"
    ]


def test_what_is_sealed_after_a_merge_names_the_one_that_stayed(
    journal: Journal, clock: HandClock
) -> None:
    deal = begin(journal)
    dana, gone = journal.people.named("Dana"), other(journal)
    journal.people.merge(dana.id, gone.id)
    clock.pass_(minutes=1)
    journal.deals.seal(deal.id)
    assert journal.deals.read(deal.id).negotiation.sealed_with is None
    assert journal.history.verify().broken == ()


def test_nobody_is_merged_into_themselves(journal: Journal) -> None:
    begin(journal)
    dana = journal.people.named("Dana")
    with pytest.raises(Invalid, match="one already"):
        journal.people.merge(dana.id, dana.id)
    with pytest.raises(NotFound):
        journal.people.merge("nobody", dana.id)


@pytest.mark.parametrize(
    ("field", "value"),
    [("name", "dee"), ("alias", "M. OKAFOR"), ("nicknames", ("x", "m. okafor"))],
)
def test_a_name_of_somebody_else_is_refused(
    field: str, value: object, journal: Journal
) -> None:
    begin(journal, LEAST)
    other(journal, nicknames=("Dee",))
    begin(journal)
    dana = journal.people.named("Dana")
    with pytest.raises(Invalid, match="Somebody else"):
        journal.people.edit(replace(dana, **{field: value}))  # type: ignore[arg-type]  # fields


def test_names_are_kept_once_and_without_blanks(journal: Journal) -> None:
    begin(journal)
    dana = replace(
        journal.people.named("Dana"), name=" Dana ", alias="  ",
        nicknames=("dana", " Dee ", "DEE", "", "Mrs R"),
    )  # fmt: skip
    kept = journal.people.edit(dana)
    assert (kept.name, kept.alias, kept.nicknames) == ("Dana", None, ("Dee", "Mrs R"))
    with pytest.raises(Invalid, match="50 nicknames"):
        journal.people.edit(replace(kept, nicknames=tuple(map(str, range(51)))))


def test_a_line_knows_a_nickname_and_is_filed_where_it_belongs(
    journal: Journal,
) -> None:
    deal = begin(journal)
    dana = journal.people.named("Dana")
    journal.people.edit(replace(dana, nicknames=("The Owl",)))
    journal.inbox.log("The Owl: @ego I listed our awards")
    assert [m.tag for m in journal.deals.read(deal.id).moments] == ["ego"]


def test_who_is_archived_is_in_no_list_until_a_new_deal(
    journal: Journal, clock: HandClock
) -> None:
    begin(journal)
    dana = journal.people.named("Dana")
    journal.people.archive(dana.id)
    assert journal.people.rows() == ()
    assert journal.people.everyone()[0].archived_at == clock.now()
    clock.at += timedelta(days=1)
    assert journal.people.archive(dana.id).archived_at < clock.now()  # type: ignore[operator]  # archived
    begin(journal, replace(LEAST, person="dana"))
    assert [row.person.name for row in journal.people.rows()] == ["Dana"]
    journal.people.archive(dana.id)
    assert journal.people.bring_back(dana.id).archived_at is None


def test_one_that_is_merged_is_archived_only_where_both_were(journal: Journal) -> None:
    begin(journal)
    dana, gone = journal.people.named("Dana"), other(journal)
    dana = journal.people.archive(dana.id)
    assert journal.people.merge(gone.id, dana.id).archived_at is None
    journal.history.undo()
    journal.people.archive(gone.id)
    assert journal.people.merge(gone.id, dana.id).archived_at == dana.archived_at
