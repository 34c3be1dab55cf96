"""What was purged is in no byte of the file or its log, and the chain still holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.conftest import HandClock
from tests.services.stories import WHOLE, answers, begin, met
from winjournal.bootstrap import open_journal
from winjournal.domain.errors import Conflict, NotFound
from winjournal.domain.sought import Sought
from winjournal.domain.tags import Actor
from winjournal.domain.trash import Doomed
from winjournal.services.ids import SeededIds
from winjournal.services.journal import Journal
from winjournal.services.together import Together

MARKER = "Quokkafjord"
"""A word that stands in everything that is purged, and nowhere else."""


def whole_deal(journal: Journal, clock: HandClock, person: str) -> str:
    """Write a deal with the marker in each kind of thing, sealed and debriefed."""
    deal = begin(
        journal,
        replace(
            WHOLE, title=f"{MARKER} lease", person=person, my_win=f"{MARKER} signs",
            value_case=f"we know {MARKER}",
        ),
    )  # fmt: skip
    journal.deals.seal(deal.id)
    clock.pass_(days=1)
    journal.marks.mark(deal.id, "ego", note=f"shouted {MARKER}")
    journal.inbox.log(f'%"{person}" said {MARKER} twice. @ego+')
    journal.writing.add(f"All about {MARKER}.", negotiation_id=deal.id)
    journal.deals.offer(deal.id, Actor.THEM, None, f"{MARKER} for two")
    promised = journal.later.promise(
        deal.counterparty_id, Actor.ME, f"send {MARKER}", negotiation_id=deal.id
    )
    journal.later.drop_promise(promised.id)
    journal.drafts.keep(f"prep:{deal.id}", "form", f"more {MARKER}")
    journal.debriefs.save(
        replace(answers(journal, deal.id), happened=f"{MARKER} happened"),
        met(journal, deal.id),
    )
    journal.debriefs.seal(deal.id)
    return deal.id


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "j.db"


@pytest.fixture
def journal(path: Path, clock: HandClock) -> Iterator[Journal]:
    opened = open_journal(path, clock=clock, ids=SeededIds(1))
    begin(opened, replace(WHOLE, title="Van hire", person="Marsh"))
    yield opened
    opened.store.close()


def files_with(path: Path, word: str) -> list[str]:
    """Return the files of a journal in which a word stands, however it is cased."""
    return [
        file.name
        for file in sorted(path.parent.glob("j.db*"))
        if word.lower().encode() in file.read_bytes().lower()
    ]


def test_a_purged_negotiation_is_in_no_byte(
    journal: Journal, clock: HandClock, path: Path
) -> None:
    id_ = whole_deal(journal, clock, "Ruth")
    before = journal.history.verify()
    assert files_with(path, MARKER)
    doomed = journal.purging.look("negotiation", id_)
    assert (doomed.name, doomed.deals) == (f"{MARKER} lease", (id_,))
    done = journal.purging.purge(doomed)
    assert files_with(path, MARKER) == []
    assert done.is_scrubbed
    assert done.still == {}
    assert done.links == before.links == 2
    after = journal.history.verify()
    assert (after.chains, after.links, after.broken) == (
        before.chains, before.links, (),
    )  # fmt: skip
    assert list(journal.reading.find(Sought(literal=MARKER), 9)) == []
    assert [row.person.name for row in journal.people.rows()] == ["Marsh", "Ruth"]
    with pytest.raises(NotFound):
        journal.purging.purge(doomed)
    # what others did stays, and can still be undone
    assert "Van hire" in [d.title for d in journal.reading.today().under_way]
    assert journal.history.undo().subject == "Van hire"


def test_a_purged_person_is_in_no_byte(
    journal: Journal, clock: HandClock, path: Path
) -> None:
    whole_deal(journal, clock, f"{MARKER} Ltd")
    begin(journal, replace(WHOLE, title="Second", person=f"{MARKER} Ltd"))
    begin(journal, replace(WHOLE, title="Third", person=f"{MARKER} Ltd"))
    journal.inbox.log(f"{MARKER} Ltd: felt rushed")
    person = journal.people.named(f"{MARKER} Ltd")
    journal.later.promise(person.id, Actor.THEM, f"{MARKER} sends papers")
    doomed = journal.purging.look("counterparty", person.id)
    assert (len(doomed.deals), len(doomed.lines)) == (3, 1)
    done = journal.purging.purge(doomed)
    assert done.rows > 20
    assert files_with(path, MARKER) == []
    assert journal.history.verify().broken == ()


def test_words_that_stand_elsewhere_are_told_of(
    journal: Journal, clock: HandClock
) -> None:
    whole_deal(journal, clock, "Ruth")
    journal.writing.add("I keep thinking of Ruth.")
    done = journal.purging.purge(
        journal.purging.look("counterparty", journal.people.named("Ruth").id)
    )
    assert done.still == {"entry": 1}


def test_the_trash_holds_what_undo_and_redo_bring_back(
    journal: Journal, clock: HandClock, path: Path
) -> None:
    assert journal.purging.trash() == ()
    id_ = whole_deal(journal, clock, "Ruth")
    journal.inbox.log(f"thought of {MARKER}")
    journal.history.undo()
    clock.pass_(minutes=1)
    journal.deals.remove(id_)
    trash = journal.purging.trash()
    assert [(one.what, one.is_undone) for one in trash[:1]] == [("deleted", False)]
    assert trash[0].subject == f"{MARKER} lease"
    assert trash[0].rows > 10
    done = journal.purging.empty()
    assert done.acts > 5
    assert done.links == 2
    assert files_with(path, MARKER) == []
    assert journal.purging.trash() == ()
    assert journal.history.verify().broken == ()
    with pytest.raises(NotFound, match="left to undo"):
        journal.history.undo()


def test_what_was_undone_is_in_the_trash_until_the_next_act(journal: Journal) -> None:
    journal.writing.add("a page")
    journal.history.undo()
    (one,) = journal.purging.trash()
    assert (one.what, one.is_undone, one.rows) == ("wrote", True, 1)


def test_a_draft_of_what_is_there_stays_when_the_trash_is_emptied(
    journal: Journal, clock: HandClock
) -> None:
    id_ = whole_deal(journal, clock, "Ruth")
    journal.drafts.keep("line", "line", "half a line")
    journal.purging.empty()
    assert [d.owner for d in journal.drafts.waiting()] == [f"prep:{id_}", "line"]


def test_nothing_is_purged_within_another_act(journal: Journal) -> None:
    with journal.store.write("brought in", "it") as writer:
        inner = Together(journal.store, writer)
        assert inner.trash() == ()
        with pytest.raises(Conflict):
            inner.empty_trash()
        with pytest.raises(Conflict):
            inner.purge(Doomed(name="x"))
