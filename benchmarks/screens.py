"""The screen's rows: Today against the least that a Textual app can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.journals import journal
from benchmarks.prepared import OPEN_TITLE
from benchmarks.ratios import Row, interleave
from benchmarks.timing import Screen, environment, script, watch
from benchmarks.words import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.place import Place

SIZES = {"lifetime": (2_000, 20_000), "big": (10_000, 100_000)}
"""Negotiations and moments of the journals of DESIGN.md section 6."""

DATA_BOUNDS = {"lifetime": 3.0, "big": 3.5}

BARE = Screen(painted=("Bare", "What happened?", "Quit"), key="ŷ", echo="ŷ")
"""The letter typed, in the line."""

TODAY = Screen(
    painted=("WinJournal", "Character", "What happened?", "Due", "quit"),
    key="a",
    echo="esc back",
    data=("Under way", OPEN_TITLE, "Twelve weeks", "handled"),
)
"""The way to the line, and the footer that goes with it."""


def measured_rows(size: str, place: Place) -> Iterator[Row]:
    """Yield the rows of Today over a journal of one size.

    Args:
        size: A name of `SIZES`.
        place: Where and how often.
    """
    negotiations, moments = SIZES[size]
    path = journal(place.cache, place.work, negotiations, moments)
    env = environment(place.home, {"WINJOURNAL_NOW": NOW.isoformat()})

    def ours() -> Sequence[float]:
        seen = watch([script("winjournal"), "--db", str(path)], env, TODAY)
        return seen.painted, seen.echoed, seen.data or float("nan"), seen.peak

    def peer() -> Sequence[float]:
        seen = watch(place.bare, env, BARE)
        return seen.painted, seen.echoed, seen.painted, seen.peak

    painted, echoed, data, peak = interleave(ours, peer, place.pairs)
    first, after = f"bare, {size}", f"bare's first paint, {size}"
    memory = 3.0 if size == "big" else None
    yield Row(f"first paint of Today and a key echoed / {first}", 1.3, "ms", echoed)
    yield Row(f"the paint alone / {first}", None, "ms", painted)
    yield Row(f"Today's data on screen / {after}", DATA_BOUNDS[size], "ms", data)
    yield Row(f"peak memory, Today open / {first}", memory, "MiB", peak)
