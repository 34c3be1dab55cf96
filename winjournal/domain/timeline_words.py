"""What a timeline says: terms, reasons, what is missing, then and now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.debrief import Outcome
from winjournal.domain.goalposts import ChangeReason
from winjournal.domain.later import SatSource
from winjournal.domain.terms import Direction, short_number

if TYPE_CHECKING:
    from winjournal.domain.debrief import Debrief
    from winjournal.domain.dossier import Dossier
    from winjournal.domain.goalposts import Goalpost
    from winjournal.domain.later import FollowUp
    from winjournal.domain.terms import Terms

OUTCOMES = {
    Outcome.AGREED: "agreed",
    Outcome.WALKED_AWAY: "walked away",
    Outcome.THEY_WALKED: "they walked",
    Outcome.BOTH_STOPPED: "both stopped",
    Outcome.OPEN: "open",
}
SOURCES = {
    SatSource.TOLD_ME: "told me",
    SatSource.IN_WRITING: "in writing",
    SatSource.THIRD_PARTY: "by a third party",
    SatSource.MY_READING: "my reading",
    SatSource.NO_ANSWER: "no answer",
}
FEW = 2
"""So many missing answers are named; of more, how many there are."""

_REASONS = {
    ChangeReason.INITIAL: "",
    ChangeReason.CIRCUMSTANCES: "circumstances",
    ChangeReason.NEW_INFORMATION: "new information",
    ChangeReason.LEVERAGE: "leverage",
    ChangeReason.CORRECTION: "a correction",
    ChangeReason.UNKNOWN: "reason unknown",
}
_SIDES = {Direction.MORE: "below", Direction.LESS: "above", None: "at"}


def say_terms(terms: Terms) -> str:
    """Return the terms in one line: `fair 38k – 46k, market    leave below 36k`."""  # noqa: RUF002 - an en dash is what stands between figures
    parts = [say_range(terms), say_line(terms)]
    return "    ".join(part for part in parts if part)


def say_range(terms: Terms) -> str:
    """Return the fair range and its basis, empty where there is none."""
    if terms.fair_low is None:
        return ""
    ends = [short_number(terms.fair_low)]
    if terms.fair_high is not None and terms.fair_high != terms.fair_low:
        ends.append(short_number(terms.fair_high))
    basis = terms.fair_basis.value.replace("-", " ") if terms.fair_basis else ""
    range_ = " – ".join(ends)  # noqa: RUF001 - an en dash is what stands between figures
    return f"fair {range_}, {basis}" if basis else f"fair {range_}"


def say_line(terms: Terms) -> str:
    """Return the walk-away line: `leave below 36k`, or in its own words."""
    if terms.walk_away is not None:
        return f"leave {_SIDES[terms.direction]} {short_number(terms.walk_away)}"
    return f"leave: {terms.walk_away_text}" if terms.walk_away_text else ""


def say_reason(goalpost: Goalpost) -> str:
    """Return why a goalpost changed: `new information, announced: a rival quote`."""
    reason = _REASONS[goalpost.change_reason]
    if not reason:
        return ""
    openly = {True: ", announced", False: ", not announced", None: ""}
    why = f": {goalpost.what_changed}" if goalpost.what_changed else ""
    return f"{reason}{openly[goalpost.announced]}{why}"


def say_unanswered(dossier: Dossier) -> str:
    """Return what a debrief still lacks, and what marks are undecided."""
    missing = dossier.unanswered()
    undecided = sum(moment.tag is None for moment in dossier.moments)
    said: list[str] = []
    if len(missing) > FEW:
        said.append(f"{len(missing)} still to answer")
    elif missing:
        said.append(f"still to answer: {', '.join(missing)}")
    if undecided:
        said.append(f"{undecided} {'mark' if undecided == 1 else 'marks'} undecided")
    return "; ".join(said)


def say_look_back(one: FollowUp) -> str:
    """Return what they said when they were asked again."""
    if one.their_sat is None:
        return ""
    source = f", {SOURCES[one.their_sat_source]}" if one.their_sat_source else ""
    return f"they say {one.their_sat} of 7{source}"


def say_then_and_now(one: FollowUp, debrief: Debrief | None) -> str:
    """Return what was said at the end and what is said now, beside each other.

    For example `they: guessed 5, now 4    me: then 6, now 5    again: 70 %, now yes`.
    """
    then = (
        (debrief.their_sat_pred, debrief.my_sat, debrief.deal_again_prob)
        if debrief
        else (None, None, None)
    )
    pairs = (
        ("they", "guessed", then[0], one.their_sat),
        ("me", "then", then[1], one.my_sat_now),
        ("again", "then", f"{then[2]} %" if then[2] is not None else None,
         one.deal_again.value if one.deal_again else None),
    )  # fmt: skip
    return "    ".join(
        f"{who}: {word} {_or_dash(old)}, now {_or_dash(new)}"
        for who, word, old, new in pairs
        if old is not None or new is not None
    )


def _or_dash(value: object) -> str:
    return "?" if value is None else str(value)
