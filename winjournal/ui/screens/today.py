"""Today: what is under way, what is due, the inbox, twelve weeks of marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.containers import Container, Vertical
from textual.widgets import Input, Static

from winjournal.ui.bindings import bindings_for
from winjournal.ui.drafting import LINE, DraftKeeper, hint, values_of
from winjournal.ui.living import LivingScreen
from winjournal.ui.text import plain
from winjournal.ui.widgets.empty import empty_content
from winjournal.ui.widgets.heading import Heading
from winjournal.ui.widgets.ledger import Column, Ledger, Rows
from winjournal.ui.widgets.week_strip import WeekStrip

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from winjournal.domain.writing import Draft
    from winjournal.services.journal import Journal
    from winjournal.services.reading import TodayView
    from winjournal.ui.waiting import Waiting

Answer = tuple["TodayView", "tuple[Waiting, ...]", "tuple[Draft, ...]"]


class TodayScreen(LivingScreen):
    """The room that the program opens with."""

    NAME = "today"
    HELP = (
        "What is under way and what is due. Write what happened into the line: "
        "a date in words, a name, and tags such as @ego or @trust+ are understood. "
        "A line that can only belong to one negotiation is filed there; the others "
        "wait in the inbox, where enter files them."
    )
    AUTO_FOCUS = "#now"
    FOOTER = ("quick_line", "new", "live", "debrief", "find", "undo", "help", "leave")
    BINDINGS: ClassVar[list[BindingType]] = bindings_for("today")

    line = getters.query_one("#line", Input)
    now = getters.query_one("#now", Ledger)
    due = getters.query_one("#due", Ledger)
    strip = getters.query_one("#strip", WeekStrip)

    def __init__(self) -> None:
        super().__init__()
        self._keeper: DraftKeeper | None = None
        self._answer: Answer | None = None

    def compose_body(self) -> ComposeResult:
        """Yield the line, the two columns and the strip."""
        with Container(classes="columns"):
            with Vertical(classes="main"):
                yield Input(
                    placeholder=f"What happened?  {hint(self.app.glyphs)}",
                    select_on_focus=False,
                    id="line",
                    classes="line",
                )
                yield Static(id="trouble", classes="danger", markup=False)
                yield Ledger(
                    Column(width=1, gap=1),
                    Column(),
                    Column(width=16, right=True, style="$ink-soft"),
                    id="now",
                )
            with Vertical(classes="side"):
                yield Heading("Due")
                yield Ledger(Column(width=8), Column(), id="due")
                yield Heading("Vow this week", id="vow-heading")
                yield Static(id="vow", markup=False)
        yield Heading("Twelve weeks", id="strip-heading")
        yield WeekStrip(id="strip")

    def on_mount(self) -> None:
        """Show nothing of what is not known yet, and keep what is typed."""
        for name in ("#vow-heading", "#vow", "#strip-heading", "#strip", "#trouble"):
            self.query_one(name).display = False
        self._keeper = DraftKeeper(self.app, LINE, say=self._say)
        self._keeper.start(self)

    def on_resize(self) -> None:
        """Put what is due beside the list, or into it where there is no room."""
        self.call_after_refresh(self._show_lists)

    def on_unmount(self) -> None:
        """Let the keeper go."""
        if self._keeper is not None:
            self._keeper.leave()

    def reload(self) -> None:
        """Ask for today and for what was being typed."""
        self.app.desk.ask(_read, self._show, latest="today")

    def write_line(self, text: str = "") -> None:
        """Go to the line.

        Args:
            text: What to go on with, where nothing stands in it.
        """
        self.line.value = self.line.value or text
        self.line.action_end()
        # At once, so that the next key is already one of the line.
        self.set_focus(self.line)

    def action_delete(self) -> None:
        """Delete what has the focus: a draft, a negotiation or a logged line."""
        kind, _, id_ = (self.now.cursor_id or "").partition(":")
        if kind == "draft":
            from winjournal.ui.resuming import let_go

            let_go(self.app, id_)
        acts: dict[str, Callable[[Journal], None]] = {
            "deal": lambda j: j.deals.remove(id_),
            "line": lambda j: j.inbox.drop(id_),
        }
        if kind in acts:
            back = f"Deleted; {self.app.key_for('undo')} brings it back."
            self.app.desk.ask(acts[kind], lambda _: self.app.done(back))

    def action_skip(self) -> None:
        """Put the look back that has the focus off by a week."""
        shown = self.due if self.due.has_focus else self.now
        kind, _, id_ = (shown.cursor_id or "").partition(":")
        if kind == "follow_up":
            from winjournal.ui.due import skip_look_back

            skip_look_back(self.app, id_)
        else:
            self.app.notify("Only a look back can be put off.")

    def action_mark(self) -> None:
        """Mark a moment of the negotiation that has the focus."""
        from winjournal.ui.marking import mark_moment

        deal = self._deal()
        if deal:
            mark_moment(self.app, deal)

    def action_live(self) -> None:
        """Go live: with what is live, else with what has the focus."""
        from winjournal.ui.going_live import open_live

        kind, _, id_ = (self.now.cursor_id or "").partition(":")
        open_live(self.app, id_ if kind == "deal" else None, live_first=True)

    def action_debrief(self) -> None:
        """Debrief the negotiation that has the focus."""
        deal = self._deal()
        if deal:
            self.app.open_debrief(deal)

    @on(Input.Changed, "#line")
    def _typed(self, event: Input.Changed) -> None:
        if self._keeper is not None:
            self._keeper.note({LINE: event.value})

    @on(Input.Submitted, "#line")
    def _log(self, event: Input.Submitted) -> None:
        text = event.value
        event.input.clear()
        self.set_focus(self.now)
        from winjournal.ui.lines import log_line

        log_line(self.app, text)

    @on(Ledger.Selected)
    def _open(self, event: Ledger.Selected) -> None:
        kind, _, id_ = event.row_id.partition(":")
        if kind == "deal":
            self.app.open_negotiation(id_)
        elif kind == "line":
            from winjournal.ui.filing import file_line

            file_line(self.app, id_)
        elif kind == "draft":
            from winjournal.ui.resuming import resume

            resume(self.app, id_)
        else:
            from winjournal.ui.due import open_due

            open_due(self.app, event.row_id)

    def _deal(self) -> str | None:
        """Return the negotiation that has the focus, else the only one there is."""
        kind, _, id_ = (self.now.cursor_id or "").partition(":")
        if kind == "deal":
            return id_
        deals = self._answer[0].under_way if self._answer else ()
        if len(deals) == 1:
            return deals[0].id
        self.app.notify("Choose a negotiation first.", severity="warning")
        return None

    def _say(self, sentence: str) -> None:
        trouble = self.query_one("#trouble", Static)
        trouble.update(plain(sentence))
        trouble.display = bool(sentence)

    def _show(self, answer: Answer) -> None:
        view, _, drafts = answer
        self._answer = answer
        self._bring_back([draft for draft in drafts if draft.owner == LINE])
        self._show_lists()
        _show_strip(self, view)

    def _show_lists(self) -> None:
        if self._answer is None:
            return
        # Only now: the store has imported most of it by then, beside the screen.
        from winjournal.ui.screens.today_rows import due_rows, rows_of, vow_content

        view, waiting, _ = self._answer
        veil = self.app.veil
        rows = rows_of(
            view, waiting, self.app.glyphs, veil,
            keys=(self.app.key_for("open"), self.app.key_for("delete")),
            alone=not self.has_class("-wide"), airy=self.has_class("-high"),
        )  # fmt: skip
        key = self.app.key_for("new")
        self.now.show(Rows(rows), empty=_empty(key, view.is_empty))
        nothing = empty_content("Nothing is due this week.")
        self.due.show(Rows(due_rows(view, veil)), empty=nothing)
        vow = vow_content(view.vow, view.vow_kept, view.vow_tested, veil)
        self.query_one("#vow", Static).update(vow)
        for name in ("#vow-heading", "#vow"):
            self.query_one(name).display = view.vow is not None
        self.set_class(view.vow is not None, "-vowed")

    def _bring_back(self, drafts: list[Draft]) -> None:
        """Put a line that was not logged back where it is written."""
        typing = self._keeper is not None and self._keeper.is_dirty
        if drafts and not typing and not self.line.value:
            self.line.value = values_of(drafts[-1].text).get(LINE) or ""
            self.line.action_end()


def _show_strip(screen: TodayScreen, view: TodayView) -> None:
    from winjournal.services.saying import say_count
    from winjournal.ui.screens.today_rows import strip_of

    for name in ("#strip-heading", "#strip"):
        screen.query_one(name).display = bool(view.marks)
    aside = f"{say_count(view.talks, 'talk')}, {say_count(len(view.marks), 'mark')}"
    screen.query_one("#strip-heading", Heading).say("Twelve weeks", aside)
    screen.strip.show(strip_of(view.weeks, view.marks))


def _empty(key: str, is_new: bool) -> Content:
    sentence = (
        "What you negotiate will stand here, from the first thought to the look back."
        if is_new
        else "Nothing is under way."
    )
    return empty_content(sentence, key, "starts a negotiation")


def _read(journal: Journal) -> Answer:
    from winjournal.ui.waiting import waiting_in

    drafts = journal.drafts.waiting()
    return journal.reading.today(), waiting_in(journal, drafts), drafts
