"""Every setting: what it is called, what it means, and what it takes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

DARK, LIGHT = "ink", "paper"
LOOKS_MAX, DAYS_MAX = 6, 3650
LOCK_MAX = 24 * 60
WEEK_STARTS = ("monday", "sunday", "saturday")
_CODE = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One setting.

    Attributes:
        name: As it is written in the file.
        default: What holds where the file says nothing.
        says: What it means, in a sentence or two.
        example: Lines for the file, of a table; empty otherwise.
        takes: What a value must be, as a sentence goes on after `must be`.
        fits: Whether a value of the default's type is one; None takes all.
    """

    name: str
    default: object
    says: str
    example: str = ""
    takes: str = ""
    fits: Callable[[object], bool] | None = None

    @property
    def is_table(self) -> bool:
        """Whether it is a table with names of the user's own."""
        return isinstance(self.default, dict)

    def wrong(self, value: object) -> str:
        """Return what a value must be instead; "" where it is one."""
        if type(value) is not type(self.default):
            return f"{self.name} must be {_KINDS[type(self.default)]}."
        if self.fits is not None and not self.fits(value):
            return f"{self.name} must be {self.takes}."
        return ""


_KINDS: dict[type, str] = {
    str: "text",
    bool: "true or false",
    int: "a whole number",
    dict: "a table",
    list: "a list of days, such as [30, 90]",
}


def _are_days(value: object) -> bool:
    """Whether a list holds whole days after closing, each later than the one before."""
    if not isinstance(value, list) or not 0 < len(value) <= LOOKS_MAX:
        return False
    days = [day for day in value if type(day) is int and 1 <= day <= DAYS_MAX]
    return days == value == sorted(set(days))


KEYS = (
    Key(
        name="theme",
        default="",
        says="The colours: ink, paper, terminal, auto, a theme of your own below, or "
        "one of Textual's. Empty follows what was chosen on screen.",
    ),
    Key(
        name="currency",
        default="EUR",
        says="The ISO 4217 code that the terms of a new negotiation start with.",
        takes="three capital letters, such as EUR",
        fits=lambda value: bool(_CODE.fullmatch(str(value))),
    ),
    Key(
        name="discreet",
        default=False,
        says="Whether to start with names as aliases and amounts as dots.",
    ),
    Key(
        name="figures",
        default=True,
        says="Whether the report shows figures, or facts and questions alone.",
    ),
    Key(
        name="ascii",
        default=False,
        says="Whether to draw marks and rulers in ASCII in any case.",
    ),
    Key(
        name="lock_minutes",
        default=10,
        says="Minutes without a key after which an encrypted journal is locked; 0 "
        "never.",
        takes=f"0 (never) to {LOCK_MAX}",
        fits=lambda value: value in range(LOCK_MAX + 1),
    ),
    Key(
        name="follow_up_days",
        default=[30, 90],
        says="The days after closing at which a deal is asked again.",
        takes=f"days from 1 to {DAYS_MAX}, rising",
        fits=_are_days,
    ),
    Key(
        name="week_starts",
        default="monday",
        says="The weekday that a calendar begins with: monday, sunday or saturday. "
        "Weeks are counted from Monday, as ISO does, in any case.",
        takes="monday, sunday or saturday",
        fits=lambda value: value in WEEK_STARTS,
    ),
    Key(
        name="prompts",
        default="",
        says="A file of questions of your own for the week's review, one a line; "
        "an absolute path, or one beside this file.",
    ),
    Key(
        name="keys",
        default={},
        says="Other keys for an action, by its id; several with commas between. "
        "wj config keys lists the ids.",
        example='quick_line = "A"',
    ),
    Key(
        name="filters",
        default={},
        says="Filters under a name of your own, for saved:NAME; wj filters and the "
        "journal write them too.",
        example='hard = "@ego or over:10%"',
    ),
    Key(
        name="themes",
        default={},
        says="Colours of your own. background and ink are needed; surface, panel, "
        "gold, key, handled, slip, danger may follow. What could not be read on its "
        "ground is moved until it can.",
        example='[themes.dusk]\nbackground = "#1b1a24"\nink = "#dcd6f7"\n'
        'gold = "#e5c384"',
    ),
    Key(
        name="templates",
        default={},
        says="What a new preparation of a kind begins with. salary, vendor, family and "
        "scope come with the program; one of the same name takes its place.",
        example='[templates.rent]\nkind = "rent"\nsphere = "household"\n'
        'my_criteria = ["a lease of two years !2", "repairs within a week"]\n'
        'unit = "money"\ndirection = "less"',
    ),
)
"""All settings, in the order of the file."""

BY_NAME = {key.name: key for key in KEYS}
"""The same, by name."""
