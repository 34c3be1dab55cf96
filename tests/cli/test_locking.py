"""`wj init`, `encrypt`, `decrypt`, `passphrase`, and every verb on a locked journal."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

from winjournal.cli import passphrase
from winjournal.store import keys
from winjournal.store.keys import KEYS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Answer, Wj

MARKER = "felt rushed"
WRONG = "wj: Wrong passphrase, or the file is damaged.\n"
NO_WAY_BACK = (
    "Nobody can open it without the passphrase: if it is lost, so is the journal.\n"
)


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make keys in no time, and have no terminal to ask on."""
    monkeypatch.setattr(keys, "_ROUNDS", 1)
    monkeypatch.setattr(passphrase, "_has_terminal", lambda: False)


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """Return a file with the passphrase, and a second one for a change of it."""
    file = tmp_path / "secret"
    file.write_bytes("p\u00e4ss\nanother\n".encode())
    file.chmod(0o600)
    return file


@pytest.fixture
def locked(story: Wj, secret: Path) -> Wj:
    """Return the command line over a small journal that was encrypted."""
    story.ok("encrypt", "--passphrase-file", str(secret), "--remove-copies")
    KEYS.forget()
    return story


def asked(
    monkeypatch: pytest.MonkeyPatch, *answers: str | None
) -> tuple[list[str], list[str]]:
    """Have somebody sit at the terminal; return what they are asked and told."""
    left, prompts, told = list(answers), list[str](), list[str]()

    def answer(prompt: str) -> str | None:
        prompts.append(prompt)
        return left.pop(0)

    monkeypatch.setattr(passphrase, "_ask", answer)
    monkeypatch.setattr(passphrase, "_tell", told.append)
    return prompts, told


def given(line: str) -> str:
    """Return a file descriptor that a passphrase can be read from."""
    reading, writing = os.pipe()
    os.write(writing, line.encode())
    os.close(writing)
    return str(reading)


def files_with(word: str, folder: Path) -> list[str]:
    return [
        file.name
        for file in folder.rglob("*")
        if file.is_file() and word.encode() in file.read_bytes()
    ]


def test_what_was_encrypted_is_nowhere_to_be_read(story: Wj, secret: Path) -> None:
    assert files_with(MARKER, story.home)
    answer = story("encrypt", "--passphrase-file", str(secret), "--remove-copies")
    assert answer.code == 0
    assert answer.out == f"encrypted  {story.journal}\nremoved  1 copy\n"
    assert answer.err.startswith(NO_WAY_BACK)
    assert "can be read by whoever gets at them" in answer.err
    assert files_with(MARKER, story.home) == []
    KEYS.forget()
    assert MARKER in story.ok("list", "--passphrase-file", str(secret))


def test_plain_copies_are_named_and_kept_unless_it_is_said(
    story: Wj, secret: Path
) -> None:
    answer = story("encrypt", "--passphrase-file", str(secret))
    (copy,) = (story.journal.parent / "backups").iterdir()
    assert answer.code == 0
    assert copy.name in answer.err
    assert "They were kept." in answer.err
    assert files_with(MARKER, story.home) == [copy.name]


def test_at_a_terminal_it_asks_before_copies_go(
    story: Wj, monkeypatch: pytest.MonkeyPatch
) -> None:
    prompts, _ = asked(monkeypatch, "p", "p")
    answer = story("encrypt", stdin="y\n", terminal=True)
    assert answer.code == 0
    assert prompts == ["New passphrase: ", "The same again: "]
    assert "Remove them? [y/N] " in answer.err
    assert files_with(MARKER, story.home) == []


