"""One line of a form: label, field, how it is understood, and why it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import on
from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from winjournal.ui.text import plain
from winjournal.ui.widgets.form_controls import line_of, lines_of
from winjournal.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.widgets import TextArea

    from winjournal.ui.widgets.form_spec import FieldSpec

_SLIM = 52
"""Below this width a label stands above its field."""

LABEL = 20
"""A label of more cells, such as a criterion, stands above its field."""


class FormRow(Widget):
    """One field with its label and its notes."""

    DEFAULT_CSS = """
    FormRow { height: auto; layout: vertical; }
    FormRow > .form-label { dock: left; height: auto; }
    FormRow > .form-note { display: none; height: auto; }
    FormRow.-noted > .form-note { display: block; }
    FormRow > .form-line { height: auto; }
    FormRow .form-echo { width: 1fr; height: auto; }
    """

    class Changed(Message):
        """What is in the field has changed."""

        def __init__(self, row: FormRow) -> None:
            """Tell of a field."""
            super().__init__()
            self.row = row

    def __init__(self, spec: FieldSpec, value: str | None = None) -> None:
        """Make a field.

        Args:
            spec: What it asks.
            value: What is in it; None: nothing.
        """
        super().__init__(classes=f"-{spec.kind}")
        self.spec = spec
        self.error = ""
        self._value = value
        self._wants_focus = False
        self._control: Input | Segments | TextArea | None = None

    @property
    def value(self) -> str | None:
        """What was typed or chosen; None where it is blank."""
        value = self._value
        return value if value is not None and value.strip() else None

    @value.setter
    def value(self, value: str | None) -> None:
        control = self._control
        if control is None:
            self._value = value
        elif isinstance(control, Segments):
            control.value = value
        elif isinstance(control, Input):
            control.value = value or ""
        else:
            control.text = value or ""

    def compose(self) -> ComposeResult:
        """Put the label beside the field."""
        spec = self.spec
        yield Static(plain(spec.label, "$ink-soft"), classes="form-label", markup=False)
        if spec.locked:
            said = _said(spec, self.value)
            yield Static(plain(said), classes="form-locked", markup=False)
            return
        self._control = _control(spec, self._value)
        if spec.echo:
            with Horizontal(classes="form-line"):
                yield self._control
                yield Static("", classes="form-echo", markup=False)
        else:
            yield self._control
        yield Static("", classes="form-note", markup=False)

    def on_mount(self) -> None:
        """Say how the first value is understood."""
        self._say_echo()
        self._say_note()
        if self._wants_focus:
            self.focus_field()

    def focus_field(self) -> None:
        """Give the focus to what is typed into, also where it is still to come."""
        if self._control is None:
            self._wants_focus = True
        else:
            self._control.focus()

    def find_error(self) -> str:
        """Look for what is wrong, show it, and return it; "" if nothing is."""
        value = self.value
        error = ""
        if value is None:
            if self.spec.required:
                error = f"{self.spec.label.strip()} is needed."
        elif self.spec.check:
            error = self.spec.check(value) or ""
        self.say_error(error)
        return error

    def say_error(self, error: str) -> None:
        """Show a sentence at the field, also one that only a service could find."""
        self.error = error
        self._say_note()

    def on_resize(self, event: events.Resize) -> None:
        """Put the label above the field where there is little room."""
        narrow = event.size.width < _SLIM
        self.set_class(narrow, "-slim")
        self.set_class(not narrow and cell_len(self.spec.label) > LABEL, "-long")

    def on_descendant_focus(self) -> None:
        """Say why it is asked."""
        self._say_note()

    def on_descendant_blur(self) -> None:
        """Look for what is wrong once there is something in it."""
        if self.value is not None or self.error:
            self.find_error()
        self._say_note()

    @on(Input.Changed)
    def _line_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._take(event.value)

    @on(Segments.Changed)
    def _answer_changed(self, event: Segments.Changed) -> None:
        event.stop()
        self._take(event.value)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Take what was typed into several lines."""
        event.stop()
        self._take(event.text_area.text)

    def on_key(self, event: events.Key) -> None:
        """Go on to the next field with enter, down and up, but within a text."""
        if self.spec.kind == "long" or event.key not in {"enter", "down", "up"}:
            return
        event.stop()
        if event.key == "up":
            self.screen.focus_previous()
        else:
            self.screen.focus_next()

    def _take(self, value: str | None) -> None:
        if value == self._value or (not value and not self._value):
            return
        self._value = value
        if self.error:
            self.find_error()
        self._say_echo()
        self.post_message(self.Changed(self))

    def _say_echo(self) -> None:
        if self.spec.echo and not self.spec.locked:
            value = self.value
            said = (self.spec.echo(value) if value else "") or ""
            self.query_one(".form-echo", Static).update(plain(said, "$ink-soft"))

    def _say_note(self) -> None:
        if self._control is None:
            return
        has_focus = self.has_pseudo_class("focus-within")
        note = self.error or (self.spec.why if has_focus else "")
        style = "$gold" if self.error else "$ink-faint"
        self.set_class(bool(note), "-noted")
        self.query_one(".form-note", Static).update(plain(note, style))


def _said(spec: FieldSpec, value: str | None) -> str:
    """Return a sealed value as it is read: the words of an answer, an amount."""
    if value is None:
        return ""
    chosen = [option.label for option in spec.options if option.value == value]
    return chosen[0] if chosen else (spec.echo and spec.echo(value)) or value


def _control(spec: FieldSpec, value: str | None) -> Input | Segments | TextArea:
    if spec.kind == "choice":
        return Segments(spec.options, value, low=spec.low, high=spec.high)
    return lines_of(spec, value) if spec.kind == "long" else line_of(spec, value)
