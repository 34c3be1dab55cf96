"""Filling a preparation in from a template; what was typed stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.templates import templates_of
from winjournal.services.beginning import begun_by
from winjournal.services.forms.prep_values import values_of_prep
from winjournal.ui.modals.choose import Choice, ChooseModal

if TYPE_CHECKING:
    from winjournal.domain.templates import Template
    from winjournal.ui.app import WinJournalApp
    from winjournal.ui.drafting import Values
    from winjournal.ui.widgets.form import Form


def choose_template(app: WinJournalApp, form: Form, began_with: Values) -> None:
    """Let a template be chosen, and fill the form with what it holds.

    Args:
        app: The application.
        form: The form of a preparation.
        began_with: What stood in it from the start: that counts as blank.
    """
    templates = templates_of(app.setting.own_templates)

    def chosen(name: str | None) -> None:
        if name is None:
            return
        values = filled(templates[name], form.values, began_with)
        form.set_values(values)
        app.notify(f"{name}: what was blank is filled in; change what you like.")

    choices = [Choice(name, name, _aside(one)) for name, one in templates.items()]
    app.push_screen(ChooseModal("Begin as", choices), chosen)


def filled(template: Template, held: Values, began_with: Values) -> dict[str, str]:
    """Return what of a template goes into a form: only where nothing was typed.

    Args:
        template: What is chosen.
        held: What the form holds.
        began_with: What stood in it from the start.
    """
    prep = begun_by(template, currency=began_with.get("currency") or "")
    values = {name: text for name, text in values_of_prep(prep).items() if text}
    own = {"sphere": template.sphere, "unit": template.unit}
    given = {n: text for n, text in values.items() if own.get(n, text) is not None}
    return {
        name: text
        for name, text in given.items()
        if not held.get(name) or held.get(name) == began_with.get(name)
    }


def _aside(template: Template) -> str:
    parts = (template.kind, template.sphere, template.unit)
    return ", ".join(dict.fromkeys(str(part) for part in parts if part))
