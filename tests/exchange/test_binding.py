"""Many negotiations in one file."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace

from tests.exchange.dossiers import acme
from tests.exchange.reader import headings, read_front
from winjournal.domain.dossier import Dossier
from winjournal.exchange.binding import bound, journal_markdown, journal_pages


def deal(id_: str) -> Dossier:
    whole = acme()
    return replace(
        whole, negotiation=replace(whole.negotiation, id=id_, title=f"Deal {id_}")
    )


def test_one_file_has_one_front_matter_and_lower_headings() -> None:
    page = "".join(journal_pages(["1", "2"], deal, title="A: b", about={"since": None}))
    front, body = read_front(page)
    assert front == {"title": "A: b", "since": None, "tags": ["winjournal"]}
    assert "\n---\n" not in body
    found = headings(body)
    assert [x for x in found if x[0] < 3] == [
        (1, "A: b"), (2, "Deal 1"), (2, "Deal 2"),
    ]  # fmt: skip
    assert found.count((3, "Moments")) == 2
    assert page.endswith("\n")
    assert "\n\n\n" not in page
    assert not page.endswith("\n\n")


def test_parts_are_read_only_when_their_turn_comes() -> None:
    asked: list[str] = []

    def read(id_: str) -> Dossier:
        asked.append(id_)
        return deal(id_)

    pages = journal_pages(iter(["1", "2", "3"]), read)
    next(pages)
    assert asked == []
    next(pages)
    assert asked == ["1"]


def test_memory_does_not_grow_with_the_journal() -> None:
    big = "word " * 20_000

    def read(id_: str) -> Dossier:
        whole = deal(id_)
        return replace(whole, entries=(replace(whole.entries[0], body=big + id_),))

    def peak(count: int) -> int:
        tracemalloc.start()
        for _ in journal_pages(map(str, range(count)), read):
            pass
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return top

    peak(2)
    assert peak(40) < 1.5 * peak(4)


def test_an_empty_journal_is_its_title() -> None:
    assert journal_markdown([]) == (
        "---\ntitle: Journal\ntags:\n- winjournal\n---\n\n# Journal\n"
    )
    assert journal_markdown(["## a\n"]) == "".join(bound(["## a\n"]))
