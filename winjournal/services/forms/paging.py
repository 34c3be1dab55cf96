"""A sheet as a page for an editor, and back; what fails there is kept as a draft."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from winjournal.domain.edge import clean_text
from winjournal.domain.errors import Invalid, WinJournalError
from winjournal.domain.field_page import name_on_page, page_of, read_page
from winjournal.domain.ids import short_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from winjournal.domain.writing import Draft
    from winjournal.services.forms.sheets import TextSheet
    from winjournal.services.journal import Journal

FIELD = "form"
"""The fields of a form are kept as one JSON object, as the screens do it."""

PAGE = "page"
"""In it: the page that could not be read as fields."""

OF_A_PAGE = "page:"
"""Before the owner of a draft that is such a page: no form could show it."""


def opening_page(journal: Journal, sheet: TextSheet) -> str:
    """Return what the editor opens with: the draft that waits, else what is there."""
    drafts = journal.drafts.of(sheet.owner) if sheet.goes_on else ()
    pages = journal.drafts.of(f"{OF_A_PAGE}{sheet.owner}")
    typed = values_of((*drafts, *pages)[-1]) if drafts or pages else {}
    if PAGE in typed:
        return typed[PAGE]
    known = {name: typed[name] for name in sheet.values if name in typed}
    values = {**sheet.values, **known}
    body = values.pop(sheet.body) if sheet.body else None
    said = [
        f"{name_on_page(name)}: {takes}"
        for name, takes in sheet.about.items()
        if takes and (name in values or f"{name}_1" in values)
    ]
    parts = [f"{name}: {' '.join(words.split())}" for name, words in sheet.parts]
    return page_of(values, body, (*said, *parts))


def values_on(sheet: TextSheet, page: str) -> dict[str, str]:
    """Return the values that a page holds; what was taken out of it stays as it was.

    Raises:
        NotUnderstood: A line of it is no field.
    """
    names = [name for name in sheet.values if name != sheet.body]
    fields, body = read_page(page, names, has_body=bool(sheet.body))
    text = {} if body is None else {sheet.body: body}
    return {**sheet.values, **fields, **text}


def save_sheet(sheet: TextSheet, values: Mapping[str, str]) -> str:
    """Save values and return what is said of it; an error of a field says which.

    Raises:
        WinJournalError: Nothing was saved.
    """
    try:
        return sheet.save(values)
    except Invalid as error:
        if error.field in sheet.values:
            error.sentence = f"{name_on_page(error.field)}: {error.sentence}"
        raise


def save_page(journal: Journal, sheet: TextSheet, page: str) -> str:
    """Save what stands on a page; where that fails it is kept as a draft.

    Raises:
        WinJournalError: Nothing was saved; the error names the draft.
    """
    try:
        values = values_on(sheet, clean_text(page).text)
        if not sheet.goes_on:
            return save_sheet(sheet, values)
        with journal.drafts.saved(sheet.owner, FIELD):
            said = save_sheet(sheet, values)
    except WinJournalError as error:
        error.remedy = f"{error.remedy} {keep_page(journal, sheet, page)}"
        raise
    journal.drafts.drop(f"{OF_A_PAGE}{sheet.owner}", FIELD)
    return said


def keep_page(journal: Journal, sheet: TextSheet, page: str) -> str:
    """Keep a page that is not saved, and return a sentence with the draft's id.

    Where it can be read it is a draft as the form on the screen has it.
    """
    try:
        return keep_draft(journal, sheet.owner, values_on(sheet, clean_text(page).text))
    except WinJournalError:
        pages = f"{OF_A_PAGE}{sheet.owner}"
        return keep_draft(journal, pages, {**sheet.values, PAGE: page})


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
