"""The character report: what it takes beyond the start-up of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.journals import journal
from benchmarks.ratios import Row, interleave
from benchmarks.screens import BARE, SIZES
from benchmarks.timing import environment, run, script, watch
from benchmarks.words import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from benchmarks.place import Place

BOUNDS = {"lifetime": 0.5, "big": 1.5}

FEW = (10, 10)
"""Negotiations and moments of a journal whose report takes no time of its own."""


def measured_rows(size: str, place: Place) -> Iterator[Row]:
    """Yield the row of the report over a journal of one size.

    From outside the report cannot be told from the start of the program, so the
    whole process over a journal with hardly anything in it is taken off.

    Args:
        size: A name of `SIZES`.
        place: Where and how often.
    """
    full = journal(place.cache, place.work, *SIZES[size])
    empty = journal(place.cache, place.work, *FEW)
    env = environment(place.home, {"WINJOURNAL_NOW": NOW.isoformat()})

    def report(path: Path) -> float:
        argv = [script("winjournal"), "--db", str(path), "character", "--plain"]
        return run(argv, env)[0]

    def ours() -> Sequence[float]:
        start = report(empty)
        return (report(full) - start,)

    def peer() -> Sequence[float]:
        return (watch(place.bare, env, BARE).painted,)

    (ratio,) = interleave(ours, peer, place.pairs)
    name = f"all measures and the report / bare's first paint, {size}"
    yield Row(name, BOUNDS[size], "ms", ratio)
