"""A week as Markdown."""

from __future__ import annotations

from dataclasses import replace

from tests.exchange.dossiers import acme, at
from tests.exchange.reader import headings, read_front
from winjournal.domain.weeks import Week
from winjournal.domain.writing import Vow, VowTest, WeekReview
from winjournal.exchange.after import vows_section
from winjournal.exchange.week import WeekPage, week_markdown

WEEK = Week(2026, 10)
REVIEW = WeekReview(
    id="r", week="2026-W10", reflection="# Mine\n\nQuiet.", sentence="I listened",
    unlogged=2, prompt_id="P4", answer="At the second coffee",
    sealed_at=at(8, 18), hash="cd34",
)  # fmt: skip
VOW = Vow(id="v", week="2026-W10", cue="they compare prices", deed="I ask why")


def test_a_week_reads_like_this() -> None:
    old = replace(VOW, id="u", week="2026-W09", cue="I am praised", deed="I stop")
    page = week_markdown(
        WeekPage(week=WEEK, review=REVIEW, vow=VOW, standing=old, kept=1, tested=3)
    )
    front, body = read_front(page)
    assert front == {
        "title": "Week 10 of 2026",
        "week": "2026-W10",
        "from": WEEK.monday,
        "to": WEEK.sunday,
        "sealed": "2026-03-08 18:00 +01:00",
        "tags": ["winjournal", "week"],
    }
    assert body == (
        "\n# Week 10 of 2026\n\n## Review\n\n"
        "- The week in one sentence: I listened\n- Talks not logged: 2\n"
        "- Prompt: P4\n- Answer: At the second coffee\n"
        "- Sealed: 2026-03-08 18:00 +01:00, SHA-256 cd34\n\n"
        "### Mine\n\nQuiet.\n\n## Vow\n\n"
        "- Stood this week: IF I am praised THEN I stop\n"
        "- Kept 1 of 3 times that the IF came\n\n"
        "- For the week after: IF they compare prices THEN I ask why\n"
    )


def test_an_empty_week_is_its_title() -> None:
    page = week_markdown(WeekPage(week=WEEK), front_matter=False)
    assert page == "# Week 10 of 2026\n"


def test_its_negotiations_stand_below_it() -> None:
    page = week_markdown(WeekPage(week=WEEK, deals=(acme(), acme())), level=2)
    found = headings(read_front(page)[1])
    assert found[0] == (2, "Week 10 of 2026")
    assert found.count((3, "Acme renewal")) == 2
    assert found.count((4, "Moments")) == 2


def test_a_retired_vow_says_so() -> None:
    vow = replace(VOW, retired_on=WEEK.sunday)
    page = week_markdown(WeekPage(week=WEEK, vow=vow))
    assert "THEN I ask why (retired 2026-03-08)" in page


def test_a_tested_vow_stands_with_its_words() -> None:
    test = VowTest(id="t", vow_id=VOW.id, negotiation_id="n", occurred=True, kept=False)
    said = "\n".join(vows_section([test], [VOW], 2))
    assert (
        f"The IF came; the THEN was not done: IF {VOW.cue} THEN {VOW.deed} (of " in said
    )
