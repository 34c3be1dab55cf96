"""Writes the settings' file: documented in place, comments kept."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING, Any

from winjournal.config.keys import BY_NAME, KEYS, Key
from winjournal.config.reading import config_of, unknown
from winjournal.domain.edge import quoted
from winjournal.domain.errors import NotFound, NotUnderstood
from winjournal.files import trouble_with, write_atomic
from winjournal.paths import FOLDER_MODE

if TYPE_CHECKING:
    from pathlib import Path

_WIDTH = 78
_HEAD = """\
# The settings of WinJournal, with their defaults. Take the # away before a
# line to change it; wj config set does it too, and wj config check reads it.
"""


def documented() -> str:
    """Return a file in which every setting stands, commented, with its meaning."""
    return _HEAD + "".join(f"\n{_explained(key)}" for key in KEYS)


def _explained(key: Key) -> str:
    said = textwrap.fill(
        key.says, _WIDTH, initial_indent="# ", subsequent_indent="# "
    )  # fmt: skip
    if not key.is_table:
        return f"{said}\n# {key.name} = {as_toml(key.default)}\n"
    lines = key.example if key.example.startswith("[") else _under(key)
    return f"{said}\n{textwrap.indent(lines, '# ')}\n"


def _under(key: Key) -> str:
    return f"[{key.name}]\n{key.example}"


def as_toml(value: object) -> str:
    """Return a value as TOML writes it."""
    import json

    # For text, true and false, whole numbers and lists of them the two agree.
    return json.dumps(value, ensure_ascii=False)


def read_text(path: Path) -> str:
    """Return the settings' file; where there is none, what one would begin as.

    Raises:
        NotUnderstood: It is no text.
        WinJournalError: It cannot be read.
    """
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return documented()
    except ValueError:
        raise NotUnderstood(f"{path} is no text.") from None
    except OSError as error:
        raise trouble_with(path, error) from error


def write_text(path: Path, text: str, *, force: bool = True) -> None:
    """Replace the settings' file, 0600, whole or not at all; a link to it stays a link.

    Raises:
        NotUnderstood: It is no TOML.
        WinJournalError: It cannot be written.
    """
    _checked(path, text)
    real = path.resolve()
    try:
        real.parent.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    except OSError as error:
        raise trouble_with(real, error) from error
    write_atomic(real, text, force=force)


def change(path: Path, name: str, value: object | None) -> None:
    """Set one setting, or with None take it out; all else stays as it is written.

    Args:
        path: The settings' file.
        name: `theme`, or of a table `filters.hard`.
        value: What it is to be: text, a number, true or false, or a list.

    Raises:
        NotUnderstood: There is no such setting, or it takes no such value.
        NotFound: It is to be taken out and does not stand there.
        WinJournalError: The file cannot be read or written.
    """
    # 30 ms and more, only where a setting is changed
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    old = read_text(path)
    _checked(path, old)
    if value is not None and (text := _uncommented(old, name, value)):
        new = text
    else:
        try:
            document = tomlkit.parse(old)
            _put(document, _parts(name), value)
            new = tomlkit.dumps(document)
        except TOMLKitError as error:
            raise NotUnderstood(f"{name} cannot be set: {error}.") from None
    _check_one(name, new, old)
    write_text(path, new)


def value_of(name: str, text: str) -> object:
    """Return what a value in a shell means: text for what takes text, else TOML.

    Raises:
        NotUnderstood: There is no such setting, or it is no such value.
    """
    import tomllib

    key = _key_of(name)
    depth = len(_parts(name))
    if isinstance(key.default, str) or (key.name in ("keys", "filters") and depth == 2):
        return text
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text


def _parts(name: str) -> list[str]:
    """Return the parts of a name; of a table the second may hold dots itself."""
    table, dot, rest = name.partition(".")
    if not dot:
        return [table]
    if table in ("themes", "templates"):
        return [table, *rest.split(".", 1)]
    return [table, rest]


def _key_of(name: str) -> Key:
    parts = _parts(name)
    key = BY_NAME.get(parts[0])
    if key is None:
        said = unknown(parts[0])
        raise NotUnderstood(said[0].upper() + said[1:], "wj config lists them.")
    if not all(parts) or key.is_table is (len(parts) == 1):
        hint = f"{key.name}.NAME" if key.is_table else key.name
        raise NotUnderstood(f"{quoted(name)} is no setting.", f"Write {hint}.")
    return key


def _uncommented(text: str, name: str, value: object) -> str | None:
    """Return the text with a commented default changed; None where there is none."""
    import tomllib

    key = _key_of(name)
    if key.is_table or key.name in tomllib.loads(text):
        return None
    line = re.compile(rf"^# ?{re.escape(name)} = .*$", re.MULTILINE)
    new, count = line.subn(lambda _: f"{name} = {as_toml(value)}", text, count=1)
    return new if count and tomllib.loads(new).get(name) == value else None


def _put(document: Any, parts: list[str], value: object | None) -> None:
    import tomlkit

    *tables, last = parts
    for table in tables:
        if table not in document and value is not None:
            document[table] = tomlkit.table(is_super_table=table != tables[-1])
        document = document.get(table, {})
    if value is not None:
        document[last] = value
    elif last in document:
        del document[last]
    else:
        raise NotFound(f"{'.'.join(parts)} is not set.")


def _check_one(name: str, new: str, old: str) -> None:
    """Refuse a value that would not be followed.

    Raises:
        NotUnderstood: It would not.
    """
    _key_of(name)
    before, after = config_of(old)[1], config_of(new)[1]
    added = [said for said in after if said not in before]
    if added:
        raise NotUnderstood(added[0][0].upper() + added[0][1:])


def _checked(path: Path, text: str) -> None:
    try:
        config_of(text)
    except ValueError as error:
        raise NotUnderstood(
            f"{path} is no TOML: {error}.", "wj config edit opens it."
        ) from None
