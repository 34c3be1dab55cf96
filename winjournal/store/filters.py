"""A filter's tree as SQL, for each of the three things the journal lists.

What is unknown matches no condition, so that `not` finds it (filter_match.py):
every condition here is true or false, never NULL.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    case,
    cast,
    false,
    func,
    not_,
    or_,
    select,
    true,
)
from sqlalchemy.types import REAL

from winjournal.domain.debrief import Debrief, Outcome
from winjournal.domain.filter_tree import (
    And,
    Everything,
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
from winjournal.domain.fold import fold
from winjournal.domain.moments import Moment
from winjournal.domain.negotiation import Counterparty, Negotiation
from winjournal.domain.standing import StatementResponse, contested_periods
from winjournal.domain.tags import TAXONOMY
from winjournal.domain.terms import Direction, Unit
from winjournal.domain.writing import Entry, InboxLine
from winjournal.store import due
from winjournal.store.mapping import mapped
from winjournal.store.names_of_people import ids_named
from winjournal.store.shapes import table_of
from winjournal.store.words import LIKE_MAX, texts_with

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from winjournal.domain.filter_tree import Filter

Law = ColumnElement[bool]
Leaves = dict[type, Callable[[Any], Law]]

_deal = table_of(Negotiation).c
_mark = table_of(Moment).c
_brief = table_of(Debrief).c
_entry = table_of(Entry).c
_line = table_of(InboxLine).c
_person = table_of(Counterparty).c

LINE_DAY = func.date(_line.at, _line.at_offset.concat(" minutes"))
"""The local date of a logged line, as text; its frozen table has none."""


def law_of(tree: Filter, leaves: Leaves) -> Law:
    """Return a tree as one condition; a leaf without a meaning matches nothing."""
    match tree:
        case Everything():
            return true()
        case And(parts):
            return and_(*(law_of(part, leaves) for part in parts))
        case Or(parts):
            return or_(*(law_of(part, leaves) for part in parts))
        case Not(part):
            return not_(law_of(part, leaves))
        case _:
            leaf = leaves.get(type(tree))
            return leaf(tree) if leaf else false()


class Laws:
    """Makes conditions for the rows of one snapshot.

    Args:
        connection: For the names and kinds, which are compared in Python.
        today: Local date, for what is due.
    """

    def __init__(self, connection: Connection, today: date) -> None:
        self._connection = connection
        self._today = today

    def deals(self, tree: Filter) -> Law:
        """Return the condition on negotiations."""
        return law_of(
            tree,
            {
                **_days(_deal.listed_on),
                Words: self._deal_words,
                With: lambda node: _deal.counterparty_id.in_(
                    self.people(node.name, node.is_whole)
                ),
                TagIs: _tagged,
                StepIs: _of_step,
                OutcomeIs: lambda node: _has_outcome(node.outcome),
                SphereIs: lambda node: _deal.sphere == node.sphere.value,
                KindIs: self._of_kind,
                Is: self._in_state,
                Has: _has_part,
                Over: _over,
            },
        )

    def entries(self, tree: Filter) -> Law:
        """Return the condition on entries that belong to no negotiation."""
        return law_of(
            tree,
            {
                **_days(_entry.written_date),
                Words: lambda node: _entry.id.in_(_refs(node)),
                Has: lambda node: true() if node.part is Part.ENTRY else false(),
            },
        )

    def lines(self, tree: Filter, named: Callable[[With], list[str]]) -> Law:
        """Return the condition on logged lines.

        Args:
            tree: The filter.
            named: Returns the ids of the lines that are with somebody.
        """
        return law_of(
            tree,
            {
                **_days(LINE_DAY, as_text=True),
                Words: lambda node: _line.id.in_(_refs(node)),
                With: lambda node: _line.id.in_(named(node)),
            },
        )

    def _deal_words(self, node: Words) -> Law:
        found = texts_with(node.text, is_whole=node.is_phrase).subquery()
        held = select(found.c.negotiation_id).where(found.c.negotiation_id.is_not(None))
        people = self.people(node.text, node.is_phrase)
        return or_(_deal.id.in_(held), _deal.counterparty_id.in_(people))

    def people(self, words: str, is_whole: bool) -> list[str]:
        """Return the ids of the people in one of whose names these words stand."""
        return ids_named(self._connection, words, is_whole=is_whole)

    def _of_kind(self, node: KindIs) -> Law:
        known = self._connection.execute(select(_deal.kind).distinct()).scalars()
        wanted = fold(node.kind[:LIKE_MAX])
        kinds = [
            kind
            for kind in known
            if kind is not None
            and (
                fold(kind) == wanted
                or (not node.is_whole and fold(kind).startswith(wanted))
            )
        ]
        return func.coalesce(_deal.kind.in_(kinds), False)

    def _in_state(self, node: Is) -> Law:
        match node.state:
            case State.OPEN:
                return _deal.closed_on.is_(None)
            case State.CLOSED:
                return _deal.closed_on.is_not(None)
            case State.SEALED:
                return _deal.prep_sealed_at.is_not(None)
            case State.UNDEBRIEFED:
                sealed = select(_brief.negotiation_id)
                return _deal.id.not_in(sealed.where(_brief.sealed_at.is_not(None)))
            case State.AGREED:
                return _has_outcome(Outcome.AGREED)
            case State.CONTESTED:
                return self._contested()
            case State.DUE:
                return self._due()

    def _contested(self) -> Law:
        shape = mapped(StatementResponse)
        said = map(shape.entity, self._connection.execute(select(*shape.columns)))
        days = [
            _deal.listed_on.between(p.start, p.end) for p in contested_periods(said)
        ]
        return or_(false(), *days)

    def _due(self) -> Law:
        waiting = (
            due.look_backs(self._today).with_only_columns(due.LOOK_BACK_OF),
            due.promises(self._today)
            .with_only_columns(due.PROMISE_OF)
            .where(due.PROMISE_OF.is_not(None)),
            due.repairs(self._today).with_only_columns(due.REPAIR_OF),
            due.debriefs(self._today, self._today).with_only_columns(_deal.id),
        )
        return or_(*(_deal.id.in_(query) for query in waiting))


def negotiations_that(connection: Connection, tree: Filter, today: date) -> Select[Any]:
    """Return a query for the ids of the negotiations that pass, oldest first."""
    law = Laws(connection, today).deals(tree)
    return select(_deal.id).where(law).order_by(_deal.listed_on, _deal.id)


def _refs(node: Words) -> Select[Any]:
    found = texts_with(node.text, is_whole=node.is_phrase).subquery()
    return select(found.c.ref)


def _days(day: ColumnElement[Any], *, as_text: bool = False) -> Leaves:
    def value(on: date) -> Any:
        return on.isoformat() if as_text else on

    return {
        Since: lambda node: day >= value(node.day),
        Until: lambda node: day <= value(node.day),
        On: lambda node: day.between(value(node.start), value(node.end)),
    }


def _tagged(node: TagIs) -> Law:
    named: Law = _mark.tag.in_(node.slugs)
    if node.step is not None:
        named = or_(named, _undecided(node.step.value))
    return _marked(and_(_mark.actor == node.actor.value, named))


def _of_step(node: StepIs) -> Law:
    slugs = [tag.slug for tag in TAXONOMY if tag.step is node.step]
    return _marked(or_(_mark.tag.in_(slugs), _undecided(node.step.value)))


def _undecided(step: str) -> Law:
    return and_(_mark.tag.is_(None), _mark.step_hint == step)


def _marked(law: Law) -> Law:
    return _deal.id.in_(select(_mark.negotiation_id).where(law))


def _has_outcome(outcome: Outcome) -> Law:
    ended = select(_brief.negotiation_id).where(_brief.outcome == outcome.value)
    return _deal.id.in_(ended)


def _has_part(node: Has) -> Law:
    match node.part:
        case Part.ENTRY:
            held = select(_entry.negotiation_id)
            return _deal.id.in_(held.where(_entry.negotiation_id.is_not(None)))
        case Part.MOMENTS:
            return _deal.id.in_(select(_mark.negotiation_id))
        case Part.DEBRIEF:
            return _deal.id.in_(select(_brief.negotiation_id))
        case Part.TERMS:
            return _deal.unit != Unit.NONE.value


def _over(node: Over) -> Law:
    """Return the condition on the over-capture index (MEASURES.md M1)."""
    low = cast(_deal.fair_low, REAL)
    middle = (low + func.coalesce(cast(_deal.fair_high, REAL), low)) / 2
    captured = cast(_brief.captured, REAL)
    more = case(
        (_deal.direction == Direction.MORE.value, captured - middle),
        (_deal.direction == Direction.LESS.value, middle - captured),
    )
    index = func.round(more / func.nullif(func.abs(middle), 0), 4)
    above = (
        select(_brief.negotiation_id)
        .where(_brief.negotiation_id == _deal.id, index > float(node.percent) / 100)
        .correlate(table_of(Negotiation))
    )
    return above.exists()
