"""A choice whose answers stand in a row: the chosen one bold and underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from winjournal.ui.glyphs import UNICODE, Glyphs
from winjournal.ui.text import cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.geometry import Size

    from winjournal.ui.widgets.form_spec import Option

_GAP = 3
_HALF = "½"


class Segments(Widget, can_focus=True):
    """A choice of a few answers, or of none.

    Left and right, space, and the first letter of an answer choose; backspace takes
    the answer back.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = "Segments { height: auto; width: 1fr; }"
    HELP = (
        "Left and right or the first letter choose, space goes on to the next answer, "
        "backspace takes the answer back."
    )

    class Changed(Message):
        """Another answer was chosen, or none (`value` is None)."""

        def __init__(self, segments: Segments, value: str | None) -> None:
            """Tell of an answer."""
            super().__init__()
            self.segments = segments
            self.value = value

        @property
        def control(self) -> Segments:
            """The choice."""
            return self.segments

    def __init__(
        self,
        options: Sequence[Option],
        value: str | None = None,
        *,
        low: str = "",
        high: str = "",
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        """Make a choice.

        Args:
            options: The answers, left to right.
            value: The value of the chosen one; None: none is.
            low: What the first answer means, written before it.
            high: What the last answer means, written after it.
            id: The widget's id.
        """
        super().__init__(id=id)
        self._options = tuple(options)
        self._low, self._high = low, high
        self._value = value
        self._spots: list[tuple[int, int, int, str]] = []

    @property
    def value(self) -> str | None:
        """The value of the chosen answer, or None."""
        return self._value

    @value.setter
    def value(self, value: str | None) -> None:
        if value != self._value:
            self._value = value
            self.refresh()
            self.post_message(self.Changed(self, value))

    def render(self) -> Content:
        """Draw the answers."""
        lines, self._spots = self._drawn(self.size.width)
        return Content("\n").join(lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the answers need at a width."""
        return len(self._drawn(width)[0])

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Keep the letters of the answers from the screen's own keys."""
        return bool(character) and self._of_letter(character or "") is not None

    def on_key(self, event: events.Key) -> None:
        """Choose by key."""
        if event.key in {"left", "right", "space"}:
            self._step(-1 if event.key == "left" else 1, round_=event.key == "space")
        elif event.key in {"home", "end"}:
            self.value = self._options[0 if event.key == "home" else -1].value
        elif event.key in {"backspace", "delete"}:
            self.value = None
        elif (chosen := self._of_letter(event.character or "")) is not None:
            self.value = chosen
        else:
            return
        event.stop()
        event.prevent_default()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Choose the answer under the mouse."""
        # Not at the click: the focus moves the field by the line of its reason.
        at = event.get_content_offset(self)
        for line, start, stop, value in self._spots:
            if at is not None and line == at.y and start <= at.x < stop:
                self.value = value

    def _step(self, by: int, *, round_: bool) -> None:
        values = [option.value for option in self._options]
        if self._value not in values:
            self.value = values[0 if by > 0 else -1]
            return
        index = values.index(self._value) + by
        index = index % len(values) if round_ else max(min(index, len(values) - 1), 0)
        self.value = values[index]

    def _of_letter(self, letter: str) -> str | None:
        found = [o.value for o in self._options if letter and o.letter == letter]
        if not found:
            return None
        after = found.index(self._value) + 1 if self._value in found else 0
        return found[after % len(found)]

    def _drawn(
        self, width: int
    ) -> tuple[list[Content], list[tuple[int, int, int, str]]]:
        glyphs: Glyphs = getattr(self.app, "glyphs", UNICODE)
        parts = [(self._low, "$ink-faint", "")] if self._low else []
        for option in self._options:
            chosen = option.value == self._value
            label = option.label.replace(_HALF, glyphs.half_word)
            if glyphs.ascii_only and chosen:
                label = f"[{label}]"
            style = "bold underline $ink" if chosen else "$ink-soft"
            parts.append((label, style, option.value))
        if self._high:
            parts.append((self._high, "$ink-faint", ""))
        lines = [Content("")]
        spots: list[tuple[int, int, int, str]] = []
        for text, style, value in parts:
            shown = cut(text, max(width, 1), glyphs.ellipsis)
            gap = _GAP if lines[-1] else 0
            if lines[-1].cell_length + gap + cell_len(shown) > width and gap:
                lines.append(Content(""))
                gap = 0
            start = lines[-1].cell_length + gap
            lines[-1] = Content.assemble(lines[-1], " " * gap, (shown, style))
            if value:
                spots.append((len(lines) - 1, start, start + cell_len(shown), value))
        return lines, spots
