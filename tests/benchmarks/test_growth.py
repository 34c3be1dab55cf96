"""Curves of growth: the table, the picture, and a run that goes on."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from benchmarks.kept import Kept, made_of
from benchmarks.picture import DRAWN, picture
from benchmarks.ratios import Ratio, Row
from benchmarks.report import growth_table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from benchmarks.growth import Curves

CURVES: Curves = {
    name: {"100": [20.0 + at, 10.0, 30.0], "1000": [40.0], "30000": [60.0 * (1 + at)]}
    for at, name in enumerate(DRAWN)
}
SVG = "{http://www.w3.org/2000/svg}"


def test_the_table_has_the_medians_and_how_much_they_grew() -> None:
    lines = growth_table({DRAWN[0]: CURVES[DRAWN[0]]}).splitlines()
    shown = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert shown[0] == ["figure", "100", "1,000", "30,000", "grown"]
    assert shown[2] == [DRAWN[0], "20", "40", "60", "3 times"]
    assert growth_table({}) == ""


def test_the_picture_draws_every_curve_in_its_frame_and_names_it() -> None:
    drawn = ET.fromstring(picture(CURVES))
    lines = drawn.findall(f"{SVG}polyline")
    assert len(lines) == len(DRAWN) == len({line.get("stroke") for line in lines})
    wide, high = (float(drawn.get(name, 0)) for name in ("width", "height"))
    for dot in drawn.findall(f"{SVG}circle"):
        assert 0 < float(dot.get("cx", -1)) < wide
        assert 0 < float(dot.get("cy", -1)) < high
    said = [text.text or "" for text in drawn.findall(f"{SVG}text")]
    for name in DRAWN:
        assert any(words.startswith(name.removesuffix(", ms")) for words in said)
    ends = sorted(
        float(text.get("y", 0)) for text in drawn.findall(f"{SVG}text")
        if float(text.get("x", 0)) > wide / 2 and text.get("text-anchor") == "start"
    )  # fmt: skip
    assert all(b - a >= 14 for a, b in pairwise(ends))


def test_a_run_that_broke_off_goes_on(tmp_path: Path) -> None:
    made = []

    def rows() -> Iterator[Row]:
        made.append(1)
        yield Row("x", 1.5, "ms", Ratio((1.0, 2.0), (3.0, 4.0)))
        yield Row("y", None, "MiB", Ratio((1.0,), (3.0,)))

    first = Kept(tmp_path / "figures", resume=False).rows("a part", rows)
    again = Kept(tmp_path / "figures", resume=True).rows("a part", rows)
    assert again == first == list(rows())
    assert len(made) == 2
    Kept(tmp_path / "figures", resume=False).rows("a part", rows)
    assert len(made) == 3


def test_figures_are_those_of_one_program() -> None:
    assert made_of() == made_of()
    assert len(made_of()) == 12
