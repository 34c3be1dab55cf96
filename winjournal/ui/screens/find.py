"""Finding words in everything that was written."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.content import Content
from textual.widgets import Input, Static

from winjournal.domain.filter_explain import explain
from winjournal.domain.filter_tree import Everything
from winjournal.domain.say_dates import say_date
from winjournal.domain.sought import read_sought
from winjournal.services.saying import say_count
from winjournal.ui.bindings import bindings_for
from winjournal.ui.completing import Completer
from winjournal.ui.living import LivingScreen
from winjournal.ui.look import look_of
from winjournal.ui.text import one_line, plain
from winjournal.ui.widgets.empty import empty_content
from winjournal.ui.widgets.ledger import Column, Ledger, Row, Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from winjournal.domain.sought import Sought
    from winjournal.services.journal import Journal
    from winjournal.services.views import Hit
    from winjournal.ui.app import WinJournalApp
    from winjournal.ui.look import Look

    Found = tuple[Sought, Sequence[Hit]]

MOST = 100
"""So many hits are shown; who has more types another word."""

_WORDS = {
    "negotiation": "deal",
    "counterparty": "person",
    "outside_view": "their word",
    "follow_up": "look back",
    "week": "week",
    "line": "logged",
}
_ON_TIMELINE = {"follow_up": "look_back", "outside_view": "outside"}
"""What a timeline calls what was found, where that is not its own name."""


class FindScreen(LivingScreen):
    """A line to type into, and what holds all its words, best first."""

    NAME = "find"
    HELP = (
        "Finds words in titles, goalposts, moments, offers, promises, debriefs, "
        "entries, logged lines, weeks and people. All words must be there, and each "
        'may go on. @ego, with:dana, since:"last month" and all else that filters '
        "the journal narrow it. Right takes what is offered, down and up move, enter "
        "opens."
    )
    AUTO_FOCUS = "#words"
    FOOTER = ("open", "next_part", "help", "back")
    BINDINGS: ClassVar[list[BindingType]] = bindings_for("find")

    words = getters.query_one("#words", Input)
    found = getters.query_one("#found", Ledger)

    def __init__(self) -> None:
        super().__init__()
        self._hits: dict[str, Hit] = {}
        self._typed = ""

    def compose_body(self) -> ComposeResult:
        """Yield the line over what it finds."""
        self._completer = Completer(self.app)
        yield Input(
            placeholder="words to find, with:dana since:march",
            id="words",
            suggester=self._completer,
            compact=True,
        )
        yield Static("", id="offered", markup=False)
        yield Static("", id="found-count", markup=False)
        yield Ledger(
            Column(width=11, right=True, style="$ink-faint"),
            Column(),
            Column(width=11, right=True, style="$ink-soft"),
            id="found",
            classes="-keeps",
        )

    def reload(self) -> None:
        """Ask for what holds the words."""
        typed = self._typed = self.words.value
        setting = self.app.setting
        sought = read_sought(
            typed, setting.now(), lenient=True, own_tags=self.app.own_slugs,
            saved=setting.filters,
        )  # fmt: skip

        def search(journal: Journal) -> Found | None:
            # Only the last words are looked for: keys come faster than answers.
            if typed != self._typed:
                return None
            return sought, journal.reading.find(sought, MOST)

        self.app.desk.ask(search, self._show, latest="find")

    def on_mount(self) -> None:
        """Ask for the names that may be completed."""
        self._completer.begin()

    def on_key(self, event: events.Key) -> None:
        """Move among what was found while the line has the focus."""
        moves = {"down": "down", "up": "up", "pagedown": "page_down"}
        moves["pageup"] = "page_up"
        if self.focused is self.words and event.key in moves and self.found.count:
            self.found.action_move(moves[event.key])
            event.stop()

    @on(Input.Changed, "#words")
    def _narrow(self, event: Input.Changed) -> None:
        offered = self.query_one("#offered", Static)
        offered.update(self._completer.offered(event.value))
        offered.display = bool(str(offered.content))
        self.reload()

    @on(Input.Submitted, "#words")
    @on(Ledger.Selected, "#found")
    def _open(self) -> None:
        hit = self._hits.get(self.found.cursor_id or "")
        if hit is not None:
            open_hit(self.app, hit)

    def _show(self, answer: Found | None) -> None:
        if answer is None:
            return
        sought, hits = answer
        look = look_of(self.app)
        self._hits = {f"{hit.kind}:{hit.id}": hit for hit in hits}
        rows = [hit_row(key, hit, look) for key, hit in self._hits.items()]
        first = rows[0].id if rows else None
        self.found.show(Rows(rows), at=first, empty=_nothing(sought))
        self.query_one("#found-count", Static).update(
            _said(sought, len(hits), self.app.key_for("open"))
        )


def _said(sought: Sought, count: int, key: str) -> Content:
    """Return what was looked for, how much is there, and the key that opens it."""
    if sought.is_blank:
        return Content("")
    parts: list[Content] = []
    if sought.wrong is not None:
        parts.append(plain(f"As it stands. {sought.wrong}", "$gold"))
    elif sought.within != Everything():
        parts.append(plain(explain(sought.within), "$ink-soft"))
    if count:
        more = " or more, the best first" if count == MOST else ""
        parts.append(plain(f"{say_count(count, 'hit')}{more}", "$ink-soft"))
        parts.append(Content.assemble((key, "bold $key"), (" opens", "$ink-soft")))
    return Content("   ").join(parts)


def hit_row(key: str, hit: Hit, look: Look) -> Row:
    """Return a hit as two lines: what it is in, and the words around it."""
    person = look.veil.name(hit.person)
    title = plain(one_line(look.veil.words(hit.title, hit.person)), "bold $ink")
    # a person's own page is named once
    named = person and hit.person != hit.title
    aside = plain(f"  {one_line(person)}", "$ink-soft") if named else ""
    kind = _WORDS.get(hit.kind, hit.kind.replace("_", " "))
    when = say_date(hit.on, look.today) if hit.on else ""
    return Row(
        key,
        (when, Content.assemble(title, aside), kind),
        more=_snippet(hit, look) if hit.snippet else None,
        gap=True,
    )


def open_hit(app: WinJournalApp, hit: Hit) -> None:
    """Go to where a hit was found."""
    if hit.kind == "entry":
        from winjournal.ui.screens.entry import EntryScreen

        app.push_screen(EntryScreen(hit.id))
    elif hit.negotiation_id is not None:
        from winjournal.ui.screens.negotiation import NegotiationScreen

        at = f"{_ON_TIMELINE.get(hit.kind, hit.kind)}:{hit.id}"
        app.push_screen(NegotiationScreen(hit.negotiation_id, at=at))
    elif hit.kind in _ALONE:
        _ALONE[hit.kind](app, hit.id)


def _open_person(app: WinJournalApp, id_: str) -> None:
    from winjournal.ui.screens.person import PersonScreen

    app.push_screen(PersonScreen(id_))


def _open_line(app: WinJournalApp, id_: str) -> None:
    from winjournal.ui.filing import file_line

    file_line(app, id_)


def _open_promise(app: WinJournalApp, id_: str) -> None:
    from winjournal.ui.due import settle_promise

    settle_promise(app, id_)


def _open_week(app: WinJournalApp, id_: str) -> None:
    from winjournal.ui.screens.review import ReviewScreen

    app.push_screen(ReviewScreen(id_))


_ALONE: dict[str, Callable[[WinJournalApp, str], None]] = {
    "counterparty": _open_person,
    "line": _open_line,
    "promise": _open_promise,
    "week": _open_week,
}
"""What opens a hit that belongs to no negotiation."""


def _snippet(hit: Hit, look: Look) -> Content:
    if look.veil.drawn:
        return plain(one_line(look.veil.words(hit.snippet, hit.person)), "$ink-soft")
    parts: list[Content] = []
    at = 0
    for start, end in hit.spans:
        parts.append(plain(one_line(hit.snippet[at:start]), "$ink-soft"))
        parts.append(plain(one_line(hit.snippet[start:end]), "bold $ink"))
        at = end
    parts.append(plain(one_line(hit.snippet[at:]), "$ink-soft"))
    return Content.assemble(*parts)


def _nothing(sought: Sought) -> Content:
    if not sought.is_blank:
        is_plain = sought.every and sought.within == Everything()
        return empty_content(
            "Nothing holds all these words." if is_plain else "Nothing is like that."
        )
    return empty_content(
        "Searched are titles and goalposts, moments, offers and promises, debriefs, "
        "entries, logged lines, weeks and people."
    )
