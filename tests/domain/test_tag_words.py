"""Tags as they are typed."""

from __future__ import annotations

import pytest

from winjournal.domain.tag_words import nearest_words, read_tag_word, tag_words
from winjournal.domain.tags import SHORT, TAXONOMY, Actor, Step, Tag


@pytest.mark.parametrize("tag", TAXONOMY, ids=lambda tag: tag.slug)
def test_every_slug_is_a_word_with_hyphen_or_underscore(tag: Tag) -> None:
    slug = tag.slug
    for word in (slug, slug.upper(), slug.replace("-", "_")):
        found = read_tag_word(word)
        assert found is not None
        assert (found.slug, found.step, found.actor) == (slug, None, None)


@pytest.mark.parametrize(("short", "slug"), SHORT.items())
def test_every_short_form_is_a_word(short: str, slug: str) -> None:
    found = read_tag_word(short)
    assert found is not None
    assert found.slug == slug


@pytest.mark.parametrize(
    ("word", "step"),
    [
        ("trust", Step.TRUST),
        ("winning", Step.WINNING),
        ("goalpost", Step.WINNING),
        ("value", Step.VALUE),
        ("info", Step.VALUE),
        ("share", Step.SHARE),
        ("interest", Step.INTERESTS),
        ("Interests", Step.INTERESTS),
    ],
)
def test_a_step_without_a_sign_is_undecided(word: str, step: Step) -> None:
    found = read_tag_word(word)
    assert found is not None
    assert (found.slug, found.step) == (None, step)


def test_the_step_of_ego_is_the_slip() -> None:
    found = read_tag_word("ego")
    assert found is not None
    assert found.slug == "ego"


@pytest.mark.parametrize(
    ("word", "slug", "actor"),
    [
        ("them/ego", "ego", Actor.THEM),
        ("THEM/goalpost-", "goalpost-shift", Actor.THEM),
        ("me/trust+", "trust-built", Actor.ME),
        ("over-capture-", "over-capture", None),
        ("ego-released+", "ego-released", None),
    ],
)
def test_side_and_sign(word: str, slug: str, actor: Actor | None) -> None:
    found = read_tag_word(word)
    assert found is not None
    assert (found.slug, found.actor) == (slug, actor)


@pytest.mark.parametrize(
    "word",
    [
        "",
        "+",
        "them/",
        "us/ego",
        "them/me/ego",
        "dana",
        "ego-driven",
        "ego+-",
        "over-capture+",
        "promise+",
        "winning+",
        "interests+",
        "ego ",
        "5",
        "x" * 100,
    ],
)
def test_anything_else_is_none(word: str) -> None:
    assert read_tag_word(word) is None


def test_own_tags_have_no_sign() -> None:
    found = read_tag_word("Silence_Kept", own=("silence-kept",))
    assert found is not None
    assert found.slug == "silence-kept"
    assert read_tag_word("silence-kept+", own=("silence-kept",)) is None


@pytest.mark.parametrize(
    ("word", "slugs"),
    [
        ("ego", {"ego"}),
        ("goalpost", {"goalpost-shift", "goalpost-held"}),
        ("info", {"info-shared", "info-withheld"}),
        ("share", {"fair-share", "over-capture", "under-claim"}),
        ("interest", {"their-interest-served", "their-interest-ignored"}),
    ],
)
def test_a_word_covers_its_tags(word: str, slugs: set[str]) -> None:
    found = read_tag_word(word)
    assert found is not None
    assert set(found.slugs) == slugs


@pytest.mark.parametrize(
    ("word", "best"),
    [
        ("trsut+", "trust+"),
        ("egoo", "ego"),
        ("overcapture", "over-capture"),
        ("goalpost_shfit", "goalpost-shift"),
        ("them/trsut-", "them/trust-"),
    ],
)
def test_a_slip_of_the_finger_has_a_nearest_word(word: str, best: str) -> None:
    assert nearest_words(word)[0] == best


def test_what_is_like_nothing_has_none() -> None:
    assert nearest_words("dana") == ()
    assert nearest_words("x" * 10_000) == ()


def test_every_word_for_completion_is_one() -> None:
    words = tag_words(("own",))
    assert len(words) == len(set(words))
    assert all(read_tag_word(word, ("own",)) for word in words)
