"""Names in texts: found whole, whatever their case, and called otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winjournal.domain.fold import fold
from winjournal.domain.naming import Names, alias_of, called
from winjournal.domain.negotiation import Counterparty, CounterpartyKind


def person(number: int, name: str, **more: object) -> Counterparty:
    return Counterparty(id=f"{number:036}", name=name, **more)  # type: ignore[arg-type]  # of a test


ORGANISATION = CounterpartyKind.ORGANISATION
DANA = person(1, "Dana Reyes", alias="D.")
NORD = person(2, "Café Nord", kind=ORGANISATION)
TANAKA = person(3, "田中", alias="T.")
ANN = person(4, "Ann Lee", alias="A-2")
SIGN = person(5, "☎☎", alias="the phone")
NAMES = Names([DANA, NORD, TANAKA, ANN, SIGN])
CAFE = alias_of(NORD)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Dana Reyes came", "D. came"),
        ("dana said, REYES's offer", "D. said, D.'s offer"),
        ("dana   reyes / dana-reyes / DANA\nREYES", "D. / D. / D."),
        ("*dana* and _Reyes_", "*D.* and _D._"),
        ("danas dad, bandana, dana2", "danas dad, bandana, dana2"),
        ("the CAFE NORD", f"the {CAFE}"),
        ("cafe\u0301 nord's", f"{CAFE}'s"),
        ("Café by Nord", f"{CAFE} by Nord"),
        ("Da\u200bna, Dan\u0301a\u0301!", "D., D.!"),
        ("田中さん and Danaさん", "T.さん and D.さん"),
        ("an ann, Ann, ANN", "an ann, A-2, A-2"),
        ("call ☎☎ now", "call the phone now"),
        ("", ""),
        ("D. is an alias already", "D. is an alias already"),
    ],
)
def test_a_name_is_called_otherwise(text: str, said: str) -> None:
    assert NAMES.without(text) == said


def test_what_stands_between_names_is_handed_on() -> None:
    assert NAMES.without("pay Dana 3", str.upper) == "PAY D. 3"


def test_of_two_with_one_name_the_older_is_meant() -> None:
    both = Names([person(9, "Sam", alias="nine"), person(8, "Sam", alias="eight")])
    assert both.without("Sam") == "eight"


def test_an_alias_is_the_same_in_every_export() -> None:
    sam = person(7, "Sam", alias=" ")
    assert alias_of(sam) == "Person 000000"
    assert alias_of(NORD).startswith("Organisation ")
    assert called(NORD) == ("Café Nord",)


LETTERS = st.characters(categories=("L", "N", "P", "S", "Zs"))


@given(st.text(), st.text(LETTERS, max_size=20).filter(lambda name: bool(fold(name))))
def test_whatever_is_written_no_name_stays(text: str, name: str) -> None:
    names = Names([person(1, name, alias="\ue000")])
    said = names.without(f"{text} {name} {text}")
    assert "\ue000" in said
    assert names.without(said) == said
