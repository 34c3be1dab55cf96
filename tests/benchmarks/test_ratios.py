"""Pairs, ratios and the table that shows them."""

from __future__ import annotations

import pytest

from benchmarks.ratios import Ratio, Row, interleave
from benchmarks.report import growth_table, page, table


def test_pairs_are_measured_in_turn_each_first_as_often() -> None:
    calls: list[str] = []

    def ours() -> list[float]:
        calls.append("ours")
        return [2.0 * len(calls), 1.0]

    def peer() -> list[float]:
        calls.append("peer")
        return [1.0 * len(calls), 4.0]

    first, second = interleave(ours, peer, pairs=4)
    warm, measured = calls[:2], calls[2:]
    assert warm == ["ours", "peer"]
    assert measured == ["ours", "peer", "peer", "ours"] * 2
    assert first.ours == (6.0, 12.0, 14.0, 20.0)
    assert first.peer == (4.0, 5.0, 8.0, 9.0)
    assert second.each == [0.25] * 4


def test_the_figure_is_the_median_of_the_ratios_within_pairs() -> None:
    ratio = Ratio(ours=(1.0, 9.0, 2.0), peer=(2.0, 3.0, 2.0))
    assert ratio.each == [0.5, 3.0, 1.0]
    assert (ratio.middle, ratio.least, ratio.greatest) == (1.0, 0.5, 3.0)


@pytest.mark.parametrize(("bound", "held"), [(1.0, True), (0.99, False), (None, None)])
def test_a_row_is_held_at_its_bound(bound: float | None, held: bool | None) -> None:
    row = Row("x", bound, "ms", Ratio((3.0,), (3.0,)))
    assert row.held is held


def test_table_is_markdown_with_every_figure() -> None:
    rows = [
        Row("log / jrnl", 0.7, "ms", Ratio((50.0, 55.0, 60.0), (100.0, 100.0, 100.0))),
        Row("memory", None, "MiB", Ratio((90.0,), (45.0,))),
    ]
    lines = table(rows).splitlines()
    shown = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert len({len(line) for line in lines}) == 1
    assert set("".join(shown[1])) == {"-"}
    assert shown[2] == [
        "log / jrnl",
        "0.7",
        "0.55",
        "0.5 to 0.6",
        "55 ms",
        "100 ms",
        "held",
    ]
    assert shown[3] == ["memory", "", "2", "2 to 2", "90 MiB", "45 MiB", ""]


def test_page_holds_the_table_and_says_how() -> None:
    rows = [Row("log / jrnl", 0.7, "ms", Ratio((50.0,), (100.0,)))]
    curves = {"wj log, ms": {"100": [50.0, 60.0, 70.0], "30000": [90.0]}}
    text = page(rows, curves, pairs=9)
    assert table(rows) in text
    assert growth_table(curves) in text
    assert "9 pairs a figure" in text
    assert "{" not in text
