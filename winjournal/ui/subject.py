"""What an export is about: what a filter selects, one negotiation, or a week."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from winjournal.domain.filter import read_filter
from winjournal.domain.weeks import Week
from winjournal.exporting import Thing, one_file, pages, things, week_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from winjournal.services.journal import Journal


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is written.

    Attributes:
        name: What the file is called unless another name is typed.
        query: The filter; empty selects everything.
        thing: One negotiation instead.
        week: One week with its review instead.
        page: A page that is made already instead.
    """

    name: str = "winjournal"
    query: str = ""
    thing: Thing | None = None
    week: Week | None = None
    page: str | None = None

    @property
    def is_one(self) -> bool:
        """Whether no filter is asked for."""
        return self.thing is not None or self.is_whole

    @property
    def is_whole(self) -> bool:
        """Whether it is written as it is, without anything being chosen."""
        return self.week is not None or self.page is not None

    def chosen(self, journal: Journal, now: datetime) -> tuple[Thing, ...]:
        """Return the things that are written; a week and a page count as none.

        Raises:
            FilterError: The filter is not understood.
        """
        if self.thing is not None:
            return (self.thing,)
        if self.is_whole:
            return ()
        slugs = [tag.slug for tag in journal.tags.all()]
        return things(journal, read_filter(self.query, now, own_tags=slugs))

    def pieces(self, journal: Journal, now: datetime) -> Iterator[str]:
        """Yield one file of all of it, piece by piece.

        Raises:
            FilterError: The filter is not understood.
        """
        if self.page is not None:
            yield self.page
        elif self.week is not None:
            yield week_page(journal, self.week)
        elif self.thing is not None:
            yield from pages(journal, self.chosen(journal, now))
        else:
            yield from one_file(journal, self.chosen(journal, now))
