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
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from textual import events
    from textual.app import ComposeResult

    from winjournal.domain.filter_tree import Filter
    from winjournal.ui.completing import Completer


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
        "not, or and parentheses work. Right takes what is offered, enter goes to "
        "the list. A filter can be saved under a name, and found again."
    )
    Changed: TypeAlias = FilterChanged

    def __init__(
        self,
        now: Callable[[], datetime],
        *,
        home: str,
        completer: Completer | None = None,
        saved: Mapping[str, str] | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        """Make a line.

        Args:
            now: Tells the time, for dates in words.
            home: The selector of what gets the focus when one is done with it.
            completer: Knows what the last word may become.
            saved: Saved filters by name.
            id: The widget's id.
        """
        super().__init__(id=id)
        self._now = now
        self._home = home
        self._completer = completer
        self._saved = saved
        self._tree: Filter = Everything()
        self._count = 0

    def compose(self) -> ComposeResult:
        """Put the words under the line."""
        yield Input(
            placeholder="@ego with:dana since:march",
            suggester=self._completer,
            compact=True,
        )
        yield Static("", classes="said", markup=False)

    def begin(self) -> None:
        """Give the line the focus."""
        if self._completer is not None:
            self._completer.begin()
        self.query_one(Input).focus()

    @property
    def query_text(self) -> str:
        """The filter as it was typed."""
        return self.query_one(Input).value.strip()

    def take(self, query: str) -> None:
        """Put a filter into the line, as if it had been typed."""
        self.query_one(Input).value = query

    def say(self, count: int) -> None:
        """Say what the filter means, and how much passes it."""
        self._count = count
        is_new = not count and self._tree == Everything()
        said = Content.assemble(
            plain(explain(self._tree), "$ink-soft"), (f"   {count:,}", "$ink")
        )
        offered = self._offered()
        lines = [offered, said] if str(offered) else [said]
        shown = "" if is_new else Content("\n").join(lines)
        self.query_one(".said", Static).update(shown)

    def _offered(self) -> Content:
        """Return what the last word may become, while it is typed."""
        line = self.query_one(Input)
        if self._completer is None or not line.has_focus:
            return Content("")
        return self._completer.offered(line.value)

    def on_descendant_blur(self) -> None:
        """Say no more what a word may become."""
        self.say(self._count)

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
                event.value,
                self._now(),
                lenient=True,
                own_tags=own,
                saved=self._saved,
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
