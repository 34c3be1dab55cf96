"""A moment as a form, and back."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from winjournal.domain.errors import Invalid
from winjournal.domain.moments import Moment, Precision, Recorded
from winjournal.domain.tags import Actor, Step
from winjournal.services.forms.moment_values import moment_of_values, values_of_moment
from winjournal.ui.forms.moment import moment_specs

ZONE = timezone(timedelta(hours=1))
NOW = datetime(2026, 3, 4, 10, 0, tzinfo=ZONE)
EGO = Moment(
    id="m", negotiation_id="n", at=datetime(2026, 3, 4, 9, 54, 17, tzinfo=ZONE),
    precision=Precision.EXACT, tag="ego", strength=2, note="raised my voice",
    recorded=Recorded.LIVE,
)  # fmt: skip


def test_what_was_left_alone_stays_to_the_second() -> None:
    assert moment_of_values(values_of_moment(EGO), EGO, NOW) == EGO


@pytest.mark.parametrize(
    ("typed", "tag", "step"),
    [
        ("ego+", "ego-released", None),
        ("@goalpost-", "goalpost-shift", None),
        ("over_capture", "over-capture", None),
        ("trust", None, Step.TRUST),
        ("", None, None),
    ],
)
def test_a_tag_is_typed_as_in_a_line(
    typed: str, tag: str | None, step: Step | None
) -> None:
    values = values_of_moment(EGO) | {"tag": typed}
    moment = moment_of_values(values, EGO, NOW)

    assert (moment.tag, moment.step_hint) == (tag, step)


def test_an_unknown_tag_says_what_it_may_have_been() -> None:
    with pytest.raises(Invalid) as refused:
        moment_of_values(values_of_moment(EGO) | {"tag": "trsut+"}, EGO, NOW)

    assert refused.value.field == "tag"
    assert "trust+" in str(refused.value)


def test_another_time_is_one_of_memory() -> None:
    values = values_of_moment(EGO) | {"at": "yesterday 3pm", "actor": "them"}
    moment = moment_of_values(values, EGO, NOW)

    assert moment.at == datetime(2026, 3, 3, 15, 0, tzinfo=ZONE)
    assert (moment.precision, moment.recorded) == (Precision.APPROX, Recorded.LATER)
    assert moment.actor is Actor.THEM


def test_the_tag_field_completes_and_says_what_a_tag_is() -> None:
    spec = next(one for one in moment_specs(NOW, "^t") if one.name == "tag")

    assert spec.suggest is not None
    assert spec.echo is not None
    assert spec.check is not None
    assert "over-capture" in spec.suggest("over")
    assert spec.suggest("") == []
    assert spec.echo("ego+") == "Ego let go, handled"
    assert spec.echo("value") == "which of them is decided later"
    assert spec.echo("nonsense") is None
    assert spec.check("ego") is None
    assert spec.check("xyzzy") == "There is no such tag."
