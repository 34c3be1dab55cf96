"""Marks as a strip: mine, and after a stroke theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.cli.output import Span
from winjournal.domain.tags import Actor, Polarity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from winjournal.services.views import Mark

_MOST = 12
_SIGNS = {
    Polarity.HANDLED: ("■", "#", "green"),
    Polarity.SLIP: ("□", "o", "orange"),
    Polarity.NEUTRAL: ("·", "-", ""),
    None: ("◇", "?", ""),
}


def strip_of(marks: Sequence[Mark], *, draws_marks: bool) -> tuple[Span, ...]:
    """Return marks as `■□2◇/■`: mine in order of time, after the stroke theirs.

    Args:
        marks: In order of time.
        draws_marks: Whether signs may be other than ASCII.
    """
    sides = [[m for m in marks if m.actor is side] for side in Actor]
    spans = [_sign(mark, draws_marks) for mark in sides[0][:_MOST]]
    spans += _rest(sides[0])
    if sides[1]:
        spans.append(Span("/", "faint"))
        spans += [
            Span(_sign(mark, draws_marks).text, "faint") for mark in sides[1][:_MOST]
        ]
        spans += _rest(sides[1])
    return tuple(spans)


def _sign(mark: Mark, draws_marks: bool) -> Span:
    drawn, plain, style = _SIGNS[mark.polarity]
    strength = str(mark.strength) if mark.strength > 1 else ""
    return Span((drawn if draws_marks else plain) + strength, style)


def _rest(marks: list[Mark]) -> list[Span]:
    over = len(marks) - _MOST
    return [Span(f"+{over}", "faint")] if over > 0 else []
