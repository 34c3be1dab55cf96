"""Discreet: aliases for names, dots for amounts, nothing else changed."""

from __future__ import annotations

import pytest

from winjournal.ui.veil import Veil

KNOWN = (("Harbour Vans", "Van hire"), ("Dana Reyes", None), ("Lea Kim", None))
DRAWN = Veil(True, KNOWN)


def test_up_it_changes_nothing() -> None:
    veil = Veil(False, KNOWN)
    assert veil.name("Dana Reyes") == "Dana Reyes"
    assert veil.words("Dana Reyes asked for 41k") == "Dana Reyes asked for 41k"


@pytest.mark.parametrize(
    ("name", "alias", "said"),
    [
        ("Harbour Vans", None, "Van hire"),
        ("Harbour Vans", "Supplier A", "Supplier A"),
        ("Dana Reyes", None, "D."),
        ("Somebody new", None, "S."),
        ("", None, ""),
    ],
)
def test_a_name_is_said_by_its_alias_or_its_initial(
    name: str, alias: str | None, said: str
) -> None:
    assert DRAWN.name(name, alias) == said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Dana Reyes asked for 41k", "D. asked for •••"),
        ("dana reyes, once more", "D., once more"),
        ("Dana said so; Reyes too", "D. said so; R. too"),
        ("Danaë is somebody else", "Danaë is somebody else"),
        ("dana said so", "D. said so"),
        ("Lea Kim, and a lea", "L., and a lea"),
        ("3,200.50 and 45 days, 10 %", "••• and ••• days, ••• %"),
        ("Harbour Vans", "Van hire"),
        (r"\1 of [b]", r"\••• of [b]"),
    ],
)
def test_free_words_lose_names_and_amounts(words: str, said: str) -> None:
    assert DRAWN.words(words) == said


def test_words_of_the_program_keep_their_figures() -> None:
    assert DRAWN.people("Saved: Dana Reyes. 2 left.") == "Saved: D.. 2 left."


def test_an_alias_with_signs_of_a_pattern_is_text() -> None:
    veil = Veil(True, (("A (b", r"x\1"),))
    assert veil.words("with A (b today") == r"with x\1 today".replace("1", "•••")
