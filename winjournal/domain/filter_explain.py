"""A filter in words, to be shown below the line in which it is typed."""

from __future__ import annotations

from functools import singledispatch

from winjournal.domain.filter_tree import (
    And,
    Everything,
    Filter,
    Has,
    Is,
    KindIs,
    Not,
    On,
    Or,
    OutcomeIs,
    Over,
    Part,
    Since,
    SphereIs,
    State,
    StepIs,
    TagIs,
    Until,
    With,
    Words,
)
from winjournal.domain.say_dates import say_day
from winjournal.domain.tags import Actor

_STATES = {
    State.OPEN: "still open",
    State.SEALED: "with a sealed prep",
    State.UNDEBRIEFED: "not debriefed",
    State.DUE: "with something due",
    State.CONTESTED: "in the period of a contested statement",
    State.CLOSED: "closed",
    State.AGREED: "agreed",
}
_PARTS = {
    Part.ENTRY: "with an entry",
    Part.MOMENTS: "with moments",
    Part.DEBRIEF: "with a debrief",
    Part.TERMS: "with terms",
}


@singledispatch
def explain(tree: Filter) -> str:
    """Return in words what a filter asks for; a comma stands for "and".

    For example `marked ego, with dana, since Sun 1 Feb 2026`.
    """
    raise TypeError(f"{type(tree).__name__} is no filter")


@explain.register(Everything)
def _(tree: Everything) -> str:
    return "everything"


@explain.register(And)
def _(tree: And) -> str:
    return ", ".join(_grouped(part) for part in tree.parts)


@explain.register(Or)
def _(tree: Or) -> str:
    return " or ".join(_grouped(part) for part in tree.parts)


@explain.register(Not)
def _(tree: Not) -> str:
    return f"not {_grouped(tree.part)}"


def _grouped(tree: Filter) -> str:
    words = explain(tree)
    return f"({words})" if isinstance(tree, And | Or) else words


@explain.register(Words)
def _(tree: Words) -> str:
    return f'"{tree.text}"' if tree.is_phrase else f'"{tree.text}…"'


@explain.register(TagIs)
def _(tree: TagIs) -> str:
    theirs = " by them" if tree.actor is Actor.THEM else ""
    return f"marked {tree.word}{theirs}"


@explain.register(StepIs)
def _(tree: StepIs) -> str:
    return f"marked in the step {tree.step.value} by either side"


@explain.register(With)
def _(tree: With) -> str:
    return f"with {tree.name}" if tree.is_whole else f"with {tree.name}…"


@explain.register(OutcomeIs)
def _(tree: OutcomeIs) -> str:
    return f"outcome {tree.outcome.value}"


@explain.register(SphereIs)
def _(tree: SphereIs) -> str:
    return f"sphere {tree.sphere.value}"


@explain.register(KindIs)
def _(tree: KindIs) -> str:
    return f"kind {tree.kind}" if tree.is_whole else f"kind {tree.kind}…"


@explain.register(Since)
def _(tree: Since) -> str:
    return f"since {say_day(tree.day)}"


@explain.register(Until)
def _(tree: Until) -> str:
    return f"until {say_day(tree.day)}"


@explain.register(On)
def _(tree: On) -> str:
    if tree.start == tree.end:
        return f"on {say_day(tree.start)}"
    return f"from {say_day(tree.start)} to {say_day(tree.end)}"


@explain.register(Is)
def _(tree: Is) -> str:
    return _STATES[tree.state]


@explain.register(Has)
def _(tree: Has) -> str:
    return _PARTS[tree.part]


@explain.register(Over)
def _(tree: Over) -> str:
    return f"more than {tree.percent:f} % over the middle of the fair range"
