"""Whatever is typed is text: stored, read, found, never obeyed."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.program import ROOT
from tests.store.entities import AT, ENTRY, MOMENT, put_parents
from tests.store.whole import ask
from winjournal.domain.edge import MAX_BODY, clean_text
from winjournal.domain.errors import NotUnderstood, WinJournalError
from winjournal.domain.filter import read_filter
from winjournal.domain.filter_tree import And, Or, With, Words
from winjournal.domain.line import KnownPerson
from winjournal.domain.negotiation import Counterparty
from winjournal.domain.writing import Entry, InboxLine
from winjournal.services.prep import Prep
from winjournal.store import quick

if TYPE_CHECKING:
    from winjournal.domain.filter_tree import Filter
    from winjournal.services.journal import Journal
    from winjournal.store.store import SqlStore

BAD = {
    bad["name"]: bad["value"] * bad["repeat"]
    for bad in json.loads(
        (ROOT / "tests" / "data" / "bad_inputs.json").read_text(encoding="utf-8")
    )["inputs"]
}

each_input = pytest.mark.parametrize("text", BAD.values(), ids=BAD)


@pytest.fixture(autouse=True)
def parents(store: SqlStore) -> None:
    with store.write("began", "it") as writer:
        put_parents(writer)


@each_input
def test_a_text_comes_back_as_it_was_or_is_refused(text: str, store: SqlStore) -> None:
    entry = replace(ENTRY, id="x", body=text)

    def write() -> None:
        with store.write(
            "wrote", text[:99].encode(errors="replace").decode()
        ) as writer:
            writer.put(entry)

    too_long = len(text.encode(errors="replace")) > MAX_BODY
    if too_long or any("\ud800" <= sign <= "\udfff" for sign in text):
        with pytest.raises(WinJournalError):
            write()
        return
    write()
    with store.read() as reader:
        assert reader.get(Entry, "x") == entry
    assert store.undo(AT).what == "wrote"
    store.redo(AT)
    with store.read() as reader:
        assert reader.get(Entry, "x") == entry


@each_input
def test_a_search_for_anything_is_a_search(text: str, store: SqlStore) -> None:
    with store.write("wrote", "it") as writer:
        writer.put(replace(ENTRY, body="win-win, secret -x title AND anchor"))
    with store.views() as views:
        hits = views.search(text, 9)
    assert all(hit.id for hit in hits)


@each_input
def test_what_the_edge_lets_through_is_found_again(text: str, store: SqlStore) -> None:
    try:
        kept = clean_text(text).text
    except NotUnderstood:
        return
    with store.write("wrote", "it") as writer:
        writer.put(replace(ENTRY, id="x", body=kept))
    with store.views() as views:
        found = [hit.id for hit in views.search(kept, 50)]
    assert ("x" in found) is bool(kept.strip())


@each_input
def test_a_filter_of_anything_is_a_filter(text: str, store: SqlStore) -> None:
    trees: list[Filter] = [
        Words(text),
        Words(text, is_phrase=True),
        With(text),
        With(text, is_whole=False),
    ]
    with suppress(NotUnderstood):
        trees.append(read_filter(text, AT))
    with store.views() as views, store.read() as reader:
        for tree in (*trees, And(tuple(trees)), Or(tuple(trees))):
            assert views.journal_count(tree) == len(views.journal(tree, 0, 99))
            reader.dossiers(tree)


@each_input
def test_a_logged_line_is_kept_exactly(text: str, store: SqlStore) -> None:
    line = InboxLine(id="x", line=text, person=text[:60], at=AT, logged_at=AT)
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        with pytest.raises(WinJournalError):
            quick.append_line(store.path, line)
        return
    quick.append_line(store.path, line)
    assert line in quick.unfiled(store.path)
    with store.views() as views:
        rows = views.journal(read_filter("", AT), 0, 99)
    assert "x" in {row.id for row in rows}


@each_input
def test_a_name_is_one_name(text: str, journal: Journal, store: SqlStore) -> None:
    try:
        name = clean_text(text, one_line=True).text
        journal.deals.create(Prep(title=name or "t", person=name))
    except WinJournalError:
        return
    with store.read() as reader:
        assert reader.person_named(name) == reader.person_named(name.upper())
        assert name in {person.name for person in reader.list(Counterparty)}
    names = [known[0] for known in quick.known_people(store.path)]
    assert KnownPerson(name).name in names
    assert ask(store.path, "SELECT count(*) FROM moment") == [(1,)]


def test_a_short_id_is_not_a_pattern(store: SqlStore) -> None:
    with store.read() as reader:
        for ref in BAD.values():
            with pytest.raises(WinJournalError):
                reader.resolve(ref)
        assert reader.get(type(MOMENT), "moment") == MOMENT
