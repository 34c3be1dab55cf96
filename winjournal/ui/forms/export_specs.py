"""What the export screen asks: what, in which form, what is hidden, where to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from winjournal.domain.errors import NotUnderstood
from winjournal.domain.filter import read_filter
from winjournal.exchange.registry import CSV, JSON, MARKDOWN
from winjournal.ui.widgets.form_spec import (
    FieldSpec,
    Option,
    choice_field,
    text_field,
    yes_no_field,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from winjournal.ui.subject import Subject

ONE, EACH = "one", "each"
SUFFIXES = {
    ONE: MARKDOWN.suffix,
    EACH: MARKDOWN.suffix,
    JSON.name: JSON.suffix,
    CSV.name: CSV.suffix,
}
"""By form the suffix of its files."""

NOTHING, NAMES = "none", "names"

_FORMS = (
    Option(ONE, "one page"),
    Option(EACH, "files"),
    Option(CSV.name, "CSV"),
    Option(JSON.name, "JSON"),
)
_HIDDEN = (
    Option(NOTHING, "nothing"),
    Option(NAMES, "names"),
    Option("names,money", "names and amounts", key="a"),
    Option("names,money,text", "all words", key="w"),
)


def export_specs(
    subject: Subject, now: datetime, own: Collection[str], saved: Mapping[str, str]
) -> tuple[FieldSpec, ...]:
    """Return the fields for what is exported.

    Args:
        subject: What it is.
        now: An aware time, for dates in words.
        own: Slugs of the user's own tags.
        saved: Saved filters by name.
    """
    hide = choice_field(
        "hide", "Hide", _HIDDEN,
        why="Names become aliases, the same in each export.",
    )  # fmt: skip
    place = (
        text_field("place", "To", required=True, why="A path; its folder must exist."),
        yes_no_field(
            "replace", "Replace", why="Whether a file that is there may be replaced."
        ),
    )
    if subject.page is not None:
        return place
    if subject.is_one:
        return (hide, *place)
    return (*_filter_specs(now, own, saved), hide, *place)


def with_suffix(place: str, form: str) -> str:
    """Return a path as it is called in a form; a name of one's own stays."""
    path = Path(place)
    if path.suffix not in SUFFIXES.values():
        return place
    return str(path.with_suffix(SUFFIXES[form]))


def _filter_specs(
    now: datetime, own: Collection[str], saved: Mapping[str, str]
) -> tuple[FieldSpec, ...]:
    def filter_error(text: str) -> str | None:
        try:
            read_filter(text, now, own_tags=own, saved=saved)
        except NotUnderstood as error:
            return str(error)
        return None

    return (
        text_field(
            "query", "What", hint="everything", check=filter_error,
            why="A filter as in the journal: @ego with:dana since:jan. Empty is all.",
        ),
        choice_field(
            "form", "As", _FORMS,
            why="Markdown as one page or a file each; a table; all of it as JSON.",
        ),
    )  # fmt: skip
