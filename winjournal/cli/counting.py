"""`wj stats`: how much is written. It counts, and says nothing about it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from winjournal.cli.output import Span
from winjournal.domain.filter import read_filter
from winjournal.domain.filter_tree import Everything
from winjournal.domain.tags import Actor
from winjournal.domain.writing import Entry, InboxLine
from winjournal.services.saying import say_size

if TYPE_CHECKING:
    from winjournal.cli.call import Call
    from winjournal.services.journal import Journal

_OUTCOMES = ("agreed", "walked-away", "they-walked", "both-stopped")


def run_stats(call: Call) -> int:
    """Show how many things the journal holds, since when, and how large it is."""
    journal = call.reading()
    if journal is None:
        if call.args.json:
            call.out.json({})
        return 0
    counts = _counts(call, journal)
    if call.args.json:
        call.out.json(counts)
        return 0
    for name, value in counts.items():
        if value is not None:
            label = name.replace("_", " ")
            call.out.line(Span(f"{label:<20}", "faint"), _said(name, value))
    return 0


def _counts(call: Call, journal: Journal) -> dict[str, object]:
    def many(query: str) -> int:
        return journal.reading.journal_count(read_filter(query, call.now))

    reading = journal.reading
    marks = reading.marks(date.min, date.max)
    every = reading.journal_months(Everything())
    months = sorted(month for month, _ in every)
    lines = reading.every(InboxLine)
    return {
        "journal": str(call.paths.journal),
        "size": call.paths.journal.stat().st_size,
        "first_month": months[0] if months else None,
        "last_month": months[-1] if months else None,
        "negotiations": sum(1 for _ in reading.selected(Everything())),
        "open": many("is:open"),
        **{name.replace("-", "_"): many(f"outcome:{name}") for name in _OUTCOMES},
        "marks": len(marks),
        "marks_of_mine": sum(mark.actor is Actor.ME for mark in marks),
        "entries": len(reading.every(Entry)),
        "lines_in_the_inbox": sum(line.filed_at is None for line in lines),
        "people": len(journal.people.everyone()),
        "promises": len(journal.later.promises()),
        "repairs": len(journal.repairs.all()),
        "weeks_written": len(journal.weeks.written()),
        "drafts": len(journal.drafts.waiting()),
    }


def _said(name: str, value: object) -> str:
    return say_size(value) if name == "size" and isinstance(value, int) else str(value)
