"""Where it is hard: nothing in the file cache, a slow line, a text of 1 MiB."""

from __future__ import annotations

import os
import sysconfig
import time
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from benchmarks import words
from benchmarks.inventor import Inventor
from benchmarks.journals import entry_rows, insert, journal
from benchmarks.keys import LISTED, go, moved, opened, rest, typed
from benchmarks.ratios import Row, interleave
from benchmarks.screens import BARE, SIZES, TODAY
from benchmarks.timing import SIZE, environment, script, watch
from benchmarks.words import NOW
from tests.program import ROOT
from tests.terminal.pty_program import PtyProgram

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.place import Place

LATENCY = 0.04
"""Seconds that a key, and what comes of it, take each on the way."""

FPS = "10"
"""How often a slow terminal is painted at most; Textual's own is 60."""

MIB = 1024 * 1024

FEW_LETTERS = "overandoveragain"
"""What is typed where a key takes long."""

LAST = "\nMeasured." * 4
"""The end of a long text, where one goes on writing."""


class FarProgram(PtyProgram):
    """A program at the other end of a slow line."""

    def send(self, data: str) -> None:
        """Send characters; they arrive a while later."""
        time.sleep(LATENCY)
        super().send(data)

    def read(self, seconds: float) -> bool:
        """Take what comes next; what comes without a break was under way together."""
        before = self.last_read
        came = super().read(seconds)
        if came and self.last_read - before > LATENCY:
            time.sleep(LATENCY)
            self.last_read = time.perf_counter()
        return came


def chill(*journals: Path) -> None:
    """Drop Python, its packages, the program and journals from the file cache.

    What another process has mapped stays, as the interpreter itself does here.
    """
    kept = sysconfig.get_paths()
    folders = {kept["stdlib"], kept["purelib"], kept["platlib"], str(ROOT)}
    for folder in sorted(folders):
        for place, _, names in os.walk(folder):
            for name in names:
                _drop(Path(place) / name)
    for path in journals:
        _drop(path)


def _drop(path: Path) -> None:
    try:
        file = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except OSError:
        return
    try:
        os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
    finally:
        os.close(file)


def cold_rows(place: Place) -> Iterator[Row]:
    """Yield the start over the big journal when no file is in the cache."""
    path = journal(place.cache, place.work, *SIZES["big"])
    env = environment(place.home, {"WINJOURNAL_NOW": NOW.isoformat()})

    def ours() -> Sequence[float]:
        os.sync()
        chill(path)
        seen = watch([script("winjournal"), "--db", str(path)], env, TODAY)
        return seen.echoed, seen.data or float("nan")

    def peer() -> Sequence[float]:
        chill(path)
        seen = watch(place.bare, env, BARE)
        return seen.echoed, seen.painted

    first, data = interleave(ours, peer, place.pairs)
    cold = "no file in the cache, big"
    yield Row(f"first paint of Today and a key echoed / bare, {cold}", 1.3, "ms", first)
    yield Row(f"Today's data on screen / bare's first paint, {cold}", 3.5, "ms", data)


def far_rows(place: Place) -> Iterator[Row]:
    """Yield the start and keys over the big journal at the end of a slow line."""
    path = journal(place.cache, place.work, *SIZES["big"])
    slow = {"WINJOURNAL_NOW": NOW.isoformat(), "TEXTUAL_FPS": FPS}
    env = environment(place.home, slow)
    command = [script("winjournal"), "--db", str(path)]

    def ours() -> Sequence[float]:
        seen = watch(command, env, TODAY, FarProgram)
        with opened(path, env, FarProgram) as program:
            go(program, "2", LISTED)
            return seen.echoed, moved(program, times=len(FEW_LETTERS))

    def peer() -> Sequence[float]:
        seen = watch(place.bare, env, BARE, FarProgram)
        with FarProgram(place.bare, env, SIZE, ROOT) as program:
            go(program, "", BARE.painted)
            return seen.echoed, typed(program, FEW_LETTERS)

    first, key = interleave(ours, peer, place.pairs)
    line = "a slow line, big"
    yield Row(f"first paint of Today and a key echoed / bare, {line}", 1.3, "ms", first)
    yield Row(f"a key on the list, p95 / bare's line, {line}", 2.0, "ms", key)


def with_a_long_entry(path: Path, size: int) -> None:
    """Add a text of so many bytes, newer than all else in a journal."""
    rng = Inventor(5).rng
    said: list[str] = []
    while sum(len(some) for some in said) < size:
        said.append(words.paragraph(rng))
    text = "\n\n".join(said)[: size - len(LAST)] + LAST
    connection = dbapi2.connect(path, isolation_level=None)
    try:
        insert(connection, entry_rows([(NOW, text)], seed=5))
    finally:
        connection.close()


def long_rows(place: Place) -> Iterator[Row]:
    """Yield how long a text of 1 MiB takes to open, and a key in it."""
    env = environment(place.home, {"WINJOURNAL_NOW": NOW.isoformat()})

    def of(size: int) -> Sequence[float]:
        path = journal(place.cache, place.work, *SIZES["lifetime"])
        with_a_long_entry(path, size)
        with opened(path, env) as program:
            go(program, "2", ("everything",))
            rest(program)
            shown = go(program, "\r", ("In your words", "Measured."))
            return shown, typed(program, FEW_LETTERS)

    whole, key = interleave(lambda: of(MIB), lambda: of(1024), place.pairs)
    yield Row("an entry of 1 MiB opened / one of 1 KiB", None, "ms", whole)
    yield Row("a key in an entry of 1 MiB, p95 / one of 1 KiB", None, "ms", key)
