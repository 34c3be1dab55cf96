"""Each action is defined once, and one key means one thing everywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from textual.binding import Binding

from winjournal.domain.tags import Actor
from winjournal.ui.bindings import app_bindings, bindings_for, key_label
from winjournal.ui.command import (
    APP,
    FORM,
    LIST,
    LIVE,
    MODAL,
    ROOM,
    STATEMENT,
    Command,
)
from winjournal.ui.commands import BY_ID, COMMANDS, key_table
from winjournal.ui.commands_live import ASKED, SILENT, id_of
from winjournal.ui.commands_moving import ROOMS
from winjournal.ui.glyphs import ASCII, UNICODE
from winjournal.ui.keymap import clashes, keys_of

GROUPS = {APP, ROOM, FORM, MODAL, LIST, LIVE, STATEMENT}
SCREENS = {"today", "journal", "people", "week", "character", "negotiation", "moment",
           "look_back", "prep", "brief", "backups", "year", "day",
           "calendar"}  # fmt: skip


def test_no_two_actions_have_the_same_id() -> None:
    assert len(BY_ID) == len(COMMANDS)


def reach(command: Command) -> frozenset[str]:
    """Return where a command works."""
    return command.shown_in or command.places


def in_the_room(command: Command) -> bool:
    return LIVE in reach(command)


def elsewhere(command: Command) -> bool:
    return reach(command) not in ({LIVE}, {STATEMENT})


def on_a_statement(command: Command) -> bool:
    places = {STATEMENT, ROOM, LIST, "character", "evidence"}
    return bool(places & reach(command))


@pytest.mark.parametrize("works", [in_the_room, elsewhere, on_a_statement])
def test_no_key_reaches_two_actions(works: Callable[[Command], bool]) -> None:
    keys = Counter(
        key
        for command in COMMANDS
        if APP in reach(command) or works(command)
        for key in keys_of(command, {})
    )

    assert [key for key, count in keys.items() if count > 1] == []


def test_a_letter_that_a_keymap_moves_in_the_room_may_clash_there_only() -> None:
    assert clashes({"live_ego": "n"}) == []
    found = clashes({"live_ego": "u", "mark": "r"})

    assert [(key, first.id, second.id) for key, first, second in found] == [
        ("r", "mark", "repair"),
        ("u", "undo", "live_ego"),
    ]


def test_a_key_moved_to_a_statement_clashes_with_what_works_there_too() -> None:
    assert clashes({"agree": "d"}) == []
    found = clashes({"agree": "j", "contest": "z"})

    assert [(key, first.id, second.id) for key, first, second in found] == [
        ("j", "down", "agree"),
        ("z", "contest", "discreet"),
    ]


def test_every_live_letter_has_its_capital() -> None:
    for letter in ASKED:
        mine, theirs = (BY_ID[id_of(letter, actor)] for actor in Actor)
        assert (mine.keys, theirs.keys) == (letter, letter.upper())
        assert mine.help == theirs.help
    marking = [one for one in COMMANDS if one.run.startswith("live_mark(")]
    assert len(marking) == 2 * len(ASKED)
    assert {one.id for one in marking} < SILENT


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_a_command_says_what_it_is(command: Command) -> None:
    assert command.places <= GROUPS | SCREENS
    assert command.places
    assert command.shown_in <= GROUPS | SCREENS
    assert len(command.word) <= 9
    assert command.title[0].isupper()
    assert command.help[0].isupper()
    assert command.help.endswith(".")
    assert "!" not in command.help + command.title


def test_the_rooms_are_reached_by_their_digits() -> None:
    assert [key for key, *_ in ROOMS] == ["1", "2", "3", "4", "5", "6"]
    assert all(BY_ID[f"go_{name}"].keys == key for key, name, *_ in ROOMS)


def test_no_action_is_reached_by_keys_that_terminals_lose() -> None:
    forbidden = {"ctrl+enter", "shift+enter", "ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m"}
    for command in COMMANDS:
        keys = keys_of(command, {})
        assert not forbidden & set(keys)
        only_f_keys = keys and all(key[0] == "f" and key[1:].isdigit() for key in keys)
        assert not only_f_keys


def test_a_binding_carries_id_word_and_tooltip_of_its_command() -> None:
    binding = next(
        one
        for one in bindings_for(ROOM)
        if isinstance(one, Binding) and one.id == "edit"
    )

    assert (binding.key, binding.description) == ("e", "edit")
    assert binding.tooltip == BY_ID["edit"].help


def test_what_is_for_the_palette_only_has_no_binding() -> None:
    ids = {one.id for one in app_bindings() if isinstance(one, Binding)}

    assert "theme" not in ids
    assert "undo" in ids


def test_the_manual_lists_every_key() -> None:
    table = key_table().splitlines()

    with_keys = [command for command in COMMANDS if command.keys]
    assert len(table) == len(with_keys) + 2
    assert (
        "| `u` | Undo | Takes back the last thing that was done. | live, room |"
        in table
    )
    assert all(line.count("|") == 5 for line in table)


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("ctrl+s", "^s"),
        ("escape", "esc"),
        ("question_mark", "?"),
        ("?", "?"),
        ("left_square_bracket", "["),
        ("G", "G"),
        ("shift+tab", "shift+tab"),
        ("enter", "⏎"),
        ("f4", "f4"),
    ],
)
def test_a_key_is_written_as_it_is_read(key: str, label: str) -> None:
    assert key_label(key, UNICODE) == label


def test_a_key_is_written_in_ascii_where_it_must_be() -> None:
    labels = [key_label(key, ASCII) for key in ("enter", "down", "left", "ctrl+s")]

    assert labels == ["enter", "down", "left", "^s"]


def test_a_key_that_a_keymap_gives_to_two_actions_is_found() -> None:
    found = clashes({"quick_line": "m", "undo": "question_mark"})

    assert [(key, first.id, second.id) for key, first, second in found] == [
        ("m", "quick_line", "mark"),
        ("?", "undo", "help"),
    ]
    assert clashes({}) == []


def test_a_keymap_moves_a_key() -> None:
    assert keys_of(BY_ID["undo"], {"undo": "ctrl+u, backspace"}) == (
        "ctrl+u",
        "backspace",
    )
