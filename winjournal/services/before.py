"""What a user can know before a talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.before import Before, closest
from winjournal.domain.later import Promise
from winjournal.domain.negotiation import Negotiation
from winjournal.domain.weeks import Week
from winjournal.services.vows import vow_before

if TYPE_CHECKING:
    from winjournal.services.ports import Clock, Store


class Foreknowledge:
    """Read what is known of a counterparty, and what one learned before."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    def of(
        self, name: str, *, kind: str | None = None, trigger: str | None = None,
        negotiation_id: str | None = None,
    ) -> Before:  # fmt: skip
        """Return what is known before a talk.

        Args:
            name: The counterparty's name or alias; one that is new is nobody yet.
            kind: Of the negotiation.
            trigger: What would sting.
            negotiation_id: The negotiation itself, which is not its own past.
        """
        with self._store.read() as reader:
            person = reader.person_named(name) if name.strip() else None
            vow = vow_before(reader, Week.of(self._clock.now().date()))
            promises: tuple[Promise, ...] = ()
            deals = 0
            if person is not None:
                promises = reader.list(Promise, counterparty_id=person.id)
                all_deals = reader.list(Negotiation, counterparty_id=person.id)
                deals = sum(deal.id != negotiation_id for deal in all_deals)
        id_ = person.id if person else None
        with self._store.views() as views:
            found = views.lessons(id_, kind)
            acts = views.acts_with(id_) if id_ else ()
            repairs = views.repairs_with(id_) if id_ else ()
            usual = views.usual_trigger()
        others = [x for x in found if x.negotiation_id != negotiation_id]
        return Before(
            name=person.name if person else "",
            deals=deals,
            acts=tuple(acts),
            promises=promises,
            repairs=tuple(repairs),
            lessons=closest(others, id_, kind, trigger),
            trigger=usual,
            vow=f"If {vow.cue}, then {vow.deed}" if vow else None,
        )
