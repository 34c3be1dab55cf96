"""The verbs of one negotiation, from its seal to what came of it."""

from __future__ import annotations

from winjournal.cli.verb import Verb

OF_A_DEAL = (
    Verb(
        name="seal",
        does="seal a preparation: from then on it is only added to",
        usage="[NAME...]",
        module="dealing",
        examples=("wj seal Dana", "wj seal last"),
        most=None,
    ),
    Verb(
        name="share",
        does="date that they were told my winning, or told me theirs",
        usage="[NAME...] [--theirs]",
        module="dealing",
        examples=("wj share Dana", "wj share Dana --theirs"),
        most=None,
    ),
    Verb(
        name="offer",
        does="write down an offer: whose, how much, a few words",
        usage="[me | them] AMOUNT [WORDS...]",
        module="dealing",
        examples=(
            "wj offer them 41k 45-day terms",
            'wj offer me 44000 "with the named contact" --in Dana',
        ),
        most=None,
    ),
    Verb(
        name="promise",
        does="write down a promise, say where one stands, or list them",
        usage="[WORDS... | done ID | late ID | broken ID | released ID]",
        module="promising",
        examples=(
            "wj promise send the SLA draft --to Dana --by fri",
            "wj promise done 7f2a",
        ),
        most=None,
        reads=True,
    ),
    Verb(
        name="repair",
        does="write down what will put a slip right, or that it did",
        usage="[WORDS... | done ID [WHAT CAME OF IT...]]",
        module="promising",
        examples=(
            "wj repair tell Dana about April --by fri --in Dana",
            "wj repair done 7f2a she had guessed it",
        ),
        most=None,
        reads=True,
    ),
    Verb(
        name="debrief",
        does="show a debrief and what it lacks; answer it; seal it",
        usage="[NAME...]",
        module="debriefing",
        examples=(
            "wj debrief Dana --outcome agreed --number 44000",
            "wj debrief last --json",
        ),
        most=None,
        reads=True,
    ),
    Verb(
        name="lookback",
        does="list the looks back, show then and now, or put one off",
        usage="[NAME...] [--skip]",
        module="looking_back",
        examples=("wj lookback", "wj lookback Kiln lease --skip"),
        most=None,
        reads=True,
    ),
    Verb(
        name="outside",
        does="print a note that asks for their view, or write down the answer",
        usage="NAME [1-7] [WORDS...]",
        module="looking_back",
        examples=(
            "wj outside Dana --note",
            'wj outside Dana 5 "fine, but late" --source in-writing',
        ),
        most=None,
        reads=True,
    ),
)
"""In the order in which they come up."""
