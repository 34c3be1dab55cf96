"""The application that screens stand in: themes, styles, keys and rooms.

The real application subclasses `BaseApp`, fills `MODES` with the six rooms, gives the
actions of the app their methods (`action_undo`, `action_find`, ...), and overrides the
hooks: `theme_chosen`, `save_drafts`, `record_crash`.

Whoever starts it first takes `TEXTUAL` and `TEXTUAL_LOG` out of the environment, before
anything of Textual is imported: that log would hold every key that is pressed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.theme import BUILTIN_THEMES

from winjournal.resources import styles_folder
from winjournal.ui.bindings import app_bindings, key_label
from winjournal.ui.command import APP
from winjournal.ui.commands import BY_ID, BY_METHOD
from winjournal.ui.glyphs import UNICODE, Glyphs
from winjournal.ui.keymap import clashes, keys_of, strangers
from winjournal.ui.safe_app import SafeApp
from winjournal.ui.stylesheet import KeptStylesheet
from winjournal.ui.themes import AUTO, THEMES, choose_theme, our_variables

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from textual.binding import BindingType
    from textual.command import Provider
    from textual.theme import Theme

    from winjournal.domain.own_tags import OwnTag

_OURS = {ours.name: ours for ours in THEMES}
_ALL_THEMES = {**BUILTIN_THEMES, **_OURS}
_FIRST_SHEETS = ("tokens.tcss", "base.tcss")


def style_sheets(folder: Path) -> list[Path]:
    """Return the style sheets of a folder in the order in which they hold.

    First the tokens, then what all screens share, then each screen's by name.
    """
    first = [folder / name for name in _FIRST_SHEETS]
    others = sorted(path for path in folder.glob("*.tcss") if path not in first)
    return [*first, *others]


def _palette() -> type[Provider]:
    # Only when the palette is opened; 3 ms that the first paint need not wait for.
    from winjournal.ui.palette import CommandProvider

    return CommandProvider


def _read_themes(themes: Mapping[str, Mapping[str, str]] | None) -> dict[str, Theme]:
    if not themes:
        return {}
    from winjournal.ui.own_themes import own_themes

    return own_themes(themes)


class BaseApp(SafeApp):
    """WinJournal without its rooms."""

    TITLE = "WinJournal"
    HOME: ClassVar[str] = "today"
    """The room that one comes back to."""

    COMMANDS: ClassVar[set[Any]] = {_palette}
    BINDINGS: ClassVar[list[BindingType]] = app_bindings()

    own_tags: tuple[OwnTag, ...] = ()
    """One's own tags, as far as they are known yet."""

    own_slugs: frozenset[str] = frozenset()
    """Their names, for lines and filters."""

    places: ClassVar[frozenset[str]] = frozenset({APP})

    def __init__(
        self,
        *,
        theme: str = AUTO,
        colorfgbg: str = "",
        glyphs: Glyphs = UNICODE,
        keymap: Mapping[str, str] | None = None,
        themes: Mapping[str, Mapping[str, str]] | None = None,
    ) -> None:
        """Make the application.

        Args:
            theme: A theme's name, `auto` or `terminal`; see `choose_theme`.
            colorfgbg: The environment variable `COLORFGBG`, or "".
            glyphs: The signs that the terminal can draw.
            keymap: A user's keys by the id of the command.
            themes: A user's own colours, by the theme's name.
        """
        self._themes = {**_ALL_THEMES, **_read_themes(themes)}
        # Before anything is parsed: a theme set later parses every sheet once more,
        # 25 ms that the first paint would wait for.
        chosen = choose_theme(theme, colorfgbg, self._themes)
        self.set_reactive(BaseApp.theme, chosen)
        super().__init__(css_path=list(style_sheets(styles_folder())))
        self.stylesheet = KeptStylesheet(variables=self.theme_variables)
        self.glyphs = glyphs
        self.keymap = dict(keymap or {})
        self.animation_level = "none"
        self.set_class(glyphs.ascii_only, "-ascii", update=False)
        if self.keymap:
            self.set_keymap(self.keymap)

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Every theme of Textual, ours, and the user's own."""
        # Asked a thousand times for a first paint, so not put together each time.
        return self._themes

    @property
    def told_by_shape(self) -> bool:
        """True where the focus must be told by a sign, as no ground can show it."""
        return self.current_theme.ansi or self.no_color or self.glyphs.ascii_only

    def theme_chosen(self, name: str) -> None:
        """Keep the name of the theme that the user chose; to be overridden."""

    def on_mount(self) -> None:
        """Report themes from now on, and keys that were given to none or to two."""
        self.theme_changed_signal.subscribe(self, self._theme_changed)
        for said in strangers(self.keymap):
            self.notify(said, severity="warning")
        for key, first, second in clashes(self.keymap):
            self.notify(
                f"Your settings give the key {key_label(key, self.glyphs)} to two "
                f"actions: {first.title}; {second.title}.",
                severity="warning",
            )

    def get_css_variables(self) -> dict[str, str]:
        """Return the theme's variables and ours."""
        variables = super().get_css_variables()
        variables.update(our_variables(self.current_theme))
        self.theme_variables = variables
        return variables

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer an action of the table where it has a method and the screen fits."""
        command = BY_METHOD.get(f"action_{action}")
        if command is None or APP not in command.places:
            return super().check_action(action, parameters)
        if not hasattr(self, command.method):
            return False
        return not command.shown_in or bool(command.shown_in & self._here())

    def _here(self) -> frozenset[str]:
        """Return the places of the screen that is seen, also under the palette."""
        for screen in reversed(self.screen_stack):
            places: frozenset[str] | None = getattr(screen, "places", None)
            if places is not None:
                return places
        return frozenset()

    def key_for(self, command_id: str) -> str:
        """Return the first key of a command as it is written now, or ""."""
        keys = keys_of(BY_ID[command_id], self.keymap)
        return key_label(keys[0], self.glyphs) if keys else ""

    async def action_go(self, room: str = "") -> None:
        """Go to a room ("" for the first); from within it, back to its first screen."""
        wanted = room or self.HOME
        if wanted != self.current_mode and wanted in self.MODES:
            await self.switch_mode(wanted)
        elif wanted == self.current_mode:
            while len(self.screen_stack) > 1:
                await self.pop_screen()

    def action_help(self) -> None:
        """Say what has the focus, and which keys work here."""
        from winjournal.ui.modals.help import HelpModal

        self.push_screen(HelpModal.of(self.screen))

    def action_theme(self) -> None:
        """Let the user choose a theme."""
        from winjournal.ui.modals.choose import Choice, ChooseModal

        theirs = set(self.available_themes) - set(BUILTIN_THEMES) - set(_OURS)
        ours = [*_OURS, *sorted(theirs)]
        names = [*ours, *sorted(set(self.available_themes) - set(ours))]

        def chosen(name: str | None) -> None:
            self.theme = name or self.theme

        choices = [Choice(name, name) for name in names]
        self.push_screen(ChooseModal("Theme", choices, chosen=self.theme), chosen)

    def action_help_quit(self) -> None:
        """Say how one leaves, to who pressed ctrl+c."""
        self.notify(f"{self.key_for('leave')} leaves WinJournal.")

    def _theme_changed(self, theme: Theme) -> None:
        self.theme_chosen(theme.name)
