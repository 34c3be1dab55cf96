"""From a CaSiNo dialogue, seen from one seat, to one negotiation.

What is carried over is what the file says, and nothing that nobody wrote:

- The item ranked High, Medium, Low is a criterion of weight 3, 2, 1; three packages
  meet it wholly, one or two by half, none not at all. A walk-away gives none.
- The other seat's criteria stand there by `my-guess`. They are right, for they come
  from the other's own record; but that record was made before the talk and kept from
  this seat. `told-me` would say that the other made it known at the table, and would
  let the share met (grade B of M5) speak where this seat knew nothing. Both rated
  their satisfaction, so M5 has the better grade A for each deal all the same.
- Own winning counts as not shared: whether it was said at the table is a matter of
  reading the chat, and most chats are not annotated.
- The number is points (5, 4, 3 a package), more is better, 5 is the walk-away line.
  No fair range, and so no seal: nobody wrote one.
- The debrief has outcome, points, own satisfaction and the criteria; nobody was asked
  for a prediction or for ratings by step, so it stays unsealed. Moments count as
  reviewed only where the dialogue is annotated: only there did somebody look.
- The other's satisfaction is their own word in writing. Nobody was asked again after
  30 or 90 days, so no look-back is planned.
- Times are invented, and always the same: four dialogues a day from 8 January 2024,
  half a minute from one line to the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from tests.real.casino_file import ITEMS, Dialogue, Packages, Said, Seat
from tests.real.casino_rules import (
    BETWEEN_LINES,
    LINE,
    WEIGHTS,
    checked,
    labelled,
    met,
    note_of,
    place_of,
    points,
    say_packages,
    started,
    tag_of,
)
from winjournal.domain.debrief import Debrief, Outcome
from winjournal.domain.edge import clean_text
from winjournal.domain.goalposts import Criterion, Goalpost, Source
from winjournal.domain.later import OutsideView, SatSource
from winjournal.domain.moments import Moment
from winjournal.domain.negotiation import (
    Counterparty,
    Negotiation,
    Offer,
    Sitting,
    Sphere,
)
from winjournal.domain.tags import Actor
from winjournal.domain.terms import Direction, Terms, Unit
from winjournal.domain.writing import Entry
from winjournal.services.entities import Entity
from winjournal.services.ports import Ids


@dataclass(frozen=True, slots=True)
class Case:
    """One negotiation and all that belongs to it, in the order to write it."""

    title: str
    outcome: Outcome
    entities: tuple[Entity, ...]


def cases_of(dialogue: Dialogue, number: int, ids: Ids) -> Iterator[Case]:
    """Yield a dialogue as each of its seats had it.

    Args:
        dialogue: What was said and done.
        number: Its place in the file, from 0; decides the invented time.
        ids: Makes ids.

    Raises:
        WrongFile: A label is none of those that the table knows.
        Invalid: Something is too long or out of range.
    """
    for seat in dialogue.seats:
        yield _Seen(dialogue, seat, ids, started(number)).case()


@dataclass(frozen=True, slots=True)
class _Seen:
    """A dialogue from one seat, which is `me`."""

    dialogue: Dialogue
    me: str
    ids: Ids
    start: datetime

    def case(self) -> Case:
        person = checked(
            Counterparty(
                id=self.new(),
                name=f"Neighbour {self.dialogue.id} ({place_of(self.them)})",
                since=self.start.date(),
            )
        )
        deal = self.deal(person)
        debrief = self.debrief(deal.id)
        parts: list[Entity] = [person, deal]
        parts.append(
            Sitting(
                id=self.new(),
                negotiation_id=deal.id,
                started_at=self.start,
                ended_at=self.at(len(self.dialogue.said)),
                zone="UTC",
            )
        )
        parts += self.winning(deal.id, Actor.ME)
        parts += self.winning(deal.id, Actor.THEM)
        parts += self.offers(deal.id)
        parts += [debrief, self.outside(deal.id)]
        parts += self.moments(deal.id)
        parts.append(self.chat(deal.id))
        return Case(deal.title, debrief.outcome, tuple(parts))

    @property
    def them(self) -> str:
        return self.dialogue.other(self.me)

    def new(self) -> str:
        return self.ids.new(self.start)

    def at(self, line: int) -> datetime:
        return self.start + line * BETWEEN_LINES

    def seat(self, owner: Actor) -> Seat:
        return self.dialogue.seats[self.me if owner is Actor.ME else self.them]

    def actor(self, said: Said) -> Actor:
        return Actor.ME if said.seat == self.me else Actor.THEM

    def deal(self, person: Counterparty) -> Negotiation:
        return checked(
            Negotiation(
                id=self.new(),
                title=f"Campsite {self.dialogue.id}, {place_of(self.me)}",
                counterparty_id=person.id,
                sphere=Sphere.OTHER,
                kind="campsite",
                opened_on=self.start.date(),
                closed_on=self.start.date(),
                terms=Terms(unit=Unit.POINTS, direction=Direction.MORE, walk_away=LINE),
            )
        )

    def winning(self, deal_id: str, owner: Actor) -> list[Entity]:
        """Return one side's goalpost and its criteria, met as the deal says."""
        theirs = Source.MY_GUESS if owner is Actor.THEM else None
        got = self.got(owner)
        criteria = [
            checked(
                Criterion(
                    id=self.new(),
                    negotiation_id=deal_id,
                    owner=owner,
                    text=item,
                    weight=weight,
                    source=theirs,
                    met=met(got[item]),
                    met_source=theirs,
                    position=place,
                )
            )
            for place, (item, weight) in enumerate(
                zip(self.seat(owner).order, WEIGHTS, strict=True)
            )
        ]
        first, second, third = self.seat(owner).order
        goalpost = Goalpost(
            id=self.new(),
            negotiation_id=deal_id,
            owner=owner,
            text=f"{first} first, then {second.lower()}, then {third.lower()}",
            criteria_ids=tuple(criterion.id for criterion in criteria),
            recorded_at=self.start,
            source=theirs,
        )
        return [checked(goalpost), *criteria]

    def offered(self) -> Iterator[tuple[int, Said, Packages]]:
        """Yield line, act and what the offer gives me, for each offer in order."""
        for line, said in enumerate(self.dialogue.said):
            mine = said.own if said.seat == self.me else said.other
            if mine is not None:
                yield line, said, mine

    def offers(self, deal_id: str) -> Iterator[Offer]:
        order = self.seat(Actor.ME).order
        for line, said, mine in self.offered():
            yield checked(
                Offer(
                    id=self.new(),
                    negotiation_id=deal_id,
                    at=self.at(line),
                    by=self.actor(said),
                    amount=points(order, mine),
                    text=f"{say_packages(mine)} for me",
                )
            )

    def got(self, owner: Actor) -> Packages:
        """Return what the deal gave a side; nothing where somebody walked away."""
        nothing = dict.fromkeys(ITEMS, 0)
        if self.outcome is not Outcome.AGREED:
            return nothing
        *_, (_, said, mine) = self.offered()
        if owner is Actor.ME:
            return mine
        return (said.other if said.seat == self.me else said.own) or nothing

    @property
    def outcome(self) -> Outcome:
        end = self.dialogue.said[-1]
        if end.text == "Accept-Deal":
            return Outcome.AGREED
        mine = end.seat == self.me
        return Outcome.WALKED_AWAY if mine else Outcome.THEY_WALKED

    def debrief(self, deal_id: str) -> Debrief:
        agreed = self.outcome is Outcome.AGREED
        order = self.seat(Actor.ME).order
        last = [points(order, mine) for _, _, mine in self.offered()][-1:]
        final = last[0] if last else None
        return checked(
            Debrief(
                id=self.new(),
                negotiation_id=deal_id,
                written_at=self.at(len(self.dialogue.said)),
                outcome=self.outcome,
                captured=final if agreed else None,
                final_offer=final,
                my_sat=self.seat(Actor.ME).satisfaction,
                moments_reviewed=bool(self.dialogue.labels),
            )
        )

    def outside(self, deal_id: str) -> OutsideView:
        return checked(
            OutsideView(
                id=self.new(),
                negotiation_id=deal_id,
                by="them",
                received_at=self.at(len(self.dialogue.said)),
                sat=self.seat(Actor.THEM).satisfaction,
                words=self.seat(Actor.THEM).satisfaction_word,
                source=SatSource.IN_WRITING,
            )
        )

    def moments(self, deal_id: str) -> Iterator[Moment]:
        for line, labels in labelled(self.dialogue):
            said = self.dialogue.said[line]
            for tag in filter(None, map(tag_of, labels)):
                yield checked(
                    Moment(
                        id=self.new(),
                        negotiation_id=deal_id,
                        at=self.at(line),
                        tag=tag,
                        actor=self.actor(said),
                        note=note_of(said.text),
                    )
                )

    def chat(self, deal_id: str) -> Entry:
        """Return the chat, word for word, after the reasons of this seat."""
        mine = self.seat(Actor.ME)
        wishes = [
            f"{item}: {reason}"
            for item, reason in zip(mine.order, mine.reasons, strict=True)
        ]
        lines = [
            f"{'me' if said.seat == self.me else 'them'}: {self.words(said)}"
            for said in self.dialogue.said
        ]
        body = "\n\n".join(["# The chat", *wishes, "---", *lines])
        return Entry(
            id=self.new(),
            written_at=self.start,
            body=clean_text(body).text,
            negotiation_id=deal_id,
        )

    def words(self, said: Said) -> str:
        mine = said.own if said.seat == self.me else said.other
        if mine is None:
            return f"[{said.text}]" if said.is_act else said.text
        return f"[{said.text}: {say_packages(mine)} for me]"
