"""Single keys: from the press to the paint, and from a room's key to the room."""

from __future__ import annotations

import subprocess
import time
from contextlib import contextmanager
from itertools import cycle, islice
from statistics import quantiles
from typing import TYPE_CHECKING

from benchmarks.journals import journal
from benchmarks.ratios import Row, interleave
from benchmarks.screens import BARE, SIZES, TODAY
from benchmarks.timing import SIZE, environment, peak, script
from benchmarks.words import NOW
from tests.program import ROOT
from tests.terminal.pty_program import PtyProgram

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from benchmarks.place import Place

TYPED = "over and over again the price and the term moved"
"""What is typed, letter by letter: ordinary words, that a filter finds at first."""

DOWNS = 36
"""How often one goes down in the list, or marks: further than it is high."""

REST = 0.08
"""Seconds without a byte after which a key counts as answered whole."""

LIST_WIDTH = 56
"""Columns of the list of the Journal; what stands beside it follows by itself."""

LISTED = ("everything", "Winning")
ROOMS = (
    ("the Journal", "2", LISTED),
    ("a negotiation", "\r", ("sealed", "To be met")),
    ("People", "3", ("deals", "I owed")),
    ("the Week", "4", ("Negotiated and written", "Marks of mine", "handled")),
    ("Character", "5", ("What your negotiations say", "marks")),
)
"""Each way: its name, its key, and what stands there once it is open."""

SMALL = (100, 1_000)
"""Negotiations and moments of the journal that others are measured against."""


def press(program: PtyProgram, key: str, met: Callable[[str], bool]) -> float:
    """Press a key; return the milliseconds until the screen meets a condition."""
    began = time.perf_counter()
    program.send(key)
    program.wait_until(met, f"answer to {key!r}")
    took = (program.last_read - began) * 1000
    rest(program)
    return took


def rest(program: PtyProgram) -> None:
    """Read until nothing more comes for a while."""
    while program.read(REST):
        pass


def go(program: PtyProgram, key: str, texts: Sequence[str]) -> float:
    """Press a key and wait for texts."""
    return press(program, key, lambda shown: all(text in shown for text in texts))


def typed(program: PtyProgram, text: str = TYPED) -> float:
    """Type a sentence; return the 95th percentile of its letters, without blanks."""
    took = []
    for at, letter in enumerate(text):
        if letter == " ":
            program.send(letter)
            rest(program)
            continue
        so_far = text[: at + 1]
        took.append(press(program, letter, lambda shown, t=so_far: t in shown))  # type: ignore[misc]  # mypy cannot see the default's type
    return late(took)


def moved(
    program: PtyProgram, keys: Sequence[str] = ("\x1b[B",), times: int = DOWNS
) -> float:
    """Press keys that change a list, in turn; return the 95th percentile.

    Two that differ are told apart also where the list is full.
    """

    def seen() -> list[str]:
        rows = (program.screen.buffer[y] for y in range(SIZE[1] - 1))
        return [
            "".join(f"{row[x].data}{row[x].bg}" for x in range(LIST_WIDTH))
            for row in rows
        ]

    took = []
    for key in islice(cycle(keys), times):
        before = seen()
        took.append(press(program, key, lambda _, b=before: seen() != b))  # type: ignore[misc]  # mypy cannot see the default's type
    return late(took)


def late(took: Sequence[float]) -> float:
    """Return the 95th percentile."""
    return quantiles(took, n=20)[-1]


@contextmanager
def opened(
    path: Path, env: Mapping[str, str], terminal: type[PtyProgram] = PtyProgram
) -> Iterator[PtyProgram]:
    """Start the program over a journal and wait until Today has its data."""
    argv = [script("winjournal"), "--db", str(path)]
    with terminal(argv, env, SIZE, ROOT) as program:
        go(program, "", TODAY.data)
        yield program


def marked(path: Path, env: Mapping[str, str]) -> float:
    """Mark in the room, key by key; return the 95th percentile of key to paint.

    A mark is on disk before it is painted, so this is the time of both.
    """
    winjournal = [script("winjournal"), "--db", str(path)]
    new = [*winjournal, "new", "Measured", "--with", "Nobody"]
    subprocess.run(new, check=True, capture_output=True, env=env, cwd=ROOT)
    with PtyProgram([*winjournal, "live", "Measured"], env, SIZE, ROOT) as program:
        go(program, "", ("CAPITAL = theirs",))
        rest(program)
        return moved(program, "eh")


def measured_rows(size: str, place: Place) -> Iterator[Row]:
    """Yield the rows of keys over a journal of one size.

    Args:
        size: A name of `SIZES`.
        place: Where and how often.
    """
    env = environment(place.home, {"WINJOURNAL_NOW": NOW.isoformat()})

    def ours() -> Sequence[float]:
        # anew each time: what was typed into the editor is kept as a draft
        path = journal(place.cache, place.work, *SIZES[size])
        with opened(path, env) as program:
            go(program, "2", LISTED)
            down = moved(program)
            go(program, "i", ("In your words",))
            text = typed(program)
            go(program, "\x1b", LISTED)
            program.send("f")
            rest(program)
            line = typed(program)
        return down, line, text, marked(path, env)

    def peer() -> Sequence[float]:
        with PtyProgram(place.bare, env, SIZE, ROOT) as program:
            go(program, "", BARE.painted)
            return (typed(program),) * 4

    # A mark is on disk before it is painted, so Live has no bound of a bare line.
    places = {
        "on the list": 2.0,
        "in the filter line": 2.0,
        "in the editor": 2.0,
        "in Live": None,
    }
    ratios = interleave(ours, peer, place.pairs)
    for (where, bound), ratio in zip(places.items(), ratios, strict=True):
        yield Row(f"a key {where}, p95 / bare's line, {size}", bound, "ms", ratio)


def room_rows(place: Place) -> Iterator[Row]:
    """Yield how long rooms of the big journal take, against those of a small one.

    Args:
        place: Where and how often.
    """
    big = journal(place.cache, place.work, *SIZES["big"])
    small = journal(place.cache, place.work, *SMALL)
    env = environment(place.home, {"WINJOURNAL_NOW": NOW.isoformat()})

    def rooms(path: Path) -> Sequence[float]:
        with opened(path, env) as program:
            took = [go(program, key, texts) for _, key, texts in ROOMS]
            return [*took, peak(program.pid)]

    *ratios, memory = interleave(lambda: rooms(big), lambda: rooms(small), place.pairs)
    for (name, _, _), ratio in zip(ROOMS, ratios, strict=True):
        # The report reads the whole journal, so Character has bounds of its own.
        bound = None if name == "Character" else 2.0
        yield Row(f"{name} opened, big / journal of {SMALL[0]}", bound, "ms", ratio)
    every = f"every room visited, big / journal of {SMALL[0]}"
    yield Row(f"peak memory, {every}", None, "MiB", memory)
