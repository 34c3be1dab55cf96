"""What was seen at the table: the moments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.moments import Moment, Precision, Recorded
from winjournal.domain.tags import Polarity, find_tag
from winjournal.exchange.blocks import items, section
from winjournal.exchange.literal import literal, literal_lines
from winjournal.exchange.values import at_offset, whose, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from winjournal.domain.negotiation import Sitting

_SIGN = {Polarity.HANDLED: "■", Polarity.SLIP: "□", Polarity.NEUTRAL: "·"}
_UNDECIDED = "◇"
_WRITTEN = {
    Recorded.LIVE: "live",
    Recorded.SAME_DAY: "the same day",
    Recorded.LATER: "later",
}


def moments_section(
    moments: Sequence[Moment], sittings: Sequence[Sitting], level: int
) -> list[str]:
    """Return every moment with its time, tag, side, strength and words."""
    places = {sitting.id: number for number, sitting in enumerate(sittings, start=1)}
    lines = [_moment(moment, places.get(moment.sitting_id or "")) for moment in moments]
    return section("Moments", level, [items(*lines)])


def _moment(moment: Moment, sitting: int | None) -> str:
    about = "about " if moment.precision is Precision.APPROX else ""
    sign, name, kind = _tag(moment)
    facts = [
        *kind,
        whose(moment.actor),
        f"strength {moment.strength}",
        f"written {_WRITTEN[moment.recorded]}",
        *([f"sitting {sitting}"] if sitting else []),
    ]
    note = f": {literal_lines(moment.note, '  ')}" if moment.note else ""
    when = f"{about}{at_offset(moment.at)}"
    return f"{when} {sign} {name} ({', '.join(facts)}){note}"


def _tag(moment: Moment) -> tuple[str, str, list[str]]:
    """Return sign and name of a mark, and what kind of tag it is."""
    if not moment.tag:
        step = [f"step {words(moment.step_hint)}"] if moment.step_hint else []
        return _UNDECIDED, "Undecided", step
    polarity = moment.polarity or Polarity.NEUTRAL
    tag = find_tag(moment.tag)
    if tag is None:
        return _SIGN[polarity], literal(moment.tag), ["a tag of my own"]
    return _SIGN[polarity], tag.label, [tag.slug, words(polarity)]
