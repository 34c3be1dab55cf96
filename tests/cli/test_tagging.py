from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Wj
from winjournal.cli.tagging import Key, read_key
from winjournal.domain.errors import NotUnderstood
from winjournal.domain.tags import Actor

ME, THEM = Actor.ME, Actor.THEM


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("ego", Key("ego", ME, 1)),
        ("@ego+", Key("ego-released", ME, 1)),
        ("goalpost-", Key("goalpost-shift", ME, 1)),
        ("them/goalpost-!3", Key("goalpost-shift", THEM, 3)),
        ("over_capture!2", Key("over-capture", ME, 2)),
        ("e", Key("ego", ME, 1)),
        ("e-", Key("ego", ME, 1)),
        ("e+", Key("ego-released", ME, 1)),
        ("r", Key("ego-released", ME, 1)),
        ("r-", Key("ego", ME, 1)),
        ("E", Key("ego", THEM, 1)),
        ("F!2", Key("fair-share", THEM, 2)),
    ],
)
def test_a_tag_is_read_as_a_line_and_the_screens_read_it(typed: str, key: Key) -> None:
    assert read_key(typed) == key


@pytest.mark.parametrize("typed", ["", "x", "egoo", "trust", "ego!4", "!", "e!", "@"])
def test_what_is_no_tag_is_refused(typed: str) -> None:
    with pytest.raises(NotUnderstood, match="is no tag"):
        read_key(typed)


def test_the_nearest_tag_is_named() -> None:
    with pytest.raises(NotUnderstood) as caught:
        read_key("trust")
    assert "trust-" in caught.value.remedy


def test_own_tags_are_added_used_renamed_merged_and_archived(story: Wj) -> None:
    assert story("tag", "list").err.startswith(
        "There is no tag of your own; wj tag add"
    )
    assert story.ok("tag", "add", "price-talk", "value", "Cheaper", "elsewhere") == (
        "@price-talk  value  Cheaper elsewhere\n"
    )
    again = story("tag", "add", "price-talks", "value")
    assert again.out == "@price-talks  value  Price talks\n"
    assert again.err == (
        "There is @price-talk too. wj tag merge price-talks price-talk joins them.\n"
    )
    assert "  price-talk" in story.ok(
        "tag", "price-talk!2", "he named it", "--in", "last"
    )
    logged = story.ok("log", "Marsh: @price-talks again")
    assert "price-talks" in logged
    assert "Kiln lease" in story.ok("list", "@price-talk")
    assert "Kiln lease" in story.ok("list", "--tag", "price-talk")
    assert story.ok("tag", "merge", "price-talks", "price-talk").startswith("@price-t")
    assert story.ok("tag", "rename", "price-talk", "cheaper").startswith("@cheaper  ")
    assert story.ok("tag", "archive", "cheaper").startswith("@cheaper  value")
    (row,) = json.loads(story.ok("tag", "list", "--json"))
    assert (row["tag"]["slug"], row["uses"]) == ("cheaper", 2)
    assert story.ok("tag", "list").split() == [
        "@cheaper", "value", "Cheaper", "elsewhere", "2", "marks", "archived",
    ]  # fmt: skip
    story.ok("undo")
    assert "archived" not in story.ok("tag", "list")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("add", "x"), 2),
        (("add", "silence", "nowhere"), 2),
        (("add", "ego", "ego"), 2),
        (("rename", "nothing", "x"), 3),
        (("merge", "nothing", "ego"), 3),
        (("archive",), 2),
        (("archive", "a", "b"), 2),
    ],
)
def test_what_cannot_be_done_with_a_tag_is_told(
    story: Wj, words: tuple[str, ...], code: int
) -> None:
    answer = story("tag", *words)
    assert (answer.code, answer.out) == (code, "")
    assert answer.err.startswith("wj: ")
