"""`wj edit`: one thing as a page in one's own editor, or by its fields."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from winjournal.cli.call import is_there
from winjournal.cli.drafted import draft_named
from winjournal.cli.ids import resolve
from winjournal.cli.output import Span
from winjournal.domain.edge import clean_text, quoted
from winjournal.domain.errors import (
    EditorFailed,
    NotFound,
    NotUnderstood,
    WinJournalError,
)
from winjournal.domain.field_page import name_on_page
from winjournal.services.forms.paging import (
    keep_page,
    opening_page,
    save_page,
    save_sheet,
)
from winjournal.services.forms.sheets import sheet_of, sheet_of_draft

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Sequence

    from winjournal.cli.call import Call
    from winjournal.services.forms.sheets import TextSheet
    from winjournal.services.journal import Journal

_EDITORS = ("WINJOURNAL_EDITOR", "VISUAL", "EDITOR")


def add_edit(parser: ArgumentParser) -> None:
    """Add the options of `wj edit`."""
    parser.add_argument(
        "--set", action="append", default=[], metavar="FIELD=TEXT",
        help="change a field without an editor; may be given again",
    )  # fmt: skip


def run_edit(call: Call) -> int:
    """Rewrite one thing; unchanged or failed saves nothing.

    Raises:
        NotUnderstood: No id was given, or the page cannot be read.
        NotFound: Nothing that can be rewritten has this id.
        WinJournalError: It was not saved; what was written is kept as a draft.
    """
    if not call.words:
        raise NotUnderstood("There is no id.", "wj list shows ids; last is one too.")
    if not is_there(call.paths.journal):
        raise NotFound("Nothing is written yet.")
    journal = call.writing(files_lines=False)
    ref = call.words[0]
    draft = draft_named(journal, ref)
    if draft is not None:
        sheet = sheet_of_draft(journal, draft.owner, call.now)
    else:
        sheet = sheet_of(journal, *resolve(journal, ref), call.now)
    said = rewrite(call, journal, sheet, call.args.set)
    call.out.line("saved  ", Span(ref, "faint"))
    if said:
        call.out.note(said)
    return 0


def rewrite(
    call: Call, journal: Journal, sheet: TextSheet, sets: Sequence[str] = ()
) -> str:
    """Have a thing rewritten, and return what is said of it once it is saved.

    Args:
        call: The call.
        journal: Where it is.
        sheet: What it is rewritten by.
        sets: `FIELD=TEXT` for each field to change; without one the editor opens.

    Raises:
        WinJournalError: It was not saved; what was written is kept as a draft.
    """
    if sets:
        return save_sheet(sheet, _with_set(sheet, sets))
    return save_page(journal, sheet, _edited(journal, sheet))


def _with_set(sheet: TextSheet, sets: Sequence[str]) -> dict[str, str]:
    """Return the values of a thing with some of them changed.

    Raises:
        NotUnderstood: There is no such field.
    """
    values = dict(sheet.values)
    known = {name_on_page(name): name for name in values}
    for given in sets:
        said, equals, text = given.partition("=")
        name = known.get(said.strip().lower().replace("_", "-"))
        if name is None or not equals:
            raise NotUnderstood(
                f"{quoted(given)} sets no field.",
                f"There are {', '.join(known)}: --set {next(iter(known))}=...",
            )
        values[name] = clean_text(text).text
    return values


def _edited(journal: Journal, sheet: TextSheet) -> str:
    """Return the page as it came back from the editor.

    Raises:
        WinJournalError: Nothing was changed, or the editor failed; then what it
            left is kept.
    """
    from winjournal.editor import edit_text

    check_editor()
    page = opening_page(journal, sheet)
    try:
        edited = edit_text(page)
    except EditorFailed as error:
        if error.text.strip():
            error.remedy = f"{error.remedy} {keep_page(journal, sheet, error.text)}"
        raise
    if edited is None:
        raise WinJournalError("Nothing was changed, so nothing was saved.")
    return edited


def check_editor() -> None:
    """See to it that an editor without a terminal is one that was chosen for it.

    Raises:
        NotUnderstood: The usual one would wait for keys that nobody can press.
    """
    if not sys.stdin.isatty() and not any(os.environ.get(n) for n in _EDITORS):
        raise NotUnderstood(
            "There is no terminal for an editor.", "Use --set, or name one in EDITOR."
        )
