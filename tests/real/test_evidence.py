"""The page of evidence: its figures counted again, and what it says of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy import special

from tests.cli.conftest import Wj
from tests.real.conftest import FILE
from tests.real.evidence import MOST, PAGE, evidence, main, page

Raw = dict[str, Any]


def mixed(raw: list[Raw]) -> list[tuple[int, int]]:
    """Return the points of both in the mixed pairs, prosocial first."""
    found = []
    for record in raw:
        seats = record["participant_info"].values()
        points = {
            s["personality"]["svo"]: s["outcomes"]["points_scored"] for s in seats
        }
        if set(points) == {"prosocial", "proself"}:
            found.append((points["prosocial"], points["proself"]))
    return found


def test_the_page_that_stands_there_is_what_the_file_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(evidence(FILE))


def test_its_figures_come_out_another_way(raw: list[Raw]) -> None:
    pairs = np.array(mixed(raw)) / MOST
    n = len(pairs)
    assert n == 49

    def angle(rows: Any) -> float:
        x, y = rows.mean(axis=0)
        return float(np.degrees(np.arctan2(y, x)))

    whole = angle(pairs)
    pseudo = [
        n * whole - (n - 1) * angle(np.delete(pairs, i, axis=0)) for i in range(n)
    ]
    half = special.stdtrit(n - 1, 0.95) * max(np.std(pseudo, ddof=1), 8) / np.sqrt(n)
    found = evidence(FILE).balance
    assert found is not None
    assert found.interval is not None
    assert found.angle == pytest.approx(whole, abs=5e-5)
    assert found.interval.low == pytest.approx(whole - half, abs=5e-5)
    assert found.interval.high == pytest.approx(whole + half, abs=5e-5)
    text = page(evidence(FILE))
    assert f"{whole:.4f}" in text
    assert f"{whole - half:.4f} to {whole + half:.4f}" in text
    assert "| 49 |" in text


def changed(raw: list[Raw], path: Path, points: tuple[int, int], count: int) -> Path:
    """Write a file of mixed pairs that all ended alike, prosocial first."""
    kinds = dict(zip(("prosocial", "proself"), points, strict=True))
    records = []
    for record in raw:
        seats = record["participant_info"].values()
        if {s["personality"]["svo"] for s in seats} == set(kinds):
            for seat in seats:
                got = kinds[seat["personality"]["svo"]]
                seat["outcomes"] = {**seat["outcomes"], "points_scored": got}
            records.append(record)
    path.write_text(json.dumps(records[:count]), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("points", "count", "says"),
    [
        ((10, 30), 49, "leaned to the other side"),
        ((30, 10), 49, "leaned to that seat itself"),
        ((18, 18), 49, "does **not** tell the prosocial seat"),
        ((10, 30), 4, "Nothing yet: with 4 dialogues"),
    ],
)
def test_the_words_follow_the_figures(
    points: tuple[int, int], count: int, says: str, tmp_path: Path
) -> None:
    raw = json.loads(FILE.read_text(encoding="utf-8"))
    text = page(evidence(changed(raw, tmp_path / "x.json", points, count)))
    assert says in " ".join(text.split())


def test_without_a_mixed_pair_it_says_so(raw: list[Raw], tmp_path: Path) -> None:
    alike = [r for r in raw if len({s["personality"]["svo"]
             for s in r["participant_info"].values()}) == 1]  # fmt: skip
    file = tmp_path / "alike.json"
    file.write_text(json.dumps(alike[:3]), encoding="utf-8")
    text = page(evidence(file))
    assert "| dialogues (n) | 0 |" in text
    assert "Nothing yet: with 0 dialogues" in text


def test_the_command_writes_the_page_or_says_why_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    to = tmp_path / "page.md"
    assert main([str(FILE), "--to", str(to)]) == 0
    assert to.read_text(encoding="utf-8") == PAGE.read_text(encoding="utf-8")
    to.unlink()
    assert main([str(tmp_path / "none.json"), "--to", str(to)]) == 66
    raw = json.loads(FILE.read_text(encoding="utf-8"))
    wrong = changed(raw, tmp_path / "wrong.json", (37, 1), 2)
    assert main([str(wrong), "--to", str(to)]) == 65
    assert not to.exists()
    assert "points from 0 to 36" in capsys.readouterr().err


def test_the_report_runs_on_all_of_it_and_mirrors_to_equal(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, casino: Path, raw: list[Raw]
) -> None:
    wj = Wj(monkeypatch, tmp_path)
    found = json.loads(wj.ok("--db", str(casino), "character", "all", "--json"))
    agreed = sum(r["chat_logs"][-1]["text"] == "Accept-Deal" for r in raw)
    closing = found["blocks"][-1]
    assert closing["n"] == 2 * agreed
    assert closing["balance"]["angle"] == pytest.approx(45)
    assert found["volume"]["talks"] == 2 * len(raw)
    plain = wj.ok("--db", str(casino), "character", "all")
    assert "45 degrees" in plain
