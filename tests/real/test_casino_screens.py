"""The journal of the hundred dialogues, opened in the application."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.real.conftest import NOW
from tests.real.test_casino import Raw
from tests.ui.drawn import text
from winjournal.bootstrap import open_journal
from winjournal.services.clock import FixedClock
from winjournal.services.ids import SeededIds
from winjournal.ui.app import WinJournalApp
from winjournal.ui.screens.negotiation import NegotiationScreen
from winjournal.ui.setting import Setting


@pytest.fixture
def app(casino: Path, tmp_path: Path) -> WinJournalApp:
    path = tmp_path / "casino.db"
    shutil.copy(casino, path)

    def refuse(*words: Any) -> None:
        raise AssertionError(f"nothing goes out here: {words}")

    return WinJournalApp(
        Setting(
            open_journal=lambda: open_journal(
                path, clock=FixedClock(NOW), ids=SeededIds(7)
            ),
            now=lambda: NOW,
            record_fault=refuse,
            write_file=refuse,
            make_folder=refuse,
            keep_theme=refuse,
            editor=lambda _: None,
            export_folder=tmp_path,
            theme="ink",
        )
    )


async def go(app: WinJournalApp, pilot: Pilot[Any], *keys: str) -> str:
    """Press keys and return the screen once everything has been answered."""
    await pilot.press(*keys)
    await app.desk.settle()
    await pilot.pause()
    return text(app)


async def test_every_room_opens_on_it(app: WinJournalApp, raw: list[Raw]) -> None:
    annotated = 2 * sum(bool(record["annotations"]) for record in raw)
    async with app.run_test(size=(100, 30)) as pilot:
        shown = {key: await go(app, pilot, key) for key in "123456"}
    assert "200 talks" in shown["1"]
    assert "everything   200" in shown["2"]
    assert len(re.findall(r"Neighbour \d+", shown["3"])) > 10
    assert "Clear   200 left" in shown["4"]
    assert "200 talks ended" in shown["6"]
    assert "200 talks, 200 debriefed" in shown["5"]
    assert f"0 of {annotated}  talks with ego tagged" in shown["5"]
    assert "degrees; 45 is equal" in shown["5"]


async def test_one_is_found_and_opened(app: WinJournalApp, raw: list[Raw]) -> None:
    (left,) = [r for r in raw if r["chat_logs"][-1]["text"] == "Walk-Away"]
    title = f"Campsite {left['dialogue_id']}, seat {left['chat_logs'][-1]['id'][-1]}"
    async with app.run_test(size=(100, 30)) as pilot:
        await go(app, pilot, "2")
        shown = await go(app, pilot, "f", *"outcome:walked-away", "enter")
        assert "outcome walked-away   1" in shown
        shown = await go(app, pilot, "enter")
        assert isinstance(app.screen, NegotiationScreen)
        assert title in shown
        assert "Terms   points" in shown
        assert "leave" in shown
