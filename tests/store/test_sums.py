"""A letter that the disk changed is seen, and the row it stands in is named."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.entities import AT, ENTRY, MOMENT, put_parents
from tests.store.whole import ask
from winjournal.domain.inbox import InboxLine
from winjournal.store import quick
from winjournal.store.connect import connect, look
from winjournal.store.sums import Misfits, Row, accept, add_missing, misfits, sum_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.store.conftest import HandClock
    from winjournal.store.store import SqlStore

NOTHING = Misfits((), (), 0)
WORDS = "They asked for exclusivity and a longer term than before. "


@pytest.fixture(autouse=True)
def parents(store: SqlStore) -> None:
    with store.write("began", "it") as writer:
        put_parents(writer)


def seen(path: Path) -> Misfits:
    connection = look(path)
    try:
        return misfits(connection)
    finally:
        connection.close()


def written(path: Path) -> list[tuple[str, ...]]:
    both = "SELECT id, body FROM entry UNION ALL SELECT id, changes FROM act"
    return ask(path, both)


def change(path: Path, statement: str) -> None:
    """Write past the program, as a disk or another tool does."""
    connection = connect(path)
    connection.execute(statement)
    connection.close()


def test_every_way_of_writing_keeps_the_sums(store: SqlStore, clock: HandClock) -> None:
    with store.write("wrote", "much") as writer:
        writer.put(replace(ENTRY, id="new", body="Ünïcödé 🙂\n\x00"))
        writer.put(replace(MOMENT, note="more"))
        writer.remove(ENTRY)
    assert seen(store.path) == NOTHING
    for _ in range(2):
        clock.passes(minutes=1)
        store.undo(clock.now())
        assert seen(store.path) == NOTHING
    store.redo(clock.now())
    quick.append_line(
        store.path, InboxLine(id="q", line="Dana: hm", at=AT, logged_at=AT)
    )
    assert seen(store.path) == NOTHING
    clock.passes(days=40)
    with store.write("wrote", "later") as writer:
        writer.put(replace(MOMENT, id="later"))
    assert seen(store.path) == NOTHING


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE moment SET note = 'x'", Misfits((Row("moment", "moment"),), (), 0)),
        ("UPDATE moment SET strength = 2", Misfits((Row("moment", "moment"),), (), 0)),
        ("DELETE FROM vow", Misfits((), (Row("vow", "vow"),), 0)),
        ("DELETE FROM row_sum WHERE kind = 'vow'", Misfits((), (), 1)),
        (
            "UPDATE entry SET body = CAST(x'49ff' AS TEXT)",
            Misfits((Row("entry", "entry"),), (), 0),
        ),
    ],
)
def test_a_row_that_was_changed_past_the_program_is_named(
    store: SqlStore, statement: str, found: Misfits
) -> None:
    change(store.path, statement)
    assert seen(store.path) == found


def test_a_later_save_does_not_hide_the_damage(store: SqlStore) -> None:
    change(store.path, "UPDATE moment SET tag = 'egp'")
    with store.write("marked", "it") as writer:
        writer.put(replace(MOMENT, tag="egp", note="more words"))
    assert seen(store.path).changed == (Row("moment", "moment"),)
    connection = connect(store.path)
    accept(connection, seen(store.path).rows)
    connection.close()
    assert seen(store.path) == NOTHING


def test_what_another_program_wrote_gets_its_sums(store: SqlStore) -> None:
    change(store.path, "DELETE FROM row_sum WHERE kind IN ('vow', 'inbox')")
    connection = connect(store.path)
    assert add_missing(connection) == 2
    connection.close()
    assert seen(store.path) == NOTHING


def test_flipped_bits_in_words_are_seen(store: SqlStore, path: Path) -> None:
    with store.write("wrote", "much") as writer:
        for number in range(40):
            writer.put(replace(ENTRY, id=f"e{number:02}", body=WORDS * 20))
    store.close()
    whole = path.read_bytes()
    places = [i for i in range(len(whole)) if whole.startswith(WORDS.encode(), i)]
    before, chance = written(path), random.Random(4)
    for _ in range(20):
        damaged = bytearray(whole)
        place = chance.choice(places) + chance.randrange(len(WORDS))
        damaged[place] ^= 1 << chance.randrange(5)
        path.write_bytes(damaged)
        where = [row.kind for row in seen(path).rows]
        # the same words stand in what is searched, which can be made again
        assert where in (["entry"], ["act"], [])
        assert (not where) == (written(path) == before)


ROWS = st.dictionaries(
    st.sampled_from(["id", "note", "text", "at"]),
    st.none() | st.text("aé🙂\x00", max_size=4) | st.integers(-9, 9),
)


@given(ROWS, ROWS)
def test_rows_that_differ_have_other_sums(
    one: dict[str, object], other: dict[str, object]
) -> None:
    plain = [{k: v for k, v in row.items() if v is not None} for row in (one, other)]
    assert (sum_of(one) == sum_of(other)) == (plain[0] == plain[1])


@given(ROWS)
def test_a_new_empty_column_changes_no_sum(row: dict[str, object]) -> None:
    assert sum_of({**row, "later": None}) == sum_of(row)
    raw = {k: v.encode("utf-8", "surrogatepass") if isinstance(v, str) else v
           for k, v in row.items()}  # fmt: skip
    assert sum_of(raw) == sum_of(row)
