"""All of it exported by the command, and read back from the Markdown alone."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.exchange.reader import is_tame, read_front, words
from tests.program import RunWj
from tests.real.test_casino import SCALE, SEATS, Raw, share_of, submitted, value

OFFER = re.compile(r"(they|I) offered (\d+) points(?: \(.+?\))?: Food (\d)")
CAPTURED = re.compile(r"Captured: (\d+) points")
SATISFACTION = re.compile(r"(?:My s|S)atisfaction: (\d) of 7")


@pytest.fixture(scope="module")
def exported(casino: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return title to page, of the folder that the command wrote."""
    home = tmp_path_factory.mktemp("export")
    folder = home / "out"
    done = RunWj(home)("--db", str(casino), "export", "--split", "-o", str(folder))
    assert done.code == 0, done.stderr
    pages = [file.read_text(encoding="utf-8") for file in folder.iterdir()]
    return {read_front(page)[0]["title"]: page for page in pages}


def seats(raw: list[Raw]) -> list[tuple[Raw, str, str]]:
    return [(record, *pair) for record in raw for pair in (SEATS, SEATS[::-1])]


def page_of(
    pages: dict[str, str], record: Raw, seat: str
) -> tuple[dict[str, Any], str]:
    return read_front(pages[f"Campsite {record['dialogue_id']}, seat {seat[-1]}"])


def test_each_negotiation_is_read_back(
    raw: list[Raw], exported: dict[str, str]
) -> None:
    scale = dict(SCALE)
    assert len(exported) == 200
    for record, me, them in seats(raw):
        front, page = page_of(exported, record, me)
        text = "\n".join(words(page))
        said = {s: record["participant_info"][s]["outcomes"] for s in SEATS}
        assert front["person"] == f"Neighbour {record['dialogue_id']} (seat {them[-1]})"
        assert [
            (who == "I", int(n), int(food)) for who, n, food in OFFER.findall(text)
        ] == [
            (x["id"] == me, value(record, me, share_of(x, me)), share_of(x, me)["Food"])
            for x in submitted(record)
        ]
        captured = [int(n) for n in CAPTURED.findall(text)]
        agreed = front["outcome"] == "agreed"
        assert captured == ([said[me]["points_scored"]] if agreed else [])
        ratings = [int(n) for n in SATISFACTION.findall(text)]
        assert ratings == [scale[said[me]["satisfaction"]]]
        # Nobody rated the five steps here, so what the other side said waits.
        assert "Shown once your own scores are in" in text


def test_what_they_said_is_read_back_and_obeyed_by_nothing(
    raw: list[Raw], exported: dict[str, str]
) -> None:
    for record, me, _ in seats(raw):
        _, page = page_of(exported, record, me)
        assert is_tame(page)
        read = plain("\n".join(words(page)))
        for said in record["chat_logs"]:
            if not said["task_data"]:
                assert plain(said["text"]) in read


def plain(text: str) -> str:
    """Return a text without blanks, which Markdown may fold."""
    return "".join(text.split())


def test_the_single_file_holds_the_same(
    raw: list[Raw], casino: Path, run_wj: RunWj, tmp_path: Path
) -> None:
    file = tmp_path / "all.md"
    done = run_wj("--db", str(casino), "export", "-o", str(file))
    assert done.code == 0, done.stderr
    text = file.read_text(encoding="utf-8")
    places = [
        text.index(f"Campsite {record['dialogue_id']}, seat {seat[-1]}\n")
        for record in raw
        for seat in SEATS
    ]
    assert len(set(places)) == 200
    assert len(OFFER.findall(text)) == 224
