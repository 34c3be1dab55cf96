"""Questions of the user's own for the week's review, from a file of text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PROMPTS_MAX, PROMPT_MAX = 100, 300

_NAMED = re.compile(r"([A-Za-z][\w-]{0,29}): +(.+)")


def read_prompts(prompts: str, config: Path) -> tuple[tuple[tuple[str, str], ...], str]:
    """Return (id, text) of each question, and a sentence where they cannot be read.

    One a line; blank lines and those that begin with `#` are left out. What stands
    before a first colon, as in `fair: What would ...?`, is the id by which a
    question is known again; without one it is made of its words.

    Args:
        prompts: The setting: a path, absolute or beside the settings' file.
        config: The settings' file.
    """
    if not prompts:
        return (), ""
    path = config.parent / prompts
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no text"
        return (), f"The prompts of {path} cannot be read: {reason}."
    told = [" ".join(line.split()) for line in lines]
    kept = [line for line in told if line and not line.startswith("#")]
    found = dict(map(_prompt, kept[:PROMPTS_MAX]))
    return tuple(found.items()), ""


def _prompt(line: str) -> tuple[str, str]:
    if named := _NAMED.fullmatch(line):
        return f"own-{named[1].lower()}", named[2][:PROMPT_MAX]
    # about 3 ms, only where there is such a file
    import hashlib

    text = line[:PROMPT_MAX]
    return f"own-{hashlib.sha256(text.encode()).hexdigest()[:8]}", text
