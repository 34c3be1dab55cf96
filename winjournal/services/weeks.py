"""What a user can do with a week: look at it, review it, vow, seal."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from winjournal.domain.errors import Invalid, Sealed
from winjournal.domain.filter import read_filter
from winjournal.domain.moments import Moment
from winjournal.domain.weeks import Week
from winjournal.domain.writing import Link, Vow, VowTest, WeekReview
from winjournal.services.sealing import add_link, week_content
from winjournal.services.views import JournalRow, Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from winjournal.services.ports import Clock, Ids, Reader, Store, Writer


ROWS_MAX = 500
"""Rows of one week that are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekView:
    """Everything the Week screen shows.

    Attributes:
        rows: What was negotiated or written: first what began before or ended
            after this week, then what is dated in it, each newest first.
        marks: Its marks, in order of time.
        moments: The same with their words.
        titles: Titles of the negotiations that the marks belong to.
        review: None before anything was written.
        vow: The vow that this week's review made.
        standing: The vow made before, which stands this week.
        kept, tested: How often the standing vow was kept of how often its IF came.
    """

    week: Week
    rows: tuple[JournalRow, ...]
    marks: tuple[Mark, ...]
    titles: dict[str, str]
    review: WeekReview | None
    vow: Vow | None
    standing: Vow | None
    kept: int = 0
    tested: int = 0
    moments: tuple[Moment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VowAnswer:
    """How a vow fared in one negotiation, as the debrief asks it.

    Attributes:
        occurred: Whether the IF came.
        kept: Whether the THEN was done; None where the IF did not come.
    """

    vow_id: str
    occurred: bool
    kept: bool | None = None


class Weeks:
    """Look at, review and seal weeks."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store, self._clock, self._ids = store, clock, ids

    def view(self, week: Week) -> WeekView:
        """Return everything about one week."""
        span = f"since:{week.monday} until:{week.sunday}"
        with self._store.views() as views:
            found = read_filter(span, self._clock.now())
            listed = views.journal(found, 0, ROWS_MAX)
            marks = tuple(views.marks(week.monday, week.sunday))
            others = {m.negotiation_id for m in marks} - {r.id for r in listed}
            rows = (*views.deals(tuple(others)), *listed)
            titles = views.titles([m.negotiation_id for m in marks])
        with self._store.read() as reader:
            dealt = sorted({mark.negotiation_id for mark in marks})
            moments = _moments_of(reader, week, dealt)
        return replace(
            self.own(week), rows=rows, marks=marks, titles=titles, moments=moments
        )

    def own(self, week: Week) -> WeekView:
        """Return a week's review and vows, without what was negotiated in it."""
        with self._store.read() as reader:
            standing = vow_before(reader, week)
            kept, tested = tests_of(reader, standing)
            return WeekView(
                week=week,
                rows=(),
                marks=(),
                titles={},
                review=reader.find(WeekReview, week=str(week)),
                vow=reader.find(Vow, week=str(week)),
                standing=standing,
                kept=kept,
                tested=tested,
            )

    def save(
        self,
        week: Week,
        *,
        reflection: str | None = None,
        sentence: str | None = None,
        unlogged: int | None = None,
        vow: tuple[str, str] | None = None,
    ) -> WeekReview:
        """Write a week's review so far; None leaves what stands.

        Args:
            week: Which.
            reflection: Markdown.
            sentence: One sentence for the week.
            unlogged: How many talks were not logged.
            vow: What comes after IF and after THEN.

        Raises:
            Sealed: The week is sealed.
            Invalid: The sentence is too long or the count negative.
        """
        if unlogged is not None and unlogged < 0:
            raise Invalid("unlogged", "Talks not logged are 0 or more.")
        with self._store.write("wrote the review of", str(week)) as writer:
            old = writer.find(WeekReview, week=str(week))
            base = self._open_review(old, week)
            review = replace(
                base,
                reflection=base.reflection if reflection is None else reflection,
                sentence=base.sentence if sentence is None else sentence or None,
                unlogged=base.unlogged if unlogged is None else unlogged,
            )
            review.check()
            if review != old:
                writer.put(review)
            if vow is not None:
                self._put_vow(writer, week, *vow)
            return review

    def vow(self, week: Week, cue: str, deed: str) -> Vow:
        """Make or rewrite the one vow of a week's review.

        Raises:
            Sealed: The week is sealed.
            Invalid: One half is missing or too long.
        """
        with self._store.write("vowed in", str(week)) as writer:
            self._open_review(writer.find(WeekReview, week=str(week)), week)
            return self._put_vow(writer, week, cue, deed)

    def test_vow(
        self, vow_id: str, negotiation_id: str, occurred: bool, kept: bool | None
    ) -> VowTest:
        """Write whether the IF came in a negotiation and the THEN was done."""
        now = self._clock.now()
        with self._store.write("tested the vow in", _title(self._store,
                               negotiation_id)) as writer:  # fmt: skip
            answer = VowAnswer(vow_id=vow_id, occurred=occurred, kept=kept)
            return put_test(writer, self._ids.new(now), negotiation_id, answer)

    def seal(self, week: Week) -> WeekReview:
        """Seal a week's review.

        Raises:
            Sealed: It is sealed already.
            Invalid: There is nothing in it, or the week has not begun.
        """
        now = self._clock.now()
        if week.monday > now.date():
            raise Invalid("week", "This week has not begun yet.")
        with self._store.write("sealed", str(week)) as writer:
            old = writer.find(WeekReview, week=str(week))
            review = self._open_review(old, week)
            vow = writer.find(Vow, week=str(week))
            if not (review.reflection.strip() or review.sentence or vow):
                raise Invalid("reflection", "There is nothing to seal yet.")
            content = week_content(review, vow)
            link = add_link(writer, self._ids, f"week:{week}", "week", content, now)
            sealed = replace(review, sealed_at=now, hash=link.content_hash)
            writer.put(sealed)
            return sealed

    def _put_vow(self, writer: Writer, week: Week, cue: str, deed: str) -> Vow:
        old = writer.find(Vow, week=str(week))
        vow = Vow(
            id=old.id if old else self._ids.new(self._clock.now()),
            week=str(week),
            cue=cue.strip(),
            deed=deed.strip(),
        )
        vow.check()
        if vow != old:
            writer.put(vow)
        return vow

    def written(self) -> dict[Week, str]:
        """Return the weeks with a review or a vow, oldest first, each with its id."""
        with self._store.read() as reader:
            kept: tuple[Vow | WeekReview, ...] = (
                *reader.list(Vow),
                *reader.list(WeekReview),
            )
        # A week's id is that of its review, where it has one.
        ids = {Week.parse(one.week, date.max): one.id for one in kept}
        return dict(sorted(ids.items()))

    def seals(self, week: Week) -> tuple[Link, ...]:
        """Return the chain of a week's seals, the first one first."""
        with self._store.read() as reader:
            return reader.list(Link, chain=f"week:{week}")

    def _open_review(self, old: WeekReview | None, week: Week) -> WeekReview:
        if old is None:
            return WeekReview(id=self._ids.new(self._clock.now()), week=str(week))
        if old.sealed_at is not None:
            raise Sealed(f"Week {week.week} is sealed and cannot be rewritten.")
        return old


def put_test(
    writer: Writer, new_id: str, negotiation_id: str, answer: VowAnswer
) -> VowTest:
    """Write how a vow fared in a negotiation; one test for both of them."""
    old = writer.find(VowTest, vow_id=answer.vow_id, negotiation_id=negotiation_id)
    test = VowTest(
        id=old.id if old else new_id,
        vow_id=answer.vow_id,
        negotiation_id=negotiation_id,
        occurred=answer.occurred,
        kept=answer.kept if answer.occurred else None,
    )
    if test != old:
        writer.put(test)
    return test


def vow_before(reader: Reader, week: Week) -> Vow | None:
    """Return the latest vow of an earlier week that still stands."""
    earlier = [
        vow
        for vow in reader.list(Vow, retired_on=None)
        if Week.parse(vow.week, week.monday) < week
    ]
    return max(earlier, key=lambda vow: vow.week, default=None)


def tests_of(reader: Reader, vow: Vow | None) -> tuple[int, int]:
    """Return how often a vow was kept, and how often its IF came."""
    if vow is None:
        return 0, 0
    tests = [t for t in reader.list(VowTest, vow_id=vow.id) if t.occurred]
    return sum(1 for t in tests if t.kept), len(tests)


def _moments_of(reader: Reader, week: Week, deals: Sequence[str]) -> tuple[Moment, ...]:
    found = (m for id_ in deals for m in reader.list(Moment, negotiation_id=id_))
    own = (m for m in found if Week.of(m.at.date()) == week)
    return tuple(sorted(own, key=lambda m: (m.at, m.id)))


def _title(store: Store, negotiation_id: str) -> str:
    with store.views() as views:
        return views.titles([negotiation_id]).get(negotiation_id, "")
