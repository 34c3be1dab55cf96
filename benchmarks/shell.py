"""The command line's rows: whole processes against jrnl's, on the same texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.journals import journal
from benchmarks.jrnl import Jrnl, install
from benchmarks.ratios import Row, interleave
from benchmarks.timing import environment, run, script, spent
from benchmarks.words import RARE, entries

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from benchmarks.place import Place

LINE = "yesterday: Dana asked for more and I held the line @goalpost+"

LOG_BOUNDS = {100: 0.7, 1_000: None, 10_000: 0.03}
SEARCH_BOUNDS = {10_000: 0.5}

EXPORTED = 10_000
"""Entries of the journal that is exported, beside a negotiation for every ten."""

FLAT = 1.1
"""What a memory that does not grow with the journal may differ by."""


def measured_rows(count: int, place: Place) -> Iterator[Row]:
    """Yield the rows of the shell over journals of one size.

    Both hold the same texts of about 90 words. Ours has a negotiation for every
    ten of them and as many moments beside.

    Args:
        count: How many texts.
        place: Where and how often.
    """
    path = with_texts(place, count)
    ours = [script("winjournal"), "--db", str(path)]
    env = environment(place.home)
    peer = Jrnl(install(place.cache), place.work / f"jrnl-{count}")
    peer.fill(entries(count, seed=3))
    at = f"at {count:,} entries"

    def log() -> Sequence[float]:
        return (run([*ours, "log", LINE], env)[0],)

    def jrnl_log() -> Sequence[float]:
        return (run(peer.argv(LINE), peer.env)[0],)

    (ratio,) = interleave(log, jrnl_log, place.pairs)
    yield Row(f"log / jrnl, one line, {at}", LOG_BOUNDS.get(count), "ms", ratio)

    def found(argv: list[str], variables: dict[str, str]) -> Sequence[float]:
        took, said = run(argv, variables)
        if not said.count("\n"):
            raise RuntimeError(f"{argv[0]} found nothing, which is no measurement")
        return (took,)

    (ratio,) = interleave(
        lambda: found([*ours, "search", RARE], env),
        lambda: found(peer.argv("-contains", RARE), peer.env),
        place.pairs,
    )
    bound = SEARCH_BOUNDS.get(count)
    yield Row(f"search / jrnl -contains, {at}", bound, "ms", ratio)
    (ratio,) = interleave(
        lambda: found([*ours, "list"], env),
        lambda: found(peer.argv("-n", "50", "--short"), peer.env),
        place.pairs,
    )
    yield Row(f"list / jrnl --short, the latest 50, {at}", None, "ms", ratio)


def with_texts(place: Place, count: int) -> Path:
    """Return a journal with so many texts."""
    return journal(place.cache, place.work, max(count // 10, 10), count, entries=count)


def export_rows(place: Place) -> Iterator[Row]:
    """Yield the export of everything: against jrnl, and its memory.

    jrnl is given as much text as ours comes to, texts of the same kind.
    """
    env = environment(place.home)
    big, small = with_texts(place, EXPORTED), with_texts(place, EXPORTED // 10)
    to = place.work / "export.md"

    def export(path: Path) -> Sequence[float]:
        argv = [script("winjournal"), "--db", str(path), "export", "--force", "-q"]
        return spent([*argv, "-o", str(to)], env)

    export(big)
    peer = Jrnl(install(place.cache), place.work / "jrnl-export")
    peer.fill(entries(EXPORTED, seed=3))
    more = round(EXPORTED * to.stat().st_size / peer.journal.stat().st_size)
    peer.fill(entries(more, seed=3))
    its = place.work / "jrnl.md"

    def jrnl_export() -> Sequence[float]:
        its.unlink(missing_ok=True)
        return spent(peer.argv("--format", "md", "--file", str(its)), peer.env)

    took, _ = interleave(lambda: export(big), jrnl_export, place.pairs)
    amount = f"{to.stat().st_size / 2**20:.0f} MiB of text"
    yield Row(f"export of everything / jrnl --format md, {amount}", 1.0, "ms", took)
    _, memory = interleave(lambda: export(big), lambda: export(small), 1)
    times = f"{EXPORTED:,} / {EXPORTED // 10:,} entries"
    yield Row(f"peak memory of the export, {times}", FLAT, "MiB", memory)
