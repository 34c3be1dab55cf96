"""Where a run happens, and how often it measures."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from tests.program import ROOT


@dataclass(frozen=True)
class Place:
    """What every part of a run is given.

    Attributes:
        cache: Where made journals and jrnl are kept between runs.
        work: A folder for this run alone.
        pairs: How many pairs make a figure.
    """

    cache: Path
    work: Path
    pairs: int

    @property
    def home(self) -> Path:
        """The home of what is measured: empty at first."""
        return self.work / "home"

    @property
    def bare(self) -> list[str]:
        """The command line of the barest Textual app."""
        return [sys.executable, "-P", str(ROOT / "benchmarks" / "bare.py")]
