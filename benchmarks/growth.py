"""How each figure grows with the journal: 100 to 30,000 negotiations."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from benchmarks.journals import journal
from benchmarks.keys import LISTED, ROOMS, go, moved, opened
from benchmarks.screens import TODAY
from benchmarks.shell import LINE
from benchmarks.timing import environment, peak, run, script, spent, watch
from benchmarks.words import NOW, RARE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from benchmarks.place import Place

SIZES = (100, 1_000, 10_000, 30_000)
"""Negotiations; each journal has ten moments and one text for every one of them."""

TIMES = 3
"""So many measurements make a point; a whole export is measured once."""

Curves = dict[str, dict[str, list[float]]]
"""By the name and unit of a figure, what was measured at each size."""

FEW_KEYS = 12


def curves(place: Place, sizes: Sequence[int] = SIZES) -> Curves:
    """Return what was measured at every size.

    Args:
        place: Where.
        sizes: How many negotiations.
    """
    found: Curves = {}
    for size in sizes:
        for at in range(TIMES):
            # anew each time: a logged line would be the newest thing in it
            path = journal(place.cache, place.work, size, 10 * size, entries=size)
            for name, value in _points(path, place, whole=at == 0).items():
                found.setdefault(name, {}).setdefault(str(size), []).append(value)
        path.unlink()
    return found


def _points(path: Path, place: Place, *, whole: bool) -> dict[str, float]:
    """Measure each figure once."""
    env = environment(place.home, {"WINJOURNAL_NOW": NOW.isoformat()})
    command = [script("winjournal"), "--db", str(path)]
    seen = watch(command, env, TODAY)
    found = {"first paint, ms": seen.echoed, "Today's data, ms": seen.data or 0.0}
    with opened(path, env) as program:
        for name, key, texts in ROOMS:
            found[f"{name} opened, ms"] = go(program, key, texts)
            if texts is LISTED:
                found["a key on the list, p95, ms"] = moved(program, times=FEW_KEYS)
                go(program, "g", LISTED)
        found["peak memory, MiB"] = peak(program.pid)
    for verb in (["log", LINE], ["search", RARE], ["list"], ["character", "--plain"]):
        found[f"wj {verb[0]}, ms"] = run([*command, *verb], env)[0]
    if whole:
        to = place.work / "growth.md"
        argv = [*command, "export", "--force", "-q", "-o", str(to)]
        took, memory = spent(argv, env)
        found |= {"wj export, ms": took, "peak memory of the export, MiB": memory}
        to.unlink()
    return found


def middles(curve: dict[str, list[float]]) -> dict[int, float]:
    """Return the median of each size."""
    return {int(size): median(values) for size, values in curve.items()}


def growth(curve: dict[str, list[float]]) -> float:
    """Return how many times as much the largest journal takes as the smallest."""
    points = middles(curve)
    return points[max(points)] / points[min(points)]
