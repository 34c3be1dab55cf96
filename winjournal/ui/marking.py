"""Marking a moment from anywhere: `m`, a letter, and the words that show it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual import getters
from textual.content import Content
from textual.widgets import Static

from winjournal.domain.moments import NOTE_MAX
from winjournal.domain.tags import Actor, find_tag, tag_of_key
from winjournal.ui.commands_live import ASKED
from winjournal.ui.drafting import FIELD, LINE, values_of
from winjournal.ui.lines import KeptLine
from winjournal.ui.living import winjournal_app
from winjournal.ui.modals.base import JournalModal
from winjournal.ui.tagging import choose_tag
from winjournal.ui.widgets.heading import Heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

    from winjournal.domain.errors import WinJournalError
    from winjournal.domain.moments import Moment
    from winjournal.services.journal import Journal
    from winjournal.ui.app import WinJournalApp

WIDE = 24
"""The cells of a column of letters."""


CAPITALS = "a capital is theirs"


@dataclass(frozen=True, slots=True)
class Marked:
    """What was chosen; a tag of None is decided later."""

    tag: str | None
    actor: Actor


class Letters(Static, can_focus=True):
    """The letters in two columns; a click on one is the key."""

    HELP = "A letter marks what you did, a capital what they did."

    def on_click(self, event: events.Click) -> None:
        """Take the letter that was clicked."""
        at = event.get_content_offset(self)
        rows = [*_pairs(), ("t", "space")]
        if at is not None and at.y < len(rows):
            modal = self.screen
            if isinstance(modal, MarkModal):
                modal.take(rows[at.y][0 if at.x < WIDE else 1])


class MarkModal(JournalModal[Marked]):
    """Waits for one letter: lower case is mine, a capital is theirs."""

    app = getters.app(winjournal_app)

    AUTO_FOCUS = "Letters"
    HELP = (
        "Slip beside handled: neither is nearer than the other. The space bar marks "
        "the moment now and leaves the tag for later; t lists every tag."
    )

    def compose_dialog(self) -> ComposeResult:
        """Show the letters."""
        yield Heading("Mark a moment", CAPITALS, name=True)
        yield Letters(_legend(), markup=False)

    def say(self, title: str) -> None:
        """Name the negotiation that is marked."""
        for heading in self.query(Heading):
            heading.say(f"Mark {title}" if title else "Mark a moment", CAPITALS)

    def on_key(self, event: events.Key) -> None:
        """Take a letter, the space bar for later, or `t` for the whole list."""
        if self.take(event.key if event.key == "space" else event.character or ""):
            event.stop()

    def take(self, letter: str) -> bool:
        """Do what a letter says; return whether it says anything."""
        found = tag_of_key(letter) if letter else None
        if letter == "space":
            self.dismiss(Marked(None, Actor.ME))
        elif letter in {"t", "T"}:
            self._choose(Actor.THEM if letter == "T" else Actor.ME)
        elif found is not None:
            self.dismiss(Marked(found[0].slug, found[1]))
        else:
            return False
        return True

    def _choose(self, actor: Actor) -> None:
        def chosen(slug: str | None) -> None:
            if slug is not None:
                self.dismiss(Marked(slug, actor))

        choose_tag(self.app, actor, chosen)


def mark_moment(app: WinJournalApp, negotiation_id: str) -> None:
    """Ask for a letter, mark at once, and ask for the words that show it."""

    def marked(chosen: Marked | None) -> None:
        if chosen is not None:
            _mark(app, negotiation_id, chosen)

    # The box stands there before its title is known, or the letter that follows
    # `m` would be a command to the screen behind it.
    box = MarkModal()
    app.push_screen(box, marked)
    app.desk.ask(
        lambda j: j.reading.titles([negotiation_id]),
        lambda titles: box.say(app.veil.words(titles.get(negotiation_id, ""))),
    )


def go_on_with(app: WinJournalApp, moment_id: str) -> None:
    """Go on with the words for a mark that were not saved."""

    def read(journal: Journal) -> tuple[Moment, str]:
        drafts = journal.drafts.of(_owner(moment_id))
        typed = values_of(drafts[-1].text).get(LINE) if drafts else ""
        return journal.reading.moment(moment_id), typed or ""

    def ask(found: tuple[Moment, str]) -> None:
        moment, typed = found
        line = _line_for(say_tag(moment.tag, moment.actor), typed)
        line.owner = _owner(moment.id)
        app.push_screen(line, lambda words: _write(app, [moment], words))

    app.desk.ask(read, ask)


def _mark(app: WinJournalApp, negotiation_id: str, chosen: Marked) -> None:
    # The line stands there before the mark is on disk, or what is typed meanwhile
    # would be commands to the screen behind it.
    line = _line_for(say_tag(chosen.tag, chosen.actor))
    written: list[Moment] = []

    def mark(journal: Journal) -> None:
        written.append(journal.marks.mark(negotiation_id, chosen.tag, chosen.actor))

    def known(_: None) -> None:
        line.owner = _owner(written[0].id)
        app.done()

    def refused(error: WinJournalError) -> None:
        app.notify(str(error), severity="error", timeout=10)
        if line.is_running:
            line.dismiss(None)

    app.push_screen(line, lambda words: _write(app, written, words))
    app.desk.ask(mark, known, failed=refused)


def _line_for(what: str, typed: str = "") -> KeptLine:
    return KeptLine(
        f"Marked {what}. What showed it?",
        value=typed,
        placeholder="their words or mine; enter leaves it without",
        check=_too_long,
    )


def _write(app: WinJournalApp, written: Sequence[Moment], words: str | None) -> None:
    """Write down the words for the one moment that was written, if it was."""
    note = (words or "").strip()

    def write(journal: Journal) -> Moment | None:
        for moment in written:
            if words is not None:
                with journal.drafts.saved(_owner(moment.id), FIELD):
                    if note:
                        journal.marks.edit(replace(moment, note=note))
            return moment
        return None

    def done(moment: Moment | None) -> None:
        if moment is not None:
            app.done(f"Marked: {say_tag(moment.tag, moment.actor)}.")

    app.desk.ask(write, done)


def _too_long(words: str) -> str | None:
    count = len(words.strip())
    if count <= NOTE_MAX:
        return None
    return f"A line of words is at most {NOTE_MAX} characters; this has {count}."


def _owner(moment_id: str) -> str:
    return f"moment:{moment_id}"


def say_tag(slug: str | None, actor: Actor) -> str:
    """Return a mark in words: `ego`, `theirs, costly honesty`, `to decide later`."""
    tag = find_tag(slug) if slug else None
    words = tag.label.lower() if tag else slug or "to decide later"
    return f"theirs, {words}" if actor is Actor.THEM else words


def _pairs() -> list[tuple[str, str]]:
    return list(zip(ASKED[::2], ASKED[1::2], strict=True))


def _legend() -> Content:
    lines: list[Content | tuple[str, str]] = []
    for pair in _pairs():
        for letter in pair:
            found = tag_of_key(letter)
            if found is not None:
                lines += _said(letter, found[0].label)
        lines.append(("\n", ""))
    return Content.assemble(*lines, *_said("t", "every tag"), *_said("space", "later"))


def _said(key: str, words: str) -> list[tuple[str, str]]:
    return [(key, "bold $key"), (f" {words}".ljust(WIDE - len(key)), "$ink")]
