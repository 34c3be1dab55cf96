"""Going from heading to heading in a form, and through one that is only read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.ui.widgets.form_row import FormRow
from winjournal.ui.widgets.heading import Heading

if TYPE_CHECKING:
    from textual.widget import Widget

    from winjournal.ui.widgets.form import Form


def go_to_part(form: Form, by: int) -> None:
    """Go to the next heading of a form, or with -1 to the one before.

    The first field under it has the focus then; where nothing can be typed into,
    as in what is sealed, the form is scrolled to it.
    """
    lines = [line for line in form.children if line.display]
    starts = [n for n, one in enumerate(lines) if n == 0 or isinstance(one, Heading)]
    if not starts:
        return
    here = _here(form, lines, starts)
    at = min(max(here + by, 0), len(starts) - 1)
    end = starts[at + 1] if at + 1 < len(starts) else len(lines)
    part = lines[starts[at] : end]
    for line in part:
        if isinstance(line, FormRow) and not line.spec.locked:
            line.focus_field()
            break
    # After the focus, which scrolls only as far as its own field.
    form.call_after_refresh(form.scroll_to_widget, part[0], top=True, animate=False)


def _here(form: Form, lines: list[Widget], starts: list[int]) -> int:
    """Return the part that has the focus, else the first that is wholly seen."""
    focused = form.screen.focused
    for part, start in reversed(list(enumerate(starts))):
        end = starts[part + 1] if part + 1 < len(starts) else len(lines)
        if any(focused in line.walk_children() for line in lines[start:end]):
            return part
    seen = [
        n for n, at in enumerate(starts) if lines[at].virtual_region.y <= _top(form)
    ]
    return seen[-1] if seen else 0


def _top(form: Form) -> int:
    return form.scroll_offset.y
