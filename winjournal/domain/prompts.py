"""The weekly prompts: what one is, what raises it, and which one a week asks.

Each has a trigger over the record and the week (MEASURES.md 4.3), in
`prompt_triggers`; it names the trigger and the negotiations behind it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from winjournal.domain import prompt_words as words
from winjournal.domain.evidence import is_deal
from winjournal.domain.facts import Facts, Record
from winjournal.domain.later import Promise
from winjournal.domain.moments import Moment
from winjournal.domain.weeks import Week

FALLBACK: Final = "fallback"
"""The id of the question where no trigger holds."""

REST_WEEKS: Final = 4
"""No prompt comes again within so many weeks, unless it is the only one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One question for a week.

    Attributes:
        id: `P1` to `P10`, or `fallback`.
        text: The question.
        trigger: What raised it, in words.
        deals: The negotiations behind it, the latest first.
        promise_id: The promise that it asks about, if it does.
    """

    id: str
    text: str
    trigger: str
    deals: tuple[str, ...] = ()
    promise_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the prompts of one week are raised from.

    Attributes:
        record: What the measures read.
        week: The week that is reviewed.
        today: Local date; in a past week its Sunday.
        moments: The week's moments, by time.
        changes: Of every later version of my win, its talk and its reason.
        owed: My promises.
        heard: Negotiations of which the other side's own view came in this week.
        people: Names by id.
    """

    record: Record
    week: Week
    today: date
    moments: Sequence[Moment] = ()
    changes: Sequence[tuple[str, str]] = ()
    owed: Sequence[Promise] = ()
    heard: frozenset[str] = frozenset()
    people: Mapping[str, str]

    def talks(self) -> list[Facts]:
        """Return the talks up to the week's end in closing order, open ones last."""
        upto = [t for t in self.record.deals if t.on <= self.week.sunday]
        upto.sort(key=lambda t: (t.closed_on is None, t.closed_on or t.on, t.id))
        return upto

    def deals(self) -> list[Facts]:
        """Return the deals closed up to the week's end, the oldest first."""
        return [t for t in self.talks() if is_deal(t) and t.closed_on is not None]


def fallback() -> Prompt:
    """Return the question for a week in which no trigger holds."""
    return Prompt(id=FALLBACK, text=words.FALLBACK, trigger=words.FALLBACK_BY)


def own_prompt(id_: str, text: str) -> Prompt:
    """Return a question that the user wrote down for the week's review."""
    return Prompt(id=id_, text=text, trigger=words.OWN_BY)


def prompt_of(
    found: Sequence[Prompt], asked: Sequence[str | None], own: Sequence[Prompt] = ()
) -> Prompt:
    """Return the one prompt for a week: the first that holds and has rested.

    Where none has rested, the one that was asked longest ago. Where no trigger holds
    at all, the same of the user's own questions; without any the fallback.

    Args:
        found: Those whose trigger holds, in order.
        asked: The ids asked in the weeks before, the latest week first; None for a
            week without one. Only the last four count.
        own: The user's own questions, in order.
    """
    found = found or own
    recent = list(asked[:REST_WEEKS])
    for one in found:
        if one.id not in recent:
            return one
    # `recent` has the latest week first: the highest place was asked longest ago
    return max(found, key=lambda one: recent.index(one.id), default=fallback())
