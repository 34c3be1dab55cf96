"""The report as a page: every figure with its n, its range and its limits."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

from tests.demo.conftest import TODAY, clock_on
from winjournal.bootstrap import open_journal
from winjournal.domain.character import report
from winjournal.domain.facts import Record
from winjournal.domain.periods import read_period
from winjournal.domain.report import Report
from winjournal.domain.standing import StatementResponse
from winjournal.exchange.character import LIMITS, character_markdown

NOW = clock_on(TODAY).now()

FORBIDDEN = (
    "you are", "personality", "narcissist", "greedy", "dishonest", "toxic", "always",
    "never",
)  # fmt: skip


@pytest.fixture(scope="module")
def record(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Record:
    path = tmp_path_factory.mktemp("record") / "demo.db"
    shutil.copy(made, path)
    journal = open_journal(path, clock=clock_on(TODAY))
    found = journal.reading.record()
    journal.store.close()
    return found


@pytest.fixture(scope="module")
def said(record: Record) -> Report:
    return report(record, read_period("all", NOW), TODAY)


def test_each_block_repeats_count_range_and_evidence(said: Report) -> None:
    text = character_markdown(said)
    for block in said.blocks:
        assert f"## {block.step.value.capitalize()}\n" in text
        assert f"{block.k} of {block.n}\n" in text
        if block.interval is not None:
            low, high = block.interval
            assert f"{low:.4f} to {high:.4f}" in text
        for id_ in block.against_deals:
            assert said.titles[id_].split()[0] in text
    assert all(limit in text for limit in LIMITS)


def test_what_stands_round_the_blocks_is_there_with_its_counts(
    made: Path, tmp_path: Path
) -> None:
    path = tmp_path / "demo.db"
    shutil.copy(made, path)
    journal = open_journal(path, clock=clock_on(TODAY))
    said = journal.statements.report(read_period("all", NOW))
    journal.store.close()
    text = character_markdown(said)
    assert said.ageing.groups
    for group in said.ageing.groups:
        looked = f"looked back {len(group.answered_ids)} of {len(group.due_ids)}"
        assert f"- {group.ended}, after {group.day} days: {looked}" in text
    assert f"- {said.mended.made} of {said.mended.repairs} made" in text
    for id_ in (*said.landings.mine_more, *said.ageing.knew_ids):
        assert said.titles[id_].split()[0] in text
    assert "## Rated again\n" in text


def test_it_says_nothing_that_may_not_be_said(said: Report) -> None:
    bare = replace(said, titles=dict.fromkeys(said.titles, "x"))
    text = character_markdown(bare).casefold()
    assert not [word for word in FORBIDDEN if word in text]


def test_its_front_matter_says_what_and_when(said: Report) -> None:
    _, block, _ = character_markdown(said, hidden=["names"]).split("---\n", 2)
    front = yaml.safe_load(block)
    assert front["title"] == "What your negotiations say, all time"
    assert (front["from"], front["to"], front["hidden"]) == (None, None, ["names"])
    assert front["negotiations"] == said.volume.talks


def test_a_period_has_its_days(record: Record) -> None:
    year = read_period("2026", NOW)
    page = character_markdown(report(record, year, TODAY))
    assert f"from: {date(2026, 1, 1)}\n" in page


def test_what_was_contested_stands_beside_it(said: Report) -> None:
    responses = [
        StatementResponse(
            id=str(number), block="trust", period="2026", sentence="x",
            answered_at=NOW + timedelta(days=number), agrees=number == 1,
            reason="*they* moved" if number == 2 else None,
        )
        for number in (2, 1)
    ]  # fmt: skip
    text = character_markdown(said, responses=responses)
    agreed, contested = text.index("Agreed with on"), text.index("Contested on")
    assert agreed < contested < text.index("## Winning")
    assert "\\*they\\* moved" in text


def test_nothing_is_a_page_too(said: Report) -> None:
    none = report(Record(), read_period("2001", NOW), TODAY)
    text = character_markdown(none)
    assert "Range: none, too few entries" in text
    assert "My moments" not in text
