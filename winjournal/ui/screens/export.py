"""Export as Markdown, after one has seen it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.containers import Container, Vertical, VerticalScroll
from textual.widgets import Static

from winjournal.domain.errors import CannotCreate, NotUnderstood
from winjournal.domain.filter import read_filter
from winjournal.exchange.filenames import FileNames, safe_stem
from winjournal.exporting import one_file, pages, things
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
    from collections.abc import Iterator
    from datetime import datetime

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from winjournal.domain.errors import WinJournalError
    from winjournal.services.journal import Journal
    from winjournal.ui.drafting import Values

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
        query: The filter that selects what the screen before showed.
        name: What the file is called unless another name is typed.
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

    def __init__(self, query: str = "", name: str = "winjournal") -> None:
        super().__init__()
        self._query, self._stem = query, name

    def compose_body(self) -> ComposeResult:
        """Yield the form beside the preview."""
        place = self.app.setting.export_folder / f"{safe_stem(self._stem)}{SUFFIX}"
        values = {"query": self._query, "split": "one", "place": str(place)}
        yield Heading("Export", "as Markdown; ctrl+s writes it", name=True)
        with Container(classes="columns"):
            with Vertical(classes="main"):
                yield Form(_specs(self.app.setting.now()), values, id="form")
            with VerticalScroll(classes="side"):
                yield Heading("Preview", id="preview-heading")
                yield Static(id="preview", markup=False)

    def on_mount(self) -> None:
        """Show the beginning of what will be written."""
        self._preview(self._query)

    def action_save(self) -> None:
        """Write it."""
        self.query_one(Form).submit()

    @on(Form.Changed)
    def _changed(self, event: Form.Changed) -> None:
        query = event.values.get("query") or ""
        if query != self._query:
            self._query = query
            self._preview(query)

    @on(Form.Submitted)
    def _submitted(self, event: Form.Submitted) -> None:
        values = event.values
        self.app.desk.ask(
            lambda j: self._write(j, values), self._written, failed=self._refused
        )

    def _preview(self, query: str) -> None:
        now = self.app.setting.now()
        self.app.desk.ask(
            lambda j: preview_of(j, query, now),
            self._show,
            failed=lambda e: self._show(Preview(0, e.sentence)),
            latest="export",
        )

    def _show(self, preview: Preview) -> None:
        heading = self.query_one("#preview-heading", Heading)
        heading.say("Preview", say_count(preview.count, "piece"))
        self.query_one("#preview", Static).update(plain(preview.text))

    def _write(self, journal: Journal, values: Values) -> str:
        """Write the files and return what was done; runs beside the screen."""
        chosen = things(
            journal, read_filter(values.get("query") or "", self.app.setting.now())
        )
        if not chosen:
            raise NotUnderstood("Nothing passes this filter, so nothing is written.")
        place = Path(values.get("place") or "").expanduser()
        force = values.get("replace") == "yes"
        write = self.app.setting.write_file
        if values.get("split") != "each":
            write(place, "".join(one_file(journal, chosen)), force)
            return f"Written: {place}"
        folder = place.with_suffix("")
        folder.mkdir(mode=0o700, exist_ok=True)
        names = FileNames()
        paths = [folder / names.name(x.title, x.id, SUFFIX) for x in chosen]
        taken = next((p for p in paths if p.exists() or p.is_symlink()), None)
        if taken is not None and not force:
            raise CannotCreate(f"{taken} is there already; nothing was written.")
        for path, page in zip(paths, pages(journal, chosen), strict=True):
            write(path, page, force)
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


def preview_of(journal: Journal, query: str, now: datetime) -> Preview:
    """Return the beginning of what a filter selects.

    Raises:
        FilterError: The filter is not understood.
    """
    chosen = things(journal, read_filter(query, now, lenient=True))
    if not chosen:
        return Preview(0, "Nothing passes this filter.")
    lines = list(_first_lines(one_file(journal, chosen)))
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


def _specs(now: datetime) -> tuple[FieldSpec, ...]:
    def filter_error(text: str) -> str | None:
        try:
            read_filter(text, now)
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
        text_field("place", "To", required=True, why="A path; its folder must exist."),
        yes_no_field(
            "replace", "Replace", why="Whether a file that is there may be replaced.",
        ),
    )  # fmt: skip
