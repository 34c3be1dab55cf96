from __future__ import annotations

import json
import re

import pytest

from tests.cli.conftest import Wj


def ids(wj: Wj) -> dict[str, str]:
    return {row["title"]: row["short"] for row in json.loads(wj.ok("list", "--json"))}


def test_a_negotiation_is_started(wj: Wj) -> None:
    said = wj.ok("new", "Kiln", "lease", "--with", "Marsh", "--sphere", "household",
                 "--kind", "lease")  # fmt: skip
    assert re.fullmatch(r"[0-9a-f]{6}  Kiln lease  Marsh\n", said)
    (row,) = json.loads(wj.ok("list", "kind:lease", "sphere:household", "--json"))
    assert (row["title"], row["person"], row["outcome"]) == (
        "Kiln lease", "Marsh", "open",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["Renewal"], "A negotiation needs another side. Add --with NAME."),
        (["--with", "Dana"], "A negotiation needs a title."),
        (["  ", "--with", "Dana"], "A negotiation needs a title."),
        (["Renewal", "--with", " "], "name is needed."),
        (["T" * 81, "--with", "Dana"], "80"),
        (["x", "--with", "Dana", "--sphere", "mars"], "--sphere: invalid choice"),
    ],
)
def test_what_is_missing_is_named_and_nothing_is_made(
    wj: Wj, args: list[str], sentence: str
) -> None:
    answer = wj("new", *args)
    assert (answer.code, answer.out) == (2, "")
    assert sentence in answer.err
    assert wj("list").out == ""


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["ego-", "raised", "my", "voice"], "10:00  Kiln lease  ego slip"),
        (["them/trust+!2"], "10:00  Kiln lease  their trust-built handled"),
        (["promise", "--at", "9:30"], "09:30  Kiln lease  promise"),
    ],
)
def test_a_moment_is_marked_in_the_one_that_is_under_way(
    story: Wj, args: list[str], said: str
) -> None:
    assert story.ok("tag", *args).endswith(f"Wed 4 Mar 2026 {said}\n")
    assert "Kiln lease" in story.ok("list", "has:moments", "is:open")


def test_the_note_of_a_mark_is_kept(story: Wj) -> None:
    story.ok("tag", "e-", "raised my voice", "--in", "last")
    assert "raised my voice" in story.ok("show", ids(story)["Kiln lease"])


def test_the_negotiation_can_be_named(story: Wj) -> None:
    assert "Acme renewal" in story.ok("tag", "ego", "--in", ids(story)["Acme renewal"])
    assert "Kiln lease" in story.ok("tag", "ego", "--in", "last")
    line = ids(story)["felt rushed on the phone"]
    assert story("tag", "ego", "--in", line).code == 3
    assert story("tag", "ego", "--in", "live").code == 3


def test_it_must_be_clear_which_negotiation_is_meant(story: Wj) -> None:
    story.ok("new", "Other", "--with", "Sam")
    answer = story("tag", "ego")
    assert answer.code == 3
    assert "--in ID" in answer.err


@pytest.mark.parametrize("args", [[], ["egoo"], ["trust"], ["ego", "--at", "never"]])
def test_a_mark_that_is_none_is_refused(story: Wj, args: list[str]) -> None:
    assert story("tag", *args).code == 2


def test_a_note_that_is_too_long_is_refused(story: Wj) -> None:
    answer = story("tag", "ego", "x" * 141)
    assert answer.code == 2
    assert "140" in answer.err


def test_what_was_deleted_comes_back(story: Wj) -> None:
    before = story.ok("list", "--json")
    kiln = ids(story)["Kiln lease"]
    answer = story("rm", kiln)
    assert (answer.out, answer.err) == (
        f"deleted  {kiln}\n", "wj undo brings it back.\n",
    )  # fmt: skip
    assert "Kiln lease" not in ids(story)
    assert story.ok("undo") == "undone  deleted  Kiln lease\n"
    assert story.ok("list", "--json") == before
    assert story.ok("redo") == "redone  deleted  Kiln lease\n"
    assert "Kiln lease" not in ids(story)


