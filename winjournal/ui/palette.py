"""The palette: every action of the table that can be done now, found by its name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider

from winjournal.ui.bindings import key_label, reachable
from winjournal.ui.glyphs import UNICODE, Glyphs
from winjournal.ui.keymap import keys_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.dom import DOMNode

    from winjournal.ui.command import Command


class CommandProvider(Provider):
    """Offers what the screen under the palette offers."""

    async def discover(self) -> Hits:
        """Yield every action, before anything was typed."""
        for command, node in reachable(self.screen):
            if command.id != "palette":
                yield DiscoveryHit(
                    self._title(command),
                    partial(self._run, command, node),
                    text=command.title,
                    help=command.help,
                )

    async def search(self, query: str) -> Hits:
        """Yield the actions whose title fits what was typed."""
        matcher = self.matcher(query)
        for command, node in reachable(self.screen):
            score = matcher.match(command.title)
            if score > 0 and command.id != "palette":
                yield Hit(
                    score,
                    matcher.highlight(command.title),
                    partial(self._run, command, node),
                    text=command.title,
                    help=command.help,
                )

    def _title(self, command: Command) -> str:
        keymap: Mapping[str, str] = getattr(self.app, "keymap", {})
        glyphs: Glyphs = getattr(self.app, "glyphs", UNICODE)
        keys = keys_of(command, keymap)
        return (
            f"{command.title}  {key_label(keys[0], glyphs)}" if keys else command.title
        )

    async def _run(self, command: Command, node: DOMNode) -> None:
        await self.app.run_action(command.run, node)
