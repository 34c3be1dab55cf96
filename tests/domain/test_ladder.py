"""Offers under one another: who moved, and how far both are apart."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from winjournal.domain.ladder import apart, ladder, say_apart, say_step
from winjournal.domain.negotiation import Offer
from winjournal.domain.tags import Actor
from winjournal.domain.terms import Terms, Unit

EUR = Terms(unit=Unit.MONEY, currency="EUR")
AT = datetime(2026, 3, 4, 10, tzinfo=UTC)


def offers(*said: tuple[str, int | None]) -> tuple[Offer, ...]:
    return tuple(
        Offer(
            id=str(n), negotiation_id="d", at=AT + timedelta(minutes=n), by=Actor(by),
            amount=None if amount is None else Decimal(amount),
            text="in words" if amount is None else None,
        )
        for n, (by, amount) in enumerate(said)
    )  # fmt: skip


def test_each_side_moves_from_its_own_last_number() -> None:
    talk = offers(
        ("me", 44000), ("them", 38000), ("me", None), ("me", 43000), ("them", 38000),
        ("them", 40500),
    )  # fmt: skip
    assert [say_step(rung) for rung in ladder(talk)] == [
        "", "", "", "-1,000", "the same", "+2,500",
    ]  # fmt: skip
    assert apart(talk) == 2500
    assert say_apart(talk, EUR) == "2,500 EUR apart"


def test_one_side_alone_is_not_apart() -> None:
    assert say_apart(offers(("me", 5), ("me", 4)), EUR) == ""
    assert say_apart(offers(), EUR) == ""
    assert say_apart(offers(("me", 5), ("them", None)), EUR) == ""


def test_the_unit_is_said() -> None:
    both = offers(("me", 60), ("them", 55))
    assert say_apart(both, Terms(unit=Unit.PERCENT)) == "5 % apart"
    assert say_apart(both, Terms(unit=Unit.POINTS)) == "5 points apart"
    same = offers(("me", 5), ("them", 5))
    assert say_apart(same, EUR) == "both at the same number"


@given(
    st.lists(
        st.tuples(st.sampled_from(["me", "them"]), st.integers(-(10**9), 10**9)),
        max_size=12,
    )
)
def test_the_steps_of_a_side_lead_from_its_first_number_to_its_last(
    said: list[tuple[str, int]],
) -> None:
    talk = offers(*said)
    for side in Actor:
        own = [rung for rung in ladder(talk) if rung.offer.by is side]
        steps = sum((rung.step or Decimal(0) for rung in own), Decimal(0))
        if own:
            assert own[0].step is None
            assert own[0].amount is not None
            assert own[0].amount + steps == own[-1].amount
