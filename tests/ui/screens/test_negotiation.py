"""One deal: read as a timeline, marked, sealed, changed, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.conftest import HandClock
from tests.services.stories import WHOLE, begin
from tests.ui.bad_inputs import bad_inputs, shown
from tests.ui.conftest import Sit
from tests.ui.person import Person
from winjournal.bootstrap import open_journal
from winjournal.domain.dossier import Dossier
from winjournal.domain.errors import NotUnderstood
from winjournal.domain.goalposts import ChangeReason
from winjournal.domain.tags import Actor
from winjournal.domain.timeline_item import ItemKind
from winjournal.services.ids import RandomIds
from winjournal.services.journal import Journal
from winjournal.ui.screens.deal_timeline import DealTimeline
from winjournal.ui.screens.debrief import DebriefScreen
from winjournal.ui.screens.entry import EntryScreen
from winjournal.ui.screens.moment_form import MomentScreen
from winjournal.ui.screens.negotiation import NegotiationScreen
from winjournal.ui.screens.prep import PrepScreen
from winjournal.ui.screens.version_form import VersionScreen

SIZES = [(80, 24), (100, 30), (140, 40)]
RENEWAL, LEASE = "Acme renewal", "Kiln lease"
Kept = Callable[[], Journal]


@pytest.fixture
def kept(journal_file: Path, clock: HandClock) -> Kept:
    """Return what opens the journal as another process, whose ids are its own."""
    return lambda: open_journal(journal_file, clock=clock, ids=RandomIds())


def id_of(journal: Journal, title: str) -> str:
    from winjournal.domain.filter_tree import Everything

    rows = journal.reading.journal(Everything(), 0, 50)
    return next(row.id for row in rows if row.title == title)


def read(kept: Kept, title: str) -> Dossier:
    """Return a deal as another process sees it."""
    journal = kept()
    try:
        return journal.deals.read(id_of(journal, title))
    finally:
        journal.store.close()


def change(kept: Kept, do: Callable[[Journal, str], object], title: str) -> None:
    """Change a deal from another process."""
    journal = kept()
    do(journal, id_of(journal, title))
    journal.store.close()


async def open_deal(person: Person, kept: Kept, title: str = RENEWAL) -> str:
    person.app.open_negotiation(read(kept, title).negotiation.id)
    await person.wait()
    return person.sees


def stands_on(person: Person, kind: type[object]) -> None:
    assert isinstance(person.screen, kind)


async def to(person: Person, kind: ItemKind, number: int = 0) -> None:
    """Put the cursor on the item of a kind."""
    timeline = person.screen.query_one(DealTimeline)
    found = []
    for index in range(timeline.count):
        timeline.move_to(index)
        if timeline.item and timeline.item.kind is kind:
            found.append(index)
    timeline.move_to(found[number])
    await person.wait()


def struck(person: Person) -> str:
    """Return what is struck through on the screen."""
    strips = person.screen._compositor.render_strips()
    parts = (part for strip in strips for part in strip)
    return "".join(part.text for part in parts if part.style and part.style.strike)


@pytest.mark.parametrize("size", SIZES)
async def test_a_deal_reads_as_a_timeline_with_its_terms(
    sit: Sit, kept: Kept, size: tuple[int, int]
) -> None:
    async with sit(size=size) as person:
        seen = await open_deal(person, kept)

    assert "Acme renewal   Dana · professional · vendor · open since" in seen
    for words in ("prepared", "their win, told me", "■ honest", "told her about the"):
        assert words in seen
    assert "□ Dana goalpost-shift" in seen
    assert "fair range" in seen


async def test_a_deal_that_is_over_shows_what_was_met_and_foretold(
    sit: Sit, kept: Kept
) -> None:
    async with sit(size=(140, 40)) as person:
        seen = await open_deal(person, kept, LEASE)

    assert "agreed 30 Jan" in seen
    assert "47k EUR" in seen
    assert "● 2 years   ● 40k" in seen
    assert "5 of 7   locked" in seen
    assert "30 days on  to be answered" in seen


async def test_a_moment_is_marked_from_here_with_words(sit: Sit, kept: Kept) -> None:
    async with sit() as person:
        await open_deal(person, kept)
        await person.press("m", "e")
        await person.type("listed our awards")
        seen = await person.press("enter")

    assert "□ ego" in seen
    assert "listed our awards" in seen
    moment = read(kept, RENEWAL).moments[-1]
    assert (moment.tag, moment.note) == ("ego", "listed our awards")


async def test_a_mark_is_flipped_and_flipped_back(sit: Sit, kept: Kept) -> None:
    async with sit() as person:
        await open_deal(person, kept)
        await to(person, ItemKind.MOMENT)
        assert "■ honest" not in await person.press("plus")
        assert "□ misled" in person.sees
        assert "■ honest" in await person.press("minus")
        await to(person, ItemKind.PREP)
        await person.press("plus")
        assert person.told == "Only a mark can be flipped."


async def test_what_has_the_focus_is_deleted_and_comes_back(
    sit: Sit, kept: Kept
) -> None:
    change(kept, lambda j, id_: j.writing.add("Slept on it.", negotiation_id=id_),
           RENEWAL)  # fmt: skip
    change(kept, lambda j, id_: j.deals.offer(id_, Actor.THEM, None, "one invoice"),
           RENEWAL)  # fmt: skip
    async with sit(size=(140, 40)) as person:
        await open_deal(person, kept)
        for kind, words in (
            (ItemKind.MOMENT, "told her about the outage"),
            (ItemKind.ENTRY, "Slept on it."),
            (ItemKind.PROMISE, "SLA draft"),
            (ItemKind.OFFER, "Dana offered"),
        ):
            await to(person, kind)
            assert words in person.sees
            assert words not in await person.press("d")
            assert words in await person.press("u")


async def test_what_belongs_to_the_record_is_not_deleted(sit: Sit, kept: Kept) -> None:
    async with sit() as person:
        await open_deal(person, kept, LEASE)
        await to(person, ItemKind.DEBRIEF)
        await person.press("d")

        assert person.told.startswith("That stays")


async def test_on_the_preparation_the_whole_deal_is_deleted(
    sit: Sit, kept: Kept
) -> None:
    async with sit() as person:
        await person.press("2")
        await open_deal(person, kept)
        await to(person, ItemKind.PREP)
        seen = await person.press("d")
        assert not isinstance(person.screen, NegotiationScreen)
        assert "everything   3" in seen
        assert "everything   4" in await person.press("u")


async def test_a_preparation_is_sealed_and_says_what_takes_it_back(
    sit: Sit, kept: Kept
) -> None:
    async with sit() as person:
        seen = await open_deal(person, kept)
        assert "Nothing is missing.  s seals it" in seen
        seen = await person.press("s")
        assert person.told == "Sealed; u takes it back within ten minutes."
        assert "sealed" in seen
        assert "s seals it" not in seen
        assert read(kept, RENEWAL).negotiation.is_sealed
        seen = await person.press("u")

    assert "s seals it" in seen
    assert not read(kept, RENEWAL).negotiation.is_sealed


async def test_what_is_missing_stands_there_and_is_named_by_the_seal(
    sit: Sit, kept: Kept
) -> None:
    async with sit() as person:
        seen = await open_deal(person, kept, "Landlord, deposit")
        assert "l live" in seen.splitlines()[-1]
        assert "Missing before sealing" in seen
        assert "nothing yet to check my win by" in seen
        assert "no walk-away line yet" in seen
        await person.press("s")

        assert person.told.startswith("Still missing: trust call")
        assert not read(kept, "Landlord, deposit").negotiation.is_sealed


async def test_a_new_version_stands_beside_the_old_one_struck_through(
    sit: Sit, kept: Kept
) -> None:
    change(kept, lambda j, id_: j.deals.seal(id_), RENEWAL)
    async with sit(size=(160, 40)) as person:
        await open_deal(person, kept)
        await to(person, ItemKind.PREP)
        await person.press("e")
        stands_on(person, VersionScreen)
        person.form.set_values({"my_text": "3 years", "reason": "leverage",
                                "announced": "no"})  # fmt: skip
        await person.wait()
        seen = await person.press("ctrl+s")

        assert "my win v2" in seen
        lines = seen.splitlines()
        new = next(i for i, line in enumerate(lines) if "my win v2" in line)
        assert "3 years  was 2 years, 40k or more, a named contact" in lines[new]
        assert struck(person) == "2 years, 40k or more, a named contact"
        assert "leverage, not announced" in lines[new + 1]
        await person.pilot.resize_terminal(100, 30)
        await to(person, ItemKind.WIN, -1)
        assert struck(person).endswith("2 years, 40k or more, a namedcontact")
        assert "me v2, them v1" in seen
        assert person.told == "My winning is version 2 now."
    versions = [g for g in read(kept, RENEWAL).goalposts if g.owner is Actor.ME]
    assert [(g.version, g.change_reason) for g in versions] == [
        (1, ChangeReason.INITIAL),
        (2, ChangeReason.LEVERAGE),
    ]


async def test_in_ascii_what_two_versions_share_is_left_out_by_a_sign_of_it(
    sit: Sit, kept: Kept
) -> None:
    change(kept, lambda j, id_: j.deals.seal(id_), RENEWAL)
    words = "2 years, 40k or more, a named contact and a second one for the nights"

    def more(journal: Journal, id_: str) -> None:
        journal.deals.change_goalpost(
            id_, Actor.ME, words, ChangeReason.LEVERAGE, announced=False
        )

    change(kept, more, RENEWAL)
    async with sit(ascii_only=True) as person:
        shown = await open_deal(person, kept)

        assert "my win v2" in shown
        assert "~ and a second one" in shown
        assert shown.isascii()


@pytest.mark.parametrize(
    ("kind", "field", "screen", "named"),
    [
        (ItemKind.PREP, "my_text", VersionScreen, "a change of winning"),
        (ItemKind.MOMENT, "note", MomentScreen, "a moment"),
    ],
)
async def test_a_form_left_halfway_waits_on_today_and_goes_on(
    sit: Sit, kept: Kept, kind: ItemKind, field: str, screen: type[object], named: str
) -> None:
    change(kept, lambda j, id_: j.deals.seal(id_), RENEWAL)
    async with sit() as person:
        await open_deal(person, kept)
        await to(person, kind)
        await person.press("e")
        await person.fill(**{field: " and more"})
        await person.press("escape", "q")
        assert named in person.sees
        await person.press("g", "enter")
        stands_on(person, screen)

        assert "and more" in person.form.values[field]


async def test_before_the_seal_e_opens_the_preparation(sit: Sit, kept: Kept) -> None:
    async with sit() as person:
        await open_deal(person, kept)
        for kind in (ItemKind.PREP, ItemKind.WIN):
            await to(person, kind)
            await person.press("e")
            stands_on(person, PrepScreen)
            await person.press("escape")


async def test_my_winning_is_told_once(sit: Sit, kept: Kept) -> None:
    async with sit() as person:
        await open_deal(person, kept)
        assert "told Dana" in await person.press("w")
        assert person.told == "Dana has been told."
        await person.press("w")
        assert person.told == "Dana was told today already."
        await to(person, ItemKind.WIN)
        await person.press("w")

    mine, theirs = (read(kept, RENEWAL).goalpost(who) for who in Actor)
    assert mine is not None
    assert theirs is not None
    assert mine.shared_at is not None
    assert theirs.shared_at is not None


async def test_an_offer_and_a_promise_are_written_in_a_line(
    sit: Sit, kept: Kept
) -> None:
    async with sit(size=(140, 40)) as person:
        await open_deal(person, kept)
        await person.press("o")
        assert "theirs  41k EUR  45-day terms" in await person.type(
            "41k them, 45-day terms"
        )
        assert "Dana offered" in await person.press("enter")
        await person.press("p")
        await person.type("I promised")
        await person.press("enter")
        assert "due Fri 6 Mar 2026" in await person.type("usage report by fri")
        seen = await person.press("enter")

    assert "usage report  due Fri" in seen
    assert "their offer" in seen
    assert [p.text for p in read(kept, RENEWAL).promises][-1] == "usage report"


async def test_a_line_without_words_or_too_long_stays_in_the_line(
    sit: Sit, kept: Kept
) -> None:
    async with sit() as person:
        await open_deal(person, kept)
        await person.press("o")
        assert "Write an amount, or a few words." in await person.press("enter")
        await person.type("x" * 121)
        assert "120 is the most" in await person.press("enter")
        await person.press("escape")

    assert read(kept, RENEWAL).offers == ()


async def test_a_moment_is_edited_in_a_form(sit: Sit, kept: Kept) -> None:
    async with sit() as person:
        await open_deal(person, kept)
        await to(person, ItemKind.MOMENT)
        await person.press("e")
        stands_on(person, MomentScreen)
        await person.press("ctrl+t")
        await person.type("ego let")
        await person.press("enter")
        assert "Ego let go, handled" in person.sees
        person.form.set_values({"strength": "3"})
        await person.wait()
        seen = await person.press("ctrl+s")

    assert "■ ego-released 3" in seen
    moment = read(kept, RENEWAL).moments[0]
    assert (moment.tag, moment.strength) == ("ego-released", 3)


async def test_enter_opens_each_kind_of_line(sit: Sit, kept: Kept) -> None:
    change(kept, lambda j, id_: j.writing.add("Slept on it.", negotiation_id=id_),
           LEASE)  # fmt: skip
    async with sit() as person:
        await open_deal(person, kept, LEASE)
        for kind, screen in (
            (ItemKind.PREP, PrepScreen),
            (ItemKind.MOMENT, MomentScreen),
            (ItemKind.DEBRIEF, DebriefScreen),
            (ItemKind.ENTRY, EntryScreen),
        ):
            await to(person, kind)
            await person.press("enter")
            stands_on(person, screen)
            await person.press("escape")
        await to(person, ItemKind.LOOK_BACK)
        seen = await person.press("enter")

    assert "30 days on" in seen


async def test_a_promise_is_settled_from_its_line(sit: Sit, kept: Kept) -> None:
    async with sit() as person:
        await open_deal(person, kept)
        await to(person, ItemKind.PROMISE)
        await person.press("e", "enter")

        assert person.told == "The promise is kept."
        assert "kept" in person.sees


async def test_a_reflection_is_written_from_here(sit: Sit, kept: Kept) -> None:
    async with sit() as person:
        await open_deal(person, kept)
        await person.press("i")
        await person.type("[b]Slept[/b] on it.")
        seen = await person.press("ctrl+s")

    assert "[b]Slept[/b] on it." in seen
    assert read(kept, RENEWAL).entries[0].body == "[b]Slept[/b] on it."


async def test_words_that_find_no_room_stand_whole_beside(sit: Sit, kept: Kept) -> None:
    note = "she asked for one invoice a year because their books close in June"
    change(kept, lambda j, id_: j.marks.mark(id_, "honest", note=note), RENEWAL)
    async with sit(size=(100, 30)) as person:
        await open_deal(person, kept)
        await to(person, ItemKind.MOMENT, -1)
        beside = " ".join(line[58:].strip() for line in person.sees.splitlines())

    assert note in beside


async def test_a_deal_deleted_elsewhere_is_left_with_a_sentence(
    sit: Sit, kept: Kept
) -> None:
    async with sit() as person:
        await open_deal(person, kept)
        change(kept, lambda j, id_: j.deals.remove(id_), RENEWAL)
        await person.press("z")

        assert not isinstance(person.screen, NegotiationScreen)
        assert person.told == "This negotiation is not there any more."


async def test_a_refresh_and_a_resize_keep_the_cursor(sit: Sit, kept: Kept) -> None:
    async with sit(size=(140, 40)) as person:
        await open_deal(person, kept)
        await to(person, ItemKind.PROMISE)
        timeline = person.screen.query_one(DealTimeline)
        change(kept, lambda j, id_: j.marks.mark(id_, "ego"), RENEWAL)
        await person.press("z", "z")
        await person.pilot.resize_terminal(80, 24)
        await person.wait()

        assert timeline.item is not None
        assert timeline.item.kind is ItemKind.PROMISE
        assert "SLA draft" in person.sees


async def test_hostile_titles_and_notes_are_shown_as_text(sit: Sit, kept: Kept) -> None:
    journal = kept()
    deals = []
    for value in bad_inputs().values():
        with suppress(NotUnderstood):
            deal = begin(journal, replace(WHOLE, title=value[:80], person="Zoe"))
            journal.marks.mark(deal.id, "ego", note=value[:140])
            deals.append((deal.id, value))
    journal.store.close()
    assert len(deals) > 30
    async with sit(size=(140, 40)) as person:
        for id_, value in deals:
            person.app.open_negotiation(id_)
            await person.wait()
            lines = person.sees.splitlines()
            assert shown(value) in lines[3]
            assert shown(value) in next(line for line in lines if "□ ego" in line)
            await person.press("q")


async def test_discreet_hides_names_and_amounts_but_no_times(
    sit: Sit, kept: Kept
) -> None:
    async with sit() as person:
        await open_deal(person, kept)
        seen = await person.press("z")

    assert "Dana" not in seen
    assert "38k" not in seen
    assert "D. goalpost-shift" in seen


async def test_what_has_the_focus_is_copied(sit: Sit, kept: Kept) -> None:
    async with sit() as person:
        await open_deal(person, kept)
        await to(person, ItemKind.MOMENT)
        await person.press("y")

        assert person.app.clipboard == "2026-03-03  honest  told her about the outage"
