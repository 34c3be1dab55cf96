from __future__ import annotations

import pytest

from winjournal.domain.measures.grounding import grounding, has_outside_yardstick
from winjournal.domain.measures.shares import share


@pytest.mark.parametrize("basis", ["market", "precedent", "third-party", "cost"])
def test_what_both_could_look_up_is_outside(basis: str) -> None:
    assert has_outside_yardstick(basis)


def test_one_s_own_view_is_not() -> None:
    assert not has_outside_yardstick("own-view")


def test_a_basis_that_is_none() -> None:
    with pytest.raises(ValueError, match="'gut'"):
        grounding(["gut"])


def test_preps_together() -> None:
    assert grounding(["market"] * 7 + ["own-view"] * 2) == share(7, 9)
    assert grounding([]) == share(0, 0)
