"""Filters under a name: kept from the line, chosen, and forgotten by the shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.edge import clean_text
from winjournal.domain.errors import NotUnderstood, WinJournalError
from winjournal.domain.filter import NAME_MAX, check_saved
from winjournal.domain.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from winjournal.ui.app import WinJournalApp


def save_filter(app: WinJournalApp, query: str) -> None:
    """Ask for a name, and save a filter under it."""
    from winjournal.ui.modals.line import LineModal

    now = app.setting.now()
    try:
        check_saved("x", query, now)
    except NotUnderstood as error:
        app.notify(str(error), severity="warning")
        return

    def wrong(name: str) -> str | None:
        try:
            check_saved(clean_text(name, one_line=True).text, query, now)
        except NotUnderstood as error:
            return str(error)
        return None

    def echo(name: str) -> str | None:
        old = _known(app, name)
        return f"Takes the place of {old}: {app.setting.filters[old]}" if old else None

    def named(name: str | None) -> None:
        if name is not None:
            _save(app, clean_text(name, one_line=True).text, query)

    hint = f"a name of at most {NAME_MAX} letters"
    title = f"Save {query}"
    app.push_screen(LineModal(title, placeholder=hint, echo=echo, check=wrong), named)


def choose_filter(app: WinJournalApp, take: Callable[[str], None]) -> None:
    """Let one of the saved filters be chosen, and hand its term on."""
    from winjournal.ui.modals.choose import Choice, ChooseModal

    if not app.setting.filters:
        keys = f"{app.key_for('filter')} types one, {app.key_for('save')} saves it"
        app.notify(f"No filter is saved yet: {keys}.")
        return

    def chosen(name: str | None) -> None:
        if name is not None:
            take(f'saved:"{name}"' if " " in name else f"saved:{name}")

    choices = [Choice(name, name, query) for name, query in app.setting.filters.items()]
    app.push_screen(ChooseModal("Saved filters", choices), chosen)


def _known(app: WinJournalApp, name: str) -> str | None:
    """Return the name as it was saved before, or None."""
    wanted = fold(name)
    return next((one for one in app.setting.filters if fold(one) == wanted), None)


def _save(app: WinJournalApp, name: str, query: str) -> None:
    name = _known(app, name) or name
    try:
        app.setting.keep_filter(name, query)
    except WinJournalError as error:
        app.notify(f"Not saved: {error}", severity="error", timeout=10)
        return
    app.setting.filters[name] = query
    app.notify(f"Saved; saved:{name} finds it again.", timeout=3)
