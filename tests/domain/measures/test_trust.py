from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.measures.laws import law
from winjournal.domain.measures.trust import (
    Effect,
    Ledger,
    TrustAct,
    effect_of_promise,
    effect_of_tag,
    kept,
    trust_ledger,
)

TODAY = date(2026, 6, 30)
LAW = [
    TrustAct(TODAY, Effect.BUILT),
    TrustAct(date(2025, 6, 30), Effect.BUILT, 2),
    TrustAct(date(2026, 1, 1), Effect.BROKEN),
]
acts = st.lists(
    st.builds(
        TrustAct,
        st.integers(0, 1_500).map(lambda days: TODAY - timedelta(days=days)),
        st.sampled_from(Effect),
        st.integers(1, 3),
    ),
    max_size=12,
)


def figures(ledger: Ledger) -> tuple[float, ...]:
    interval = ledger.interval
    return (ledger.built, ledger.broken, ledger.score, interval.low, interval.high)


def test_the_law_s_ledger() -> None:
    ledger = trust_ledger(LAW, TODAY)
    expected = (2.0, 1.4209, 0.5534, 0.2195, 0.8632)
    assert figures(ledger) == pytest.approx(expected, abs=5e-5)
    assert ledger.evidence == pytest.approx(3.4209, abs=5e-5)
    assert ledger.score_is_shown


def test_a_deception_does_not_fade() -> None:
    deceived = TrustAct(date(2024, 6, 30), Effect.DECEIVED)
    ledger = trust_ledger([*LAW, deceived], TODAY)
    expected = (2.0, 3.4209, 0.4043, 0.1418, 0.6978)
    assert figures(ledger) == pytest.approx(expected, abs=5e-5)


def test_no_acts_show_nothing() -> None:
    ledger = trust_ledger([], TODAY)
    expected = (0.0, 0.0, 0.5, 0.05, 0.95)
    assert figures(ledger) == pytest.approx(expected, abs=5e-5)
    assert ledger.evidence == 0
    assert not ledger.score_is_shown


def test_the_score_is_shown_from_evidence_of_three() -> None:
    built = TrustAct(TODAY, Effect.BUILT)
    assert not trust_ledger([built] * 2, TODAY).score_is_shown
    assert trust_ledger([built] * 3, TODAY).score_is_shown


def test_a_year_halves_what_was_built_or_broken() -> None:
    year_ago = TODAY - timedelta(days=365)
    assert trust_ledger([TrustAct(year_ago, Effect.BUILT, 3)], TODAY).built == 1.5
    assert trust_ledger([TrustAct(year_ago, Effect.BROKEN, 3)], TODAY).broken == 3.0
    assert trust_ledger([TrustAct(year_ago, Effect.DECEIVED, 3)], TODAY).broken == 6.0


def test_ninety_days_ago_knew_nothing_of_later_acts() -> None:
    then = TODAY - timedelta(days=90)
    old = TrustAct(then, Effect.BUILT)
    new = TrustAct(then + timedelta(days=1), Effect.DECEIVED)
    assert trust_ledger([old, new], then) == trust_ledger([old], then)


@law
@given(acts)
def test_the_order_of_acts_does_not_matter(done: list[TrustAct]) -> None:
    there, back = trust_ledger(done, TODAY), trust_ledger(done[::-1], TODAY)
    assert figures(back) == pytest.approx(figures(there))


@law
@given(acts)
def test_a_built_act_lifts_and_a_broken_one_lowers(done: list[TrustAct]) -> None:
    before = trust_ledger(done, TODAY)
    lifted = trust_ledger([*done, TrustAct(TODAY, Effect.BUILT)], TODAY)
    lowered = trust_ledger([*done, TrustAct(TODAY, Effect.BROKEN)], TODAY)
    assert lowered.score < before.score < lifted.score
    assert lowered.interval.low < before.interval.low < lifted.interval.low
    assert lowered.interval.high < before.interval.high < lifted.interval.high


@law
@given(acts)
def test_time_alone_never_forgives_a_deception(done: list[TrustAct]) -> None:
    deceived = [*done, TrustAct(TODAY, Effect.DECEIVED)]
    later = trust_ledger(deceived, TODAY + timedelta(days=3_650))
    assert later.broken >= 2
    assert later.built <= trust_ledger(deceived, TODAY).built


@pytest.mark.parametrize(
    ("tag", "effect"),
    [
        ("trust-built", Effect.BUILT),
        ("honest", Effect.BUILT),
        ("trust-broken", Effect.BROKEN),
        ("misled", Effect.DECEIVED),
        ("promise", None),
        ("info-withheld", None),
        ("own-tag", None),
    ],
)
def test_what_a_tag_does_to_trust(tag: str, effect: Effect | None) -> None:
    assert effect_of_tag(tag) is effect


@pytest.mark.parametrize(
    ("state", "effect"),
    [
        ("kept", Effect.BUILT),
        ("broken", Effect.BROKEN),
        ("kept-late", None),
        ("open", None),
        ("released", None),
    ],
)
def test_what_a_promise_does_to_trust(state: str, effect: Effect | None) -> None:
    assert effect_of_promise(state) is effect


YESTERDAY = TODAY - timedelta(days=1)


@pytest.mark.parametrize(
    ("state", "due", "answer"),
    [
        ("kept", YESTERDAY, True),
        ("kept", None, True),
        ("kept-late", YESTERDAY, False),
        ("broken", None, False),
        ("released", YESTERDAY, None),
        ("open", YESTERDAY, False),
        ("open", TODAY, None),
        ("open", None, None),
    ],
)
def test_which_promises_are_due_and_kept(
    state: str, due: date | None, answer: bool | None
) -> None:
    assert kept(state, due, TODAY) is answer


def test_a_state_that_is_none() -> None:
    with pytest.raises(ValueError, match="'forgotten'"):
        kept("forgotten", None, TODAY)
    with pytest.raises(ValueError, match="'forgotten'"):
        effect_of_promise("forgotten")
