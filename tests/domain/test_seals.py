from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from winjournal.domain.seals import canonical, content_hash, link_hash, verify_chain
from winjournal.domain.writing import Link

AT = datetime(2026, 3, 2, 9, 15, tzinfo=UTC)
PREP = {
    "schema": 1,
    "negotiation": "7c9e6679-7425-40de-944b-e07fc1f90ae7",
    "sealed_at": AT,
    "my_win": "Ship by May at a rate I can sustain",
    "my_criteria": ["rate", "deadline"],
    "fair_low": Decimal(9000),
    "fair_high": Decimal(11000),
    "currency": "EUR",
    "direction": "more",
    "walk_away": Decimal(8000),
}
plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


class Answer(StrEnum):
    YES = "yes"


def link_after(before: Link | None, content: dict[str, object], **changes: Any) -> Link:
    """Return the link that seals a content after another one."""
    number = before.number + 1 if before else 1
    named = Link(
        id=f"link-{number}",
        chain="negotiation:n1",
        number=number,
        kind="prep",
        content_hash=content_hash(content),
        previous_hash=before.hash if before else None,
        hash="",
        sealed_at=AT + timedelta(days=number),
        content=canonical(content).decode(),
    )
    return rehashed(replace(named, **changes))


def rehashed(link: Link) -> Link:
    """Return a link whose own hash is right for what it states."""
    right = link_hash(
        link.previous_hash,
        link.content_hash,
        chain=link.chain,
        number=link.number,
        kind=link.kind,
        sealed_at=link.sealed_at,
    )
    return replace(link, hash=right)


@pytest.fixture
def chain() -> list[Link]:
    """Return three links that fit."""
    first = link_after(None, {"win": "one"})
    second = link_after(first, {"win": "two"})
    return [first, second, link_after(second, {"win": "three"})]


def test_the_law_s_prep_has_its_hash_also_from_typed_values() -> None:
    expected = "a0ecc57e04d15720088793f43df1d797f318355dab08e950a046dbf7ab5cd0e4"
    assert content_hash(PREP) == expected


def test_keys_are_sorted_at_every_depth_without_spaces() -> None:
    one = {"b": [{"d": None, "c": True}], "a": "x y"}
    assert canonical(one) == b'{"a":"x y","b":[{"c":true,"d":null}]}'


def test_text_is_utf_8_as_it_was_typed() -> None:
    assert canonical({"t": 'Zoë "ü" \n'}) == '{"t":"Zoë \\"ü\\" \\n"}'.encode()
    assert canonical({"t": "e\u0301"}) != canonical({"t": "\u00e9"})


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("12345678901234.56"), '"12345678901234.56"'),
        (Decimal("1.50"), '"1.50"'),
        (AT, '"2026-03-02T09:15:00Z"'),
        (AT.astimezone(timezone(timedelta(hours=2))), '"2026-03-02T09:15:00Z"'),
        (AT.replace(microsecond=120_000), '"2026-03-02T09:15:00.120000Z"'),
        (date(2026, 3, 2), '"2026-03-02"'),
        (UUID(int=7), '"00000000-0000-0000-0000-000000000007"'),
        (Answer.YES, '"yes"'),
        (("a", 1), '["a",1]'),
        (None, "null"),
    ],
)
def test_values_have_one_spelling(value: object, text: str) -> None:
    assert canonical({"v": value}) == f'{{"v":{text}}}'.encode()


@pytest.mark.parametrize("value", [0.5, {1, 2}, b"x", object()])
def test_values_without_one_spelling_are_refused(value: object) -> None:
    with pytest.raises(TypeError, match="cannot be sealed"):
        canonical({"v": [value]})


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("-Infinity")])
def test_what_is_no_amount_is_refused(value: Decimal) -> None:
    with pytest.raises(ValueError, match="no amount"):
        canonical({"v": value})


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        canonical({"v": AT.replace(tzinfo=None)})


def test_half_a_character_is_refused() -> None:
    with pytest.raises(ValueError, match="surrogates"):
        canonical({"v": "\ud800"})


def test_a_key_that_is_no_text_is_refused() -> None:
    content: dict[Any, object] = {1: "a"}
    with pytest.raises(TypeError, match="no key"):
        canonical(content)


@settings(deadline=None, derandomize=True, database=None, max_examples=60)
@given(st.dictionaries(st.text(), plain))
def test_order_of_keys_does_not_matter_and_nothing_is_lost(
    content: dict[str, object],
) -> None:
    turned = dict(reversed(content.items()))
    assert canonical(turned) == canonical(content)
    assert json.loads(canonical(content)) == content


@pytest.mark.parametrize("key", sorted(PREP))
def test_any_other_content_has_another_hash(key: str) -> None:
    assert content_hash({**PREP, key: None}) != content_hash(PREP)


def test_a_link_s_hash_is_that_of_all_it_states() -> None:
    stated = (
        '{"chain":"week:2026-W10","content_hash":"c0","kind":"week","number":2,'
        '"previous_hash":"p0","sealed_at":"2026-03-02T09:15:00Z"}'
    )
    linked = link_hash(
        "p0", "c0", chain="week:2026-W10", number=2, kind="week", sealed_at=AT
    )
    assert linked == sha256(stated.encode()).hexdigest()


def test_a_chain_that_fits(chain: list[Link]) -> None:
    assert verify_chain(chain) is None
    assert verify_chain([]) is None
    assert verify_chain(chain[:2]) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"number": 7},
        {"kind": "debrief"},
        {"content_hash": "0" * 64},
        {"previous_hash": "0" * 64},
        {"previous_hash": None},
        {"hash": "0" * 64},
        {"sealed_at": AT},
        {"chain": "negotiation:n2"},
        {"content": '{"win":"2"}'},
        {"content": None},
    ],
)
def test_an_edited_link_is_found(chain: list[Link], changes: dict[str, Any]) -> None:
    chain[1] = replace(chain[1], **changes)
    assert verify_chain(chain) is chain[1]


@pytest.mark.parametrize(
    "changes",
    [
        {"number": 7},
        {"previous_hash": "0" * 64},
        {"previous_hash": None},
        {"content_hash": "0" * 64},
        {"chain": "negotiation:n2"},
    ],
)
def test_a_right_hash_of_its_own_does_not_make_it_fit(
    chain: list[Link], changes: dict[str, Any]
) -> None:
    chain[1] = rehashed(replace(chain[1], **changes))
    assert verify_chain(chain) is chain[1]


def test_a_rewritten_link_breaks_the_one_after_it(chain: list[Link]) -> None:
    chain[1] = link_after(chain[0], {"win": "rewritten"})
    assert verify_chain(chain) is chain[2]


def test_a_link_taken_out_put_in_or_moved_is_found(chain: list[Link]) -> None:
    first, second, third = chain
    assert verify_chain([first, third]) is third
    assert verify_chain([second, third]) is second
    assert verify_chain([first, first, second]) is first
    assert verify_chain([first, third, second]) is third


def test_a_first_link_that_claims_one_before_it() -> None:
    claiming = link_after(None, {"win": "one"}, previous_hash="0" * 64)
    assert verify_chain([claiming]) is claiming


def test_a_purged_content_leaves_a_tombstone(chain: list[Link]) -> None:
    chain[1] = replace(chain[1], content=None, tombstone=True)
    assert verify_chain(chain) is None


def test_a_time_read_back_in_another_zone_is_the_same_time(chain: list[Link]) -> None:
    zone = timezone(timedelta(hours=-5))
    moved = [replace(link, sealed_at=link.sealed_at.astimezone(zone)) for link in chain]
    assert verify_chain(moved) is None
