"""The peer of the command line: jrnl, in an environment of its own.

It is installed once, under the cache folder, with the configuration that it makes
for itself at its first start; only the journal's place is ours.
"""

from __future__ import annotations

import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.timing import environment

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

VERSION = "4.6"

CONFIG = """\
colors:
  body: none
  date: none
  tags: none
  title: none
default_hour: 9
default_minute: 0
editor: ''
encrypt: false
highlight: true
indent_character: '|'
journals:
  default:
    journal: {journal}
linewrap: 79
tagsymbols: '#@'
template: false
timeformat: '%F %r'
version: v{version}
"""


@dataclass(frozen=True)
class Jrnl:
    """An installed jrnl with a journal."""

    command: Path
    home: Path

    @property
    def journal(self) -> Path:
        """The journal's file."""
        return self.home / "journal.txt"

    @property
    def env(self) -> dict[str, str]:
        """The environment it runs in."""
        return environment(self.home)

    def argv(self, *args: str) -> list[str]:
        """Return the command line of a call with `args`."""
        config = self.home / "jrnl.yaml"
        return [str(self.command), "--config-file", str(config), *args]

    def fill(self, entries: Iterable[tuple[datetime, str]]) -> None:
        """Write the journal anew, in jrnl's own format.

        Args:
            entries: When, and the text.
        """
        self.home.mkdir(parents=True, exist_ok=True)
        config = CONFIG.format(journal=self.journal, version=VERSION)
        (self.home / "jrnl.yaml").write_text(config)
        with self.journal.open("w") as file:
            for when, text in entries:
                file.write(f"[{when:%Y-%m-%d %I:%M:%S %p}] {text}\n\n")


def install(cache: Path) -> Path:
    """Return the command of jrnl; as a side effect install it where it is missing."""
    folder = cache / f"jrnl-{VERSION}"
    command = folder / "bin" / "jrnl"
    if not command.exists():
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run(
            [folder / "bin/python", "-m", "pip", "install", "-q", f"jrnl=={VERSION}"],
            check=True,
            stdout=sys.stderr,
        )
    return command
