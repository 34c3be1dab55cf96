"""The page for the pocket: Markdown and paper, with whatever was typed in it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.test_brief import KNOWN, TODAY, prepared
from tests.exchange.dossiers import BAD_INPUTS
from tests.exchange.reader import headings, is_tame, words
from winjournal.domain.brief import Brief, brief_of
from winjournal.domain.dossier import Dossier
from winjournal.domain.worth import InformationGap, ValueItem
from winjournal.exchange.brief import LINES, WIDTH, brief_markdown, brief_text
from winjournal.exchange.paper import cells, fold_words

CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
SHORT = {name: text for name, text in BAD_INPUTS.items() if len(text) < 20_000}


def page(dossier: Dossier | None = None) -> Brief:
    return brief_of(dossier or prepared(), KNOWN, TODAY)


def filled_with(text: str) -> Dossier:
    """Return a prep whose every field holds a text, as long as it may be."""
    deal = prepared()
    item, gap = deal.value_items[0], deal.information_gaps[0]
    return replace(
        deal,
        negotiation=replace(
            deal.negotiation, title=text[:80], value_case=text[:200],
            alternative=text[:120], ego_risk=text[:100], smallest_promise=text[:120],
            terms=replace(deal.negotiation.terms, fair_basis_note=text[:120]),
        ),
        counterparty=replace(deal.counterparty, name=text[:60]),
        goalposts=tuple(replace(one, text=text[:200]) for one in deal.goalposts),
        value_items=tuple(
            replace(item, id=str(n), text=text[:120], evidence=text[:120],
                    differs=text[:120], unit=text[:20])
            for n in range(5)
        ),
        information_gaps=tuple(
            replace(gap, id=str(n), text=text[:140], because=text[:120])
            for n in range(5)
        ),
    )  # fmt: skip


def test_on_paper_it_reads_like_this() -> None:
    assert brief_text(page()) == PAPER


PAPER = """\
Acme renewal
with Dana; Fri 6 Mar 2026 14:00, sealed Sun

1  Trust

  my call            not yet
  first promise      send the data
  promises kept      mine 1 of 1, Dana 0 of 1
  open between us    Mon, Dana did not keep: call back

2  Winning

  for me             2 years, 40k  (told them yesterday)
                     - 2 years  (weighs 3)
  for them           one invoice  (my guess)

3  Value

  what I bring       we answer at night
  in parts           uptime, 12k to 15k EUR  (shown yesterday)
                     - evidence: the report
                     - differs: no one else is on call
                     brand, EUR  (no evidence yet)
  together           12k to 15k EUR with evidence

4  Fair share

  fair               38k – 46k EUR  (market)
                     - source: three quotes
  target             48k EUR
  they may not know  prices rise in April  (material, keep it)
                     - because: it is not decided

5  Ego and leaving

  I leave            below 36k
  if it fails        stay with the old tool
  what would sting   a rival
  my vow             If I hear cheaper, then I ask

What I learned before

  Kiln lease         say it first  (3 Feb)
"""  # noqa: RUF001 - the domain's own dash


def test_as_markdown_it_has_a_heading_a_step() -> None:
    text = brief_markdown(page())
    assert headings(text) == [
        (1, "Acme renewal"), (2, "1 Trust"), (2, "2 Winning"), (2, "3 Value"),
        (2, "4 Fair share"), (2, "5 Ego and leaving"), (2, "What I learned before"),
    ]  # fmt: skip
    assert (
        "- in parts: uptime, 12k to 15k EUR (shown yesterday)\n  - evidence: " in text
    )
    assert "I leave: below 36k" in words(text)


@pytest.mark.parametrize("text", SHORT.values(), ids=SHORT)
def test_nothing_that_was_typed_is_obeyed_or_breaks_the_page(text: str) -> None:
    brief = page(filled_with(text or "x"))
    lines = brief_text(brief).splitlines()
    assert len(lines) <= LINES
    assert max(map(cells, lines)) <= WIDTH
    assert [line for line in lines if CONTROL.search(line)] == []
    assert any("below 36k" in line for line in lines)
    markdown = brief_markdown(brief)
    assert is_tame(markdown)
    assert len(headings(markdown)) == 7


def test_a_long_one_keeps_one_page_and_a_whole_one_keeps_its_words() -> None:
    long = page(filled_with("word " * 60))
    assert brief_text(long).count("\n") <= LINES
    whole = brief_text(long, lines=None)
    assert whole.count("\n") > LINES
    assert "…" not in whole
    assert "…" in brief_text(long)


@given(st.text(), st.integers(2, 30))
def test_a_fold_keeps_every_word_and_its_width(text: str, width: int) -> None:
    lines = fold_words(text, width)
    assert all(0 < cells(line) <= width or len(line) <= 1 for line in lines)
    assert "".join("".join(lines).split()) == "".join(
        "".join(fold_words(text, 10_000)).split()
    )


@given(st.text(min_size=1), st.integers(3, 20), st.integers(1, 3))
def test_a_fold_of_few_lines_is_no_longer(text: str, width: int, most: int) -> None:
    lines = fold_words(text, width, most)
    assert len(lines) <= most
    assert all(cells(line) <= width for line in lines)


def test_what_has_no_words_has_its_place() -> None:
    empty = replace(
        prepared(),
        value_items=(ValueItem(id="v", negotiation_id="d", text="trust"),),
        information_gaps=(InformationGap(id="i", negotiation_id="d", text="a fire"),),
    )
    text = brief_text(page(empty))
    assert "trust  (no evidence yet)" in text
    assert "a fire  (no plan yet)" in text
