"""Two edits of one thing end in a choice, never in an overwrite."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.ui.conftest import Sit
from tests.ui.seed import NOW
from winjournal.domain.sought import read_sought
from winjournal.domain.weeks import Week
from winjournal.services.journal import Journal
from winjournal.services.prep import Prep, prep_of
from winjournal.ui.meeting import differences
from winjournal.ui.modals.elsewhere import ElsewhereModal
from winjournal.ui.screens.debrief import DebriefScreen
from winjournal.ui.screens.entry import EntryScreen
from winjournal.ui.screens.moment_form import MomentScreen
from winjournal.ui.screens.person_form import PersonFormScreen
from winjournal.ui.screens.prep import PrepScreen
from winjournal.ui.screens.review import ReviewScreen
from winjournal.ui.widgets.form_spec import Option, choice_field, note, text_field

if TYPE_CHECKING:
    from tests.ui.person import Person
    from winjournal.ui.screens.filling import FillingScreen

Kept = Callable[[], Journal]
MINE, THEIRS = "written here", "written elsewhere"
WEEK = Week.parse("2026-W47", NOW.date())


class Both:
    """One thing of each kind that can be edited, as another program has it open."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        deal = journal.deals.create(Prep(title="Van hire", person="Mo"))
        self.deal, self.person = deal.id, deal.counterparty_id
        self.entry = journal.writing.add("as it began", negotiation_id=deal.id).id
        self.moment = journal.marks.mark(deal.id, "ego", note="as it began").id

    def screen(self, kind: str) -> FillingScreen:
        """Return the form of it."""
        if kind == "prep":
            return PrepScreen(self.deal)
        if kind == "debrief":
            return DebriefScreen(self.deal)
        if kind == "entry":
            return EntryScreen(self.entry)
        if kind == "moment":
            return MomentScreen(self.moment)
        return (
            PersonFormScreen(self.person)
            if kind == "person"
            else ReviewScreen(str(WEEK))
        )

    def edit(self, kind: str) -> None:
        """Write in the same field."""
        j = self.journal
        if kind == "prep":
            dossier = j.deals.read(self.deal)
            prep = replace(prep_of(dossier), alternative=THEIRS)
            j.deals.edit(self.deal, prep, dossier.negotiation.version)
        elif kind == "debrief":
            j.debriefs.save(replace(j.debriefs.blank(self.deal), happened=THEIRS))
        elif kind == "entry":
            j.writing.edit(self.entry, THEIRS)
        elif kind == "moment":
            j.marks.edit(replace(j.reading.moment(self.moment), note=THEIRS))
        elif kind == "person":
            j.people.edit(replace(j.people.get(self.person), note=THEIRS))
        else:
            j.weeks.save(WEEK, sentence=THEIRS)

    def delete(self, kind: str) -> None:
        """Delete it."""
        j = self.journal
        if kind == "entry":
            j.writing.remove(self.entry)
        elif kind == "moment":
            j.marks.remove(self.moment)
        else:
            j.deals.remove(self.deal)

    def holds(self, words: str) -> bool:
        """Tell whether the words are kept somewhere."""
        return bool(self.journal.reading.find(read_sought(f'"{words}"', NOW)))


FIELDS = {
    "prep": "alternative", "debrief": "happened", "entry": "body",
    "moment": "note", "person": "note", "week": "sentence",
}  # fmt: skip


@pytest.fixture
def both(kept: Kept) -> Both:
    return Both(kept())


async def write(person: Person, both: Both, kind: str) -> None:
    """Open the form and write in it."""
    person.app.push_screen(both.screen(kind))
    await person.wait()
    person.form.set_values({FIELDS[kind]: MINE})
    await person.wait()


@pytest.mark.parametrize("kind", FIELDS)
async def test_mine_is_kept_beside_theirs(kind: str, sit: Sit, both: Both) -> None:
    async with sit() as person:
        await write(person, both, kind)
        both.edit(kind)
        await person.press("ctrl+s")
        assert person.at(ElsewhereModal)
        assert not both.holds(MINE)
        await person.press("m")
        assert person.form.values[FIELDS[kind]] == THEIRS
        assert both.holds(MINE)
        assert both.holds(THEIRS) or kind == "week"
        assert both.journal.drafts.waiting() == ()


