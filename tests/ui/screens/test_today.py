"""A day, as it begins: what is under way, what is due, a line to write in."""

from __future__ import annotations

from tests.ui.conftest import Sit


async def test_it_shows_what_is_under_way_and_due(sit: Sit) -> None:
    async with sit() as person:
        print(person.sees)
        assert 0
