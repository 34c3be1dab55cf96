"""What is hidden is nowhere: each field of each entity, by rare tokens."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.entities import ALLOWED, AT, DEAL, PERSON
from winjournal.domain.errors import NotUnderstood
from winjournal.domain.later import Repair
from winjournal.domain.negotiation import Counterparty
from winjournal.domain.redaction import HIDDEN, Hide, read_hidden, redaction_of
from winjournal.domain.writing import Draft, Link

OURS = {"source", "by", "week", "prompt_id", "block", "period", "slug"}
NAMED = Counterparty(id="1" * 36, name="Quixquorn Zarv", alias="Q.")
TOKEN, AMOUNT = "Quixquorn", Decimal("73519.25")
REPAIR = Repair(id="x", negotiation_id="deal", text="x", made_at=AT)
KINDS = [kind for kind in ALLOWED if kind not in (Draft, Link)]


def marked(value: Any, name: str = "") -> Any:
    """Return an entity with the token in each text and the amount in each number."""
    if isinstance(value, Enum) or name in OURS or name.endswith(("id", "ids")):
        return value
    if isinstance(value, str):
        return f"x {TOKEN} took 73519.25, {TOKEN.lower()}'s"
    if isinstance(value, Decimal):
        return value if name == "met" else AMOUNT
    if is_dataclass(value) and not isinstance(value, type):
        named = {f.name: marked(getattr(value, f.name), f.name) for f in fields(value)}
        return replace(value, **named)
    return value


def leaves(value: Any) -> list[str]:
    """Return all that an entity holds, as text."""
    if is_dataclass(value) and not isinstance(value, type):
        return [leaf for f in fields(value) for leaf in leaves(getattr(value, f.name))]
    if isinstance(value, tuple):
        return [leaf for one in value for leaf in leaves(one)]
    known = isinstance(value, date | datetime | int | Enum)
    return [] if value is None or known else [str(value).casefold()]


def hiding(*hidden: Hide) -> Any:
    return redaction_of(hidden, lambda: [NAMED])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@settings(max_examples=30)
@given(data=st.data(), hidden=st.sets(st.sampled_from(Hide)))
def test_nothing_that_is_hidden_survives(
    kind: type, data: st.DataObject, hidden: set[Hide]
) -> None:
    entity = marked(data.draw(ALLOWED[kind]))
    if isinstance(entity, Counterparty):
        # What one chose to be read instead of the name is read.
        entity = replace(entity, alias=None)
    seen = " ".join(leaves(hiding(*hidden).of(entity)))
    if Hide.NAMES in hidden:
        assert "quixquorn" not in seen
        assert "zarv" not in seen
    if Hide.MONEY in hidden:
        assert "73519" not in seen
    if Hide.TEXT in hidden:
        is_name = kind is Counterparty and Hide.NAMES not in hidden
        assert is_name or "took" not in seen
    if not hidden:
        assert hiding().of(entity) is entity


def test_each_says_what_it_hides() -> None:
    words = "Quixquorn wants 41k by 2027, or EUR 1,250.50"
    assert hiding(Hide.NAMES).words(words) == words.replace("Quixquorn", "Q.")
    said = hiding(Hide.NAMES, Hide.MONEY).words(words)
    assert said == "Q. wants ••• by •••, or EUR •••"
    assert hiding(Hide.TEXT).words(words) == HIDDEN
    assert hiding(Hide.TEXT).words(" ") == " "
    assert hiding(Hide.TEXT, Hide.NAMES).said == ["names", "text"]


def test_somebody_who_is_no_counterparty_is_nobody_named() -> None:
    repair = replace(REPAIR, text="write to Quixquorn", for_whom="her cousin Ned")
    seen = hiding(Hide.NAMES).of(repair)
    assert (seen.text, seen.for_whom) == ("write to Q.", "somebody")
    assert hiding(Hide.NAMES).of(replace(repair, for_whom="Quixquorn")).for_whom == "Q."


def test_hashes_and_seals_go_with_what_they_are_of() -> None:
    deal = replace(DEAL, prep_hash="ab" * 32)
    assert hiding(Hide.MONEY).of(deal).prep_hash is None
    assert hiding().of(deal).prep_hash == "ab" * 32


def test_a_persons_page_keeps_what_is_no_name() -> None:
    seen = hiding(Hide.NAMES).of(replace(PERSON, note="met Quixquorn"))
    assert seen.note == "met Q."
    assert hiding(Hide.MONEY).of(PERSON) == PERSON


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("names", (Hide.NAMES,)),
        (" Money , names", (Hide.NAMES, Hide.MONEY)),
        ("text,", (Hide.TEXT,)),
        ("none", ()),
        ("", ()),
    ],
)
def test_what_is_to_be_hidden_is_read(text: str, hidden: tuple[Hide, ...]) -> None:
    assert read_hidden(text) == hidden


def test_what_cannot_be_hidden_is_told() -> None:
    with pytest.raises(NotUnderstood, match="none"):
        read_hidden("names,faces")
