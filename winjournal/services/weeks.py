"""What a user can do with a week: look at it, review it, vow, seal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from winjournal.domain.errors import Invalid, Sealed
from winjournal.domain.filter import read_filter
from winjournal.domain.moments import Moment
from winjournal.domain.prompts import own_prompt
from winjournal.domain.weeks import Week
from winjournal.domain.writing import Link, Vow, VowTest, WeekReview
from winjournal.services.reviewing import Asked, asked_of, walk_of
from winjournal.services.sealing import add_link, week_content
from winjournal.services.vows import VowAnswer, put_test, tests_of, vow_before
from winjournal.services.week_views import WeekLine as WeekLine
from winjournal.services.week_views import WeekView as WeekView
from winjournal.services.week_views import dealt_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from winjournal.domain.prompts import Prompt
    from winjournal.services.ports import Clock, Ids, Reader, Store, Writer


ROWS_MAX = 500
"""Rows of one week that are shown."""


class Weeks:
    """Look at, review and seal weeks.

    Args:
        store: Where they are.
        clock: Tells the time.
        ids: Makes ids.
        prompts: The user's own questions for a review, as (id, text).
    """

    def __init__(
        self, store: Store, clock: Clock, ids: Ids,
        prompts: Sequence[tuple[str, str]] = (),
    ) -> None:  # fmt: skip
        self._store, self._clock, self._ids = store, clock, ids
        self._own = tuple(own_prompt(id_, text) for id_, text in prompts)

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
            view = replace(
                self.own(week), rows=rows, marks=marks, titles=titles, moments=moments
            )
        talked = dealt_in(view)
        with self._store.views() as views, self._store.read() as reader:
            walk = walk_of(
                views, reader, week=week, today=self._clock.now().date(),
                review=view.review, vow=view.standing, talked=talked, moments=moments,
            )  # fmt: skip
        return replace(view, walk=walk)

    def asked(self, week: Week) -> Asked:
        """Return the week's one question, and the others that were raised.

        It reads the whole record, so a screen asks for it behind the week itself.
        """
        now = self._clock.now()
        with self._store.views() as views, self._store.read() as reader:
            return asked_of(views, reader, week, now, self._own)

    def lines(self, weeks: Sequence[Week]) -> tuple[WeekLine, ...]:
        """Return some weeks in a line each, with their marks, in their order."""
        with self._store.views() as views, self._store.read() as reader:
            marks = views.marks(weeks[0].monday, weeks[-1].sunday)
            return tuple(
                WeekLine(
                    week=week,
                    review=reader.find(WeekReview, week=str(week)),
                    vow=reader.find(Vow, week=str(week)),
                    marks=tuple(mark for mark in marks if mark.on in week.days),
                )
                for week in weeks
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
        answer: str | None = None,
        prompt: Prompt | None = None,
    ) -> WeekReview:
        """Write a week's review so far; None leaves what stands.

        Args:
            week: Which.
            reflection: Markdown.
            sentence: One sentence for the week.
            unlogged: How many talks were not logged.
            vow: What comes after IF and after THEN.
            answer: What is answered to the question of the week.
            prompt: The question that was asked.

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
                answer=base.answer if answer is None else answer or None,
            )
            if prompt is not None:
                review = _asking(review, prompt)
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
            new_id = self._ids.new(now)
            return put_test(writer, new_id, negotiation_id, answer, now.date())

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
            words = (review.reflection.strip(), review.sentence, review.answer)
            if not (any(words) or vow):
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

    def vow_of(self, vow_id: str) -> Vow:
        """Return a vow.

        Raises:
            NotFound: There is none.
        """
        with self._store.read() as reader:
            return reader.get(Vow, vow_id)

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


def _asking(review: WeekReview, prompt: Prompt) -> WeekReview:
    """Return a review that says which question it answers, as it was asked."""
    if prompt.id == review.prompt_id and review.prompt_text:
        return review
    return replace(
        review, prompt_id=prompt.id, prompt_text=prompt.text, cited=prompt.deals
    )


def _moments_of(reader: Reader, week: Week, deals: Sequence[str]) -> tuple[Moment, ...]:
    found = (m for id_ in deals for m in reader.list(Moment, negotiation_id=id_))
    own = (m for m in found if Week.of(m.at.date()) == week)
    return tuple(sorted(own, key=lambda m: (m.at, m.id)))


def _title(store: Store, negotiation_id: str) -> str:
    with store.views() as views:
        return views.titles([negotiation_id]).get(negotiation_id, "")
