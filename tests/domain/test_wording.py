"""Where two wordings differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winjournal.domain.wording import CUT, differing

WORDS = st.lists(st.sampled_from(["one", "invoice", "rise", "45", "days"])).map(
    " ".join
)


@pytest.mark.parametrize(
    ("before", "after", "old", "new"),
    [
        ("one invoice, no rise", "one invoice, 45 days", "… no rise", "… 45 days"),
        ("30 days to pay", "45 days to pay", "30 …", "45 …"),
        ("a fair price", "a fair fixed price", "", "… fixed …"),
        ("peace", "price", "peace", "price"),
        ("same  words", "same words", "same words", "same words"),
        ("one, two", "one two", "one, two", "one two"),
        ("", "a contact", "", "a contact"),
        ("a contact by may", "a contact", "… by may", ""),
        ("one invoice", "one invoice, 45 days", "", "… 45 days"),
    ],
)
def test_what_both_share_is_left_out(
    before: str, after: str, old: str, new: str
) -> None:
    assert differing(before, after) == (old, new)


@given(WORDS, WORDS)
def test_the_parts_differ_as_the_wholes_do_and_are_their_words(a: str, b: str) -> None:
    old, new = differing(a, b)
    assert (old == new) == (a == b)
    for part, whole in ((old, a), (new, b)):
        assert part.replace(CUT, "").strip() in whole
