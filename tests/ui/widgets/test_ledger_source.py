"""Where rows stand, and which of them are fetched."""

from __future__ import annotations

import pytest

from winjournal.ui.widgets.ledger_source import PAGE, Pages, Row, Rows


def row(index: int) -> Row:
    return Row(f"n{index}", (f"Negotiation {index}",))


def rows(start: int, stop: int) -> list[Row]:
    return [row(index) for index in range(start, stop)]


def test_rows_stand_under_their_headings() -> None:
    source = Rows(
        [
            Row("a", ("a",), heading="Under way", more="why"),
            Row("b", ("b",), gap=True),
            Row("c", ("c",), heading="Inbox"),
        ]
    )

    layout = source.layout()

    # Under way, blank, a, why / blank, b / blank, Inbox, blank, c
    assert layout.height == 10
    assert [layout.at(line) for line in range(10)] == [
        (0, -2),
        (0, -1),
        (0, 0),
        (0, 1),
        (1, -1),
        (1, 0),
        (2, -3),
        (2, -2),
        (2, -1),
        (2, 0),
    ]
    assert layout.at(10) is None
    assert layout.span(1) == (4, 6)


def test_no_rows_take_no_lines() -> None:
    for source in (Rows(()), Pages(0, rows)):
        assert source.layout().height == 0
        assert source.layout().at(0) is None
        assert source.row(0) is None
        assert source.missing(0, 50) == []


def test_a_row_is_found_by_its_id() -> None:
    source = Rows(rows(0, 5))

    assert source.index_of("n3") == 3
    assert source.index_of("gone") is None


def test_pages_are_asked_for_once() -> None:
    source = Pages(250, rows)

    assert source.missing(-20, 20) == [0]
    assert source.missing(0, 20) == []
    assert source.missing(90, 230) == [1, 2]
    assert source.missing(0, 250) == []


def test_pages_hold_what_was_fetched() -> None:
    source = Pages(250, rows)
    assert source.row(240) is None

    source.keep(2, source.fetch(2))

    assert source.row(240) == row(240)
    assert source.row(249) == row(249)
    assert source.row(10) is None
    assert source.index_of("n240") == 240
    assert source.index_of("n10") is None


def test_rows_that_are_there_already_are_not_fetched() -> None:
    whole = Pages(30, rows, first=rows(0, 30))
    begun = Pages(PAGE * 3, rows, first=rows(0, PAGE + 5))

    assert whole.missing(0, 30) == []
    assert begun.missing(0, PAGE) == []
    assert begun.missing(PAGE, PAGE + 1) == [1]


def test_a_place_is_asked_of_the_caller_where_he_knows_it() -> None:
    source = Pages(250, rows, find=lambda row_id: int(row_id[1:]))

    assert source.index_of("n199") == 199


@pytest.mark.parametrize(("lines", "gap", "height"), [(1, False, 4), (2, True, 11)])
def test_pages_are_laid_out_before_they_are_fetched(
    lines: int, gap: bool, height: int
) -> None:
    source = Pages(4, rows, lines=lines, gap=gap)

    assert source.layout().height == height


def test_headings_of_pages_are_known_beforehand() -> None:
    source = Pages(4, rows, headings={0: "March", 2: "February", 99: "never"})

    layout = source.layout()

    assert layout.height == 4 + 2 + 3
    assert source.heading(2) == "February"
    assert layout.at(5) == (2, -2)
