"""What was done between oneself and one counterparty: acts and dates, both ways.

The same rules for both sides, and no verdict on either: counts first, a figure only
where there is evidence for one (MEASURES.md M4), and what to bring to the next talk.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from winjournal.domain.aged import aged, say_aged
from winjournal.domain.before import Before, grievances, say_promises
from winjournal.domain.debrief import Debrief
from winjournal.domain.goalposts import Goalpost
from winjournal.domain.later import FollowUp, PromiseState
from winjournal.domain.measures import trust
from winjournal.domain.measures.trust import Effect, Ledger, trust_ledger, weighs
from winjournal.domain.moved import say_moved
from winjournal.domain.tags import Actor
from winjournal.domain.worth import InformationGap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from winjournal.domain.before import TrustAct
    from winjournal.domain.later import Promise

COMPARED = timedelta(days=90)
"""The ledger of today stands beside the one of so long ago [D]."""

LESSONS_MAX = 5
"""So many own lessons of deals with one person are said, the newest first [D]."""

FADING = "Older acts count less; a deception does not fade by itself."


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One thing on the page.

    Attributes:
        on: Local date; None where it has none.
        text: What, in words.
        aside: What belongs to it, such as how an act weighs.
        negotiation_id: The deal that shows it.
        handled: True for an act that built trust, False for one that broke it, None
            for all else.
    """

    on: date | None = None
    text: str
    aside: str = ""
    negotiation_id: str | None = None
    handled: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What the page is made from: everything of the deals with one counterparty.

    Attributes:
        titles: Of their negotiations, by id.
        known: Acts, promises and repairs.
        closed: Local date of each closing; None while open.
        shift_marks: (negotiation, side) of the `goalpost-shift` marks.
        note: What was written of them.
    """

    name: str
    titles: Mapping[str, str]
    closed: Mapping[str, date | None]
    known: Before
    goalposts: Sequence[Goalpost] = ()
    shift_marks: frozenset[tuple[str, Actor]] = frozenset()
    debriefs: Sequence[Debrief] = ()
    look_backs: Sequence[FollowUp] = ()
    gaps: Sequence[InformationGap] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """One counterparty's page.

    Attributes:
        counts: Label and sentence: promises, what moved, what the acts add up to.
        acts: Acts of trust of both sides with how each weighs, newest first.
        aged: What the look-backs said, newest first.
        next_time: What to remember: lessons, untold facts, what stands open, the note.
    """

    counts: tuple[tuple[str, str], ...] = ()
    acts: tuple[Said, ...] = ()
    aged: tuple[Said, ...] = ()
    next_time: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class _Act:
    """An act with its words."""

    actor: Actor
    act: trust.TrustAct
    text: str
    negotiation_id: str | None


def between(given: Material, today: date) -> Between:
    """Return the page of one counterparty as it stands on a day."""
    acts = list(_acts(given.known))
    return Between(
        counts=tuple(_counts(given, acts, today)),
        acts=tuple(
            _said(one, given.name, today) for one in acts if one.act.on <= today
        ),
        aged=tuple(
            Said(on=one.on, text=one.text, aside=one.title,
                 negotiation_id=one.negotiation_id)
            for one in aged(given.look_backs, given.debriefs, given.titles)
        ),
        next_time=tuple(_next_time(given, today)),
    )  # fmt: skip


def _acts(known: Before) -> Iterator[_Act]:
    """Yield each deed once, newest first; one linked to a promise is the promise."""
    found = [act for promise in known.promises if (act := _of_promise(promise))]
    linked = {promise.moment_id for promise in known.promises}
    for deed in known.acts:
        if (act := _of_mark(deed)) and deed.id not in linked:
            found.append(act)
    yield from sorted(found, key=lambda one: (one.act.on, one.text), reverse=True)


def _of_promise(promise: Promise) -> _Act | None:
    effect = trust.effect_of_promise(promise.state)
    if effect is None:
        return None
    word = "kept" if effect is Effect.BUILT else "did not keep"
    act = trust.TrustAct(promise.settled_on or promise.made_at.date(), effect)
    text = f"{word}: {promise.text}"
    return _Act(promise.by, act, text, promise.negotiation_id)


_DEEDS = {
    "trust-built": "did what was owed",
    "honest": "told bad news unasked",
    "trust-broken": "broke trust",
    "misled": "misled",
}


def _of_mark(deed: TrustAct) -> _Act | None:
    effect = trust.effect_of_tag(deed.tag)
    if effect is None:
        return None
    text = _DEEDS[deed.tag] + (f": {deed.note}" if deed.note else "")
    text += "; put right" if deed.repaired else ""
    act = trust.TrustAct(deed.on, effect, deed.strength)
    return _Act(deed.actor, act, text, deed.negotiation_id)


def _said(one: _Act, name: str, today: date) -> Said:
    who = "you" if one.actor is Actor.ME else name
    built = one.act.effect is Effect.BUILT
    return Said(
        on=one.act.on,
        text=f"{who} {one.text}",
        aside=f"{'+' if built else '-'}{weighs(one.act, today):.2f}",
        negotiation_id=one.negotiation_id,
        handled=built,
    )


def _counts(
    given: Material, acts: Sequence[_Act], today: date
) -> Iterator[tuple[str, str]]:
    promises = say_promises(given.known.promises, today, given.name)
    said = (promises.removeprefix("Promises "), _released(given.known.promises))
    if any(said):
        yield "promises", "; ".join(filter(None, said))
    moved = say_moved(given.goalposts, given.shift_marks)
    if moved:
        yield "goalposts", moved
    for actor, label in ((Actor.ME, "my acts"), (Actor.THEM, "their acts")):
        own = [one.act for one in acts if one.actor is actor and one.act.on <= today]
        if own:
            yield label, say_ledger(own, today)
    later = say_aged(given.look_backs, given.titles, today)
    if later:
        yield "later", later


def say_ledger(acts: Sequence[trust.TrustAct], today: date) -> str:
    """Return what the acts of one side add up to; the figure only with evidence.

    Like `5 built, 1 broke it; weighs 68 of 100 for trust (plausibly 38-90), 90 days
    ago 71`. Below the evidence of M4 it says how much there is.
    """
    counted = [
        f"{sum(act.effect is effect for act in acts)} {word}"
        for effect, word in (
            (Effect.BUILT, "built"),
            (Effect.BROKEN, "broke it"),
            (Effect.DECEIVED, "misled"),
        )
        if any(act.effect is effect for act in acts)
    ]
    now, then = trust_ledger(acts, today), trust_ledger(acts, today - COMPARED)
    if not now.score_is_shown:
        return f"{', '.join(counted)}; too few for a figure"
    before = f"{_of_100(then.score)}" if then.score_is_shown else "too few"
    return (
        f"{', '.join(counted)}; weighs {_of_100(now.score)} of 100 for trust"
        f" ({_plausibly(now)}), {COMPARED.days} days ago {before}"
    )


def _plausibly(ledger: Ledger) -> str:
    low, high = _of_100(ledger.interval.low), _of_100(ledger.interval.high)
    return f"plausibly {low}-{high}"


def _of_100(share: float) -> int:
    return round(100 * share)


def _released(promises: Iterable[Promise]) -> str:
    count = sum(promise.state is PromiseState.RELEASED for promise in promises)
    return f"{count} released" if count else ""


def _next_time(given: Material, today: date) -> Iterator[Said]:
    name, titles = given.name, given.titles
    for wrong in grievances(given.known, today, name):
        yield Said(text=wrong, aside="open")
    for gap in given.gaps:
        if gap.is_open and gap.negotiation_id in titles:
            yield Said(
                text=f"not told yet: {gap.text}",
                aside=titles[gap.negotiation_id],
                negotiation_id=gap.negotiation_id,
            )
    yield from _lessons(given)
    if given.note and given.note.strip():
        yield Said(text=given.note.strip(), aside="note")


def _lessons(given: Material) -> Iterator[Said]:
    found: dict[str, Said] = {}
    ranked = sorted(
        given.debriefs,
        key=lambda d: (str(given.closed.get(d.negotiation_id) or ""), d.negotiation_id),
        reverse=True,
    )
    for debrief in ranked:
        words = (debrief.lesson, debrief.next_time, debrief.true_sentence)
        text = next((w.strip() for w in words if w and w.strip()), "")
        if text and debrief.negotiation_id in given.titles:
            lesson = Said(
                on=given.closed.get(debrief.negotiation_id),
                text=text,
                aside=given.titles[debrief.negotiation_id],
                negotiation_id=debrief.negotiation_id,
            )
            found.setdefault(text.casefold(), lesson)
    yield from list(found.values())[:LESSONS_MAX]
