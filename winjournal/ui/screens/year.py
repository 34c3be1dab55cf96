"""The year: its days with marks as heat, and what ended on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from winjournal.domain.say_dates import say_day
from winjournal.domain.year_grid import HEAT, SEVERAL, DayCount, FirstDay
from winjournal.services.saying import OUTCOMES, say_count
from winjournal.ui.bindings import bindings_for
from winjournal.ui.living import LivingScreen
from winjournal.ui.text import plain
from winjournal.ui.widgets.heading import Heading
from winjournal.ui.widgets.year_calendar import WRITTEN, YearCalendar, heat_signs

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from winjournal.services.days import YearView
    from winjournal.ui.veil import Veil

FIRST_YEAR, LAST_YEAR = 1901, 2198


class YearScreen(LivingScreen):
    """One year by days."""

    NAME = "year"
    HELP = (
        "A year by days. The darker a day, the more was marked on it, by whomever; a "
        "letter says how a talk ended, and all four weigh the same. More marks are not "
        "worse days: they are days on which you looked."
    )
    AUTO_FOCUS = "#calendar"
    FOOTER = (
        "open", "previous_period", "next_period", "to_today", "find", "help", "leave",
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = bindings_for("year")

    calendar = getters.query_one("#calendar", YearCalendar)

    def __init__(self) -> None:
        super().__init__()
        self._day: date | None = None

    @property
    def day(self) -> date:
        """The day under the cursor; today at first."""
        return self._day or self.app.setting.now().date()

    def compose_body(self) -> ComposeResult:
        """Yield the calendar, what stands on the day, and what the signs mean."""
        yield Heading("Year", name=True, id="year-name")
        with VerticalScroll(id="year-body"):
            first = FirstDay[self.app.setting.week_starts.upper()]
            yield YearCalendar(first=first, glyphs=self.app.glyphs, id="calendar")
            yield Static(id="day", markup=False)
            yield Static(id="legend", markup=False)

    def reload(self) -> None:
        """Ask for the year."""
        year = self.day.year
        self.app.desk.ask(lambda j: j.days.year(year), self._show, latest="year")

    def action_previous_period(self) -> None:
        """Show the year before."""
        self._go(self.day.year - 1)

    def action_next_period(self) -> None:
        """Show the year after, up to the present one."""
        if self.day.year < self.app.setting.now().year:
            self._go(self.day.year + 1)
        else:
            self.app.notify("This is the present year.")

    def action_to_today(self) -> None:
        """Come back to today."""
        self._day = None
        self.reload()

    @on(YearCalendar.Moved)
    def _moved(self) -> None:
        self._day = self.calendar.day
        self._say_day()

    @on(YearCalendar.Opened)
    def _open(self) -> None:
        from winjournal.ui.screens.day import DayScreen

        self.app.push_screen(DayScreen(self.calendar.day))

    def _go(self, year: int) -> None:
        if FIRST_YEAR <= year <= LAST_YEAR:
            day = self.day
            last = day.month == 2 and day.day == 29
            self._day = day.replace(year=year, day=28 if last else day.day)
            self.reload()

    def _show(self, view: YearView) -> None:
        self.calendar.show(self.day, view.days)
        marks = sum(one.marks for one in view.days)
        ended = sum(len(one.ended) for one in view.days)
        aside = f"{say_count(ended, 'talk')} ended, {say_count(marks, 'mark')}"
        if not view.days:
            aside = "Nothing is written in this year; n starts a negotiation"
        self.query_one("#year-name", Heading).say(str(view.year), aside)
        self.query_one("#legend", Static).update(self._legend())
        self._say_day()

    def _say_day(self) -> None:
        count = self.calendar.count_of(self.calendar.day)
        self.query_one("#day", Static).update(day_content(count, self.app.veil))

    def _legend(self) -> Content:
        signs = heat_signs(self.app.glyphs)[1:]
        upto = [*(least - 1 for least in HEAT[1:]), None]
        spans = [
            f"{least}" if most == least else f"{least}+" if most is None
            else f"{least}-{most}"
            for least, most in zip(HEAT, upto, strict=True)
        ]  # fmt: skip
        heat = "  ".join(f"{s} {span}" for s, span in zip(signs, spans, strict=True))
        return Content.assemble(
            (f"marks  {heat}   {WRITTEN} written or ended", "$ink-faint"), "\n",
            ("A agreed  W walked away  T they walked  B both stopped  "
             f"{SEVERAL} several", "$ink-faint"),
        )  # fmt: skip


def day_content(count: DayCount, veil: Veil) -> Content:
    """Return what stands on a day, in a line for its marks and one for each end."""
    parts = [
        f"{count.handled} handled" if count.handled else "",
        say_count(count.slips, "slip") if count.slips else "",
        f"{count.others} other" if count.others else "",
        f"{count.theirs} theirs" if count.theirs else "",
        say_count(count.written, "entry", "entries") if count.written else "",
    ]
    said = ", ".join(part for part in parts if part) or "no mark"
    lines = [
        Content.assemble((say_day(count.on), "bold $ink"), (f"   {said}", "$ink-soft"))
    ]
    for one in count.ended[:2]:
        lines.append(
            Content.assemble(
                (f"{OUTCOMES[one.outcome]}  ", "$ink-soft"),
                plain(veil.words(one.title, one.person)),
                "  ",
                plain(veil.name(one.person), "$ink-soft"),
            )
        )
    if len(count.ended) > 2:
        more = f"and {len(count.ended) - 2} more"
        lines.append(Content.styled(more, "$ink-soft"))
    return Content("\n").join(lines)
