from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.cli.conftest import Wj

READING = (
    ["list"],
    ["search", "anchors"],
    ["today"],
    ["due"],
    ["week"],
    ["character"],
    ["people"],
    ["export"],
)
ID = r"[0-9a-f]{6}"


def document(wj: Wj, *args: str) -> Any:
    return json.loads(wj.ok(*args, "--json"))


def titles(wj: Wj, *args: str) -> list[str]:
    return [row["title"] for row in document(wj, "list", *args)]


def test_the_list_is_newest_first_in_columns(story: Wj) -> None:
    lines = story.ok("list").splitlines()
    assert [line.split("  ")[1] for line in lines] == sorted(
        (line.split("  ")[1] for line in lines), reverse=True
    )
    acme = next(line for line in lines if "Acme" in line)
    assert re.fullmatch(rf"{ID}  2026-03-02  Acme renewal +Dana   □■2/□  agreed", acme)
    assert lines[0].endswith("inbox")
    assert len({line.index("  20") for line in lines}) == 1


def test_marks_are_ascii_where_a_terminal_cannot_draw_them(
    story: Wj, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "linux")
    assert "o#2/o" in story.ok("list", "with:dana")


def test_settings_may_ask_for_ascii(story: Wj) -> None:
    config = story.home / ".config/winjournal/config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("ascii = true\nshout = 1\n")
    answer = story("list", "with:dana")
    assert "o#2/o" in answer.out
    assert "there is no setting shout" in answer.err


@pytest.mark.parametrize(
    ("args", "found"),
    [
        (["with:dana"], ["Acme renewal"]),
        (["--with", "marsh"], ["Kiln lease"]),
        (["--open"], ["Kiln lease"]),
        (["--outcome", "agreed"], ["Acme renewal"]),
        (["@ego"], ["Acme renewal"]),
        (["--tag", "them/goalpost-"], ["Acme renewal"]),
        (["--tag", "goalpost-"], []),
        (["--step", "winning"], ["Acme renewal"]),
        (["--to", "2026-03-03"], ["Acme renewal"]),
        (["--from", "tomorrow"], []),
        (["rushed"], ["felt rushed on the phone"]),
    ],
)
def test_the_list_is_narrowed(story: Wj, args: list[str], found: list[str]) -> None:
    assert titles(story, *args) == found


def test_so_many_are_listed_as_were_asked_for(story: Wj) -> None:
    assert len(titles(story)) == 4
    assert len(titles(story, "-2")) == 2
    assert titles(story, "-n", "3") == titles(story, "--all")[:3]


def test_what_is_not_shown_is_told(wj: Wj) -> None:
    for number in range(52):
        wj.ok("log", f"line {number}")
    answer = wj("list")
    assert answer.out.count("\n") == 50
    assert answer.err == "50 of 52 are shown; --all shows all.\n"
    assert wj("list", "--all").out.count("\n") == 52
    assert wj("list", "-5").err == ""


def test_a_row_has_stable_keys(story: Wj) -> None:
    (row,) = document(story, "list", "with:dana")
    assert list(row) == [
        "id", "short", "kind", "on", "at", "title", "person", "sphere", "outcome",
        "sealed", "debriefed", "marks",
    ]  # fmt: skip
    assert (row["kind"], row["on"], row["outcome"]) == (
        "negotiation", "2026-03-02", "agreed",
    )  # fmt: skip
    assert row["id"][-12:].startswith(row["short"])
    assert [mark["polarity"] for mark in row["marks"]] == ["slip", "handled", "slip"]
    assert [mark["step"] for mark in row["marks"]] == ["ego", "trust", "winning"]
    (line,) = document(story, "list", "rushed")
    assert line["at"] == "2026-03-04T10:00:00+01:00"


def test_search_finds_words_anywhere(story: Wj) -> None:
    assert "my own about" in story.ok("search", "anchors")
    assert "raised my voice" in story.ok("search", "voice")
    assert "felt rushed" in story.ok("search", "rushed", "phone")
    (hit,) = document(story, "search", "rushed")
    start, end = hit["spans"][0]
    assert hit["snippet"][start:end] == "rushed"


def test_what_was_found_is_bold_in_colour(story: Wj) -> None:
    assert "\x1b[1mrushed\x1b[0m" in story.ok("--color=always", "search", "rushed")


@pytest.mark.parametrize(
    ("args", "env", "terminal", "coloured"),
    [
        ([], {}, True, True),
        ([], {}, False, False),
        (["--no-color"], {}, True, False),
        (["--color", "never"], {}, True, False),
        (["--color", "always"], {}, False, True),
        ([], {"NO_COLOR": "1"}, True, False),
        ([], {"NO_COLOR": ""}, True, True),
        (["--color", "always"], {"NO_COLOR": "1"}, True, True),
        ([], {"TERM": "dumb"}, True, False),
    ],
)
def test_colour_is_used_where_it_is_wanted(
    story: Wj, args: list[str], env: dict[str, str], terminal: bool, coloured: bool
) -> None:
    answer = story(*args, "search", "rushed", terminal=terminal, env=env)
    assert ("\x1b[" in answer.out) is coloured


