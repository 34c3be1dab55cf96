"""A filter in SQL lets pass what the same filter lets pass in memory."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.conftest import START, HandClock
from tests.store.entities import DEAL, ENTRY, MOMENT, PERSON
from winjournal.domain.debrief import Debrief, Outcome
from winjournal.domain.filter_match import matches
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
from winjournal.domain.measures.over_capture import over_capture
from winjournal.domain.moments import Moment
from winjournal.domain.negotiation import Negotiation, Sphere
from winjournal.domain.standing import StatementResponse
from winjournal.domain.tags import TAXONOMY, Actor, Step
from winjournal.domain.terms import Direction, Terms, Unit
from winjournal.services.ids import SeededIds
from winjournal.store.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from winjournal.domain.dossier import Dossier
    from winjournal.domain.filter_tree import Filter
    from winjournal.services.ports import Writer
    from winjournal.store.store import SqlStore

MANY = 90
NAMES = ("Dana", "Dana Müller", "ACME & Co", "Émile", "mueller")
KINDS = (None, "salary", "Salary", "vendor deal", "Café")
WORDS = ("renewal", "anchor", "win-win", "café", "41,000", "Dana")
TAGS = [tag.slug for tag in TAXONOMY]


@dataclass(frozen=True)
class Row:
    """A negotiation as the filter in memory looks at it."""

    dossier: Dossier

    @property
    def title(self) -> str:
        return self.dossier.negotiation.title

    @property
    def person_id(self) -> str:
        return self.dossier.counterparty.id

    @property
    def names(self) -> tuple[str, ...]:
        person = self.dossier.counterparty
        return (person.name, *person.other_names)

    @property
    def text(self) -> str:
        notes = [moment.note or "" for moment in self.dossier.moments]
        bodies = [entry.body for entry in self.dossier.entries]
        return "\n".join([self.kind or "", *notes, *bodies])

    @property
    def outcome(self) -> Outcome | None:
        return self.dossier.debrief.outcome if self.dossier.debrief else None

    @property
    def sphere(self) -> Sphere:
        return self.dossier.negotiation.sphere

    @property
    def kind(self) -> str | None:
        return self.dossier.negotiation.kind

    @property
    def day(self) -> date:
        return self.dossier.negotiation.closed_on or self.dossier.negotiation.opened_on

    @property
    def over(self) -> Decimal | None:
        terms, debrief = self.dossier.negotiation.terms, self.dossier.debrief
        if terms.direction is None or debrief is None:
            return None
        found = over_capture(
            debrief.captured,
            terms.fair_low,
            terms.fair_high,
            more_is_better=terms.direction is Direction.MORE,
        )
        return found.index if found else None

    @property
    def moments(self) -> tuple[Moment, ...]:
        return self.dossier.moments

    @property
    def states(self) -> set[State]:
        deal, debrief = self.dossier.negotiation, self.dossier.debrief
        held = {
            State.OPEN: deal.is_open,
            State.CLOSED: not deal.is_open,
            State.SEALED: deal.is_sealed,
            State.UNDEBRIEFED: debrief is None or debrief.sealed_at is None,
            State.AGREED: self.outcome is Outcome.AGREED,
            State.CONTESTED: self.day.month == 2,
        }
        return {state for state, is_so in held.items() if is_so}

    @property
    def parts(self) -> set[Part]:
        held = {
            Part.ENTRY: bool(self.dossier.entries),
            Part.MOMENTS: bool(self.dossier.moments),
            Part.DEBRIEF: self.dossier.debrief is not None,
            Part.TERMS: self.dossier.negotiation.terms.unit is not Unit.NONE,
        }
        return {part for part, is_so in held.items() if is_so}


def put_many(writer: Writer, chance: random.Random) -> None:
    """Write negotiations that differ in all that a filter asks for."""
    for number, name in enumerate(NAMES):
        nicknames = (f"chief {number}",) if number else ()
        writer.put(replace(PERSON, id=f"p{number}", name=name, nicknames=nicknames))
    writer.put(
        StatementResponse(
            id="s",
            block="share",
            period="February 2026",
            answered_at=START,
            agrees=False,
            reason="a bad month",
            sentence="You take more.",
        )
    )
    for number in range(MANY):
        opened = date(2026, 1, 1) + timedelta(days=chance.randrange(60))
        closed = opened + timedelta(days=chance.randrange(9))
        deal = replace(
            DEAL,
            id=f"d{number:02}",
            title=" ".join(chance.sample(WORDS, 2)),
            counterparty_id=f"p{chance.randrange(len(NAMES))}",
            kind=chance.choice(KINDS),
            sphere=chance.choice(list(Sphere)),
            opened_on=opened,
            closed_on=chance.choice([None, closed]),
            prep_sealed_at=chance.choice([None, START]),
            terms=terms(chance),
        )
        writer.put(deal)
        put_parts(writer, deal, chance)


def terms(chance: random.Random) -> Terms:
    if chance.random() < 0.2:
        return Terms()
    low = chance.choice([None, Decimal(0), Decimal(90), Decimal(100)])
    high = None if low is None else chance.choice([None, low, low + 10])
    direction = chance.choice([None, Direction.MORE, Direction.LESS])
    return Terms(unit=Unit.MONEY, direction=direction, fair_low=low, fair_high=high)


def put_parts(writer: Writer, deal: Negotiation, chance: random.Random) -> None:
    for number in range(chance.randrange(4)):
        moment = replace(
            MOMENT,
            id=f"{deal.id}-{number}",
            negotiation_id=deal.id,
            tag=chance.choice([None, *TAGS]),
            step_hint=chance.choice([None, *Step]),
            actor=chance.choice(list(Actor)),
            note=chance.choice([None, *WORDS]),
        )
        writer.put(moment)
    if chance.random() < 0.3:
        body = chance.choice(WORDS)
        writer.put(replace(ENTRY, id=f"{deal.id}-e", negotiation_id=deal.id, body=body))
    if chance.random() < 0.6:
        outcome = chance.choice([*Outcome, *[Outcome.AGREED] * 5])
        captured = chance.choice([None, Decimal(80), Decimal(100), Decimal("110.5")])
        debrief = Debrief(
            id=f"{deal.id}-d", negotiation_id=deal.id, written_at=START,
            outcome=outcome, captured=captured if outcome is Outcome.AGREED else None,
            sealed_at=chance.choice([None, START]),
        )  # fmt: skip
        writer.put(debrief)


class Many:
    """A journal of negotiations, and the same as rows in memory."""

    def __init__(self, store: SqlStore) -> None:
        self.store = store
        with store.write("began", "it") as writer:
            put_many(writer, random.Random(4))
        with store.read() as reader:
            ids = reader.dossiers(Everything())
            self.rows = {id_: Row(reader.dossier(id_)) for id_ in ids}


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Many]:
    path = tmp_path_factory.mktemp("filters") / "j.db"
    store = open_store(path, HandClock(), SeededIds())
    yield Many(store)
    store.close()


def days() -> st.SearchStrategy[date]:
    return st.dates(date(2025, 12, 20), date(2026, 3, 20))


LEAVES: st.SearchStrategy[Filter] = st.one_of(
    st.just(Everything()),
    st.builds(Words, st.sampled_from([*WORDS, "anch", "DANA", "41", "nothing"])),
    st.builds(Words, st.sampled_from([*WORDS, "anch"]), is_phrase=st.just(True)),
    st.builds(
        TagIs,
        st.lists(st.sampled_from(TAGS), min_size=1, max_size=3).map(tuple),
        st.sampled_from(Actor),
        st.none() | st.sampled_from(Step),
        st.just("word"),
    ),
    st.builds(StepIs, st.sampled_from(Step)),
    st.builds(With, st.sampled_from(["dana", "muller", "emi", "acme"]), st.booleans()),
    st.builds(OutcomeIs, st.sampled_from(Outcome)),
    st.builds(SphereIs, st.sampled_from(Sphere)),
    st.builds(KindIs, st.sampled_from(["salary", "vendor", "cafe"]), st.booleans()),
    st.builds(Since, days()),
    st.builds(Until, days()),
    st.tuples(days(), days()).map(lambda pair: On(min(pair), max(pair))),
    st.builds(
        Is, st.sampled_from([state for state in State if state is not State.DUE])
    ),
    st.builds(Has, st.sampled_from(Part)),
    st.builds(Over, st.sampled_from([Decimal(0), Decimal(5), Decimal("10.5")])),
)


def trees(inner: st.SearchStrategy[Filter]) -> st.SearchStrategy[Filter]:
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return st.builds(And, several) | st.builds(Or, several) | st.builds(Not, inner)


@settings(max_examples=300, deadline=None)
@given(tree=st.recursive(LEAVES, trees, max_leaves=5))
def test_sql_and_memory_agree(tree: Filter, many: Many) -> None:
    passing = [id_ for id_, row in many.rows.items() if matches(tree, row)]
    with many.store.read() as reader, many.store.views() as views:
        assert list(reader.dossiers(tree)) == passing
        assert views.journal_count(tree) == len(passing)
        listed = [row.id for row in views.journal(tree, 0, 99)]
    assert sorted(listed) == sorted(passing)


def test_there_is_something_to_filter(many: Many) -> None:
    rows = many.rows.values()
    assert len(rows) == MANY
    assert sum(row.over is not None for row in rows) > 3
    assert {state for row in rows for state in row.states} == {
        state for state in State if state is not State.DUE
    }


def test_with_finds_somebody_by_any_of_their_names(many: Many) -> None:
    for words, person in (("chief 1", "p1"), (NAMES[1], "p1"), ("chief 2", "p2")):
        tree = With(words, is_whole=True)
        hers = [id_ for id_, row in many.rows.items() if row.person_id == person]
        with many.store.read() as reader:
            assert list(reader.dossiers(tree)) == hers
        assert hers
