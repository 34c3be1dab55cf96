"""Key bindings made from the table of commands, and how a key is written.

Each binding carries the id of its command, so that a user's keymap (`{"undo":
"ctrl+u"}`, by `App.set_keymap`) moves it, and the footer and the help follow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.binding import Binding, BindingType
from textual.keys import format_key

from winjournal.ui.command import APP
from winjournal.ui.commands import COMMANDS, commands_of

if TYPE_CHECKING:
    from textual.dom import DOMNode
    from textual.screen import Screen

    from winjournal.ui.command import Command
    from winjournal.ui.glyphs import Glyphs

_AFTER_ALL = 1000
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
