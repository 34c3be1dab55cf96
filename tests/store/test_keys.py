"""Keys: from a passphrase, the same in every form of Unicode, and never shown."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2

from tests.program import ROOT, clean_environment
from tests.store.conftest import KEY
from winjournal.domain.errors import (
    DamagedJournal,
    Invalid,
    Locked,
    NoJournal,
    WrongPassphrase,
)
from winjournal.store import keys
from winjournal.store.connect import connect, is_encrypted, look, unlock
from winjournal.store.create import create
from winjournal.store.files import premake
from winjournal.store.keys import KEYS, Key, make_key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROUNDS = keys._ROUNDS
PASSPHRASE = "straße \N{LATIN SMALL LETTER E WITH ACUTE} '\"\0 \u3042"


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make keys in no time."""
    monkeypatch.setattr(keys, "_ROUNDS", 1)


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    """Return an encrypted journal whose key nobody knows any more."""
    key = make_key(PASSPHRASE)
    made = tmp_path / "locked.db"
    KEYS.keep(key)
    create(made, key)
    KEYS.forget()
    return made


def test_a_key_shows_nothing() -> None:
    assert repr(KEY) == str(KEY) == "Key()"
    assert KEY.literal == f"x'{bytes(range(32)).hex()}{bytes(range(200, 216)).hex()}'"


def test_the_same_words_in_another_form_of_unicode_are_the_same_key() -> None:
    salt = bytes(16)
    composed, apart = make_key("\u00e9", salt), make_key("e\u0301", salt)
    assert composed.literal == apart.literal
    assert composed.literal != make_key("e", salt).literal


def test_an_empty_passphrase_is_none() -> None:
    with pytest.raises(Invalid, match="at least one"):
        make_key("")


def test_two_keys_of_one_passphrase_differ() -> None:
    assert make_key("p").literal != make_key("p").literal


def test_other_programs_open_it_with_the_passphrase(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The format is SQLCipher's own: nothing but the passphrase is needed."""
    monkeypatch.setattr(keys, "_ROUNDS", ROUNDS)
    made = create(tmp_path / "j.db", _kept(make_key("it's")))
    raw = dbapi2.connect(str(made))
    raw.execute("PRAGMA key='it''s'")
    assert raw.execute("SELECT count(*) FROM negotiation").fetchone() == (0,)
    raw.close()


def _kept(key: Key) -> Key:
    KEYS.keep(key)
    return key


def test_nobody_is_asked_where_nobody_may_be(locked: Path) -> None:
    for attempt in (connect, look):
        with pytest.raises(Locked, match="is locked"):
            attempt(locked)
    with pytest.raises(Locked):
        unlock(locked, ())


def test_a_wrong_passphrase_says_all_that_can_be_known(
    locked: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(WrongPassphrase) as told:
        unlock(locked, ("", "wrong", "wrong again"))
    assert str(told.value) == "Wrong passphrase, or the file is damaged."
    assert told.value.code == 77
    assert capfd.readouterr() == ("", "")


def test_only_as_many_are_asked_for_as_are_needed(locked: Path) -> None:
    given: list[str] = []

    def give() -> Iterator[str]:
        for passphrase in ("wrong", PASSPHRASE, "not needed"):
            given.append(passphrase)
            yield passphrase

    KEYS.ask = lambda _: give()
    for _ in range(2):
        look(locked).close()
    assert given == ["wrong", PASSPHRASE]


def test_a_plain_journal_needs_no_passphrase(tmp_path: Path) -> None:
    plain = create(tmp_path / "j.db")
    assert not is_encrypted(plain)
    unlock(plain, ())
    assert not KEYS.has_any


def test_whether_it_is_encrypted_is_known_while_it_is_open(locked: Path) -> None:
    unlock(locked, (PASSPHRASE,))
    KEYS.forget()
    with pytest.raises(Locked):
        connect(locked)
    unlock(locked, (PASSPHRASE,))
    held = connect(locked)
    try:
        assert is_encrypted(locked)
        # every pooled connection opens by the key that is known, at once
        connect(locked).close()
    finally:
        held.close()


def test_an_encrypted_file_of_another_program_is_none_of_ours(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    premake(other)
    raw = dbapi2.connect(str(other))
    raw.execute(f'PRAGMA key="{make_key("p", KEY.salt).literal}"')
    raw.execute("CREATE TABLE theirs (a)")
    raw.close()
    with pytest.raises(NoJournal, match="another program"):
        unlock(other, ("p",))
    assert not KEYS.has_any


def test_a_cut_off_encrypted_journal_is_no_journal(locked: Path) -> None:
    whole = locked.read_bytes()
    for size in (1, 16, 511, 4095, len(whole) // 2 + 1):
        locked.write_bytes(whole[:size])
        with pytest.raises(NoJournal, match="not a journal"):
            unlock(locked, (PASSPHRASE,))
        assert locked.read_bytes() == whole[:size]


def test_a_damaged_page_is_told_and_never_read_as_something_else(locked: Path) -> None:
    from winjournal.store.backup import check_whole

    unlock(locked, (PASSPHRASE,))
    data = bytearray(locked.read_bytes())
    data[len(data) // 2] ^= 1
    locked.write_bytes(bytes(data))
    with pytest.raises(DamagedJournal):
        check_whole(locked)


DUMPS = """
import ctypes, resource
from tests.store.conftest import KEY
from winjournal.store.keys import KEYS
KEYS.keep(KEY)
print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="prctl is Linux's own")
def test_a_process_with_a_key_leaves_no_core_and_may_not_be_traced(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", DUMPS],
        cwd=ROOT, env=clean_environment(home), capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    assert done.stdout.split("\n")[0] == "(0, 0) 0"
