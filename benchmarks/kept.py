"""Figures as they come, kept in a file for each part: a run that broke off goes on."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from benchmarks.ratios import Ratio, Row
from tests.program import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

SOURCES = ("benchmarks", "winjournal", "styles", "migrations")


def made_of() -> str:
    """Return a short name for the program and what measures it, as they stand now."""
    digest = hashlib.sha256()
    for folder in SOURCES:
        for file in sorted((ROOT / folder).rglob("*.*")):
            if file.is_file() and file.suffix != ".pyc":
                digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


class Kept:
    """The figures of one run.

    Args:
        folder: Where they are kept; runs of another program or with fewer pairs have
            folders of their own.
        resume: Whether what is there is taken as it is.
    """

    def __init__(self, folder: Path, *, resume: bool) -> None:
        self._folder, self._resume = folder, resume

    def get(self, name: str, make: Callable[[], Any]) -> Any:
        """Return what was measured under a name; measure and keep it where not."""
        file = self._folder / f"{name.replace(' ', '-')}.json"
        if self._resume and file.exists():
            return json.loads(file.read_text())
        found = make()
        self._folder.mkdir(parents=True, exist_ok=True)
        unfinished = file.with_suffix(".partial")
        unfinished.write_text(json.dumps(found, indent=1))
        unfinished.rename(file)
        return found

    def rows(self, name: str, make: Callable[[], Iterable[Row]]) -> list[Row]:
        """Return the rows of one part."""
        return [
            row_of(row) for row in self.get(name, lambda: list(map(asdict, make())))
        ]


def row_of(found: dict[str, Any]) -> Row:
    """Return the row that `asdict` took apart."""
    ratio = {name: tuple(values) for name, values in found["ratio"].items()}
    return Row(**{**found, "ratio": Ratio(**ratio)})
