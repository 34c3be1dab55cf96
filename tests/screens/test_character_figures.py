"""Every k and n on the Character screen, counted again from what it opens."""

from __future__ import annotations

import re

from textual.widgets import Static

from tests.screens.conftest import MakeApp
from winjournal.domain.tags import Step
from winjournal.services.journal import Journal
from winjournal.ui.screens.character import CharacterScreen
from winjournal.ui.screens.character_rows import NAMES
from winjournal.ui.screens.evidence import EvidenceScreen
from winjournal.ui.widgets.ledger import Ledger

FIGURE = re.compile(r"^ (Winning|Value|Share|Ego) .* (\d+) of (\d+) ")


def printed(ledger: Ledger) -> dict[str, tuple[int, int]]:
    """Return the k and n of each block as they stand on the screen."""
    figures: dict[str, tuple[int, int]] = {}
    for y in range(ledger.size.height):
        found = FIGURE.match(ledger.render_line(y).text)
        if found:
            figures[found[1]] = int(found[2]), int(found[3])
    return figures


async def test_each_figure_opens_as_many_as_it_counts(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("5")
        await app.desk.settle()
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, CharacterScreen)
        ledger = screen.query_one("#report", Ledger)
        figures = printed(ledger)
        assert set(figures) == {"Winning", "Value", "Share", "Ego"}
        for place, step in enumerate(Step):
            # Repairs and recovery stand before the blocks.
            ledger.move_to(place + 1)
            await pilot.press("enter")
            await pilot.pause()
            evidence = app.screen
            assert isinstance(evidence, EvidenceScreen)
            opened = dict(evidence.sections)
            if NAMES[step] in figures:
                k, n = figures[NAMES[step]]
                assert len(opened.get("For", ())) == k
                assert len(opened.get("Against", ())) == n - k
            await pilot.press("q")
            await pilot.pause()


async def test_a_step_opens_the_talks_with_its_marks(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("5")
        await app.desk.settle()
        await pilot.press("G", "up", "enter")
        await pilot.pause()
        evidence = app.screen
        assert isinstance(evidence, EvidenceScreen)
        slips = dict(evidence.sections)["With slips"]
        found: list[bool] = []

        def look(journal: Journal) -> None:
            for id_ in slips:
                mine = [m for m in journal.deals.read(id_).moments if m.actor == "me"]
                slip = [m for m in mine if m.polarity == "slip"]
                found.append(any(m.step is Step.EGO for m in slip))

        app.desk.ask(look)
        await app.desk.settle()
        assert found
        assert all(found)


async def test_a_shorter_period_counts_less(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("5")
        await app.desk.settle()
        await pilot.press(".")
        await app.desk.settle()
        await pilot.pause()
        said = re.search(
            r"(\d+) talks", str(app.screen.query_one("#volume", Static).render())
        )
        assert said is not None
        assert 0 < int(said[1]) < 60


async def test_an_empty_journal_says_what_will_stand_here(make_app: MakeApp) -> None:
    app = make_app(empty=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5")
        await app.desk.settle()
        await pilot.pause()
        assert app.screen.query_one("#report", Ledger).count == 0
