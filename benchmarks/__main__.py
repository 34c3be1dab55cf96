"""Measure, print the table, and with --write keep it in the docs."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import character, keys, screens, shell
from benchmarks.journals import cache_folder
from benchmarks.ratios import PAIRS
from benchmarks.report import page, table
from tests.program import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.ratios import Row

PAGE = ROOT / "docs" / "performance.md"
QUICK_PAIRS = 3
PARTS = ("screens", "keys", "rooms", "character", "shell")


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--quick",
        action="store_true",
        help=f"{QUICK_PAIRS} pairs and the smaller journals only",
    )
    parser.add_argument(
        "--write", action="store_true", help=f"write {PAGE.relative_to(ROOT)}"
    )
    parser.add_argument("--pairs", type=int, default=PAIRS)
    parser.add_argument("--only", choices=PARTS, help="one part, for a look")
    args = parser.parse_args()
    if args.write and (args.quick or args.only or args.pairs < PAIRS):
        parser.error(f"--write needs all figures and at least {PAIRS} pairs")
    if args.quick:
        args.pairs = QUICK_PAIRS
    return args


def measure(args: argparse.Namespace, work: Path) -> Iterator[Row]:
    """Yield every row that was asked for; says on stderr what it is at."""
    cache = cache_folder()
    (work / "home").mkdir()
    parts = {args.only} if args.only else set(PARTS)
    sizes = list(screens.SIZES)[: 1 if args.quick else None]
    by_size = {
        "screens": screens.measured_rows,
        "keys": keys.measured_rows,
        "character": character.measured_rows,
    }
    for part, rows in by_size.items():
        for size in sizes if part in parts else ():
            print(f"{part}, {size}", file=sys.stderr)
            yield from rows(size, cache, work, args.pairs)
    if "rooms" in parts and not args.quick:
        print("rooms", file=sys.stderr)
        yield from keys.room_rows(cache, work, args.pairs)
    for count in list(shell.LOG_BOUNDS)[: 1 if args.quick else None]:
        if "shell" in parts:
            print(f"the shell, {count:,} entries", file=sys.stderr)
            yield from shell.measured_rows(count, cache, work, args.pairs)


def main() -> None:
    """Measure and report."""
    args = arguments()
    with tempfile.TemporaryDirectory(prefix="winjournal-benchmarks-") as folder:
        rows = list(measure(args, Path(folder)))
    print(table(rows))
    if args.write:
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(page(rows, args.pairs))
        print(f"written: {PAGE.relative_to(ROOT)}", file=sys.stderr)


if __name__ == "__main__":
    main()
