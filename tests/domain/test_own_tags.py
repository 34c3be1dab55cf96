"""Tags of one's own: their names, their likes, and the counts they never enter."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.records import YEAR, record, reviewed, told
from winjournal.domain.errors import Invalid
from winjournal.domain.own_tags import OwnTag, label_of, similar_tags, slug_of
from winjournal.domain.tags import TAXONOMY, Actor, Step

TAG = OwnTag(id="t", slug="price-talk", label="Price talk", step=Step.VALUE)


@pytest.mark.parametrize("slug", ["trust", "value", "info", "list", "merge", "ego"])
def test_a_name_that_means_something_else_is_refused(slug: str) -> None:
    with pytest.raises(Invalid):
        replace(TAG, slug=slug).check()


@pytest.mark.parametrize(
    ("typed", "slug"),
    [("@Price Talk", "price-talk"), (" price_talk ", "price-talk"), ("rush", "rush")],
)
def test_a_name_is_read_as_it_is_typed(typed: str, slug: str) -> None:
    assert slug_of(typed) == slug


def test_a_label_follows_the_name() -> None:
    assert label_of("price-talk") == "Price talk"


def test_similar_names_are_told() -> None:
    own = ("price-talk", "silence", "rushing")
    assert similar_tags("price-talks", own) == ("price-talk",)
    assert similar_tags("price", own) == ("price-talk",)
    assert similar_tags("over-captured", own)[0] == "over-capture"
    assert similar_tags("weather", own) == ()
    assert similar_tags("silence", own) == ()


OWN = st.sampled_from(["price-talk", "silence", "zz-own"])
MARKS = st.dictionaries(
    st.tuples(st.sampled_from(Actor), OWN), st.integers(1, 9), max_size=4
)


@given(own=MARKS, tags=st.lists(st.sampled_from(TAXONOMY), max_size=6))
def test_own_tags_never_enter_a_count_of_a_step(
    own: dict[tuple[Actor, str], int], tags: list[object]
) -> None:
    slugs = [getattr(tag, "slug", "") for tag in tags]
    plain = [reviewed(n, *slugs) for n in range(1, 4)]
    marked = [
        replace(talk, counts={**talk.counts, **own}, moments=talk.moments + 3)
        for talk in plain
    ]
    before, after = told(record(*plain), YEAR), told(record(*marked), YEAR)
    assert after.moments == before.moments
    for one, other in zip(before.blocks, after.blocks, strict=True):
        assert (one.k, one.n, one.interval) == (other.k, other.n, other.interval)
        assert (one.sentence, one.details) == (other.sentence, other.details)
