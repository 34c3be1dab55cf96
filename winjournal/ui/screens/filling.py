"""A screen that is filled in: it keeps a draft, brings it back, saves, and leaves."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from textual import on
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Static, TextArea

from winjournal.domain.edge import clean_text
from winjournal.domain.errors import Invalid, WinJournalError
from winjournal.domain.say_dates import say_date, say_time
from winjournal.ui.drafting import FIELD, DraftKeeper, base_of, values_of
from winjournal.ui.meeting import ChangedElsewhere, MeetingScreen
from winjournal.ui.text import plain
from winjournal.ui.widgets.form import Form
from winjournal.ui.widgets.form_spec import FieldSpec
from winjournal.ui.widgets.heading import Heading

if TYPE_CHECKING:
    from datetime import datetime

    from textual.app import ComposeResult
    from textual.notifications import SeverityLevel

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
        focus: The field that has the focus first; empty for the first one.
        place: Puts the form into what it stands in; None where it stands alone.
        wanted: Without a focus: fields of which the first that is blank has it.
    """

    title: str
    aside: str = ""
    specs: Sequence[FieldSpec]
    values: Mapping[str, str | None] = field(default_factory=dict)
    focus: str = ""
    place: Callable[[Form], Widget] | None = None
    wanted: Sequence[str] = ()


Answer: TypeAlias = "tuple[Sheet, tuple[Draft, ...]]"


class FillingScreen(MeetingScreen):
    """A form over the journal; subclasses read a sheet and write its values."""

    FOOTER: ClassVar[tuple[str, ...]] = ("save", "next_part", "editor", "help", "back")

    def __init__(self, owner: str) -> None:
        """Make the screen.

        Args:
            owner: Under which name its draft is kept.
        """
        super().__init__()
        self.owner = owner
        self._saving = self._told = self._is_unkept = False
        self.takes_keys = False
        """False until what is typed has a field to go into."""

    def after(self, said: str) -> None:
        """Leave once it is saved; to be overridden where more follows."""
        self.dismiss()
        self.app.done(said)

    def compose_body(self) -> ComposeResult:
        """Yield the place of the form, and of what must be known of it."""
        yield Static(id="trouble", classes="danger", markup=False)
        yield Vertical(id="sheet")

    def on_mount(self) -> None:
        """Ask for what the form is filled with."""
        self._say("")
        self.app.desk.ask(self._read, self._fill, failed=self._cannot_open)

    def on_unmount(self) -> None:
        """Let the keeper go."""
        if self._keeper is not None:
            self._keeper.leave()

    def before_leaving(self) -> bool:
        """Keep what is not saved as a draft; stay once where that is not possible."""
        if self._keeper is None or self._saving:
            # What is being saved leaves by itself, once it is.
            return not self._saving
        try:
            if self._keeper.keep_now():
                self.app.show_again()
                self.app.notify("Kept as a draft; it waits on Today.", timeout=3)
        except WinJournalError as error:
            if not self._told:
                self._told = True
                key = self.app.key_for("back")
                self._say(f"Not kept: {error} {key} once more leaves without it.")
                return False
        return True

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
        self.before_leaving()
        edited = self.app.edit_outside(area.text)
        if edited is not None:
            area.text = edited

    @on(Form.Changed)
    def _changed(self, event: Form.Changed) -> None:
        if self._keeper is not None:
            self._keeper.note(event.values)

    @on(Form.Submitted)
    def _submitted(self, event: Form.Submitted) -> None:
        if self._saving or self._keeper is None:
            return
        values = event.values
        self._saving = True
        self._keeper.stop()
        self.app.desk.ask(
            lambda j: self._write(j, values), self.after, failed=self._refused
        )

    def _read(self, journal: Journal) -> Answer:
        sheet = self.read(journal)
        self.begun = self.stands(journal)
        return sheet, journal.drafts.of(self.owner)

    def _write(self, journal: Journal, values: Values) -> str:
        # A terminal sends no control characters as text; a paste may hold some.
        cleaned = {k: clean_text(v).text if v else v for k, v in values.items()}
        # Before anything is done, and once more when nobody else can write.
        self.hold_against(journal)
        with journal.drafts.saved(
            self.owner, FIELD, unless=lambda: self.hold_against(journal)
        ):
            return self.write(journal, cleaned)

    def _refused(self, error: WinJournalError) -> None:
        self._saving = False
        form = self.query_one(Form)
        if self._keeper is not None:
            self._keeper.start(self)
            self._keeper.note(form.values)
        if isinstance(error, Invalid):
            form.say_error(error.field, str(error))
            return
        self._say(f"Not saved: {error}")
        if isinstance(error, ChangedElsewhere):
            self.ask_which(dict(form.values))

    def _fill_again(self) -> None:
        def leave(_: WinJournalError) -> None:
            self.dismiss()

        self.app.desk.ask(self._read, self._fill, failed=leave)

    def _say(self, sentence: str) -> None:
        """Show what went wrong for as long as it holds; "" ends it."""
        trouble = self.query_one("#trouble", Static)
        trouble.update(plain(sentence))
        trouble.display = bool(sentence)

    def _tell(self, sentence: str) -> None:
        """Say that drafts cannot be kept, but not over what was said at leaving.

        That something was not saved stays said once the draft of it is kept.
        """
        if sentence and not self._told:
            self._say(sentence)
            self._is_unkept = True
        elif not sentence and (self._is_unkept or self._told):
            self._told = self._is_unkept = False
            self._say("")

    def _cannot_open(self, error: WinJournalError) -> None:
        self.dismiss()
        self.app.notify(str(error), severity="error", timeout=10)

    def _fill(self, answer: Answer) -> None:
        sheet, drafts = answer
        draft = drafts[-1] if drafts else None
        typed = values_of(draft.text) if draft else {}
        base = base_of(dict(sheet.values))
        self.sheet = sheet
        self.is_stale = bool(
            self.begun is not None
            and draft
            and typed
            and draft.base_version not in {None, base}
        )
        self._keeper = DraftKeeper(self.app, self.owner, base=base, say=self._tell)
        self._keeper.start(self)
        form = Form(sheet.specs, {**sheet.values, **typed}, id="form")
        title = Heading(sheet.title, sheet.aside, name=True, id="sheet-title")
        paper = self.query_one("#sheet")
        paper.mount(title, sheet.place(form) if sheet.place else form)
        self.call_after_refresh(
            self._begin, form, sheet.focus or form.first_blank(sheet.wanted)
        )
        if draft and typed:
            said, severity = came_back(draft, base, self.app.setting.now())
            self.app.notify(said, severity=severity)
            self._keeper.note(typed)

    def _begin(self, form: Form, field: str, tries: int = 20) -> None:
        if field:
            form.focus_field(field)
        else:
            self.focus_next()
        if self.focused is None and tries:
            # On a busy machine the fields may not stand there yet; a form that is
            # sealed has none to go to.
            self.set_timer(0.05, partial(self._begin, form, field, tries - 1))
            return
        self.call_after_refresh(setattr, self, "takes_keys", True)


def came_back(draft: Draft, base: int, now: datetime) -> tuple[str, SeverityLevel]:
    """Return what is said of a draft that came back, and how loud.

    Args:
        draft: What was typed.
        base: What the form would begin from now.
        now: An aware time.
    """
    at = draft.updated_at.astimezone(now.tzinfo)
    when = f"{say_date(at.date(), now.date())} {say_time(at)}"
    sentence = f"What you typed {when} is back; save keeps it."
    if draft.base_version is None or draft.base_version == base:
        return sentence, "information"
    return f"{sentence} What it began from was changed since.", "warning"
