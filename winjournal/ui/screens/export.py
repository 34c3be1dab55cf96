"""Export to a file, after one has seen it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.containers import Container, Vertical, VerticalScroll
from textual.widgets import Static

from winjournal.domain.errors import CannotCreate, NotUnderstood
from winjournal.domain.negotiation import Counterparty
from winjournal.domain.redaction import read_hidden, redaction_of
from winjournal.exchange.filenames import safe_stem
from winjournal.exchange.manner import Manner
from winjournal.exchange.registry import CSV, JSON
from winjournal.exporting import file_names, pages
from winjournal.services.saying import say_count
from winjournal.ui.bindings import bindings_for
from winjournal.ui.forms.export_specs import (
    EACH,
    NAMES,
    NOTHING,
    ONE,
    SUFFIXES,
    export_specs,
    with_suffix,
)
from winjournal.ui.living import winjournal_app
from winjournal.ui.screen import FormScreen
from winjournal.ui.setting import ReadTemplates
from winjournal.ui.subject import Subject
from winjournal.ui.text import plain
from winjournal.ui.widgets.form import Form
from winjournal.ui.widgets.heading import Heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from winjournal.domain.errors import WinJournalError
    from winjournal.exporting import Thing
    from winjournal.services.journal import Journal
    from winjournal.ui.drafting import Values

LINES_SHOWN = 400


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for.

    Attributes:
        subject: What it is about.
        form: One page, a file each, a table, or JSON.
        hidden: What is hidden, in words.
        templates: Reads the user's own.
    """

    subject: Subject
    form: str
    hidden: str
    templates: ReadTemplates

    def manner(self, journal: Journal) -> Manner:
        """Return how each thing is written."""
        hidden = read_hidden(self.hidden)
        redaction = redaction_of(hidden, lambda: journal.reading.every(Counterparty))
        return Manner(redaction, self.templates())

    def pieces(self, journal: Journal, now: datetime) -> Iterable[str]:
        """Return one file of all of it, piece by piece.

        Raises:
            NotUnderstood: JSON was asked for less than everything.
        """
        if self.form == JSON.name:
            if self.subject.query.strip() or self.hidden != NOTHING:
                raise NotUnderstood(
                    "JSON is the whole journal: leave the filter, and hide nothing."
                )
            return self.subject.document(journal)
        if self.form == CSV.name:
            return self.subject.table(journal, now, self.manner(journal))
        return self.subject.pieces(journal, now, self.manner(journal))


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
        "Writes what passes the filter: Markdown as one page or a file for each, a "
        "table for a spreadsheet, or the whole journal as JSON. Names and amounts are "
        "written as they are unless you hide them. Nothing is replaced unless you say "
        "so."
    )
    FOOTER = ("save", "next_part", "help", "back")
    BINDINGS: ClassVar[list[BindingType]] = bindings_for("export")

    app = getters.app(winjournal_app)

    def __init__(self, subject: Subject) -> None:
        super().__init__()
        # What is said of a person's character names nobody unless asked to.
        self._hidden = NAMES if subject.period is not None else NOTHING
        self._form, self._subject = ONE, subject

    def compose_body(self) -> ComposeResult:
        """Yield the form beside the preview."""
        subject = self._subject
        name = f"{safe_stem(subject.name)}{SUFFIXES[self._form]}"
        values = {
            "query": subject.query,
            "form": self._form,
            "hide": self._hidden,
            "place": str(self.app.setting.export_folder / name),
        }
        aside = subject.name if subject.is_one else "ctrl+s writes it"
        yield Heading("Export", aside, name=True)
        with Container(classes="columns"):
            with Vertical(classes="main"):
                specs = export_specs(
                    subject, self.app.setting.now(), self.app.own_slugs,
                    self.app.setting.filters,
                )  # fmt: skip
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
        values = event.values
        asked = (
            values.get("query") or "",
            values.get("form") or ONE,
            values.get("hide") or self._hidden,
        )
        if asked == (self._subject.query, self._form, self._hidden):
            return
        query, form, self._hidden = asked
        saved = self.app.setting.filters
        self._subject = replace(self._subject, query=query, saved=saved)
        if form != self._form:
            self._form = form
            place = with_suffix(values.get("place") or "", form)
            event.form.set_values({"place": place})
        self._preview()

    @on(Form.Submitted)
    def _submitted(self, event: Form.Submitted) -> None:
        values, wanted = event.values, self._wanted()
        self.app.desk.ask(
            lambda j: self._write(j, wanted, values),
            self._written,
            failed=self._refused,
        )

    def _wanted(self) -> Wanted:
        templates = self.app.setting.page_templates
        return Wanted(self._subject, self._form, self._hidden, templates)

    def _preview(self) -> None:
        now, wanted = self.app.setting.now(), self._wanted()
        self.app.desk.ask(
            lambda j: preview_of(j, wanted, now),
            self._show,
            failed=lambda e: self._show(Preview(0, e.sentence)),
            latest="export",
        )

    def _show(self, preview: Preview) -> None:
        heading = self.query_one("#preview-heading", Heading)
        count = "" if self._subject.is_one else say_count(preview.count, "piece")
        heading.say("Preview", count)
        self.query_one("#preview", Static).update(plain(preview.text))

    def _write(self, journal: Journal, wanted: Wanted, values: Values) -> str:
        """Write the files and return what was done; runs beside the screen."""
        now, subject = self.app.setting.now(), wanted.subject
        chosen = subject.chosen(journal, now)
        if not chosen and not subject.is_whole and wanted.form != JSON.name:
            raise NotUnderstood("Nothing passes this filter, so nothing is written.")
        place = Path(values.get("place") or "").expanduser()
        force = values.get("replace") == "yes"
        if wanted.form == EACH:
            manner = wanted.manner(journal)
            folder = place.with_suffix("")
            return self._write_each(journal, chosen, manner, folder, force=force)
        self.app.setting.write_file(place, wanted.pieces(journal, now), force)
        return f"Written: {place}"

    def _write_each(
        self, journal: Journal, chosen: Sequence[Thing], manner: Manner, folder: Path,
        *, force: bool,
    ) -> str:  # fmt: skip
        """Write each thing to a file; none, where one may not be replaced."""
        self.app.setting.make_folder(folder)
        paths = [folder / name for name in file_names(chosen, manner.redaction)]
        taken = next((p for p in paths if p.exists() or p.is_symlink()), None)
        if taken is not None and not force:
            raise CannotCreate(f"{taken} is there already; nothing was written.")
        written = pages(journal, chosen, manner=manner)
        for path, page in zip(paths, written, strict=True):
            self.app.setting.write_file(path, (page,), force)
        return f"Written: {say_count(len(paths), 'file')} in {folder}"

    def _written(self, said: str) -> None:
        self.dismiss()
        self.app.notify(said)

    def _refused(self, error: WinJournalError) -> None:
        form = self.query_one(Form)
        if isinstance(error, CannotCreate) and "already" in error.sentence:
            sentence = f"{error.sentence} Choose to replace it, or another name."
            form.say_error("replace", sentence)
            return
        is_query = isinstance(error, NotUnderstood) and "query" in form.values
        form.say_error("query" if is_query else "place", str(error))


def preview_of(journal: Journal, wanted: Wanted, now: datetime) -> Preview:
    """Return the beginning of what is written.

    Raises:
        FilterError: The filter is not understood.
        NotUnderstood: JSON was asked for less than everything.
        DamagedJournal: A template of the user's is not understood.
    """
    chosen = wanted.subject.chosen(journal, now)
    if not chosen and not wanted.subject.is_whole and wanted.form != JSON.name:
        return Preview(0, "Nothing passes this filter.")
    lines = _first_lines(wanted.pieces(journal, now))
    return Preview(len(chosen), "\n".join(lines))


def _first_lines(pieces: Iterable[str]) -> Iterator[str]:
    count = 0
    for piece in pieces:
        for line in piece.splitlines():
            yield line
            count += 1
            if count == LINES_SHOWN:
                yield "…"
                return
