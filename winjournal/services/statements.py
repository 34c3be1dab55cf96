"""What a user can say back to the character report, and rate again without looking."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from winjournal.domain.afterwards import NOTHING_AFTER, Afterwards
from winjournal.domain.character import report
from winjournal.domain.errors import Conflict
from winjournal.domain.facts import Record
from winjournal.domain.negotiation import Negotiation
from winjournal.domain.reread import to_rate_again
from winjournal.domain.slices import slices
from winjournal.domain.standing import BlindRating, StatementResponse
from winjournal.services.uncollected import uncollected

if TYPE_CHECKING:
    from winjournal.domain.periods import Period
    from winjournal.domain.report import Report
    from winjournal.domain.slices import Slice
    from winjournal.domain.tags import Step
    from winjournal.services.ports import Clock, Ids, Store

StepRatings = tuple[int, int, int, int, int]

AGREED_ALREADY = "This sentence has your agreement already."


class Material(NamedTuple):
    """What the report is made from, of one moment of the journal."""

    record: Record = Record()
    after: Afterwards = NOTHING_AFTER


class Statements:
    """Read the report, agree with its statements or contest them, re-read blind."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store, self._clock, self._ids = store, clock, ids

    def material(self, *, hours: bool = True) -> Material:
        """Return what the report is made from.

        Args:
            hours: Whether slices will be asked for, which alone look at hours.
        """
        with self._store.views() as views:
            return Material(views.record(), views.afterwards(hours=hours))

    def report(self, period: Period, material: Material | None = None) -> Report:
        """Return the report over a period.

        Args:
            period: What is looked at.
            material: What it is made from, where it was read before.
        """
        record, after = material or self.material(hours=False)
        with uncollected():
            return report(record, period, self._clock.now().date(), after)

    def slices(
        self, period: Period, step: Step, material: Material | None = None
    ) -> tuple[Slice, ...]:
        """Return where the entries of one block lie: counts, no rank.

        Args:
            period: What is looked at.
            step: The block.
            material: What it is made from, where it was read before.
        """
        record, after = material or self.material()
        return slices(record, after, period, self._clock.now().date(), step)

    def agree(self, period: Period, step: Step, sentence: str) -> StatementResponse:
        """Agree with a statement as it was shown.

        Raises:
            Conflict: It was agreed with already, in these words over this period.
        """
        with self._store.read() as reader:
            before = reader.list(
                StatementResponse, block=step.value, period=period.name
            )
        if before and before[-1].agrees and before[-1].sentence == sentence:
            raise Conflict(AGREED_ALREADY)
        return self._respond(period, step, sentence, None)

    def contest(
        self, period: Period, step: Step, sentence: str, reason: str
    ) -> StatementResponse:
        """Contest a statement as it was shown; the reason stands beside it ever after.

        Raises:
            Invalid: There is no reason, or it is too long.
        """
        return self._respond(period, step, sentence, reason)

    def to_rate_again(self) -> tuple[str, ...]:
        """Return the old debriefs to rate again, at most five, the oldest first."""
        record, after = self.material(hours=False)
        return to_rate_again(record.deals, after.again, self._clock.now().date())

    def rate_again(
        self, negotiation_id: str, my_sat: int | None, step_self: StepRatings | None
    ) -> BlindRating:
        """Write down ratings given without seeing the old ones, which stay.

        Raises:
            Invalid: A rating is outside 1 to 7, or there is none.
        """
        now = self._clock.now()
        rating = BlindRating(
            id=self._ids.new(now), negotiation_id=negotiation_id, rated_at=now,
            my_sat=my_sat, step_self=step_self,
        )  # fmt: skip
        rating.check()
        with self._store.read() as reader:
            title = reader.get(Negotiation, negotiation_id).title
        with self._store.write("rated again", title) as writer:
            writer.put(rating)
        return rating

    def _respond(
        self, period: Period, step: Step, sentence: str, reason: str | None
    ) -> StatementResponse:
        now = self._clock.now()
        said = StatementResponse(
            id=self._ids.new(now), block=step.value, period=period.name,
            answered_at=now, agrees=reason is None,
            reason=reason.strip() if reason is not None else None, sentence=sentence,
        )  # fmt: skip
        said.check()
        verb = "agreed with" if said.agrees else "contested"
        with self._store.write(verb, f"the statement on {step.value}") as writer:
            writer.put(said)
        return said
