"""The words of the weekly prompts (MEASURES.md 4.3), and what raised each.

They ask *what*, not *why am I like this*: what was brought, what was seen. Nothing
else words a prompt.
"""

from __future__ import annotations

MOVED = (
    "Your win moved after it was shared in {k} of {n} talks with {person}. What "
    "happened just before each move, and what did {person} see?"
)
MOVED_BY = "your win moved in {k} of the last {n} talks with {person}"

KEPT_BACK = (
    "In {entry} you ended above your range and kept a fact back. If {person} learned "
    "it tomorrow, what would you want to have said today?"
)
KEPT_BACK_BY = "a deal ended above your range, and a fact was kept back"

CIRCUMSTANCES = (
    "Each of your {n} changes was put down to circumstances. For which one would "
    "{person} agree without hesitating?"
)
CIRCUMSTANCES_BY = "all {n} changes of your win are laid to circumstances"
THEY = "the other side"
"""Stands for a name where the changes are with several people."""

EGO = (
    "Replay {entry} as someone sitting in the corner. At which sentence did being "
    "right begin to matter more than the result?"
)
EGO_BY = "you tagged ego this week"

LET_PASS = (
    "You let something pass in {entry}. What made that possible, and how could next "
    "week's talk borrow it?"
)
LET_PASS_BY = "you let something pass this week"

BELOW_LINE = (
    "In {entry} you signed below the line you had sealed. What did leaving seem to "
    "cost at that moment, and who could have sat beside you?"
)
BELOW_LINE_BY = "a deal was signed below its sealed line"

NOT_HEARD = (
    "You have their own answer for {a} of {n} deals. Which one person could you ask "
    "this week, and in which words?"
)
NOT_HEARD_BY = "their own view is known for {a} of the last {n} deals"
LAST_NOT_HEARD_BY = "their own view of your one deal is not known"

LESS_PLEASED = (
    "They were less pleased with {entry} than you thought. Which sign was there that "
    "you read the other way?"
)
LESS_PLEASED_BY = "they rated a deal {error} lower than you had predicted"
BIAS_BY = "over {n} answers they were less pleased than you had predicted"

OWED = (
    "You owe {person}: {what}, due {date}. What is the smallest step that turns this "
    "promise into a deed?"
)
OVERDUE_BY = "a promise of yours is overdue"
DUE_BY = "a promise of yours is due within {days} days"

UNDER = (
    "Twice you ended below what you had written you deserved. What did you expect "
    "would happen if you had named it?"
)
UNDER_BY = "two deals in a row ended below your range"
UNDER_CLAIMED = (
    "In {entry} you took less than you had earned. What did you expect would happen "
    "if you had named it?"
)
"""The same question where one mark says it: "twice" would not be true of it."""
UNDER_CLAIMED_BY = "you tagged under-claimed this week"

FALLBACK = "Which talk this week did you not log, and what would it have added?"
FALLBACK_BY = "nothing in the data raised another question"
OWN_BY = "a question of your own"
