"""Filters in memory, over a handful of rows that tell every condition apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import get_args
from zoneinfo import ZoneInfo

import pytest

from winjournal.domain.debrief import Outcome
from winjournal.domain.filter import read_filter
from winjournal.domain.filter_explain import explain
from winjournal.domain.filter_match import matches
from winjournal.domain.filter_tree import Filter, Part, State
from winjournal.domain.moments import Moment
from winjournal.domain.negotiation import Sphere
from winjournal.domain.tags import Actor, Step

NOW = datetime(2026, 3, 4, 7, 50, tzinfo=ZoneInfo("Europe/Berlin"))


def mark(
    tag: str | None, actor: Actor = Actor.ME, step_hint: Step | None = None
) -> Moment:
    return Moment(
        id="m",
        negotiation_id="n",
        at=NOW,
        tag=tag,
        actor=actor,
        step_hint=step_hint,
    )


@dataclass(frozen=True, kw_only=True)
class Talk:
    title: str = ""
    names: tuple[str, ...] = ()
    text: str = ""
    outcome: Outcome | None = None
    sphere: Sphere | None = None
    kind: str | None = None
    day: date = date(2026, 3, 4)
    over: Decimal | None = None
    moments: tuple[Moment, ...] = ()
    states: tuple[State, ...] = ()
    parts: tuple[Part, ...] = ()


ROWS = {
    "acme": Talk(
        title="Acme renewal",
        names=("Dana Smith", "D.", "Client A"),
        text="Net 60 was their anchor. We found a win-win.",
        outcome=Outcome.AGREED,
        sphere=Sphere.PROFESSIONAL,
        kind="vendor",
        day=date(2026, 2, 28),
        over=Decimal("0.2000"),
        moments=(mark("ego"), mark("goalpost-shift", Actor.THEM)),
        states=(State.SEALED, State.CLOSED, State.AGREED),
        parts=(Part.MOMENTS, Part.DEBRIEF, Part.TERMS),
    ),
    "rent": Talk(
        title="Landlord, deposit",
        names=("Dan O'Kafor",),
        text="100%_\\ of it, re\u0301sume\u0301 attached",
        outcome=Outcome.OPEN,
        sphere=Sphere.HOUSEHOLD,
        kind="Rent",
        day=date(2026, 3, 1),
        over=Decimal("0.1000"),
        moments=(mark(None, step_hint=Step.TRUST), mark("ego", Actor.THEM)),
        states=(State.OPEN, State.UNDEBRIEFED, State.DUE),
        parts=(Part.MOMENTS, Part.ENTRY),
    ),
    "note": Talk(text="A thought about anchors", day=date(2026, 1, 31)),
}


def found(text: str, *, lenient: bool = False) -> set[str]:
    tree = read_filter(text, NOW, lenient=lenient)
    return {name for name, row in ROWS.items() if matches(tree, row)}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", "acme rent note"),
        ("anchor", "acme note"),
        ('"anchor"', "acme"),
        ("chor", ""),
        ('"net 60"', "acme"),
        ('"net 6"', ""),
        ("win-win", "acme"),
        ("winwin", ""),
        ("renewal", "acme"),
        ("smith", "acme"),
        ("RESUME", "rent"),
        ("r\u00e9sum\u00e9", "rent"),
        ("100%_\\", "rent"),
        ("%", "rent"),
        ('"renewal dana"', ""),
        ("@ego", "acme"),
        ("@them/ego", "rent"),
        ("@ego+", ""),
        ("@goalpost", ""),
        ("@them/goalpost", "acme"),
        ("@trust", "rent"),
        ("@them/trust", ""),
        ("step:trust", "rent"),
        ("step:ego", "acme rent"),
        ("step:winning", "acme"),
        ("step:value", ""),
        ("with:dana", "acme"),
        ("with:dan", "rent"),
        ("with:smith", "acme"),
        ("with:o'kafor", "rent"),
        ('with:"dana smith"', "acme"),
        ('with:"smith dana"', ""),
        ("outcome:agreed", "acme"),
        ("outcome:open", "rent"),
        ("outcome:they-walked", ""),
        ("sphere:household", "rent"),
        ("kind:rent", "rent"),
        ("kind:ren", ""),
        ("since:march", "rent"),
        ("since:2026-02-28", "acme rent"),
        ("until:jan", "note"),
        ("until:2026-02-28", "acme note"),
        ("on:2026-02-28", "acme"),
        ("on:2026-01-31..2026-03-01", "acme rent note"),
        ("on:feb", "acme"),
        ("is:open", "rent"),
        ("is:sealed", "acme"),
        ("is:undebriefed", "rent"),
        ("is:due", "rent"),
        ("is:closed", "acme"),
        ("is:agreed", "acme"),
        ("has:moments", "acme rent"),
        ("has:entry", "rent"),
        ("has:debrief", "acme"),
        ("has:terms", "acme"),
        ("over:10%", "acme"),
        ("over:9.99", "acme rent"),
        ("over:20", ""),
        ("not is:open", "acme note"),
        ("not over:10%", "rent note"),
        ("not with:dana", "rent note"),
        ("anchor is:agreed", "acme"),
        ("is:open or is:agreed", "acme rent"),
        ("anchor not (is:agreed or is:open)", "note"),
        ("not not anchor", "acme note"),
    ],
)
def test_a_filter_finds_its_rows(text: str, names: str) -> None:
    assert found(text) == set(names.split())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("with:", "acme rent note"),
        ("with:dan", "acme rent"),
        ("with:sm", "acme"),
        ("kind:ren", "rent"),
        ("@eg", "acme"),
        ("@them/", "acme rent"),
        ("outcome:o", "rent"),
        ("sphere:", "acme rent note"),
        ("anchor or", "acme note"),
    ],
)
def test_while_typing_it_finds_what_may_be_meant(text: str, names: str) -> None:
    assert found(text, lenient=True) == set(names.split())


def test_no_node_is_forgotten() -> None:
    nodes = get_args(Filter)
    assert len(nodes) == 17
    for node in nodes:
        assert matches.dispatch(node) is not matches.dispatch(object)
        assert explain.dispatch(node) is not explain.dispatch(object)


def test_what_is_no_filter_is_an_error_of_the_program() -> None:
    with pytest.raises(TypeError):
        matches("ego", ROWS["acme"])  # type: ignore[arg-type] # that is the test
    with pytest.raises(TypeError):
        explain("ego")  # type: ignore[arg-type] # that is the test
