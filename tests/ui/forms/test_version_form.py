"""A change of winning as a form."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.exchange.dossiers import acme
from winjournal.domain.errors import Invalid
from winjournal.domain.goalposts import ChangeReason
from winjournal.domain.tags import Actor
from winjournal.ui.forms.version import (
    Change,
    change_of_values,
    values_of_version,
    version_specs,
)

ANSWERS = {"owner": "me", "my_text": "3 years", "reason": "leverage",
           "announced": "no", "what_changed": None}  # fmt: skip


def test_it_begins_with_the_words_as_they_are() -> None:
    assert values_of_version(acme(), Actor.ME) == {
        "owner": "me",
        "my_text": "2 years, 42k",
    }


def test_only_a_side_that_said_what_winning_is_can_change_it() -> None:
    names = [spec.name for spec in version_specs(acme())]

    assert names == ["owner", "my_text", "reason", "what_changed", "announced"]
    assert [o.value for o in version_specs(acme())[0].options] == ["me"]


def test_what_changed_is_asked_only_where_the_reason_needs_it() -> None:
    spec = next(s for s in version_specs(acme()) if s.name == "what_changed")

    assert spec.when is not None
    assert spec.when({"reason": "circumstances"})
    assert not spec.when({"reason": "leverage"})


def test_the_answers_are_read() -> None:
    assert change_of_values(ANSWERS, acme()) == Change(
        Actor.ME, "3 years", ChangeReason.LEVERAGE, None, announced=False
    )


def test_the_same_words_are_no_change() -> None:
    with pytest.raises(Invalid) as refused:
        change_of_values(ANSWERS | {"my_text": "2 years, 42k"}, acme())

    assert refused.value.field == "my_text"


def test_whether_it_was_said_openly_must_be_known() -> None:
    with pytest.raises(Invalid) as refused:
        change_of_values(ANSWERS | {"announced": None}, replace(acme()))

    assert refused.value.field == "announced"
