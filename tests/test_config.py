"""Settings: what is not followed is said, and never keeps a journal from opening."""

from __future__ import annotations

from pathlib import Path

import pytest

from winjournal.config import Config, read_config


def read(tmp_path: Path, text: str) -> tuple[Config, tuple[str, ...]]:
    path = tmp_path / "config.toml"
    path.write_text(text)
    return read_config(path)


def test_days_of_looking_back_are_taken(tmp_path: Path) -> None:
    config, warnings = read(tmp_path, "follow_up_days = [14, 60, 365]\n")
    assert (config.follow_up_days, warnings) == ([14, 60, 365], ())
    assert Config().follow_up_days == [30, 90]


@pytest.mark.parametrize(
    "days",
    ["[]", "[0]", "[90, 30]", "[30, 30]", "[3651]", "[30.5]", "[true]", "['30']",
     "[1, 2, 3, 4, 5, 6, 7]"],
)  # fmt: skip
def test_days_that_are_none_are_said_and_left(tmp_path: Path, days: str) -> None:
    config, warnings = read(tmp_path, f"follow_up_days = {days}\n")
    assert config.follow_up_days == [30, 90]
    (said,) = warnings
    assert said.endswith("follow_up_days must be days from 1 to 3650, rising.")


def test_a_wrong_kind_is_said(tmp_path: Path) -> None:
    config, warnings = read(tmp_path, "follow_up_days = 30\n")
    assert config.follow_up_days == [30, 90]
    (said,) = warnings
    assert said.endswith("must be a list of days, such as [30, 90].")


def test_a_week_starts_on_a_day_that_weeks_start_on(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('week_starts = "sunday"\n')
    assert read_config(path)[0].week_starts == "sunday"
    path.write_text('week_starts = "tuesday"\n')
    config, (said,) = read_config(path)
    assert config.week_starts == "monday"
    assert said.endswith("week_starts must be one of monday, sunday, saturday.")
