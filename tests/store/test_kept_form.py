"""Facts and deeds go into a line and come back, whatever they hold."""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal
from typing import Any, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.entities import amounts, text
from winjournal.domain.facts import Deed, Facts
from winjournal.domain.tags import Actor
from winjournal.store import kept_form
from winjournal.store.kept_form import Line


def strategy(kind: Any) -> st.SearchStrategy[Any]:
    """Return any value of a type that a field may have."""
    if kind is float:
        return st.floats(allow_nan=False, allow_infinity=False)
    if kind == dict[tuple[Actor, str], int]:
        keys = st.tuples(st.sampled_from(Actor), text(20, 1))
        return st.dictionaries(keys, st.integers(1, 999), max_size=4)
    for part in getattr(kind, "__args__", ()):
        if part is Decimal:
            return st.none() | amounts()
        if part is float:
            return st.none() | strategy(float)
    return st.from_type(kind)


def some(kind: type[Any], **fixed: Any) -> st.SearchStrategy[Any]:
    hints = get_type_hints(kind)
    given = {f.name: strategy(hints[f.name]) for f in fields(kind)}
    return st.builds(kind, **{**given, **fixed})


ID = st.just("deal")
WHO = st.just("person")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(some(Facts, id=ID, person_id=WHO, person=st.just("Dana")), max_size=3),
    st.lists(some(Deed, negotiation_id=ID, person_id=WHO), max_size=3),
)
def test_a_line_says_what_it_was_made_of(deals: list[Facts], deeds: list[Deed]) -> None:
    texts = [kept_form.written(Line(deal, deeds)) for deal in deals]
    if not texts:
        return
    found, done = kept_form.read(texts, {"person": "Dana"})
    assert found == deals
    assert done == deeds * len(deals)
    assert [list(map(type, f.counts)) for f in found] == [
        list(map(type, f.counts)) for f in deals
    ]


@pytest.mark.parametrize("kind", [set[int], bytes, tuple[int, str], int | str])
def test_a_kind_of_field_that_nobody_told_of_is_refused(kind: Any) -> None:
    with pytest.raises(TypeError, match="kept"):
        kept_form._form(kind)


def test_the_form_holds_other_kinds_a_field_may_come_to_have() -> None:
    column = [{3: 1, 23: 2}, {}]
    form = kept_form._form(dict[int, int])
    assert form.read([form.write(value) for value in column]) == column
    rated = kept_form._form(tuple[Actor, ...] | None)
    ratings = [(Actor.ME, Actor.THEM), None, ()]
    assert rated.read([rated.write(value) for value in ratings]) == ratings