def test_everything_with_an_id_can_be_deleted(story: Wj) -> None:
    found = ids(story)
    acme = json.loads(story.ok("show", found["Acme renewal"], "--json"))
    promise = json.loads(story.ok("people", "Dana", "--json"))["promises"][0]
    story.ok("rm", acme["moments"][0]["id"], promise["id"], "-y")
    story.ok("rm", *found.values())
    assert ids(story) == {}
    person = json.loads(story.ok("people", "--json"))[0]["person"]
    story.ok("rm", person["short"])
    assert len(json.loads(story.ok("people", "--json"))) == 1


def test_nothing_goes_where_one_id_is_none(story: Wj) -> None:
    kiln = ids(story)["Kiln lease"]
    answer = story("rm", kiln, "zzzz")
    assert (answer.code, answer.out) == (3, "")
    assert "Kiln lease" in ids(story)
    assert story("rm").code == 2


def test_a_filed_line_goes_with_what_it_became(story: Wj) -> None:
    line = json.loads(story.ok("log", "--json", "%Marsh came by @ego+"))["short"]
    story.ok("new", "Other", "--with", "Sam")
    kiln = ids(story)["Kiln lease"]
    assert "came by" in story.ok("show", kiln)
    story.ok("rm", line)
    assert "came by" not in story.ok("show", kiln)
    assert "Moments" not in story.ok("show", kiln)


def test_a_line_that_waits_is_deleted_and_not_filed_first(story: Wj) -> None:
    line = json.loads(story.ok("log", "--json", "%Marsh came by @ego+"))["short"]
    story.pass_(minutes=1)
    story.ok("rm", line)
    assert story.ok("list", "came") == ""
    assert story.ok("undo").startswith("undone  deleted  %Marsh came by")


def test_undo_takes_back_what_was_done_and_files_nothing(story: Wj) -> None:
    story.ok("tag", "ego", "--in", "last")
    story.pass_(minutes=1)
    story.ok("log", "%Marsh came by")
    story.pass_(minutes=1)
    assert "came by" in story.ok("undo")
    assert story.ok("undo") == "undone  marked ego  Kiln lease\n"


@pytest.mark.parametrize("verb", ["undo", "redo"])
def test_nothing_to_take_back_is_told(wj: Wj, verb: str) -> None:
    answer = wj(verb)
    assert (answer.code, answer.out) == (3, "")
    assert answer.err == f"wj: Nothing is left to {verb}.\n"
    assert not wj.journal.exists()


@pytest.mark.parametrize("args", [["rm", "last"], ["tag", "ego"]])
def test_what_needs_a_journal_makes_none(wj: Wj, args: list[str]) -> None:
    assert wj(*args).code == 3
    assert not wj.journal.exists()


def test_a_negotiation_begins_as_a_template_says(story: Wj) -> None:
    story.ok("config", "set", "currency", "USD")
    story.ok("config", "set", "templates.rent", '{kind = "rent", gaps = ["a"]}')
    id_ = story.ok("new", "Pay", "--with", "Ines", "--template", "salary")[:6]
    page = story.ok("prep", "Ines", "--plain")
    assert "what I did last year, in figures" in page
    shown = json.loads(story.ok("show", id_, "--json"))
    assert shown["negotiation"]["terms"]["currency"] == "USD"
    flat = ("new", "Flat", "--with", "Ruth", "--template", "rent", "--kind", "flat")
    id_ = story.ok(*flat)[:6]
    shown = json.loads(story.ok("show", id_, "--json"))
    assert shown["negotiation"]["kind"] == "flat"
    answer = story("new", "x", "--with", "y", "--template", "nonsense")
    assert answer.code == 3
    assert "There are salary, vendor, family, scope, rent." in answer.err
