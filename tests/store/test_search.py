"""Search: all words, anywhere they were written, and any text is literal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.store.conftest import BOTH_FORMS
from tests.store.entities import AT, DEAL, ENTRY, LINE, MOMENT, PERSON, put_parents
from tests.store.whole import ask
from winjournal.domain.debrief import Debrief
from winjournal.domain.goalposts import Criterion, Goalpost
from winjournal.domain.later import Promise
from winjournal.domain.sought import Sought
from winjournal.domain.tags import Actor
from winjournal.domain.writing import WeekReview
from winjournal.store.connect import connect

if TYPE_CHECKING:
    from pathlib import Path

    from winjournal.services.entities import Entity
    from winjournal.services.views import Hit
    from winjournal.store.store import SqlStore

pytestmark = BOTH_FORMS

EVERYWHERE: tuple[tuple[Entity, tuple[str, str, str | None, str, str]], ...] = (
    (
        replace(DEAL, ego_risk="a quince"),
        ("negotiation", "deal", "deal", "Renewal", "Dana"),
    ),
    (replace(MOMENT, note="quince"), ("moment", "moment", "deal", "Renewal", "Dana")),
    (
        replace(ENTRY, body="\n\n# quince\nx"),
        ("entry", "entry", "deal", "Renewal", "Dana"),
    ),
    (
        replace(ENTRY, id="lone", negotiation_id=None, body="\nA quince.\nMore."),
        ("entry", "lone", None, "A quince.", ""),
    ),
    (replace(LINE, line="%Dana: quince"), ("line", "line", None, "%Dana: quince", "")),
    (
        replace(PERSON, note="likes quince"),
        ("counterparty", "person", None, "Dana", "Dana"),
    ),
    (
        Goalpost(
            id="g", negotiation_id="deal", owner=Actor.ME, text="quince", recorded_at=AT
        ),
        ("negotiation", "deal", "deal", "Renewal", "Dana"),
    ),
    (
        Criterion(id="c", negotiation_id="deal", owner=Actor.ME, text="quince"),
        ("negotiation", "deal", "deal", "Renewal", "Dana"),
    ),
    (
        Debrief(id="d", negotiation_id="deal", written_at=AT, lesson="quince"),
        ("negotiation", "deal", "deal", "Renewal", "Dana"),
    ),
    (
        Promise(
            id="p", counterparty_id="person", by=Actor.ME, text="quince", made_at=AT
        ),
        ("promise", "p", None, "quince", "Dana"),
    ),
    (
        WeekReview(id="w", week="2026-W10", reflection="quince"),
        ("week", "2026-W10", None, "2026-W10", ""),
    ),
)


@pytest.fixture(autouse=True)
def parents(store: SqlStore) -> None:
    with store.write("began", "it") as writer:
        put_parents(writer)


def put(store: SqlStore, *entities: Entity) -> None:
    with store.write("wrote", "it") as writer:
        for entity in entities:
            writer.put(entity)


def search(store: SqlStore, words: str, limit: int = 50) -> list[Hit]:
    with store.views() as views:
        return list(views.find(Sought(literal=words), limit))


def found(store: SqlStore, words: str) -> set[str]:
    return {hit.id for hit in search(store, words)}


@pytest.mark.parametrize(
    ("entity", "told"), EVERYWHERE, ids=[type(e).__name__ for e, _ in EVERYWHERE]
)
def test_a_word_is_found_wherever_it_stands(
    entity: Entity, told: tuple[str, ...], store: SqlStore
) -> None:
    put(store, entity)
    (hit,) = search(store, "QUINCE")
    assert (hit.kind, hit.id, hit.negotiation_id, hit.title, hit.person) == told
    assert hit.on == (date(2026, 3, 2) if told[0] == "week" else AT.date())
    ((start, end),) = hit.spans
    assert hit.snippet[start:end] == "quince"
    assert "\n" not in hit.snippet


def test_what_was_rewritten_is_found_by_its_new_words_alone(store: SqlStore) -> None:
    put(store, replace(ENTRY, body="quince"))
    put(store, replace(ENTRY, body="medlar"))
    assert found(store, "quince") == set()
    assert found(store, "medlar") == {"entry"}


def test_a_filed_line_is_found_as_its_entry(store: SqlStore) -> None:
    put(store, replace(LINE, line="quince"))
    assert found(store, "quince") == {"line"}
    filed = replace(LINE, line="quince", filed_at=AT, entry_id="entry")
    put(store, filed, replace(ENTRY, body="quince", inbox_id="line"))
    assert found(store, "quince") == {"entry"}


def test_a_negotiation_is_one_hit_however_often_it_says_it(store: SqlStore) -> None:
    first = Goalpost(
        id="g", negotiation_id="deal", owner=Actor.ME, text="quince", recorded_at=AT
    )
    posts = [replace(first, id=f"g{n}", version=n) for n in range(1, 30)]
    put(store, *posts, replace(MOMENT, note="quince"))
    assert [hit.id for hit in search(store, "quince")].count("deal") == 1


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("renewal anchor", True),
        ("anchor renewal", True),
        ("anchors", False),
        ("anch", True),
        ("anch renewal", False),
        ("chor", False),
        ("cafe", True),
        ("CAFÉ", True),
        ("cafe\u0301", True),
        ("win-win", True),
        ("win win", True),
        ("41,000", True),
        ("Straße", True),
        ("\U0001f44d", True),
        ("\U0001f44e", False),
        ("100%_\\", True),
        ("%", True),
        ("_", True),
        ("*", False),
        ("", False),
        ("   ", False),
    ],
)
def test_words_match_from_their_start_in_any_form(
    words: str, is_found: bool, store: SqlStore
) -> None:
    body = (
        "Renewal: the anchor at the café was 41,000, win-win \U0001f44d 100%_\\ Straße"
    )
    put(store, replace(ENTRY, body=body))
    assert ("entry" in found(store, words)) is is_found


def test_more_words_narrow_and_the_best_comes_first(store: SqlStore) -> None:
    put(
        store,
        replace(ENTRY, id="a", body="quince " + "and so on " * 99),
        replace(ENTRY, id="b", body="quince quince quince"),
    )
    assert [hit.id for hit in search(store, "quince")] == ["b", "a"]
    assert found(store, "quince so") == {"a"}
    assert [hit.id for hit in search(store, "quince", limit=1)] == ["b"]


@pytest.mark.parametrize("often", [300, 60_000])
def test_a_hit_in_a_long_text_is_shown_at_once(often: int, store: SqlStore) -> None:
    """FTS5's own snippet takes minutes here: it weighs each hit against each."""
    body = "# Minutes\n" + "a quince " * often + "and a medlar, " + "a b " * often
    put(store, replace(ENTRY, body=body))
    for words, shown in (("medlar", "medlar"), ("MEDLAR a", "a"), ("a " * 40, "a")):
        (hit,) = [hit for hit in search(store, words) if hit.id == "entry"]
        assert hit.title == "Renewal"
        start, end = hit.spans[0]
        assert hit.snippet[start:end].lower() in (shown, "medlar")
        assert len(hit.snippet) < 400


