"""Two wordings of one thing: where they differ."""

from __future__ import annotations

from itertools import takewhile

CUT = "…"

_STOPS = ",;.:"


def differing(before: str, after: str) -> tuple[str, str]:
    """Return what two wordings do not share, `…` standing for what they do.

    Words that both begin or end with are left out: `one invoice, no rise` and `one
    invoice, 45 days` become `… no rise` and `… 45 days`; where all of one stands in
    the other, nothing of it is left. The stops after a word do not make it another.
    Wordings without a word in common, and equal ones, come back whole, in single
    blanks.

    Args:
        before: The words that were replaced.
        after: The words that replaced them.
    """
    old, new = before.split(), after.split()
    start = _shared(old, new)
    if start == len(old) == len(new):
        return " ".join(old), " ".join(new)
    end = _shared(old[start:][::-1], new[start:][::-1])
    return _within(old, start, end), _within(new, start, end)


def _shared(one: list[str], other: list[str]) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(_is_same, pairs))


def _is_same(pair: tuple[str, str]) -> bool:
    return pair[0].rstrip(_STOPS) == pair[1].rstrip(_STOPS)


def _within(words: list[str], start: int, end: int) -> str:
    kept = words[start : len(words) - end]
    if not kept:
        return ""
    return " ".join([CUT] * bool(start) + kept + [CUT] * bool(end))
