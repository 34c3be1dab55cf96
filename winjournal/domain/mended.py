"""Repairs and recovery: what was done about slips, told before anything else."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from winjournal.domain.panels import Mended
from winjournal.domain.statements_after import (
    NO_REPAIRS,
    RECOVERY,
    RECOVERY_MINUTES,
    REPAIR_DAYS,
    REPAIRS,
    median_days,
    median_minutes,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from winjournal.domain.afterwards import Afterwards
    from winjournal.domain.tally import View


def mended(seen: View, after: Afterwards) -> Mended:
    """Return the repairs written down in the period, and how soon ego was let go.

    Every repair counts, also one whose day has not come: what is counted is what was
    done. An own moment of ego counts where it happened in a sitting of a negotiation
    of the period.
    """
    repairs = sorted(
        (one for one in after.mends if one.made_on in seen.period),
        key=lambda one: (one.made_on, one.id),
    )
    done = [one for one in repairs if one.done_on is not None]
    days = [(one.done_on - one.made_on).days for one in done if one.done_on]
    place = {talk.id: at for at, talk in enumerate(seen.inside)}
    egos = sorted(
        (one for one in after.recoveries if one.negotiation_id in place),
        key=lambda one: place[one.negotiation_id],
    )
    back = [one for one in egos if one.minutes is not None]
    minutes = [one.minutes for one in back if one.minutes is not None]
    return Mended(
        made=len(done),
        repairs=len(repairs),
        days=float(median(days)) if days else None,
        let_go=len(back),
        egos=len(egos),
        minutes=median(minutes) if minutes else None,
        made_ids=_once(one.negotiation_id for one in done),
        open_ids=_once(one.negotiation_id for one in repairs if one.done_on is None),
        let_go_ids=_once(one.negotiation_id for one in back),
        held_ids=_once(one.negotiation_id for one in egos if one.minutes is None),
    )


def say_mended(found: Mended) -> tuple[str, ...]:
    """Return repairs and recovery in words, each with its n."""
    said = NO_REPAIRS
    if found.repairs:
        said = REPAIRS.format(made=found.made, n=found.repairs)
        if found.days is not None:
            said += REPAIR_DAYS.format(days=median_days(found.days))
    if not found.egos:
        return (said,)
    back = RECOVERY.format(let_go=found.let_go, egos=found.egos)
    if found.minutes is not None:
        back += RECOVERY_MINUTES.format(minutes=median_minutes(found.minutes))
    return said, back


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
