"""Every action that writes can be undone and redone, to the byte."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from tests.services.conftest import HandClock
from tests.services.stories import LEAST, WHOLE, answers, begin, met
from winjournal.domain.debrief import Outcome, YesNoUnsure
from winjournal.domain.goalposts import ChangeReason
from winjournal.domain.later import PromiseState
from winjournal.domain.negotiation import Counterparty
from winjournal.domain.periods import Period
from winjournal.domain.tags import Actor, Step
from winjournal.domain.weeks import Week
from winjournal.domain.writing import Entry, InboxLine
from winjournal.services.bringing_in import Amendment
from winjournal.services.journal import Journal
from winjournal.services.prep import Wish, prep_of

Rows = dict[str, list[tuple[object, ...]]]

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31), "2026")

NO_ACTS = {"drafts.keep", "drafts.drop", "history.undo", "history.redo"}
"""What writes without being an act: drafts, and taking acts back themselves."""


@dataclass
class Stage:
    """A journal in the middle of things, for the acts to work on."""

    journal: Journal
    clock: HandClock

    def __post_init__(self) -> None:
        j = self.journal
        self.whole = begin(j).id
        self.least = begin(j, LEAST).id
        self.moment = j.marks.mark(self.whole, "ego", note="listed our awards")
        self.offer = j.deals.offer(self.whole, Actor.THEM, Decimal(40000))
        self.sitting = j.deals.sit(self.least, self.clock.now(), None, live=True)
        self.entry = j.writing.add("A quiet day.")
        self.dana = j.people.named("Dana")
        self.lonely = self._lonely()
        begin(j, replace(WHOLE, person="Away", title="Far off"))
        self.away = j.people.archive(j.people.named("Away").id)
        self.promise = j.later.promise(self.dana.id, Actor.ME, "send the SLA draft")
        self.line = j.inbox.log("felt rushed on the phone @ego")[0]
        self.slip = j.marks.mark(self.whole, "misled")
        self.repair = j.repairs.add(self.whole, "say so", moment_id=self.slip.id)
        self.made = j.repairs.done(j.repairs.add(self.whole, "call back").id)
        self.word = j.outside.receive(self.whole, by="witness", words="fine")
        self.closed = begin(j, replace(WHOLE, title="Kiln lease", person="Kiln")).id
        j.debriefs.save(answers(j, self.closed), met(j, self.closed))
        self.follow_up = j.deals.read(self.closed).follow_ups[0]
        self.week = Week.of(self.clock.now().date())
        self.vow = j.weeks.vow(self.week, "I hear cheaper", "I ask one question")
        j.tags.add("rush", Step.EGO)
        j.marks.mark(self.least, "rush")
        j.tags.add("hurry", Step.EGO)
        j.tags.archive("hurry")
        self.clock.pass_(minutes=1)

    def _lonely(self) -> Counterparty:
        made = begin(self.journal, replace(LEAST, person="Nobody", title="Gone"))
        self.journal.deals.remove(made.id)
        return self.journal.people.named("Nobody")

    def unfiled(self) -> InboxLine:
        return self.journal.inbox.lines()[0]


def _edit(s: Stage) -> None:
    dossier = s.journal.deals.read(s.whole)
    prep = replace(prep_of(dossier), title="Acme, renewed", my_criteria=())
    s.journal.deals.edit(s.whole, prep, dossier.negotiation.version)


def _file_known(s: Stage) -> None:
    begin(s.journal, replace(LEAST, person="Nora", title="Van hire"))
    line = replace(
        s.line, id=s.line.id[:-1] + "0", line="Nora, van hire. @trust+ on time"
    )
    with s.journal.store.write("logged", "x") as writer:
        writer.put(line)
    assert s.journal.inbox.file_known() == 1


def _item(s: Stage) -> str:
    return s.journal.deals.read(s.whole).value_items[0].id


def _edited(s: Stage) -> Amendment:
    return Amendment(
        kind=Entry, id=s.entry.id, field="body", before="A quiet day.",
        after="A loud day.", label="a page",
    )  # fmt: skip


def _gap(s: Stage) -> str:
    return s.journal.deals.read(s.whole).information_gaps[0].id


ACTS: dict[str, Callable[[Stage], object]] = {
    "deals.create": lambda s: begin(s.journal, replace(WHOLE, person="Sam")),
    "deals.edit": _edit,
    "deals.remove": lambda s: s.journal.deals.remove(s.closed),
    "deals.share": lambda s: s.journal.deals.share(s.whole, Actor.ME),
    "deals.seal": lambda s: s.journal.deals.seal(s.whole),
    "deals.change_goalpost": lambda s: s.journal.deals.change_goalpost(
        s.whole, Actor.ME, "3 years", ChangeReason.LEVERAGE, announced=False,
        wishes=(Wish(text="3 years"),),
    ),
    "deals.offer": lambda s: s.journal.deals.offer(s.whole, Actor.THEM, Decimal(39000)),
    "deals.drop_offer": lambda s: s.journal.deals.drop_offer(s.offer.id),
    "deals.sit": lambda s: s.journal.deals.sit(
        s.whole, s.clock.now(), s.clock.now() + timedelta(hours=1)
    ),
    "deals.end_sitting": lambda s: s.journal.deals.end_sitting(s.sitting.id),
    "marks.mark": lambda s: s.journal.marks.mark(s.least, "honest", Actor.THEM),
    "marks.edit": lambda s: s.journal.marks.edit(replace(s.moment, strength=3)),
    "marks.flip": lambda s: s.journal.marks.flip(s.moment),
    "marks.remove": lambda s: s.journal.marks.remove(s.moment.id),
    "tags.add": lambda s: s.journal.tags.add("silence", Step.EGO),
    "tags.rename": lambda s: s.journal.tags.rename("rush", "haste"),
    "tags.merge": lambda s: s.journal.tags.merge("rush", "hurry"),
    "tags.archive": lambda s: s.journal.tags.archive("rush"),
    "tags.restore": lambda s: s.journal.tags.restore("hurry"),
    "debriefs.save": lambda s: s.journal.debriefs.save(
        replace(answers(s.journal, s.whole), outcome=Outcome.WALKED_AWAY,
                captured=None, final_offer=Decimal(35000)), met(s.journal, s.whole)
    ),
    "debriefs.seal": lambda s: s.journal.debriefs.seal(s.closed),
    "later.promise": lambda s: s.journal.later.promise(s.dana.id, Actor.THEM, "x"),
    "later.settle": lambda s: s.journal.later.settle(s.promise.id, PromiseState.KEPT),
    "later.drop_promise": lambda s: s.journal.later.drop_promise(s.promise.id),
    "later.answer": lambda s: s.journal.later.answer(
        replace(s.follow_up, deal_again=YesNoUnsure.YES, my_sat_now=4)
    ),
    "later.skip": lambda s: s.journal.later.skip(s.follow_up),
    "outside.ask": lambda s: s.journal.outside.ask(s.closed),
    "outside.receive": lambda s: s.journal.outside.receive(s.closed, sat=5),
    "outside.drop": lambda s: s.journal.outside.drop(s.word.id),
    "repairs.add": lambda s: s.journal.repairs.add(s.whole, "tell her"),
    "repairs.done": lambda s: s.journal.repairs.done(s.repair.id, "she laughed"),
    "repairs.reopen": lambda s: s.journal.repairs.reopen(s.made.id),
    "repairs.drop": lambda s: s.journal.repairs.drop(s.repair.id),
    "worth.show_value": lambda s: s.journal.worth.show_value(_item(s)),
    "worth.tell": lambda s: s.journal.worth.tell(_gap(s)),
    "statements.agree": lambda s: s.journal.statements.agree(
        YEAR, Step.EGO, "Ego was tagged in 1 of 1 reviewed talks."
    ),
    "statements.contest": lambda s: s.journal.statements.contest(
        YEAR, Step.EGO, "Ego was tagged in 1 of 1 reviewed talks.", "she asked me to"
    ),
    "statements.rate_again": lambda s: s.journal.statements.rate_again(
        s.closed, 3, (1, 2, 3, 4, 5)
    ),
    "bringing_in.take": lambda s: s.journal.bringing_in.take(
        {"counterparty": [replace(s.dana, id="mara", name="Mara")]}, "a file"
    ),
    "bringing_in.amend": lambda s: s.journal.bringing_in.amend(
        [_edited(s)], "a folder"
    ),
    "people.edit": lambda s: s.journal.people.edit(replace(s.dana, alias="D.")),
    "people.archive": lambda s: s.journal.people.archive(s.dana.id),
    "people.bring_back": lambda s: s.journal.people.bring_back(s.away.id),
    "people.merge": lambda s: s.journal.people.merge(s.dana.id, s.away.id),
    "people.remove": lambda s: s.journal.people.remove(s.lonely.id),
    "weeks.save": lambda s: s.journal.weeks.save(s.week, reflection="# calm"),
    "weeks.vow": lambda s: s.journal.weeks.vow(s.week, "they sigh", "I wait"),
    "weeks.test_vow": lambda s: s.journal.weeks.test_vow(
        s.vow.id, s.whole, occurred=True, kept=False
    ),
    "weeks.seal": lambda s: s.journal.weeks.seal(s.week),
    "writing.add": lambda s: s.journal.writing.add("# x", negotiation_id=s.whole),
    "writing.edit": lambda s: s.journal.writing.edit(s.entry.id, "Louder."),
    "writing.remove": lambda s: s.journal.writing.remove(s.entry.id),
    "inbox.log": lambda s: s.journal.inbox.log("Dana: @ego again"),
    "inbox.edit": lambda s: s.journal.inbox.edit(s.line.id, "yesterday: rushed"),
    "inbox.file": lambda s: s.journal.inbox.file(s.line.id, s.least),
    "inbox.file_known": _file_known,
    "inbox.drop": lambda s: s.journal.inbox.drop(s.line.id),
}  # fmt: skip


def _rows(connection: Any, name: str) -> list[tuple[object, ...]]:
    return list(connection.execute(f"SELECT * FROM {name}"))


def everything(path: Path) -> Rows:
    """Return every row of every table but the acts, the chain and their sums.

    The search index gives a document a new number when it comes back, which
    nothing points at; its words are compared.
    """
    connection = dbapi2.connect(str(path))
    try:
        names = [
            str(row[0])
            for row in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table'"
                " AND name NOT LIKE 'search_fts%'"
                " AND name NOT IN ('act', 'link', 'row_sum')"
            )
        ]
        return {
            name: sorted(
                (row[name == "search_doc" :] for row in _rows(connection, name)),
                key=repr,
            )
            for name in names
        }
    finally:
        connection.close()


@pytest.mark.parametrize("name", sorted(ACTS))
def test_undo_takes_back_all_and_redo_brings_it_again(
    name: str, journal: Journal, clock: HandClock, tmp_path: Path
) -> None:
    stage = Stage(journal, clock)
    before = everything(tmp_path / "j.db")
    ACTS[name](stage)
    after = everything(tmp_path / "j.db")
    assert after != before
    acts = 3 if name == "inbox.file_known" else 1
    for _ in range(acts):
        journal.history.undo()
    assert everything(tmp_path / "j.db") == before
    for _ in range(acts):
        journal.history.redo()
    assert everything(tmp_path / "j.db") == after


def test_the_table_names_every_method_that_writes() -> None:
    writing = set()
    for field in fields(Journal):
        kind = inspect.get_annotations(Journal, eval_str=True)[field.name]
        for method, function in inspect.getmembers(kind, inspect.isfunction):
            source = inspect.getsource(function)
            acts = ("_store.write(", "_store.draft(", "_store.undo", "_store.redo")
            if not method.startswith("_") and any(a in source for a in acts):
                writing.add(f"{field.name}.{method}")
    writing |= {"marks.flip", "worth.show_value", "worth.tell"}
    writing |= {"statements.agree", "statements.contest"}
    assert writing - NO_ACTS == set(ACTS)
