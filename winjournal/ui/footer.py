"""The footer: the keys of this screen, in the order of use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from textual.content import Content
from textual.dom import DOMNode
from textual.widget import Widget

from winjournal.ui.bindings import key_label
from winjournal.ui.commands import BY_ID
from winjournal.ui.glyphs import UNICODE, Glyphs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual import events
    from textual.screen import Screen

    from winjournal.ui.command import Command

MOST = 9
"""More keys than these are not read."""

ALWAYS = ("help", "back", "leave")
"""What stays in a footer to the last."""
_GAP = "  "


@dataclass(frozen=True, slots=True)
class FooterKey:
    """One key of the footer: how it is drawn, and what a click on it does."""

    id: str
    key: str
    word: str
    tooltip: str
    action: str
    node: DOMNode | None = None

    @property
    def width(self) -> int:
        """The cells it takes."""
        return cell_len(self.key) + 1 + cell_len(self.word)


def fitting(keys: Sequence[FooterKey], width: int) -> list[FooterKey]:
    """Return the keys that fit, whole, in a line of `width` cells.

    Help, back and quit stay to the last; of the others the last go first, and then the
    help says `more`.
    """
    always = [key for key in keys if key.id in ALWAYS]
    others = [key for key in keys if key.id not in ALWAYS]
    shown = others[: MOST - len(always)]
    while True:
        line = [*shown, *always]
        if len(shown) < len(others):
            line = [_more(key) for key in line]
        if _width(line) <= width or not shown:
            break
        shown.pop()
    while line and _width(line) > width:
        line.pop(0)
    return line


class KeyFooter(Widget):
    """One line of keys, each a blue key and its word; a click does what the key does.

    It follows what has the focus, the keymap, and what can be done now.
    """

    DEFAULT_CSS = "KeyFooter { height: 1; width: 1fr; dock: bottom; }"

    def __init__(self) -> None:
        """Make the footer; it asks its screen for the keys."""
        super().__init__()
        self._spots: list[tuple[int, int, FooterKey]] = []
        # Kept, so that they do not change while something stands before the screen.
        self._keys: list[FooterKey] = []

    def on_mount(self) -> None:
        """Follow the bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def render(self) -> Content:
        """Draw the keys that fit."""
        if self.screen is self.app.screen:
            self._keys = _keys(self.screen)
        line = fitting(self._keys, self.size.width)
        parts: list[tuple[str, str]] = []
        self._spots = []
        at = 0
        for key in line:
            if at:
                parts.append((_GAP, ""))
                at += len(_GAP)
            parts += [(key.key, "bold $key"), (f" {key.word}", "$ink-soft")]
            self._spots.append((at, at + key.width, key))
            at += key.width
        return Content.assemble(*parts)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Say in a tooltip what the key under the mouse does."""
        key = self._at(event)
        self.tooltip = Content(key.tooltip) if key else None

    async def on_click(self, event: events.Click) -> None:
        """Do what the clicked key does."""
        if key := self._at(event):
            await self.app.run_action(key.action, key.node)

    def _at(self, event: events.MouseEvent) -> FooterKey | None:
        at = event.get_content_offset(self)
        for start, stop, key in self._spots:
            if at is not None and start <= at.x < stop:
                return key
        return None

    def _bindings_changed(self, _: Screen[Any]) -> None:
        self.refresh()


def _more(key: FooterKey) -> FooterKey:
    if key.id != "help":
        return key
    return FooterKey(key.id, key.key, "more", key.tooltip, key.action, key.node)


def _width(keys: Sequence[FooterKey]) -> int:
    gaps = len(_GAP) * max(len(keys) - 1, 0)
    return sum(key.width for key in keys) + gaps


def _keys(screen: Screen[Any]) -> list[FooterKey]:
    word_for = getattr(screen, "word_for", lambda command: command.word)
    found: dict[str, FooterKey] = {}
    for node, binding, enabled, _ in screen.active_bindings.values():
        command = BY_ID.get(binding.id or "")
        if command is None or not enabled or command.id in found:
            continue
        if _is_typed(screen, binding.key):
            continue
        found[command.id] = FooterKey(
            command.id,
            _label(screen, command, binding.key),
            word_for(command),
            command.help,
            binding.action,
            node,
        )
    if "leave" in found:
        found.pop("back", None)
    return [found[id_] for id_ in _order(screen, found)]


def _label(screen: Screen[Any], command: Command, key: str) -> str:
    keymap: Mapping[str, str] = getattr(screen.app, "keymap", {})
    if command.shown and command.id not in keymap:
        return command.shown
    glyphs: Glyphs = getattr(screen.app, "glyphs", UNICODE)
    return key_label(key, glyphs)


def _is_typed(screen: Screen[Any], key: str) -> bool:
    # Textual knows this of most keys itself, but not of "/" and a few other signs.
    label = key_label(key, UNICODE)
    focused = screen.focused
    return (
        focused is not None
        and len(label) == 1
        and focused.check_consume_key(key, label)
    )


def _order(screen: Screen[Any], found: dict[str, FooterKey]) -> list[str]:
    footer_ids = getattr(screen, "footer_ids", tuple)
    wanted: tuple[str, ...] = footer_ids()
    if wanted:
        return [id_ for id_ in wanted if id_ in found]
    listed = [id_ for id_ in found if BY_ID[id_].order is not None]
    return sorted(listed, key=lambda id_: BY_ID[id_].order or 0)
