"""How each screen looks, over the demo journal and over an empty one.

`./dev test tests/screens --snapshot-update` takes the pictures anew; look at every
one that changed before it is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.screens.conftest import MakeApp

SnapCompare = Callable[..., bool]

ROOMS = {
    "today": (),
    "journal": ("2",),
    "people": ("3",),
    "person": ("3", "j", "enter"),
    "week": ("4",),
    "character": ("5",),
    "year": ("6",),
    "day": ("6", "k", "enter"),
    "negotiation": ("2", "j", "j", "j", "j", "enter"),
    "evidence": ("5", "j", "enter"),
    "landings": ("5", *["j"] * 5, "enter"),
    "prep": ("n",),
    "debrief": ("b",),
    "review": ("4", "e"),
    "export": ("2", "x"),
    "find": ("slash", "o", "u", "t", "a", "g", "e"),
    "mark": ("m",),
    "live": ("l",),
    "help": ("question_mark",),
}
"""The keys that lead to each screen from Today."""

BEHIND = {
    "where": ("5", *["j"] * 4, "h"),
    "later": ("5", *["j"] * 6, "enter"),
    "reread": ("5", "R"),
}
"""The keys that lead to what is opened more rarely: one picture each."""

SIZES = {"80x24": (80, 24), "100x30": (100, 30)}


def pressing(*keys: str) -> Callable[[Pilot[Any]], Any]:
    """Return what presses keys, each once everything before it was answered."""

    async def press(pilot: Pilot[Any]) -> None:
        app: Any = pilot.app
        await app.desk.settle()
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await app.desk.settle()
            await pilot.pause()
        app.clear_notifications()
        await pilot.pause()

    return press


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", ["ink", "paper"])
@pytest.mark.parametrize("room", ROOMS)
def test_the_demo(
    snap_compare: SnapCompare, make_app: MakeApp, room: str, theme: str, size: str
) -> None:
    app = make_app(theme=theme)
    keys = pressing(*ROOMS[room])
    assert snap_compare(app, terminal_size=SIZES[size], run_before=keys)


@pytest.mark.parametrize(
    "room",
    [
        "today",
        "journal",
        "week",
        "year",
        "character",
        "evidence",
        "landings",
        "negotiation",
    ],
)
def test_a_large_window(
    snap_compare: SnapCompare, make_app: MakeApp, room: str
) -> None:
    keys = pressing(*ROOMS[room])
    assert snap_compare(make_app(), terminal_size=(140, 40), run_before=keys)


@pytest.mark.parametrize(
    "room", ["today", "journal", "people", "week", "character", "year"]
)
def test_nothing_yet(snap_compare: SnapCompare, make_app: MakeApp, room: str) -> None:
    keys = pressing(*ROOMS[room])
    app = make_app(empty=True)
    assert snap_compare(app, terminal_size=(80, 24), run_before=keys)


def test_without_unicode(snap_compare: SnapCompare, make_app: MakeApp) -> None:
    app = make_app(ascii_only=True)
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing())


@pytest.mark.parametrize("panel", BEHIND)
def test_what_is_opened_more_rarely(
    snap_compare: SnapCompare, make_app: MakeApp, panel: str
) -> None:
    keys = pressing(*BEHIND[panel])
    assert snap_compare(make_app(), terminal_size=(80, 24), run_before=keys)


@pytest.mark.parametrize("room", ["evidence", "landings"])
def test_a_plot_without_unicode(
    snap_compare: SnapCompare, make_app: MakeApp, room: str
) -> None:
    app, keys = make_app(ascii_only=True), pressing(*ROOMS[room])
    assert snap_compare(app, terminal_size=(80, 24), run_before=keys)


def test_without_figures(snap_compare: SnapCompare, make_app: MakeApp) -> None:
    app, keys = make_app(figures=False), pressing(*ROOMS["character"])
    assert snap_compare(app, terminal_size=(80, 24), run_before=keys)


def test_discreet(snap_compare: SnapCompare, make_app: MakeApp) -> None:
    app = make_app(discreet=True)
    assert snap_compare(app, terminal_size=(100, 30), run_before=pressing())


def test_too_small(snap_compare: SnapCompare, make_app: MakeApp) -> None:
    assert snap_compare(make_app(), terminal_size=(38, 11), run_before=pressing())


def test_a_year_without_unicode(snap_compare: SnapCompare, make_app: MakeApp) -> None:
    app = make_app(ascii_only=True)
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing("6"))
