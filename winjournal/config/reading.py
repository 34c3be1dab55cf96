"""Reads the settings; whatever is not followed in them is one sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from winjournal.config.keys import BY_NAME
from winjournal.domain.templates import Template

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What a user may set; `keys.py` says what each means."""

    theme: str = ""
    currency: str = "EUR"
    discreet: bool = False
    figures: bool = True
    ascii: bool = False
    lock_minutes: int = 10
    follow_up_days: list[int] = field(default_factory=lambda: [30, 90])
    week_starts: str = "monday"
    prompts: str = ""
    keys: dict[str, str] = field(default_factory=dict)
    filters: dict[str, str] = field(default_factory=dict)
    themes: dict[str, dict[str, str]] = field(default_factory=dict)
    templates: dict[str, Template] = field(default_factory=dict)


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
    try:
        config, warnings = config_of(text)
    except ValueError as error:
        return Config(), (_not_followed(path, error),)
    return config, tuple(f"{path}: {said}" for said in warnings)


def config_of(text: str) -> tuple[Config, tuple[str, ...]]:
    """Return the settings of a file's text, and what of it is not followed.

    Raises:
        ValueError: It is no TOML; the message says where.
    """
    # 5 ms, only where there is a file
    import tomllib

    raw = tomllib.loads(text)
    taken: dict[str, Any] = {}
    warnings: list[str] = []
    for name, value in raw.items():
        key = BY_NAME.get(name)
        if key is None:
            warnings.append(unknown(name))
        elif said := key.wrong(value):
            warnings.append(said)
        elif key.is_table:
            taken[name] = _table(name, value, warnings)
        else:
            taken[name] = value
    return Config(**taken), tuple(warnings)


def unknown(name: str) -> str:
    """Return the sentence for a setting that there is not."""
    return f"there is no setting {name}.{_hint(name, BY_NAME)}"


def _hint(name: str, known: Mapping[str, object]) -> str:
    import difflib

    near = difflib.get_close_matches(name, known, n=1)
    return f" Did you mean {near[0]}?" if near else ""


def _table(
    name: str, table: Mapping[str, object], warnings: list[str]
) -> dict[str, Any]:
    """Return what of a table is followed; the rest is said."""
    taken: dict[str, Any] = {}
    for entry, value in table.items():
        try:
            taken[entry] = _READERS[name](entry, value)
        except ValueError as error:
            warnings.append(f"{name}.{entry} {error}")
    return taken


def _text(_: str, value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("must be text.")
    return value


def _theme(name: str, value: object) -> dict[str, str]:
    from winjournal.domain.own_colours import check_colours

    if not isinstance(value, dict):
        raise ValueError("must be a table of colours.")
    return check_colours(value)


def _template(name: str, value: object) -> Template:
    from winjournal.domain.errors import NotUnderstood
    from winjournal.domain.templates import read_template

    if not isinstance(value, dict):
        raise ValueError("must be a table.")
    try:
        return read_template(name, value)
    except NotUnderstood as error:
        raise ValueError(str(error)) from None


_READERS = {"keys": _text, "filters": _text, "themes": _theme, "templates": _template}
"""What reads one entry of each table; raises ValueError with the end of a sentence."""


def _not_followed(path: Path, error: OSError | ValueError) -> str:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return f"{path} is not followed: {reason}."
