"""What was written in the editor and could not be saved, kept as a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.errors import WinJournalError
from winjournal.services.forms.paging import keep_draft

if TYPE_CHECKING:
    from winjournal.cli.call import Call
    from winjournal.domain.writing import Draft
    from winjournal.services.journal import Journal


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
