"""Key bindings made from the table of commands, and how a key is written.

Each binding carries the id of its command, so that a user's keymap (`{"undo":
"ctrl+u"}`, by `App.set_keymap`) moves it, and the footer and the help follow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.binding import Binding, BindingType
from textual.keys import format_key

from winjournal.ui.command import APP, LIST, LIVE, ROOM, STATEMENT
from winjournal.ui.commands import COMMANDS, commands_of
from winjournal.ui.glyphs import UNICODE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.dom import DOMNode
    from textual.screen import Screen

    from winjournal.ui.command import Command
    from winjournal.ui.glyphs import Glyphs

_AFTER_ALL = 1000
_ELSEWHERE = "elsewhere"
_WITH_STATEMENTS = ("character", "evidence")
_NAMES = {
    "escape": "esc",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "delete": "del",
}


def bindings_for(*places: str) -> list[BindingType]:
    """Return the bindings of these places, for a class's `BINDINGS`."""
    return [_binding(command) for command in commands_of(*places) if command.keys]


def app_bindings() -> list[BindingType]:
    """Return the bindings of the app itself."""
    return bindings_for(APP)


def key_label(key: str, glyphs: Glyphs) -> str:
    """Return a key as it is written in footer and help: `^s`, `esc`, `?`.

    Args:
        key: One key by Textual's name or as its character.
        glyphs: The signs of the terminal.
    """
    *modifiers, name = key.strip().split("+") if len(key.strip()) > 1 else [key]
    if name == "enter" and not modifiers:
        return glyphs.enter
    shown = _NAMES.get(name) or format_key(name)
    if glyphs.ascii_only and not shown.isascii():
        shown = name
    if "ctrl" in modifiers:
        modifiers.remove("ctrl")
        shown = f"^{shown}"
    return "+".join([*modifiers, shown])


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
                place = (side, key_label(key, UNICODE))
                other = taken.setdefault(place, command)
                if other is not command:
                    found[key, other, command] = None
    return list(found)


def reachable(screen: Screen[Any]) -> list[tuple[Command, DOMNode]]:
    """Return what can be done on a screen now, each with the node that does it.

    In the order of use; what only moves comes last.

    Unlike the active bindings of Textual it keeps what a text field would take as
    typing, so it is right for a palette and a help opened from a text field.
    """
    start = screen.focused or screen
    nodes = [node for node in start.ancestors_with_self if places_of(node)]
    found: list[tuple[Command, DOMNode]] = []
    for command in COMMANDS:
        for node in nodes:
            if command.places & places_of(node) and _does(node, command):
                found.append((command, node))
                break
    found.sort(key=lambda pair: pair[0].order or _AFTER_ALL)
    return found


def places_of(node: DOMNode) -> frozenset[str]:
    """Return the places of the table that a node stands for."""
    places: frozenset[str] = getattr(node, "places", frozenset())
    return places


def _sides(command: Command) -> tuple[str, ...]:
    """Return where a command works: for the room, on a statement, elsewhere."""
    reach = command.shown_in or command.places
    if APP in reach:
        return (_ELSEWHERE, LIVE, STATEMENT)
    sides = {place if place in (LIVE, STATEMENT) else _ELSEWHERE for place in reach}
    if reach & {ROOM, LIST, *_WITH_STATEMENTS}:
        sides.add(STATEMENT)
    return tuple(sides)


def _does(node: DOMNode, command: Command) -> bool:
    doer = node.app if command.run.startswith("app.") else node
    if not hasattr(doer, command.method):
        return False
    return bool(doer.check_action(command.method.removeprefix("action_"), ()))


def _binding(command: Command) -> Binding:
    return Binding(
        command.keys,
        command.run,
        command.word,
        show=command.order is not None,
        priority=command.priority,
        tooltip=command.help,
        id=command.id,
    )
