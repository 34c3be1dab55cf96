"""Every action a user can take, defined once.

From this one table come the key bindings (`bindings.py`), the footer, the palette,
the help, and the table of keys in the manual (`key_table`).

A command is bound to *places*: the app, a group of screens (`ROOM`, `FORM`, `MODAL`),
one screen by its name, or a list that has the focus. A screen takes part by giving it
a method `action_<id>`; what it has no method for is not bound there, and is offered in
no footer, palette or help. What is bound to the app *and* to `ROOM` is the app's,
unless the screen has a method of its own.

To add an action, add it to `commands_moving.py`, `commands_doing.py`,
`commands_deal.py`, `commands_people.py`, `commands_character.py`, `commands_care.py` or
`commands_live.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.ui.commands_care import CARE
from winjournal.ui.commands_character import SAY_BACK
from winjournal.ui.commands_deal import DEAL
from winjournal.ui.commands_doing import ALWAYS, FIND, WRITE
from winjournal.ui.commands_live import IN_THE_ROOM
from winjournal.ui.commands_moving import GO, MOVE, PERIOD
from winjournal.ui.commands_people import PEOPLE

if TYPE_CHECKING:
    from winjournal.ui.command import Command

COMMANDS: tuple[Command, ...] = (
    *GO, *MOVE, *PERIOD, *WRITE, *DEAL, *PEOPLE, *SAY_BACK, *FIND, *ALWAYS, *CARE,
    *IN_THE_ROOM,
)  # fmt: skip
"""Every action, in the order of the manual."""

BY_ID: dict[str, Command] = {command.id: command for command in COMMANDS}
"""The same, by id."""

BY_METHOD: dict[str, Command] = {command.method: command for command in COMMANDS}
"""The same, by the name of the method; of the rooms' one method the last."""


def commands_of(*places: str) -> tuple[Command, ...]:
    """Return the commands bound in any of these places, in the order of the table."""
    wanted = frozenset(places)
    return tuple(command for command in COMMANDS if command.places & wanted)


def key_table() -> str:
    """Return every action with a key as a Markdown table, for the manual."""
    lines = ["| key | action | what it does | where |", "| --- | --- | --- | --- |"]
    for command in COMMANDS:
        if command.keys:
            lines.append(
                f"| {_manual_keys(command)} | {command.title} | {command.help} "
                f"| {_where(command)} |"
            )
    return "\n".join(lines) + "\n"


def _manual_keys(command: Command) -> str:
    names = {"escape": "esc", "pagedown": "page down", "pageup": "page up"}
    keys = (key.strip() for key in command.keys.split(","))
    return " ".join(f"`{names.get(key, key)}`" for key in keys)


def _where(command: Command) -> str:
    return ", ".join(sorted(command.shown_in or command.places))
