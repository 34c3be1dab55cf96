"""A form: fields under one another, what is required first, the rest folded.

::

    form = Form(specs, values={"title": "Acme renewal"})

It tells `Form.Changed` with all values after each change, for the draft, and
`Form.Submitted` once `submit()` (the screen's `ctrl+s`) finds nothing wrong. What only
a service can find wrong is shown by `say_error(name, sentence)`. Leaving it is the
screen's; a form throws nothing away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from textual.containers import VerticalScroll
from textual.message import Message

from winjournal.ui.widgets.fold import Fold
from winjournal.ui.widgets.form_note import FormNote
from winjournal.ui.widgets.form_row import FormRow
from winjournal.ui.widgets.heading import Heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.app import ComposeResult
    from textual.widget import Widget

    from winjournal.ui.widgets.form_spec import FieldSpec


Line: TypeAlias = "FormRow | FormNote"


class FormMessage(Message):
    """Something about a form."""

    def __init__(self, form: Form, values: dict[str, str | None]) -> None:
        """Tell what is in it.

        Args:
            form: The form.
            values: The value of every field by name; None is unknown.
        """
        super().__init__()
        self.form = form
        self.values = values

    @property
    def control(self) -> Form:
        """The form, for `@on(Form.Changed, "#prep")`."""
        return self.form


class FormChanged(FormMessage):
    """A value has changed."""


class FormSubmitted(FormMessage):
    """The form is to be saved, and nothing was found wrong with it."""


class Form(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Fields to be filled in; the module says how it is used."""

    Changed: TypeAlias = FormChanged
    Submitted: TypeAlias = FormSubmitted

    def __init__(
        self,
        specs: Iterable[FieldSpec],
        values: Mapping[str, str | None] | None = None,
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        """Make a form.

        Args:
            specs: The fields, in order; folded ones come under `more` at the end.
            values: What is in them; None or absent: nothing.
            id: The widget's id.
            classes: The widget's classes.
        """
        super().__init__(id=id, classes=classes)
        given = values or {}
        self._lines = [_line(spec, given) for spec in specs]
        self._rows = {x.spec.name: x for x in self._lines if isinstance(x, FormRow)}
        folded = [row for row in self._rows.values() if row.spec.folded]
        # What was filled in before is seen again without a key, and what is sealed
        # is only read: as a whole.
        self._has_fold = any(not row.spec.locked for row in folded)
        self._folded = self._has_fold and all(row.value is None for row in folded)

    @property
    def values(self) -> dict[str, str | None]:
        """The value of every field by name; None is unknown, or not asked."""
        held = {name: row.value for name, row in self._rows.items()}
        return {
            name: value if self._is_asked(row, held) else None
            for (name, row), value in zip(
                self._rows.items(), held.values(), strict=True
            )
        }

    def compose(self) -> ComposeResult:
        """Put the fields under one another."""
        lines = [line for line in self._lines if not line.spec.folded]
        folded = [line for line in self._lines if line.spec.folded]
        yield from self._placed(lines)
        if self._has_fold:
            rows = [row for row in self._rows.values() if row.spec.folded]
            yield Fold(len(rows), folded=self._folded)
        if not self._folded:
            yield from self._placed(folded)

    def on_mount(self) -> None:
        """Show only what is asked."""
        self._show_asked()

    def submit(self) -> None:
        """Save: tell `Submitted`, or show what is wrong and go to the first of it."""
        held = {name: row.value for name, row in self._rows.items()}
        wrong = [
            row
            for row in self._rows.values()
            if self._is_asked(row, held) and row.find_error()
        ]
        if not wrong:
            self.post_message(FormSubmitted(self, self.values))
        else:
            self._go_to(wrong[0])

    def say_error(self, name: str, sentence: str) -> None:
        """Show what is wrong at a field, and go there; for what a service found."""
        row = self._rows.get(name)
        if row is None:
            self.app.notify(sentence, severity="warning")
        else:
            self._go_to(row)
            row.say_error(sentence)

    def set_values(self, values: Mapping[str, str | None]) -> None:
        """Put values into fields, such as those of a draft; others stay."""
        for name, value in values.items():
            if name in self._rows:
                self._rows[name].value = value
        self._show_asked()

    def say_again(self) -> None:
        """Say anew what stands between the fields, once more is known."""
        self._show_asked()

    def focus_field(self, name: str) -> None:
        """Give a field the focus."""
        self._go_to(self._rows[name])

    def first_blank(self, names: Iterable[str]) -> str:
        """Return the first of some fields that is asked and blank; "" without one."""
        held = {name: row.value for name, row in self._rows.items()}
        for name in names:
            row = self._rows[name]
            if row.value is None and self._is_asked(row, held):
                return name
        return ""

    def on_fold_toggled(self, message: Fold.Toggled) -> None:
        """Show the folded fields, or fold them again."""
        message.stop()
        self._unfold(show=not message.folded)

    def on_form_row_changed(self, message: FormRow.Changed) -> None:
        """Tell of a change, and show what is asked now."""
        message.stop()
        self._show_asked()
        self.post_message(FormChanged(self, self.values))

    def _go_to(self, row: FormRow) -> None:
        if row.spec.folded and self._folded:
            for fold in self.query(Fold):
                fold.folded = False
            self._unfold(show=True)
        row.focus_field()

    def _unfold(self, *, show: bool) -> None:
        self._folded = not show
        folded = [line for line in self._lines if line.spec.folded]
        if show and not folded[0].is_attached:
            self.mount_all(self._placed(folded))
        self._show_asked()

    def _show_asked(self) -> None:
        held = {name: row.value for name, row in self._rows.items()}
        for row in self._rows.values():
            hidden = row.spec.folded and self._folded
            row.display = not hidden and self._is_asked(row, held)
        for line in self._lines:
            if isinstance(line, FormNote):
                hidden = line.spec.folded and self._folded
                line.display = line.follow(self.values) and not hidden
        self._show_headings()

    def _show_headings(self) -> None:
        """Show a heading only over something, and a note close to its field."""
        below: Widget | None = None
        for child in reversed(self.children):
            if isinstance(child, Heading):
                child.display = below is not None
                below = None
            elif isinstance(child, Fold):
                below = None
            elif child.display:
                child.set_class(isinstance(below, FormNote), "-noted-below")
                below = child

    @staticmethod
    def _is_asked(row: FormRow, held: Mapping[str, str | None]) -> bool:
        if row.spec.locked and row.value is None:
            # What was sealed without an answer asks nothing any more.
            return False
        return row.spec.when is None or row.spec.when(held)

    @staticmethod
    def _placed(lines: Iterable[Line]) -> Iterable[Line | Heading]:
        for line in lines:
            if line.spec.heading:
                yield Heading(line.spec.heading)
            yield line


def _line(spec: FieldSpec, given: Mapping[str, str | None]) -> Line:
    """Return a field, or a note, as a line of the form."""
    return (
        FormNote(spec) if spec.kind == "note" else FormRow(spec, given.get(spec.name))
    )
