"""The command line's rows: whole processes against jrnl's, on the same texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.journals import journal
from benchmarks.jrnl import Jrnl, install
from benchmarks.ratios import Row, interleave
from benchmarks.timing import environment, run, script
from benchmarks.words import RARE, entries

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

LINE = "yesterday: Dana asked for more and I held the line @goalpost+"

LOG_BOUNDS = {100: 0.7, 10_000: 0.03}
SEARCH_BOUNDS = {10_000: 0.5}


def measured_rows(count: int, cache: Path, work: Path, pairs: int) -> Iterator[Row]:
    """Yield the rows of the shell over journals of one size.

    Both hold the same texts of about 90 words. Ours has a negotiation for every
    ten of them and as many moments beside.

    Args:
        count: How many texts.
        cache: Where made journals and jrnl are kept.
        work: A folder for this run alone.
        pairs: How many pairs.
    """
    path = journal(cache, work, max(count // 10, 10), count, entries=count)
    ours = [script("winjournal"), "--db", str(path)]
    env = environment(work / "home")
    peer = Jrnl(install(cache), work / f"jrnl-{count}")
    peer.fill(entries(count, seed=3))

    def log() -> Sequence[float]:
        return (run([*ours, "log", LINE], env)[0],)

    def jrnl_log() -> Sequence[float]:
        return (run(peer.argv(LINE), peer.env)[0],)

    (ratio,) = interleave(log, jrnl_log, pairs)
    bound = LOG_BOUNDS.get(count)
    yield Row(f"log / jrnl, one line, at {count:,} entries", bound, "ms", ratio)

    def found(argv: list[str], variables: dict[str, str]) -> Sequence[float]:
        took, said = run(argv, variables)
        if not said.count("\n"):
            raise RuntimeError(f"{argv[0]} found nothing, which is no measurement")
        return (took,)

    (ratio,) = interleave(
        lambda: found([*ours, "search", RARE], env),
        lambda: found(peer.argv("-contains", RARE), peer.env),
        pairs,
    )
    bound = SEARCH_BOUNDS.get(count)
    yield Row(f"search / jrnl -contains, at {count:,} entries", bound, "ms", ratio)
