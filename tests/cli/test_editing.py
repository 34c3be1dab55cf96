"""`wj edit` and `log -e`: pages in an editor, drafts, and fields without one."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from winjournal.services.forms.paging import FIELD
from winjournal.ui.drafting import FIELD as FIELD_OF_THE_SCREENS

if TYPE_CHECKING:
    from tests.cli.conftest import Wj


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return what makes a script the editor; pages are kept under `seen`."""

    def use(script: str) -> Path:
        path = tmp_path / "an editor"
        path.write_text(f'#!/bin/sh\ncp "$2" "$1"\n{script}\n')
        path.chmod(0o700)
        monkeypatch.setenv("EDITOR", f"'{path}' '{tmp_path}/seen'")
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
        return tmp_path / "seen"

    return use


def ids(wj: Wj, *query: str) -> list[str]:
    return [row["short"] for row in json.loads(wj.ok("list", *query, "--json"))]


def test_an_entry_is_a_page_with_its_time(story: Wj, editor: Any) -> None:
    (entry,) = ids(story, "has:entry", "anchors")
    seen = editor("""sed -i 's/^at:.*/at: 2026-03-01 08:15/; s/page/sheet/' "$2" """)
    assert story.ok("edit", entry) == f"saved  {entry}\n"
    assert seen.read_text().endswith("---\nA page of my own about *anchors*.\n")
    told = json.loads(story.ok("show", entry, "--json"))
    assert told["body"] == "A sheet of my own about *anchors*."
    assert told["written_at"] == "2026-03-01T08:15:00+01:00"
    story.ok("undo")
    assert "A page of my own" in story.ok("show", entry)


def test_nothing_is_left_of_the_file(story: Wj, editor: Any, tmp_path: Path) -> None:
    editor('printf more >> "$2"')
    story.ok("edit", ids(story, "has:entry", "anchors")[0])
    assert list(tmp_path.glob("winjournal-*")) == []
    assert list(Path(tempfile.gettempdir()).glob("winjournal-*/text*")) == []


def test_unchanged_saves_nothing(story: Wj, editor: Any) -> None:
    editor("true")
    answer = story("edit", "last")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err == "wj: Nothing was changed, so nothing was saved.\n"


def test_an_editor_that_fails_leaves_a_draft_that_goes_on(
    story: Wj, editor: Any
) -> None:
    (entry,) = ids(story, "has:entry", "anchors")
    editor("""sed -i 's/page/sheet/' "$2"; exit 3""")
    answer = story("edit", entry)
    assert answer.code == 1
    found = re.search(r"kept as draft (\w+); wj edit (\w+) goes on", answer.err)
    assert found is not None
    assert "A page" in story.ok("show", entry)
    seen = editor("""sed -i 's/sheet/leaf/' "$2" """)
    story.ok("edit", found[1])
    assert "A sheet of my own" in seen.read_text()
    assert "A leaf of my own" in story.ok("show", entry)
    assert "drafts              0" in story.ok("stats")


def test_a_page_that_cannot_be_read_comes_back_whole(story: Wj, editor: Any) -> None:
    (deal,) = ids(story, "Kiln")
    editor("""sed -i 's/^kind:.*/kimd: rent/' "$2" """)
    answer = story("edit", deal)
    assert answer.code == 2
    assert '"kimd" is no field. Did you mean kind?' in answer.err
    seen = editor("""sed -i 's/^kimd:/kind:/' "$2" """)
    story.ok("edit", deal)
    assert "kimd: rent" in seen.read_text()
    assert json.loads(story.ok("show", deal, "--json"))["negotiation"]["kind"] == "rent"


