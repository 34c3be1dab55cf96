"""Attempts to make `wj character` lie, each over a journal on disk."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from tests.cli.conftest import NOW, Wj
from tests.domain.test_character_honesty import FORBIDDEN
from tests.services.conftest import HandClock
from tests.services.stories import WHOLE, answers, met
from winjournal.bootstrap import open_journal
from winjournal.domain.debrief import Debrief, InfoGap
from winjournal.domain.tags import Actor
from winjournal.domain.terms import FairBasis, Terms
from winjournal.services.ids import SeededIds
from winjournal.services.journal import Journal
from winjournal.services.prep import Prep

ME, THEM = Actor.ME, Actor.THEM
STEPS = ("trust", "winning", "value", "share", "ego", "interests")
Mark = tuple[str, Actor]


class Liar:
    """Writes a journal deal by deal, as a user would, over a week each."""

    def __init__(self, journal: Journal, clock: HandClock) -> None:
        self.journal, self.clock = journal, clock
        self._count = 0

    def deal(
        self, *, person: str = "", captured: str = "41000", terms: Terms = WHOLE.terms,
        marks: Sequence[Mark] = (), **answered: Any,
    ) -> None:  # fmt: skip
        """Prepare, share, seal, mark, debrief and seal one deal."""
        j, self._count = self.journal, self._count + 1
        who = person or f"Person {self._count}"
        title = f"Deal {self._count}"
        prep = replace(WHOLE, title=title, person=who, terms=terms)
        id_ = j.deals.create(prep).id
        j.deals.share(id_, ME)
        j.deals.seal(id_)
        self.clock.pass_(hours=1)
        j.deals.sit(id_, self.clock.now(), self.clock.now() + timedelta(hours=1))
        self.mark(id_, marks)
        self.clock.pass_(hours=2)
        debrief = replace(
            answers(j, id_), captured=Decimal(captured), info_gap=InfoGap.NONE,
            their_win_changed=False, **answered,
        )  # fmt: skip
        self.close(id_, debrief)
        self.clock.pass_(days=7)

    def bare(self, *marks: Mark, **answered: Any) -> None:
        """Debrief a deal that was never prepared."""
        j, self._count = self.journal, self._count + 1
        title = f"Talk {self._count}"
        id_ = j.deals.create(Prep(title=title, person=f"Person {self._count}")).id
        self.mark(id_, marks)
        debrief = replace(answers(j, id_), captured=None, **answered)
        self.close(id_, debrief)
        self.clock.pass_(days=7)

    def mark(self, id_: str, marks: Sequence[Mark]) -> None:
        for tag, actor in marks:
            self.clock.pass_(minutes=1)
            self.journal.marks.mark(id_, tag, actor)

    def close(self, id_: str, debrief: Debrief) -> None:
        self.journal.debriefs.save(debrief, met(self.journal, id_))
        self.journal.debriefs.seal(id_)


@contextmanager
def telling(wj: Wj, *, weeks_ago: int = 30, name: str = "journal") -> Iterator[Liar]:
    """Open a journal whose first deal lies so many weeks before now."""
    path = wj.journal.with_name(f"{name}.db")
    path.parent.mkdir(parents=True, mode=0o700, exist_ok=True)
    clock = HandClock(datetime.fromisoformat(NOW) - timedelta(weeks=weeks_ago))
    journal = open_journal(path, clock=clock, ids=SeededIds(4))
    yield Liar(journal, clock)
    journal.store.close()


def told(wj: Wj, *words: str) -> dict[str, dict[str, Any]]:
    """Return the six blocks, after every word of the page was looked at."""
    text = wj.ok("character", *(words or ("all",)))
    # the page quotes titles and names; these are the tests' own
    assert FORBIDDEN.search(text) is None
    assert re.search(r"[{}]|None|\bnan\b|\binf\b", text) is None
    return blocks(wj, *(words or ("all",)))


def blocks(wj: Wj, *words: str) -> dict[str, dict[str, Any]]:
    found = json.loads(wj.ok("character", *words, "--json"))["blocks"]
    assert [one["step"] for one in found] == list(STEPS)
    for one in found:
        assert one["k"] <= one["n"]
        if one["step"] != "interests":
            assert (len(one["for_ids"]), len(one["against_ids"])) == (
                one["k"],
                one["n"] - one["k"],
            )
    return {one["step"]: one for one in found}


def test_two_deals_are_two_facts(wj: Wj) -> None:
    with telling(wj) as liar:
        for _ in range(2):
            liar.deal(captured="52000", marks=[("ego", ME)])
    found = told(wj)
    for one in found.values():
        assert one["interval"] is None
        assert one["trend"]["clause"] == ""
        assert not re.search(r"%|in 100|degrees|plausibly", one["sentence"])
    assert found["share"]["sentence"].startswith("2 of 2 deals ended above the range")
    assert found["ego"]["sentence"] == (
        "Ego was tagged in 2 of 2 reviewed talks; let go in 0."
    )
    assert not re.search(r"\d %|in 100|plausibly", wj.ok("character", "all"))


def test_only_handled_marks_are_counts_and_earn_no_word(wj: Wj) -> None:
    with telling(wj) as liar:
        for _ in range(8):
            liar.deal(marks=[("ego-released", ME), ("honest", ME), ("fair-share", ME)])
    found = told(wj)
    assert found["ego"]["sentence"].startswith(
        "Ego was tagged in 0 of 8 reviewed talks (0-"
    )
    assert "let go 8 times" in found["ego"]["sentence"]
    high = found["ego"]["interval"][1]
    assert 0.1 < high < 0.5, "none in eight is no proof of none"
    assert found["ego"]["against_ids"], "what speaks against a slip is listed"
    assert found["trust"]["n"] == 0, "a deed is no promise"


def test_marks_about_them_say_nothing_of_me(wj: Wj) -> None:
    theirs = [("ego", THEM), ("misled", THEM), ("goalpost-shift", THEM),
              ("over-capture", THEM), ("value-defended", THEM)]  # fmt: skip
    for name, marks in (("journal", theirs), ("without", [])):
        with telling(wj, name=name) as liar:
            for _ in range(6):
                liar.deal(marks=marks)
    found = told(wj)
    without = json.loads(wj.ok("-j", "without", "character", "all", "--json"))
    for one in without["blocks"]:
        other = found[one["step"]]
        for key in ("k", "n", "interval", "tier", "for_ids", "against_ids"):
            if not key.endswith("_ids"):
                assert other[key] == one[key], (one["step"], key)
        if one["step"] != "trust":
            assert other["sentence"] == one["sentence"]
    assert found["ego"]["k"] == found["winning"]["k"] == 0
    report = json.loads(wj.ok("character", "all", "--json"))
    for cells in report["moments"]["rows"].values():
        assert sum(cell["slips"] + cell["handled"] for cell in cells) == 0


def test_deals_with_one_person_alone_are_called_so_and_show_no_trend_of_people(
    wj: Wj,
) -> None:
    with telling(wj) as liar:
        for _ in range(6):
            liar.deal(person="Dana", captured="52000", marks=[("ego", ME)])
    found = told(wj)
    for step in ("share", "ego", "winning", "value"):
        said = " ".join(found[step]["wrong_because"])
        assert "6 of these 6 are with Dana" in said
    assert "Dana" in wj.ok("character", "all")


def test_one_enormous_amount_moves_its_own_deal_and_is_never_added(wj: Wj) -> None:
    dong = replace(
        WHOLE.terms, currency="VND", fair_low=Decimal(10**24), fair_high=None,
        walk_away=Decimal(10**23), target=None,
    )  # fmt: skip
    with telling(wj) as liar:
        for _ in range(6):
            liar.deal(captured="42000")
        liar.deal(captured=f"9{'0' * 24}", terms=dong)
    found = told(wj)
    share = found["share"]["sentence"]
    assert share.startswith("1 of 7 deals ended above your sealed range (")
    assert "the middle deal was 0 % from it" in share
    assert not re.search(r"0{6}|E\+|VND|EUR", wj.ok("character", "all"))


def test_debriefs_without_a_preparation_speak_to_what_was_marked_alone(wj: Wj) -> None:
    with telling(wj) as liar:
        for _ in range(6):
            liar.bare(("ego", ME), ("value-explained", ME))
    found = told(wj)
    assert (found["ego"]["k"], found["ego"]["n"]) == (6, 6)
    for step in ("winning", "value", "share", "trust"):
        assert found[step]["tier"] == "none", step
        assert found[step]["sentence"] == "No entries can speak to this yet."
        assert found[step]["interval"] is None
        assert found[step]["more_needed"]
    assert found["interests"]["balance"]["angle"] is None


def test_a_range_of_ones_own_view_is_called_softer(wj: Wj) -> None:
    own = replace(WHOLE.terms, fair_basis=FairBasis.OWN_VIEW)
    with telling(wj) as liar:
        for _ in range(5):
            liar.deal(captured="52000", terms=own)
    found = told(wj)
    assert (found["value"]["k"], found["value"]["n"]) == (0, 5)
    assert (found["share"]["k"], found["share"]["n"]) == (5, 5)


def test_a_decade_of_silence_is_no_change(wj: Wj) -> None:
    with telling(wj, weeks_ago=560) as liar:
        for _ in range(9):
            liar.deal(captured="52000", marks=[("ego", ME)])
        liar.clock.at = datetime.fromisoformat(NOW) - timedelta(days=1)
        liar.bare(("ego-released", ME))
    found = told(wj)
    assert found["ego"]["n"] == 10
    assert {one["trend"]["clause"] for one in found.values()} == {""}
    silent = wj("character", "2020")
    assert (silent.code, silent.out) == (0, "")
    assert "No negotiation lies in this period: 2020." in silent.err
    this = told(wj, "2026")
    assert (this["ego"]["k"], this["ego"]["n"]) == (0, 1)
    assert this["ego"]["interval"] is None
    assert this["share"]["tier"] == "none", "what is old is not counted as of now"


def test_every_field_empty_says_that_nothing_can_be_said(wj: Wj) -> None:
    with telling(wj) as liar:
        for number in range(6):
            prep = Prep(title=f"Talk {number}", person=f"Person {number}")
            liar.journal.deals.create(prep)
    found = told(wj)
    assert {one["tier"] for one in found.values()} == {"none"}
    assert {one["n"] for one in found.values()} == {0}
    assert {one["sentence"] for one in found.values()} <= {
        "No entries can speak to this yet.",
        "You have not yet heard from the other side.",
    }
    assert all(one["more_needed"] and one["question"] for one in found.values())


@pytest.mark.parametrize("undoing", [1, 3])
def test_undoing_gives_back_every_figure(wj: Wj, undoing: int) -> None:
    with telling(wj) as liar:
        for _ in range(3):
            liar.deal(marks=[("ego", ME)])
    before = json.loads(wj.ok("character", "all", "--json"))
    wj.pass_(seconds=1)
    wj.ok("people", "merge", "Person 1", "Person 2")
    acts = ["people", "archive", "Person 3"], ["promise", "x", "--to", "Person 2"]
    for act in acts[: undoing - 1]:
        wj.ok(*act)
    for _ in range(undoing):
        wj.ok("undo")
    assert json.loads(wj.ok("character", "all", "--json")) == before
    assert wj("verify").code == 0