@pytest.mark.parametrize("kind", FIELDS)
async def test_theirs_is_taken_only_when_it_is_said(
    kind: str, sit: Sit, both: Both
) -> None:
    async with sit() as person:
        await write(person, both, kind)
        both.edit(kind)
        for _ in range(2):
            await person.press("ctrl+s")
            assert person.at(ElsewhereModal)
            await person.press("escape")
            assert person.form.values[FIELDS[kind]] == MINE
            assert "Not saved" in person.sees
        await person.press("ctrl+s", "t")
        assert person.form.values[FIELDS[kind]] == THEIRS
        assert not both.holds(MINE)
        # and from there it goes on as if nothing had been
        person.form.set_values({FIELDS[kind]: f"{THEIRS}, and here"})
        await person.press("ctrl+s")
        assert both.holds(f"{THEIRS}, and here") or kind == "week"


@pytest.mark.parametrize("kind", ["prep", "debrief", "entry", "moment"])
async def test_what_was_deleted_elsewhere_can_be_kept_as_new(
    kind: str, sit: Sit, both: Both
) -> None:
    async with sit() as person:
        await write(person, both, kind)
        both.delete(kind)
        seen = await person.press("ctrl+s")
        assert "Deleted elsewhere" in seen
        await person.press("m")
        assert not person.at(type(both.screen(kind)))
        if kind == "prep":
            (deal,) = [d for d in both.journal.people.rows() if d.person.name == "Mo"]
            assert both.holds(MINE)
            assert deal
        assert both.holds(MINE)


async def test_both_are_compared_field_by_field(sit: Sit, both: Both) -> None:
    async with sit(size=(80, 24)) as person:
        await write(person, both, "prep")
        both.edit("prep")
        seen = await person.press("ctrl+s")
        assert "Changed elsewhere" in seen
        assert THEIRS not in seen
        seen = await person.press("c")
        assert "mine     written here" in seen
        assert "theirs   written elsewhere" in seen
        assert "t theirs: yours goes" in seen
        await person.pilot.click("#way-mine")
        await person.wait()
        assert both.holds(MINE)


async def test_a_change_that_the_form_does_not_hold_is_no_conflict(
    sit: Sit, both: Both
) -> None:
    async with sit() as person:
        await write(person, both, "prep")
        both.edit("debrief")
        both.journal.marks.mark(both.deal, "honest")
        await person.press("ctrl+s")
        assert not person.at(ElsewhereModal)
        assert both.holds(MINE)
        assert both.holds(THEIRS)


async def test_a_draft_that_came_back_is_not_written_over_what_was_edited_since(
    sit: Sit, both: Both
) -> None:
    async with sit() as person:
        await write(person, both, "person")
        await person.press("escape")
        both.edit("person")
        person.app.push_screen(both.screen("person"))
        await person.wait()
        assert person.form.values["note"] == MINE
        await person.press("ctrl+s")
        assert person.at(ElsewhereModal)
        assert both.journal.people.get(both.person).note == THEIRS


async def test_what_is_written_at_the_last_moment_is_seen_too(
    sit: Sit, both: Both, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program writes between the look and the save: the save sees it."""
    async with sit() as person:
        await write(person, both, "person")
        screen = person.screen
        assert isinstance(screen, PersonFormScreen)
        looked = screen.hold_against
        rest = iter([False])

        def look_then_edit(journal: Journal) -> None:
            looked(journal)
            if next(rest, True) is False:
                both.edit("person")

        monkeypatch.setattr(screen, "hold_against", look_then_edit)
        await person.press("ctrl+s")
        assert person.at(ElsewhereModal)
        assert both.journal.people.get(both.person).note == THEIRS


def test_only_what_differs_is_compared_as_the_form_says_it() -> None:
    specs = (
        choice_field("sphere", "Sphere", (Option("p", "personal"), Option("o", "o"))),
        text_field("title", "What it is"),
        note("aside", lambda *_: ()),
    )
    found = differences(
        specs, {"sphere": "p", "title": "a ", "aside": "x"}, {"title": "a"}
    )
    assert [(one.label, one.mine, one.theirs) for one in found] == [
        ("Sphere", "personal", "")
    ]
