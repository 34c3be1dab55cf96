"""Every input of `bad_inputs.json` through the shell: kept, shown, or refused."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Wj
from tests.program import ROOT
from winjournal.domain.edge import MAX_BODY, clean_text

CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f]"
)
"""What must never reach a terminal."""

FINE = {0, 2, 3}


def inputs() -> dict[str, str]:
    data = json.loads((ROOT / "tests/data/bad_inputs.json").read_text())
    return {one["name"]: one["value"] * one["repeat"] for one in data["inputs"]}


every_input = pytest.mark.parametrize(
    "value", [pytest.param(value, id=name) for name, value in inputs().items()]
)

LONGEST_ARGUMENT = 131_000
"""Bytes that a shell can pass as one argument."""

every_argument = pytest.mark.parametrize(
    "value",
    [
        pytest.param(value, id=name)
        for name, value in inputs().items()
        if "\0" not in value and len(value) < LONGEST_ARGUMENT
    ],
)


def check(code: int, err: str, out: str = "") -> None:
    """Check that an answer is one of the kinds that there are, and harmless."""
    assert code in FINE, err
    assert "Traceback" not in err
    assert "went wrong inside" not in err
    assert not CONTROL.search(out + err)


@every_input
def test_a_logged_line_is_kept_to_the_letter(wj: Wj, value: str) -> None:
    answer = wj("log", "--no-date", "-", stdin=value.encode(errors="surrogatepass"))
    kept = value.encode(errors="surrogatepass").decode(errors="replace")
    kept = kept.removeprefix("\ufeff").rstrip("\r\n")
    check(answer.code, answer.err)
    if not kept.strip() or len(kept.encode()) > MAX_BODY:
        assert (answer.code, answer.out) == (2, "")
        assert not wj.journal.exists()
        return
    assert answer.code == 0
    assert json.loads(wj.ok("show", "last", "--json"))["line"] == clean_text(kept).text
    for verb in (["list"], ["today"], ["show", "last"]):
        shown = wj(*verb, "--no-pager", "--no-color", terminal=True)
        check(shown.code, shown.err, shown.out)
        assert shown.code == 0


@every_argument
def test_words_after_two_dashes_are_logged(wj: Wj, value: str) -> None:
    answer = wj("log", "--", value)
    check(answer.code, answer.err)
    assert (answer.code == 0) is wj.journal.exists()


@every_argument
def test_any_text_is_looked_for_as_it_stands(story: Wj, value: str) -> None:
    for args in (["search", "--", value], ["search", "--json", "--", value]):
        answer = story("--no-color", *args, terminal=True)
        check(answer.code, answer.err, answer.out)
    assert story("search", "--", value).code == 0


@every_argument
def test_any_text_is_a_filter_or_one_sentence(story: Wj, value: str) -> None:
    for args in (
        ["list", "--", value],
        ["list", "--with", value],
        ["list", "--tag", value],
        ["list", "--from", value],
        ["export", "--", value],
    ):
        answer = story("--no-color", *args, terminal=True)
        check(answer.code, answer.err, "" if args[0] == "export" else answer.out)
        assert answer.err.count("\n") <= 1


@every_argument
@pytest.mark.parametrize(
    "verb", ["show", "rm", "people", "week", "character", "tag", "help"]
)
def test_any_text_is_an_id_or_a_name_or_one_sentence(
    story: Wj, verb: str, value: str
) -> None:
    answer = story(verb, "--", value)
    check(answer.code, answer.err)
    assert answer.code in {2, 3} or (
        verb in {"people", "help", "character"} and not value.strip()
    )
    assert answer.err.count("\n") == (1 if answer.code else 0)


@every_argument
def test_any_text_is_a_title_and_a_name_of_a_file(
    wj: Wj, value: str, tmp_path: Path
) -> None:
    answer = wj("new", "--with", "Dana", "--", value)
    check(answer.code, answer.err)
    title = clean_text(value[:2000], one_line=True).text
    assert (answer.code == 0) is (0 < len(title) <= 80)
    if answer.code:
        return
    (row,) = json.loads(wj.ok("list", "--json"))
    assert row["title"] == title
    folder = tmp_path / "out"
    wj.ok("export", "--split", "-o", str(folder))
    (page,) = folder.iterdir()
    assert len(page.name.encode()) <= 255
    assert not page.name.startswith((".", "-"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "out"]


@every_argument
def test_any_text_is_a_name_or_one_sentence(wj: Wj, value: str) -> None:
    answer = wj("log", "--with", value, "a line")
    check(answer.code, answer.err)
    name = clean_text(value[:2000], one_line=True).text
    assert (answer.code == 0) is (0 < len(name) <= 60)
    answer = wj("log", "--at", value, "a line")
    assert answer.code == 2


def test_a_skipped_hour_is_told(wj: Wj, monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    monkeypatch.setenv("WINJOURNAL_NOW", "2026-04-01T10:00")
    said = wj.ok("log", "--at", "2026-03-29 02:30", "x")
    assert "Sun 29 Mar 2026 03:30 (no 02:30 that day)" in said
    assert wj("log", "--at", "2026-03-29T02:30:00 Europe/Berlin", "x").code == 2
