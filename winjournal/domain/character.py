"""What your negotiations say about you: six blocks, from the record alone.

Pure and the same for the same record, in whatever order its rows come. Nothing is
said that cannot name the entries behind it, and what the other side did changes no
figure: `measures` has the formulas, `statements` every word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.afterwards import NOTHING_AFTER
from winjournal.domain.ageing import ageing
from winjournal.domain.answers import answered
from winjournal.domain.doubts import volume
from winjournal.domain.landings import landings
from winjournal.domain.marks_over_time import moments
from winjournal.domain.mended import mended
from winjournal.domain.report import Report
from winjournal.domain.reread import reread
from winjournal.domain.self_rated import self_rated
from winjournal.domain.steps_after import ego, fair_share
from winjournal.domain.steps_before import trust, value, winning
from winjournal.domain.steps_both import interests
from winjournal.domain.tally import view

if TYPE_CHECKING:
    from datetime import date

    from winjournal.domain.afterwards import Afterwards
    from winjournal.domain.facts import Record
    from winjournal.domain.periods import Period

_BLOCKS = (trust, winning, value, fair_share, ego, interests)


def report(
    record: Record, period: Period, today: date, after: Afterwards = NOTHING_AFTER
) -> Report:
    """Return what the negotiations of a period say.

    The period filters what is counted and listed; a trend uses all data up to the
    period's end (MEASURES.md 3.2).

    Args:
        record: Everything the measures read.
        period: What is looked at.
        today: The local date, for what is due.
        after: What came after, for all that stands round the blocks.
    """
    seen = view(record, period, today)
    repairs = mended(seen, after)
    logged = volume(seen, repairs.made)
    blocks = tuple(block(seen, logged) for block in _BLOCKS)
    return Report(
        period=period,
        blocks=blocks,
        volume=logged,
        moments=moments(seen),
        titles={talk.id: talk.title for talk in seen.record.deals},
        mended=repairs,
        landings=landings(seen),
        ageing=ageing(seen, after),
        self_rated=self_rated(seen),
        reread=reread(seen, after.again),
        answered=answered(after.responses, blocks, period),
    )
