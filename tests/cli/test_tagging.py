from __future__ import annotations

import pytest

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
