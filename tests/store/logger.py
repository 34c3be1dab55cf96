"""Log lines as fast as it goes: `python -m tests.store.logger PATH NAME COUNT`.

Says whether anything was imported that quick capture must not wait for.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from winjournal.domain.writing import InboxLine
from winjournal.store import quick

SLOW = {"sqlalchemy", "sqlmodel", "alembic", "pydantic", "textual"}


def main(path: Path, name: str, count: int) -> None:
    now = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    for number in range(count):
        line = InboxLine(
            id=f"{name}-{number:03}", line=f"line {number}", at=now, logged_at=now
        )
        quick.append_line(path, line)
    sys.stdout.write(f"{sorted(SLOW & set(sys.modules))}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
