"""Own tags: added, renamed, merged, archived; marks follow, undo brings all back."""

from __future__ import annotations

import pytest

from tests.services.stories import begin
from winjournal.domain.errors import Invalid, NotFound, NotUnderstood
from winjournal.domain.filter import read_filter
from winjournal.domain.tags import Step
from winjournal.services.journal import Journal


def test_a_tag_is_added_and_marked(journal: Journal) -> None:
    deal = begin(journal)
    tag = journal.tags.add("@Price Talk", Step.VALUE)
    assert (tag.slug, tag.label, tag.step) == ("price-talk", "Price talk", Step.VALUE)
    moment = journal.marks.mark(deal.id, "price_talk", note="cheaper elsewhere")
    assert moment.tag == "price-talk"
    (row,) = journal.tags.rows()
    assert (row.tag, row.uses) == (tag, 1)
    with pytest.raises(Invalid, match="already"):
        journal.tags.add("price talk", Step.EGO)
    with pytest.raises(NotUnderstood):
        journal.marks.mark(deal.id, "price-talks")
    assert journal.tags.similar("price talks") == ("price-talk",)


def test_a_logged_line_understands_it_and_a_filter_finds_it(journal: Journal) -> None:
    journal.tags.add("silence", Step.EGO)
    deal = begin(journal)
    _, parsed = journal.inbox.log("Dana: @silence I waited for ten seconds")
    assert [mark.slug for mark in parsed.marks] == ["silence"]
    assert [m.tag for m in journal.deals.read(deal.id).moments] == ["silence"]
    now = journal.clock.now()
    found = read_filter("@silence", now, own_tags=("silence",))
    assert [row.id for row in journal.reading.journal(found, 0, 9)][-1] == deal.id


def test_a_new_name_and_a_merge_take_the_marks_along(journal: Journal) -> None:
    deal = begin(journal)
    journal.tags.add("rushed", Step.EGO)
    journal.tags.add("hurry", Step.EGO, "In a hurry")
    journal.marks.mark(deal.id, "rushed")
    renamed = journal.tags.rename("rushed", "felt rushed")
    assert (renamed.slug, renamed.label) == ("felt-rushed", "Felt rushed")
    assert [m.tag for m in journal.deals.read(deal.id).moments] == ["felt-rushed"]
    assert journal.tags.rename("hurry", "haste").label == "In a hurry"
    with pytest.raises(Invalid, match="already"):
        journal.tags.rename("haste", "felt-rushed")
    kept = journal.tags.merge("felt-rushed", "haste")
    assert kept.slug == "haste"
    assert [m.tag for m in journal.deals.read(deal.id).moments] == ["haste"]
    assert [tag.slug for tag in journal.tags.all()] == ["haste"]
    journal.history.undo()
    assert [m.tag for m in journal.deals.read(deal.id).moments] == ["felt-rushed"]
    assert [tag.slug for tag in journal.tags.all()] == ["felt-rushed", "haste"]
    with pytest.raises(Invalid, match="itself"):
        journal.tags.merge("haste", "haste")
    for into in ("ego", "nothing"):
        with pytest.raises(NotFound):
            journal.tags.merge("haste", into)


def test_an_archived_tag_is_kept_and_still_understood(journal: Journal) -> None:
    deal = begin(journal)
    journal.tags.add("silence", Step.EGO)
    journal.tags.add("zeal", Step.TRUST)
    archived = journal.tags.archive("silence")
    assert archived.archived_at is not None
    assert journal.tags.archive("silence") == archived
    assert [row.tag.slug for row in journal.tags.rows()] == ["zeal", "silence"]
    assert journal.marks.mark(deal.id, "silence").tag == "silence"
    assert journal.tags.restore("silence").archived_at is None
