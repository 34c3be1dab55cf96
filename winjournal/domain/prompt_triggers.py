"""What raises each weekly prompt: P1 to P10 of MEASURES.md 4.3, in their order.

The same data always raise the same ones, in whatever order their rows come.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from winjournal.domain import prompt_words as words
from winjournal.domain.debrief import InfoGap
from winjournal.domain.evidence import captured, left, win_moved
from winjournal.domain.later import PromiseState
from winjournal.domain.measures.ego import EGO_TAGS
from winjournal.domain.measures.goalposts import asks_about_circumstances
from winjournal.domain.measures.over_capture import Side
from winjournal.domain.measures.prediction import prediction_bias
from winjournal.domain.measures.walk_away import Leaving
from winjournal.domain.prompts import Prompt, Seen
from winjournal.domain.say_dates import say_day
from winjournal.domain.tags import Actor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from winjournal.domain.facts import Facts
    from winjournal.domain.measures.prediction import Prediction

SHIFT_TALKS: Final = 3
SHIFTS_FROM: Final = 2
"""P1: shifts of so many of the last talks with one person."""

VIEWS_OF: Final = 6
"""P7: so many last deals are looked at for the other side's own view."""

ERROR_FROM: Final = 2
"""P8: an error of a prediction that raises the question alone."""

OWED_DAYS: Final = 7
"""P9: how far ahead a promise of mine raises its question."""


def raised(seen: Seen) -> tuple[Prompt, ...]:
    """Return the prompts whose trigger holds, in the order of the law."""
    return tuple(found for raise_ in _PROMPTS if (found := raise_(seen)) is not None)


def _moved(seen: Seen) -> Prompt | None:
    by_person: dict[str, list[Facts]] = {}
    for talk in seen.talks():
        if win_moved(talk) is not None:
            by_person.setdefault(talk.person_id, []).append(talk)
    held = []
    for talks in by_person.values():
        last = talks[-SHIFT_TALKS:]
        moved = [talk for talk in last if win_moved(talk)]
        if len(moved) >= SHIFTS_FROM:
            held.append((moved, len(last)))
    if not held:
        return None
    # of several people the one whose talk is the latest
    moved, n = max(held, key=lambda one: (one[0][-1].on, one[0][-1].id))
    said = {"k": len(moved), "n": n, "person": moved[-1].person}
    return _prompt("P1", words.MOVED, words.MOVED_BY, moved, said)


def _kept_back(seen: Seen) -> Prompt | None:
    over = [
        deal
        for deal in seen.deals()
        if deal.info_gap is InfoGap.I_KEPT_IT
        and (found := captured(deal)) is not None
        and found.side is Side.OVER
    ]
    if not over:
        return None
    return _prompt("P2", words.KEPT_BACK, words.KEPT_BACK_BY, over[-1:])


def _circumstances(seen: Seen) -> Prompt | None:
    if not asks_about_circumstances([reason for _, reason in seen.changes]):
        return None
    changed = {negotiation_id for negotiation_id, _ in seen.changes}
    talks = [talk for talk in seen.talks() if talk.id in changed]
    names = {talk.person for talk in talks}
    said = {
        "n": len(seen.changes),
        "person": names.pop() if len(names) == 1 else words.THEY,
    }
    return _prompt("P3", words.CIRCUMSTANCES, words.CIRCUMSTANCES_BY, talks, said)


def _ego(seen: Seen) -> Prompt | None:
    return _of_moment(seen, "P4", EGO_TAGS, words.EGO, words.EGO_BY)


def _let_pass(seen: Seen) -> Prompt | None:
    tags = frozenset({"ego-released", "goalpost-held"})
    return _of_moment(seen, "P5", tags, words.LET_PASS, words.LET_PASS_BY)


def _below_line(seen: Seen) -> Prompt | None:
    stayed = [d for d in seen.deals() if left(d) is Leaving.STAYED_TOO_LONG]
    if not stayed:
        return None
    return _prompt("P6", words.BELOW_LINE, words.BELOW_LINE_BY, stayed[-1:])


def _not_heard(seen: Seen) -> Prompt | None:
    last = seen.deals()[-VIEWS_OF:]
    known = sum(deal.their_rating is not None for deal in last)
    if 2 * known >= len(last):
        return None
    silent = [deal for deal in last if deal.their_rating is None]
    said = {"a": known, "n": len(last)}
    by = words.NOT_HEARD_BY if len(last) > 1 else words.LAST_NOT_HEARD_BY
    return _prompt("P7", words.NOT_HEARD, by, silent, said)


