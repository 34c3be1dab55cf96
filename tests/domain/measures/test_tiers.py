from __future__ import annotations

import pytest

from winjournal.domain.measures.tiers import Tier, tier


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (0, Tier.NONE),
        (1, Tier.LISTED),
        (2, Tier.LISTED),
        (3, Tier.COUNTED),
        (4, Tier.COUNTED),
        (5, Tier.ENOUGH),
        (15, Tier.ENOUGH),
        (16, Tier.TREND),
        (10_000, Tier.TREND),
    ],
)
def test_what_so_many_entries_allow(n: int, expected: Tier) -> None:
    assert tier(n) is expected


def test_fewer_than_none_is_refused() -> None:
    with pytest.raises(ValueError, match="-1"):
        tier(-1)
