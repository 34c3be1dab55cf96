"""In the room: one key a mark, and nothing to look at for long."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from rich.color import Color
from sqlcipher3 import dbapi2
from textual import events

from tests.services.conftest import HandClock
from tests.ui.conftest import MakeApp, Sit
from tests.ui.person import Person
from winjournal.domain.dossier import Dossier
from winjournal.domain.errors import Busy
from winjournal.domain.moments import Moment, Recorded
from winjournal.domain.tags import Actor
from winjournal.services.journal import Journal
from winjournal.services.marks import Marks
from winjournal.ui.modals.confirm import ConfirmModal
from winjournal.ui.screens.debrief import DebriefScreen
from winjournal.ui.screens.live import LiveScreen
from winjournal.ui.screens.negotiation import NegotiationScreen
from winjournal.ui.screens.today import TodayScreen

Kept = Callable[[], Journal]

NAMES = {"+": "plus", "-": "minus"}

GO = ("j", "l", "y")
"""From Today to the renewal, and live with it, its preparation sealed."""


def renewal(journal: Journal) -> Dossier:
    deals = (journal.deals.read(d.id) for d in journal.reading.today().under_way)
    return next(one for one in deals if one.counterparty.name == "Dana")


def live_marks(journal: Journal) -> list[Moment]:
    dossier = renewal(journal)
    (sitting,) = dossier.sittings
    return [one for one in dossier.moments if one.sitting_id == sitting.id]


def close(text: str) -> str:
    """Return a screen with single blanks, where columns do not matter."""
    return re.sub(" +", " ", text)


def lit(person: Person) -> str:
    """Return what stands on the ground of what has the focus."""
    panel = person.app.get_css_variables()["panel"].lower()
    return close(
        "".join(
            segment.text
            for strip in person.screen._compositor.render_strips()
            for segment in strip
            if segment.style and _hex(segment.style.bgcolor) == panel
        )
    )


def stands(person: Person, kind: type[object]) -> bool:
    """Return whether a screen of this kind stands there."""
    return isinstance(person.screen, kind)


def live_of(person: Person) -> LiveScreen:
    """Return the screen for the room, which must stand there."""
    screen = person.app.screen
    assert isinstance(screen, LiveScreen)
    return screen


def _hex(colour: Color | None) -> str:
    return colour.triplet.hex if colour and colour.triplet else ""


async def burst(person: Person, *keys: str) -> str:
    """Press keys faster than any of them is answered."""
    for key in keys:
        sign = " " if key == "space" else key if len(key) == 1 else None
        person.app.post_message(events.Key(NAMES.get(key, key), sign))
    await person.wait()
    return person.sees


async def test_going_live_offers_to_seal_and_shows_what_one_holds_on_to(
    sit: Sit, kept: Kept
) -> None:
    async with sit() as person:
        shown = await person.press("j", "l")
        assert "Seal what you wrote before it begins?" in shown
        shown = await person.press("y")
        assert stands(person, LiveScreen)
    assert "Acme renewal   Dana" in shown
    assert "00:00  ● live" in shown
    assert "Winning, sealed today" in shown
    assert "me    2 years, 40k or more, a named" in shown
    assert "them  predictable cost, one invoice" in shown
    assert "I leave below" in shown
    assert "36k EUR" in shown
    assert "If I hear a lower price" in shown
    assert "Keys   CAPITAL = theirs" in shown
    assert "e marks ego" in shown
    assert shown.endswith(
        "e mark  E theirs  + - flip  1 2 3 strength  space later  ⏎ words  u undo"
        "  z discreet  ^s end"
    )
    deal = renewal(kept())
    # A mark was made this morning, so the talk had begun before the seal.
    assert deal.negotiation.sealed_in_time is False
    assert [one.is_live for one in deal.sittings] == [True]


async def test_a_seal_can_be_declined_and_going_live_too(sit: Sit, kept: Kept) -> None:
    async with sit() as person:
        await person.press("j", "l", "escape")
        assert stands(person, TodayScreen)
        assert renewal(kept()).sittings == ()
        shown = await person.press("l", "n")
        assert "Winning" in shown
        assert "Not sealed." in shown
    assert not renewal(kept()).negotiation.is_sealed


async def test_what_is_missing_is_said_in_one_quiet_line(sit: Sit) -> None:
    async with sit() as person:
        shown = await person.press("l")
        assert stands(person, LiveScreen)
    assert "Landlord, deposit   M. Okafor" in shown
    assert "Not sealed: trust not called yet; 4 more." in shown


async def test_a_letter_is_mine_and_its_capital_theirs(
    sit: Sit, clock: HandClock, kept: Kept
) -> None:
    async with sit() as person:
        await person.press(*GO, "h")
        clock.pass_(minutes=2)
        shown = await person.press("G")
    assert "10:00  ■ goalpost-held" in shown
    assert "10:02  □ Dana goalpost-shift" in shown
    marks = live_marks(kept())
    assert [(one.tag, one.actor) for one in marks] == [
        ("goalpost-held", Actor.ME),
        ("goalpost-shift", Actor.THEM),
    ]
    assert {one.recorded for one in marks} == {Recorded.LIVE}


@pytest.mark.parametrize(
    ("key", "slug"),
    [
        ("e", "ego"),
        ("r", "ego-released"),
        ("g", "goalpost-shift"),
        ("h", "goalpost-held"),
        ("c", "over-capture"),
        ("f", "fair-share"),
    ],
)
async def test_each_letter_marks_its_tag(
    sit: Sit, kept: Kept, key: str, slug: str
) -> None:
    async with sit() as person:
        await person.press(*GO)
        await burst(person, key, key.upper())
    assert [(one.tag, one.actor) for one in live_marks(kept())] == [
        (slug, Actor.ME),
        (slug, Actor.THEM),
    ]


async def test_any_tag_is_found_in_the_picker(sit: Sit, kept: Kept) -> None:
    async with sit() as person:
        await person.press(*GO, "T")
        assert "What they did" in person.sees
        await person.type("withheld")
        await person.press("enter")
        await person.press("t")
        await person.type("outage")
        await person.press("escape")
    assert [(one.tag, one.actor) for one in live_marks(kept())] == [
        ("info-withheld", Actor.THEM)
    ]


async def test_the_mark_that_is_lit_is_flipped_weighed_and_worded(
    sit: Sit, kept: Kept
) -> None:
    async with sit() as person:
        await person.press(*GO, "e", "2")
        assert "□ ego 2" in person.sees
        await person.press("+")
        assert "■ ego-released 2" in person.sees
        await person.press("-", "3", "enter")
        shown = await person.type("raised my voice")
        assert "⏎ keep  esc without" in shown
        shown = await person.press("enter")
    assert "10:00 □ ego 3 raised my voice" in close(shown)
    (mark,) = live_marks(kept())
    assert (mark.tag, mark.strength, mark.note) == ("ego", 3, "raised my voice")


async def test_a_tag_without_a_counterpart_says_so(sit: Sit, kept: Kept) -> None:
    async with sit() as person:
        await person.press(*GO, "t")
        await person.type("under-claimed")
        await person.press("enter", "+")
        assert person.told == "under-claim has no counterpart to flip to."
        await person.press("space", "-")
        assert person.told == "This mark has no tag yet to flip."
    assert [one.tag for one in live_marks(kept())] == ["under-claim", None]


async def test_before_the_first_mark_there_is_nothing_to_change(sit: Sit) -> None:
    async with sit() as person:
        await person.press(*GO, "2")
        assert person.told == "There is no mark yet."
        await person.press("enter")
        assert "esc without" not in person.sees


async def test_decided_later_it_waits_for_its_tag(sit: Sit, kept: Kept) -> None:
    async with sit() as person:
        shown = await person.press(*GO, "space")
        assert "10:00  ◇ decide later" in shown
        await person.press("q")
        assert "1 undecided" in person.sees


async def test_keys_that_come_fast_keep_their_order(sit: Sit, kept: Kept) -> None:
    async with sit() as person:
        await person.press(*GO)
        await burst(person, "e", "2", "G", "+", "space", "r", "3", "-", "h")
    assert [(one.tag, one.actor, one.strength) for one in live_marks(kept())] == [
        ("ego", Actor.ME, 2),
        ("goalpost-held", Actor.THEM, 1),
        (None, Actor.ME, 1),
        ("ego", Actor.ME, 3),
        ("goalpost-held", Actor.ME, 1),
    ]


async def test_words_typed_fast_are_never_taken_for_marks(sit: Sit, kept: Kept) -> None:
    async with sit() as person:
        await person.press(*GO)
        words = "he charged for the fee"
        keys = ["space" if sign == " " else sign for sign in words]
        await burst(person, "e", "enter", *keys, "enter", "h")
    assert [(one.tag, one.note) for one in live_marks(kept())] == [
        ("ego", words),
        ("goalpost-held", None),
    ]


async def test_a_search_typed_fast_is_never_taken_for_marks(
    sit: Sit, kept: Kept
) -> None:
    async with sit() as person:
        await person.press(*GO)
        await burst(person, "t", "h", "e", "f")
        assert live_marks(kept()) == []


async def test_keys_pressed_before_it_has_begun_are_marked_once_it_has(
    sit: Sit, kept: Kept
) -> None:
    async with sit() as person:
        await burst(person, "l", "h", "3")
    deal = kept().reading.today().under_way[0]
    (mark,) = kept().deals.read(deal.id).moments
    assert (mark.tag, mark.strength) == ("goalpost-held", 3)
    assert mark.sitting_id is not None


async def test_a_mark_that_was_not_written_is_not_shown(
    sit: Sit, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> Moment:
        raise Busy("Another program is writing.", "Try again.")

    async with sit() as person:
        await person.press(*GO)
        monkeypatch.setattr(Marks, "mark", refuse)
        shown = await person.press("e")
        assert "□ ego" not in shown
        assert person.told == "Another program is writing. Try again."
        await person.press("2")
        assert "was not written" in person.told
    assert live_marks(kept()) == []


async def test_while_it_is_not_written_it_is_not_shown(
    sit: Sit, journal_file: Path
) -> None:
    async with sit() as person:
        await person.press(*GO)
        other = dbapi2.connect(str(journal_file), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await person.pilot.press("e", "2")
        for _ in range(20):
            await person.pilot.pause()
        assert "ego 2" not in close(person.sees)
        assert "e marks ego" in person.sees
        other.execute("COMMIT")
        other.close()
        await person.wait()
        assert "□ ego 2" in person.sees


async def test_esc_leaves_the_words_and_they_come_back(sit: Sit, kept: Kept) -> None:
    async with sit() as person:
        await person.press(*GO, "e", "enter")
        await person.type("half a thou")
        shown = await person.press("escape")
        assert "half a thou" not in shown
        assert stands(person, LiveScreen)
        shown = await person.press("enter")
        assert "half a thou" in shown
        await person.press("escape", "q")
        assert "words for a mark" in person.sees
    assert [one.note for one in live_marks(kept())] == [None]


async def test_words_that_are_too_long_stay_where_they_are(
    sit: Sit, kept: Kept
) -> None:
    async with sit() as person:
        await person.press(*GO, "e", "enter")
        await person.type("x" * 141)
        await person.press("enter")
        assert person.told == "That is 141 characters; 140 is the most."
        await person.press("backspace", "enter")
    assert [one.note for one in live_marks(kept())] == ["x" * 140]


async def test_arrows_go_to_an_earlier_mark(sit: Sit, kept: Kept) -> None:
    async with sit() as person:
        await person.press(*GO, "e", "h", "c")
        assert "over-capture" in lit(person)
        await person.press("up", "up", "2")
        assert "ego 2" in lit(person)
        await person.press("f", "3")
        assert "fair-share 3" in lit(person)
    assert [(one.tag, one.strength) for one in live_marks(kept())] == [
        ("ego", 2),
        ("goalpost-held", 1),
        ("over-capture", 1),
        ("fair-share", 3),
    ]


async def test_undo_takes_the_last_act_back(sit: Sit, kept: Kept) -> None:
    async with sit() as person:
        await person.press(*GO, "e", "h", "2", "u")
        assert "goalpost-held" in lit(person)
        assert "goalpost-held 2" not in person.sees
        await person.press("u")
        assert "ego" in lit(person)
        await person.press("2")
    assert [(one.tag, one.strength) for one in live_marks(kept())] == [("ego", 2)]


async def test_undoing_the_start_leaves_the_room(sit: Sit, kept: Kept) -> None:
    async with sit() as person:
        await person.press(*GO, "u")
        assert stands(person, TodayScreen)
        assert person.told == "No sitting goes on any more."
    assert renewal(kept()).sittings == ()


async def test_how_soon_ego_was_let_go_stands_beside_it(
    sit: Sit, clock: HandClock
) -> None:
    async with sit() as person:
        await person.press(*GO, "E", "r", "e")
        clock.pass_(minutes=1)
        shown = await person.press("r")
        assert shown.count("min later") == 1
        assert "ego-released 1 min later" in close(shown)


async def test_a_clock_alone_and_letters_still_mark(
    sit: Sit, clock: HandClock, kept: Kept
) -> None:
    async with sit() as person:
        await person.press(*GO, "e")
        clock.at += timedelta(minutes=3)
        live_of(person).tick()
        shown = await person.press("z")
        assert shown.split() == ["10:03"]
        shown = await person.press("h", "G", "+", "2", "space", "u", "u", "u")
        assert shown.split() == ["10:03"]
        shown = await person.press("x")
        assert "Acme renewal" in shown
        assert "■ goalpost-held" in shown
        await person.press("z", "enter")
        assert "Acme renewal" in person.sees
        assert "esc without" not in person.sees
        await person.press("z", "escape")
        assert stands(person, LiveScreen)
    assert [one.tag for one in live_marks(kept())] == [
        "ego",
        "goalpost-held",
        "goalpost-shift",
    ]


async def test_behind_the_clock_a_failure_is_told_all_the_same(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> Moment:
        raise Busy("Another program is writing.", "Try again.")

    app = make_app()
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        person = Person(app, pilot)
        await person.wait()
        await person.press(*GO, "2", "z")
        assert person.told == "There is no mark yet."
        assert person.sees.split() == ["10:00"]
        monkeypatch.setattr(Marks, "mark", refuse)
        shown = await person.press("e")
        assert "Another program is writing." in shown
    app.desk.close()


async def test_leaving_stays_live_and_coming_back_goes_on(
    sit: Sit, clock: HandClock, kept: Kept
) -> None:
    async with sit() as person:
        shown = await person.press(*GO, "e", "q")
        assert stands(person, TodayScreen)
        assert "live since 10:00" in shown
        clock.pass_(minutes=23, seconds=41)
        shown = await person.press("l")
        assert "23:41  ● live" in shown
        assert "□ ego" in shown
    assert len(renewal(kept()).sittings) == 1


async def test_what_is_live_comes_before_what_has_the_focus(sit: Sit) -> None:
    async with sit() as person:
        await person.press(*GO, "q", "G")
        shown = await person.press("l")
        assert "Acme renewal   Dana" in shown
        await person.press("q", "2", "l")
        assert "Acme renewal   Dana" in person.sees


async def test_from_a_negotiation_it_is_that_one(sit: Sit) -> None:
    async with sit() as person:
        await person.press(*GO, "q", "j", "enter")
        assert stands(person, NegotiationScreen)
        shown = await person.press("l")
        assert "Landlord, deposit   M. Okafor" in shown


async def test_a_closed_negotiation_does_not_go_live(sit: Sit) -> None:
    async with sit() as person:
        await person.press("2", "G", "enter")
        assert "Kiln lease" in person.sees
        assert "l live" not in person.sees.splitlines()[-1]
        await person.press("l")
        assert stands(person, NegotiationScreen)
        assert person.told == "Kiln lease is closed; its debrief says how it ended."


async def test_with_nothing_to_go_live_with_it_says_so(
    sit: Sit, empty_file: object
) -> None:
    async with sit(path=empty_file) as person:
        await person.press("l")
        assert stands(person, TodayScreen)
        assert person.told == "Choose a negotiation first."


async def test_ending_dates_the_sitting_and_offers_the_debrief(
    sit: Sit, clock: HandClock, kept: Kept
) -> None:
    async with sit() as person:
        await person.press(*GO)
        clock.pass_(minutes=24)
        await burst(person, "e", "h", "ctrl+s", "e")
        assert stands(person, ConfirmModal)
        assert person.told == "Ended after 24 min; 2 marks."
        await person.press("y")
        assert stands(person, DebriefScreen)
        await person.press("escape")
        assert stands(person, TodayScreen)
    (sitting,) = renewal(kept()).sittings
    assert sitting.ended_at == clock.at
    assert [one.tag for one in live_marks(kept())] == ["ego", "goalpost-held"]


async def test_ending_while_words_are_typed_keeps_them(sit: Sit, kept: Kept) -> None:
    async with sit() as person:
        await person.press(*GO, "e", "enter")
        await person.type("listed awards")
        await person.press("ctrl+s", "n")
        assert stands(person, TodayScreen)
    assert [one.note for one in live_marks(kept())] == ["listed awards"]


async def test_left_over_night_it_goes_on_and_ends_with_its_last_mark(
    sit: Sit, clock: HandClock, kept: Kept
) -> None:
    async with sit() as person:
        await person.press(*GO)
        clock.pass_(minutes=30)
        await person.press("e", "q")
        last = clock.at
        clock.pass_(hours=23)
        shown = await person.press("l")
        assert "23:30:00  ● live" in shown
        await person.press("ctrl+s")
        told = "Ended as of yesterday 10:30, when it was left; 1 mark."
        assert person.told == told
    (sitting,) = renewal(kept()).sittings
    assert sitting.ended_at == last


async def test_a_second_sitting_begins_without_the_marks_of_the_first(
    sit: Sit, clock: HandClock
) -> None:
    async with sit() as person:
        await person.press(*GO, "e", "ctrl+s", "n")
        clock.pass_(hours=2)
        shown = await person.press("l", "h")
        assert "■ goalpost-held" in shown
        assert "□ ego" not in shown


async def test_a_mark_from_another_shell_appears(sit: Sit, kept: Kept) -> None:
    async with sit() as person:
        await person.press(*GO, "e")
        other = kept()
        deal = renewal(other)
        other.marks.mark(deal.negotiation.id, "honest", note="from outside")
        person.app.start.pulse.look()
        await person.wait()
        assert "■ honest from outside" in close(person.sees)
        assert "ego" in lit(person)
        other.store.close()


async def test_a_sitting_that_was_ended_elsewhere_is_left(sit: Sit, kept: Kept) -> None:
    async with sit() as person:
        await person.press(*GO, "e")
        other = kept()
        other.deals.end_sitting(renewal(other).sittings[0].id)
        person.app.start.pulse.look()
        await person.wait()
        assert stands(person, TodayScreen)
        assert person.told == "No sitting goes on any more."
        other.store.close()


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (140, 40), (60, 20), (40, 12)])
async def test_every_size_shows_marks_and_keys(sit: Sit, size: tuple[int, int]) -> None:
    async with sit(size=size) as person:
        await person.press(*(() if size[0] < 80 else ("j",)), "l")
        if isinstance(person.screen, ConfirmModal):
            await person.press("y")
        for _ in range(12):
            await burst(person, "e", "H", "space")
        shown = await person.press("c")
        assert "over-capture" in shown
        assert "10:00" in shown
        assert "e mark" in shown


async def test_discreet_names_are_veiled_in_the_room_too(sit: Sit) -> None:
    async with sit(discreet=True) as person:
        shown = await person.press(*GO, "G")
        assert "Dana" not in shown
        assert "36k" not in shown
        assert "D. goalpost-shift" in shown


async def test_what_was_typed_is_shown_as_it_is(sit: Sit, kept: Kept) -> None:
    async with sit() as person:
        await person.press(*GO, "e", "enter")
        await person.type("[b]x[/] [[y]] $ink")
        shown = await person.press("enter")
        assert "[b]x[/] [[y]] $ink" in shown


async def test_in_ascii_the_lit_mark_has_a_sign(sit: Sit) -> None:
    async with sit(ascii_only=True) as person:
        shown = await person.press(*GO, "e", "H")
        assert ">10:00  # Dana goalpost-held" in shown
        assert " 10:00  o ego" in shown
        assert shown.isascii()
