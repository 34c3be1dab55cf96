from __future__ import annotations

from winjournal.domain.measures.self_rating import RatedEntry, SelfRating, self_rating


def test_a_high_rating_with_a_slip_of_that_step() -> None:
    rated = RatedEntry("dana", (4, 6, 7, 5, 7), {2, 4, 5})
    assert self_rating([rated]) == SelfRating((("dana", 2), ("dana", 5)), ())


def test_a_low_rating_without_a_slip_of_that_step() -> None:
    rated = RatedEntry("dana", (1, 2, 3, 2, 4), {4})
    assert self_rating([rated]) == SelfRating((), (("dana", 1), ("dana", 2)))


def test_what_agrees_is_listed_nowhere() -> None:
    agreeing = RatedEntry("dana", (7, 1, 4, 3, 5), {2, 3, 4, 5})
    unrated = RatedEntry("ivo", (None,) * 5, {1, 2, 3, 4, 5})
    assert self_rating([agreeing, unrated]) == SelfRating((), ())
    assert self_rating([]) == SelfRating((), ())


def test_at_most_three_of_each_and_the_newest() -> None:
    high = [RatedEntry(f"high {i}", (6, 4, 4, 4, 4), {1}) for i in range(5)]
    low = [RatedEntry(f"low {i}", (2, 4, 4, 4, 4), set[int]()) for i in range(5)]
    lists = self_rating([*high, *low])
    assert lists.rated_high_tagged_otherwise == (
        ("high 0", 1),
        ("high 1", 1),
        ("high 2", 1),
    )
    assert lists.rated_low_untagged == (("low 0", 1), ("low 1", 1), ("low 2", 1))
