"""The three parts of a week's review as rows: clear, current, look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from winjournal.domain.say_dates import say_brief, say_due, weekday_name
from winjournal.domain.tags import Actor
from winjournal.services.saying import say_count
from winjournal.services.writing import first_line
from winjournal.ui.screens.today_rows import headed
from winjournal.ui.text import one_line, plain
from winjournal.ui.widgets.ledger_source import Row

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from winjournal.domain.moments import Moment
    from winjournal.services.reviewing import Asked
    from winjournal.services.views import Due
    from winjournal.services.weeks import WeekView
    from winjournal.ui.look import Look

SHOWN = 6
"""So many rows of a kind; more end in a count, which opens the rest."""


def walk_rows(
    view: WeekView, asked: Asked | None, look: Look, whole: Collection[str] = ()
) -> list[Row]:
    """Return what is to be cleared, what is due, and what is to be looked at.

    Args:
        view: The week.
        asked: Its question, once it is known.
        look: How things are shown now.
        whole: The kinds of which every row is shown: `lines`, `marks`, `debriefs`.
    """
    to_do = view.walk.to_do
    clear = _clear(view, look, whole)
    current = _current(view, look)
    return [
        *headed(f"Clear   {_left(to_do.clear)}", clear),
        *headed(f"Current   {_left(to_do.current)}", current),
        *headed(f"Look   {_left(to_do.look)}", _look(view, asked, look)),
    ]


def _left(count: int) -> str:
    return f"{count} left" if count else "done"


def _clear(view: WeekView, look: Look, whole: Collection[str]) -> list[Row]:
    walk, veil = view.walk, look.veil
    lines = [
        Row(
            f"line:{line.id}",
            (
                say_brief(line.at.date(), look.today),
                plain(veil.words(one_line(first_line(line.line, 400)))),
                "inbox",
            ),
        )
        for line in walk.lines
    ]
    titles = walk.titles or {}
    marks = [_undecided(one, titles, look) for one in walk.undecided]
    debriefs = [_due(one, look) for one in walk.debriefs]
    kinds = {"lines": lines, "marks": marks, "debriefs": debriefs}
    return [row for name, rows in kinds.items() for row in _some(name, rows, whole)]


def _some(name: str, rows: list[Row], whole: Collection[str]) -> list[Row]:
    """Return at most so many rows, and how many more there are."""
    left = len(rows) - SHOWN
    if left < 2 or name in whole:
        return rows
    said = f"and {left} more"
    return [*rows[:SHOWN], Row(f"more:{name}", ("", plain(said, "$ink-faint"), ""))]


def _undecided(one: Moment, titles: dict[str, str], look: Look) -> Row:
    veil, sign = look.veil, look.glyphs.undecided
    title = veil.words(titles.get(one.negotiation_id, ""))
    note = veil.words(one_line(one.note or "")) or "a mark without words"
    theirs = "theirs: " if one.actor is Actor.THEM else ""
    said = Content.assemble(
        (f"{sign} ", "$gold"), (theirs, "$ink-soft"), plain(note), "  ",
        plain(title, "$ink-soft"),
    )  # fmt: skip
    day = say_brief(one.at.date(), look.today)
    return Row(f"undecided:{one.negotiation_id}:{one.id}", (day, said, "which tag"))


def _current(view: WeekView, look: Look) -> list[Row]:
    rows = [_due(one, look) for one in view.walk.due]
    titles = view.walk.titles or {}
    for id_ in view.walk.untested:
        title = plain(look.veil.words(titles.get(id_, "")))
        said = Content.assemble(("did the IF come in ", "$ink-soft"), title)
        rows.append(Row(f"test:{id_}", ("", said, "vow")))
    return rows


def _due(due: Due, look: Look) -> Row:
    style = "$gold" if due.on <= look.today and not due.theirs else "$ink-soft"
    kind = "theirs" if due.theirs else due.kind.value
    day = "late" if due.on < look.today else say_due(due.on, look.today)[:8]
    said = plain(look.veil.words(due.text))
    return Row(
        f"{due.kind.name.lower()}:{due.id}", (Content.styled(day, style), said, kind)
    )


def _look(view: WeekView, asked: Asked | None, look: Look) -> list[Row]:
    to_do, review = view.walk.to_do, view.review
    unlogged = review.unlogged if review else None
    counted = "" if unlogged is None else say_count(unlogged, "talk")
    return [
        _part("prompt", "The question of the week", not to_do.prompt, look,
              more=_trigger(asked, look)),
        *_entries(asked, look),
        _part("unlogged", "Talks not logged", not to_do.unlogged, look, counted),
        _part("sentence", "One sentence", not to_do.sentence, look),
        _part("cue", "The next vow: if, then", not to_do.vow, look,
              more=_coming(view, look)),
    ]  # fmt: skip


def _part(
    field: str, label: str, done: bool, look: Look, aside: str = "", more: str = ""
) -> Row:
    sign = look.glyphs.met if done else look.glyphs.unmet
    said = Content.assemble(
        (f"{sign} ", "$ink-soft" if done else "$gold"),
        (label, "$ink-soft" if done else "bold $ink"),
    )
    second = plain(f"  {more}", "$ink-soft") if more else None
    return Row(f"look:{field}", ("", said, aside), more=second)


def _trigger(asked: Asked | None, look: Look) -> str:
    if asked is None or not asked.prompt.trigger:
        return ""
    return f"because {look.veil.words(asked.prompt.trigger)}"


def _entries(asked: Asked | None, look: Look) -> Sequence[Row]:
    if asked is None:
        return ()
    return [
        Row(
            f"deal:{id_}",
            ("", Content("  ") + plain(look.veil.words(asked.titles[id_])), ""),
        )
        for id_ in asked.prompt.deals[:3]
        if id_ in asked.titles
    ]


def _coming(view: WeekView, look: Look) -> str:
    talks = [
        f"{look.veil.words(deal.title, deal.person)} "
        f"{weekday_name(deal.planned_for.date())}"
        for deal in view.walk.coming[:3]
        if deal.planned_for is not None
    ]
    if not talks:
        return "no talk is planned yet; each debrief asks after it"
    return f"tested at {', '.join(talks)}"
