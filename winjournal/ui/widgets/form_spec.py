"""What a form asks: one `FieldSpec` a field, made by the functions below.

::

    specs = (
        text_field("title", "What it is", required=True, max_length=80),
        text_field("person", "With", required=True, suggest=names_like),
        date_field("planned_for", "When", echo=in_words, check=date_error),
        choice_field("sphere", "Sphere", (Option("professional", "professional"), ...)),
        met_field("met_1", "2 years"),
        scale_field("my_sat", "How content I am", low="not at all", high="entirely"),
        long_field("happened", "What happened", folded=True),
    )

A value is the text as it was typed, or the value of the chosen option; None is unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypedDict, Unpack

from textual.content import Content

Kind = Literal["text", "long", "choice", "note"]
Values = Mapping[str, str | None]

Check = Callable[[str], str | None]
"""Returns what is wrong with a text, in one sentence, or None; never given a blank."""

Echo = Callable[[str], str | None]
"""Returns what a text was understood as, or None; never given a blank."""

Suggest = Callable[[str], Sequence[str]]
"""Returns what was written before and begins like a text, the best first."""

When = Callable[[Values], bool]
"""Tells by the other values whether the field is asked at all."""

Say = Callable[[Values, int], Sequence[Content]]
"""Returns the lines that stand between fields, by the values and at a width."""

SHORT = 24
"""The width of a field for a number or a date."""


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers of a choice."""

    value: str
    """What is stored."""

    label: str
    """What is read."""

    key: str = ""
    """The key that chooses it; "": the first letter of its label."""

    @property
    def letter(self) -> str:
        """The key that chooses it."""
        return self.key or self.label[:1].lower()


class Extras(TypedDict, total=False):
    """What every field may have; see `FieldSpec`."""

    why: str
    required: bool
    folded: bool
    heading: str
    hint: str
    check: Check
    echo: Echo
    when: When
    locked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpec:
    """One field of a form."""

    name: str
    """Its name in the values."""

    label: str
    """What it is called, at its left."""

    kind: Kind = "text"
    """A line of text, several lines, a choice in a row, or a note that asks nothing."""

    why: str = ""
    """The reason for asking, shown under it while it has the focus."""

    required: bool = False
    """True: without it nothing is saved."""

    folded: bool = False
    """True: it stands under `more`."""

    heading: str = ""
    """A quiet heading above it."""

    hint: str = ""
    """What stands in it while it is empty."""

    check: Check | None = None
    """Finds what is wrong, when the field is left and when the form is saved."""

    echo: Echo | None = None
    """Says beside it how it is understood, as it is typed."""

    when: When | None = None
    """Tells whether it is asked; while it is not, its value is None."""

    locked: bool = False
    """True: it was sealed; shown, not changed."""

    options: tuple[Option, ...] = ()
    """The answers of a choice."""

    low: str = ""
    high: str = ""
    """What the ends of a choice in a row mean."""

    suggest: Suggest | None = None
    """What was written before."""

    say: Say | None = None
    """What a note says."""

    max_length: int = 0
    """The most characters; 0: as many as an entry may have."""

    width: int = 0
    """The width of the field in cells; 0: all there is."""


def text_field(
    name: str,
    label: str,
    *,
    suggest: Suggest | None = None,
    max_length: int = 0,
    width: int = 0,
    **extras: Unpack[Extras],
) -> FieldSpec:
    """Return a line of text, completed from what was written before."""
    return FieldSpec(
        name=name,
        label=label,
        suggest=suggest,
        max_length=max_length,
        width=width,
        **extras,
    )


def long_field(
    name: str, label: str, *, max_length: int = 0, **extras: Unpack[Extras]
) -> FieldSpec:
    """Return a text of several lines."""
    return FieldSpec(
        name=name, label=label, kind="long", max_length=max_length, **extras
    )


def number_field(
    name: str, label: str, *, width: int = SHORT, **extras: Unpack[Extras]
) -> FieldSpec:
    """Return a number; `check` and `echo` say what counts as one."""
    return FieldSpec(name=name, label=label, width=width, max_length=60, **extras)


def date_field(
    name: str, label: str, *, width: int = SHORT, **extras: Unpack[Extras]
) -> FieldSpec:
    """Return a date in words; `echo` says which date it is."""
    return FieldSpec(name=name, label=label, width=width, max_length=60, **extras)


def choice_field(
    name: str, label: str, options: Sequence[Option], **extras: Unpack[Extras]
) -> FieldSpec:
    """Return a choice: its options in a row."""
    return FieldSpec(
        name=name, label=label, kind="choice", options=tuple(options), **extras
    )


def yes_no_field(name: str, label: str, **extras: Unpack[Extras]) -> FieldSpec:
    """Return a choice of yes and no."""
    return choice_field(
        name, label, (Option("yes", "yes"), Option("no", "no")), **extras
    )


def scale_field(
    name: str,
    label: str,
    *,
    low: str = "",
    high: str = "",
    most: int = 7,
    **extras: Unpack[Extras],
) -> FieldSpec:
    """Return a rating from 1 to 7 (or `most`), with words for its ends."""
    return FieldSpec(
        name=name,
        label=label,
        kind="choice",
        options=tuple(Option(str(n), str(n)) for n in range(1, most + 1)),
        low=low,
        high=high,
        **extras,
    )


def met_field(name: str, label: str, **extras: Unpack[Extras]) -> FieldSpec:
    """Return how far a criterion was met: 0, a half, or 1."""
    options = (Option("0", "0"), Option("0.5", "½", "5"), Option("1", "1"))
    return FieldSpec(name=name, label=label, kind="choice", options=options, **extras)


def note(name: str, say: Say, *, heading: str = "", folded: bool = False) -> FieldSpec:
    """Return what stands between fields and asks nothing, such as a ruler.

    Args:
        name: Its name in the form; it has no value.
        say: Returns its lines; without any it is not shown.
        heading: A quiet heading above it.
        folded: Whether it stands under `more`.
    """
    return FieldSpec(
        name=name, label="", kind="note", say=say, heading=heading, folded=folded
    )
