"""People as rows: their deals, their marks, promises both ways."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from winjournal.domain.later import PromiseState
from winjournal.domain.say_dates import say_date, say_due
from winjournal.domain.tags import Actor
from winjournal.services.saying import OUTCOMES, say_count, say_marks
from winjournal.ui.look import Look
from winjournal.ui.screens.today_rows import headed, marks_content
from winjournal.ui.text import one_line, plain, wrap
from winjournal.ui.widgets.ledger_source import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from winjournal.domain.between import Said
    from winjournal.domain.later import Promise
    from winjournal.domain.negotiation import Counterparty
    from winjournal.services.people import PersonPage
    from winjournal.services.views import JournalRow, PersonRow
    from winjournal.ui.glyphs import Glyphs
    from winjournal.ui.veil import Veil

_EDGES = 4
"""What a list keeps free at its sides, for the focus and for a scroll bar."""

DATE = 9
"""The width of a date in words: `yesterday`."""


def people_rows(
    rows: Iterable[PersonRow], today: date, glyphs: Glyphs, veil: Veil
) -> list[Row]:
    """Return one row a person: how many deals, what was marked, what is owed."""
    return [_person_row(row, today, glyphs, veil) for row in rows]


def page_rows(
    page: PersonPage, today: date, glyphs: Glyphs, veil: Veil, width: int, *,
    narrow: bool = False,
) -> list[Row]:  # fmt: skip
    """Return one person's page: what to remember, deals, promises, acts, how it aged.

    Args:
        page: The person.
        today: Local date.
        glyphs: The signs of the terminal.
        veil: How names and amounts may be said.
        width: Of the list, for what takes more lines than one.
        narrow: True where a deal takes two lines: what, then when and its marks.
    """
    drawn = _deal_below if narrow else _deal_row
    promised = _promise_below if narrow else _promise_row
    name, known = page.person.name, page.between
    look = Look(glyphs, veil, today)
    saying = _Saying(look, name, width - _EDGES - (0 if narrow else DATE + 2), narrow)
    return [
        *headed("Before the next one", saying.rows(known.next_time, "next")),
        *headed("Deals", [drawn(deal, today, glyphs, veil) for deal in page.rows]),
        *headed(
            "Promises",
            [promised(one, name, today, veil) for one in reversed(page.promises)],
        ),
        *headed("Acts of trust, as each weighs today", saying.rows(known.acts, "act")),
        *headed("How deals aged", saying.rows(known.aged, "aged")),
    ]


BESIDE = ("promises", "goalposts", "later")
"""The counts that stand beside the list of people; the page has them all."""


def beside_facts(page: PersonPage, veil: Veil) -> list[tuple[str, str | Content]]:
    """Return what was done, in the counts that need few words."""
    return [fact for fact in page_facts(page, veil) if fact[0] in BESIDE]


def page_facts(page: PersonPage, veil: Veil) -> list[tuple[str, str | Content]]:
    """Return what was done, in counts: both sides on equal terms."""
    facts: list[tuple[str, str | Content]] = [
        (label, veil.people(said, page.person.name))
        for label, said in page.between.counts
    ]
    marks = [mark for row in page.rows for mark in row.marks]
    said = say_marks(marks, "theirs") if marks else ""
    if said:
        facts.append(("marks", said.replace("you ", "mine ", 1)))
    return facts


def called(person: Counterparty, veil: Veil) -> str:
    """Return what belongs to a name: what they are, other names, since when away."""
    hidden = () if veil.drawn else person.nicknames
    parts = (
        person.kind.value,
        f"also {', '.join(hidden)}" if hidden else "",
        f"alias {person.alias}" if person.alias and not veil.drawn else "",
        "archived" if person.archived_at else "",
    )
    return ", ".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class _Saying:
    """Draws what is said of a person, in as many lines as it takes.

    Attributes:
        look: How things are shown now.
        name: The person's, to be hidden behind the veil.
        width: Cells of a line.
        narrow: Whether the date stands under it instead of before it.
    """

    look: Look
    name: str
    width: int
    narrow: bool

    def rows(self, said: Iterable[Said], kind: str) -> list[Row]:
        """Return the rows; each has the id of the deal that it opens."""
        rows: list[Row] = []
        for number, one in enumerate(said):
            rows += self._rows(one, f"{kind}:{number}", one.negotiation_id or "")
        return rows

    def _rows(self, one: Said, id_: str, deal: str) -> Iterator[Row]:
        lead, below = self._beside(one)
        lines = [*wrap(self._text(one), self.width), *below]
        # two lines an item: what is longer goes on in the next one
        for place in range(0, len(lines), 2):
            line, more = lines[place], (*lines[place + 1 : place + 2], None)[0]
            cells = (line,) if self.narrow else ("" if place else lead, line)
            yield Row(f"{id_}.{place}@{deal}", cells, more=more)

    def _beside(self, one: Said) -> tuple[str, list[Content]]:
        """Return what stands before the words, and the line below them."""
        when = say_date(one.on, self.look.today) if one.on else ""
        # how an act weighs stands before its words
        aside = one.aside if one.handled is None else ""
        aside = self.look.veil.words(aside, self.name)
        if not self.narrow and not when and not one.negotiation_id:
            return aside, []
        said = "  ".join(filter(None, (when if self.narrow else "", aside)))
        return when, [plain(said, "$ink-soft")] if said else []

    def _text(self, one: Said) -> Content:
        text = plain(self.look.veil.words(one_line(one.text), self.name))
        if one.handled is None:
            return text
        glyphs = self.look.glyphs
        sign = (glyphs.handled, "$handled") if one.handled else (glyphs.slip, "$slip")
        return Content.assemble(sign, (f" {one.aside}  ", "$ink-soft"), text)


def _person_row(row: PersonRow, today: date, glyphs: Glyphs, veil: Veil) -> Row:
    marked = Content.assemble(
        (f"{row.my_handled:>3} ", "$ink-soft"), (glyphs.handled, "$handled"),
        (f" {row.my_slips:>2} ", "$ink-soft"), (glyphs.slip, "$slip"),
    )  # fmt: skip
    owed = [
        f"I owe {row.owed_by_me}" if row.owed_by_me else "",
        f"they owe {row.owed_by_them}" if row.owed_by_them else "",
    ]
    when = say_date(row.last_on, today) if row.last_on else ""
    return Row(
        row.person.id,
        (
            when,
            plain(veil.name(row.person.name, row.person.alias), "bold $ink"),
            say_count(row.deals, "deal") if row.deals else "",
            f"{row.open_deals} open" if row.open_deals else "",
            marked if row.my_handled or row.my_slips else "",
            Content.styled(
                ", ".join(x for x in owed if x),
                "$gold" if row.owed_by_me else "$ink-soft",
            ),
        ),
    )


def _deal_row(row: JournalRow, today: date, glyphs: Glyphs, veil: Veil) -> Row:
    return Row(
        f"deal:{row.id}",
        (
            say_date(row.on, today),
            plain(veil.words(row.title, row.person), "bold $ink"),
            marks_content(row.marks, glyphs),
            OUTCOMES[row.outcome] if row.outcome else "",
        ),
    )


def _deal_below(row: JournalRow, today: date, glyphs: Glyphs, veil: Veil) -> Row:
    _, title, marks, outcome = _deal_row(row, today, glyphs, veil).cells
    when = f"{say_date(row.on, today):<{DATE}}  "
    more = Content.assemble((when, "$ink-faint"), marks)
    return Row(f"deal:{row.id}", (title, outcome), more=more)


def _promise_row(promise: Promise, name: str, today: date, veil: Veil) -> Row:
    whose = "I owe" if promise.by is Actor.ME else "they owe"
    return Row(
        f"promise:{promise.id}",
        (
            say_date(promise.made_at.date(), today),
            Content.styled(whose, "$ink-soft"),
            "",
            _state(promise, today),
        ),
        more=plain(veil.words(promise.text, name), "$ink"),
    )


def _promise_below(promise: Promise, name: str, today: date, veil: Veil) -> Row:
    theirs = "" if promise.by is Actor.ME else "theirs"
    when = say_date(promise.made_at.date(), today)
    more = Content.assemble((f"{when:<{DATE}}  ", "$ink-faint"), _state(promise, today))
    text = plain(veil.words(promise.text, name))
    return Row(f"promise:{promise.id}", (text, theirs), more=more)


def _state(promise: Promise, today: date) -> Content:
    said: str = promise.state.replace("-", " ")
    if promise.state is PromiseState.OPEN and promise.due:
        said = f"due {say_due(promise.due, today)}"
    urgent = promise.is_overdue(today) and promise.by is Actor.ME
    return Content.styled(said, "$gold" if urgent else "$ink-soft")
