"""What a user can do with moments."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from winjournal.domain.errors import NotUnderstood
from winjournal.domain.moments import Moment, Precision, recorded_when
from winjournal.domain.negotiation import Negotiation, Sitting
from winjournal.domain.own_tags import OwnTag
from winjournal.domain.sittings import live_one
from winjournal.domain.tags import Actor, find_tag, flipped, normal_slug

if TYPE_CHECKING:
    from datetime import datetime

    from winjournal.domain.tags import Step
    from winjournal.services.ports import Clock, Ids, Reader, Store


class Marks:
    """Mark, settle, flip, rewrite and remove moments."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store, self._clock, self._ids = store, clock, ids

    def mark(
        self,
        negotiation_id: str,
        tag: str | None,
        actor: Actor = Actor.ME,
        *,
        strength: int = 1,
        note: str | None = None,
        at: datetime | None = None,
        step: Step | None = None,
    ) -> Moment:
        """Mark a moment; without a tag it is decided later.

        Args:
            negotiation_id: Where it happened.
            tag: A slug of the taxonomy, or of one's own.
            actor: Whose deed it was.
            strength: 1 to 3.
            note: A line of words.
            at: When; None means now, by the clock.
            step: Of a mark without a tag, the step that was named, if any.

        Raises:
            NotUnderstood: No such tag.
            Invalid: The strength or the note is out of range.
        """
        now = self._clock.now()
        slug = self._known(tag)
        with self._store.write(f"marked {slug or 'a moment'}", self._title(
            negotiation_id)) as writer:  # fmt: skip
            when = at or now
            moment = Moment(
                id=self._ids.new(now),
                negotiation_id=negotiation_id,
                sitting_id=_sitting_of(writer, negotiation_id, at, now),
                at=when,
                precision=Precision.APPROX if at else Precision.EXACT,
                tag=slug,
                step_hint=None if slug else step,
                actor=actor,
                strength=strength,
                note=(note or "").strip() or None,
                recorded=recorded_when(when, now),
            )
            moment.check()
            writer.put(moment)
            return moment

    def edit(self, moment: Moment) -> Moment:
        """Rewrite a moment: its tag, actor, strength, words or time.

        Raises:
            NotUnderstood: No such tag.
            Invalid: A field is out of range.
        """
        note = (moment.note or "").strip() or None
        moment = replace(moment, tag=self._known(moment.tag), note=note)
        moment.check()
        title = self._title(moment.negotiation_id)
        with self._store.write("edited a moment in", title) as writer:
            writer.get(Moment, moment.id)
            writer.put(moment)
        return moment

    def flip(self, moment: Moment) -> Moment:
        """Turn a moment's tag into the other half of its pair.

        Raises:
            NotUnderstood: It has no pair, or no tag yet.
        """
        if moment.tag is None:
            raise NotUnderstood("This mark has no tag yet to flip.")
        return self.edit(replace(moment, tag=flipped(moment.tag)))

    def remove(self, moment_id: str) -> None:
        """Delete a moment; undo brings it back."""
        with self._store.read() as reader:
            moment = reader.get(Moment, moment_id)
        title = self._title(moment.negotiation_id)
        with self._store.write("deleted a moment of", title) as writer:
            writer.remove(writer.get(Moment, moment_id))

    def _title(self, negotiation_id: str) -> str:
        with self._store.read() as reader:
            return reader.get(Negotiation, negotiation_id).title

    def _known(self, tag: str | None) -> str | None:
        """Return the slug of a tag, of the taxonomy or one's own; None stays None."""
        if tag is None:
            return None
        slug = normal_slug(tag)
        if find_tag(slug) is None:
            with self._store.read() as reader:
                own = reader.find(OwnTag, slug=slug)
            if own is None:
                said = f"There is no tag {slug[:40]}."
                raise NotUnderstood(said, "The picker lists them.")
        return slug


def _sitting_of(
    reader: Reader, negotiation_id: str, at: datetime | None, now: datetime
) -> str | None:
    """Return the sitting that a mark belongs to, if any.

    What is marked now belongs to the live one, also by a clock set back; else it is
    the latest that had begun and not ended. One whose end is not known ends with its
    day.
    """
    sittings = reader.list(Sitting, negotiation_id=negotiation_id)
    live = live_one(sittings)
    if at is None and live is not None:
        return live.id
    when = at or now
    going_on = [one for one in sittings if one.started_at <= when and _lasts(one, when)]
    meant = max(going_on, key=lambda one: one.started_at, default=None)
    return meant.id if meant else None


def _lasts(sitting: Sitting, when: datetime) -> bool:
    if sitting.ended_at is not None:
        return when <= sitting.ended_at
    began = sitting.started_at
    return sitting.is_live or when.astimezone(began.tzinfo).date() == began.date()
