"""What came after the talks, as the character report reads it; see `facts` for them.

Kept apart from the record, for the measures of most steps need none of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from winjournal.domain.debrief import YesNoUnsure
from winjournal.domain.later import Commitments, Discovered
from winjournal.domain.standing import StatementResponse


@dataclass(frozen=True, slots=True, kw_only=True)
class Mend:
    """A repair as the report sees it.

    Attributes:
        made_on: Local date on which it was written down.
        due: None for no date.
        done_on: None while it is open.
    """

    id: str
    negotiation_id: str
    made_on: date
    due: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """An own moment of ego in a sitting.

    Attributes:
        minutes: Until it was let go in the same sitting; None: it was not.
    """

    negotiation_id: str
    minutes: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One look back at a negotiation, `day` days after closing; None is unknown.

    Attributes:
        their_sat: Their rating, 1 to 7, where it is their own word.
    """

    negotiation_id: str
    day: int
    due: date
    answered: bool = False
    they_discovered: Discovered | None = None
    my_commitments: Commitments | None = None
    swap_sign: YesNoUnsure | None = None
    deal_again: YesNoUnsure | None = None
    their_sat: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """Ratings of one debrief given again without seeing the old ones."""

    id: str
    negotiation_id: str
    rated_on: date
    my_sat: int | None = None
    step_self: tuple[int, int, int, int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Afterwards:
    """All that came after, over the whole journal, in no certain order.

    Attributes:
        hours: By negotiation the local hour, 0 to 23, at which its first sitting
            began.
        responses: What was said to the report's own statements.
    """

    mends: tuple[Mend, ...] = ()
    recoveries: tuple[Recovered, ...] = ()
    looks: tuple[Look, ...] = ()
    again: tuple[Again, ...] = ()
    hours: dict[str, int] = field(default_factory=dict)
    responses: tuple[StatementResponse, ...] = ()


NOTHING_AFTER = Afterwards()
