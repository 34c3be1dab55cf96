"""A user's keys by the id of the action, and what is wrong with them.

Without Textual, so that `wj config check` can say it too.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from winjournal.ui.command import APP, LIST, LIVE, ROOM, STATEMENT
from winjournal.ui.commands import BY_ID, COMMANDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from winjournal.ui.command import Command

_ELSEWHERE = "elsewhere"
_WITH_STATEMENTS = ("character", "evidence")

_NAMES = {
    "slash": "/",
    "backslash": "\\",
    "at": "@",
    "minus": "-",
    "plus": "+",
    "underscore": "_",
}
"""The signs that Textual calls by another name than Unicode does."""


def keys_of(command: Command, keymap: Mapping[str, str]) -> tuple[str, ...]:
    """Return the keys that reach a command now; () for the palette only."""
    keys = keymap.get(command.id, command.keys)
    return tuple(key.strip() for key in keys.split(",") if key.strip())


def clashes(keymap: Mapping[str, str]) -> list[tuple[str, Command, Command]]:
    """Return each key that a user's keymap gives to two actions, with the two."""
    taken: dict[tuple[str, str], Command] = {}
    found: dict[tuple[str, Command, Command], None] = {}
    for command in COMMANDS:
        for key in keys_of(command, keymap):
            for side in _sides(command):
                place = (side, as_sign(key))
                other = taken.setdefault(place, command)
                if other is not command:
                    found[key, other, command] = None
    return list(found)


def strangers(keymap: Mapping[str, str]) -> tuple[str, ...]:
    """Return a sentence for each id of a keymap that names no action."""
    return tuple(_stranger(id_) for id_ in keymap if id_ not in BY_ID)


def wrong_with(keymap: Mapping[str, str]) -> tuple[str, ...]:
    """Return a sentence for each thing that is wrong with a keymap."""
    twice = (
        f"The key {key} is given to two actions: {first.title}; {second.title}."
        for key, first, second in clashes(keymap)
    )
    return (*strangers(keymap), *twice)


def as_sign(key: str) -> str:
    """Return a key by its sign, however it was written: `question_mark` is `?`."""
    *modifiers, name = key.strip().split("+") if len(key.strip()) > 1 else [key]
    return "+".join([*sorted(modifiers), _sign(name)])


def _sign(name: str) -> str:
    if len(name) < 2:
        return name
    try:
        return _NAMES.get(name) or unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return name


def _stranger(id_: str) -> str:
    # About 5 ms, only for an id that is none.
    from difflib import get_close_matches

    near = get_close_matches(id_, BY_ID, n=1)
    hint = f" Did you mean {near[0]}?" if near else " wj config keys lists them."
    return f"There is no action {id_}.{hint}"


def _sides(command: Command) -> tuple[str, ...]:
    """Return where a command works: for the room, on a statement, elsewhere."""
    reach = command.shown_in or command.places
    if APP in reach:
        return (_ELSEWHERE, LIVE, STATEMENT)
    sides = {place if place in (LIVE, STATEMENT) else _ELSEWHERE for place in reach}
    if reach & {ROOM, LIST, *_WITH_STATEMENTS}:
        sides.add(STATEMENT)
    return tuple(sides)
