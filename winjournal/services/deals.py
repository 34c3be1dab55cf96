"""What a user can do with a negotiation before it is debriefed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from winjournal.domain.errors import Invalid, Sealed
from winjournal.domain.goalposts import ChangeReason, Criterion, Goalpost, Source
from winjournal.domain.negotiation import Negotiation, Offer
from winjournal.domain.tags import Actor
from winjournal.services.people import person_of
from winjournal.services.prep import (
    GoalpostWriter,
    Prep,
    Wish,
    fields_of,
    prep_of,
    sealed_part,
)
from winjournal.services.sealing import (
    VERSION,
    add_link,
    prep_content,
    version_content,
)
from winjournal.services.sittings import Sittings
from winjournal.services.worth import WorthWriter

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal

    from winjournal.domain.dossier import Dossier
    from winjournal.services.ports import Writer


class Deals(Sittings):
    """Create, edit, seal, share and remove negotiations; and their sittings."""

    def read(self, negotiation_id: str) -> Dossier:
        """Return one negotiation whole.

        Raises:
            NotFound: There is none.
        """
        with self._store.read() as reader:
            return reader.dossier(negotiation_id)

    def create(self, prep: Prep) -> Negotiation:
        """Start a negotiation; only title and counterparty are needed.

        Raises:
            Invalid: A field is missing, too long or out of range.
        """
        now = self._clock.now()
        with self._store.write("started", prep.title) as writer:
            person = person_of(writer, prep.person, self._ids, now)
            deal = Negotiation(
                id=self._ids.new(now),
                title=prep.title.strip(),
                counterparty_id=person.id,
                opened_on=prep.opened_on or now.date(),
                **fields_of(prep),
            )
            deal.check()
            writer.put(deal)
            self._put_sides(writer, deal, prep, None)
            return deal

    def edit(self, negotiation_id: str, prep: Prep, version: int) -> Negotiation:
        """Rewrite a negotiation's prep as the form now holds it.

        Args:
            negotiation_id: Which.
            prep: The form's content.
            version: The negotiation's version when the form was opened.

        Raises:
            Conflict: It was changed elsewhere meanwhile.
            Sealed: The prep is sealed and a sealed field would change.
            Invalid: A field is missing, too long or out of range.
        """
        now = self._clock.now()
        with self._store.write("edited", prep.title) as writer:
            before = writer.dossier(negotiation_id)
            old = before.negotiation
            if old.is_sealed and sealed_part(prep) != sealed_part(prep_of(before)):
                raise Sealed(
                    "This prep is sealed and cannot be rewritten.",
                    "A change of winning is a new version.",
                )
            person = person_of(writer, prep.person, self._ids, now)
            deal = replace(
                old,
                title=prep.title.strip(),
                counterparty_id=person.id,
                opened_on=prep.opened_on or old.opened_on,
                version=version,
                **fields_of(prep),
            )
            deal.check()
            writer.put(deal)
            if not old.is_sealed:
                self._put_sides(writer, deal, prep, before)
            return deal

    def remove(self, negotiation_id: str) -> None:
        """Delete a negotiation and all its parts; undo brings them back."""
        title = self._title(negotiation_id)
        with self._store.write("deleted", title) as writer:
            writer.remove(writer.get(Negotiation, negotiation_id))

    def share(self, negotiation_id: str, owner: Actor) -> Goalpost:
        """Date a goalpost as told to the other side (or told to me) now.

        A sealed guess of theirs that they now told me becomes a new version.

        Raises:
            Invalid: There is no goalpost yet.
        """
        now = self._clock.now()
        title = self._title(negotiation_id)
        with self._store.write("shared winning", title) as writer:
            dossier = writer.dossier(negotiation_id)
            goalpost = dossier.goalpost(owner)
            if goalpost is None:
                raise Invalid("my_win", "There is no winning to share yet.")
            shared = replace(goalpost, shared_at=goalpost.shared_at or now)
            if owner is Actor.THEM and goalpost.source is not Source.TOLD_ME:
                stands = dossier.negotiation.is_sealed or goalpost.version > 1
                shared = self._told(shared, sealed=stands)
            writer.put(shared)
            if shared.version > goalpost.version:
                self._link(writer, shared)
            return shared

    def seal(self, negotiation_id: str) -> Negotiation:
        """Seal the prep: from now on it can be added to, not rewritten.

        Raises:
            Sealed: It is sealed already.
            Invalid: Something required is missing.
        """
        now = self._clock.now()
        title = self._title(negotiation_id)
        with self._store.write("sealed the prep of", title) as w:
            dossier = w.dossier(negotiation_id)
            deal = dossier.negotiation
            if deal.is_sealed:
                raise Sealed("This prep is sealed already.")
            if missing := dossier.missing():
                raise Invalid("prep", f"Still missing: {', '.join(missing)}.")
            # A logged line leaves moments without a sitting: a talk all the same.
            talks = [s.started_at for s in dossier.sittings]
            first = min([*talks, *(m.at for m in dossier.moments)], default=None)
            link = add_link(w, self._ids, f"negotiation:{deal.id}", "prep",
                            prep_content(dossier), now)  # fmt: skip
            in_time = (first is None or now < first) and deal.is_open
            sealed = replace(
                deal,
                prep_sealed_at=now,
                prep_hash=link.content_hash,
                sealed_in_time=in_time,
            )
            w.put(sealed)
            return sealed

    def change_goalpost(
        self,
        negotiation_id: str,
        owner: Actor,
        text: str,
        reason: ChangeReason,
        *,
        what_changed: str | None = None,
        announced: bool,
        wishes: tuple[Wish, ...] | None = None,
    ) -> Goalpost:
        """Write a new version of a goalpost; the old one stays as it was.

        Raises:
            Invalid: There is no goalpost, or the change says too little.
        """
        now = self._clock.now()
        title = self._title(negotiation_id)
        side = "my winning" if owner is Actor.ME else "their winning"
        with self._store.write(f"changed {side} in", title) as writer:
            dossier = writer.dossier(negotiation_id)
            old = dossier.goalpost(owner)
            if old is None:
                raise Invalid("my_win", "There is no goalpost to change yet.")
            ids = old.criteria_ids
            if wishes is not None:
                ids = GoalpostWriter(writer, self._ids, now).put_criteria(
                    negotiation_id, owner, old.source, wishes,
                    dossier.criteria_of(owner), keep=True,
                )  # fmt: skip
            goalpost = replace(
                old,
                id=self._ids.new(now),
                version=old.version + 1,
                text=text.strip(),
                criteria_ids=ids,
                recorded_at=now,
                shared_at=now if announced else None,
                change_reason=reason,
                what_changed=what_changed,
                announced=announced,
            )
            goalpost.check()
            writer.put(goalpost)
            self._link(writer, goalpost)
            return goalpost

    def offer(
        self, negotiation_id: str, by: Actor, amount: Decimal | None,
        text: str | None = None, at: datetime | None = None,
    ) -> Offer:  # fmt: skip
        """Write down an offer by either side."""
        now = self._clock.now()
        title = self._title(negotiation_id)
        with self._store.write("wrote down an offer in", title) as writer:
            offer = Offer(id=self._ids.new(now), negotiation_id=negotiation_id,
                          at=at or now, by=by, amount=amount, text=text)  # fmt: skip
            offer.check()
            writer.put(offer)
            return offer

    def drop_offer(self, offer_id: str) -> None:
        """Delete an offer; undo brings it back."""
        with self._store.read() as reader:
            offer = reader.get(Offer, offer_id)
        title = self._title(offer.negotiation_id)
        with self._store.write("deleted an offer of", title) as writer:
            writer.remove(writer.get(Offer, offer_id))

    def _put_sides(
        self, writer: Writer, deal: Negotiation, prep: Prep, before: Dossier | None
    ) -> None:
        now = self._clock.now()
        GoalpostWriter(writer, self._ids, now).put(deal, prep, before)
        worth = WorthWriter(writer, self._ids, now)
        worth.put(deal.id, prep.value_items, prep.information_gaps)

    def _link(self, writer: Writer, goalpost: Goalpost) -> None:
        """Add the link of a new version to the negotiation's chain."""
        own = {"negotiation_id": goalpost.negotiation_id, "owner": goalpost.owner}
        content = version_content(goalpost, writer.list(Criterion, **own))
        chain = f"negotiation:{goalpost.negotiation_id}"
        add_link(writer, self._ids, chain, VERSION, content, self._clock.now())

    def _told(self, goalpost: Goalpost, *, sealed: bool) -> Goalpost:
        """Return their goalpost as they told it; a sealed one is not rewritten."""
        now = self._clock.now()
        told = replace(goalpost, source=Source.TOLD_ME)
        if not sealed:
            return told
        return replace(
            told,
            id=self._ids.new(now),
            version=goalpost.version + 1,
            recorded_at=now,
            shared_at=now,
            change_reason=ChangeReason.NEW_INFORMATION,
            what_changed="they told me",
            announced=True,
        )
