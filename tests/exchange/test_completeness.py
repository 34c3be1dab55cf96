"""Everything of a negotiation stands in its export, whatever is added to it later."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from tests.exchange.dossiers import acme, filled, plain_type, token
from winjournal.domain.debrief import Debrief
from winjournal.domain.dossier import Dossier
from winjournal.domain.goalposts import Criterion, Goalpost
from winjournal.domain.later import FollowUp, OutsideView, Promise, Repair
from winjournal.domain.moments import Moment
from winjournal.domain.negotiation import Counterparty, Negotiation, Offer, Sitting
from winjournal.domain.terms import Terms
from winjournal.domain.weeks import Week
from winjournal.domain.worth import InformationGap, ValueItem
from winjournal.domain.writing import Entry, InboxLine, Link, Vow, VowTest, WeekReview
from winjournal.exchange.markdown import (
    entry_markdown,
    line_markdown,
    negotiation_markdown,
)
from winjournal.exchange.week import WeekPage, week_markdown

PLACES: dict[type, str] = {
    Goalpost: "goalposts", Criterion: "criteria", Sitting: "sittings",
    ValueItem: "value_items", InformationGap: "information_gaps",
    Repair: "repairs", Offer: "offers", Moment: "moments", Promise: "promises",
    FollowUp: "follow_ups", OutsideView: "outside_views", VowTest: "vow_tests",
    Entry: "entries", InboxLine: "lines", Link: "links", Vow: "vows",
}  # fmt: skip

FOR_THE_STORE_ALONE = {
    (Negotiation, "version"),  # counts saves
    (ValueItem, "position"),  # the same
    (InformationGap, "position"),  # the same
    (Criterion, "position"),  # is the order in which they are printed
    (InboxLine, "has_date"),  # how `at` came about; the line itself says it
}
"""What a reader has no use for, beside the ids that tie rows together."""

KINDS = [Counterparty, Negotiation, Debrief, Terms, *PLACES]


def names_of(kind: Any) -> list[str]:
    return [
        f.name
        for f in fields(kind)
        if f.name != "id"
        and not f.name.endswith(("_id", "_ids"))
        and (kind, f.name) not in FOR_THE_STORE_ALONE
    ]


CASES = [
    pytest.param(kind, name, id=f"{kind.__name__}.{name}")
    for kind in KINDS
    for name in names_of(kind)
]


def with_one(kind: Any, entity: Any) -> Dossier:
    """Return a negotiation that holds this entity beside the usual ones."""
    base = replace(
        acme(),
        criteria=(filled(Criterion, id="c9"),),
        sittings=(filled(Sitting, id="s9"),),
    )
    if kind is Terms:
        return replace(base, negotiation=replace(base.negotiation, terms=entity))
    if kind is Goalpost:
        entity = replace(entity, criteria_ids=("c9",))
    if kind is Vow:
        test = filled(VowTest, vow_id=entity.id)
        base = replace(base, vow_tests=(test,))
    if kind in PLACES:
        change: dict[str, Any] = {PLACES[kind]: (entity,)}
    else:
        change = {kind.__name__.lower(): entity}
    return replace(base, **change)


def exported(kind: Any, entity: Any) -> str:
    return negotiation_markdown(with_one(kind, entity))


def test_every_kind_of_thing_that_a_dossier_holds_is_tried() -> None:
    held = {f.name for f in fields(Dossier)}
    assert held == {*PLACES.values(), "negotiation", "counterparty", "debrief"}


@pytest.mark.parametrize(("kind", "name"), CASES)
def test_every_text_stands_in_the_export(kind: Any, name: str) -> None:
    if plain_type(get_type_hints(kind)[name]) is not str:
        return
    assert token(kind, name) in exported(kind, filled(kind))


def others(hint: Any, value: Any) -> list[Any]:
    """Return further values that a field may hold."""
    kind = plain_type(hint)
    none = [] if kind is hint else [None]
    if get_origin(kind) is tuple:
        return [*none, (5, 4, 3, 2, 1)] if get_args(kind)[0] is int else none
    if isinstance(kind, type) and issubclass(kind, Enum):
        return [*none, *kind]
    day = timedelta(days=1)
    more: dict[type, list[Any]] = {
        str: ["other"],
        bool: [not value],
        int: [2],
        Decimal: [Decimal("0.25")],
        datetime: [value + day if isinstance(value, datetime) else None],
        date: [value + day if isinstance(value, date) else None],
    }
    return [*none, *more.get(kind, [])]


@pytest.mark.parametrize(("kind", "name"), CASES)
def test_no_two_values_of_a_field_are_exported_alike(kind: Any, name: str) -> None:
    whole = filled(kind)
    if kind is Moment and name == "step_hint":
        whole = replace(whole, tag=None)
    value = getattr(whole, name)
    values = [v for v in others(get_type_hints(kind)[name], value) if v != value]
    pages = [exported(kind, replace(whole, **{name: v})) for v in [value, *values]]
    assert len(set(pages)) == len(pages)


def test_a_moments_sitting_and_a_versions_criteria_can_be_found() -> None:
    deal = acme()
    assert "sitting 1" in negotiation_markdown(deal)
    assert "criteria: 1" in negotiation_markdown(deal)


@pytest.mark.parametrize("name", names_of(Entry))
def test_an_entry_alone_is_whole(name: str) -> None:
    entry = filled(Entry)
    assert entry_markdown(entry) != entry_markdown(
        replace(
            entry, **{name: others(get_type_hints(Entry)[name], entry.written_at)[-1]}
        )
    )
    assert token(Entry, "body") in entry_markdown(entry)
    assert token(Entry, "negotiation_id") in entry_markdown(entry)


@pytest.mark.parametrize("name", names_of(InboxLine))
def test_a_logged_line_alone_is_whole(name: str) -> None:
    line = filled(InboxLine)
    change = others(get_type_hints(InboxLine)[name], line.at)[-1]
    assert line_markdown(line) != line_markdown(replace(line, **{name: change}))
    assert token(InboxLine, "line") in line_markdown(line)
    assert token(InboxLine, "person") in line_markdown(line)


def test_a_week_is_whole() -> None:
    page = week_markdown(
        WeekPage(
            week=Week(2026, 10),
            review=filled(WeekReview),
            vow=filled(Vow),
            deals=(acme(),),
            entries=(filled(Entry),),
            lines=(filled(InboxLine),),
            links=(filled(Link),),
        )
    )
    tokens = [
        token(kind, name)
        for kind in (WeekReview, Vow, Entry, InboxLine, Link)
        for name in names_of(kind)
        if plain_type(get_type_hints(kind)[name]) is str and name != "week"
    ]
    assert [t for t in tokens if t not in page] == []
    assert "I listed our awards" in page
