"""A negotiation as Markdown: what it looks like, and what bad input does to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from textwrap import dedent

import pytest

from tests.exchange.dossiers import BAD_INPUTS, DEAL, acme, at
from tests.exchange.reader import headings, is_tame, read_front
from winjournal.domain.dossier import Dossier
from winjournal.domain.negotiation import Counterparty, Negotiation
from winjournal.domain.tags import Actor
from winjournal.domain.writing import Entry, InboxLine
from winjournal.exchange.front import yaml_block
from winjournal.exchange.markdown import (
    entry_markdown,
    line_markdown,
    negotiation_markdown,
)

SHORT = {name: text for name, text in BAD_INPUTS.items() if len(text) < 20_000}


def titled(title: str) -> Dossier:
    deal = acme()
    return replace(
        deal,
        negotiation=replace(deal.negotiation, title=title, kind=title),
        counterparty=replace(deal.counterparty, name=title),
    )


def test_a_negotiation_reads_like_this() -> None:
    page = negotiation_markdown(acme())
    assert page.startswith(
        dedent(f"""\
        ---
        id: {DEAL}
        title: Acme renewal
        person: Dana
        sphere: professional
        kind: vendor
        opened: 2026-03-01
        closed: 2026-03-04
        outcome: agreed
        sealed: 2026-03-01 18:30 +01:00
        tags:
        - winjournal
        - negotiation
        - ego
        - them/ego
        ---

        # Acme renewal

        - With: Dana (person)
        """)
    )
    for line in (
        "- Sealed: 2026-03-01 18:30 +01:00, before the first sitting, SHA-256 ab12",
        "- **Version 1:** 2 years, 40k (written 2026-03-01 18:00 +01:00; shared"
        " 2026-03-04 15:02 +01:00; criteria: 1)",
        "- **Version 2:** 2 years, 42k (written 2026-03-04 15:30 +01:00; not shared;"
        " criteria: 1; changed for: leverage, not announced)",
        "| 1 | 2 years | 3 | 1 |  |",
        "- Fair range: 38,000 EUR to 46,000 EUR",
        "- 2026-03-04 15:20 +01:00 they offered 41,000 EUR: if we sign today",
        "- 2026-03-04 15:12 +01:00 □ Ego (ego, slip, mine, strength 1, written live,"
        " sitting 1): I listed our awards",
        "- about 2026-03-04 15:40 +01:00 □ Ego (ego, slip, theirs, strength 2,"
        " written later)",
        "- What I knew and they did not: I kept it",
        "- My rating of the steps, of 7: trust 6, winning 5, value 4, share 3, ego 2",
        "#### Long",
        "### 2026-03-04 20:00 +01:00",
    ):
        assert f"\n{line}\n" in page


def test_what_was_not_written_is_not_there() -> None:
    bare = Dossier(
        negotiation=Negotiation(
            id=DEAL, title="Deposit", counterparty_id="p", opened_on=date(2026, 3, 1)
        ),
        counterparty=Counterparty(id="p", name="M. Okafor"),
    )
    front, body = read_front(negotiation_markdown(bare))
    assert headings(body) == [(1, "Deposit")]
    assert front["closed"] is None
    assert front["sealed"] is None
    assert front["outcome"] == "open"
    assert "None" not in body


@pytest.mark.parametrize("level", [1, 2, 4, 6])
def test_headings_start_at_the_level_asked_for(level: int) -> None:
    page = negotiation_markdown(acme(), level=level, front_matter=False)
    found = headings(page)
    assert found[0] == (level, "Acme renewal")
    assert all(h > min(level, 5) for h, _ in found[1:])
    assert (min(level + 1, 6), "Moments") in found
    assert (min(level + 3, 6), "Long") in found


def test_without_front_matter_the_id_stands_in_the_page() -> None:
    page = negotiation_markdown(acme(), front_matter=False)
    assert page.startswith("# Acme renewal\n")
    assert f"- Id: {DEAL}\n" in page


@pytest.mark.parametrize("page", [
    negotiation_markdown(acme()),
    negotiation_markdown(acme(), front_matter=False),
    entry_markdown(Entry(id="e", written_at=at(4, 9), body="text\n\n\n")),
    entry_markdown(Entry(id="e", written_at=at(4, 9), body="")),
    line_markdown(InboxLine(id="l", line="text", at=at(4, 9), logged_at=at(4, 9))),
])  # fmt: skip
def test_a_page_ends_with_one_line_break(page: str) -> None:
    assert page.endswith("\n")
    assert not page.endswith("\n\n")
    assert "\n\n\n" not in page


def test_the_same_negotiation_gives_the_same_page() -> None:
    shuffled = replace(acme(), moments=acme().moments[::-1])
    assert negotiation_markdown(acme()) == negotiation_markdown(acme())
    tags = read_front(negotiation_markdown(shuffled))[0]["tags"]
    assert tags == read_front(negotiation_markdown(acme()))[0]["tags"]


@pytest.mark.parametrize("name", sorted(SHORT))
def test_front_matter_reads_back_equal(name: str) -> None:
    text = SHORT[name]
    own = replace(acme().moments[0], tag=text or None)
    deal = replace(titled(text), moments=(own,))
    front, body = read_front(negotiation_markdown(deal))
    assert (front["title"], front["person"], front["kind"]) == (text, text, text)
    assert front["tags"] == ["winjournal", "negotiation", *([text] if text else [])]
    assert front["opened"] == date(2026, 3, 1)
    assert headings(body)[0][0] == 1
    assert is_tame(body)


@pytest.mark.parametrize("name", sorted(SHORT))
def test_bad_input_anywhere_leaves_the_sections_as_they_are(name: str) -> None:
    text = SHORT[name]
    deal = titled(text)
    deal = replace(
        deal,
        goalposts=tuple(
            replace(g, text=text, what_changed=text) for g in deal.goalposts
        ),
        criteria=tuple(replace(c, text=text) for c in deal.criteria),
        offers=tuple(replace(o, text=text) for o in deal.offers),
        moments=tuple(replace(m, note=text) for m in deal.moments),
        debrief=replace(deal.debrief, lesson=text, why=text) if deal.debrief else None,
        entries=tuple(replace(e, body=text) for e in deal.entries),
        lines=(InboxLine(id="l", line=text, at=at(4, 9), logged_at=at(4, 9)),),
    )
    page = negotiation_markdown(deal, front_matter=False)
    assert is_tame(page)
    assert [title for level, title in headings(page) if level == 2] == [
        "Before the talk", "What winning is", "Terms", "Offers", "Sittings",
        "Moments", "Debrief", "Entries", "Logged, not filed yet",
    ]  # fmt: skip
    page.encode()


def test_an_id_of_digits_stays_a_text() -> None:
    front, _ = read_front(f"{yaml_block({'id': '00000003', 'n': 3, 'no': 'no'})}\n")
    assert front == {"id": "00000003", "n": 3, "no": "no"}


def test_a_long_title_stays_on_one_line() -> None:
    title = "word " * 60 + "end"
    assert f"title: {title}\n---" in yaml_block({"title": title})


def test_an_entry_stands_under_its_time() -> None:
    entry = Entry(id="e1", written_at=at(4, 20), body="# Night\n\nSlept on it.")
    assert entry_markdown(entry, level=3, front_matter=False) == (
        "### 2026-03-04 20:00 +01:00\n\n#### Night\n\nSlept on it.\n"
    )
    front, _ = read_front(entry_markdown(entry))
    assert front["title"] == "Entry of 2026-03-04 20:00 +01:00"
    assert front["negotiation"] is None


def test_a_logged_line_is_as_it_was_given() -> None:
    line = InboxLine(
        id="l1", line="yesterday: Dana, @ego [[x]]", person="Dana", at=at(3, 9),
        logged_at=at(4, 20),
    )  # fmt: skip
    assert line_markdown(line, level=2, front_matter=False) == (
        "## 2026-03-03 09:00 +01:00\n\n"
        "- 2026-03-03 09:00 +01:00: yesterday: Dana, @ego \\[\\[x\\]\\]"
        " (with Dana; logged 2026-03-04 20:00 +01:00)\n"
    )


def test_their_marks_are_told_from_mine() -> None:
    theirs = replace(acme().moments[0], actor=Actor.THEM)
    front, body = read_front(negotiation_markdown(replace(acme(), moments=(theirs,))))
    assert front["tags"] == ["winjournal", "negotiation", "them/ego"]
    assert "(ego, slip, theirs," in body
