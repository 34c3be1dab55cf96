"""Two counterparties that turn out to be one."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from winjournal.domain.negotiation import Counterparty


def merged(gone: Counterparty, stays: Counterparty) -> Counterparty:
    """Return the one that stays, with what was known of the other.

    Its name and kind stay, and its alias if it has one. The other's names become
    nicknames, its note stands under the own one, the earlier beginning counts, and
    the one is archived only where both were.
    """
    alias = stays.alias or gone.alias
    names = (*stays.nicknames, gone.name, *gone.other_names)
    notes = [n for n in (stays.note, gone.note) if n and n.strip()]
    sinces = [day for day in (stays.since, gone.since) if day]
    both_gone = stays.archived_at and gone.archived_at
    return replace(
        stays,
        alias=alias,
        nicknames=names_once(names, besides=(stays.name, alias or "")),
        note="\n".join(dict.fromkeys(notes)) or None,
        since=min(sinces, default=None),
        archived_at=stays.archived_at if both_gone else None,
    )


def names_once(names: Iterable[str], besides: Iterable[str]) -> tuple[str, ...]:
    """Return names without blanks round them, each once, in any case of letters.

    Args:
        names: In their order; what is blank falls out.
        besides: Names that shall not be among them.
    """
    seen = {_key(name) for name in besides} | {""}
    kept: list[str] = []
    for name in names:
        if _key(name) not in seen:
            seen.add(_key(name))
            kept.append(name.strip())
    return tuple(kept)


def _key(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name.casefold()).split())
