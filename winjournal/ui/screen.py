"""What every screen of WinJournal has: top line, body, footer, and the way back.

A screen is written like this::

    class PeopleScreen(RoomScreen):
        NAME = "people"
        HELP = "The people you deal with. ..."
        AUTO_FOCUS = "#people"
        BINDINGS = bindings_for("people")

        def compose_body(self) -> ComposeResult:
            yield Ledger(COLUMNS, id="people")

        def action_export(self) -> None: ...

and gets, from the table of commands, each key that it has an `action_<id>` for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Input, Static

from winjournal.ui.bindings import bindings_for
from winjournal.ui.command import FORM, ROOM
from winjournal.ui.commands import BY_METHOD
from winjournal.ui.footer import ALWAYS, KeyFooter
from winjournal.ui.topline import TopLine
from winjournal.ui.widgets.alarm import Alarm

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget

    from winjournal.ui.command import Command

TOO_SMALL = "This window is too small to read: WinJournal needs 40 columns, 12 lines."

_WIDTHS = [(0, "-too-narrow"), (40, "-stacked"), (100, "-wide")]
_HEIGHTS = [(0, "-too-low"), (12, "-low"), (28, "-high")]


class JournalScreen(Screen[None]):
    """A screen with top line, body and footer; subclass `RoomScreen` or `FormScreen`.

    Its classes tell the style sheets the room there is: `-wide` from 100 columns on,
    `-stacked` below; `-high` from 28 lines on, `-low` below. Below 40x12 one sentence
    stands there instead of the content.
    """

    NAME: ClassVar[str] = ""
    """The screen's name in the table of commands."""

    GROUP: ClassVar[str] = ROOM
    """The group of screens it belongs to: `ROOM` or `FORM`."""

    IN_ROOM: ClassVar[str] = ""
    """The room that the top line underlines; "" for the room one came from."""

    HELP: ClassVar[str] = ""
    """What `?` says of the screen, in a few sentences."""

    FOOTER: ClassVar[tuple[str, ...]] = ()
    """The commands of its footer by id, in the order of use; () for the table's."""

    HORIZONTAL_BREAKPOINTS = _WIDTHS
    VERTICAL_BREAKPOINTS = _HEIGHTS

    fact: reactive[str] = reactive("")
    """The one fact at the right of the top line."""

    @property
    def places(self) -> frozenset[str]:
        """The places of the table that this screen stands for."""
        return frozenset((self.NAME, self.GROUP))

    def _reset_focus(
        self, widget: Widget, avoiding: list[Widget] | None = None
    ) -> None:
        # Textual takes the focus from what is hidden. In a window that is too small
        # all is hidden, and what somebody types meanwhile would be taken for keys.
        # The name is Textual's own; a test pins that it is called.
        is_small = self.has_class("-too-narrow") or self.has_class("-too-low")
        is_back = all(
            getattr(node, "display", True) for node in widget.ancestors_with_self
        )
        stays = widget.is_attached and widget not in (avoiding or ())
        if not (stays and (is_small or (is_back and widget.focusable))):
            super()._reset_focus(widget, avoiding)

    @property
    def at_top(self) -> bool:
        """True where there is no screen to go back to."""
        return self.app.screen_stack[:1] in ([], [self])

    def compose(self) -> ComposeResult:
        """Put the body between top line and footer."""
        yield from self.compose_top()
        yield Alarm()
        with Container(id="body"):
            yield from self.compose_body()
        yield KeyFooter()
        yield Static(TOO_SMALL, id="too-small", markup=False)

    def compose_top(self) -> ComposeResult:
        """Yield the line at the top; to be overridden where it names no rooms."""
        room = self.IN_ROOM or self.app.current_mode
        yield TopLine(room).data_bind(JournalScreen.fact)

    def compose_body(self) -> ComposeResult:
        """Yield what the screen shows; to be overridden."""
        yield from ()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer an action of the table only where the screen has a method for it.

        A screen that offers one only sometimes overrides this, asks it first, and then
        itself; after a change it calls `refresh_bindings()`.
        """
        method = f"action_{action}"
        if method in BY_METHOD:
            return hasattr(self, method)
        return super().check_action(action, parameters)

    def footer_ids(self) -> tuple[str, ...]:
        """Return the commands of the footer by id; () for those of the table."""
        return tuple(dict.fromkeys((*self.FOOTER, *ALWAYS))) if self.FOOTER else ()

    def word_for(self, command: Command) -> str:
        """Return the word of a command in this screen's footer."""
        if command.id == "leave" and not self.at_top:
            return "back"
        return command.word

    def before_leaving(self) -> bool:
        """Do what must be done before the screen goes; False makes it stay."""
        return True

    def action_back(self) -> None:
        """Go back: from a line to the list, from here to where one came from."""
        if self._leave_line():
            return
        self._go_back()

    def action_leave(self) -> None:
        """Go back, and at the top leave the program."""
        if self.at_top:
            self.call_later(self.app.run_action, "app.quit")
        else:
            self._go_back()

    def _leave_line(self) -> bool:
        if not isinstance(self.focused, Input) or not self.AUTO_FOCUS:
            return False
        for home in self.query(self.AUTO_FOCUS):
            if home.focusable and home is not self.focused:
                self.set_focus(home)
                return True
        return False

    def _go_back(self) -> None:
        if self.at_top:
            self.call_later(self.app.run_action, "app.go")
        elif self.before_leaving():
            self.dismiss()


class RoomScreen(JournalScreen):
    """A screen that is read: one of the six rooms, or one negotiation."""

    GROUP: ClassVar[str] = ROOM
    BINDINGS: ClassVar[list[BindingType]] = bindings_for(ROOM)


class FormScreen(JournalScreen):
    """A screen that is filled in: `ctrl+s` saves, `esc` leaves and keeps the draft."""

    GROUP: ClassVar[str] = FORM
    BINDINGS: ClassVar[list[BindingType]] = bindings_for(FORM)

    def action_save(self) -> None:
        """Save what the form holds, or show what is wrong with it."""
        from winjournal.ui.widgets.form import Form

        self.query_one(Form).submit()

    def action_move(self, where: str) -> None:
        """Go to the next heading of the form (`page_down`), or to the one before."""
        from winjournal.ui.widgets.form import Form
        from winjournal.ui.widgets.form_parts import go_to_part

        for form in self.query(Form):
            go_to_part(form, 1 if where == "page_down" else -1)

    def action_back(self) -> None:
        """Leave the form at once, whatever has the focus."""
        self._go_back()
