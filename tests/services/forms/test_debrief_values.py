from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from winjournal.domain.debrief import Debrief, InfoGap, NoDealReason, Outcome
from winjournal.domain.dossier import Dossier
from winjournal.domain.errors import Invalid
from winjournal.domain.goalposts import Criterion
from winjournal.domain.negotiation import Counterparty, Negotiation
from winjournal.domain.tags import Actor
from winjournal.domain.writing import Vow
from winjournal.services.forms.debrief_values import (
    closing_of_values,
    debrief_of_values,
    met_of_values,
    values_of_debrief,
    vow_of_values,
)

NOW = datetime(2026, 3, 4, 10, 0, tzinfo=timezone(timedelta(hours=1)))
BLANK = Debrief(id="d", negotiation_id="n", written_at=NOW)
WHOLE = replace(
    BLANK,
    outcome=Outcome.AGREED,
    captured=Decimal(41000),
    final_offer=Decimal(41000),
    my_sat=6,
    their_sat_pred=5,
    deal_again_prob=70,
    my_win_changed=False,
    their_win_changed=True,
    info_gap=InfoGap.I_KEPT_IT,
    step_self=(6, 5, 4, 3, 2),
    moments_reviewed=True,
    lesson="ask what 45 days solve",
)
DOSSIER = Dossier(
    negotiation=Negotiation(
        id="n", title="Acme", counterparty_id="p", opened_on=date(2026, 3, 1)
    ),
    counterparty=Counterparty(id="p", name="Dana"),
    criteria=(
        Criterion(id="c1", negotiation_id="n", owner=Actor.ME, text="2 years",
                  met=Decimal("0.5")),
        Criterion(id="c2", negotiation_id="n", owner=Actor.THEM, text="cost"),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    "debrief",
    [
        BLANK,
        WHOLE,
        replace(WHOLE, outcome=Outcome.WALKED_AWAY, captured=None,
                no_deal_reason=NoDealReason.PRIDE),
    ],
)  # fmt: skip
def test_a_form_gives_back_what_it_was_given(debrief: Debrief) -> None:
    values = values_of_debrief(debrief, DOSSIER)
    assert debrief_of_values(values, BLANK) == debrief


def test_criteria_are_answered_by_their_id() -> None:
    values = values_of_debrief(BLANK, DOSSIER)
    assert met_of_values(values, DOSSIER) == {"c1": Decimal("0.5"), "c2": None}


def test_four_of_five_steps_are_no_rating() -> None:
    values = values_of_debrief(WHOLE, DOSSIER) | {"step_ego": ""}
    assert debrief_of_values(values, BLANK).step_self is None


@pytest.mark.parametrize("typed", ["six", "1.5", "-1", "٣", "9" * 40])
def test_a_rating_is_a_whole_number(typed: str) -> None:
    with pytest.raises(Invalid) as caught:
        debrief_of_values({"my_sat": typed}, BLANK)
    assert caught.value.field == "my_sat"


def test_an_outcome_does_not_lie_ahead() -> None:
    assert closing_of_values({"closed_on": "yesterday"}, NOW) == date(2026, 3, 3)
    assert closing_of_values({}, NOW) is None
    with pytest.raises(Invalid):
        closing_of_values({"closed_on": "2026-03-05"}, NOW)


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ({}, None),
        ({"vow_occurred": "no", "vow_kept": "yes"}, (False, True)),
        ({"vow_occurred": "yes", "vow_kept": "no"}, (True, False)),
        ({"vow_occurred": "yes"}, (True, None)),
    ],
)
def test_the_vow_is_asked_after(
    typed: dict[str, str], answer: tuple[bool, bool | None] | None
) -> None:
    vow = Vow(id="v", week="2026-W09", cue="I hear cheaper", deed="I ask")
    said = vow_of_values(typed, vow)
    assert (None if said is None else (said.occurred, said.kept)) == answer
    assert vow_of_values(typed, None) is None
