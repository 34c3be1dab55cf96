"""The table, and the page of the docs that it goes into."""

from __future__ import annotations

import os
import platform
import re
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from benchmarks import jrnl, keys, screens
from benchmarks.growth import TIMES, growth, middles
from benchmarks.hardship import FPS, LATENCY
from benchmarks.timing import SIZE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.growth import Curves
    from benchmarks.ratios import Row

HEAD = ("figure", "bound", "ratio", "least to greatest", "ours", "peer", "")
VERDICTS = {True: "held", False: "not held", None: ""}

PAGE = """\
# Performance

Written by `python -m benchmarks --write` on {date}; the figures are of one run on
one machine. A ratio is taken within a pair: ours and the peer's, one right after
the other, each first as often as the other, {pairs} pairs a figure. What is shown
is the median, the least and the greatest ratio of the pairs, and the medians of
what was measured. None of it is a timed test: tests do not look at a clock.

{table}

## As the journal grows

Medians of {times}, of an export one, over journals of so many negotiations, ten
moments and one text of about 90 words for each. The last column is how many times as
much the largest takes as the smallest, which is 300 times as large: what stays near 1
does not feel the size of the journal, and nothing may come near 300.

{growth}

![How long it takes as the journal grows](pictures/growth.svg)

## How it is measured

From outside, as with a stopwatch. A screen: the program is started in a real
pseudo terminal of {columns} columns and {lines} lines, and what it writes goes
through a terminal emulator; a sight counts from the start of the process to the
arrival of the bytes that complete it. First paint means that the top line, the
headings and the footer stand on the screen, and that a key pressed at that moment
is answered: in bare by the letter, in Today by the way to the line. Data means
that what is under way and the marks of twelve weeks stand there. A key: from the
press to the bytes after which the cursor stands one row further, or the letter in
the line; the next is pressed once nothing more comes, and a figure is the 95th
percentile of some forty keys. A room: from its key to its data, beside the same in a
journal of {small} negotiations. A command: the whole process, from its start to its
end; of the report the same over a journal with hardly anything in it is taken off.
Memory: the most that the process had in memory at once, as the kernel tells it. The
list and the export are whole processes too; jrnl is given as much text to export as
ours comes to. No file in the cache: Python, its packages, the program and the journal
are dropped from the kernel's file cache before each start, for bare as well. A slow
line: {latency} ms each way between the keys, the program and the screen, and
TEXTUAL_FPS={fps}, for bare as well.

*Bare* is a Textual app with Header, Input and Footer (`benchmarks/bare.py`).
jrnl {jrnl} is installed in an environment of its own with the configuration of its
first start. The journals are invented, the same every time, over ten years:
{sizes}. For the
shell both hold the same texts of about 90 words with one or two tags each; ours has
a negotiation for every ten of them and as many moments beside. (jrnl reads its
whole file at every call, and how long that takes depends on the texts too: tags and
long sentences cost it more.)

## What the time goes into

Before the first paint nothing of the journal is imported: neither the services nor
the filter language nor SQLAlchemy, and the garbage collector waits. What stands
between paint and data is the import of SQLAlchemy, about half of it, and then a dozen
queries. SQLModel's classes would double that; they describe the tables for the
migrations and are loaded for those alone.

What a negotiation comes to (its facts, in the words of the code) is counted once and
kept in a table; triggers say in the transaction of any change that it is to be counted
again, and the next acts do so. A report reads those lines a column at a time: in a big
journal a third of its time goes there, a sixth into what came after the talks, the rest
into the measures.

## Where

| | |
|---|---|
{machine}
"""


def cells(row: Row) -> tuple[str, ...]:
    """Return a row of the table as texts."""
    ratio, unit = row.ratio, row.unit
    return (
        row.name,
        "" if row.bound is None else f"{row.bound:g}",
        f"{ratio.middle:.3g}",
        f"{ratio.least:.3g} to {ratio.greatest:.3g}",
        f"{median(ratio.ours):.0f} {unit}",
        f"{median(ratio.peer):.0f} {unit}",
        VERDICTS[row.held],
    )


def table(rows: Sequence[Row]) -> str:
    """Return the rows as a Markdown table, padded so that it reads as plain text."""
    return _markdown([HEAD, *map(cells, rows)])


def _markdown(lines: list[tuple[str, ...]]) -> str:
    widths = [max(len(line[at]) for line in lines) for at in range(len(lines[0]))]
    lines.insert(1, tuple("-" * width for width in widths))
    return "\n".join(
        "| "
        + " | ".join(cell.ljust(w) for cell, w in zip(line, widths, strict=True))
        + " |"
        for line in lines
    )


def growth_table(curves: Curves) -> str:
    """Return what was measured at each size as a Markdown table."""
    if not curves:
        return ""
    sizes = sorted({size for curve in curves.values() for size in middles(curve)})
    head = ("figure", *(f"{size:,}" for size in sizes), "grown")
    body = [
        (
            name,
            *(f"{middles(curve)[size]:.0f}" for size in sizes),
            f"{growth(curve):.3g} times",
        )
        for name, curve in curves.items()
    ]
    return _markdown([head, *body])


def first_of(path: str, pattern: str, default: str) -> str:
    """Return the first match of a pattern in a file of the system."""
    file = Path(path)
    found = re.search(pattern, file.read_text()) if file.exists() else None
    return found.group(1) if found else default


def machine() -> dict[str, str]:
    """Return what the figures depend on, in words."""
    memory = int(first_of("/proc/meminfo", r"MemTotal:\s+(\d+) kB", "0")) / 2**20
    model = first_of("/proc/cpuinfo", r"model name\s+: (.+)", platform.machine())
    return {
        "processor": f"{model}, {os.cpu_count()} cores",
        "memory": f"{memory:.0f} GiB",
        "load": f"{os.getloadavg()[2]:.1f} over the last 15 minutes",
        "system": f"{platform.system()} {platform.release().partition('-')[0]}",
        "Python": platform.python_version(),
        "Textual": version("textual"),
        "SQLAlchemy, SQLModel": f"{version('sqlalchemy')}, {version('sqlmodel')}",
        "sqlcipher3, SQLite": f"{version('sqlcipher3')}, {dbapi2.sqlite_version}",
        "WinJournal": version("winjournal"),
    }


def page(rows: Sequence[Row], curves: Curves, pairs: int) -> str:
    """Return the page for the docs."""
    sizes = "; ".join(
        f"*{name}* has {negotiations:,} negotiations and {moments:,} moments"
        for name, (negotiations, moments) in screens.SIZES.items()
    )
    return PAGE.format(
        date=datetime.now(UTC).date().isoformat(),
        pairs=pairs,
        table=table(rows),
        growth=growth_table(curves),
        times=TIMES,
        latency=round(LATENCY * 1000),
        fps=FPS,
        columns=SIZE[0],
        lines=SIZE[1],
        jrnl=jrnl.VERSION,
        sizes=sizes,
        small=keys.SMALL[0],
        machine="\n".join(f"| {name} | {what} |" for name, what in machine().items()),
    )
