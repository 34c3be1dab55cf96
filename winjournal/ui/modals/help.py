"""The help: what has the focus, the screen it stands on, and the keys that work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from winjournal.ui.bindings import key_label, reachable
from winjournal.ui.glyphs import UNICODE, Glyphs
from winjournal.ui.keymap import keys_of
from winjournal.ui.modals.base import JournalModal
from winjournal.ui.text import plain
from winjournal.ui.widgets.facts import Fact, Facts
from winjournal.ui.widgets.heading import Heading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult
    from textual.screen import Screen


class HelpModal(JournalModal[None]):
    """Tells of a screen; any key that leaves a screen closes it."""

    AUTO_FOCUS = "VerticalScroll"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,question_mark,f1,enter", "back", show=False)
    ]

    def __init__(self, texts: Sequence[str], keys: Sequence[Fact]) -> None:
        """Make a help.

        Args:
            texts: What is said, from what has the focus outwards.
            keys: The keys, and what each does.
        """
        super().__init__()
        self._texts = tuple(texts)
        self._keys = tuple(keys)

    @classmethod
    def of(cls, screen: Screen[Any]) -> HelpModal:
        """Return the help of a screen, for what has the focus on it.

        The texts are the `HELP` of each widget from the focused one outwards.
        """
        app = screen.app
        glyphs: Glyphs = getattr(app, "glyphs", UNICODE)
        keymap: Mapping[str, str] = getattr(app, "keymap", {})
        start = screen.focused or screen
        texts = [getattr(node, "HELP", None) for node in start.ancestors_with_self]
        keys: list[Fact] = []
        for command, _ in reachable(screen):
            labels = [key_label(key, glyphs) for key in keys_of(command, keymap)]
            if labels:
                keys.append((" ".join(labels), _told(command.title, command.help)))
        return cls([text for text in texts if isinstance(text, str) and text], keys)

    def compose_dialog(self) -> ComposeResult:
        """Put the keys under the texts."""
        with VerticalScroll():
            for text in self._texts:
                yield Static(plain(text), classes="help-text", markup=False)
            yield Heading("Keys here")
            yield Facts(self._keys, label_style="bold $key")


def _told(title: str, sentence: str) -> Content:
    return Content.assemble((title, "$ink"), (f"  {sentence}", "$ink-soft"))
