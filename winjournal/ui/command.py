"""What an action of the user is: one line of the table in `commands.py`."""

from __future__ import annotations

from dataclasses import dataclass

APP = "app"
"""The whole program."""

ROOM = "room"
"""Every screen that is read: the six rooms and one negotiation."""

FORM = "form"
"""Every screen that is filled in."""

LIVE = "live"
"""The screen for the room: its letters are its own, the table's first exception."""

MODAL = "modal"
"""What stands before a screen and asks one thing."""

STATEMENT = "statement"
"""A statement that has the focus: `y` and `c` answer it, the table's second exception.
"""

LIST = "list"
"""A list that has the focus."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One action: what it is called, where it belongs, which keys reach it."""

    id: str
    """Names the action for ever: `action_<id>`, and the entry in a user's keymap."""

    keys: str
    """Textual's names of its keys, with commas between; "" for the palette only."""

    word: str
    """One word for the footer."""

    title: str
    """What the palette, the help and the manual call it."""

    help: str
    """One sentence that says what it does; also the tooltip in the footer."""

    places: frozenset[str]
    """Where it is bound: `APP`, a group of screens, a screen's name, or `LIST`."""

    shown_in: frozenset[str] = frozenset()
    """For what is bound to the app: the groups where it works. Empty: all."""

    order: int | None = None
    """Its place in a footer, in the order of use; None: never in a footer."""

    action: str = ""
    """The action as Textual writes it, where it is not the id."""

    shown: str = ""
    """How its keys are written in a footer where the first does not say it all."""

    priority: bool = False
    """True where the key must reach past a text field."""

    @property
    def run(self) -> str:
        """The action as Textual writes it."""
        return self.action or self.id

    @property
    def method(self) -> str:
        """The name of the method that does it, without any namespace."""
        return "action_" + self.run.partition("(")[0].rpartition(".")[2]


def at(*places: str) -> frozenset[str]:
    """Return places as a set."""
    return frozenset(places)