@pytest.mark.parametrize("ref", ["last", "short", "shortest", "whole"])
def test_an_id_may_be_shortened(story: Wj, ref: str) -> None:
    row = document(story, "list")[0]
    refs = {
        "last": "last",
        "short": row["short"].upper(),
        "shortest": row["short"][:5],
        "whole": row["id"],
    }
    assert "felt rushed on the phone" in story.ok("show", refs[ref])


def test_a_negotiation_is_shown_in_full(story: Wj) -> None:
    (row,) = document(story, "list", "with:dana")
    text = story.ok("show", row["short"])
    assert text.startswith("# Acme renewal\n")
    assert "raised my voice" in text
    whole = document(story, "show", row["short"])
    assert whole["negotiation"]["terms"]["fair_low"] == "38000"
    assert whole["moments"][0]["at"] == "2026-03-02T15:00:00+01:00"
    moment = whole["moments"][0]["short"]
    assert story.ok("show", moment) == text


@pytest.mark.parametrize(
    "ref", ["9223372036854775808", "zz", "", "live", "%", "' or 1=1", "-" * 40]
)
def test_an_id_that_nothing_has_is_refused(story: Wj, ref: str) -> None:
    answer = story("show", "--", ref)
    assert (answer.code, answer.out) == (3, "")
    assert answer.err.count("\n") == 1


def test_an_id_that_many_things_have_is_refused(story: Wj) -> None:
    starts = [row["id"][-12:][0] for row in document(story, "list")]
    for number in range(40):
        story.ok("log", f"line {number}")
    answer = story("show", starts[0])
    assert answer.code == 3


def test_a_filed_line_leads_to_where_it_went(story: Wj) -> None:
    line = document(story, "log", "%Marsh came by @ego+")
    assert "came by" in story.ok("show", line["short"])
    story.ok("new", "Other", "--with", "Sam")
    assert story.ok("show", line["short"]).startswith("# Kiln lease\n")


def test_today_tells_the_day(story: Wj) -> None:
    text = story.ok("today")
    assert text.startswith("Wed 4 Mar 2026\n")
    for said in (
        r"Under way\n\w{6}  Kiln lease  Marsh +prep lacks trust call, my win",
        r"Due\n(.*\n)?1 day late +promise +SLA draft",
        r"Vow\nIF they say cheaper THEN I ask one question  kept 0 of 0\n",
        r"Inbox\n\w{6}  today 10:00  felt rushed on the phone\n",
        r"Last 12 weeks: 1 talk, 3 marks\n",
    ):
        assert re.search(said, text), said
    counts = [line.split() for line in text.splitlines()[-3:]]
    assert [line[0] for line in counts] == ["handled", "slips", "undecided"]
    assert [line[-1] for line in counts] == ["1", "2", "."]


def test_today_as_json(story: Wj) -> None:
    today = document(story, "today")
    assert today["today"] == "2026-03-04"
    assert [deal["title"] for deal in today["under_way"]] == ["Kiln lease"]
    assert today["weeks"][-1] == "2026-W10"
    assert len(today["weeks"]) == 12


def test_what_is_due_is_told_and_by_the_status_alone(story: Wj) -> None:
    assert "SLA draft" in story.ok("due")
    kinds = [due["kind"] for due in document(story, "due")]
    assert "promise" in kinds
    answer = story("due", "--quiet")
    assert (answer.code, answer.out, answer.err) == (10, "", "")


def test_nothing_due_is_status_0(wj: Wj) -> None:
    wj.ok("log", "a line")
    assert wj("due", "-q").code == 0
    answer = wj("due")
    assert (answer.code, answer.out, answer.err) == (0, "", "Nothing is due.\n")


def test_a_week_is_told(story: Wj) -> None:
    text = story.ok("week")
    assert text == story.ok("week", "W10") == story.ok("week", "2026-W10")
    assert text.startswith("2026-W10  Mon 2 Mar 2026 to Sun 8 Mar 2026  about 6 min")
    for said in ("Acme renewal", "It was **loud**.", "I talked.", "winning  /□"):
        assert said in text
    assert "vow this week     IF they say cheaper THEN I ask one question" in text
    assert "vow for the next  IF it gets loud THEN I wait" in text
    assert document(story, "week")["week"] == "2026-W10"


def test_a_week_without_anything_says_so(story: Wj) -> None:
    answer = story("week", "2025-W02")
    assert (answer.code, answer.out) == (0, "")
    assert answer.err == "Nothing is written in 2025-W02.\n"
    assert story("week", "W60").code == 2
    assert story("week", "next").code == 2


