"""The actions that move: between rooms, in a list, in time."""

from __future__ import annotations

from winjournal.ui.command import APP, FORM, LIST, MODAL, ROOM, Command, at

ROOMS: tuple[tuple[str, str, str, str], ...] = (
    ("1", "today", "Today", "Shows what is under way, due, and twelve weeks of marks."),
    ("2", "journal", "Journal", "Shows every negotiation and entry by date."),
    ("3", "people", "People", "Shows the people you deal with, and how it went."),
    ("4", "week", "Week", "Shows one week, to look back on and to seal."),
    ("5", "character", "Character", "Shows what your negotiations say, and on what."),
    ("6", "year", "Year", "Shows a year by days, with marks as heat."),
)
"""The rooms of the top line: key, name, title, help."""

GO = tuple(
    Command(
        id=f"go_{name}",
        keys=key,
        word=title,
        title=title,
        help=sentence,
        places=at(APP),
        shown_in=at(ROOM),
        action=f"go('{name}')",
    )
    for key, name, title, sentence in ROOMS
)

MOVE = (
    Command(
        id="down",
        keys="j,down",
        word="down",
        title="Next item",
        help="Moves to the next item.",
        places=at(LIST),
        action="move('down')",
    ),
    Command(
        id="up",
        keys="k,up",
        word="up",
        title="Item before",
        help="Moves to the item before.",
        places=at(LIST),
        action="move('up')",
    ),
    Command(
        id="top",
        keys="g,home",
        word="top",
        title="First item",
        help="Moves to the first item.",
        places=at(LIST),
        action="move('top')",
    ),
    Command(
        id="bottom",
        keys="G,end",
        word="end",
        title="Last item",
        help="Moves to the last item.",
        places=at(LIST),
        action="move('bottom')",
    ),
    Command(
        id="page_down",
        keys="pagedown",
        word="page",
        title="Page down",
        help="Moves one page down, in a form to its next heading.",
        places=at(LIST, FORM),
        action="move('page_down')",
    ),
    Command(
        id="page_up",
        keys="pageup",
        word="page",
        title="Page up",
        help="Moves one page up, in a form to the heading before.",
        places=at(LIST, FORM),
        action="move('page_up')",
    ),
    Command(
        id="open",
        keys="enter",
        word="open",
        title="Open",
        help="Opens what has the focus.",
        places=at(LIST),
        order=10,
    ),
    Command(
        id="next_part",
        keys="tab",
        word="next",
        title="Next part",
        help="Moves to the next part of the screen, or to the next field.",
        places=at(ROOM, FORM, MODAL),
        action="app.focus_next",
    ),
    Command(
        id="previous_part",
        keys="shift+tab",
        word="before",
        title="Part before",
        help="Moves to the part of the screen before, or to the field before.",
        places=at(ROOM, FORM, MODAL),
        action="app.focus_previous",
    ),
)

PERIOD = (
    Command(
        id="previous_period",
        keys="[",
        word="before",
        title="Period before",
        help="Shows the day, week, year or period before this one.",
        places=at("week", "character", "year", "day"),
        order=12,
    ),
    Command(
        id="next_period",
        keys="]",
        word="after",
        title="Period after",
        help="Shows the day, week, year or period after this one.",
        places=at("week", "character", "year", "day"),
        order=14,
    ),
    Command(
        id="earlier",
        keys="left",
        word="earlier",
        title="Earlier",
        help="Shows the period before; in a year, goes to the week before.",
        places=at("week", "character", "day", "calendar"),
    ),
    Command(
        id="later",
        keys="right",
        word="later",
        title="Later",
        help="Shows the period after; in a year, goes to the week after.",
        places=at("week", "character", "day", "calendar"),
    ),
    Command(
        id="period",
        keys=".",
        word="period",
        title="Longer period",
        help="Shows a month or a quarter, and in Character a year, or all of it.",
        places=at("week", "character"),
        order=13,
    ),
    Command(
        id="to_today",
        keys="t",
        word="today",
        title="To today",
        help="Comes back to today, this week or this period.",
        places=at("journal", "week", "character", "year"),
        order=16,
    ),
)
