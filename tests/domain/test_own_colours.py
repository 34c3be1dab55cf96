"""Colours of one's own: read, and measured on their grounds."""

from __future__ import annotations

import pytest

from winjournal.domain.own_colours import (
    check_colours,
    contrast,
    is_dark,
    rgb_of,
    too_faint,
)

DUSK = {"background": "#1b1a24", "ink": "#dcd6f7"}


def test_the_contrast_is_that_of_wcag() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == 21
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)
    assert contrast((9, 9, 9), (9, 9, 9)) == 1


def test_colours_are_read() -> None:
    assert check_colours({"background": "#1B1A24", "ink": "#dcd6f7"}) == DUSK
    assert rgb_of("#0a10ff") == (10, 16, 255)
    assert is_dark(DUSK)
    assert not is_dark({"background": "#ffffff", "ink": "#000000"})


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({}, "lacks background and ink."),
        ({"ink": "#000000"}, "lacks background."),
        ({**DUSK, "gold": "#fff"}, "needs as its gold a colour such as #1b1a24."),
        ({**DUSK, "gold": 3}, "needs as its gold a colour"),
        ({**DUSK, "golden": "#ffffff"}, "has no colour golden. It takes background"),
    ],
)
def test_what_is_no_colour_is_said(table: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        check_colours(table)


def test_what_cannot_be_read_on_its_ground_is_said() -> None:
    assert too_faint(DUSK) == ()
    (said,) = too_faint({**DUSK, "gold": "#4a4420"})
    assert said.startswith("gold has a contrast of 1.8 on its background; 4.5")
    assert len(too_faint({**DUSK, "panel": "#d0d0d0"})) == 1