def test_marks_of_a_hit_in_the_text_itself_do_no_harm(store: SqlStore) -> None:
    put(store, replace(ENTRY, body="a\x02b\x03c quince \x03\x02"))
    (hit,) = search(store, "quince")
    assert all(0 <= start <= end <= len(hit.snippet) for start, end in hit.spans)
    assert "quince" in hit.snippet


def test_a_deleted_note_leaves_no_word_in_the_file(
    store: SqlStore, path: Path, form: str
) -> None:
    secret = "quinquennial persimmons"
    put(store, replace(MOMENT, note=secret), replace(ENTRY, body=secret * 9))
    with store.write("deleted", "it") as writer:
        writer.remove(DEAL)
    raw = connect(path)
    raw.execute("DELETE FROM act")  # what undo needs is emptied with the trash
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()
    store.close()
    left = b"".join(file.read_bytes() for file in path.parent.iterdir())
    for word in secret.split():
        for start in (word, word[:6]):
            assert start.encode() not in left
    assert (b"Dana" in left) == (form == "plain")


def test_the_index_fits_what_it_is_over(store: SqlStore, path: Path) -> None:
    for entity, _ in EVERYWHERE:
        put(store, entity)
    with store.write("deleted", "it") as writer:
        writer.remove(replace(DEAL, version=2))
    store.undo(AT + timedelta(hours=1))
    raw = connect(path)
    raw.execute(
        "INSERT INTO search_fts(search_fts, rank) VALUES ('integrity-check', 1)"
    )
    raw.close()
    counts = ask(path, "SELECT count(*), count(DISTINCT ref) FROM search_doc")
    assert counts[0][0] == counts[0][1] > 8
