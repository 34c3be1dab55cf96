"""What was said to the report's statements: it stands beside them ever after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.calendar_words import MONTHS
from winjournal.domain.panels import Answered
from winjournal.domain.statements_after import AGREED, CONTESTED, OF_PERIOD
from winjournal.domain.tags import Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from winjournal.domain.periods import Period
    from winjournal.domain.report import Block
    from winjournal.domain.standing import StatementResponse


def answered(
    responses: Iterable[StatementResponse], blocks: Sequence[Block], period: Period
) -> tuple[Answered, ...]:
    """Return every response, newest first; those to this period's before others."""
    sentences = {block.step: block.sentence for block in blocks}
    steps = {step.value: step for step in Step}
    found = sorted(
        (one for one in responses if one.block in steps),
        key=lambda one: (one.period == period.name, one.answered_at, one.id),
        reverse=True,
    )
    return tuple(
        _told(one, steps[one.block], period, sentences[steps[one.block]])
        for one in found
    )


def beside(said: Iterable[Answered], step: Step) -> tuple[Answered, ...]:
    """Return what was said to one block's statements, the first to be shown first."""
    return tuple(one for one in said if one.step is step)


def _told(
    one: StatementResponse, step: Step, period: Period, sentence: str
) -> Answered:
    on, reason = one.answered_at.date(), one.reason or ""
    template = AGREED if one.agrees else CONTESTED
    words = template.format(day=_day(on), reason=reason)
    if one.agrees and reason:
        words += f': "{reason}"'
    if one.period != period.name:
        words += OF_PERIOD.format(period=one.period)
    return Answered(
        step=step,
        on=on,
        period=one.period,
        agrees=one.agrees,
        reason=reason,
        sentence=one.sentence,
        same=one.sentence == sentence and one.period == period.name,
        words=words,
    )


def _day(on: date) -> str:
    return f"{on.day} {MONTHS[on.month - 1][:3]} {on.year}"