def test_a_negotiation_is_rewritten_by_its_fields(story: Wj, editor: Any) -> None:
    (deal,) = ids(story, "Kiln")
    seen = editor(
        """sed -i 's/^my-win:.*/my-win: quiet/; s/^unit:.*/unit: money/
        s/^currency:.*/currency: EUR/; s/^walk-away:.*/walk-away: 900/' "$2" """
    )
    story.ok("edit", deal)
    assert "# unit: money, percent, points, none\n" in seen.read_text()
    told = json.loads(story.ok("show", deal, "--json"))
    assert told["goalposts"][0]["text"] == "quiet"
    assert told["negotiation"]["terms"]["walk_away"] == "900"


def test_fields_are_set_without_an_editor(story: Wj) -> None:
    told = json.loads(story.ok("show", ids(story, "Acme")[0], "--json"))
    moment = told["moments"][0]["short"]
    story.ok("edit", moment, "--set", "note=we both went quiet", "--set", "strength=3")
    told = json.loads(story.ok("show", moment, "--json"))
    assert told["moments"][0]["note"] == "we both went quiet"
    answer = story("edit", moment, "--set", "strength=9")
    assert (answer.code, "strength" in answer.err.lower()) == (2, True)
    answer = story("edit", moment, "--set", "colour=red")
    assert answer.code == 2
    assert "There are tag, actor, strength, note, at" in answer.err


def test_a_line_in_the_inbox_is_rewritten_and_its_date_read_again(story: Wj) -> None:
    (line,) = ids(story, "rushed")
    story.ok("edit", line, "--set", "body=yesterday 3pm: felt hurried")
    (row,) = json.loads(story.ok("list", "hurried", "--json"))
    assert (row["on"], row["title"]) == ("2026-03-03", "felt hurried")
    story.ok("edit", line, "--set", "at=2026-02-01 09:00")
    (row,) = json.loads(story.ok("list", "hurried", "--json"))
    assert row["on"] == "2026-02-01"


def test_what_is_sealed_is_refused_and_what_was_written_kept(
    story: Wj, editor: Any
) -> None:
    (deal,) = ids(story, "Kiln")
    sets = ("trust-call=not-yet", "my-win=quiet", "my-criterion-1=a key",
            "their-source=not-asked", "walk-away=no key")  # fmt: skip
    story.ok("edit", deal, *(word for one in sets for word in ("--set", one)))
    story.ok("seal", "Kiln")
    editor("""sed -i 's/^value-case:.*/value-case: much/' "$2" """)
    answer = story("edit", deal)
    assert answer.code == 4
    assert "kept as draft" in answer.err


@pytest.mark.parametrize("words", [[], ["ffffff"], ["nonsense!"]])
def test_what_is_not_there_cannot_be_rewritten(story: Wj, words: list[str]) -> None:
    answer = story("edit", *words)
    assert answer.code == (3 if words else 2)


def test_no_editor_waits_for_keys_without_a_terminal(
    story: Wj, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("WINJOURNAL_EDITOR", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    answer = story("edit", "last")
    assert answer.code == 2
    assert "no terminal" in answer.err


def test_a_line_is_logged_with_its_fields(story: Wj, editor: Any) -> None:
    seen = editor("""sed -i 's/^at:.*/at: mon 9:30/; s/^with:/with: Sam/' "$2" """)
    said = story.ok("log", "-e", "asked for more")
    assert seen.read_text().endswith("at:\nwith:\n---\nasked for more")
    assert "Mon 2 Mar 2026 09:30  Sam" in said


def test_a_line_that_cannot_be_logged_is_a_draft(story: Wj, editor: Any) -> None:
    editor("""sed -i 's/^at:.*/at: someday/; s/^with:/with: Sam/' "$2" """)
    answer = story("log", "-e", "asked for more")
    assert answer.code == 2
    found = re.search(r"kept as draft (\w+)", answer.err)
    assert found is not None
    seen = editor("""sed -i 's/someday: //' "$2" """)
    story.ok("edit", found[1])
    assert 'someday: asked for more %"Sam"' in seen.read_text()
    assert ids(story, "asked")


def test_a_draft_is_named_as_the_screens_name_it() -> None:
    assert FIELD == FIELD_OF_THE_SCREENS
