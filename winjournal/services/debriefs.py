"""What a user can do after the talk: debrief it, and seal the debrief."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from winjournal.domain.debrief import Debrief, Outcome
from winjournal.domain.errors import Invalid, Sealed
from winjournal.domain.later import FOLLOW_UP_DAYS, FollowUp
from winjournal.domain.negotiation import Negotiation
from winjournal.domain.sittings import end_of
from winjournal.domain.terms import Unit, check_amount
from winjournal.services.marks import Marks
from winjournal.services.sealing import add_link, debrief_content
from winjournal.services.together import Together
from winjournal.services.vows import VowAnswer, put_test

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from winjournal.domain.dossier import Dossier
    from winjournal.domain.goalposts import Criterion
    from winjournal.domain.line import Line
    from winjournal.services.ports import Clock, Ids, Store, Writer

AGES = (Outcome.AGREED, Outcome.WALKED_AWAY)
"""The outcomes that are asked again when they have aged."""


def missing_in(dossier: Dossier, debrief: Debrief | None = None) -> tuple[str, ...]:
    """Return the required answers that a negotiation's debrief lacks.

    Args:
        dossier: The negotiation.
        debrief: What the form holds; None takes the one in the dossier.
    """
    return dossier.unanswered(debrief)


class Debriefs:
    """Write and seal debriefs."""

    def __init__(
        self, store: Store, clock: Clock, ids: Ids,
        follow_up_days: Sequence[int] = FOLLOW_UP_DAYS,
    ) -> None:  # fmt: skip
        self._store, self._clock, self._ids = store, clock, ids
        self._days = tuple(follow_up_days)

    def blank(self, negotiation_id: str) -> Debrief:
        """Return an empty debrief to fill in; nothing is written."""
        now = self._clock.now()
        return Debrief(
            id=self._ids.new(now), negotiation_id=negotiation_id, written_at=now
        )

    def save(
        self,
        debrief: Debrief,
        met: Mapping[str, Decimal | None] | None = None,
        *,
        closed_on: date | None = None,
        vow: VowAnswer | None = None,
        settled: Mapping[str, str | None] | None = None,
        added: Line | None = None,
    ) -> Debrief:
        """Write what has been answered so far; it may be left and resumed.

        An outcome closes the negotiation, ends a sitting that still goes on, and
        plans its follow-ups; `open` opens it again.

        Args:
            debrief: The answers.
            met: Criterion id to 0, 0.5, 1 or None.
            closed_on: Local date of the outcome; None means today, or the date
                it already has.
            vow: How the vow of the weeks before fared.
            settled: By the id of a mark, what it was; None: nothing, it goes.
            added: A line whose marks are made now, from memory: when it says, else
                in the last sitting.

        Raises:
            NotUnderstood: No such tag.
            Sealed: The debrief is sealed, or the locked prediction would change.
            Invalid: An answer is out of range.
        """
        now = self._clock.now()
        debrief = _with_last_offer(debrief)
        debrief.check()
        with self._store.read() as reader:
            title = reader.get(Negotiation, debrief.negotiation_id).title
        with self._store.write("debriefed", title) as writer:
            dossier = writer.dossier(debrief.negotiation_id)
            _refuse_rewriting(dossier.debrief, debrief)
            _check_numbers(debrief, dossier.negotiation.terms.unit)
            debrief = replace(debrief, sealed_at=None)
            writer.put(debrief)
            _put_met(writer, dossier, met or {})
            marks = Marks(Together(self._store, writer), self._clock, self._ids)
            _settle(marks, dossier, settled or {})
            if added is not None:
                _add(marks, dossier, added, now)
            if vow is not None:
                new_id, today = self._ids.new(now), now.date()
                put_test(writer, new_id, debrief.negotiation_id, vow, today)
            self._close(writer, dossier, debrief, closed_on, now)
            return debrief

    def seal(self, negotiation_id: str) -> Debrief:
        """Seal a debrief: from now on it can be added to, not rewritten.

        Raises:
            Sealed: It is sealed already.
            Invalid: The outcome is open or a required answer is missing.
        """
        now = self._clock.now()
        with self._store.read() as reader:
            title = reader.get(Negotiation, negotiation_id).title
        with self._store.write("sealed the debrief of", title) as writer:
            dossier = writer.dossier(negotiation_id)
            missing = missing_in(dossier)
            if missing or dossier.debrief is None:
                raise Invalid("debrief", f"Still missing: {', '.join(missing)}.")
            if dossier.debrief.sealed_at is not None:
                raise Sealed("This debrief is sealed already.")
            sealed = replace(dossier.debrief, sealed_at=now)
            content = debrief_content(sealed, dossier.criteria)
            chain = f"negotiation:{negotiation_id}"
            add_link(writer, self._ids, chain, "debrief", content, now)
            writer.put(sealed)
            return sealed

    def _close(
        self, writer: Writer, dossier: Dossier, debrief: Debrief,
        closed_on: date | None, now: datetime,
    ) -> None:  # fmt: skip
        deal = dossier.negotiation
        closing = closed_on or deal.closed_on or now.date()
        on = None if debrief.outcome is Outcome.OPEN else closing
        if on != deal.closed_on:
            writer.put(replace(deal, closed_on=on))
        if on is not None:
            _end_live(writer, dossier, now)
        days = self._days if on and debrief.outcome in AGES else ()
        planned = {f.day: f for f in dossier.follow_ups}
        for day in days:
            due = closing + timedelta(days=day)
            old = planned.get(day)
            if old is None:
                writer.put(FollowUp(id=self._ids.new(now), negotiation_id=deal.id,
                                    day=day, due=due))  # fmt: skip
            elif old.due != due and old.answered_at is None:
                writer.put(replace(old, due=due))
        for day, follow_up in planned.items():
            if day not in days and follow_up.answered_at is None:
                writer.remove(follow_up)


def _end_live(writer: Writer, dossier: Dossier, now: datetime) -> None:
    """End what still goes on: an outcome is written when the talk is over."""
    for sitting in dossier.sittings:
        if sitting.is_live:
            ended = end_of(sitting, dossier.moments, now)
            writer.put(replace(sitting, ended_at=ended))


def _settle(marks: Marks, dossier: Dossier, settled: Mapping[str, str | None]) -> None:
    for moment in dossier.moments:
        if moment.id not in settled or moment.tag is not None:
            # What was settled elsewhere in the meantime is decided.
            continue
        slug = settled[moment.id]
        if slug is None:
            marks.remove(moment.id)
        else:
            marks.edit(replace(moment, tag=slug, step_hint=None))


def _add(marks: Marks, dossier: Dossier, added: Line, now: datetime) -> None:
    last = max((s.ended_at or s.started_at for s in dossier.sittings), default=None)
    at = added.when if added.has_date else last
    for one in added.marks:
        marks.mark(
            dossier.negotiation.id, one.slug, one.actor, strength=one.strength,
            note=one.note, at=min(at, now) if at else None, step=one.step,
        )  # fmt: skip


def _with_last_offer(debrief: Debrief) -> Debrief:
    """Return the debrief with the last offer of a deal set to what was got."""
    if debrief.outcome is Outcome.AGREED:
        return replace(debrief, final_offer=debrief.captured)
    return debrief


def _refuse_rewriting(old: Debrief | None, new: Debrief) -> None:
    if old is None:
        return
    if old.sealed_at is not None:
        raise Sealed("This debrief is sealed and cannot be rewritten.")
    if old.their_sat_pred is not None and old.their_sat_pred != new.their_sat_pred:
        raise Sealed(
            f"What they will say is locked at {old.their_sat_pred} of 7.",
            "Undo takes the last save back.",
        )


def _check_numbers(debrief: Debrief, unit: Unit) -> None:
    for name in ("captured", "final_offer"):
        check_amount(name, getattr(debrief, name), unit)


def _put_met(
    writer: Writer, dossier: Dossier, met: Mapping[str, Decimal | None]
) -> None:
    for criterion in dossier.criteria:
        answer = met.get(criterion.id, criterion.met)
        if answer != criterion.met:
            changed: Criterion = replace(criterion, met=answer)
            changed.check()
            writer.put(changed)
