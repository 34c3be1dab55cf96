"""`/`: words ranked within a filter, over everything that was written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.store.conftest import START
from tests.store.entities import AT, DEAL, ENTRY, LINE, MOMENT, PERSON, put_parents
from winjournal.domain.later import Promise
from winjournal.domain.negotiation import Sphere
from winjournal.domain.sought import read_sought
from winjournal.domain.tags import Actor
from winjournal.domain.writing import WeekReview

if TYPE_CHECKING:
    from winjournal.store.store import SqlStore

LEASE = replace(
    DEAL, id="lease", title="Kiln lease", counterparty_id="ruth",
    sphere=Sphere.HOUSEHOLD, opened_on=date(2025, 6, 1), closed_on=date(2025, 6, 2),
)  # fmt: skip


@pytest.fixture(autouse=True)
def written(store: SqlStore) -> None:
    with store.write("began", "it") as writer:
        put_parents(writer)
        writer.put(replace(PERSON, id="ruth", name="Ruth Quince"))
        writer.put(LEASE)
        for id_, deal, note in (
            ("m1", "deal", "a quince and an anchor"),
            ("m2", "lease", "quince"),
            ("m3", "lease", "Café ☂ rain"),
        ):
            writer.put(
                replace(MOMENT, id=id_, negotiation_id=deal, note=note, tag="ego")
            )
        writer.put(
            replace(ENTRY, id="lone", negotiation_id=None, body="quince of my own")
        )
        writer.put(replace(LINE, id="line", line="%Dana: quince"))
        writer.put(
            Promise(
                id="p",
                counterparty_id="ruth",
                by=Actor.ME,
                text="bring a quince",
                made_at=AT,
            )
        )
        writer.put(WeekReview(id="w", week="2026-W10", reflection="no quince"))


def found(store: SqlStore, text: str, limit: int = 20) -> set[str]:
    sought = read_sought(text, START)
    with store.views() as views:
        return {hit.id for hit in views.find(sought, limit)}


ALL = {"m1", "m2", "lone", "line", "p", "2026-W10", "ruth"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("quinc", ALL),
        ("quince anchor", {"m1"}),
        ('"quince anchor"', set()),
        ('"an anchor"', {"m1"}),
        ("quince with:ruth", {"m2", "p", "ruth"}),
        ("quince with:dana", {"m1", "line"}),
        ("quince @ego", {"m1", "m2"}),
        ("quince not @ego", {"lone", "line", "p", "2026-W10", "ruth"}),
        ("quince sphere:household", {"m2"}),
        ("quince until:2025", {"m2"}),
        ("anchor or cafe", {"m1", "m3"}),
        ("(anchor or cafe) with:ruth", {"m3"}),
        ("☂", {"m3"}),
        ("☂ with:dana", set()),
        ("☂ or anchor", {"m1", "m3"}),
        ("cafe ☂", {"m3"}),
        ("sphere:household", {"lease"}),
        ("with:ruth or has:entry", {"deal", "lease", "lone"}),
        ("", set()),
        ("  ", set()),
        ("@nonsense", set()),
        ("is:done", set()),
    ],
)
def test_words_are_found_within_conditions(
    store: SqlStore, text: str, expected: set[str]
) -> None:
    assert found(store, text) == expected


def test_what_is_no_filter_is_found_as_it_stands(store: SqlStore) -> None:
    with store.write("wrote", "it") as writer:
        writer.put(replace(MOMENT, id="m9", negotiation_id="deal", note="(is:done"))
    assert found(store, "(is:done") == {"m9"}


def test_a_filter_alone_lists_the_newest_first(store: SqlStore) -> None:
    with store.views() as views:
        hits = views.find(read_sought("not sphere:other", START), 2)
    assert len(hits) == 2
    assert hits[0].on is not None
    assert hits[1].on is not None
    assert hits[0].on >= hits[1].on
    assert {hit.snippet for hit in hits} == {""}
