"""What your negotiations say about you: six blocks, from the record alone.

Pure and the same for the same record, in whatever order its rows come. Nothing is
said that cannot name the entries behind it, and what the other side did changes no
figure: `measures` has the formulas, `statements` every word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.doubts import volume
from winjournal.domain.marks_over_time import moments
from winjournal.domain.report import Report
from winjournal.domain.steps_after import ego, fair_share
from winjournal.domain.steps_before import trust, value, winning
from winjournal.domain.steps_both import interests
from winjournal.domain.tally import view

if TYPE_CHECKING:
    from datetime import date

    from winjournal.domain.facts import Record
    from winjournal.domain.periods import Period

_BLOCKS = (trust, winning, value, fair_share, ego, interests)


def report(record: Record, period: Period, today: date) -> Report:
    """Return what the negotiations of a period say.

    The period filters what is counted and listed; a trend uses all data up to the
    period's end (MEASURES.md 3.2).

    Args:
        record: Everything the measures read.
        period: What is looked at.
        today: The local date, for what is due.
    """
    seen = view(record, period, today)
    logged = volume(seen)
    return Report(
        period=period,
        blocks=tuple(block(seen, logged) for block in _BLOCKS),
        volume=logged,
        moments=moments(seen),
        titles={talk.id: talk.title for talk in seen.record.deals},
    )
