"""Hostile text through the line and the forms: shown, kept, obeyed by nothing."""

from __future__ import annotations

import re
from pathlib import Path

from textual.widgets import Input

from tests.services.conftest import HandClock
from tests.ui.bad_inputs import CONTROL, bad_inputs, shown
from tests.ui.conftest import Sit, reopened
from winjournal.domain.edge import clean_text
from winjournal.domain.negotiation import TITLE_MAX
from winjournal.domain.writing import Entry
from winjournal.services.prep import Prep
from winjournal.ui.screens.debrief import DebriefScreen
from winjournal.ui.screens.entry import EntryScreen
from winjournal.ui.screens.negotiation import NegotiationScreen
from winjournal.ui.screens.prep import PrepScreen
from winjournal.ui.text import one_line

INPUTS = {name: value[:2000] for name, value in bad_inputs().items()}
WORST = (
    "markup_lone_close", "markup_dollar_offer", "markup_unterminated",
    "osc52_clipboard", "csi_clear_move", "nul_inside", "bidi_override",
    "combining_zalgo", "emoji_zwj_flag", "lone_surrogate", "crlf_mixed",
    "title_300_chars", "sql_quote", "fts_operators", "fmt_strings",
)  # fmt: skip
"""Those that go through a form of many fields too: it takes its time to open."""

LINES = {name: value for name, value in INPUTS.items() if one_line(value).strip()}


def squeezed(text: str) -> str:
    """Return a text with each run of blanks as one, and without what is not drawn."""
    return " ".join(CONTROL.sub("", text).split())


def first_words(value: str) -> str:
    """Return the beginning of an input as a list must show it."""
    return squeezed(shown(re.sub(r"^\s+", "", value)))


async def test_through_the_line(sit: Sit, empty_file: Path, clock: HandClock) -> None:
    async with sit(path=empty_file, size=(140, 40)) as person:
        for name, value in LINES.items():
            await person.press("a")
            await person.type(value)
            await person.press("enter")
            seen = await person.press("G")
            assert first_words(one_line(value)) in squeezed(seen), name
            assert not CONTROL.search(seen.replace("\n", "")), name
        assert person.screen.query_one("#line", Input).value == ""
    lines = [line.line for line in reopened(empty_file, clock).inbox.lines()]
    assert sorted(lines) == sorted(one_line(value) for value in LINES.values())


async def test_through_an_entry(sit: Sit, empty_file: Path, clock: HandClock) -> None:
    written = {name: value for name, value in INPUTS.items() if value.strip()}
    bodies: list[str] = []
    async with sit(path=empty_file, size=(100, 40)) as person:
        for name, value in written.items():
            person.app.push_screen(EntryScreen())
            await person.wait()
            await person.type(value)
            await person.press("ctrl+s")
            if person.at(EntryScreen):
                # Nothing but control characters: there is nothing written yet.
                assert not clean_text(value).text.strip(), name
                await person.press("escape")
                await person.press("g", "d", "y")
            else:
                bodies.append(clean_text(value).text)
    journal = reopened(empty_file, clock)
    with journal.store.read() as reader:
        assert sorted(e.body for e in reader.list(Entry)) == sorted(bodies)
    assert len(bodies) > 40


async def test_through_a_preparation(
    sit: Sit, empty_file: Path, clock: HandClock
) -> None:
    async with sit(path=empty_file, size=(140, 40)) as person:
        for name in WORST:
            value = INPUTS[name]
            title = one_line(value)[:TITLE_MAX]
            await person.press("n")
            await person.type(title)
            await person.fill(person=f"Dana {name}", my_win=value[:200])
            assert first_words(title) in squeezed(person.sees), name
            await person.press("ctrl+s")
            assert not person.at(PrepScreen), (name, person.sees)
            assert person.at(NegotiationScreen)
            assert first_words(title) in squeezed(person.sees), name
            await person.press("escape")
    rows = reopened(empty_file, clock).people.rows()
    assert sum(row.deals for row in rows) == len(WORST)


async def test_through_a_debrief(sit: Sit, empty_file: Path, clock: HandClock) -> None:
    journal = reopened(empty_file, clock)
    deals = {
        name: journal.deals.create(Prep(title=name, person=name)).id for name in WORST
    }
    journal.store.close()
    async with sit(path=empty_file, size=(140, 60)) as person:
        for name, deal in deals.items():
            value = INPUTS[name]
            person.app.open_debrief(deal)
            await person.wait()
            person.form.focus_field("happened")
            await person.wait()
            await person.type(value)
            await person.fill(lesson=value[:200], added="@ego again")
            await person.press("ctrl+s")
            assert not person.at(DebriefScreen), (name, person.sees)
            assert person.app._exception is None
    journal = reopened(empty_file, clock)
    for name, deal in deals.items():
        dossier = journal.deals.read(deal)
        assert dossier.debrief is not None
        assert dossier.debrief.happened == clean_text(INPUTS[name]).text.strip(), name
        assert dossier.moments[0].tag == "ego"


async def test_what_stands_in_a_journal_is_shown_on_every_screen(
    sit: Sit, empty_file: Path, clock: HandClock
) -> None:
    journal = reopened(empty_file, clock)
    for name, value in INPUTS.items():
        title = one_line(value)[:TITLE_MAX].strip()
        if title:
            journal.deals.create(Prep(title=title, person=f"{name} {title}"[:60]))
    journal.store.close()
    async with sit(path=empty_file, size=(140, 40)) as person:
        for key in "12341":
            seen = await person.press(key)
            assert not CONTROL.search(seen.replace("\n", ""))
            seen = await person.press("G")
            assert not CONTROL.search(seen.replace("\n", ""))
        await person.press("z", "1", "3")
        assert person.app._exception is None
