"""Each draft goes on in the screen that it was typed in."""

from __future__ import annotations

import pytest

from winjournal.ui.resuming import screen_for


@pytest.mark.parametrize(
    ("owner", "screen"),
    [
        ("prep:new", "PrepScreen"),
        ("prep:ID", "PrepScreen"),
        ("debrief:ID", "DebriefScreen"),
        ("look-back:ID", "LookBackScreen"),
        ("person:ID", "PersonFormScreen"),
        ("version:ID", "VersionScreen"),
        ("moment-form:ID", "MomentScreen"),
        ("entry:new", "EntryScreen"),
        ("entry:new@ID", "EntryScreen"),
        ("entry:ID", "EntryScreen"),
        ("week:2026-W10", "ReviewScreen"),
    ],
)
def test_the_screen_of_a_draft_restores_it_itself(owner: str, screen: str) -> None:
    found = screen_for(owner)
    assert type(found).__name__ == screen
    assert getattr(found, "owner", None) == owner
