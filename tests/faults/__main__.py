"""Try every fault, the long runs too, and write docs/reliability.md.

`./dev faults`. Each row of the table is what its tests came to in this run.
"""

from __future__ import annotations

import platform
import sys
import time
from collections import defaultdict
from datetime import datetime

import pytest
from sqlcipher3 import dbapi2

from tests.faults.durability import DURABILITY, UNNAMED
from tests.faults.row import Row
from tests.faults.security import SECURITY
from tests.program import ROOT

PAGE = ROOT / "docs" / "reliability.md"

HEAD = """# What can go wrong, and what came of it

Written by `./dev faults`, which tries each of these and takes about ten minutes; do not
edit it. Beside each fault stands what must come of it, how many times it was tried in
this run, and what came of that. `./dev faults D9` tries one line
again. Short forms of all of them run in every check.

{machine}. {date}; {took} minutes, {tried} tests.

What was not tried: a real power cut, macOS and Windows, a network file system other
than by its name, a disk whose cache lies.
"""
PARTS = (
    ("The machine, the disk, other programs", DURABILITY),
    ("Somebody or something hostile", SECURITY),
    ("Found by trying", UNNAMED),
)
LINE = "| {0} | {1} | {2} | {3} | {4} |"


class Outcomes:
    """Hears what each test came to."""

    def __init__(self) -> None:
        self.said: dict[str, list[str]] = defaultdict(list)
        self.tried: dict[str, list[str]] = defaultdict(list)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take one report."""
        name = report.nodeid.removeprefix("tests/").partition("[")[0]
        if report.when == "call" or report.outcome != "passed":
            self.said[name].append(report.outcome)
        if report.when == "call":
            self.tried[name] += [
                str(value) for key, value in report.user_properties if key == "tried"
            ]

    def line(self, row: Row) -> str:
        """Return the line of one fault."""
        said = [one for test in row.tests for one in self.said[test]]
        runs = [one for test in row.tests for one in self.tried[test]]
        times = "; ".join([f"{len(said)} tests", *runs]) if said else "not tried"
        failed, skipped = said.count("failed"), said.count("skipped")
        came = "as it must" if said and not failed else f"{failed} did not"
        if skipped:
            came += f"; {skipped} not tried here"
        cells = (row.name, row.fault, row.must, times, came if said else "")
        return LINE.format(*(cell.replace("|", "/") for cell in cells))


def main(only: tuple[str, ...]) -> int:
    """Run all and write the page; with names of rows, those and their lines alone."""
    rows = [row for _, part in PARTS for row in part if not only or row.name in only]
    tests = sorted({f"tests/{test}" for row in rows for test in row.tests})
    heard, begun = Outcomes(), time.monotonic()
    code = pytest.main(
        [*tests, "-q", "-m", "slow or not slow", "-p", "no:randomly"], plugins=[heard]
    )
    took = (time.monotonic() - begun) / 60
    if only:
        page = renewed(PAGE.read_text(encoding="utf-8"), rows, heard)
        PAGE.write_text(page, encoding="utf-8")
        return int(code)
    now = datetime.now().astimezone()
    page = HEAD.format(
        machine=machine(), date=f"{now:%-d %B %Y}", took=round(took),
        tried=sum(len(said) for said in heard.said.values()),
    )  # fmt: skip
    for title, part in PARTS:
        page += f"\n## {title}\n\n"
        page += LINE.format("", "fault", "what must come", "how often", "what came")
        page += "\n|---|---|---|---|---|\n"
        page += "\n".join(heard.line(row) for row in part) + "\n"
    PAGE.write_text(page, encoding="utf-8")
    return int(code)


def renewed(page: str, rows: list[Row], heard: Outcomes) -> str:
    """Return the page with the lines of some rows as they came out now.

    A row that is not on it yet comes after the last line.
    """
    for row in rows:
        begin = f"| {row.name} |"
        lines = page.splitlines()
        line = heard.line(row)
        if any(one.startswith(begin) for one in lines):
            lines = [line if one.startswith(begin) else one for one in lines]
        else:
            lines.append(line)
        page = "\n".join(lines) + "\n"
    return page


def machine() -> str:
    """Say in one line what it ran on."""
    return (
        f"{platform.system()} {platform.machine()}, Python {platform.python_version()},"
        f" SQLite {dbapi2.sqlite_version}"
    )


if __name__ == "__main__":
    sys.exit(main(tuple(sys.argv[1:])))
