"""The line in which a filter is typed, and under it what it was understood as."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from winjournal.domain.filter import read_filter
from winjournal.domain.filter_explain import explain
from winjournal.domain.filter_tokens import FilterError
from winjournal.domain.filter_tree import Everything
from winjournal.ui.text import plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from textual import events
    from textual.app import ComposeResult

    from winjournal.domain.filter_tree import Filter


class FilterChanged(Message):
    """Another filter was typed, and understood."""

    def __init__(self, line: FilterLine, query: str, tree: Filter) -> None:
        """Tell which.

        Args:
            line: The line.
            query: As it was typed.
            tree: What it means.
        """
        super().__init__()
        self.line = line
        self.query = query
        self.tree = tree

    @property
    def control(self) -> FilterLine:
        """The line, for `@on(FilterLine.Changed, "#filter")`."""
        return self.line


class FilterLine(Vertical):
    """Reads a filter as it is typed; one that is not understood changes nothing."""

    DEFAULT_CSS = "FilterLine { height: auto; }"
    HELP = (
        "Words are searched for as they stand. @ego or @them/honest, with:dana, "
        'since:"last month", outcome:walked-away and is:undebriefed narrow further; '
        "not, or and parentheses work. Enter goes to the list."
    )
    Changed: TypeAlias = FilterChanged

    def __init__(
        self,
        now: Callable[[], datetime],
        *,
        home: str,
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        """Make a line.

        Args:
            now: Tells the time, for dates in words.
            home: The selector of what gets the focus when one is done with it.
            id: The widget's id.
        """
        super().__init__(id=id)
        self._now = now
        self._home = home
        self._tree: Filter = Everything()

    def compose(self) -> ComposeResult:
        """Put the words under the line."""
        yield Input(placeholder="@ego with:dana since:march", compact=True)
        yield Static("", classes="said", markup=False)

    def begin(self) -> None:
        """Give the line the focus."""
        self.query_one(Input).focus()

    def say(self, count: int) -> None:
        """Say what the filter means, and how much passes it."""
        is_new = not count and self._tree == Everything()
        said = Content.assemble(
            plain(explain(self._tree), "$ink-soft"), (f"   {count:,}", "$ink")
        )
        self.query_one(".said", Static).update("" if is_new else said)

    def on_key(self, event: events.Key) -> None:
        """Go down into the list."""
        if event.key == "down":
            event.stop()
            self._leave()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        try:
            own: frozenset[str] = getattr(self.app, "own_slugs", frozenset())
            self._tree = read_filter(
                event.value, self._now(), lenient=True, own_tags=own
            )
        except FilterError as error:
            self._say_wrong(error)
        else:
            self.post_message(FilterChanged(self, event.value, self._tree))

    @on(Input.Submitted)
    def _done(self, event: Input.Submitted) -> None:
        event.stop()
        self._leave()

    def _leave(self) -> None:
        self.screen.query_one(self._home).focus()

    def _say_wrong(self, error: FilterError) -> None:
        said = self.query_one(".said", Static)
        place = error.position
        lines = [plain(str(error), "$gold")]
        if place < said.size.width:
            pointer = "^" * max(min(error.length, said.size.width - place), 1)
            lines.insert(0, Content.styled(" " * place + pointer, "$gold"))
        said.update(Content("\n").join(lines))
