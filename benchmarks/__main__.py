"""Measure, print the tables, and with --write keep them in the docs."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import character, growth, hardship, keys, screens, shell
from benchmarks.journals import cache_folder
from benchmarks.kept import Kept, made_of
from benchmarks.picture import picture
from benchmarks.place import Place
from benchmarks.ratios import PAIRS
from benchmarks.report import growth_table, page, table
from tests.program import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from benchmarks.ratios import Row

PAGE = ROOT / "docs" / "performance.md"
PICTURE = ROOT / "docs" / "pictures" / "growth.svg"
QUICK_PAIRS = 3
QUICK_SIZES = growth.SIZES[:2]


def parts(*, quick: bool) -> dict[str, Callable[[Place], Iterable[Row]]]:
    """Return what can be measured by its name, in the order of the page.

    Args:
        quick: Whether only what needs no big journal.
    """
    sizes = list(screens.SIZES)[: 1 if quick else None]
    counts = list(shell.LOG_BOUNDS)[: 1 if quick else None]
    found: dict[str, Callable[[Place], Iterable[Row]]] = {}
    for name, rows in (
        ("screens", screens.measured_rows),
        ("keys", keys.measured_rows),
        ("character", character.measured_rows),
    ):
        found |= {f"{name} {size}": partial(rows, size) for size in sizes}
    if not quick:
        found["rooms"] = keys.room_rows
    found |= {f"shell {count}": partial(shell.measured_rows, count) for count in counts}
    if not quick:
        found |= {
            "export": shell.export_rows,
            "cold": hardship.cold_rows,
            "far": hardship.far_rows,
            "long": hardship.long_rows,
        }
    return found


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--quick",
        action="store_true",
        help=f"{QUICK_PAIRS} pairs and the smaller journals only: some five minutes",
    )
    parser.add_argument(
        "--write",
        action="store_true",
        help=f"write {PAGE.relative_to(ROOT)} and the picture of growth",
    )
    parser.add_argument(
        "--resume",
        action="store_true",
        help="go on with a run that broke off: what it measured is taken as it is",
    )
    parser.add_argument("--pairs", type=int, default=PAIRS)
    known = [*dict.fromkeys(n.split()[0] for n in parts(quick=False)), "growth"]
    parser.add_argument("--only", choices=known, help="one part, for a look")
    args = parser.parse_args()
    if args.write and (args.quick or args.only or args.pairs < PAIRS):
        parser.error(f"--write needs all figures and at least {PAIRS} pairs")
    if args.quick:
        args.pairs = QUICK_PAIRS
    return args


def measure(args: argparse.Namespace, kept: Kept, place: Place) -> Iterator[Row]:
    """Yield every row that was asked for; says on stderr what it is at."""
    for name, rows in parts(quick=args.quick).items():
        if args.only in (None, name.split()[0]):
            began = time.monotonic()
            yield from kept.rows(name, partial(rows, place))
            print(f"{name}: {time.monotonic() - began:.0f} s", file=sys.stderr)


def main() -> None:
    """Measure and report."""
    args = arguments()
    began = time.monotonic()
    cache = cache_folder()
    run = f"figures-{made_of()}-{args.pairs}{'-quick' if args.quick else ''}"
    kept = Kept(cache / run, resume=args.resume)
    with tempfile.TemporaryDirectory(prefix="winjournal-benchmarks-") as folder:
        place = Place(cache, Path(folder), args.pairs)
        place.home.mkdir()
        rows = list(measure(args, kept, place))
        sizes = QUICK_SIZES if args.quick else growth.SIZES
        curves: growth.Curves = {}
        if args.only in (None, "growth"):
            curves = kept.get("growth", lambda: growth.curves(place, sizes))
            print("growth", file=sys.stderr)
    print(table(rows))
    print(growth_table(curves))
    minutes = (time.monotonic() - began) / 60
    print(f"measured in {minutes:.0f} minutes", file=sys.stderr)
    if args.write:
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(page(rows, curves, args.pairs))
        PICTURE.write_text(picture(curves))
        print(f"written: {PAGE.relative_to(ROOT)}", file=sys.stderr)


if __name__ == "__main__":
    main()
