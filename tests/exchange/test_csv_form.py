"""Tables: every kind, read back equal, and no cell that a spreadsheet obeys."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.dossiers import acme
from tests.store.entities import ALLOWED, DEAL, text
from tests.ui.bad_inputs import bad_inputs
from winjournal.domain.edge import clean_text
from winjournal.exchange.csv_form import (
    NEGOTIATION_COLUMNS,
    TABLES,
    negotiations_csv,
    table_csv,
    without_guard,
)
from winjournal.exchange.json_form import plain


def read(rows: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(rows), newline="")))


@pytest.mark.parametrize("name", TABLES)
@settings(max_examples=20)
@given(data=st.data())
def test_every_entity_is_a_row(name: str, data: st.DataObject) -> None:
    entity = data.draw(ALLOWED[TABLES[name]])
    (row,) = read(table_csv(TABLES[name], [entity]))
    assert row["id"] == entity.id
    assert {column.partition(".")[0] for column in row} == set(plain(entity))


@given(text())
def test_what_was_typed_comes_back_and_is_never_a_formula(said: str) -> None:
    deal = replace(DEAL, title=f"={said}")
    (row,) = read(table_csv(type(deal), [deal]))
    assert row["title"].startswith("'=")
    (row,) = read(table_csv(type(deal), [replace(DEAL, title=said)]))
    assert row["title"][:1] not in ("=", "+", "-", "@", "\t", "\r") or (
        row["title"].lstrip("-").replace(".", "").isdigit()
    )
    assert without_guard(row["title"]) == clean_text(said).text


@pytest.mark.parametrize("said", bad_inputs().values(), ids=bad_inputs())
def test_no_hostile_text_is_obeyed(said: str) -> None:
    (row,) = read(table_csv(type(DEAL), [replace(DEAL, title=said)]))
    assert not row["title"].startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_negotiation_is_one_row() -> None:
    (row,) = read(negotiations_csv([acme()]))
    assert tuple(row) == NEGOTIATION_COLUMNS
    assert (row["title"], row["person"]) == (
        acme().negotiation.title,
        acme().counterparty.name,
    )
    assert row["outcome"] == "agreed"
