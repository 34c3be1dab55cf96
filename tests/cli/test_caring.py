"""`wj backup`, `restore`, `trash`, `purge` and `doctor`, as a shell sees them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2

from tests.store.whole import digest, whole

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Wj


def backups(wj: Wj) -> list[Path]:
    return sorted((wj.journal.parent / "backups").glob("*.db"))


def by_hand(wj: Wj, sql: str) -> None:
    connection = dbapi2.connect(str(wj.journal), isolation_level=None)
    connection.execute(sql)
    connection.close()


def test_a_backup_is_made_listed_read_again_and_dropped(story: Wj) -> None:
    assert story("backup").err == "There is no backup yet; wj backup make makes one.\n"
    assert json.loads(story.ok("backup", "--json")) == []
    made = story.ok("backup", "make").strip()
    assert made == str(backups(story)[0])
    assert "today 10:00" in story.ok("backup")
    (listed,) = json.loads(story.ok("backup", "--json"))
    assert (listed["reason"], listed["path"]) == ("asked", made)
    assert story.ok("backup", "verify").startswith("whole  journal.20260304T0900")
    (told,) = json.loads(story.ok("backup", "verify", "20260304", "--json"))
    assert told["fault"] is None
    answer = story("backup", "drop", "20260304", "-y")
    assert (answer.code, "No sound backup would be left." in answer.err) == (4, True)
    story.pass_(days=1)
    story.ok("backup", "make")
    assert story.ok("backup", "drop", "20260304", "--dry-run").startswith("would")
    assert len(backups(story)) == 2
    assert story.ok("backup", "drop", "20260304", "-y").startswith("deleted  journal.")
    assert len(backups(story)) == 1


def test_a_damaged_backup_is_named_with_65(story: Wj) -> None:
    story.ok("backup", "make")
    (copy,) = backups(story)
    data = copy.read_bytes()
    at = data.index(b"A page of my own")
    copy.write_bytes(data[:at] + b"B" + data[at + 1 :])
    answer = story("backup", "verify")
    assert answer.code == 65
    assert answer.out.startswith("damaged")
    assert "1 backup is damaged." in answer.err
    assert story("restore", "-y").code == 65
    assert story("doctor").code == 65


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("backup", "burn"), 2),
        (("backup", "drop"), 2),
        (("backup", "drop", "x", "--old"), 2),
        (("backup", "verify", "x"), 3),
        (("restore",), 3),
        (("restore", "x"), 3),
        (("trash", "burn"), 2),
        (("purge",), 2),
        (("purge", "nobody"), 3),
        (("doctor", "--accept"), 2),
        (("trash", "empty"), 2),
    ],
)
def test_what_is_not_understood_changes_nothing(
    story: Wj, args: tuple[str, ...], code: int
) -> None:
    before = whole(story.journal, leave_out=())
    answer = story(*args)
    assert (answer.code, answer.err.count("\n")) == (code, 1)
    assert whole(story.journal, leave_out=()) == before


def test_without_a_journal_there_is_nothing_to_care_for(wj: Wj) -> None:
    assert wj("backup").code == wj("trash").code == wj("doctor").code == 0
    assert wj("backup", "verify").code == 0
    assert wj("backup", "make").code == 66
    assert wj("purge", "Dana").code == wj("restore").code == 3
    assert not wj.journal.exists()


def test_a_restore_says_what_changes_and_keeps_what_stood_there(story: Wj) -> None:
    story.ok("backup", "make")
    story.pass_(minutes=5)
    story.ok("log", "a thought of later")
    before = story.ok("restore", "--dry-run")
    assert "logged lines    2     1" in before
    assert "2026-03-04  a thought of later" in before
    assert "a thought of later" in story.ok("list")
    assert story("restore").code == 2
    answer = story("restore", "-y")
    assert answer.out.startswith(before)
    assert "restored  journal.20260304T0900" in answer.out
    assert "What stood there before is" in answer.err
    assert "a thought of later" not in story.ok("list")
    # and back again
    story.ok("restore", "20260304T0905", "-y")
    assert "a thought of later" in story.ok("list")


def test_a_terminal_is_asked(story: Wj) -> None:
    story.ok("backup", "make")
    story.ok("log", "a thought of later")
    for typed, is_done in (("n\n", False), ("", False), ("y\n", True)):
        answer = story("restore", stdin=typed, terminal=True)
        assert answer.code == 0
        assert "in the place of" in answer.err
        assert ("restored" in answer.out) is is_done


def test_a_journal_that_cannot_be_read_comes_back(story: Wj) -> None:
    story.ok("backup", "make")
    whole_file = story.journal.read_bytes()
    story.journal.write_bytes(whole_file[:9000])
    assert story("list").code == 65
    answer = story("restore", "-y")
    assert answer.code == 0
    assert "cannot be read; it is kept aside" in answer.err
    assert "Acme renewal" in story.ok("list")
    assert len(list(story.journal.parent.glob("journal.db.damaged-*"))) == 1


def test_the_trash_is_listed_and_emptied(story: Wj) -> None:
    story.ok("rm", "last")
    listed = story.ok("trash")
    assert "deleted" in listed
    assert "wj undo" in listed
    assert json.loads(story.ok("trash", "--json"))[0]["rows"] >= 1
    assert story.ok("trash", "empty", "--dry-run").startswith("would let go of ")
    assert story("trash", "empty", "-y").out.startswith("emptied  ")
    assert story("trash").err == "The trash is empty.\n"
    assert story("undo").code == 3


def test_a_person_is_purged_and_old_backups_are_told_of(story: Wj) -> None:
    story.ok("backup", "make")
    shown = story.ok("purge", "Dana", "--dry-run")
    assert "Acme renewal  with all that belongs to it" in shown
    assert "Acme renewal" in story.ok("list")
    answer = story("purge", "Dana", "-y")
    assert "purged  " in answer.out
    assert "2 backups still hold it" in answer.err
    assert story.ok("list", "Acme") == ""
    assert story("verify").code == 0
    assert b"Acme renewal" not in story.journal.read_bytes()
    assert story.ok("backup", "drop", "--old", "-y") == "deleted 2 backups\n"
    (left,) = backups(story)
    assert b"Acme renewal" not in left.read_bytes()
    assert story("doctor").code == 0


def test_a_negotiation_is_purged_with_its_backups(story: Wj) -> None:
    story.ok("backup", "make")
    id_ = next(
        row["short"]
        for row in json.loads(story.ok("list", "--json"))
        if row["title"] == "Kiln lease"
    )
    answer = story("purge", id_, "--backups", "-y")
    assert "A new backup was made, 2 older ones deleted." in answer.err
    files = [story.journal, *backups(story)]
    assert [f for f in files if b"Kiln lease" in f.read_bytes()] == []
    assert len(files) == 2


def test_many_deletions_at_once_are_backed_up_first(story: Wj) -> None:
    for number in range(6):
        story.ok("log", f"line {number}")
    ids = [row["short"] for row in json.loads(story.ok("list", "--json"))][:6]
    assert "A backup is" in story("rm", *ids).err
    assert len(backups(story)) == 1


def test_the_doctor_says_and_mends_only_when_told(story: Wj) -> None:
    story.ok("backup", "make")
    assert story("doctor").code == 0
    story.journal.chmod(0o644)
    by_hand(story, "DELETE FROM search_doc WHERE kind = 'entry'")
    by_hand(story, "INSERT INTO search_doc(kind, ref, text) VALUES ('vow', 'x', 'y')")
    before = digest(story.journal)
    answer = story("doctor")
    assert answer.code == 1
    assert "open to others (mode 0644)" in answer.out
    assert "The search index does not fit" in answer.out
    assert "Nothing was changed." in answer.err
    assert digest(story.journal) == before
    assert story.ok("search", "anchors") == ""
    fixed = story.ok("doctor", "--fix")
    assert "mended" in fixed
    assert story.journal.stat().st_mode & 0o777 == 0o600
    assert "anchors" in story.ok("search", "anchors")
    assert story("doctor").code == 0
    assert [b.name for b in backups(story) if "-mend-" in b.name]


def test_damaged_rows_are_named_and_the_others_can_be_read(story: Wj) -> None:
    story.ok("backup", "make")
    by_hand(story, "UPDATE moment SET note = 'raised my vwice' WHERE tag = 'ego'")
    answer = story("doctor")
    assert answer.code == 65
    assert "1 row is not as written" in answer.out
    found = json.loads(story("doctor", "--json").out)
    (row,) = [one for one in found["findings"] if one["check"] == "rows"]
    assert row["ids"][0].startswith("moment ")
    assert "Kiln lease" in story.ok("list")
    assert story("doctor", "--fix").code == 65
    assert story("doctor", "--fix", "--accept").code == 0
    assert story("doctor").code == 0


def test_a_file_from_elsewhere_is_looked_through(story: Wj) -> None:
    story.ok("backup", "make")
    by_hand(
        story,
        "CREATE TRIGGER sneaky AFTER INSERT ON vow BEGIN DELETE FROM entry; END",
    )
    by_hand(story, "CREATE VIEW spy AS SELECT body FROM entry")
    answer = story("doctor")
    assert answer.code == 65
    assert "it holds the trigger sneaky, it holds the view spy" in answer.out


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("UPDATE alembic_version SET version_num = 'zz'", "made by a newer"),
        ("DELETE FROM alembic_version", "does not say which version"),
    ],
)
def test_a_form_that_is_not_known_is_named(story: Wj, sql: str, said: str) -> None:
    by_hand(story, sql)
    answer = story("doctor")
    assert answer.code == 65
    assert said in answer.out
