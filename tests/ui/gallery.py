"""Every part on invented content: for the tests, and to look at.

.venv/bin/python -m tests.ui.gallery THEME [ascii] [ROOM]
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, ClassVar

from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from winjournal.ui.base_app import BaseApp
from winjournal.ui.bindings import bindings_for
from winjournal.ui.glyphs import ASCII, UNICODE, Glyphs
from winjournal.ui.screen import FormScreen, RoomScreen
from winjournal.ui.widgets.empty import empty_content
from winjournal.ui.widgets.facts import Facts
from winjournal.ui.widgets.form import Form
from winjournal.ui.widgets.form_spec import (
    FieldSpec,
    Option,
    choice_field,
    date_field,
    long_field,
    met_field,
    number_field,
    scale_field,
    text_field,
    yes_no_field,
)
from winjournal.ui.widgets.heading import Heading
from winjournal.ui.widgets.ledger import Column, Ledger, Pages, Row, Rows
from winjournal.ui.widgets.marks import mark, tagged
from winjournal.ui.widgets.ruler import Ruler, Scale, Tick, ruler_line
from winjournal.ui.widgets.week_strip import StripLine, WeekMarks, WeekStrip

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.screen import Screen


def weeks(text: str) -> tuple[WeekMarks, ...]:
    """Return weeks written as `2/0 3/1`: handled and slips."""
    pairs = (part.split("/") for part in text.split())
    return tuple(WeekMarks(int(handled), int(slips)) for handled, slips in pairs)


STRIP = (
    StripLine("trust", weeks("2/0 3/0 1/0 1/0 2/0 0/0 2/0 1/0 1/0 0/0 0/0 1/0")),
    StripLine("winning", weeks("0/0 0/0 0/1 1/0 0/1 1/0 0/0 0/0 2/0 0/0 0/0 0/0")),
    StripLine("value", weeks("1/0 1/0 0/1 2/0 3/1 0/0 0/0 0/0 0/0 0/0 1/1 0/0")),
    StripLine("share", weeks("0/0 0/1 0/0 0/0 0/0 1/1 0/0 0/0 0/0 0/1 0/1 1/0")),
    StripLine("ego", weeks("0/1 1/0 1/0 2/0 1/2 0/0 1/0 1/0 1/1 0/1 0/0 0/0")),
)


def under_way(glyphs: Glyphs) -> list[Row]:
    """Return what Today shows at its left."""
    marks = Content.assemble(
        mark("handled", glyphs),
        " ",
        mark("slip", glyphs),
        " ",
        mark("slip", glyphs, theirs=True),
        ("  you 1 handled, 1 slip; Dana 1 slip", "$ink-soft"),
    )
    return [
        Row(
            "acme",
            (
                Content.styled(glyphs.met, "$gold"),
                Content.assemble(("Acme renewal", "bold"), "  ", ("Dana", "$ink-soft")),
                "since 09:40",
            ),
            more=marks,
            heading="Under way",
        ),
        Row(
            "deposit",
            (
                Content.styled(glyphs.unmet, "$ink-soft"),
                Content.assemble("Landlord, deposit", ("  M. Okafor", "$ink-soft")),
                "today 14:00",
            ),
            more=Content.styled("no walk-away line yet; their win unknown", "$gold"),
            gap=True,
        ),
        Row("n1", ("", "felt rushed on the phone", "08:12"), heading="Inbox"),
        Row("n2", ("", "promised Dana the SLA draft by Friday", "08:50")),
    ]


class TodayGallery(RoomScreen):
    """Today, as in the picture."""

    NAME = "today"
    HELP = "What is under way, what is due, and a line to write in."
    AUTO_FOCUS = "#list"
    BINDINGS: ClassVar = bindings_for("today")
    FOOTER = ("quick_line", "new", "mark", "debrief", "find", "undo")

    def compose_body(self) -> ComposeResult:
        glyphs = self.app.glyphs  # type: ignore[attr-defined]  # a BaseApp
        with Container(classes="columns"):
            with Vertical(classes="main"):
                hint = "What happened?  yesterday 3pm: Dana, …"
                yield Input(placeholder=hint, classes="line", id="line", compact=True)
                yield Ledger(
                    Column(width=1, gap=1),
                    Column(),
                    Column(width=11, right=True, style="$ink-soft"),
                    id="list",
                )
            with Vertical(classes="side"):
                yield Heading("Due")
                yield Facts(
                    [
                        ("today", "Kiln lease, 30 days on"),
                        ("Fri", "SLA draft to Dana"),
                        (
                            "Fri",
                            Content.assemble(
                                "usage data from Sam  ", ("theirs", "$ink-soft")
                            ),
                        ),
                        ("Sun", "review of week 47"),
                    ],
                    label_width=5,
                )
                yield Heading("Vow this week")
                yield Static(
                    Content.assemble(
                        ("If", "bold"),
                        " I hear “your competitor is cheaper” ",
                        ("then", "bold"),
                        " I ask one question first.\n",
                        ("tested 3 times, kept 2", "$ink-soft"),
                    )
                )
        yield Heading("Twelve weeks", "26 talks, 60 marks", classes="tight")
        yield WeekStrip(STRIP)
        self.call_after_refresh(
            lambda: self.query_one(Ledger).show(Rows(under_way(glyphs)))
        )

    def on_mount(self) -> None:
        self.fact = "saved 09:41"

    def action_quick_line(self) -> None:
        self.query_one("#line").focus()

    def action_mark(self) -> None: ...

    def action_debrief(self) -> None:
        self.app.push_screen(FormGallery())


class JournalGallery(RoomScreen):
    """Ten thousand negotiations by date."""

    NAME = "journal"
    HELP = "Everything by date, newest first."
    AUTO_FOCUS = "#journal"
    BINDINGS: ClassVar = bindings_for("journal")

    def compose_body(self) -> ComposeResult:
        with Container(classes="columns"):
            with Vertical(classes="main"):
                yield Ledger(
                    Column(width=6, right=True, style="$ink-faint"),
                    Column(width=1, gap=1),
                    Column(),
                    Column(width=6, right=True, style="$ink-soft"),
                    empty=empty_content(
                        "Negotiations will stand here by date.", "n", "starts one"
                    ),
                    id="journal",
                )
            with Vertical(classes="side"):
                yield Heading("Terms")
                yield Ruler(DEAL)
                yield Heading("Acme renewal", "Dana", name=True)
                yield Facts([("me", "2 years, 40k or more, a named contact " * 3)])

    def on_mount(self) -> None:
        glyphs = self.app.glyphs  # type: ignore[attr-defined]  # a BaseApp
        months = {index: f"Month {index // 900}" for index in range(0, 10_000, 900)}

        def rows(start: int, stop: int) -> list[Row]:
            return [
                Row(
                    f"n{index}",
                    (
                        f"{index % 28 + 1} Mar",
                        mark("handled" if index % 3 else "slip", glyphs),
                        f"Negotiation {index} with somebody",
                        f"{index % 97}k",
                    ),
                )
                for index in range(start, stop)
            ]

        ledger = self.query_one(Ledger)
        ledger.show(
            Pages(
                10_000,
                rows,
                headings=months,
                find=lambda row_id: int(row_id[1:]),
                first=rows(0, 100),
            )
        )

    def action_filter(self) -> None: ...

    def action_export(self) -> None: ...

    def action_delete(self) -> None:
        self.app.notify("Deleted Acme renewal. u brings it back.")


DEAL = Scale(
    low=34.0,
    high=50.0,
    interval=(Tick(38.0, figure="38k"), Tick(46.0, figure="46k")),
    interval_word="fair range",
    value=Tick(41.0, figure="41k"),
    ticks=(Tick(36.0, "leave", "36k"), Tick(48.0, "asked", "48k")),
)


def statements(glyphs: Glyphs, width: int) -> list[Row]:
    """Return rows with rulers in them, as on the page of character."""

    def row(name: str, low: float, at: float, high: float, n: str, what: str) -> Row:
        scale = Scale(low=0, high=1, interval=(Tick(low), Tick(high)), value=Tick(at))
        cells = (
            Content.styled(name, "bold"),
            ruler_line(scale, width, glyphs),
            n,
            what,
        )
        return Row(name, cells, more=f"beside it, what belongs to {name}", gap=True)

    return [
        row("Trust", 0.72, 0.92, 0.97, "11 of 12", "promises kept"),
        row("Winning", 0.07, 0.33, 0.64, "2 of 6", "talks where my goalposts moved"),
        row("Value", 0.5, 0.77, 0.93, "7 of 9", "fair ranges with a yardstick"),
        row("Share", 0.21, 0.5, 0.75, "4 of 8", "deals above the range I sealed"),
        row("Ego", 0.21, 0.38, 0.54, "8 of 21", "talks with ego tagged"),
        row("Interests", 0.25, 0.4, 0.5, "36 of 90", "degrees; 45 is equal"),
    ]


class CharacterGallery(RoomScreen):
    """Rulers in a list."""

    NAME = "character"
    AUTO_FOCUS = "#statements"
    BINDINGS: ClassVar = bindings_for("character")

    def compose_body(self) -> ComposeResult:
        yield Heading("What your negotiations say", "24 talks, 60 marks", name=True)
        yield Ledger(
            Column(width=9),
            Column(width=28),
            Column(width=8, right=True),
            Column(),
            id="statements",
        )

    def on_mount(self) -> None:
        self.fact = "Sep – Nov 2026"  # noqa: RUF001 - as it is written
        glyphs = self.app.glyphs  # type: ignore[attr-defined]  # a BaseApp
        self.query_one(Ledger).show(Rows(statements(glyphs, 28)))

    def action_previous_period(self) -> None: ...

    def action_next_period(self) -> None: ...

    def action_export(self) -> None: ...


class MarksGallery(RoomScreen):
    """Marks and an empty list."""

    NAME = "week"
    AUTO_FOCUS = "#moments"
    BINDINGS: ClassVar = bindings_for("week")

    def compose_body(self) -> ComposeResult:
        glyphs = self.app.glyphs  # type: ignore[attr-defined]  # a BaseApp
        yield Heading("Moments")
        yield Facts(
            [
                ("09:43", tagged("handled", "honest", glyphs)),
                ("09:47", tagged("slip", "goalpost-shift", glyphs, theirs="Dana")),
                ("09:54", tagged("slip", "ego", glyphs, strength=2)),
                ("09:59", tagged("undecided", "decide later", glyphs)),
                ("met", Content(" ").join(mark(k, glyphs) for k in MET)),
            ],
            label_style="$ink-faint",
        )
        yield Ledger(
            empty=empty_content("Moments will stand here.", "m", "marks one"),
            id="moments",
        )


MET: tuple[Any, ...] = ("met", "half", "unmet")


def in_words(text: str) -> str | None:
    """Pretend to know dates."""
    return "Tue 3 Mar 2026, 15:00" if text == "yesterday 3pm" else None


def no_date(text: str) -> str | None:
    """Pretend to know what is none."""
    return None if in_words(text) else f"No date is understood in “{text}”."


PEOPLE = ("Dana", "Dan Brown", "M. Okafor")


def people_like(text: str) -> Sequence[str]:
    """Return who was dealt with before."""
    return [name for name in PEOPLE if name.casefold().startswith(text.casefold())]


SPECS: tuple[FieldSpec, ...] = (
    text_field("title", "What it is", required=True, max_length=80),
    text_field("person", "With", required=True, suggest=people_like),
    choice_field(
        "outcome",
        "Outcome",
        [
            Option("agreed", "agreed"),
            Option("walked-away", "walked away"),
            Option("they-walked", "they walked", "t"),
            Option("both-stopped", "both stopped"),
            Option("open", "open"),
        ],
        why="Walking away is an outcome like any other.",
    ),
    date_field("when", "When", echo=in_words, check=no_date, hint="yesterday 3pm"),
    number_field(
        "captured",
        "Captured",
        check=lambda text: None if text.isdigit() else "Write a number, such as 41000.",
        when=lambda values: values["outcome"] == "agreed",
        why="What you took, in the unit of the terms.",
    ),
    met_field("met_1", "2 years", heading="Met"),
    met_field("met_2", "a named contact"),
    scale_field("my_sat", "How content I am", low="not at all", high="entirely"),
    text_field("sealed", "I leave below", locked=True),
    long_field("happened", "What happened", folded=True, heading="In words"),
    yes_no_field("told", "They could know it", folded=True),
)

VALUES: Mapping[str, str | None] = {
    "title": "Acme renewal",
    "person": "Dana",
    "outcome": "agreed",
    "when": "yesterday 3pm",
    "sealed": "36k",
    "met_1": "1",
}


class FormGallery(FormScreen):
    """A form."""

    NAME = "debrief"
    HELP = "Three minutes while you still know. Leave it at any point."

    def __init__(self, values: Mapping[str, str | None] = VALUES) -> None:
        super().__init__()
        self.given = values
        self.told: list[tuple[str, dict[str, str | None]]] = []

    def compose_body(self) -> ComposeResult:
        yield Heading("Debrief", "Acme renewal", name=True)
        yield Form(SPECS, self.given)

    def on_form_changed(self, message: Form.Changed) -> None:
        self.told.append(("changed", message.values))

    def on_form_submitted(self, message: Form.Submitted) -> None:
        self.told.append(("submitted", message.values))
        self.app.notify("Saved the debrief of Acme renewal.")


class Gallery(BaseApp):
    """All of it."""

    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {
        "today": TodayGallery,
        "journal": JournalGallery,
        "week": MarksGallery,
        "character": CharacterGallery,
    }
    DEFAULT_MODE = "today"

    def __init__(
        self,
        theme: str = "ink",
        *,
        glyphs: Glyphs = UNICODE,
        keymap: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(theme=theme, glyphs=glyphs, keymap=keymap)
        self.chosen: list[str] = []

    def theme_chosen(self, name: str) -> None:
        self.chosen.append(name)

    def action_undo(self) -> None:
        self.notify("Took back: [b]new[/b] negotiation.")

    def action_find(self) -> None: ...

    def action_new(self) -> None:
        self.push_screen(FormGallery({}))


if __name__ == "__main__":
    arguments = sys.argv[1:]
    signs = ASCII if "ascii" in arguments else UNICODE
    Gallery(arguments[0] if arguments else "ink", glyphs=signs).run()
