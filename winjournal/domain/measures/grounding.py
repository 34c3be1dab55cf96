"""M9: did what I held to be fair rest on more than my own view?"""

from collections.abc import Iterable

from winjournal.domain.measures.shares import Share, share_of

_OWN_VIEW = "own-view"
_BASES = frozenset({"market", "precedent", "third-party", "cost", _OWN_VIEW})


def has_outside_yardstick(fair_basis: str) -> bool:
    """Return whether a fair range rests on something both sides could look up.

    Args:
        fair_basis: market, precedent, third-party, cost or own-view.

    Raises:
        ValueError: There is no such basis.
    """
    if fair_basis not in _BASES:
        raise ValueError(f"{fair_basis!r} is no basis of a fair range")
    return fair_basis != _OWN_VIEW


def grounding(fair_bases: Iterable[str]) -> Share:
    """Return how many sealed preps with a unit had an outside yardstick.

    Raises:
        ValueError: There is no such basis.
    """
    return share_of(has_outside_yardstick(basis) for basis in fair_bases)
