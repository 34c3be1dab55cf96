"""Marking a moment from anywhere: `m`, a letter, and the words that show it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from winjournal.domain.moments import NOTE_MAX
from winjournal.domain.tags import TAXONOMY, Actor, Tag, find_tag, tag_of_key

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from winjournal.domain.moments import Moment
    from winjournal.ui.app import WinJournalApp

ASKED = ("e", "r", "g", "h", "c", "f")
"""The letters, slip beside handled, so that neither is nearer than the other."""


@dataclass(frozen=True, slots=True)
class Marked:
    """What was chosen; a tag of None is decided later."""

    tag: str | None
    actor: Actor


class MarkModal(ModalScreen[Marked | None]):
    """Waits for one letter: lower case is mine, a capital is theirs."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss(None)", "back")]

    def compose(self) -> ComposeResult:
        """Show the letters."""
        with Vertical(classes="modal"):
            yield Static(_legend(), markup=False)

    def on_key(self, event: events.Key) -> None:
        """Take a letter, the space bar for later, or `t` for the whole list."""
        if event.key == "space":
            event.stop()
            self.dismiss(Marked(None, Actor.ME))
            return
        letter = event.character or ""
        if letter in {"t", "T"}:
            event.stop()
            self._choose(Actor.THEM if letter == "T" else Actor.ME)
            return
        found = tag_of_key(letter) if letter else None
        if found is not None:
            event.stop()
            self.dismiss(Marked(found[0].slug, found[1]))

    def _choose(self, actor: Actor) -> None:
        from winjournal.ui.modals.choose import Choice, ChooseModal

        choices = [Choice(tag.slug, tag.label, tag.definition) for tag in TAXONOMY]
        title = "What they did" if actor is Actor.THEM else "What I did"

        def chosen(slug: str | None) -> None:
            if slug is not None:
                self.dismiss(Marked(slug, actor))

        self.app.push_screen(ChooseModal(title, choices), chosen)


def mark_moment(app: WinJournalApp, negotiation_id: str) -> None:
    """Ask for a letter, mark at once, then ask for the words that show it."""

    def marked(chosen: Marked | None) -> None:
        if chosen is not None:
            app.desk.ask(
                lambda j: j.marks.mark(negotiation_id, chosen.tag, chosen.actor),
                lambda moment: _ask_words(app, moment),
            )

    app.push_screen(MarkModal(), marked)


def _ask_words(app: WinJournalApp, moment: Moment) -> None:
    app.done()
    from winjournal.ui.modals.line import LineModal

    def said(words: str | None) -> None:
        if words and words.strip():
            note = words.strip()[:NOTE_MAX]
            app.desk.ask(
                lambda j: j.marks.edit(replace(moment, note=note)),
                lambda _: app.done(f"Marked: {say_moment(moment)}."),
            )
        else:
            app.done(f"Marked: {say_moment(moment)}.")

    app.push_screen(
        LineModal(
            f"Marked {say_moment(moment)}. What showed it?",
            placeholder="their words or mine; enter leaves it without",
        ),
        said,
    )


def say_moment(moment: Moment) -> str:
    """Return a moment in words: `ego`, `theirs, honest`, `decide later`."""
    tag = find_tag(moment.tag) if moment.tag else None
    words = tag.label.lower() if tag else moment.tag or "to decide later"
    return f"theirs, {words}" if moment.actor is Actor.THEM else words


def _legend() -> Content:
    tags = [found[0] for letter in ASKED if (found := tag_of_key(letter))]
    lines: list[Content | tuple[str, str]] = [
        ("Mark a moment", "bold $ink"),
        ("   CAPITAL is theirs\n\n", "$ink-soft"),
    ]
    for slip, handled in zip(tags[::2], tags[1::2], strict=True):
        lines += [*_key(slip), *_key(handled), ("\n", "")]
    lines += [
        ("t", "bold $key"), (" every tag          ", "$ink-soft"),
        ("space", "bold $key"), (" decide later", "$ink-soft"),
    ]  # fmt: skip
    return Content.assemble(*lines)


def _key(tag: Tag) -> list[tuple[str, str]]:
    return [(tag.key or "", "bold $key"), (f" {tag.label:<19}", "$ink")]