def _less_pleased(seen: Seen) -> Prompt | None:
    told = [
        talk
        for talk in seen.talks()
        if talk.their_sat_pred is not None and talk.their_rating is not None
    ]
    fresh = [
        talk
        for talk in told
        if _error(talk) >= ERROR_FROM and (talk.id in seen.heard or _is_of(seen, talk))
    ]
    if fresh:
        worst = max(fresh, key=lambda t: (_error(t), t.on, t.id))
        said = {"error": _error(worst)}
        return _prompt("P8", words.LESS_PLEASED, words.LESS_PLEASED_BY, [worst], said)
    bias = prediction_bias(
        [t.their_sat_pred or 0 for t in told], [t.their_rating for t in told]
    )
    if not _is_above_nought(bias):
        return None
    # an interval above 0 has errors above 0 in it
    less = [talk for talk in told if _error(talk) > 0]
    return _prompt("P8", words.LESS_PLEASED, words.BIAS_BY, less[-1:], {"n": len(told)})


def _owed(seen: Seen) -> Prompt | None:
    until = seen.today + timedelta(days=OWED_DAYS)
    waiting = [
        (one.due, one)
        for one in seen.owed
        if one.by is Actor.ME
        and one.state is PromiseState.OPEN
        and one.due is not None
        and one.due <= until
    ]
    if not waiting:
        return None
    due, promise = min(waiting, key=lambda one: (one[0], one[1].id))
    by = words.OVERDUE_BY if due < seen.today else words.DUE_BY
    return Prompt(
        id="P9",
        text=words.OWED.format(
            person=seen.people.get(promise.counterparty_id, words.THEY),
            what=promise.text.rstrip(" ."),
            date=say_day(due),
        ),
        trigger=by.format(days=OWED_DAYS),
        deals=(promise.negotiation_id,) if promise.negotiation_id else (),
        promise_id=promise.id,
    )


def _under(seen: Seen) -> Prompt | None:
    measured = [
        (deal, found.side)
        for deal in seen.deals()
        if (found := captured(deal)) is not None
    ]
    last = measured[-2:]
    if len(last) == 2 and all(side is Side.UNDER for _, side in last):
        deals = [deal for deal, _ in last]
        return _prompt("P10", words.UNDER, words.UNDER_BY, deals)
    return _of_moment(
        seen, "P10", frozenset({"under-claim"}),
        words.UNDER_CLAIMED, words.UNDER_CLAIMED_BY,
    )  # fmt: skip


_PROMPTS: tuple[Callable[[Seen], Prompt | None], ...] = (
    _moved, _kept_back, _circumstances, _ego, _let_pass,
    _below_line, _not_heard, _less_pleased, _owed, _under,
)  # fmt: skip


def _of_moment(
    seen: Seen, id_: str, tags: frozenset[str], text: str, trigger: str
) -> Prompt | None:
    """Return the prompt of the week's own moments with a tag: of the strongest."""
    talks = {talk.id: talk for talk in seen.record.deals}
    found = [
        moment
        for moment in seen.moments
        if moment.actor is Actor.ME
        and moment.tag in tags
        and moment.negotiation_id in talks
    ]
    if not found:
        return None
    first = max(found, key=lambda one: (one.strength, one.at, one.id))
    others = [one.negotiation_id for one in reversed(found)]
    deals = dict.fromkeys([first.negotiation_id, *others])
    entry = talks[first.negotiation_id]
    return Prompt(
        id=id_, text=text.format(entry=entry.title), trigger=trigger, deals=tuple(deals)
    )


def _prompt(
    id_: str,
    text: str,
    trigger: str,
    talks: Iterable[Facts],
    said: Mapping[str, object] | None = None,
) -> Prompt:
    """Return a prompt about talks, of which the latest is named."""
    found = list(talks)
    latest = found[-1] if found else None
    about = {
        "entry": latest.title if latest else "",
        "person": latest.person if latest else words.THEY,
        **(said or {}),
    }
    return Prompt(
        id=id_,
        text=text.format(**about),
        trigger=trigger.format(**about),
        deals=tuple(talk.id for talk in reversed(found)),
    )


def _error(talk: Facts) -> int:
    """Return predicted less reported satisfaction; plus: less pleased."""
    return (talk.their_sat_pred or 0) - (talk.their_rating or 0)


def _is_of(seen: Seen, talk: Facts) -> bool:
    return seen.week.monday <= talk.on <= seen.week.sunday


def _is_above_nought(bias: Prediction | None) -> bool:
    return bias is not None and bias.interval is not None and bias.interval.low > 0
