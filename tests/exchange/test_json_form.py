"""A journal as JSON: everything, the same again, and nothing guessed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.entities import ALLOWED, DEAL, LINE, PERSON
from winjournal.domain.errors import DamagedJournal, NewerJournal
from winjournal.domain.writing import Draft
from winjournal.exchange.json_form import (
    KINDS,
    entity_of,
    json_pieces,
    plain,
    read_json,
)
from winjournal.services.entities import Entity


def written(*entities: Any) -> str:
    def of(kind: type) -> Iterable[Any]:
        return [one for one in entities if isinstance(one, kind)]

    return "".join(json_pieces(of))


def test_every_kind_that_a_store_keeps_has_its_place() -> None:
    assert set(KINDS.values()) == set(get_args(Entity)) - {Draft}


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_an_entity_comes_back_equal(kind: type, data: st.DataObject) -> None:
    entity = data.draw(ALLOWED[kind])
    again = entity_of(kind, json.loads(json.dumps(plain(entity))))
    assert again == entity
    if hasattr(entity, "at"):
        assert again.at.utcoffset() == entity.at.utcoffset()


def test_a_document_says_what_it_is_and_comes_back() -> None:
    text = written(PERSON, DEAL, LINE)
    assert text.startswith('{"format": "winjournal",\n"version": 1')
    whole = read_json(text)
    assert whole["counterparty"] == [PERSON]
    assert whole["negotiation"] == [DEAL]
    assert written(*(one for rows in whole.values() for one in rows)) == text


def test_the_order_of_the_rows_does_not_matter() -> None:
    other = replace(PERSON, id="another", name="Sam")
    assert written(PERSON, other) == written(other, PERSON)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no JSON"),
        ("[]", "no journal of WinJournal"),
        ('{"format": "jrnl"}', "no journal of WinJournal"),
        ('{"format": "winjournal"}', "version"),
        ('{"format": "winjournal", "version": true}', "version"),
        ('{"format": "winjournal", "version": 1, "goats": []}', "no kind goats"),
        ('{"format": "winjournal", "version": 1, "vow": {}}', "vow is no list"),
        ('{"format": "winjournal", "version": 1, "vow": [3]}', "vow 1 is not"),
        ('{"format": "winjournal", "version": 1, "vow": [{"id": 1.5}]}', "amounts"),
        ("[" * 100_000, "no JSON"),
    ],
)
def test_what_is_no_journal_is_said_in_a_sentence(text: str, said: str) -> None:
    with pytest.raises(DamagedJournal) as told:
        read_json(text)
    assert said in str(told.value)


def test_a_newer_form_is_refused() -> None:
    with pytest.raises(NewerJournal):
        read_json('{"format": "winjournal", "version": 2}')


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("mood", "good", "there is no field mood"),
        ("title", None, "title is null"),
        ("title", 3, "title cannot be 3"),
        ("opened_on", "2026-02-30", "opened_on cannot be"),
        ("sphere", "mars", 'sphere cannot be "mars"'),
        ("version", "1", 'version cannot be "1"'),
        ("version", True, "version cannot be true"),
        ("planned_for", "2026-03-04T10:00", "planned_for cannot be"),
        ("terms", {"fair_low": "NaN"}, "terms cannot be"),
    ],
)
def test_a_value_that_is_none_is_named(field: str, value: object, said: str) -> None:
    row = {**plain(DEAL), field: value}
    document = {"format": "winjournal", "version": 1, "negotiation": [row]}
    with pytest.raises(DamagedJournal) as told:
        read_json(json.dumps(document))
    assert f"negotiation 1 is not understood: {said}" in str(told.value)


def test_a_missing_field_is_named() -> None:
    row = plain(DEAL)
    del row["title"]
    document = {"format": "winjournal", "version": 1, "negotiation": [row]}
    with pytest.raises(DamagedJournal, match="title is missing"):
        read_json(json.dumps(document))
