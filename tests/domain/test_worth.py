"""What one brings and knows holds to its lengths and says when it is owed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from winjournal.domain.errors import Invalid
from winjournal.domain.worth import GapPlan, InformationGap, ValueItem

ITEM = ValueItem(id="v", negotiation_id="d", text="on-call", low=Decimal(12))
GAP = InformationGap(id="g", negotiation_id="d", text="prices rise in April")


@pytest.mark.parametrize(
    "item",
    [
        replace(ITEM, text=" "),
        replace(ITEM, text="x" * 121),
        replace(ITEM, unit="x" * 21),
        replace(ITEM, evidence="x" * 121),
        replace(ITEM, differs="x" * 121),
        replace(ITEM, high=Decimal(11)),
        replace(ITEM, low=None, high=Decimal(11)),
    ],
)
def test_a_value_item_out_of_range_is_refused(item: ValueItem) -> None:
    with pytest.raises(Invalid):
        item.check()


def test_a_value_item_may_be_one_number_or_none() -> None:
    ITEM.check()
    replace(ITEM, high=Decimal(12)).check()
    replace(ITEM, low=None).check()


@pytest.mark.parametrize(
    "gap",
    [
        replace(GAP, text=""),
        replace(GAP, text="x" * 141),
        replace(GAP, because="x" * 121),
        replace(GAP, plan=GapPlan.KEEP),
        replace(GAP, plan=GapPlan.KEEP, because="  "),
    ],
)
def test_an_information_gap_out_of_range_is_refused(gap: InformationGap) -> None:
    with pytest.raises(Invalid):
        gap.check()


@pytest.mark.parametrize(
    ("gap", "is_open"),
    [
        (GAP, True),
        (replace(GAP, material=True, plan=GapPlan.TELL), True),
        (replace(GAP, plan=GapPlan.TELL_BEFORE_SIGNING), True),
        (replace(GAP, plan=GapPlan.KEEP, because="not decided"), True),
        (replace(GAP, material=False), False),
        (replace(GAP, plan=GapPlan.NOT_MINE_TO_TELL), False),
        (replace(GAP, plan=GapPlan.THEY_CAN_LOOK_IT_UP), False),
        (replace(GAP, told_at=datetime(2026, 3, 4, tzinfo=UTC)), False),
    ],
)
def test_what_matters_and_is_mine_to_tell_is_open(
    gap: InformationGap, is_open: bool
) -> None:
    assert gap.is_open is is_open