@pytest.mark.parametrize(
    ("answers", "code", "said"),
    [
        (("p", "q"), 2, "The two are not the same."),
        (("", ""), 2, "at least one character"),
        ((None,), 77, "no terminal to ask on"),
    ],
    ids=["differ", "empty", "nobody"],
)
def test_a_new_passphrase_is_typed_twice(
    answers: tuple[str | None, ...], code: int, said: str, story: Wj,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    before = story.journal.read_bytes()
    asked(monkeypatch, *answers)
    answer = story("encrypt")
    assert (answer.code, said in answer.err) == (code, True)
    assert story.journal.read_bytes() == before


def test_three_tries_at_a_terminal(locked: Wj, monkeypatch: pytest.MonkeyPatch) -> None:
    prompts, told = asked(monkeypatch, "a", "", "c", "not asked")
    assert locked("list") == answer(77, WRONG)
    assert prompts == ["Passphrase of journal.db: "] * 3
    assert told == ["Wrong passphrase, or the file is damaged. Try again."] * 2
    prompts, told = asked(monkeypatch, "wrong", "p\u00e4ss")
    assert MARKER in locked.ok("list")
    assert len(prompts) == 2


def answer(code: int, err: str) -> Answer:
    from tests.cli.conftest import Answer

    return Answer(code, "", err)


def test_a_wrong_passphrase_that_was_given_is_tried_once(locked: Wj) -> None:
    for _ in range(2):
        got = locked("list", "--passphrase-fd", given("wrong\n"))
        assert got == answer(77, WRONG)


@pytest.mark.parametrize(
    ("verb", "more"),
    [
        ("list", ()), ("today", ()), ("due", ()), ("search", ("rushed",)),
        ("show", ("last",)), ("new", ("T", "--with", "P")), ("tag", ("ego-",)),
        ("log", ("a line",)), ("rm", ("last",)), ("undo", ()), ("verify", ()),
        ("week", ()), ("character", ()), ("people", ()), ("export", ()),
        ("decrypt", ()), ("passphrase", ()),
    ],
)  # fmt: skip
def test_no_verb_opens_it_without_the_passphrase(
    verb: str, more: tuple[str, ...], locked: Wj
) -> None:
    before = locked.journal.read_bytes()
    got = locked(verb, *more)
    assert (got.code, got.out) == (77, "")
    assert got.err == (
        f"wj: The journal {locked.journal} is locked. Give its passphrase on a"
        " terminal, by --passphrase-fd or --passphrase-file.\n"
    )
    assert locked.journal.read_bytes() == before


def test_a_shell_prompt_neither_asks_nor_says_anything(
    locked: Wj, monkeypatch: pytest.MonkeyPatch
) -> None:
    prompts, _ = asked(monkeypatch)
    assert locked("due", "--quiet") == answer(77, "")
    assert prompts == []
    code = locked("due", "--quiet", "--passphrase-fd", given("p\u00e4ss\n")).code
    assert code == 10


def test_a_line_is_logged_by_descriptor_also_beside_its_text(locked: Wj) -> None:
    got = locked("log", "told Dana", "--passphrase-fd", given("p\u00e4ss\n"))
    assert (got.code, got.err) == (0, "")
    KEYS.forget()
    both = given("p\u00e4ss\nfrom a pipe")
    assert locked("list", "-3", "--passphrase-fd", both).out.count("told Dana") == 1
    assert os.read(int(both), 99) == b"from a pipe"


def test_the_editor_is_not_opened_before_the_journal_is(
    locked: Wj, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("EDITOR", f"touch {tmp_path}/opened")
    assert locked("log", "-e").code == 77
    assert not (tmp_path / "opened").exists()


def test_the_environment_is_taken_with_a_warning_and_emptied(locked: Wj) -> None:
    got = locked("list", env={passphrase.VARIABLE: "p\u00e4ss"})
    assert MARKER in got.out
    assert got.err == (
        "WINJOURNAL_PASSPHRASE can be read by other programs of yours;"
        " --passphrase-fd cannot.\n"
    )
    assert passphrase.VARIABLE not in os.environ


def test_a_file_that_others_may_read_is_told(locked: Wj, secret: Path) -> None:
    secret.chmod(0o644)
    got = locked("list", "--passphrase-file", str(secret))
    assert got.code == 0
    assert "can be read by others" in got.err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--passphrase-file", "nowhere"), "cannot be read"),
        (("--passphrase-fd", "98"), "cannot be read"),
        (("--passphrase-fd", "x"), "invalid int value"),
        (("--passphrase-fd", "3", "--passphrase-file", "f"), "exclude each other"),
        (("--passphrase-file", os.devnull), "no passphrase in what was given"),
    ],
)  # fmt: skip
def test_a_bad_source_is_told(options: tuple[str, ...], said: str, locked: Wj) -> None:
    got = locked("list", *options)
    assert got.code == 2
    assert said in got.err


def test_another_passphrase(locked: Wj, secret: Path) -> None:
    got = locked("passphrase", "--passphrase-file", str(secret), "--keep-copies")
    assert got.code == 0, got
    assert got.out == f"changed  {locked.journal}\n"
    assert "still open with an old passphrase" in got.err
    KEYS.forget()
    assert locked("list", "--passphrase-fd", given("p\u00e4ss\n")).err == WRONG
    assert MARKER in locked.ok("list", "--passphrase-fd", given("another\n"))


def test_decrypting_says_what_it_means(locked: Wj, secret: Path) -> None:
    got = locked("decrypt", "--passphrase-file", str(secret))
    assert got.out == f"decrypted  {locked.journal}\n"
    assert "Whoever gets at the file can read it now" in got.err
    assert "copies are still encrypted" in got.err
    KEYS.forget()
    assert MARKER in locked.ok("list")
    assert locked("decrypt").code == 4


def test_a_journal_is_made_encrypted_from_the_start(wj: Wj, secret: Path) -> None:
    got = wj("init", "--encrypt", "--passphrase-file", str(secret))
    assert (got.out, got.err) == (f"encrypted  {wj.journal}\n", NO_WAY_BACK)
    wj.ok("log", MARKER)
    assert files_with(MARKER, wj.home) == []
    again = wj("init", "--encrypt")
    assert again.code == 73
    assert "already" in again.err
    assert wj.ok("-j", "work", "init").startswith("made  ")
    assert wj.ok("-j", "work", "list") == ""


@pytest.mark.parametrize("verb", ["encrypt", "decrypt", "passphrase"])
def test_where_no_journal_is_none_is_made(verb: str, wj: Wj) -> None:
    assert wj(verb).code == 66
    assert not wj.journal.exists()


def test_what_is_so_already_is_not_asked_for(story: Wj, secret: Path) -> None:
    assert story("passphrase").code == 4
    story.ok("encrypt", "--passphrase-file", str(secret), "--keep-copies")
    assert story("encrypt").code == 4


def test_a_fault_tells_no_word_and_no_passphrase(
    locked: Wj, secret: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What SQLAlchemy says of a failing statement would hold its values."""

    def fails(*_: Any, **__: Any) -> None:
        raise RuntimeError(MARKER)

    monkeypatch.setattr("winjournal.store.history.record", fails)
    got = locked("new", MARKER, "--with", "P", "--passphrase-file", str(secret))
    assert got.code == 70
    logs = [f for f in (locked.home / ".local/state").rglob("*") if f.is_file()]
    said = got.out + got.err + "".join(f.read_text() for f in logs)
    assert "RuntimeError" in said
    for word in (MARKER, "p\u00e4ss"):
        assert word not in said


def test_where_things_are_tells_whether_it_is_encrypted(
    locked: Wj, secret: Path
) -> None:
    assert "encrypted  yes" in locked.ok("paths")
    locked.ok("decrypt", "--passphrase-file", str(secret))
    assert '"encrypted": false' in locked.ok("paths", "--json")
