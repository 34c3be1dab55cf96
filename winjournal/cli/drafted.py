"""What was written in the editor and could not be saved, kept as a draft."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from winjournal.domain.errors import WinJournalError
from winjournal.domain.ids import short_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from winjournal.cli.call import Call
    from winjournal.domain.writing import Draft
    from winjournal.services.journal import Journal

FIELD = "form"
"""The fields of a form are kept as one JSON object, as the screens do it."""

PAGE = "page"
"""In it: the page that could not be read as fields."""


def keep_draft(journal: Journal, owner: str, values: Mapping[str, str]) -> str:
    """Keep what was written, and return a sentence with the draft's id."""
    journal.drafts.keep(owner, FIELD, json.dumps(dict(values)))
    id_ = short_id(journal.drafts.of(owner)[-1].id)
    return f"What you wrote is kept as draft {id_}; wj edit {id_} goes on with it."


def values_of(draft: Draft) -> dict[str, str]:
    """Return what a draft holds; nothing where it is not readable."""
    try:
        read = json.loads(draft.text)
    except ValueError:
        return {}
    held = read.items() if isinstance(read, dict) else ()
    return {name: text for name, text in held if isinstance(text, str)}


def draft_named(journal: Journal, ref: str) -> Draft | None:
    """Return the draft that waits and has this id, or None."""
    named = [d for d in journal.drafts.waiting() if _is_named(d.id, ref.lower())]
    return named[0] if len(named) == 1 else None


def keep_line(call: Call, text: str) -> str:
    """Keep a line that was not logged, and return a sentence that says where.

    It becomes a draft in the journal; where that is not possible, a file.
    """
    from winjournal.cli.call import is_there
    from winjournal.cli.kept import keep_text

    if not is_there(call.paths.journal):
        return keep_text(call.paths.state, text, call.now)
    try:
        journal = call.writing(files_lines=False)
        return keep_draft(journal, "line", {"line": text})
    except (WinJournalError, OSError):
        return keep_text(call.paths.state, text, call.now)


def _is_named(id_: str, ref: str) -> bool:
    tail = id_.rpartition("-")[2]
    return len(ref) > 1 and (id_.startswith(ref) or tail.startswith(ref))
