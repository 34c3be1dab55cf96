"""The actions on what the negotiations say."""

from __future__ import annotations

from winjournal.ui.command import STATEMENT, Command, at

SAY_BACK = (
    Command(
        id="agree",
        keys="y",
        word="agree",
        title="Agree with it",
        help="Agrees with the statement in focus; that stands beside it from then on.",
        places=at(STATEMENT),
        order=21,
    ),
    Command(
        id="contest",
        keys="c",
        word="contest",
        title="Contest it",
        help="Contests the statement in focus; your reason stands beside it.",
        places=at(STATEMENT),
        order=22,
    ),
    Command(
        id="reread",
        keys="R",
        word="re-read",
        title="Re-read blind",
        help="Asks you to rate five old debriefs again, with your ratings hidden.",
        places=at("character"),
        order=23,
    ),
    Command(
        id="where",
        keys="h",
        word="where",
        title="Where it happens",
        help="Counts what is in focus by person, sphere, kind, own tag and hour.",
        places=at(STATEMENT),
        order=24,
    ),
    Command(
        id="figures",
        keys="%",
        word="figures",
        title="Without figures",
        help="Hides every figure and leaves facts and questions, until pressed again.",
        places=at("character"),
        order=26,
    ),
)
