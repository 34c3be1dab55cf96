"""`wj backup` and `wj restore`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.care import (
    back_up_journal,
    backup_meant,
    backups_of,
    check_backup,
    drop_backups,
    fault_of_backup,
    preview_restore,
    renew_backups,
    restore_journal,
)
from winjournal.cli.asking import add_yes, agreed
from winjournal.cli.call import is_there
from winjournal.cli.columns import say_table
from winjournal.cli.output import Span
from winjournal.domain.edge import quoted
from winjournal.domain.errors import DamagedJournal, NoJournal, NotUnderstood
from winjournal.domain.say_dates import say_date, say_time
from winjournal.services.saying import say_count, say_size

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Iterable

    from winjournal.cli.call import Call
    from winjournal.domain.copies import Kept, Preview, Side


def add_backup(parser: ArgumentParser) -> None:
    """Add the options of `wj backup`."""
    parser.add_argument(
        "--old", action="store_true",
        help="with drop: make one now, then delete all older ones",
    )  # fmt: skip
    add_yes(parser)


def run_backup(call: Call) -> int:
    """List backups, make one, read one again, or delete some.

    Raises:
        NotUnderstood: It is none of these.
    """
    what, *names = call.words or ["list"]
    if what == "list" and not names:
        return _list(call)
    if what == "make" and not names:
        return _make(call)
    if what == "verify":
        return _verify(call, names)
    if what == "drop":
        return _drop(call, names)
    raise NotUnderstood(
        f"wj backup does not know {quoted(' '.join(call.words))}.",
        "It is wj backup, or with make, verify or drop.",
    )


def _list(call: Call) -> int:
    found = backups_of(call.paths.journal)
    if call.args.json:
        call.out.json([as_data(kept) for kept in found])
    elif not found:
        call.say_nothing("There is no backup yet; wj backup make makes one.")
    else:
        say_table(call.out, [_row(call, kept) for kept in found])
    return 0


def _make(call: Call) -> int:
    if not is_there(call.paths.journal):
        raise NoJournal(f"There is no journal at {call.paths.journal} yet.")
    if call.args.dry_run:
        call.out.line(f"would make a backup in {call.paths.backups}")
        return 0
    made = back_up_journal(call.paths.journal, "asked", call.now)
    call.out.line(str(made))
    call.out.note("It was read back and is the same, row by row.")
    return 0


def _verify(call: Call, names: list[str]) -> int:
    path = call.paths.journal
    found = (
        [backup_meant(path, n) for n in names] if names else list(backups_of(path))
    )  # fmt: skip
    if not found:
        call.say_nothing("There is no backup yet; wj backup make makes one.")
    faults = {kept.copy.name: fault_of_backup(kept.path) for kept in found}
    if call.args.json:
        call.out.json(
            [{**as_data(k), "fault": faults[k.copy.name] or None} for k in found]
        )
    else:
        rows = [
            (_said(faults[kept.copy.name]), kept.copy.name, faults[kept.copy.name])
            for kept in found
        ]
        if rows:
            say_table(call.out, rows)
    damaged = sum(map(bool, faults.values()))
    if damaged:
        raise DamagedJournal(
            f"{say_count(damaged, 'backup is', 'backups are')} damaged.",
            "The journal itself was not touched; wj backup make makes a new one.",
        )
    return 0


def _said(fault: str) -> Span:
    return Span("damaged", "orange") if fault else Span("whole", "green")


def _drop(call: Call, names: list[str]) -> int:
    path = call.paths.journal
    if call.args.old == bool(names):
        raise NotUnderstood("Name what is to go, or --old.", "wj backup lists them.")
    if call.args.old:
        older = [kept for kept in backups_of(path) if kept.copy.journal]
        what = say_count(len(older), "older backup")
        if call.args.dry_run:
            call.out.line(f"would make a backup, and delete {what}")
        elif agreed(call, f"Make a backup now, then delete {what} for good?"):
            made, count = renew_backups(path, call.now)
            call.out.line(f"deleted {say_count(count, 'backup')}")
            call.out.note(f"A backup is {made}.")
        return 0
    going = [backup_meant(path, name) for name in names]
    if call.args.dry_run:
        _say_each(call, "would delete  ", going)
    elif agreed(call, f"Delete {say_count(len(going), 'backup')} for good?"):
        _say_each(call, "deleted  ", drop_backups(path, [k.copy.name for k in going]))
    return 0


def _say_each(call: Call, done: str, backups: Iterable[Kept]) -> None:
    for kept in backups:
        call.out.line(done, kept.copy.name)


def _row(call: Call, kept: Kept) -> tuple[str | Span, ...]:
    at = kept.copy.at.astimezone(call.now.tzinfo)
    when = f"{say_date(at.date(), call.now.date())} {say_time(at)}"
    size = say_size(kept.size)
    return when, size, kept.copy.why, Span(kept.copy.name, "faint")


def as_data(kept: Kept) -> dict[str, object]:
    """Return a backup for JSON."""
    return {
        "name": kept.copy.name,
        "path": kept.path,
        "made_at": kept.copy.at,
        "reason": kept.copy.reason,
        "revision": kept.copy.revision,
        "bytes": kept.size,
    }


def add_restore(parser: ArgumentParser) -> None:
    """Add the options of `wj restore`."""
    add_yes(parser)


def run_restore(call: Call) -> int:
    """Put a backup in the journal's place, after saying what will change.

    Raises:
        NotFound: There is no such backup.
        DamagedJournal: It is damaged; nothing was changed.
        Busy: Another program has the journal open.
    """
    path = call.paths.journal
    kept = backup_meant(path, call.words[0] if call.words else None)
    preview = preview_restore(path, kept)
    _say_preview(call, preview)
    if call.args.dry_run:
        return 0
    if not agreed(call, f"Put {kept.copy.name} in the place of {path}?"):
        return 0
    done = restore_journal(path, kept, call.now)
    check_backup(done.path)
    call.out.line(f"restored  {kept.copy.name}")
    if done.kept is not None:
        call.out.note(f"What stood there before is {done.kept}.")
    return 0


def _say_preview(call: Call, preview: Preview) -> None:
    now, then = preview.now, preview.then
    if now is None:
        call.out.note("The journal as it is cannot be read; it is kept aside.")
    rows = [("", "now", "then")]
    for name, count in then.counts.items():
        before = "?" if now is None else f"{now.counts.get(name, 0):,}"
        rows.append((name, before, f"{count:,}"))
    say_table(call.out, rows)
    for title, side in (("newest now", now), ("newest then", then)):
        _say_newest(call, title, side)


def _say_newest(call: Call, title: str, side: Side | None) -> None:
    if side is None:
        return
    call.out.line()
    call.out.line(Span(title, "bold"))
    if not side.newest:
        call.out.line("nothing yet")
    for on, said in side.newest:
        call.out.line(Span(on, "faint"), f"  {said}")
