"""How the screens of one negotiation look, from its brief to what has aged."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.screens.conftest import NOW, MakeApp
from tests.screens.test_looks import SIZES, SnapCompare, pressing
from winjournal.domain.later import FollowUp
from winjournal.services.journal import Journal
from winjournal.ui.due import open_due

Before = Callable[[Pilot[Any]], Awaitable[None]]


def _due(journal: Journal) -> str:
    """Return the look back that has waited longest, as a row of what is due."""
    with journal.store.read() as reader:
        waiting = [one for one in reader.list(FollowUp) if _waits(one, NOW.date())]
    return f"follow_up:{min(waiting, key=lambda one: (one.due, one.id)).id}"


def _waits(one: FollowUp, today: date) -> bool:
    return one.answered_at is None and one.due <= today


async def looking_back(pilot: Pilot[Any]) -> None:
    """Open the look back that is due."""
    app: Any = pilot.app
    await app.desk.settle()
    open_due(app, await asyncio.to_thread(app.desk.fetch, _due))
    await pressing()(pilot)


async def then_and_now(pilot: Pilot[Any]) -> None:
    """Answer the look back that is due, and see both."""
    await looking_back(pilot)
    pilot.app.screen.query_one("#form").set_values(  # type: ignore[attr-defined]
        {"deal_again": "unsure", "their_sat": "3", "their_sat_source": "told-me",
         "my_sat_now": "4", "my_commitments": "all", "their_commitments": "some",
         "they_discovered": "yes-new", "swap_sign": "unsure"}
    )  # fmt: skip
    await pressing("ctrl+s")(pilot)


SCREENS: dict[str, Before] = {
    "brief": pressing("enter", "B"),
    "version": pressing("enter", "e"),
    "offer": pressing("enter", "o"),
    "promise": pressing("enter", "p"),
    "repair": pressing("enter", "r"),
    "outside": pressing("enter", "v"),
    "debrief_below": pressing("b", "pagedown", "pagedown"),
    "prep_below": pressing("j", "enter", "e", "pagedown", "pagedown"),
    "look_back": looking_back,
    "then_and_now": then_and_now,
}
"""What leads to each screen from Today, whose first line is the deal under way."""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", ["ink", "paper"])
@pytest.mark.parametrize("screen", SCREENS)
def test_the_demo(
    snap_compare: SnapCompare, make_app: MakeApp, screen: str, theme: str, size: str
) -> None:
    app = make_app(theme=theme)
    assert snap_compare(app, terminal_size=SIZES[size], run_before=SCREENS[screen])
