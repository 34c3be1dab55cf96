"""The command line called in this process, on a real journal in an empty home."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from tests.services.stories import WHOLE, answers, begin, met
from winjournal.bootstrap import open_journal
from winjournal.cli.program import run
from winjournal.domain.tags import Actor
from winjournal.domain.weeks import Week
from winjournal.services.clock import FixedClock
from winjournal.services.ids import SeededIds
from winjournal.services.prep import Prep

NOW = "2026-03-04T10:00+01:00"
"""A Wednesday."""


class Stream(io.TextIOWrapper):
    """A standard stream that may be a terminal."""

    def __init__(self, data: bytes = b"", *, is_terminal: bool = False) -> None:
        super().__init__(io.BytesIO(data), encoding="utf-8", newline="")
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal

    def said(self) -> str:
        """Return what was written so far."""
        self.flush()
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue().decode()


@dataclass(frozen=True)
class Answer:
    """What came of one call."""

    code: int
    out: str
    err: str


class Wj:
    """Calls the command line as a shell would."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
        self.home = home
        self._patch = monkeypatch
        self._now = datetime.fromisoformat(NOW)
        self.pass_()

    def pass_(self, **span: float) -> None:
        """Let time go by, in words of `timedelta`."""
        self._now += timedelta(**span)
        self._patch.setenv("WINJOURNAL_NOW", self._now.isoformat())

    @property
    def journal(self) -> Path:
        """Where the journal is unless a call says else."""
        return self.home / ".local/share/winjournal/journal.db"

    def __call__(
        self,
        *args: str,
        stdin: str | bytes = b"",
        terminal: bool = False,
        env: Mapping[str, str] | None = None,
    ) -> Answer:
        """Run one call.

        Args:
            *args: As in a shell after `wj`.
            stdin: What it reads.
            terminal: Whether all three streams are a terminal.
            env: Variables to set for good.
        """
        for name, value in (env or {}).items():
            self._patch.setenv(name, value)
        data = stdin.encode() if isinstance(stdin, str) else stdin
        out, err = Stream(is_terminal=terminal), Stream(is_terminal=terminal)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "stdin", Stream(data, is_terminal=terminal))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            code = run(args)
        return Answer(code, out.said(), err.said())

    def ok(self, *args: str, stdin: str | bytes = b"") -> str:
        """Run one call that must succeed, and return its data."""
        answer = self(*args, stdin=stdin)
        assert answer.code == 0, answer
        return answer.out


@pytest.fixture
def wj(monkeypatch: pytest.MonkeyPatch, home: Path) -> Wj:
    """Return the command line with a clock that stands still."""
    return Wj(monkeypatch, home)


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of a small journal that was made once, to be copied.

    Acme renewal with Dana was agreed on 2 March, with three marks; the kiln lease
    with Marsh is open; there is an entry, a promise, a week and two vows.
    """
    path = tmp_path_factory.mktemp("told") / "told.db"
    clock = FixedClock(datetime.fromisoformat(NOW) - timedelta(hours=1))
    journal = open_journal(path, clock=clock, ids=SeededIds(1))
    acme = begin(journal, WHOLE)
    at = datetime.fromisoformat("2026-03-02T15:00+01:00")
    mark = journal.marks.mark
    mark(acme.id, "ego", note="raised my voice", at=at)
    mark(acme.id, "trust-built", at=at + timedelta(minutes=9), strength=2)
    mark(acme.id, "goalpost-shift", Actor.THEM, at=at + timedelta(hours=1))
    journal.deals.sit(acme.id, at, at + timedelta(hours=2))
    journal.debriefs.save(
        answers(journal, acme.id), met(journal, acme.id), closed_on=at.date()
    )
    journal.deals.create(Prep(title="Kiln lease", person="Marsh", kind="lease"))
    journal.writing.add("A page of my own about *anchors*.")
    due = date(2026, 3, 3)
    journal.later.promise(acme.counterparty_id, Actor.ME, "SLA draft", due=due)
    week = Week.of(at.date())
    journal.weeks.save(week, reflection="It was **loud**.", sentence="I talked.")
    journal.weeks.vow(week.previous, "they say cheaper", "I ask one question")
    journal.weeks.vow(week, "it gets loud", "I wait")
    journal.store.close()
    return path


@pytest.fixture
def story(wj: Wj, told: Path) -> Wj:
    """Return the command line over that journal, with a line in its inbox."""
    wj.journal.parent.mkdir(parents=True, mode=0o700)
    shutil.copy(told, wj.journal)
    wj.ok("log", "felt rushed on the phone")
    wj.pass_(seconds=1)
    return wj
