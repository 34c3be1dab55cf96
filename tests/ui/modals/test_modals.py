"""Help, question, choice and line: each answers, and does nothing itself."""

from __future__ import annotations

import pytest

from tests.ui.drawn import lines, text
from tests.ui.gallery import Gallery
from winjournal.domain.then_and_now import Compared, compared
from winjournal.ui.modals.choose import Choice, ChooseModal
from winjournal.ui.modals.confirm import ConfirmModal
from winjournal.ui.modals.help import HelpModal
from winjournal.ui.modals.line import LineModal
from winjournal.ui.modals.then_and_now import ThenAndNowModal

CHOICES = [
    Choice("k7f", "Acme renewal", "Dana"),
    Choice("k8a", "Kiln lease", "M. Okafor"),
    Choice("k8b", "Van hire"),
]


async def test_help_tells_of_the_screen_and_the_keys_that_work() -> None:
    app = Gallery()
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        shown = text(app)
        assert "What is under way, what is due, and a line to write in." in shown
        assert "Debrief  Asks how the negotiation went" in shown
        assert "Next item" in shown
        # Today has no method for it, so it is not offered.
        assert "Filter" not in shown
        await pilot.press("question_mark")
        await pilot.pause()
        assert not isinstance(app.screen, HelpModal)


async def test_help_tells_of_what_has_the_focus_first() -> None:
    app = Gallery()
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("b")
        await pilot.press("tab", "tab", "f1")
        await pilot.pause()
        shown = text(app)
        assert shown.index("Left and right") < shown.index("Three minutes")
        assert "Save  Saves what you wrote" in shown
        assert "Go to" not in shown


async def test_help_follows_the_keymap() -> None:
    app = Gallery(keymap={"debrief": "B"})
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        line = next(one for one in lines(app) if "Debrief  Asks" in one)
        assert line.split()[0] == "B"


@pytest.mark.parametrize("size", [(80, 24), (41, 13)])
async def test_help_can_be_read_to_its_end(size: tuple[int, int]) -> None:
    app = Gallery()
    async with app.run_test(size=size) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        await pilot.press("end")
        await pilot.pause()
        assert "found by its name." in " ".join(text(app).split())


@pytest.mark.parametrize(
    ("keys", "answer"), [("y", True), ("n", False), ("escape", None)]
)
async def test_a_question_is_answered(keys: str, answer: bool | None) -> None:
    answers: list[bool | None] = []
    app = Gallery()
    async with app.run_test() as pilot:
        question = "Leave [b]without[/b] sealing?"
        app.push_screen(ConfirmModal(question, yes="leave", no="stay"), answers.append)
        await pilot.pause()
        assert question in text(app)
        assert "y leave" in text(app)
        await pilot.press(keys)
        await pilot.pause()
    assert answers == [answer]


async def test_a_question_is_answered_by_mouse() -> None:
    answers: list[bool | None] = []
    app = Gallery()
    async with app.run_test() as pilot:
        app.push_screen(ConfirmModal("Leave?"), answers.append)
        await pilot.pause()
        await pilot.click("#answer-false")
        await pilot.pause()
    assert answers == [False]


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (("enter",), "k7f"),
        (("down", "enter"), "k8a"),
        ((*"oka le", "enter"), "k8a"),
        ((*"xyz", "enter", "escape"), None),
        (("escape",), None),
    ],
)
async def test_one_of_several_is_found_by_typing(
    keys: tuple[str, ...], answer: str | None
) -> None:
    answers: list[str | None] = []
    app = Gallery()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(ChooseModal("Which deal", CHOICES), answers.append)
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
    assert answers == [answer]


async def test_a_choice_begins_on_what_was_chosen() -> None:
    answers: list[str | None] = []
    app = Gallery()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(
            ChooseModal("Which deal", CHOICES, chosen="k8b"), answers.append
        )
        await pilot.pause()
        assert "Okafor" in text(app)
        await pilot.press("enter")
        await pilot.pause()
    assert answers == ["k8b"]


@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
async def test_a_long_choice_is_seen_to_its_end_and_each_meaning_in_full(
    size: tuple[int, int],
) -> None:
    meaning = "What counts as winning changed after it was shared, to gain ground."
    many = [Choice(f"t{at}", f"Tag {at}", meaning) for at in range(40)]
    many.append(Choice("last", "The last of them", meaning.replace("gain", "save")))
    app = Gallery()
    async with app.run_test(size=size) as pilot:
        app.push_screen(ChooseModal("What I did", many))
        await pilot.pause()
        assert "ground." in text(app)
        for _ in range(5):
            await pilot.press("pagedown")
        await pilot.pause()
        assert "The last of them" in text(app)
        assert "to save" in text(app)


async def test_a_line_says_how_it_is_understood_and_what_is_wrong() -> None:
    answers: list[str | None] = []
    app = Gallery()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(
            LineModal(
                "What happened?",
                placeholder="yesterday 3pm: Dana",
                echo=lambda line: f"understood: {line}",
                check=lambda line: None if line.strip() else "There is nothing in it.",
            ),
            answers.append,
        )
        await pilot.pause()
        assert "yesterday 3pm: Dana" in text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "There is nothing in it." in text(app)
        await pilot.press(*"[x] q")
        await pilot.pause()
        assert "understood: [x] q" in text(app)
        await pilot.press("enter")
        await pilot.pause()
    assert answers == ["[x] q"]


async def test_a_line_is_left_without_an_answer() -> None:
    answers: list[str | None] = []
    app = Gallery()
    async with app.run_test() as pilot:
        app.push_screen(LineModal("What happened?"), answers.append)
        await pilot.pause()
        await pilot.press(*"abc", "escape")
        await pilot.pause()
    assert answers == [None]


async def test_digits_and_letters_do_not_reach_the_screen_behind() -> None:
    app = Gallery()
    async with app.run_test() as pilot:
        behind = app.screen
        app.push_screen(ConfirmModal("Leave?"))
        await pilot.pause()
        await pilot.press("2", "b", "u")
        await pilot.pause()
        assert app.screen_stack == [behind, app.screen]
        assert isinstance(app.screen, ConfirmModal)


@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
async def test_then_and_now_stand_in_columns_that_do_not_touch(
    size: tuple[int, int],
) -> None:
    rows = [
        compared("they are content", 6, 5, "guessed "),
        Compared("they would deal again", "85 %", "yes", "you said 85 %; they would"),
        Compared("I would sign in their chair", "", "nothing owed", ""),
    ]
    app = Gallery()
    async with app.run_test(size=size) as pilot:
        app.push_screen(ThenAndNowModal("Kiln lease", rows, offers_repair=False))
        await pilot.pause()
        shown = text(app)
    assert "guessed 6 of 7  5 of 7        1 less" in shown
    line = next(line for line in shown.splitlines() if "85 %  " in line)
    head = next(line for line in shown.splitlines() if "then    " in line)
    assert line.index("yes") == head.index("now")
