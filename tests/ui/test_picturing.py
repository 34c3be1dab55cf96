"""Pictures of the screen: from the palette, private, discreet, whole by themselves."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from winjournal.domain.errors import NotPermitted
from winjournal.files import write_pieces
from winjournal.ui.drafting import hint
from winjournal.ui.glyphs import UNICODE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.ui.conftest import Sit


def really(path: Path, pieces: Iterable[str], force: bool) -> None:
    write_pieces(path, pieces, force=force)


def words_in(picture: Path) -> str:
    read = ElementTree.fromstring(picture.read_text())
    return " ".join("".join(read.itertext()).replace("\u00a0", " ").split())


async def test_a_picture_is_taken_from_the_palette_and_shows_what_stood_under_it(
    sit: Sit, tmp_path: Path
) -> None:
    async with sit(write_file=really) as person:
        await person.press("ctrl+p")
        await person.type("picture of the screen")
        await person.press("enter")
        (picture,) = tmp_path.glob("winjournal-*.svg")
        assert person.told == f"Written: {picture}."
        assert stat.S_IMODE(picture.stat().st_mode) == 0o600
        assert "Picture of the screen" not in words_in(picture)
        assert "Today" in words_in(picture)
        text = picture.read_text().replace("http://www.w3.org/", "")
        assert "http" not in text
        await person.app.run_action("screenshot")
        await person.wait()
        assert len(list(tmp_path.glob("winjournal-*.svg"))) == 2


async def test_it_is_discreet_when_the_screen_is(sit: Sit, tmp_path: Path) -> None:
    async with sit(write_file=really) as person:
        await person.wait()
        assert "Dana" in person.sees
        await person.press("z")
        await person.app.run_action("screenshot")
        await person.wait()
        (picture,) = tmp_path.glob("winjournal-*.svg")
        # the hint in the empty line is nobody's name
        assert "Dana" not in words_in(picture).replace(hint(UNICODE), "")


async def test_where_it_cannot_be_written_it_says_so(sit: Sit) -> None:
    def refused(*_: object) -> None:
        raise NotPermitted("The folder may not be written.")

    async with sit(write_file=refused) as person:
        await person.app.run_action("screenshot")
        await person.wait()
        assert person.told == "The folder may not be written."
