"""Export as Markdown, after one has seen it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.containers import Container, Vertical, VerticalScroll
from textual.widgets import Static

from winjournal.domain.errors import CannotCreate, NotUnderstood
from winjournal.domain.filter import read_filter
from winjournal.exchange.filenames import FileNames, safe_stem
from winjournal.exporting import pages
from winjournal.services.saying import say_count
from winjournal.ui.bindings import bindings_for
from winjournal.ui.living import winjournal_app
from winjournal.ui.screen import FormScreen
from winjournal.ui.text import plain
from winjournal.ui.widgets.form import Form
from winjournal.ui.widgets.form_spec import (
    FieldSpec,
    Option,
    choice_field,
    text_field,
    yes_no_field,
)
from winjournal.ui.widgets.heading import Heading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from winjournal.domain.errors import WinJournalError
    from winjournal.exporting import Thing
    from winjournal.services.journal import Journal
    from winjournal.ui.drafting import Values
    from winjournal.ui.subject import Subject

LINES_SHOWN = 400
SUFFIX = ".md"


@dataclass(frozen=True, slots=True)
class Preview:
    """The beginning of what an export holds.

    Attributes:
        count: How many things pass the filter.
        text: Its first lines.
    """

    count: int
    text: str


class ExportScreen(FormScreen):
    """What to write, where to, and how it will look.

    Args:
        subject: What the screen before showed.
    """

    NAME = "export"
    HELP = (
        "Writes what passes the filter as Markdown: one file, or a folder with a "
        "file for each. Names and amounts are written as they are. An empty filter "
        "is everything. Nothing is replaced unless you say so."
    )
    FOOTER = ("save", "next_part", "help", "back")
    BINDINGS: ClassVar[list[BindingType]] = bindings_for("export")

    app = getters.app(winjournal_app)

    def __init__(self, subject: Subject) -> None:
        super().__init__()
        self._subject = subject

    def compose_body(self) -> ComposeResult:
        """Yield the form beside the preview."""
        subject = self._subject
        place = self.app.setting.export_folder / f"{safe_stem(subject.name)}{SUFFIX}"
        values = {"query": subject.query, "split": "one", "place": str(place)}
        aside = subject.name if subject.is_one else "as Markdown; ctrl+s writes it"
        yield Heading("Export", aside, name=True)
        with Container(classes="columns"):
            with Vertical(classes="main"):
                specs = _place_specs()
                if not subject.is_one:
                    specs = (
                        *_filter_specs(self.app.setting.now(), self.app.own_slugs),
                        *specs,
                    )
                yield Form(specs, values, id="form")
            with VerticalScroll(classes="side"):
                yield Heading("Preview", id="preview-heading")
                yield Static(id="preview", markup=False)

    def on_mount(self) -> None:
        """Show the beginning of what will be written."""
        self._preview()

    def action_save(self) -> None:
        """Write it."""
        self.query_one(Form).submit()

    @on(Form.Changed)
    def _changed(self, event: Form.Changed) -> None:
        query = event.values.get("query") or ""
        if query != self._subject.query:
            self._subject = replace(self._subject, query=query)
            self._preview()

    @on(Form.Submitted)
    def _submitted(self, event: Form.Submitted) -> None:
        values = event.values
        self.app.desk.ask(
            lambda j: self._write(j, values), self._written, failed=self._refused
        )

    def _preview(self) -> None:
        now, subject = self.app.setting.now(), self._subject
        self.app.desk.ask(
            lambda j: preview_of(j, subject, now),
            self._show,
            failed=lambda e: self._show(Preview(0, e.sentence)),
            latest="export",
        )

    def _show(self, preview: Preview) -> None:
        heading = self.query_one("#preview-heading", Heading)
        count = "" if self._subject.is_one else say_count(preview.count, "piece")
        heading.say("Preview", count)
        self.query_one("#preview", Static).update(plain(preview.text))

    def _write(self, journal: Journal, values: Values) -> str:
        """Write the files and return what was done; runs beside the screen."""
        now, subject = self.app.setting.now(), self._subject
        chosen = subject.chosen(journal, now)
        if not chosen and not subject.is_whole:
            raise NotUnderstood("Nothing passes this filter, so nothing is written.")
        place = Path(values.get("place") or "").expanduser()
        force = values.get("replace") == "yes"
        if values.get("split") == "each":
            return self._write_each(journal, chosen, place.with_suffix(""), force=force)
        self.app.setting.write_file(place, subject.pieces(journal, now), force)
        return f"Written: {place}"

    def _write_each(
        self, journal: Journal, chosen: Sequence[Thing], folder: Path, *, force: bool
    ) -> str:
        """Write each thing to a file; none, where one may not be replaced."""
        self.app.setting.make_folder(folder)
        names = FileNames()
        paths = [folder / names.name(x.title, x.id, SUFFIX) for x in chosen]
        taken = next((p for p in paths if p.exists() or p.is_symlink()), None)
        if taken is not None and not force:
            raise CannotCreate(f"{taken} is there already; nothing was written.")
        for path, page in zip(paths, pages(journal, chosen), strict=True):
            self.app.setting.write_file(path, (page,), force)
        return f"Written: {say_count(len(paths), 'file')} in {folder}"

    def _written(self, said: str) -> None:
        self.dismiss()
        self.app.notify(said)

    def _refused(self, error: WinJournalError) -> None:
        field = "query" if isinstance(error, NotUnderstood) else "place"
        if isinstance(error, CannotCreate) and "already" in error.sentence:
            sentence = f"{error.sentence} Choose to replace it, or another name."
            self.query_one(Form).say_error("replace", sentence)
        else:
            self.query_one(Form).say_error(field, str(error))


def preview_of(journal: Journal, subject: Subject, now: datetime) -> Preview:
    """Return the beginning of what is written.

    Raises:
        FilterError: The filter is not understood.
    """
    chosen = subject.chosen(journal, now)
    if not chosen and not subject.is_whole:
        return Preview(0, "Nothing passes this filter.")
    lines = _first_lines(subject.pieces(journal, now))
    return Preview(len(chosen), "\n".join(lines))


def _first_lines(pieces: Iterator[str]) -> Iterator[str]:
    count = 0
    for piece in pieces:
        for line in piece.splitlines():
            yield line
            count += 1
            if count == LINES_SHOWN:
                yield "…"
                return


def _filter_specs(now: datetime, own: frozenset[str]) -> tuple[FieldSpec, ...]:
    def filter_error(text: str) -> str | None:
        try:
            read_filter(text, now, own_tags=own)
        except NotUnderstood as error:
            return str(error)
        return None

    return (
        text_field(
            "query", "What", hint="everything", check=filter_error,
            why="A filter as in the journal: @ego with:dana since:jan. Empty is all.",
        ),
        choice_field(
            "split", "As", (Option("one", "one file"), Option("each", "a file each")),
            why="One file reads well; a file each suits a folder of notes.",
        ),
    )  # fmt: skip


def _place_specs() -> tuple[FieldSpec, ...]:
    return (
        text_field("place", "To", required=True, why="A path; its folder must exist."),
        yes_no_field(
            "replace", "Replace", why="Whether a file that is there may be replaced.",
        ),
    )  # fmt: skip
