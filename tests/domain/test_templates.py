"""What a new preparation of a kind begins with."""

from __future__ import annotations

import pytest

from winjournal.domain.errors import NotUnderstood
from winjournal.domain.negotiation import Sphere
from winjournal.domain.templates import (
    BUILT_IN,
    Template,
    read_template,
    templates_of,
)
from winjournal.domain.terms import Direction, FairBasis, Unit


def test_four_kinds_come_with_the_program() -> None:
    assert [one.name for one in BUILT_IN] == ["salary", "vendor", "family", "scope"]
    for one in BUILT_IN:
        assert one.my_criteria
        assert one.their_criteria
        assert one.value_items
        assert one.gaps
        assert one.sting


@pytest.mark.parametrize("one", BUILT_IN, ids=lambda one: one.name)
def test_what_comes_with_the_program_could_stand_in_the_settings(one: Template) -> None:
    table = {
        "kind": one.kind,
        "sphere": one.sphere,
        "unit": one.unit,
        "direction": one.direction,
        "fair_basis": one.fair_basis,
        "my_criteria": [f"{text} !{weight}" for text, weight in one.my_criteria],
        "their_criteria": [f"{text} !{weight}" for text, weight in one.their_criteria],
        "value_items": list(one.value_items),
        "gaps": list(one.gaps),
        "sting": one.sting,
    }
    given = {name: value for name, value in table.items() if value is not None}
    assert read_template(one.name, given) == one


def test_every_field_is_read() -> None:
    assert read_template(
        "rent",
        {
            "kind": " rent ",
            "sphere": "household",
            "unit": "money",
            "direction": "less",
            "fair_basis": "market",
            "my_criteria": ["two years !3", "quiet"],
            "value_items": ["I pay on time"],
            "gaps": [],
            "sting": "being kept waiting",
        },
    ) == Template(
        name="rent",
        kind="rent",
        sphere=Sphere.HOUSEHOLD,
        unit=Unit.MONEY,
        direction=Direction.LESS,
        fair_basis=FairBasis.MARKET,
        my_criteria=(("two years", 3), ("quiet", 1)),
        value_items=("I pay on time",),
        sting="being kept waiting",
    )


def test_one_of_ones_own_takes_the_place_of_another() -> None:
    own = Template(name="salary", kind="pay")
    found = templates_of({"salary": own, "rent": Template(name="rent")})
    assert list(found) == ["salary", "vendor", "family", "scope", "rent"]
    assert found["salary"] == own


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"criteria": []}, "has no field criteria. Did you mean my_criteria?"),
        ({"xyzzy": []}, "has no field xyzzy."),
        ({"kind": 3}, "needs text as its kind."),
        ({"kind": "x" * 31}, "takes 1 to 30 characters as its kind."),
        ({"sting": " "}, "takes 1 to 100 characters as its sting."),
        ({"sphere": "work"}, "takes as its sphere: professional, personal"),
        ({"gaps": "x"}, "needs a list of at most 5 texts as its gaps."),
        ({"my_criteria": ["a"] * 4}, "needs a list of at most 3 texts"),
        ({"value_items": [1]}, "needs text as its value_items."),
    ],
)
def test_what_a_template_cannot_hold_is_said(
    table: dict[str, object], said: str
) -> None:
    with pytest.raises(NotUnderstood) as error:
        read_template("x", table)
    assert str(error.value).startswith(said)


@pytest.mark.parametrize("name", ["", "a b", "x" * 31, "a.b"])
def test_a_name_is_one_word(name: str) -> None:
    with pytest.raises(NotUnderstood, match="cannot be a template's name"):
        read_template(name, {})
