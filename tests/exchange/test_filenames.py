"""File names from titles that were never meant to be one."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.dossiers import BAD_INPUTS, DEAL
from winjournal.exchange.filenames import FileNames, safe_stem

SHORT = {name: text for name, text in BAD_INPUTS.items() if len(text) < 200_000}
IDS = [f"0192f0c1-0000-7000-8000-{number:012x}" for number in range(200)]


def check(name: str) -> None:
    """Check that a name is one file in its folder on every system."""
    assert len(name.encode()) <= 255
    assert name == unicodedata.normalize("NFC", name)
    assert PurePosixPath(name).name == name
    assert PureWindowsPath(name).name == name
    assert not PureWindowsPath(name).is_reserved()
    assert not set(name) & set('\\/:*?"<>|#^[]')
    assert not name.startswith((".", "-", " "))
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in name)
    assert not any(unicodedata.bidirectional(c)[:2] in ("LR", "RL") and
                   unicodedata.category(c) == "Cf" for c in name)  # fmt: skip
    assert name.endswith(".md")


@pytest.mark.parametrize("name", sorted(SHORT))
def test_a_bad_title_gives_a_good_name(name: str) -> None:
    check(FileNames().name(SHORT[name], DEAL))


@given(st.text(st.characters(codec=None), max_size=200))
@settings(derandomize=True, deadline=None, max_examples=400)
def test_any_title_gives_a_good_name(title: str) -> None:
    check(FileNames().name(title, DEAL))


def test_all_bad_inputs_get_names_of_their_own() -> None:
    names = FileNames()
    given_ = [names.name(t, i) for t, i in zip(SHORT.values(), IDS, strict=False)]
    assert len({name.casefold() for name in given_}) == len(SHORT)


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Acme renewal", "Acme renewal"),
        ("../../../../etc/cron.d/x", "etc-cron.d-x"),
        ("/etc/passwd", "etc-passwd"),
        ("C:\\Windows\\..\\x:stream", "C-Windows-..-x-stream"),
        ("-rf --help", "rf --help"),
        ("name... ", "name"),
        ("..", "untitled"),
        ("", "untitled"),
        (" \t\u3000", "untitled"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("com1 ", "_com1"),
        ("Console", "Console"),
        ("line1\nline2: x", "line1 line2- x"),
        ("invoice\u202etxt.exe", "invoicetxt.exe"),
        ("cafe\u0301", "café"),
    ],
)
def test_how_a_title_becomes_a_name(title: str, stem: str) -> None:
    assert safe_stem(title) == stem
    assert FileNames().name(title, DEAL) == f"{stem} -- a1b2c3.md"


def test_a_long_title_is_cut_between_characters() -> None:
    assert safe_stem("T" * 300) == "T" * 120
    assert safe_stem("\u00e9" * 100) == "\u00e9" * 60
    assert safe_stem("\U0001f469" * 100) == "\U0001f469" * 30
    assert safe_stem("a" * 119 + "\u00e9") == "a" * 119
    assert safe_stem("a" * 119 + " b") == "a" * 119


def test_no_two_names_differ_only_by_case() -> None:
    names = FileNames()
    one, other = f"{IDS[0][:-6]}aaaaaa", f"{IDS[0][:-6]}bbbbbb"
    found = [
        names.name("Deal", one),
        names.name("deal", other),
        names.name("DEAL", other),
        names.name("Deal", other),
    ]
    for name in found:
        check(name)
    assert len({name.casefold() for name in found}) == 4


def test_the_same_calls_give_the_same_names() -> None:
    first, second = FileNames(), FileNames()
    titles = ["a", "A", "a", ""]
    assert [first.name(t, DEAL) for t in titles] == [
        second.name(t, DEAL) for t in titles
    ]


def test_other_suffixes() -> None:
    assert FileNames().name("x", DEAL, ".json") == "x -- a1b2c3.json"
