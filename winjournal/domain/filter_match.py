"""Filters in memory: whether a row is what was asked for."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING, Protocol

from winjournal.domain.filter_tree import (
    And,
    Everything,
    Filter,
    Has,
    Is,
    KindIs,
    Not,
    On,
    Or,
    OutcomeIs,
    Over,
    Part,
    Since,
    SphereIs,
    State,
    StepIs,
    TagIs,
    Until,
    With,
    Words,
)
from winjournal.domain.fold import fold, has_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date
    from decimal import Decimal

    from winjournal.domain.debrief import Outcome
    from winjournal.domain.negotiation import Sphere
    from winjournal.domain.tags import Actor, Step


class Mark(Protocol):
    """What a filter needs of a moment; `moments.Moment` is one."""

    @property
    def tag(self) -> str | None:
        """The slug; None while undecided."""

    @property
    def actor(self) -> Actor:
        """Whose deed."""

    @property
    def step(self) -> Step | None:
        """The step, of an undecided mark the one that was typed."""


class Row(Protocol):
    """What a filter needs of a negotiation, an entry or a line."""

    @property
    def title(self) -> str:
        """The title; empty for what has none."""

    @property
    def names(self) -> Sequence[str]:
        """The counterparty's name, alias and nicknames; empty for what has none."""

    @property
    def text(self) -> str:
        """All other words that can be searched."""

    @property
    def outcome(self) -> Outcome | None:
        """How it ended; None where nobody said."""

    @property
    def sphere(self) -> Sphere | None:
        """The part of life; None for what has none."""

    @property
    def kind(self) -> str | None:
        """The free kind."""

    @property
    def day(self) -> date:
        """The local day it stands under."""

    @property
    def over(self) -> Decimal | None:
        """The over-capture index (M1), +0.20 for 20 % more; None if unknown."""

    @property
    def moments(self) -> Iterable[Mark]:
        """Its marks."""

    @property
    def states(self) -> Collection[State]:
        """Which of the states it is in."""

    @property
    def parts(self) -> Collection[Part]:
        """Which of the parts it has."""


@singledispatch
def matches(tree: Filter, row: Row) -> bool:
    """Return whether `row` is what the filter asks for.

    What is unknown matches no condition, so `not` finds it.
    """
    raise TypeError(f"{type(tree).__name__} is no filter")


@matches.register(Everything)
def _(tree: Everything, row: Row) -> bool:
    return True


@matches.register(And)
def _(tree: And, row: Row) -> bool:
    return all(matches(part, row) for part in tree.parts)


@matches.register(Or)
def _(tree: Or, row: Row) -> bool:
    return any(matches(part, row) for part in tree.parts)


@matches.register(Not)
def _(tree: Not, row: Row) -> bool:
    return not matches(tree.part, row)


@matches.register(Words)
def _(tree: Words, row: Row) -> bool:
    texts = (row.title, *row.names, row.text)
    return any(has_words(text, tree.text, is_whole=tree.is_phrase) for text in texts)


@matches.register(TagIs)
def _(tree: TagIs, row: Row) -> bool:
    return any(
        mark.actor is tree.actor
        and (
            mark.tag in tree.slugs
            or (mark.tag is None and tree.step is not None and mark.step is tree.step)
        )
        for mark in row.moments
    )


@matches.register(StepIs)
def _(tree: StepIs, row: Row) -> bool:
    return any(mark.step is tree.step for mark in row.moments)


@matches.register(With)
def _(tree: With, row: Row) -> bool:
    return any(has_words(n, tree.name, is_whole=tree.is_whole) for n in row.names if n)


@matches.register(OutcomeIs)
def _(tree: OutcomeIs, row: Row) -> bool:
    return row.outcome is tree.outcome


@matches.register(SphereIs)
def _(tree: SphereIs, row: Row) -> bool:
    return row.sphere is tree.sphere


@matches.register(KindIs)
def _(tree: KindIs, row: Row) -> bool:
    kind, wanted = fold(row.kind or ""), fold(tree.kind)
    return kind == wanted or (not tree.is_whole and kind.startswith(wanted))


@matches.register(Since)
def _(tree: Since, row: Row) -> bool:
    return row.day >= tree.day


@matches.register(Until)
def _(tree: Until, row: Row) -> bool:
    return row.day <= tree.day


@matches.register(On)
def _(tree: On, row: Row) -> bool:
    return tree.start <= row.day <= tree.end


@matches.register(Is)
def _(tree: Is, row: Row) -> bool:
    return tree.state in row.states


@matches.register(Has)
def _(tree: Has, row: Row) -> bool:
    return tree.part in row.parts


@matches.register(Over)
def _(tree: Over, row: Row) -> bool:
    return row.over is not None and row.over > tree.percent / 100
