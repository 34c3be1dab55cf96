"""Hostile text through each widget: shown as it is, obeyed by none.

The bytes looked at are those that would go to the terminal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from tests.ui.bad_inputs import CONTROL, bad_inputs, shown
from tests.ui.drawn import lines
from tests.ui.stage import Stage
from winjournal.ui.glyphs import UNICODE
from winjournal.ui.modals.choose import Choice, ChooseModal
from winjournal.ui.modals.confirm import ConfirmModal
from winjournal.ui.modals.help import HelpModal
from winjournal.ui.modals.line import LineModal
from winjournal.ui.text import plain
from winjournal.ui.topline import TopLine
from winjournal.ui.widgets.empty import Empty
from winjournal.ui.widgets.facts import Facts
from winjournal.ui.widgets.form import Form
from winjournal.ui.widgets.form_spec import (
    Option,
    choice_field,
    long_field,
    text_field,
)
from winjournal.ui.widgets.heading import Heading
from winjournal.ui.widgets.ledger import Column, Ledger, Row, Rows
from winjournal.ui.widgets.marks import tagged
from winjournal.ui.widgets.ruler import Ruler, Scale, Tick
from winjournal.ui.widgets.week_strip import StripLine, WeekMarks, WeekStrip

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App
    from textual.screen import Screen
    from textual.widget import Widget

INPUTS = bad_inputs()


def ledger(value: str) -> Widget:
    def row(row_id: str, cell: str | Content) -> Row:
        return Row(row_id, (cell, cell), more=cell, heading=value)

    class Filled(Ledger):
        def on_mount(self) -> None:
            self.show(Rows([row("string", value), row("content", plain(value))]))

    return Filled(Column(), Column(width=9, right=True))


def form(value: str) -> Widget:
    return Form(
        [
            text_field("a", value, hint=value, why=value, heading=value),
            choice_field("b", "b", [Option("x", value), Option("y", "y")]),
            long_field("c", "c", echo=lambda text: text),
            text_field("d", "d", locked=True),
        ],
        {"a": value, "b": "x", "c": value, "d": value},
    )


def strip(value: str) -> Widget:
    return WeekStrip([StripLine(value[:20], (WeekMarks(1, 2, 3),))])


WIDGETS: dict[str, Callable[[str], Widget]] = {
    "ledger": ledger,
    "form": form,
    "facts": lambda value: Facts([(value, value), ("a", plain(value))]),
    "heading": lambda value: Heading(value, value),
    "empty": lambda value: Empty(value, "n", value),
    "ruler": lambda value: Ruler(Scale(low=0, high=1, value=Tick(1, value, value))),
    "strip": strip,
    "mark": lambda value: Facts([("a", tagged("slip", value[:99], UNICODE))]),
    "input": lambda value: Vertical(Input(value)),
}

MODALS: dict[str, Callable[[str], Screen[Any]]] = {
    "confirm": ConfirmModal,
    "choose": lambda value: ChooseModal(value, [Choice("a", value, value)]),
    "line": lambda value: LineModal(value, value=value, placeholder=value),
    "help": lambda value: HelpModal([value], [("a", value)]),
}


def check(app: App[Any], value: str, *, verbatim: bool) -> None:
    drawn = lines(app)
    assert not [line for line in drawn if CONTROL.search(line)]
    words = shown(value)
    if verbatim and words:
        assert words.split()[0][:8] in " ".join(drawn)


@pytest.mark.parametrize("widget", WIDGETS)
async def test_no_widget_obeys_what_was_typed(widget: str) -> None:
    failed: list[str] = []
    for name, value in INPUTS.items():
        app = Stage(WIDGETS[widget](value))
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            try:
                check(app, value, verbatim=widget != "strip")
            except AssertionError:
                failed.append(name)
    assert failed == []


@pytest.mark.parametrize("modal", MODALS)
async def test_no_modal_obeys_what_was_typed(modal: str) -> None:
    failed: list[str] = []
    app = Stage(Vertical())
    async with app.run_test(size=(100, 30)) as pilot:
        for name, value in INPUTS.items():
            app.push_screen(MODALS[modal](value))
            await pilot.pause()
            try:
                check(app, value, verbatim=True)
            except AssertionError:
                failed.append(name)
            app.pop_screen()
            await pilot.pause()
    assert failed == []


async def test_no_toast_and_no_top_line_obeys_what_was_typed() -> None:
    failed: list[str] = []
    app = Stage(Vertical())
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        for name, value in INPUTS.items():
            app.notify(value[:500], title=value[:20])
            app.screen.query_one(TopLine).fact = value
            await pilot.pause()
            try:
                check(app, value, verbatim=True)
            except AssertionError:
                failed.append(name)
            app.clear_notifications()
    assert failed == []
