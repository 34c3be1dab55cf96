"""What was answered afterwards: the debrief, promises, looks back, outside views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.tags import Actor, Step
from winjournal.exchange.blocks import items, said, section, typed
from winjournal.exchange.bodies import own_markdown
from winjournal.exchange.literal import literal, literal_lines
from winjournal.exchange.values import amount, at_offset, words, yes_or_no

if TYPE_CHECKING:
    from collections.abc import Sequence

    from winjournal.domain.debrief import Debrief
    from winjournal.domain.later import FollowUp, OutsideView, Promise, Repair
    from winjournal.domain.terms import Terms
    from winjournal.domain.writing import Vow, VowTest

_RATED = (Step.TRUST, Step.WINNING, Step.VALUE, Step.SHARE, Step.EGO)


_WAITS = "Shown once your own scores are in"


def debrief_section(debrief: Debrief | None, terms: Terms, level: int) -> list[str]:
    """Return all answers given after the talk, in the order in which they are asked."""
    if debrief is None:
        return []
    lines = items(
        f"Written: {at_offset(debrief.written_at)}",
        said("Sealed", debrief.sealed_at, at_offset),
        f"Outcome: {words(debrief.outcome)}",
        said("Captured", debrief.captured, lambda x: amount(x, terms)),
        said("Last offer", debrief.final_offer, lambda x: amount(x, terms)),
        said("Below my line", debrief.below_line, words),
        said("Why no deal", debrief.no_deal_reason, words),
        said("My satisfaction", debrief.my_sat, _of_seven),
        said("What I think they will say", debrief.their_sat_pred, _of_seven),
        said("They would deal with me again", debrief.deal_again_prob, _percent),
        said("My win changed after it was shared", debrief.my_win_changed, yes_or_no),
        said("Theirs changed", debrief.their_win_changed, yes_or_no),
        said("What I knew and they did not", debrief.info_gap, words),
        typed("Better for both", debrief.better_for_both),
        f"Moments reviewed: {yes_or_no(debrief.moments_reviewed)}",
        _ratings(debrief),
        typed("Lesson", debrief.lesson),
        typed("One true sentence", debrief.true_sentence),
    )
    written = (
        ("What happened", debrief.happened),
        ("Why", debrief.why),
        ("Next time", debrief.next_time),
    )
    blocks = [lines]
    for title, text in written:
        body = own_markdown(text or "", level + 1)
        blocks += section(title, level + 1, [body])
    return section("Debrief", level, blocks)


def _ratings(debrief: Debrief) -> str | None:
    if debrief.step_self is None:
        return None
    rated = zip(_RATED, debrief.step_self, strict=True)
    return "My rating of the steps, of 7: " + ", ".join(f"{s} {r}" for s, r in rated)


def _of_seven(rating: int) -> str:
    return f"{rating} of 7"


def _percent(chance: int) -> str:
    return f"{chance} %"


def promises_section(promises: Sequence[Promise], level: int) -> list[str]:
    """Return who owes what to whom by when, and what came of it."""
    return section("Promises", level, [items(*(_promise(p) for p in promises))])


def _promise(promise: Promise) -> str:
    owes = "I promised" if promise.by is Actor.ME else "They promised"
    facts = (
        f"made {at_offset(promise.made_at)}",
        said("due", promise.due, str),
        words(promise.state),
        said("settled", promise.settled_on, str),
    )
    known = "; ".join(fact for fact in facts if fact)
    return f"{owes}: {literal_lines(promise.text, '  ')} ({known})"


def repairs_section(repairs: Sequence[Repair], level: int) -> list[str]:
    """Return what was to be put right, for whom by when, and what came of it."""
    return section("Repairs", level, [items(*(_repair(r) for r in repairs))])


def _repair(repair: Repair) -> str:
    facts = (
        f"for {literal(repair.for_whom)}" if repair.for_whom else None,
        f"written {at_offset(repair.made_at)}",
        said("due", repair.due, str),
        said("done", repair.done_on, str) or "open",
        f"what came of it: {literal(repair.effect)}" if repair.effect else None,
    )
    known = "; ".join(fact for fact in facts if fact)
    return f"{literal_lines(repair.text, '  ')} ({known})"


def follow_ups_section(follow_ups: Sequence[FollowUp], level: int) -> list[str]:
    """Return the looks back, also those that still wait."""
    blocks: list[str] = []
    for one in follow_ups:
        lines = items(
            f"Due: {one.due}",
            said("Answered", one.answered_at, at_offset) or "Not answered yet",
            f"Times put off: {one.skipped}" if one.skipped else None,
            said("Would deal again", one.deal_again, words),
            said("Their satisfaction", one.their_sat, _of_seven),
            said("Known from", one.their_sat_source, words),
            said("My satisfaction now", one.my_sat_now, _of_seven),
            said("They found something out", one.they_discovered, words),
            said("What I owed was done", one.my_commitments, words),
            said("What they owed was done", one.their_commitments, words),
            said("In their chair I would sign", one.swap_sign, words),
            said("Opened again by", one.reopened_by, words),
        )
        note = own_markdown(one.note or "", level + 1)
        blocks += section(f"After {one.day} days", level + 1, [lines, note])
    return section("Looking back", level, blocks)


def _is_held_back(view: OutsideView) -> bool:
    return view.received_at is not None and view.sat is None and not view.words


def outside_section(views: Sequence[OutsideView], level: int) -> list[str]:
    """Return what others said, in their words."""
    blocks: list[str] = []
    for view in views:
        lines = items(
            said("Asked", view.asked_at, at_offset),
            said("Received", view.received_at, at_offset),
            said("Satisfaction", view.sat, _of_seven),
            said("Known from", view.source, words),
            _WAITS
            if view.received_at and view.sat is None and not view.words
            else None,
        )
        told = literal_lines(view.words, "> ") if view.words else ""
        who = f"By {literal(view.by)}"
        quote = f"> {told}" if told else ""
        blocks += section(who, level + 1, [lines, quote])
    return section("Outside view", level, blocks)


def vows_section(
    tests: Sequence[VowTest], vows: Sequence[Vow], level: int
) -> list[str]:
    """Return how the week's vow fared here.

    Args:
        tests: What the debrief said of it.
        vows: Their words, by the id that a test names.
        level: Of the heading.
    """
    words = {vow.id: vow for vow in vows}
    lines = []
    for test in tests:
        kept = {True: "; the THEN was done", False: "; the THEN was not done", None: ""}
        came = "The IF came" if test.occurred else "The IF did not come"
        lines.append(f"{came}{kept[test.kept]}: {_vow(words.get(test.vow_id))}")
    return section("Vow", level, [items(*lines)])


def _vow(vow: Vow | None) -> str:
    if vow is None:
        return "a vow"
    retired = f", retired {vow.retired_on}" if vow.retired_on else ""
    words = f"IF {literal(vow.cue)} THEN {literal(vow.deed)}"
    return f"{words} (of {literal(vow.week)}{retired})"
