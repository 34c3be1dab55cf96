"""`wj live`, `wj end`, and marks in what is live."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tests.cli.conftest import NOW, Wj
from winjournal import bootstrap
from winjournal.bootstrap import open_journal
from winjournal.services.clock import FixedClock
from winjournal.services.ids import SeededIds
from winjournal.services.journal import Journal

Started = list[str | None]


def opened(wj: Wj) -> Journal:
    clock = FixedClock(datetime.fromisoformat(NOW))
    return open_journal(wj.journal, clock=clock, ids=SeededIds(5))


def go_live(wj: Wj, title: str = "Kiln lease", minutes: float = 20) -> str:
    """Begin a sitting of an open negotiation some minutes ago; return its id."""
    journal = opened(wj)
    (deal,) = (d for d in journal.reading.today().under_way if d.title == title)
    begun = datetime.fromisoformat(NOW) - timedelta(minutes=minutes)
    journal.deals.sit(deal.id, begun, None, live=True)
    journal.store.close()
    return deal.id


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Started:
    """Return the negotiations that the screens were opened with."""
    seen: Started = []

    def run_tui(*_: object, live: str | None = None) -> int:
        seen.append(live)
        return 0

    monkeypatch.setattr(bootstrap, "run_tui", run_tui)
    return seen


def test_ending_says_what_has_ended(story: Wj) -> None:
    go_live(story)
    story.ok("tag", "e-", "raised my voice")
    story.ok("tag", "h")
    assert (
        story.ok("end") == "ended  Kiln lease  Wed 4 Mar 2026 09:40 to 10:00  2 marks\n"
    )
    answer = story("end")
    assert (answer.code, answer.out) == (3, "")
    assert "No sitting goes on." in answer.err
    story.ok("undo")
    assert "09:40 to 10:00" in story.ok("end", "Marsh")


def test_what_was_left_on_ends_with_its_last_mark(story: Wj) -> None:
    go_live(story)
    story.ok("tag", "h")
    story.pass_(hours=13)
    answer = story("end")
    assert answer.out.endswith("09:40 to 10:00  1 mark\n")
    assert "It was left on" in answer.err


def test_without_a_journal_nothing_ends_and_nothing_is_made(wj: Wj) -> None:
    answer = wj("end")
    assert (answer.code, answer.out) == (3, "")
    assert not wj.journal.exists()


def test_a_mark_goes_to_the_live_one(story: Wj) -> None:
    story.ok("new", "Studio lease", "--with", "Ruth")
    assert story("tag", "e").code == 3
    deal = go_live(story)
    assert "Kiln lease" in story.ok("tag", "e")
    assert "live since 09:40" in story.ok("today")
    journal = opened(story)
    (mark,) = journal.deals.read(deal).moments
    assert mark.sitting_id == journal.deals.read(deal).sittings[0].id
    journal.store.close()


@pytest.mark.parametrize(
    "words", [[], ["Marsh"], ["marsh"], ["kiln"], ["Kiln", "lease"]]
)
def test_live_finds_the_negotiation_by_its_name(
    story: Wj, started: Started, words: list[str]
) -> None:
    assert story("live", *words, terminal=True).code == 0
    journal = opened(story)
    (deal,) = journal.reading.today().under_way
    journal.store.close()
    assert started == [deal.id]


def test_live_without_a_name_is_what_goes_on(story: Wj, started: Started) -> None:
    story.ok("new", "Studio lease", "--with", "Ruth")
    answer = story("live", terminal=True)
    assert answer.code == 3
    assert "It is not clear which negotiation is meant." in answer.err
    assert "More than one" in story("live", "lease", terminal=True).err
    deal = go_live(story)
    assert story("live", terminal=True).code == 0
    assert started == [deal]


def test_live_needs_a_terminal_and_a_negotiation(wj: Wj, started: Started) -> None:
    answer = wj("live")
    assert answer.code == 2
    assert "wj tag marks without one" in answer.err
    answer = wj("live", terminal=True)
    assert answer.code == 3
    assert "wj new starts one" in answer.err
    assert started == []
