"""Drawing a week, or the weeks of a month or a quarter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from winjournal.ui.look import look_of
from winjournal.ui.screens.today_rows import strip_of, vow_content
from winjournal.ui.screens.week_rows import (
    question_content,
    review_facts,
    rows_of,
    say_state,
    say_week,
    say_weeks,
    week_lines,
)
from winjournal.ui.screens.week_walk_rows import walk_rows
from winjournal.ui.widgets.empty import empty_content
from winjournal.ui.widgets.heading import Heading
from winjournal.ui.widgets.ledger import Rows
from winjournal.ui.widgets.week_strip import WeekStrip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from winjournal.domain.week_spans import Span
    from winjournal.domain.weeks import Week
    from winjournal.services.reviewing import Asked
    from winjournal.services.views import Mark
    from winjournal.services.weeks import WeekLine, WeekView
    from winjournal.ui.screens.week import WeekScreen


def draw_week(screen: WeekScreen, view: WeekView, asked: Asked | None) -> None:
    """Show one week; its question once it is known."""
    look, key = look_of(screen.app), screen.app.key_for
    name, days = say_week(view.week)
    screen.query_one("#week-name", Heading).say(name, f"{days}   {say_state(view)}")
    sealed = view.review is not None and view.review.sealed_at is not None
    walk = [] if sealed else walk_rows(view, asked, look, screen.whole)
    rows = [*walk, *rows_of(view, look.glyphs, look.veil)]
    nothing = empty_content("Nothing was negotiated or written in this week.")
    screen.happened.show(Rows(rows), empty=nothing)
    question = question_content(view, asked, key("question"), look.veil)
    facts = review_facts(view, key("seal"), key("edit"), look.veil)
    vow = vow_content(view.standing, view.kept, view.tested, look.veil)
    _say(screen, "question", question)
    _say(screen, "review", Content("\n\n").join(facts))
    _say(screen, "vow", vow)
    _strip(screen, (view.week,), view.marks)


def draw_weeks(screen: WeekScreen, span: Span, lines: Sequence[WeekLine]) -> None:
    """Show the weeks of a month or a quarter, in a row each."""
    look, week = look_of(screen.app), screen.week
    screen.query_one("#week-name", Heading).say(*say_weeks(span, week, lines))
    screen.happened.show(Rows(week_lines(lines, look)), at=f"week:{week}")
    for part in ("question", "review", "vow"):
        _say(screen, part, Content(""))
    marks = tuple(mark for line in lines for mark in line.marks)
    _strip(screen, tuple(line.week for line in lines), marks)


def _say(screen: WeekScreen, name: str, content: Content) -> None:
    """Show one part with its heading beside the list; nothing where it is empty."""
    screen.query_one(f"#{name}", Static).update(content)
    for part in (f"#{name}-heading", f"#{name}"):
        screen.query_one(part).display = bool(content.plain)


def _strip(
    screen: WeekScreen, weeks: tuple[Week, ...], marks: tuple[Mark, ...]
) -> None:
    for name in ("#strip-heading", "#strip"):
        screen.query_one(name).display = bool(marks)
    screen.query_one(WeekStrip).show(strip_of(weeks, marks))
