"""The report as it is being read: shared by the page and what opens from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from winjournal.domain.periods import Period
from winjournal.domain.report import Report
from winjournal.domain.slices import Slice
from winjournal.domain.spans import Span, span_around, span_beside
from winjournal.domain.tags import Step
from winjournal.services.statements import Material

if TYPE_CHECKING:
    from collections.abc import Callable

    from winjournal.domain.facts import Facts
    from winjournal.domain.report import Block
    from winjournal.services.journal import Journal
    from winjournal.ui.app import WinJournalApp


@dataclass(slots=True)
class Chosen:
    """The period that is looked at.

    Attributes:
        span: How long, where it was not typed.
        day: A day in it; None for today.
        typed: The period that was typed instead; None for none.
    """

    span: Span = Span.ALL
    day: date | None = None
    typed: Period | None = None

    def period(self, today: date) -> Period:
        """Return the period itself."""
        return self.typed or span_around(self.span, self.day or today)

    def longer(self) -> None:
        """Choose the next longer span; after a typed period that of its end."""
        self.span = self.span.longer
        self.typed = None

    def step(self, step: int, today: date) -> bool:
        """Go to the period before or after; False where there is none."""
        if self.typed is not None or self.span is Span.ALL:
            return False
        self.day = span_beside(self.span, self.day or today, step)
        return True

    def to_today(self) -> None:
        """Come back to the period that holds today."""
        self.day = self.typed = None


@dataclass(slots=True)
class Reading:
    """What was read last, and for which period.

    Attributes:
        figures: Whether figures are shown.
        sliced: The blocks whose slices are wanted.
        edition: The app's edition when the journal was read last.
    """

    chosen: Chosen = field(default_factory=Chosen)
    figures: bool = True
    material: Material | None = None
    report: Report | None = None
    sliced: dict[Step, tuple[Slice, ...]] = field(default_factory=dict)
    edition: int = -1

    @property
    def facts(self) -> dict[str, Facts]:
        """The negotiations by id."""
        deals = self.material.record.deals if self.material else ()
        return {deal.id: deal for deal in deals}

    def block(self, row_id: str | None) -> Block | None:
        """Return the block of a row; None where it is another row."""
        if self.report is None or row_id is None:
            return None
        return next(
            (b for b in self.report.blocks if f"block:{b.step}" == row_id), None
        )

    def ask(self, app: WinJournalApp, then: Callable[[], None]) -> None:
        """Count, from what is known where nothing was written since, then go on."""
        period = self.chosen.period(app.setting.now().date())
        known = self.material if self.edition == app.edition else None
        edition, steps = app.edition, tuple(self.sliced)

        def job(journal: Journal) -> tuple[Material, Report, dict[Step, Sliced]]:
            say = journal.statements
            material = known if known is not None else say.material()
            sliced = {step: say.slices(period, step, material) for step in steps}
            return material, say.report(period, material), sliced

        def counted(answer: tuple[Material, Report, dict[Step, Sliced]]) -> None:
            self.material, self.report, sliced = answer
            self.sliced.update(sliced)
            self.edition = edition
            then()

        app.desk.ask(job, counted, latest="character")


Sliced = tuple["Slice", ...]
