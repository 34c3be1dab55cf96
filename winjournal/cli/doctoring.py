"""`wj doctor`: what is wrong with the journal, and mending it where that is asked."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from winjournal.care import examine_journal
from winjournal.cli.columns import say_table
from winjournal.cli.output import Span
from winjournal.cli.terminal import draws_marks, is_dumb, size_of
from winjournal.domain.errors import DamagedJournal, NotUnderstood
from winjournal.domain.findings import Finding, State, worst
from winjournal.services.saying import say_count

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Iterator

    from winjournal.cli.call import Call

_STYLES = {
    State.FINE: "green",
    State.NOTE: "faint",
    State.MEND: "orange",
    State.DAMAGED: "orange",
    State.MENDED: "green",
}
_IDS_SHOWN = 20
UNMENDED = 1


def add_doctor(parser: ArgumentParser) -> None:
    """Add the options of `wj doctor`."""
    add = parser.add_argument
    add("--fix", action="store_true", help="mend what can be mended")
    add("--accept", action="store_true",
        help="with --fix: take damaged rows as they stand")  # fmt: skip


def run_doctor(call: Call) -> int:
    """Look for what is wrong; mend it with `--fix` and never without.

    Raises:
        NotUnderstood: `--accept` without `--fix`.
        DamagedJournal: Something that was written is not there as it was written.
    """
    args = call.args
    if args.accept and not args.fix:
        raise NotUnderstood("--accept changes rows.", "Add --fix to do that.")
    found = examine_journal(
        call.paths.journal, call.now, fix=args.fix, accept=args.accept
    )
    found = (*found, *_around())
    state = worst(found)
    if args.json:
        call.out.json({"state": state, "findings": found})
    else:
        _say(call, found)
    if state is State.DAMAGED:
        count = sum(one.state is State.DAMAGED for one in found)
        raise DamagedJournal(
            f"{say_count(count, 'thing is', 'things are')} damaged.",
            "What is not named here is sound.",
        )
    return UNMENDED if state is State.MEND else 0


def _say(call: Call, found: tuple[Finding, ...]) -> None:
    say_table(
        call.out,
        [(Span(one.state, _STYLES[one.state]), one.check, one.said) for one in found],
    )
    open_ = [one for one in found if one.state in (State.MEND, State.DAMAGED)]
    for one in open_:
        for id_ in one.ids[:_IDS_SHOWN]:
            call.out.line(Span(f"  {id_}", "faint"))
        if len(one.ids) > _IDS_SHOWN:
            call.out.line(f"  and {len(one.ids) - _IDS_SHOWN} more; --json has all")
        if one.remedy:
            call.out.line(f"{one.check}: {one.remedy}")
    if not call.args.fix and any(one.state is State.MEND for one in open_):
        call.out.note("Nothing was changed. wj doctor --fix mends what it can.")


def _around() -> Iterator[Finding]:
    """Yield what holds of the terminal, and of texts that an editor left."""
    from winjournal.editor import leftovers

    columns, lines = size_of(sys.stdout)
    marks = draws_marks(sys.stdout.encoding or "ascii")
    signs = "its signs are drawn" if marks else "signs are drawn in ASCII"
    said = f"{columns} columns, {lines} lines; {signs}."
    if is_dumb():
        yield Finding(check="terminal", state=State.NOTE,
                      said="It cannot show screens (TERM is dumb).")  # fmt: skip
    elif columns < 40 or lines < 12:
        yield Finding(check="terminal", state=State.NOTE, said=said,
                      remedy="Screens need 40 columns and 12 lines.")  # fmt: skip
    else:
        yield Finding(check="terminal", state=State.FINE, said=said)
    for text in leftovers():
        yield Finding(
            check="editor", state=State.NOTE,
            said=f"{text} was left by an editor, or one is still open.",
            remedy="Read it, then delete it.",
        )  # fmt: skip
