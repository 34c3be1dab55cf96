"""Facts, headings and empty states."""

from __future__ import annotations

from textual.containers import Vertical
from textual.content import Content

from tests.ui.drawn import lines, style_of, text
from tests.ui.stage import Stage
from winjournal.ui.widgets.empty import Empty
from winjournal.ui.widgets.facts import Facts
from winjournal.ui.widgets.heading import Heading


async def test_a_long_value_goes_on_under_itself() -> None:
    facts = Facts(
        [("me", "2 years, 40k or more, a well-named contact"), ("them", "one invoice")]
    )
    app = Stage(facts)
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.pause()
        drawn = [line.strip() for line in lines(app)[2:6]]
        assert drawn == [
            "me    2 years, 40k or more, a",
            "well-named contact",
            "them  one invoice",
            "",
        ]
        facts.show([("a label that is much too long", Content("x"))])
        await pilot.pause()
        assert "a label tha…  x" in text(app)


async def test_a_heading_is_quiet_and_a_name_is_bold() -> None:
    quiet = Heading("Twelve weeks", "26 talks")
    name = Heading("Acme [b]renewal[/b]", "Dana", name=True)
    app = Stage(Vertical(quiet, name))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert not style_of(app, "Twelve weeks").bold
        assert style_of(app, "Acme [b]renewal[/b]").bold
        quiet.say("Thirteen weeks")
        await pilot.pause()
        assert "Thirteen weeks" in text(app)
        assert "26 talks" not in text(app)


async def test_an_empty_state_names_one_key() -> None:
    app = Stage(Empty("Moments will stand here.", "m", "marks one"))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "Moments will stand here.\n  m marks one" in text(app)
