"""The shape of the character report: six blocks, what was tagged, how much was logged.

Nothing here is a score of a person. Each figure names the entries behind it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from winjournal.domain.measures.interests import Tilt
from winjournal.domain.measures.tiers import Tier
from winjournal.domain.measures.trends import TrendState
from winjournal.domain.panels import (
    Ageing,
    Answered,
    Landings,
    Mended,
    Plot,
    Reread,
    SelfRated,
)
from winjournal.domain.periods import Period
from winjournal.domain.tags import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A fact beside the headline.

    Attributes:
        text: In words, with its figures.
        ids: The negotiations that its first figure counts, oldest first.
    """

    text: str
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """What may be said about a change, from all data up to the period's end.

    Attributes:
        state: What the machine saw; `too-few` also where no word may be said.
        clause: The words; empty below sixteen entries and wherever the block itself
            has fewer than five. Where a guard holds the word back, its reason.
        short: The same for one line of a screen.
        n: Entries that the trend could look at.
        held_back: Whether a guard holds the word back.
        before, last: Of a share, how many of the eight before and of the last eight.
        amounts: How much was marked and debriefed in both windows, in words; empty
            where nothing is said of a change.
        short_amounts: The same for one line of a screen, in parts.
    """

    state: TrendState = TrendState.TOO_FEW
    clause: str = ""
    short: str = ""
    n: int = 0
    held_back: bool = False
    before: int | None = None
    last: int | None = None
    amounts: str = ""
    short_amounts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """Where deals landed between both sides, by their own accounts.

    Attributes:
        angle: Degrees, 0 to 90; 45 is equal, below it tilts to me. None if nothing
            at all was met.
        interval: 90 % limits in degrees; None below five deals.
        reach: How much was met at all, 0 to 1.
        gap: Mean of theirs less mine, -1 to 1.
        tilt: To whose side, only when the whole interval lies there.
        bias: Predicted less reported satisfaction, mean; plus: less pleased than
            predicted. None below five answers.
        bias_interval: Its 90 % limits.
        answered, predicted: Their own answers, of talks with a prediction.
        held, checked, due: Deals that held up, of those that can be told, of those
            whose last look back is due.
        days: After how many days that last look is, at the most.
        mine_ids: Deals in which mine was met better.
        theirs_ids: Deals in which theirs was met as well or better.
        held_ids, failed_ids: Deals that held up, and that did not.
        answered_ids: Talks behind the bias.
    """

    angle: float | None = None
    interval: tuple[float, float] | None = None
    reach: float = 0.0
    gap: float = 0.0
    tilt: Tilt | None = None
    bias: float | None = None
    bias_interval: tuple[float, float] | None = None
    answered: int = 0
    predicted: int = 0
    held: int = 0
    checked: int = 0
    days: int = 0
    due: int = 0
    mine_ids: tuple[str, ...] = ()
    theirs_ids: tuple[str, ...] = ()
    held_ids: tuple[str, ...] = ()
    failed_ids: tuple[str, ...] = ()
    answered_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What the entries of a period say about one step.

    Attributes:
        step: Which.
        headline: What k of n counts, in a few words.
        k, n: The count. For interests: deals with their own account, of all deals.
        tier: How much may be said.
        interval: 90 % limits, from 0 to `top`; None below the tier that shows it.
        point: Where the dot stands, from 0 to `top`; None without an interval.
        top: 1 for a share, 90 for an angle in degrees.
        sentence: The statement, from the templates alone.
        caution: "too few for a pattern" where it is; else empty.
        details: The second line.
        trend: What may be said about a change.
        for_ids, against_ids: What was counted: the k and the n - k others. Promises
            for trust, negotiations for all else.
        for_deals, against_deals: Negotiations to open as evidence for and against.
        unknown_ids: Negotiations of the period that cannot speak to it.
        wrong_because: Why it could be wrong, what the data show first; not empty.
        question: What would change the picture.
        more_needed: What is lacking for a statement; empty from five on.
        balance: Only for interests.
        plot: The same over time.
    """

    step: Step
    headline: str
    k: int
    n: int
    tier: Tier
    interval: tuple[float, float] | None = None
    point: float | None = None
    top: float = 1.0
    sentence: str
    caution: str = ""
    details: tuple[Detail, ...] = ()
    trend: Trend = Trend()
    for_ids: tuple[str, ...] = ()
    against_ids: tuple[str, ...] = ()
    for_deals: tuple[str, ...] = ()
    against_deals: tuple[str, ...] = ()
    unknown_ids: tuple[str, ...] = ()
    wrong_because: tuple[str, ...]
    question: str
    more_needed: str = ""
    balance: Balance | None = None
    plot: Plot = field(default_factory=Plot)


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """How much was logged: it stands beside how much was slipped.

    Attributes:
        talks: Negotiations of the period.
        debriefed: Those with a debrief.
        marks: Moments of both sides and undecided ones.
        same_day: Those written live or on the same day.
        repairs: Repairs made.
        logged, unlogged: Talks logged and not logged, in the weeks that were asked.
        coverage: Logged as part of both, 0 to 1, only where low enough to be shown.
    """

    talks: int = 0
    debriefed: int = 0
    marks: int = 0
    same_day: int = 0
    repairs: int = 0
    logged: int = 0
    unlogged: int = 0
    coverage: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Own moments of one step in one span of time.

    Attributes:
        handled, slips: How many moments.
        handled_ids, slip_ids: The negotiations they belong to.
    """

    handled: int = 0
    slips: int = 0
    handled_ids: tuple[str, ...] = ()
    slip_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Moments:
    """Own moments by step over time, slips and handled apart.

    Attributes:
        spans: The first day of each month, or Monday of each week, oldest first,
            without a gap.
        by_week: Whether the spans are weeks.
        rows: For each step as many cells as there are spans.
    """

    spans: tuple[date, ...] = ()
    by_week: bool = False
    rows: dict[Step, tuple[Cell, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What the negotiations of a period say.

    Attributes:
        blocks: Trust, winning, value, share, ego, interests.
        titles: Title of every negotiation that a block or a cell names.
        mended: Repairs and recovery, shown before all else.
        landings: The closing question deal by deal.
        ageing: How deals look later, and forecasts.
        self_rated: Where ratings and marks say two things.
        reread: Old debriefs rated again.
        answered: What was said to the statements, newest first.
    """

    period: Period
    blocks: tuple[Block, ...]
    volume: Volume
    moments: Moments
    titles: dict[str, str]
    mended: Mended
    landings: Landings
    ageing: Ageing
    self_rated: SelfRated
    reread: Reread
    answered: tuple[Answered, ...] = ()
