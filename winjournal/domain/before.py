"""What is known before a talk: acts of both sides, and one's own lessons.

Acts and dates, no adjectives; what stands open is said as it is, also of oneself.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from winjournal.domain.later import Promise, PromiseState, Repair
from winjournal.domain.say_dates import say_date
from winjournal.domain.tags import Actor

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LESSONS_MAX = 3
"""So many own lessons stand beside a preparation [D]: more are not read."""

BAD_NEWS, DEEDS, BROKEN = ("honest",), ("trust-built",), ("trust-broken", "misled")

_SHORTEST_TRIGGER = 4
"""Letters of a word that may tie two triggers together; shorter ones are anywhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustAct:
    """A mark that is an act of trust (MEASURES.md M4).

    Attributes:
        id: Of the moment; empty where nobody asks for it.
        on: Local date.
        strength: 1 to 3.
        repaired: Whether a repair of it was made.
    """

    id: str = ""
    negotiation_id: str = ""
    on: date
    actor: Actor
    tag: str
    strength: int = 1
    note: str | None = None
    repaired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A lesson that one wrote in a debrief: what to do, or one true sentence.

    Attributes:
        on: Local date of the closing.
        trigger: What one had written would sting.
    """

    negotiation_id: str
    title: str
    on: date
    person_id: str
    kind: str | None = None
    trigger: str | None = None
    text: str


@dataclass(frozen=True, slots=True)
class Trigger:
    """What one wrote most often would sting.

    Attributes:
        text: In the words of one of those preps.
        count: How many preps say it, 2 or more.
        of: How many preps say anything would.
    """

    text: str
    count: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What is known of a counterparty and of oneself before a talk.

    Attributes:
        name: The counterparty's name; empty for one that is new.
        deals: Negotiations with them so far, this one left out.
        acts: Oldest first.
        promises: Both ways.
        repairs: Of the deals with them.
        lessons: At most three, the closest first.
        vow: The one that stands, as `If ... then ...`; None without one.
        trigger: One's usual one; None where nothing was written twice.
    """

    name: str = ""
    deals: int = 0
    acts: tuple[TrustAct, ...] = ()
    promises: tuple[Promise, ...] = ()
    repairs: tuple[Repair, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    vow: str | None = None
    trigger: Trigger | None = None

    @property
    def is_known(self) -> bool:
        """Whether there is anything to go by."""
        return bool(self.acts or self.promises or self.deals)


def say_promises(promises: Iterable[Promise], today: date, them: str) -> str:
    """Return both sides' promises on one line, by one rule; "" without any.

    Like `kept: mine 4 of 4, Dana 3 of 4; open: 1 of theirs, 3 days late`. Released
    promises are not counted; kept late is counted and is not kept (M4).
    """
    listed = list(promises)
    parts = []
    for actor, whose in ((Actor.ME, "mine"), (Actor.THEM, them)):
        due = [p for p in listed if p.by is actor and _is_due(p, today)]
        kept = sum(p.state is PromiseState.KEPT for p in due)
        if due:
            parts.append(f"{whose} {kept} of {len(due)}")
    said = [f"Promises kept: {', '.join(parts)}"] if parts else []
    for actor, whose in ((Actor.ME, "mine"), (Actor.THEM, f"{them}'s")):
        waits = [p for p in listed if p.by is actor and p.state is PromiseState.OPEN]
        if waits:
            late = max((today - p.due).days if p.due else 0 for p in waits)
            said.append(f"{len(waits)} open of {whose}{_late(late)}")
    return "; ".join(said)


def say_bad_news(acts: Iterable[TrustAct], today: date, them: str) -> str:
    """Return who told bad news unasked, how often, and when last; "" without any."""
    said = _said_by_side(acts, BAD_NEWS, today, them)
    return f"Told bad news unasked: {said}" if said else ""


def say_deeds(acts: Iterable[TrustAct], today: date, them: str) -> str:
    """Return who did what was owed, how often, and when last; "" without any."""
    said = _said_by_side(acts, DEEDS, today, them)
    return f"Did what was owed: {said}" if said else ""


def grievances(before: Before, today: date, them: str) -> tuple[str, ...]:
    """Return what stands open between both, in acts: broken and not put right.

    A broken promise, a mark of broken trust or of misleading without a repair that
    was made, and repairs that are still to be made; newest first.
    """
    found: list[tuple[date, str]] = []
    for act in before.acts:
        if act.tag in BROKEN and not act.repaired:
            who = "you" if act.actor is Actor.ME else them
            what = "misled" if act.tag == "misled" else "broke trust"
            words = f": {act.note}" if act.note else ""
            found.append((act.on, f"{say_date(act.on, today)}, {who} {what}{words}"))
    for promise in before.promises:
        if promise.state is PromiseState.BROKEN:
            on = promise.settled_on or promise.made_at.date()
            who = "you" if promise.by is Actor.ME else them
            found.append(
                (on, f"{say_date(on, today)}, {who} did not keep: {promise.text}")
            )
    for repair in before.repairs:
        if repair.is_open:
            on = repair.made_at.date()
            found.append((on, f"still to be put right: {repair.text}"))
    return tuple(said for _, said in sorted(found, reverse=True))


def closest(
    lessons: Sequence[Lesson], person_id: str | None, kind: str | None,
    trigger: str | None,
) -> tuple[Lesson, ...]:  # fmt: skip
    """Return at most three lessons that match, the closest first.

    Same person goes before same kind, that before a trigger that shares a word of
    four letters or more; among equals the newest first. What matches none is left
    out, and a lesson in the same words is said once.
    """
    kind_key, words = (kind or "").casefold(), _words(trigger)
    ranked: list[tuple[int, int, Lesson]] = []
    for lesson in lessons:
        if person_id is not None and lesson.person_id == person_id:
            rank = 0
        elif kind_key and (lesson.kind or "").casefold() == kind_key:
            rank = 1
        elif words & _words(lesson.trigger):
            rank = 2
        else:
            continue
        ranked.append((rank, -lesson.on.toordinal(), lesson))
    # Ids grow with time, so on one day the later one goes first.
    ranked.sort(key=lambda one: one[2].negotiation_id, reverse=True)
    ranked.sort(key=lambda one: one[:2])
    said: dict[str, Lesson] = {}
    for _, _, lesson in ranked:
        said.setdefault(lesson.text.casefold(), lesson)
    return tuple(said.values())[:LESSONS_MAX]


def _said_by_side(
    acts: Iterable[TrustAct], tags: tuple[str, ...], today: date, them: str
) -> str:
    listed, parts = list(acts), []
    for actor, who in ((Actor.ME, "you"), (Actor.THEM, them)):
        own = [a.on for a in listed if a.actor is actor and a.tag in tags]
        if own:
            parts.append(f"{who} {_times(len(own))}, last {say_date(max(own), today)}")
    return "; ".join(parts)


def _words(text: str | None) -> set[str]:
    words = "".join(c if c.isalnum() else " " for c in (text or "").casefold()).split()
    return {word for word in words if len(word) >= _SHORTEST_TRIGGER}


def _is_due(promise: Promise, today: date) -> bool:
    """Whether a promise counts: settled but not released, or overdue."""
    if promise.state is PromiseState.OPEN:
        return promise.is_overdue(today)
    return promise.state is not PromiseState.RELEASED


def _late(days: int) -> str:
    if days <= 0:
        return ""
    return f", {days} day{'s' if days > 1 else ''} late"


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
