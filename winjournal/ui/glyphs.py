"""The signs that widgets draw with: one set for Unicode, one for plain ASCII."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyphs:
    """The signs of one terminal; each but `enter` and `half_word` is one cell wide."""

    handled: str
    slip: str
    undecided: str
    met: str
    half: str
    unmet: str
    half_word: str
    """How a half is written in words and figures."""

    hair: str
    """The hair line of a scale."""

    heavy: str
    """The heavy line of a range or an interval."""

    shade: str
    """What an interval is filled with, under a curve."""

    dot: str
    """The value on a ruler."""

    tick: str
    """A place on a ruler that is not the value."""

    cursor: str
    """Stands before the focused row where colour cannot show it."""

    ellipsis: str
    between: str
    """Stands between facts in one line."""

    to: str
    """Stands between the two ends of a range."""

    folded: str
    unfolded: str
    enter: str
    ascii_only: bool


UNICODE = Glyphs(
    handled="■",
    slip="□",
    undecided="◇",
    met="●",
    half="◐",
    unmet="○",
    half_word="½",
    hair="─",
    heavy="━",
    shade="░",
    dot="●",
    tick="┼",
    cursor="▌",
    ellipsis="…",
    between="·",
    to="–",  # noqa: RUF001 - an en dash is what stands between figures
    folded="▸",
    unfolded="▾",
    enter="⏎",
    ascii_only=False,
)

ASCII = Glyphs(
    handled="#",
    slip="o",
    undecided="?",
    met="x",
    half="/",
    unmet=".",
    half_word="1/2",
    hair="-",
    heavy="=",
    shade=":",
    dot="O",
    tick="+",
    cursor=">",
    ellipsis="~",
    between="-",
    to="-",
    folded="+",
    unfolded="-",
    enter="enter",
    ascii_only=True,
)

_NO_GLYPHS = frozenset({"dumb", "linux", "vt100", "vt220"})
"""Terminals whose fonts lack the marks, whatever the locale says."""


def glyphs_for(encoding: str, term: str = "") -> Glyphs:
    """Return the signs that a terminal can draw.

    Args:
        encoding: The encoding of the locale or of standard output.
        term: The environment variable `TERM`.
    """
    utf8 = encoding.lower().replace("-", "").replace("_", "") in {"utf8", "cp65001"}
    return UNICODE if utf8 and term not in _NO_GLYPHS else ASCII
