"""The shape of what stands round the six blocks: plots, the panels a key away.

Nothing here is a score of a person. Each figure names the entries behind it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from winjournal.domain.tags import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """How much was written about some talks: it stands beside every trend.

    Attributes:
        marks: Own marks in those that were looked through.
        reviewed: How many were looked through for moments.
        talks: Negotiations listed between the first and the last day of them.
        debriefed: How many of those have a debrief.
    """

    marks: int = 0
    reviewed: int = 0
    talks: int = 0
    debriefed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One entry on a strip of single marks.

    Attributes:
        id: Its negotiation; empty for a promise outside any.
        counted: Whether it is one of the k.
    """

    id: str
    on: date
    counted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Eight entries on end, on a curve.

    Attributes:
        on: The day of the last of them.
        value: In the plot's unit.
        low, high: 90 % limits; None where the eight have none.
        amount: How much was written about them.
    """

    on: date
    value: float
    low: float | None = None
    high: float | None = None
    amount: Amount = Amount()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """One measure over time: single marks where there are few, else a curve.

    Attributes:
        dots: The latest entries of the period, oldest first.
        points: Empty below sixteen entries.
        unit: What the values are.
        low, high: The ends of the axis of values.
        equal: Where a line is drawn across; None for none.
    """

    dots: tuple[Dot, ...] = ()
    points: tuple[Point, ...] = ()
    unit: str = "in 100"
    low: float = 0.0
    high: float = 100.0
    equal: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """Repairs and recovery: what was done about slips, shown before all else.

    Attributes:
        made, repairs: Repairs made, of those written down in the period.
        days: Median days from writing one down to making it; None without any made.
        let_go, egos: Own moments of ego let go in their sitting, of all in sittings.
        minutes: Median minutes until then; None without any.
        made_ids, open_ids, let_go_ids, held_ids: Negotiations of each.
    """

    made: int = 0
    repairs: int = 0
    days: float | None = None
    let_go: int = 0
    egos: int = 0
    minutes: float | None = None
    made_ids: tuple[str, ...] = ()
    open_ids: tuple[str, ...] = ()
    let_go_ids: tuple[str, ...] = ()
    held_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where one deal landed: how far each side's interests were met, 0 to 1.

    Attributes:
        guessed: Whether theirs is my guess; drawn hollow, and in no figure.
    """

    id: str
    mine: float
    theirs: float
    guessed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Felt:
    """What I thought they felt about a talk, and what they said: 1 to 7 each."""

    id: str
    predicted: int
    said: int

    @property
    def gap(self) -> int:
        """How much more pleased I thought they were than they said."""
        return self.predicted - self.said


@dataclass(frozen=True, slots=True, kw_only=True)
class Landings:
    """Both sides' interests, deal by deal.

    Attributes:
        spots: Every deal that can be placed, in closing order.
        felt: Every talk with a prediction and their own answer, in closing order.
        mine_more, theirs_more: Deals with the widest gap either way, widest first.
        less_pleased, more_pleased: Talks in which they felt otherwise than I thought,
            furthest first.
        lines: What the panel says, in words.
    """

    spots: tuple[Spot, ...] = ()
    felt: tuple[Felt, ...] = ()
    mine_more: tuple[str, ...] = ()
    theirs_more: tuple[str, ...] = ()
    less_pleased: tuple[str, ...] = ()
    more_pleased: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Aged:
    """How some deals look after some days: counts and entries, no interval.

    Attributes:
        ended: How they ended, such as `inside my range`.
        day: So many days after closing.
        due_ids: Negotiations whose look back was due.
        answered_ids: Those that were looked back on.
        held_ids, failed_ids: Deals that held up, and that did not (M8).
        again_ids, not_again_ids: They would deal with me again, and would not.
    """

    ended: str
    day: int
    due_ids: tuple[str, ...] = ()
    answered_ids: tuple[str, ...] = ()
    held_ids: tuple[str, ...] = ()
    failed_ids: tuple[str, ...] = ()
    again_ids: tuple[str, ...] = ()
    not_again_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ageing:
    """What became of deals, and of forecasts.

    Attributes:
        groups: By how they ended, then by day; without what was never due.
        fell_ids: Deals in which their later rating lies two or more below the first.
        knew_ids: Talks in which they found out what I had known.
        came_ids, came_not_ids: Forecasts that came true, and that did not.
        brier: Mean squared miss of those forecasts; None below five.
        lines: What the panel says of forecasts, in words.
    """

    groups: tuple[Aged, ...] = ()
    fell_ids: tuple[str, ...] = ()
    knew_ids: tuple[str, ...] = ()
    came_ids: tuple[str, ...] = ()
    came_not_ids: tuple[str, ...] = ()
    brier: float | None = None
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A talk in which my rating of a step and my marks say two things."""

    id: str
    step: Step
    rating: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfRated:
    """M10: two lists of equal weight, newest first, at most three of each."""

    high: tuple[Disagreement, ...] = ()
    low: tuple[Disagreement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """What a rating became when it was given again, of one thing that was rated.

    Attributes:
        what: `content`, or the step's name.
        n: How many were rated both times.
        mean: Now less then, on the scale of 1 to 7; None below five.
        higher, same, lower: How many of them now are.
        ids: The negotiations.
    """

    what: str
    n: int
    mean: float | None
    higher: int
    same: int
    lower: int
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reread:
    """Old debriefs rated again without seeing the ratings.

    Attributes:
        n: How many debriefs were rated again.
        shifts: How each rating moved, the latest rating of each debrief counting.
        lines: What is said of it, in words.
    """

    n: int = 0
    shifts: tuple[Shift, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What was said to a block's statement, and when.

    Attributes:
        words: In one line: `contested 8 Feb 2026: "they asked me to"`.
        sentence: The statement as it was shown.
        same: Whether it still reads so, over the same period.
        agrees: False where it is contested.
    """

    step: Step
    on: date
    period: str
    agrees: bool
    reason: str
    sentence: str
    same: bool
    words: str
