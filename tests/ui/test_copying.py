"""What is copied, and what is said where nobody knows whether it arrived."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from winjournal.ui.copying import takes_copies

if TYPE_CHECKING:
    from tests.ui.conftest import Sit


@pytest.mark.parametrize(
    ("environment", "takes"),
    [
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"}, True),
        ({"TERM": "xterm-256color", "WT_SESSION": "1"}, True),
        ({"TERM": "xterm-kitty", "TMUX": "/tmp/tmux"}, False),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7600"}, False),
        ({"TERM_PROGRAM": "Apple_Terminal"}, False),
        ({}, False),
    ],
)
def test_few_terminals_are_known_to_take_a_copy(
    environment: dict[str, str], takes: bool
) -> None:
    assert takes_copies(environment) is takes


@pytest.mark.parametrize("takes", [True, False])
async def test_a_copy_is_promised_only_where_it_arrives(sit: Sit, takes: bool) -> None:
    async with sit(takes_copies=takes) as person:
        await person.press("2", "y")
        assert person.app.clipboard
        if takes:
            assert person.told == "Copied."
        else:
            assert re.fullmatch(
                r"Copied, where the terminal allows it; wj show \w{6} has it too\.",
                person.told,
            )
