"""A room that shows the journal as it is, and shows it again once it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import getters

from winjournal.ui.base_app import BaseApp
from winjournal.ui.screen import RoomScreen

if TYPE_CHECKING:
    from winjournal.ui.app import WinJournalApp
    from winjournal.ui.subject import Subject


def winjournal_app() -> type[WinJournalApp]:
    """Return the application's class, for `getters.app`."""
    # A screen cannot import the application that imports it, and the getter wants
    # the class at once: the class that it is made of does as well.
    return cast("type[WinJournalApp]", BaseApp)


class LivingScreen(RoomScreen):
    """A room over the journal; subclasses ask for what they show in `reload`."""

    app = getters.app(winjournal_app)

    _edition = -1

    def reload(self) -> None:
        """Ask the desk for what the screen shows; to be overridden."""

    def export_subject(self) -> Subject | None:
        """Return what is written when what is shown is exported; None: nothing."""
        return None

    async def action_earlier(self) -> None:
        """Show the period before."""
        await self.run_action("previous_period")

    async def action_later(self) -> None:
        """Show the period after."""
        await self.run_action("next_period")

    def action_own_tags(self) -> None:
        """List one's own tags, to add, rename, merge or archive them."""
        from winjournal.ui.tagging import manage_tags

        manage_tags(self.app)

    def action_export(self) -> None:
        """Write what is shown to a file, after it was seen."""
        from winjournal.ui.screens.export import ExportScreen

        subject = self.export_subject()
        if subject is not None:
            self.app.push_screen(ExportScreen(subject))

    def reload_if_changed(self) -> None:
        """Reload where anything was written since this screen last asked."""
        self.fact = self.app.fact
        if self._edition != self.app.edition:
            self._edition = self.app.edition
            self.reload()

    def on_screen_resume(self) -> None:
        """Show what changed while another screen stood before this one."""
        self.reload_if_changed()
