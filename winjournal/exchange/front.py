"""Front matter: what Obsidian and site builders read about a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

Value = str | int | bool | date | None | Sequence[str]
"""What a field may hold; times go in as text, for YAML has no offset of its own."""

_NEVER_FOLDED = 1 << 30


def yaml_block(fields: Mapping[str, Value]) -> str:
    """Return the block between two `---`, without a line break at its end.

    Written by the YAML library alone, so that whatever was typed reads back equal;
    the order of the fields is kept, and no line is folded.
    """
    # 15 ms that a command without an export need not spend.
    import yaml

    plain = {
        name: list(value)
        if isinstance(value, Sequence) and not isinstance(value, str)
        else value
        for name, value in fields.items()
    }
    text = yaml.safe_dump(
        plain, allow_unicode=True, sort_keys=False, width=_NEVER_FOLDED
    )
    return f"---\n{text}---"
