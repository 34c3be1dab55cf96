"""The table of faults names every one, and only tests that are there."""

from __future__ import annotations

import ast

import pytest

from tests.faults.__main__ import PARTS, Outcomes, renewed
from tests.faults.row import row
from tests.program import ROOT

ROWS = [one for _, part in PARTS for one in part]


def test_no_fault_is_left_out() -> None:
    names = [one.name for one in ROWS]
    wanted = {f"D{n}" for n in range(1, 31)} | {f"S{n}" for n in range(1, 26)}
    assert wanted <= set(names)
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "file", sorted({test.partition("::")[0] for one in ROWS for test in one.tests})
)
def test_each_test_is_there(file: str) -> None:
    tree = ast.parse((ROOT / "tests" / file).read_text(encoding="utf-8"))
    there = {
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    named = {
        test.partition("::")[2]
        for one in ROWS
        for test in one.tests
        if test.startswith(f"{file}::")
    }
    assert named <= there


def test_one_line_is_written_anew() -> None:
    heard = Outcomes()
    heard.said["a.py::b"] += ["passed"]
    rows = [row("D1", "f", "m", "a.py::b"), row("F9", "g", "m", "a.py::b")]
    page = "head\n| D1 | old |\n| D10 | other |\n"
    assert renewed(page, rows, heard) == (
        "head\n| D1 | f | m | 1 tests | as it must |\n| D10 | other |\n"
        "| F9 | g | m | 1 tests | as it must |\n"
    )


def test_a_line_says_what_was_seen_and_no_more() -> None:
    heard, one = Outcomes(), row("D1", "killed", "it is there", "a.py::b", "a.py::c")
    assert heard.line(one) == "| D1 | killed | it is there | not tried |  |"
    heard.said["a.py::b"] += ["passed", "passed"]
    heard.tried["a.py::b"] += ["250 kills"]
    assert heard.line(one).endswith("| 2 tests; 250 kills | as it must |")
    heard.said["a.py::c"] += ["failed", "skipped"]
    assert heard.line(one).endswith("| 1 did not; 1 not tried here |")
