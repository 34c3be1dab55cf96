from __future__ import annotations

import pytest

from winjournal.cli.columns import say_table
from winjournal.cli.output import Look, Output, Span
from winjournal.cli.terminal import cut, draws_marks, harmless, width_of


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("a\x1b[31mb\x1b]0;t\x07c", "a[31mb]0;tc"),
        ("\x9b2Jx", "2Jx"),
        ("invoice\u202etxt.exe\u202c", "invoicetxt.exe"),
        ("a\tb\nc", "a\tb\nc"),
        ("a\rb", "ab"),
        ("x\ud800y", "x\ufffdy"),
        ("Dänä ■ 例", "Dänä ■ 例"),
    ],
)
def test_what_a_terminal_would_obey_is_taken_out(text: str, shown: str) -> None:
    assert harmless(text) == shown


@pytest.mark.parametrize(
    ("text", "cells"),
    [("abc", 3), ("", 0), ("例え", 4), ("cafe\u0301", 4), ("pay\u200bpal", 6)],
)
def test_cells_are_counted_as_a_terminal_does(text: str, cells: int) -> None:
    assert width_of(text) == cells


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("renewal", 7, "renewal"),
        ("renewal", 6, "renew…"),
        ("例例例例", 5, "例例…"),
        ("例例例例", 6, "例例…"),
        ("a b c", 3, "a…"),
    ],
)
def test_a_text_is_cut_to_its_cells(text: str, width: int, shown: str) -> None:
    assert cut(text, width, "…") == shown
    assert width_of(cut(text, width, "…")) <= width


@pytest.mark.parametrize(
    ("encoding", "term", "drawn"),
    [
        ("utf-8", "xterm", True),
        ("UTF8", "", True),
        ("ascii", "xterm", False),
        ("latin-1", "xterm", False),
        ("utf-8", "linux", False),
    ],
)
def test_marks_are_drawn_where_they_can_be_seen(
    encoding: str, term: str, drawn: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)
    assert draws_marks(encoding) is drawn


def table(
    rows: list[list[str]], capsys: pytest.CaptureFixture[str], look: Look, give: int
) -> list[str]:
    out = Output(look)
    say_table(out, rows, give=give)
    out.close()
    return capsys.readouterr().out.splitlines()


def test_columns_line_up_and_empty_ones_fall_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    rows = [["a", "", "例え", "7"], ["bcd", "", "x\ny", "12"]]
    lines = table(rows, capsys, Look(), -1)
    assert lines == ["a    例え   7", "bcd  x y   12"]


def test_only_one_column_gives_way(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [["7f2a1c", "A very long title that will not fit", "Dana"]]
    lines = table(rows, capsys, Look(width=36), 1)
    assert lines == ["7f2a1c  A very long title tha…  Dana"]
    assert width_of(lines[0]) <= 36


def test_no_column_is_cut_where_there_is_no_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert table([["x" * 500]], capsys, Look(), 0) == ["x" * 500]


@pytest.mark.parametrize(
    ("look", "shown"),
    [
        (Look(colour=True, clean=True), "\x1b[1mbad\x1b[0m\n"),
        (Look(clean=True), "bad\n"),
        (Look(), "b\x07ad\n"),
    ],
)
def test_a_style_is_shown_only_in_colour(
    look: Look, shown: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = Output(look)
    out.line(Span("b\x07ad", "bold"))
    out.close()
    assert capsys.readouterr().out == shown


def test_a_note_is_one_harmless_line_and_silent_when_quiet(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Output(Look()).note("a\x1b[2J\nb")
    Output(Look(), quiet=True).note("never")
    assert capsys.readouterr().err == "a[2J b\n"
