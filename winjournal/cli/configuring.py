"""`wj config`: the settings shown, changed one by one or in an editor, and checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.cli.columns import say_table
from winjournal.cli.output import Span
from winjournal.domain.edge import quoted
from winjournal.domain.errors import EditorFailed, NotFound, NotUnderstood

if TYPE_CHECKING:
    from collections.abc import Callable

    from winjournal.cli.call import Call

_ACTS = "show, get, set, unset, edit, check, init, keys"


def run_config(call: Call) -> int:
    """Do what the first word says; show the settings without one.

    Raises:
        NotUnderstood: It says nothing that is known, or a value is none.
    """
    act, *words = call.words or ["show"]
    done = _DOES.get(act)
    if done is None:
        raise NotUnderstood(f"{quoted(act)} is nothing to do.", f"It takes {_ACTS}.")
    least, most = _WORDS[act]
    if not least <= len(words) <= most:
        raise NotUnderstood(
            f"wj config {act} takes {_USES[act]}.", "wj help config shows how."
        )
    return done(call, words)


def _show(call: Call, _: list[str]) -> int:
    """Show every setting as it holds now, in the form of the file."""
    config = _plain(call)
    if call.args.json:
        call.out.json(config)
        return 0
    from winjournal.config.writing import as_toml

    for name, value in config.items():
        if not isinstance(value, dict):
            call.out.line(f"{name} = {as_toml(value)}")
    for name, value in config.items():
        if isinstance(value, dict) and value:
            call.out.line()
            _show_table(call, name, value)
    return 0


def _show_table(call: Call, name: str, table: dict[str, object]) -> None:
    from winjournal.config.writing import as_toml

    inner = {key: one for key, one in table.items() if isinstance(one, dict)}
    if len(inner) < len(table):
        call.out.line(f"[{name}]")
    for key, value in table.items():
        if key not in inner:
            call.out.line(f"{_bare(key)} = {as_toml(value)}")
    for key, value in inner.items():
        _show_table(call, f"{name}.{_bare(key)}", value)


def _bare(key: str) -> str:
    """Return a key as TOML writes it: in quotes where it holds more than words."""
    from winjournal.config.writing import as_toml

    is_bare = key.isascii() and key.replace("-", "").replace("_", "").isalnum()
    return key if is_bare else as_toml(key)


def _plain(call: Call) -> dict[str, object]:
    """Return the settings as plain values, in the order of the file."""
    from winjournal.config.keys import KEYS

    config = call.config
    held = {key.name: getattr(config, key.name) for key in KEYS}
    written = _written(call).get("templates", {})
    held["templates"] = {name: written[name] for name in config.templates}
    return held


def _written(call: Call) -> dict[str, dict[str, object]]:
    """Return what the file says; nothing where it says nothing that can be read."""
    import tomllib

    try:
        return tomllib.loads(call.paths.config.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def _get(call: Call, words: list[str]) -> int:
    """Show one setting: text as it stands, all else as TOML writes it."""
    from winjournal.config.reading import unknown
    from winjournal.config.writing import as_toml

    name, dot, rest = words[0].partition(".")
    held = _plain(call)
    if name not in held:
        said = unknown(name)
        raise NotUnderstood(said[0].upper() + said[1:], "wj config shows them.")
    value = held[name]
    if dot:
        if not isinstance(value, dict) or rest not in value:
            raise NotFound(f"{quoted(words[0])} is not set.")
        value = value[rest]
    if call.args.json:
        call.out.json(value)
    elif isinstance(value, dict):
        _show_table(call, words[0], value)
    else:
        call.out.line(value if isinstance(value, str) else as_toml(value))
    return 0


def _set(call: Call, words: list[str]) -> int:
    """Change one setting, and leave all else in the file as it is written."""
    from winjournal.config.writing import change, value_of

    name, text = words[0], " ".join(words[1:])
    change(call.paths.config, name, value_of(name, text))
    call.out.note(f"{name} is set in {call.paths.config}.")
    return 0


def _unset(call: Call, words: list[str]) -> int:
    """Take one setting out, so that its default holds."""
    from winjournal.config.writing import change

    change(call.paths.config, words[0], None)
    call.out.note(f"{words[0]} is no longer set in {call.paths.config}.")
    return 0


def _init(call: Call, _: list[str]) -> int:
    """Write a file in which every setting stands with its meaning and default."""
    from winjournal.config.writing import documented, write_text

    write_text(call.paths.config, documented(), force=False)
    call.out.line(str(call.paths.config))
    return 0


def _edit(call: Call, _: list[str]) -> int:
    """Open the settings in the user's editor; what is no TOML is not saved."""
    from winjournal.cli.kept import keep_text
    from winjournal.config.reading import config_of
    from winjournal.config.writing import read_text, write_text
    from winjournal.editor import edit_text

    path = call.paths.config
    try:
        edited = edit_text(read_text(path), suffix=".toml")
    except EditorFailed as error:
        if error.text:
            call.out.note(keep_text(call.paths.state, error.text, call.now))
        raise
    if edited is None:
        call.out.note("Nothing was changed.")
        return 0
    try:
        write_text(path, edited)
    except Exception:
        call.out.note(keep_text(call.paths.state, edited, call.now))
        raise
    for said in config_of(edited)[1]:
        call.out.note(f"{path}: {said}")
    call.out.note(f"Saved in {path}.")
    return 0


def _check(call: Call, _: list[str]) -> int:
    """Say what in the settings is not followed; exit status 78 where something is."""
    from winjournal.aside import faults_of
    from winjournal.cli.query import saved_that_fail
    from winjournal.config.prompts import read_prompts

    config, warnings = call.settings
    prompts = read_prompts(config.prompts, call.paths.config)[1]
    said = [
        *warnings, *faults_of(config), *saved_that_fail(config.filters, call.now),
        *([prompts] if prompts else []),
    ]  # fmt: skip
    if call.args.json:
        call.out.json({"config": call.paths.config, "faults": said})
    else:
        for line in said:
            call.out.line(line)
    if not said:
        call.out.note(f"All of {call.paths.config} is followed.")
    return _CONFIGURATION if said else 0


_CONFIGURATION = 78


def _keys(call: Call, _: list[str]) -> int:
    """List the actions by the id that a key is given to."""
    from winjournal.aside import action_ids

    own = call.config.keys
    rows = [(id_, own.get(id_, keys), title) for id_, keys, title in action_ids()]
    if call.args.json:
        names = ("id", "keys", "title")
        call.out.json([dict(zip(names, row, strict=True)) for row in rows])
    else:
        say_table(call.out, [(id_, keys, Span(t, "faint")) for id_, keys, t in rows])
    return 0


_DOES: dict[str, Callable[[Call, list[str]], int]] = {
    "show": _show,
    "get": _get,
    "set": _set,
    "unset": _unset,
    "edit": _edit,
    "check": _check,
    "init": _init,
    "keys": _keys,
}
_MANY = 999
_WORDS = dict.fromkeys(_DOES, (0, 0)) | {
    "get": (1, 1), "set": (2, _MANY), "unset": (1, 1),
}  # fmt: skip
_USES = dict.fromkeys(_DOES, "no more words") | {
    "get": "the name of a setting",
    "set": "the name of a setting and its value",
    "unset": "the name of a setting",
}
