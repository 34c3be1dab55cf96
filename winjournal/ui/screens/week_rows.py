"""A week as rows and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from winjournal.domain.calendar_words import MONTHS
from winjournal.domain.say_dates import say_time, weekday_name
from winjournal.domain.tags import Actor, find_tag
from winjournal.domain.week_spans import say_span
from winjournal.domain.weeks import Week
from winjournal.services.saying import OUTCOMES, say_count
from winjournal.services.views import RowKind
from winjournal.ui.screens.today_rows import KINDS, headed, marks_content
from winjournal.ui.text import one_line, plain
from winjournal.ui.widgets.ledger_source import Row
from winjournal.ui.widgets.marks import tagged

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from winjournal.domain.moments import Moment
    from winjournal.domain.week_spans import Span
    from winjournal.services.reviewing import Asked
    from winjournal.services.views import JournalRow
    from winjournal.services.weeks import WeekLine, WeekView
    from winjournal.ui.glyphs import Glyphs
    from winjournal.ui.look import Look
    from winjournal.ui.veil import Veil


def say_week(week: Week) -> tuple[str, str]:
    """Return a week's name and its days: `Week 47`, `16 to 22 Nov 2026`."""
    first, last = week.monday, week.sunday
    month = "" if first.month == last.month else f" {MONTHS[first.month - 1][:3]}"
    year = "" if first.year == last.year else f" {first.year}"
    end = f"{last.day} {MONTHS[last.month - 1][:3]} {last.year}"
    return f"Week {week.week}", f"{first.day}{month}{year} to {end}"


def say_state(view: WeekView) -> str:
    """Return how far the review is: `about 12 min`, `sealed`."""
    if view.review is not None and view.review.sealed_at is not None:
        return "sealed"
    minutes = view.walk.to_do.minutes
    return f"about {minutes} min" if minutes else "all done, to be sealed"


def say_weeks(span: Span, week: Week, lines: Sequence[WeekLine]) -> tuple[str, str]:
    """Return the name of a month or a quarter, and how many weeks were reviewed."""
    done = sum(line.review is not None for line in lines)
    return say_span(span, week), f"{done} of {len(lines)} weeks reviewed"


def week_lines(lines: Sequence[WeekLine], look: Look) -> list[Row]:
    """Return weeks in a row each: its sentence, its marks, its vow."""
    return [_week_line(line, look) for line in lines]


def _week_line(line: WeekLine, look: Look) -> Row:
    review, veil = line.review, look.veil
    sealed = review is not None and review.sealed_at is not None
    if line.week.monday > look.today:
        said, state = plain("still to come", "$ink-faint"), ""
    elif review is not None and review.sentence:
        state = "sealed" if sealed else "open"
        said = plain(veil.words(review.sentence), "bold $ink")
    else:
        state = "sealed" if sealed else "open" if review else ""
        said = plain("no sentence yet", "$ink-faint")
    more = []
    if line.marks:
        more.append(marks_content(line.marks, look.glyphs))
    if line.vow is not None:
        vow = f"if {line.vow.cue}, then {line.vow.deed}"
        more.append(plain(veil.words(vow), "$ink-soft"))
    return Row(
        f"week:{line.week}",
        (f"W{line.week.week:02d}", said, state),
        more=Content("   ").join(more) if more else None,
    )


def question_content(
    view: WeekView, asked: Asked | None, key: str, veil: Veil
) -> Content:
    """Return the question of the week, what raised it, and what was answered."""
    review = view.review
    sealed = review is not None and review.sealed_at is not None
    answer = review.answer if review else None
    if asked is None or (sealed and not answer):
        return Content("")
    parts = [plain(veil.words(asked.prompt.text), "$ink" if answer else "bold $ink")]
    if answer:
        parts.append(plain(veil.words(answer), "bold $ink"))
    elif asked.prompt.trigger:
        parts.append(plain(f"because {veil.words(asked.prompt.trigger)}", "$ink-soft"))
    if not sealed and len(asked.others) > 0:
        others = say_count(len(asked.others), "other")
        parts.append(
            Content.assemble((key, "bold $key"), (f" lists {others}", "$ink-soft"))
        )
    return Content("\n\n").join(parts)


