"""A rating and the marks are set side by side, and nothing is concluded."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from winjournal.domain.doubled import doubt, own_slips, unmarked
from winjournal.domain.moments import Moment
from winjournal.domain.tags import TAXONOMY, Actor, Step

EGO = Moment(id="m", negotiation_id="d", at=datetime(2026, 3, 4, tzinfo=UTC), tag="ego")
THEIRS = replace(EGO, actor=Actor.THEM)


def test_a_high_rating_beside_a_slip_is_asked_about() -> None:
    noted = replace(EGO, note="listed our awards")
    assert doubt(Step.EGO, 6, [noted]) == (
        'You marked ego here: "listed our awards". Does 6 say it?'
    )
    assert doubt(Step.EGO, 6, [EGO, noted]) == (
        'You marked ego twice here: "listed our awards". Does 6 say it?'
    )
    left = replace(EGO, tag="left-for-ego")
    assert doubt(Step.EGO, 7, [EGO] * 3 + [left]) == (
        "You marked ego 3 times and left-for-ego here. Does 7 say it?"
    )
    for rating in (None, 3, 5):
        assert doubt(Step.EGO, rating, [EGO]) == ""
    assert doubt(Step.TRUST, 7, [EGO]) == ""


def test_marks_about_them_say_nothing_about_me() -> None:
    assert doubt(Step.EGO, 7, [THEIRS]) == ""
    assert own_slips([THEIRS, replace(EGO, tag="ego-released")], Step.EGO) == ()


def test_a_low_rating_without_a_slip_is_asked_about() -> None:
    said = "No slip of yours is marked here. Hard on yourself, or not marked?"
    assert doubt(Step.EGO, 2, []) == said
    assert doubt(Step.EGO, 1, [THEIRS]) == said
    assert doubt(Step.EGO, 2, [EGO]) == ""


def test_what_no_mark_speaks_of_is_named_in_the_order_asked() -> None:
    assert unmarked([])[0] == "ego"
    assert unmarked([])[1:3] == ("fair share", "goalposts")
    assert len(unmarked([])) == 7
    assert "ego" not in unmarked([THEIRS])
    assert unmarked([replace(EGO, tag="under-claim")])[:2] == ("ego", "goalposts")
    every = [replace(EGO, tag=tag.slug) for tag in TAXONOMY]
    assert unmarked(every) == ()
    assert "goalposts" in unmarked([replace(EGO, tag="win-shared")])
    assert unmarked([replace(EGO, tag="info-shared")]) == (
        "ego", "fair share", "goalposts", "trust", "value", "their interest",
    )  # fmt: skip
    assert unmarked([replace(EGO, tag=None), replace(EGO, tag="mine")]) == unmarked([])
