"""What another program writes appears without a key."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.ui.conftest import Sit
from winjournal.domain.errors import Busy
from winjournal.services.journal import Journal
from winjournal.services.reading import Reading

Kept = Callable[[], Journal]


async def test_a_line_from_another_shell_appears_on_today(sit: Sit, kept: Kept) -> None:
    async with sit() as person:
        other = kept()
        other.inbox.log("a second line from elsewhere")
        assert "a second line" not in person.sees
        person.app.start.pulse.look()
        await person.wait()
        assert "a second line from elsewhere" in person.sees
        other.store.close()


async def test_where_nothing_was_written_nothing_is_read_again(sit: Sit) -> None:
    async with sit() as person:
        await person.press("j", "m", "e", "escape")
        edition = person.app.edition
        for _ in range(3):
            person.app.start.pulse.look()
            await person.wait()
        assert person.app.edition == edition


async def test_a_look_that_fails_is_not_told_and_the_next_one_sees(
    sit: Sit, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Reading) -> int:
        raise Busy("Another program is writing.", "Try again.")

    async with sit() as person:
        with monkeypatch.context() as patched:
            patched.setattr(Reading, "pulse", refuse)
            person.app.start.pulse.look()
            await person.wait()
        assert person.told == ""
        other = kept()
        other.inbox.log("a second line from elsewhere")
        person.app.start.pulse.look()
        await person.wait()
        assert "a second line from elsewhere" in person.sees
        other.store.close()


async def test_what_is_being_typed_stays(sit: Sit, kept: Kept) -> None:
    async with sit() as person:
        await person.press("a")
        await person.type("half a thou")
        other = kept()
        other.inbox.log("a second line from elsewhere")
        person.app.start.pulse.look()
        await person.wait()
        assert "half a thou" in person.sees
        await person.type("ght")
        assert "half a thought" in person.sees
        other.store.close()
