"""What a user typed is text: shown as it is, never obeyed."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.content import Content

from tests.ui.bad_inputs import CONTROL, bad_inputs
from winjournal.ui.text import DisplayFilter, cut, fit, one_line, plain, wrap

BLACK = Color.parse("#000000")


@pytest.mark.parametrize("name", bad_inputs())
def test_plain_keeps_what_is_seen_and_nothing_else(name: str) -> None:
    value = bad_inputs()[name]

    content = plain(value, "bold $gold")

    assert not CONTROL.search(content.plain.replace("\n", "").replace("\t", ""))
    kept = "".join(c for c in value if c.isalnum())
    assert "".join(c for c in content.plain if c.isalnum()) == kept


@pytest.mark.parametrize("name", bad_inputs())
def test_cut_text_is_one_line_and_fits(name: str) -> None:
    shown = cut(bad_inputs()[name], 12)

    assert cell_len(shown) <= 12
    assert not CONTROL.search(shown)


@pytest.mark.parametrize("name", bad_inputs())
def test_wrapped_text_fits(name: str) -> None:
    for line in wrap(bad_inputs()[name][:2000], 12):
        assert line.cell_length <= 12
        assert "\n" not in line.plain


def test_line_ends_become_one() -> None:
    assert plain("a\r\nb\rc\x85d\u2028e").plain == "a\nb\nc\nd\ne"
    assert one_line("a\r\nb\tc") == "a b c"


@pytest.mark.parametrize(
    ("value", "width", "expected"),
    [
        ("Acme renewal", 12, "Acme renewal"),
        ("Acme renewal", 11, "Acme renew…"),
        ("Acme renewal", 6, "Acme…"),
        ("日本語日本語", 7, "日本語…"),
        ("日本語日本語", 6, "日本…"),
        ("abc", 1, "…"),
        ("abc", 0, ""),
        ("", 5, ""),
    ],
)
def test_text_is_cut_by_its_width_on_the_screen(
    value: str, width: int, expected: str
) -> None:
    assert cut(value, width) == expected


def test_content_keeps_its_styles_when_it_is_cut() -> None:
    content = Content.assemble(("Acme", "bold"), " ", ("renewal\nagain", "$gold"))

    shown = fit(content, 10, "~")

    assert shown.plain == "Acme rene~"
    assert [span.style for span in shown.spans] == ["bold", "$gold"]


def test_the_filter_leaves_out_what_a_terminal_would_obey() -> None:
    style = Style(bold=True)
    drawn = [
        Segment("safe", style),
        Segment("a\x1b]52;c;x\x07b\x9b2J\u202ec\ud800"),
    ]

    safe, cleaned = DisplayFilter().apply(drawn, BLACK)

    assert safe is drawn[0]
    assert cleaned.text == "a]52;c;xb2Jc\ufffd"


@pytest.mark.parametrize("name", bad_inputs())
def test_the_filter_moves_nothing(name: str) -> None:
    value = bad_inputs()[name].replace("\n", "").replace("\r", "")

    (segment,) = DisplayFilter().apply([Segment(value)], BLACK)

    assert not CONTROL.search(segment.text)
    assert cell_len(segment.text) == cell_len(value)