def test_character_tells_what_the_record_says(story: Wj) -> None:
    text = story.ok("character")
    assert text.startswith(
        "What your negotiations say, all time\n"
        "2 talks, 1 debriefed, 3 marks; 0 on the day\n"
    )
    found = re.findall(r"^([A-Z]\w+)  (\d+ .*)$", text, re.MULTILINE)
    assert [name for name, _ in found] == [
        "Trust", "Winning", "Value", "Share", "Ego", "Interests",
    ]  # fmt: skip
    assert dict(found)["Ego"] == "1 of 1 talks with ego tagged"
    acme = document(story, "list", "with:dana")[0]["short"]
    assert f"For: Acme renewal ({acme})" in text
    assert text.count("Could be wrong because") == 6
    assert re.search(r"My moments\n +Mar\ntrust +handled +1\n +slips +\.\n", text)
    assert re.search(r"ego +handled +\.\n +slips +1\n", text)


def test_character_over_a_period(story: Wj) -> None:
    assert "Acme renewal" in story.ok("character", "this", "month", "--plain")
    report = document(story, "character", "2026-03")
    assert [block["step"] for block in report["blocks"]][-1] == "interests"
    assert report["volume"]["talks"] == 2
    answer = story("character", "2025")
    assert (answer.code, answer.out) == (0, "")
    assert answer.err == "No negotiation lies in this period: 2025.\n"
    assert story("character", "someday").code == 2


def test_plain_is_without_colour_and_pager(story: Wj) -> None:
    for verb in ("character", "week"):
        assert "\x1b" in story(verb, "--no-pager", terminal=True).out
        assert "\x1b" not in story(verb, "--plain", terminal=True).out


def test_people_are_told(story: Wj) -> None:
    lines = story.ok("people").splitlines()
    assert lines[0].split() == [
        "name", "deals", "open", "last", "they", "I", "with", "them", "promises",
    ]  # fmt: skip
    dana = next(line for line in lines if line.startswith("Dana"))
    assert "0 handled, 1 slip" in dana
    assert "1 handled, 1 slip" in dana
    assert "I owe 1" in dana
    text = story.ok("people", "dana")
    assert text.startswith("Dana")
    assert "I promised  SLA draft" in text
    assert document(story, "people")[0]["person"]["name"]
    assert document(story, "people", "Dana")["promises"][0]["text"] == "SLA draft"


def test_a_name_that_nobody_has_is_refused(story: Wj) -> None:
    assert story("people", "Nobody").code == 3


@pytest.mark.parametrize("args", READING, ids=lambda args: args[0])
def test_reading_where_there_is_no_journal_makes_none(wj: Wj, args: list[str]) -> None:
    answer = wj(*args)
    assert (answer.code, answer.out) == (0, "")
    assert answer.err == f"There is no journal at {wj.journal} yet.\n"
    assert list(wj.home.rglob("*")) == []


@pytest.mark.parametrize(
    ("args", "empty"),
    [(["list"], []), (["search", "x"], []), (["due"], []), (["people"], [])],
    ids=["list", "search", "due", "people"],
)
def test_nothing_as_json_is_an_empty_list(
    wj: Wj, args: list[str], empty: list[str]
) -> None:
    assert document(wj, *args) == empty
    wj.ok("log", "quartz")
    if args != ["list"]:
        assert document(wj, *args) == empty


@pytest.mark.parametrize("verb", ["today", "week", "character"])
def test_nothing_as_json_keeps_its_keys(wj: Wj, verb: str) -> None:
    empty = document(wj, verb)
    wj.ok("log", "quartz")
    assert set(document(wj, verb)) == set(empty)


@pytest.mark.parametrize("args", READING, ids=lambda args: args[0])
def test_reading_changes_nothing(story: Wj, args: list[str]) -> None:
    def state() -> dict[str, bytes]:
        return {
            str(path): path.read_bytes()
            for path in story.home.rglob("*")
            if path.is_file() and not path.name.endswith(("-shm", "-wal"))
        }

    story.ok("log", "%Marsh waits to be filed")
    story.ok("list")
    before = state()
    story.ok(*args)
    assert state() == before


def test_paths_are_told_without_a_journal(wj: Wj) -> None:
    assert str(wj.journal) in wj.ok("paths")
    places = document(wj, "-j", "work", "paths")
    assert places["journal"] == str(wj.journal.with_name("work.db"))
    assert list(wj.home.rglob("*")) == []
    assert document(wj, "--db", "/x/y.db", "paths")["journal"] == "/x/y.db"


def test_help_explains_topics_offline(wj: Wj) -> None:
    assert wj.ok("help") == wj.ok("--help")
    for topic, said in (
        ("steps", "did I make their interests as important as my own?"),
        ("tags", "@goalpost-"),
        ("line", "[DATE: ] text with @tags and %person"),
        ("filter", "since:jan"),
    ):
        assert said in wj.ok("help", topic)
    assert wj("help", "nothing").code == 2


def test_the_version_is_told(wj: Wj) -> None:
    assert re.fullmatch(r"winjournal \d+\.\d+\.\d+\n", wj.ok("--version"))
