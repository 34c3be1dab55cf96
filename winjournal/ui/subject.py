"""What an export is about: what a filter selects, one negotiation, a week, a period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from winjournal.domain.filter import read_filter
from winjournal.domain.periods import Period
from winjournal.domain.weeks import Week
from winjournal.exchange.csv_form import BYTE_ORDER_MARK, negotiations_csv
from winjournal.exchange.json_form import json_pieces
from winjournal.exporting import (
    Part,
    Thing,
    character_page,
    one_file,
    pages,
    things,
    week_page,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from winjournal.exchange.manner import Manner
    from winjournal.services.journal import Journal


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is written.

    Attributes:
        name: What the file is called unless another name is typed.
        query: The filter; empty selects everything.
        saved: Saved filters by name, which the filter may name.
        thing: One negotiation instead.
        week: One week with its review instead.
        period: What the negotiations of a period say instead.
        page: A page that is made already instead.
    """

    name: str = "winjournal"
    query: str = ""
    saved: Mapping[str, str] = field(default_factory=dict)
    thing: Thing | None = None
    week: Week | None = None
    period: Period | None = None
    page: str | None = None

    @property
    def is_one(self) -> bool:
        """Whether no filter is asked for."""
        return self.thing is not None or self.is_whole

    @property
    def is_whole(self) -> bool:
        """Whether it is written as it is, without anything being chosen."""
        return any(one is not None for one in (self.week, self.period, self.page))

    def chosen(self, journal: Journal, now: datetime) -> tuple[Thing, ...]:
        """Return the things that are written; what is whole counts as none.

        Raises:
            FilterError: The filter is not understood.
        """
        if self.thing is not None:
            return (self.thing,)
        if self.is_whole:
            return ()
        slugs = [tag.slug for tag in journal.tags.all()]
        found = read_filter(self.query, now, own_tags=slugs, saved=self.saved)
        return things(journal, found)

    def pieces(
        self, journal: Journal, now: datetime, manner: Manner
    ) -> Iterator[str]:  # fmt: skip
        """Yield one file of all of it, piece by piece.

        Raises:
            FilterError: The filter is not understood.
            DamagedJournal: A template of the user's is not understood.
        """
        if self.page is not None:
            yield self.page
        elif self.week is not None:
            yield week_page(journal, self.week, manner)
        elif self.period is not None:
            page = character_page(journal, self.period, manner)
            yield page or "No negotiation lies in this period.\n"
        elif self.thing is not None:
            yield from pages(journal, self.chosen(journal, now), manner=manner)
        else:
            yield from one_file(journal, self.chosen(journal, now), manner=manner)

    def table(self, journal: Journal, now: datetime, manner: Manner) -> Iterator[str]:
        """Yield the negotiations that are written as a table.

        Raises:
            FilterError: The filter is not understood.
        """
        chosen = self.chosen(journal, now)
        deals = [one.id for one in chosen if one.part is Part.NEGOTIATION]
        yield BYTE_ORDER_MARK
        hides = manner.redaction
        yield from negotiations_csv(map(hides.of, journal.reading.dossiers(deals)))

    def document(self, journal: Journal) -> Iterator[str]:
        """Yield the whole journal as JSON."""
        return json_pieces(journal.reading.every)
