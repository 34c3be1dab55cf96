"""Whatever is typed is text: stored, read, found, never obeyed."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.program import ROOT
from tests.store.conftest import HandClock
from tests.store.entities import AT, ENTRY, MOMENT, put_parents
from tests.store.whole import ask
from winjournal.domain.edge import MAX_BODY, clean_text
from winjournal.domain.errors import NotUnderstood, WinJournalError
from winjournal.domain.filter import read_filter
from winjournal.domain.filter_tree import And, Everything, Or, With, Words
from winjournal.domain.moments import Moment
from winjournal.domain.negotiation import Counterparty
from winjournal.domain.sought import Sought
from winjournal.domain.writing import Entry, InboxLine
from winjournal.services.ids import SeededIds
from winjournal.services.journal import Journal
from winjournal.services.prep import Prep
from winjournal.store import quick
from winjournal.store.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from winjournal.domain.filter_tree import Filter

BAD = {
    bad["name"]: bad["value"] * bad["repeat"]
    for bad in json.loads(
        (ROOT / "tests" / "data" / "bad_inputs.json").read_text(encoding="utf-8")
    )["inputs"]
}

each_input = pytest.mark.parametrize("text", BAD.values(), ids=BAD)


class Stage:
    """One journal for all inputs, each under ids of its own."""

    def __init__(self, path: Path) -> None:
        self.ids = SeededIds(7)
        self.store = open_store(path, HandClock(), self.ids)
        self.journal = Journal.over(self.store, HandClock(), self.ids, "1-1")
        with self.store.write("began", "it") as writer:
            put_parents(writer)
        self.write(replace(ENTRY, body="win-win, secret -x title AND anchor"))

    def write(self, entry: Entry) -> str:
        with self.store.write("wrote", "it") as writer:
            writer.put(entry)
        return entry.id

    def new(self) -> str:
        return self.ids.new(AT)


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    made = Stage(tmp_path_factory.mktemp("hostile") / "j.db")
    yield made
    made.store.close()


def has_half_a_sign(text: str) -> bool:
    return any("\ud800" <= sign <= "\udfff" for sign in text)


@each_input
def test_a_text_comes_back_as_it_was_or_is_refused(text: str, stage: Stage) -> None:
    entry = replace(ENTRY, id=stage.new(), body=text)
    if has_half_a_sign(text) or len(text.encode()) > MAX_BODY:
        with pytest.raises(WinJournalError):
            stage.write(entry)
        return
    stage.write(entry)
    for _ in range(2):
        with stage.store.read() as reader:
            assert reader.get(Entry, entry.id) == entry
        assert stage.store.undo(AT).what == "wrote"
        stage.store.redo(AT)


@each_input
def test_a_search_for_anything_is_a_search(text: str, stage: Stage) -> None:
    with stage.store.views() as views:
        hits = views.find(Sought(literal=text), 9)
    assert all(hit.id for hit in hits)


@each_input
def test_what_the_edge_lets_through_is_found_again(text: str, stage: Stage) -> None:
    try:
        kept = clean_text(text).text
    except NotUnderstood:
        return
    id_ = stage.write(replace(ENTRY, id=stage.new(), body=kept))
    with stage.store.views() as views:
        found = [hit.id for hit in views.find(Sought(literal=kept), 500)]
    assert (id_ in found) is bool(kept.strip())


@each_input
def test_a_filter_of_anything_is_a_filter(text: str, stage: Stage) -> None:
    trees: list[Filter] = [
        Words(text),
        Words(text, is_phrase=True),
        With(text),
        With(text, is_whole=False),
    ]
    with suppress(NotUnderstood):
        trees.append(read_filter(text, AT))
    with stage.store.views() as views, stage.store.read() as reader:
        for tree in (And(tuple(trees)), Or(tuple(trees))):
            assert views.journal_count(tree) == len(views.journal(tree, 0, 9999))
            reader.dossiers(tree)


@each_input
def test_a_logged_line_is_kept_exactly(text: str, stage: Stage) -> None:
    line = InboxLine(id=stage.new(), line=text, person=text[:60], at=AT, logged_at=AT)
    if has_half_a_sign(text):
        with pytest.raises(WinJournalError):
            quick.append_line(stage.store.path, line)
        return
    quick.append_line(stage.store.path, line)
    assert line in quick.unfiled(stage.store.path)
    with stage.store.views() as views:
        rows = views.journal(Everything(), 0, 9999)
    assert line.id in {row.id for row in rows}
    with stage.store.write("deleted", "it") as writer:
        writer.remove(line)


@each_input
def test_a_name_is_one_name(text: str, stage: Stage) -> None:
    try:
        name = clean_text(text, one_line=True).text
        stage.journal.deals.create(Prep(title=name or "t", person=name))
    except WinJournalError:
        return
    with stage.store.read() as reader:
        assert reader.person_named(name) == reader.person_named(name.upper())
        assert name in {person.name for person in reader.list(Counterparty)}
    assert name in {known for known, _ in quick.known_people(stage.store.path)}
    assert ask(stage.store.path, "SELECT count(*) FROM moment") == [(1,)]


def test_a_short_id_is_not_a_pattern(stage: Stage) -> None:
    with stage.store.read() as reader:
        for ref in BAD.values():
            with pytest.raises(WinJournalError):
                reader.resolve(ref)
        assert reader.get(Moment, "moment") == MOMENT
