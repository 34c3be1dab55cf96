"""Settings, from a TOML file that a broken line never keeps from opening."""

from __future__ import annotations

import difflib
import json
import os
import tempfile
from dataclasses import dataclass, field, fields
from pathlib import Path

from winjournal.paths import FILE_MODE, FOLDER_MODE

DARK, LIGHT = "ink", "paper"
LOOKS_MAX, DAYS_MAX = 6, 3650
WEEK_STARTS = ("monday", "sunday", "saturday")


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What a user may set.

    Attributes:
        theme: A theme's name; empty follows what was chosen on screen.
        currency: ISO 4217 code that new terms start with.
        week_starts: The weekday of a calendar's first row: monday, sunday, saturday.
        discreet: Whether to start with names and amounts hidden.
        ascii: Whether to draw marks and rulers in ASCII in any case.
        follow_up_days: Days after closing at which a deal is asked again.
        keys: Action id to keys, separated by commas.
    """

    theme: str = ""
    currency: str = "EUR"
    week_starts: str = "monday"
    discreet: bool = False
    ascii: bool = False
    follow_up_days: list[int] = field(default_factory=lambda: [30, 90])
    keys: dict[str, str] = field(default_factory=dict)


def read_config(path: Path) -> tuple[Config, tuple[str, ...]]:
    """Return the settings and one sentence for each line that is not followed.

    A file that is missing gives the defaults; one that cannot be read, or is
    no TOML, gives them too and says so.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Config(), ()
    except (OSError, ValueError) as error:
        return Config(), (_not_followed(path, error),)
    # 5 ms, only where there is a file
    import tomllib

    try:
        raw = tomllib.loads(text)
    except ValueError as error:
        return Config(), (_not_followed(path, error),)
    kinds = {f.name: type(getattr(Config(), f.name)) for f in fields(Config)}
    taken: dict[str, object] = {}
    warnings: list[str] = []
    for key, value in raw.items():
        if said := _warning(key, value, kinds):
            warnings.append(f"{path}: {said}")
        else:
            taken[key] = value
    keys = taken.get("keys")
    if isinstance(keys, dict):
        taken["keys"] = {k: v for k, v in keys.items() if isinstance(v, str)}
    return Config(**taken), tuple(warnings)  # type: ignore[arg-type]  # checked above


def _warning(key: str, value: object, kinds: dict[str, type]) -> str:
    """Return why a setting is not followed; "" where it is."""
    wanted = kinds.get(key)
    if wanted is None:
        near = difflib.get_close_matches(key, kinds, n=1)
        hint = f" Did you mean {near[0]}?" if near else ""
        return f"there is no setting {key}.{hint}"
    if type(value) is not wanted:
        return f"{key} must be {_KINDS[wanted.__name__]}."
    if key == "week_starts" and value not in WEEK_STARTS:
        return f"{key} must be one of {', '.join(WEEK_STARTS)}."
    if key == "follow_up_days" and not _are_days(value):
        return f"{key} must be days from 1 to {DAYS_MAX}, rising."
    return ""


_KINDS = {
    "str": "text",
    "bool": "true or false",
    "dict": "a table",
    "list": "a list of days, such as [30, 90]",
}


def _are_days(value: object) -> bool:
    """Whether a list holds whole days after closing, each later than the one before."""
    if not isinstance(value, list) or not 0 < len(value) <= LOOKS_MAX:
        return False
    days = [day for day in value if type(day) is int and 1 <= day <= DAYS_MAX]
    return days == value == sorted(set(days))


def _not_followed(path: Path, error: OSError | ValueError) -> str:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return f"{path} is not followed: {reason}."


def recall(path: Path) -> dict[str, str]:
    """Return what the screens remember; nothing where the file cannot be read."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(raw, dict):
        return {}
    return {str(k): v for k, v in raw.items() if isinstance(v, str)}


def remember(path: Path, **values: str) -> None:
    """Add to what the screens remember; a disk that refuses costs only that.

    The file is replaced whole, 0600 in a folder of 0700.
    """
    kept = {**recall(path), **values}
    temporary: str | None = None
    try:
        path.parent.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            os.fchmod(file.fileno(), FILE_MODE)
            json.dump(kept, file, sort_keys=True)
        Path(temporary).replace(path)
    except OSError:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
