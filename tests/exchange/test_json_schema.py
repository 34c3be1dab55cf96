"""The published schema: every export is what it says, and nothing else is."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.documented import SCHEMA
from tests.store.entities import ALLOWED, PARENTS
from winjournal.exchange.json_form import KINDS, json_pieces, plain, read_json

DOCUMENT: dict[str, Any] = json.loads(SCHEMA.read_text())
VALIDATOR = Draft202012Validator(DOCUMENT)


def document(*entities: Any) -> Any:
    def of(kind: type) -> list[Any]:
        return [one for one in entities if isinstance(one, kind)]

    return json.loads("".join(json_pieces(of)))


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(DOCUMENT)


@pytest.mark.parametrize("name", KINDS)
@settings(max_examples=30)
@given(data=st.data())
def test_every_entity_is_what_it_says(name: str, data: st.DataObject) -> None:
    entity = data.draw(ALLOWED[KINDS[name]])
    part = VALIDATOR.evolve(schema=DOCUMENT["$defs"][name])
    part.validate(plain(entity))


def test_an_export_is_what_it_says() -> None:
    VALIDATOR.validate(document(*PARENTS))
    VALIDATOR.validate(document())


@pytest.mark.parametrize(
    "change",
    [
        {"version": 2},
        {"goats": []},
        {"negotiation": [{"id": "x"}]},
        {"counterparty": [{"id": "x", "name": None}]},
        {"counterparty": [{"id": "x", "name": "Dana", "mood": "calm"}]},
        {"counterparty": [{"id": "x", "name": "Dana", "since": 3}]},
    ],
)
def test_what_is_refused_here_is_refused_there(change: dict[str, Any]) -> None:
    changed = {**document(*PARENTS), **change}
    assert list(VALIDATOR.iter_errors(changed))
    with pytest.raises(Exception, match=r"."):
        read_json(json.dumps(changed))


def test_every_field_that_a_class_explains_is_explained() -> None:
    fields = DOCUMENT["$defs"]["negotiation"]["properties"]
    assert fields["planned_for"]["description"].startswith("When the first sitting")
