"""Every word that the character report can say (MEASURES.md 4.1 and 4.2).

The subject of a sentence is an entry or a deal. No diagnosis, no type, no rank, no
praise; a test greps all of it for words that would be one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from winjournal.domain.measures.trends import TrendState
from winjournal.domain.tags import Step

if TYPE_CHECKING:
    from collections.abc import Sequence

NO_ENTRIES: Final = "No entries can speak to this yet."
NOT_HEARD: Final = "You have not yet heard from the other side."
FEW_FOR_A_PATTERN: Final = "too few for a pattern"

TRUST_FEW: Final = "{kept} of {due} promises you logged were kept: {entries}."
TRUST: Final = (
    "Across {n} due promises, {kept} were kept (plausibly {lo}-{hi} in 100)."
    " Deeds noted on their side: {b} built, {x} broken."
)
WINNING_FEW: Final = "After sharing your win, it moved in {k} of {n} talks: {entries}."
WINNING: Final = (
    "Your shared win moved without an open reason in {k} of {n} talks"
    " ({lo}-{hi} in 100). Open updates: {u}. Not shared at all: {m}."
)
VALUE_FEW: Final = "{k} of {n} preps rested on an outside yardstick."
VALUE: Final = (
    "{k} of {n} fair ranges had an outside yardstick ({lo}-{hi} in 100);"
    " value was explained {e} times and defended {d}."
)
SHARE_FEW: Final = "{k} of {n} deals ended above the range you sealed, {u} below."
SHARE: Final = (
    "{k} of {n} deals ended above your sealed range ({lo}-{hi} in 100), {u} below"
)
SHARE_MIDDLE: Final = "; the middle deal was {median} from it"
SHARE_KEPT_BACK: Final = " In {g} of the {k} you kept information back."
EGO_FEW: Final = "Ego was tagged in {k} of {n} reviewed talks; let go in {r}."
EGO: Final = (
    "Ego was tagged in {k} of {n} reviewed talks ({lo}-{hi} in 100), let go {r} times."
)
EGO_LEAVING: Final = " Below your line {h} times: left {w}, stayed {s}."
INTERESTS_FEW: Final = "Their own view is known for {a} of {n} deals."
INTERESTS: Final = (
    "By both sides' account the {n} deals sit at {angle} degrees"
    " (45 is equal{plausibly}), meeting {reach} of what both wanted."
)
INTERESTS_PLAUSIBLY: Final = "; plausibly {lo}-{hi}"
INTERESTS_NOTHING: Final = "By both sides' account nothing was met in the {n} deals."
INTERESTS_BIAS: Final = (
    " They were on average {bias} {direction} pleased than predicted."
)
INTERESTS_NO_BIAS: Final = " They were on average as pleased as predicted."
INTERESTS_HELD: Final = " {h} of {f} checked deals held up after {days} days."

HEADLINES: Final = {
    Step.TRUST: "promises kept",
    Step.WINNING: "talks where my goalposts moved",
    Step.VALUE: "fair ranges with an outside yardstick",
    Step.SHARE: "deals above the range I sealed",
    Step.EGO: "talks with ego tagged",
    Step.INTERESTS: "deals with their own view",
}
DEGREES: Final = "degrees; 45 is equal"

COUNTS_ONCE: Final = {
    Step.TRUST: "A promise of yours counts once it is due or settled.",
    Step.WINNING: "A talk counts once you have told them your win.",
    Step.VALUE: "A prep counts once it is sealed with a fair range.",
    Step.SHARE: (
        "A deal counts once its prep was sealed before the talk and what you got is"
        " written."
    ),
    Step.EGO: "A talk counts once you have looked through it for moments.",
    Step.INTERESTS: (
        "A deal counts once they have told you how they feel about it, or what they"
        " wanted and how far it was met."
    ),
}
"""What would make an entry eligible."""

_NOUNS: Final = {
    Step.TRUST: ("due promise", "due promises"),
    Step.WINNING: ("talk with your win shared", "talks with your win shared"),
    Step.VALUE: ("sealed fair range", "sealed fair ranges"),
    Step.SHARE: (
        "deal against a range sealed before the talk",
        "deals against a range sealed before the talk",
    ),
    Step.EGO: ("reviewed talk", "reviewed talks"),
    Step.INTERESTS: ("deal with their own view", "deals with their own view"),
}

LIMITS: Final = {
    Step.TRUST: "promises that were not written down are not here",
    Step.WINNING: "a win that was not shared cannot be seen to move",
    Step.VALUE: "a yardstick can be chosen to fit",
    Step.SHARE: "the range is your own, and probably generous to you",
    Step.EGO: "ego is seen only where it was noticed and tagged",
    Step.INTERESTS: "where a deal lands also carries their skill, power and luck",
}
"""What limits each measure, whatever the data."""

MOSTLY_ONE: Final = "{c} of these {n} are with {person}"
TAGGED_LESS: Final = (
    "you also tagged less: {before} marks in the 8 before, {last} since"
)
LOW_COVERAGE: Final = "only {logged} of {talks} talks were logged in the weeks asked"
OWN_VIEW: Final = "{o} of these {n} ranges rest on your own view"
SEALED_LATE: Final = "{late} deals were sealed after the talk and left out"
SILENT: Final = "{silent} of {asked} have not answered; they may be the displeased ones"

ALSO_TAGGED_LESS: Final = (
    "You also tagged less ({before} marks in the 8 before, {last} in the last 8), so"
    " nothing is said about a change."
)
ALL_ONE_PERSON: Final = (
    "All of the last 16 are with one counterparty, so nothing is said about a change."
)
SHORT_TAGGED_LESS: Final = "you also tagged less"
SHORT_ONE_PERSON: Final = "the last 16 are all with one counterparty"
STATES: Final = {
    TrendState.NO_CLEAR_CHANGE: "No clear change: too little to tell either way.",
    TrendState.WATCH_UP: (
        "Worth a look: the last 8 differ from the 8 before. This often happens by"
        " chance."
    ),
    TrendState.CHANGED_UP: "Has changed at two check points in a row.",
}
SHORT_STATES: Final = {
    TrendState.NO_CLEAR_CHANGE: "no clear change{counts}",
    TrendState.WATCH_UP: "worth a look{counts}; often chance",
    TrendState.CHANGED_UP: "changed at two check points in a row{counts}",
}
_ALIKE: Final = {
    TrendState.WATCH_DOWN: TrendState.WATCH_UP,
    TrendState.CHANGED_DOWN: TrendState.CHANGED_UP,
}
WINDOWS: Final = "{k1} of 8 before, {k2} of the last 8"
SHORT_WINDOWS: Final = "{k1} of 8 then {k2}"
LATER_LOWER: Final = (
    "In {c} of {pairs} pairs the later deal sat lower against its range."
)

ASKS: Final = {
    "overdue": "Settle what is owed to {person} in {title}; until then it is not kept.",
    "promise": "Note the next promise with its day, and how it ends.",
    "moved": "Ask {person} whether the change in {title} had a reason they could see.",
    "unshared": "Say your win early next time; in {title} it was not shared.",
    "held": "Ask {person} how your win sounded to them in {title}.",
    "win": "Tell them your win in the next talk, and note that you did.",
    "own-view": "Find one outside figure that the range of {title} could have had.",
    "outside": "Ask {person} whether the yardstick of {title} looks fair to them.",
    "range": "Write a fair range with its source before the next talk, and seal it.",
    "over": "Ask {person} how {title} looks now.",
    "within": "Ask {person} how {title} looks now.",
    "sealed": "Seal a range before the next talk.",
    "ego": "Ask {person}, or who sat beside you, how {title} felt.",
    "calm": "Ask who sat beside you in {title} what they saw.",
    "review": "Look through the latest talk for moments, theirs and yours.",
    "silent": "Ask {person} how {title} looks now.",
    "heard": "Ask {person} again how {title} looks now.",
    "deal": "Ask the other side of the next deal how it looks to them.",
}
"""What would change the picture."""


def state_words(state: TrendState) -> str:
    """Return the sentence for a trend; empty where there are too few entries."""
    return STATES.get(_ALIKE.get(state, state), "")


def short_state(state: TrendState, counts: str = "") -> str:
    """Return the words for a trend in one line, with its counts if it has any."""
    words = SHORT_STATES.get(_ALIKE.get(state, state), "")
    return words.format(counts=f": {counts}" if counts else "")


def more_needed(step: Step, n: int, enough: int) -> str:
    """Return what is lacking before entries can speak; empty when nothing is.

    Args:
        step: The block.
        n: How many can speak now.
        enough: From how many on they do.
    """
    if n >= enough:
        return ""
    if n == 0:
        return COUNTS_ONCE[step]
    lacking = enough - n
    noun = _NOUNS[step][lacking != 1]
    return f"Too few to say; {lacking} more {noun} needed."


def in_100(share: float) -> int:
    """Return a share as so many in 100, halves upwards."""
    return int(share * 100 + 0.5)


def signed_percent(ratio: float) -> str:
    """Return a ratio as a whole per cent with its sign: `+8 %`, `0 %`."""
    whole = int(abs(ratio) * 100 + 0.5)
    if whole == 0:
        return "0 %"
    return f"{'+' if ratio > 0 else '-'}{whole} %"


def with_entries(template: str, titles: Sequence[str], **figures: object) -> str:
    """Return a sentence that ends in the titles of its entries, if there are any."""
    if not titles:
        template = template.replace(": {entries}", "")
    return template.format(entries=", ".join(titles), **figures)
