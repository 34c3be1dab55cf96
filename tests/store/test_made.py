"""Objects made a column at a time are those that are made one by one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winjournal.domain.afterwards import Recovered
from winjournal.store.afterwards import _hour
from winjournal.store.instants import local
from winjournal.store.made import made


def test_columns_become_objects() -> None:
    columns: dict[str, list[object]] = {
        "negotiation_id": ["a", "b"], "minutes": [1.5, None],
    }  # fmt: skip
    assert made(Recovered, columns) == [
        Recovered(negotiation_id="a", minutes=1.5), Recovered(negotiation_id="b"),
    ]  # fmt: skip


def test_no_rows_are_no_objects() -> None:
    assert made(Recovered, {"negotiation_id": [], "minutes": []}) == []


@pytest.mark.parametrize("names", [("minutes",), ("negotiation_id", "minutes", "on")])
def test_a_column_too_few_or_too_many_is_refused(names: tuple[str, ...]) -> None:
    with pytest.raises(TypeError, match="Recovered"):
        made(Recovered, {name: ["a"] for name in names})


@given(st.integers(0, 4_000_000_000), st.integers(-1439, 1439))
def test_the_hour_at_an_offset_is_that_of_the_local_time(
    second: int, offset: int
) -> None:
    utc = datetime.fromtimestamp(second, UTC)
    assert _hour(utc, offset) == local(utc, offset).hour
