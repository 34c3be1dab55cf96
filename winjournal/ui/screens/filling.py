"""A screen that is filled in: it keeps a draft, brings it back, saves, and leaves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from textual import getters, on
from textual.containers import Vertical
from textual.widgets import TextArea

from winjournal.domain.errors import Invalid, WinJournalError
from winjournal.domain.say_dates import say_date, say_time
from winjournal.ui.drafting import DraftKeeper, values_of
from winjournal.ui.living import winjournal_app
from winjournal.ui.screen import FormScreen
from winjournal.ui.widgets.form import Form
from winjournal.ui.widgets.form_spec import FieldSpec
from winjournal.ui.widgets.heading import Heading

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from winjournal.domain.writing import Draft
    from winjournal.services.journal import Journal
    from winjournal.ui.drafting import Values


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a form is filled with.

    Attributes:
        title: The name of what is being filled in.
        aside: What belongs to it.
        specs: The fields.
        values: What is in them.
        version: What was read, to tell an older draft by.
        focus: The field that has the focus first; empty for the first one.
    """

    title: str
    aside: str = ""
    specs: Sequence[FieldSpec]
    values: Mapping[str, str | None] = field(default_factory=dict)
    version: int | None = None
    focus: str = ""


class FillingScreen(FormScreen):
    """A form over the journal; subclasses read a sheet and write its values."""

    app = getters.app(winjournal_app)
    FOOTER = ("save", "next_part", "editor", "help", "back")

    def __init__(self, owner: str) -> None:
        """Make the screen.

        Args:
            owner: Under which name its draft is kept.
        """
        super().__init__()
        self.owner = owner
        self._keeper = DraftKeeper(self.app, owner)
        self._saving = False

    def read(self, journal: Journal) -> Sheet:
        """Read what the form is filled with; runs beside the screen."""
        raise NotImplementedError

    def write(self, journal: Journal, values: Values) -> str:
        """Save the values and return what was done, for a toast.

        Runs beside the screen. Raises `Invalid` for a field, or another
        `WinJournalError`; then nothing was saved and the form stays.
        """
        raise NotImplementedError

    def after(self, said: str) -> None:
        """Leave once it is saved; to be overridden where more follows."""
        self.dismiss()
        self.app.done(said)

    def compose_body(self) -> ComposeResult:
        """Yield the place of the form."""
        yield Vertical(id="sheet")

    def on_mount(self) -> None:
        """Ask for what the form is filled with."""
        self.app.desk.ask(
            lambda j: (self.read(j), j.drafts.of(self.owner)),
            lambda answer: self._fill(*answer),
            failed=self._cannot_open,
        )

    def on_unmount(self) -> None:
        """Let the keeper go."""
        self._keeper.stop()

    def before_leaving(self) -> None:
        """Keep what is not saved as a draft."""
        if self._keeper.keep_now():
            self.app.done("Kept as a draft; it waits on Today.")

    def action_save(self) -> None:
        """Save what is in the form."""
        for form in self.query(Form):
            form.submit()

    def action_editor(self) -> None:
        """Open the text that has the focus in the user's own editor."""
        area = self.focused
        if not isinstance(area, TextArea):
            self.app.notify("Go to a text of several lines first.")
            return
        self._keeper.keep_now()
        edited = self.app.edit_outside(area.text)
        if edited is not None:
            area.text = edited

    @on(Form.Changed)
    def _changed(self, event: Form.Changed) -> None:
        self._keeper.note(event.values)

    @on(Form.Submitted)
    def _submitted(self, event: Form.Submitted) -> None:
        if self._saving:
            return
        self._saving = True
        values = event.values
        self.app.desk.ask(
            lambda j: self._write(j, values), self._saved, failed=self._refused
        )

    def _write(self, journal: Journal, values: Values) -> str:
        said = self.write(journal, values)
        journal.drafts.drop(self.owner, "form")
        return said

    def _saved(self, said: str) -> None:
        self._keeper.stop()
        self._saving = False
        self.after(said)

    def _refused(self, error: WinJournalError) -> None:
        self._saving = False
        if isinstance(error, Invalid):
            self.query_one(Form).say_error(error.field, str(error))
        else:
            self.app.notify(str(error), severity="error", timeout=10)

    def _cannot_open(self, error: WinJournalError) -> None:
        self.dismiss()
        self.app.notify(str(error), severity="error", timeout=10)

    def _fill(self, sheet: Sheet, drafts: tuple[Draft, ...]) -> None:
        draft = drafts[-1] if drafts else None
        typed = values_of(draft.text) if draft else {}
        self._keeper = DraftKeeper(self.app, self.owner, sheet.version)
        self._keeper.start(self)
        form = Form(sheet.specs, {**sheet.values, **typed}, id="form")
        self.query_one("#sheet").mount(
            Heading(sheet.title, sheet.aside, name=True, id="sheet-title"), form
        )
        if sheet.focus:
            self.call_after_refresh(form.focus_field, sheet.focus)
        else:
            self.call_after_refresh(self.focus_next)
        if draft and typed:
            self._tell_of(draft, sheet)
            self._keeper.note(typed)

    def _tell_of(self, draft: Draft, sheet: Sheet) -> None:
        now = self.app.setting.now()
        at = draft.updated_at.astimezone(now.tzinfo)
        when = f"{say_date(at.date(), now.date())} {say_time(at)}"
        older = (
            draft.base_version is not None
            and sheet.version is not None
            and draft.base_version < sheet.version
        )
        warning = " It was changed elsewhere since." if older else ""
        self.app.notify(
            f"What you typed {when} is back; save keeps it.{warning}",
            severity="warning" if older else "information",
        )