def rows_of(view: WeekView, glyphs: Glyphs, veil: Veil) -> list[Row]:
    """Return what was negotiated and written, then every moment of the week."""
    # a line that waits to be filed stands above, and once
    waiting = {line.id for line in view.walk.lines}
    rows = headed(
        "Negotiated and written",
        [
            journal_row(row, view.week, glyphs, veil)
            for row in view.rows
            if row.id not in waiting
        ],
    )
    hard = {one.id for one in view.walk.hardest}
    hardest = [moment_row(one, view.titles, glyphs, veil) for one in view.walk.hardest]
    moments = [
        moment_row(one, view.titles, glyphs, veil)
        for one in view.moments
        if one.id not in hard and one.tag is not None
    ]
    return [
        *headed("Hardest moments", hardest), *rows, *headed("Other moments", moments)
    ]  # fmt: skip


def journal_row(row: JournalRow, week: Week, glyphs: Glyphs, veil: Veil) -> Row:
    """Return one row of the journal, under the weekday where it is dated here."""
    is_deal = row.kind is RowKind.NEGOTIATION
    title = Content.assemble(
        plain(
            veil.words(one_line(row.title), row.person),
            "bold $ink" if is_deal else "$ink",
        ),
        "  ",
        plain(veil.name(row.person), "$ink-soft"),
    )
    said = "" if row.outcome is None else OUTCOMES[row.outcome]
    if row.kind is RowKind.LINE:
        said = "inbox"
    # What began in another week has no day of this one.
    day = weekday_name(row.on) if Week.of(row.on) == week else ""
    return Row(
        f"{row.kind}:{row.id}",
        (day, title, said),
        more=marks_content(row.marks, glyphs) if row.marks else None,
    )


def moment_row(
    one: Moment, titles: Mapping[str, str], glyphs: Glyphs, veil: Veil
) -> Row:
    """Return one moment: whose, its tag, where, and the words that show it."""
    tag = find_tag(one.tag) if one.tag else None
    words = tag.label.lower() if tag else one.tag or "to decide"
    theirs = "theirs:" if one.actor is Actor.THEM else ""
    sign = tagged(
        KINDS[one.polarity], words, glyphs, strength=one.strength, theirs=theirs
    )
    title = veil.words(titles.get(one.negotiation_id, ""))
    note = veil.words(one_line(one.note or ""))
    return Row(
        f"moment:{one.negotiation_id}:{one.id}",
        (weekday_name(one.at.date()), sign, title),
        more=Content("  ") + plain(note, "$ink-soft") if note else None,
    )


def review_facts(
    view: WeekView, seal_key: str, edit_key: str, veil: Veil
) -> list[Content]:
    """Return the review in words, and what there is to do about it."""
    review, parts = view.review, []
    if review is not None and review.sentence:
        parts.append(plain(veil.words(review.sentence), "bold $ink"))
    if review is not None and review.reflection.strip():
        parts.append(plain(veil.words(review.reflection.strip())))
    if review is not None and review.unlogged:
        said = say_count(review.unlogged, "talk")
        parts.append(plain(f"{said} not logged", "$ink-soft"))
    if view.vow is not None:
        parts.append(
            Content.assemble(
                ("If ", "bold $ink"), plain(veil.words(view.vow.cue)), "\n",
                ("then ", "bold $ink"), plain(veil.words(view.vow.deed)),
            )
        )  # fmt: skip
    if review is not None and review.sealed_at is not None:
        at = review.sealed_at
        when = f"{weekday_name(at.date())} {at.day} {MONTHS[at.month - 1][:3]}"
        parts.append(plain(f"sealed {when} {say_time(at)}", "$ink-soft"))
    elif parts:
        parts.append(
            Content.assemble(
                (edit_key, "bold $key"), (" goes on   ", "$ink-soft"),
                (seal_key, "bold $key"), (" seals it", "$ink-soft"),
            )
        )  # fmt: skip
    else:
        parts.append(
            Content.assemble(
                ("What this week says will stand here.\n\n", "$ink-soft"),
                (edit_key, "bold $key"), (" writes it", "$ink-soft"),
            )
        )  # fmt: skip
    return parts
