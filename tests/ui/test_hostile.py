"""Hostile text through each widget: shown as it is, obeyed by none.

What is looked at is what would go to the terminal. Each widget gets all inputs at
once, on a screen high enough for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from textual.containers import Vertical
from textual.widgets import Input

from tests.ui.bad_inputs import CONTROL, bad_inputs, shown
from tests.ui.drawn import lines
from tests.ui.stage import Stage
from winjournal.ui.glyphs import UNICODE
from winjournal.ui.meeting import Difference
from winjournal.ui.modals.choose import Choice, ChooseModal
from winjournal.ui.modals.confirm import ConfirmModal
from winjournal.ui.modals.elsewhere import ElsewhereModal
from winjournal.ui.modals.help import HelpModal
from winjournal.ui.modals.line import LineModal
from winjournal.ui.text import plain
from winjournal.ui.topline import TopLine
from winjournal.ui.widgets.empty import Empty
from winjournal.ui.widgets.facts import Facts
from winjournal.ui.widgets.form import Form
from winjournal.ui.widgets.form_spec import (
    FieldSpec,
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

    from textual.app import App, ComposeResult
    from textual.screen import Screen
    from textual.widget import Widget

INPUTS = {name: value[:400] for name, value in bad_inputs().items()}
WORST = (
    "markup_lone_close",
    "markup_unterminated",
    "osc52_clipboard",
    "c1_csi_osc",
    "bidi_override",
    "lone_surrogate",
    "crlf_mixed",
    "nul_inside",
)
SIZE = (100, 1200)


class Filled(Ledger):
    """A ledger with every input as text, as content, as heading."""

    def on_mount(self) -> None:
        rows = [
            row
            for name, value in INPUTS.items()
            for row in (
                Row(f"{name} 1", (value, value), more=value, heading=value),
                Row(f"{name} 2", (plain(value), ""), more=plain(value)),
            )
        ]
        self.show(Rows(rows))


def form() -> Form:
    specs: list[FieldSpec] = []
    values: dict[str, str | None] = {}
    for name, value in INPUTS.items():
        specs += [
            text_field(f"{name} 1", value, hint=value, why=value, heading=value),
            text_field(f"{name} 2", "sealed", locked=True),
        ]
        values |= {f"{name} 1": value, f"{name} 2": value}
    for name in WORST:
        option = Option("x", INPUTS[name])
        specs += [
            choice_field(f"{name} 3", "b", [option, Option("y", "y")]),
            long_field(f"{name} 4", "c"),
            text_field(f"{name} 5", "d", echo=lambda text: text),
        ]
        values |= {f"{name} {n}": INPUTS[name] for n in (4, 5)}
    return Form(specs, values)


class Each(Vertical):
    """One widget an input."""

    def __init__(self, make: Callable[[str], Widget]) -> None:
        super().__init__()
        self.make = make

    def compose(self) -> ComposeResult:
        for value in INPUTS.values():
            yield self.make(value)


WIDGETS: dict[str, Callable[[], Widget]] = {
    "ledger": lambda: Filled(Column(), Column(width=9, right=True)),
    "form": form,
    "facts": lambda: Facts([(value, value) for value in INPUTS.values()]),
    "content": lambda: Facts([("a", plain(value)) for value in INPUTS.values()]),
    "heading": lambda: Each(lambda value: Heading(value, value)),
    "empty": lambda: Each(lambda value: Empty(value, "n", value)),
    "ruler": lambda: Each(
        lambda value: Ruler(Scale(low=0, high=1, value=Tick(1, value, value)))
    ),
    "mark": lambda: Facts(
        [("a", tagged("slip", value, UNICODE)) for value in INPUTS.values()]
    ),
    "input": lambda: Each(lambda value: Input(value[:80])),
    "strip": lambda: WeekStrip(
        StripLine(value[:12], (WeekMarks(1, 2, 3),)) for value in INPUTS.values()
    ),
}

MODALS: dict[str, Callable[[], Screen[Any]]] = {
    "choose": lambda: ChooseModal(
        "Which", [Choice(name, value, value) for name, value in INPUTS.items()]
    ),
    "help": lambda: HelpModal(
        list(INPUTS.values()), [(value, value) for value in INPUTS.values()]
    ),
    "elsewhere": lambda: ElsewhereModal(
        [Difference("field", v, v) for v in INPUTS.values()], is_gone=False, copy="kept"
    ),
    "confirm": lambda: ConfirmModal("\n".join(INPUTS.values())),
}


def check(app: App[Any], names: tuple[str, ...] = tuple(INPUTS)) -> None:
    """Find every input on the screen, and no byte that a terminal would obey."""
    drawn = lines(app)
    assert [line for line in drawn if CONTROL.search(line)] == []
    joined = " ".join(drawn)
    wanted = {name: shown(INPUTS[name]).split() for name in names}
    lost = [
        name for name, words in wanted.items() if words and words[0][:6] not in joined
    ]
    assert lost == []


@pytest.mark.parametrize("widget", WIDGETS)
async def test_no_widget_obeys_what_was_typed(widget: str) -> None:
    app = Stage(Vertical())
    async with app.run_test(size=SIZE) as pilot:
        await app.screen.query_one("#body").mount(WIDGETS[widget]())
        await pilot.pause()
        check(app)


@pytest.mark.parametrize("modal", MODALS)
async def test_no_modal_obeys_what_was_typed(modal: str) -> None:
    app = Stage(Vertical())
    async with app.run_test(size=SIZE) as pilot:
        app.push_screen(MODALS[modal]())
        await pilot.pause()
        for one in app.screen.query("#dialog, #dialog *"):
            one.display = True
            one.styles.max_height = "100%"
        await pilot.pause()
        check(app)


@pytest.mark.parametrize("name", WORST)
async def test_no_line_toast_or_top_line_obeys_what_was_typed(name: str) -> None:
    value = INPUTS[name]
    app = Stage(Vertical())
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        app.screen.query_one(TopLine).fact = value
        app.notify(value, title=value)
        await pilot.pause()
        check(app, (name,))
        app.clear_notifications()
        app.push_screen(LineModal(value, value=value, echo=lambda text: text))
        await pilot.pause()
        check(app, (name,))
