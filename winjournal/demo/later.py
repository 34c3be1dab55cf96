"""The other acts of a story: its beginning, its debrief, and what came later."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from winjournal.demo.story import met_of
from winjournal.domain.debrief import (
    Debrief,
    InfoGap,
    NoDealReason,
    Outcome,
    YesNoUnsure,
)
from winjournal.domain.goalposts import Criterion, Source
from winjournal.domain.later import (
    Commitments,
    Discovered,
    FollowUp,
    ReopenedBy,
    SatSource,
)
from winjournal.domain.tags import Actor

if TYPE_CHECKING:
    from winjournal.demo.stage import Scene, Stage
    from winjournal.demo.story import Character

_TEXTS = {
    "better": "better_for_both",
    "lesson": "lesson",
    "happened": "happened",
    "why": "why",
    "next": "next_time",
    "true": "true_sentence",
}
"""The short names of a debrief's texts."""


def begin(stage: Stage, scene: Scene) -> None:
    """Write the prep; what they said winning is was told when it is written."""
    deals = stage.journal.deals
    made = deals.create(scene.story.prep)
    scene.deal, scene.person = made.id, made.counterparty_id
    if scene.story.prep.their_source is Source.TOLD_ME:
        deals.share(made.id, Actor.THEM)


def introduce(stage: Stage, scene: Scene, character: Character) -> None:
    """Write down who the other side is."""
    people = stage.journal.people
    people.edit(
        replace(
            people.named(character.name),
            kind=character.kind,
            alias=character.alias,
            note=character.note,
        )
    )


def plan(stage: Stage, scene: Scene, at: str) -> None:
    """Plan the first sitting."""
    deals = stage.journal.deals
    version = deals.read(scene.deal).negotiation.version
    prep = replace(scene.story.prep, planned_for=scene.calendar.at(at))
    deals.edit(scene.deal, prep, version)


def debrief(stage: Stage, scene: Scene) -> None:
    """Write the debrief as its table holds it."""
    table, journal = scene.story.debrief, stage.journal
    closed = scene.talked.date() if scene.talked else None
    journal.debriefs.save(
        _answers(journal.debriefs.blank(scene.deal), table),
        _met(stage, scene, table.get("met", "")),
        closed_on=closed,
    )


def seal_debrief(stage: Stage, scene: Scene) -> None:
    """Seal it."""
    stage.journal.debriefs.seal(scene.deal)


def _answers(blank: Debrief, table: dict[str, Any]) -> Debrief:
    outcome, _, number = table["is"].partition(" ")
    amount = Decimal(number) if number else None
    agreed = outcome == Outcome.AGREED
    steps = table.get("steps")
    below, reason = table.get("below"), table.get("reason")
    texts = {long: table[short] for short, long in _TEXTS.items() if short in table}
    return replace(
        blank,
        outcome=Outcome(outcome),
        captured=amount if agreed else None,
        final_offer=amount,
        below_line=YesNoUnsure(below) if below else None,
        my_sat=table.get("sat"),
        their_sat_pred=table.get("they"),
        deal_again_prob=table.get("again"),
        my_win_changed=table.get("mine_moved", False if steps else None),
        their_win_changed=table.get("theirs_moved", False if steps else None),
        info_gap=InfoGap(table["info"]) if "info" in table else None,
        no_deal_reason=NoDealReason(reason) if reason else None,
        step_self=_five(steps) if steps else None,
        moments_reviewed=table.get("reviewed", bool(steps)),
        **texts,
    )


def _five(digits: str) -> tuple[int, int, int, int, int]:
    """Return the ratings of the five steps, written as `56443`."""
    trust, winning, value, share, ego = map(int, digits)
    return trust, winning, value, share, ego


def _met(stage: Stage, scene: Scene, words: str) -> dict[str, Decimal | None]:
    answers: dict[str, Decimal | None] = {}
    with stage.journal.store.read() as reader:
        criteria = reader.list(Criterion, negotiation_id=scene.deal)
    for owner, said in zip((Actor.ME, Actor.THEM), met_of(words), strict=True):
        ids = [c.id for c in criteria if c.owner is owner] if said else []
        answers |= dict(zip(ids, said, strict=True))
    return answers


def look_back(stage: Stage, scene: Scene, day: int) -> None:
    """Answer a look-back."""
    with stage.journal.store.read() as reader:
        waiting = reader.find(FollowUp, negotiation_id=scene.deal, day=day)
    if waiting is None:
        raise ValueError(f"nothing is looked back on after {day} days")
    stage.journal.later.answer(_looked(waiting, scene.story.looks[day]))


def _looked(waiting: FollowUp, table: dict[str, Any]) -> FollowUp:
    how = table.get("how", "told-me" if "theirs" in table else "no-answer")
    return replace(
        waiting,
        deal_again=YesNoUnsure(table.get("again", "yes")),
        their_sat=table.get("theirs"),
        their_sat_source=SatSource(how),
        my_sat_now=table["mine"],
        they_discovered=Discovered(table.get("found", "no")),
        my_commitments=Commitments(table.get("i_did", "all")),
        their_commitments=Commitments(table.get("they_did", "all")),
        swap_sign=YesNoUnsure(table.get("swap", "yes")),
        reopened_by=ReopenedBy(table.get("opened", "nobody")),
        note=table.get("note"),
    )


def outside(stage: Stage, scene: Scene) -> None:
    """Write down what they said themselves."""
    table = scene.story.word
    if table.get("how") == "in-writing":
        stage.journal.outside.ask(scene.deal, table.get("by", "them"))
    stage.journal.outside.receive(
        scene.deal,
        by=table.get("by", "them"),
        sat=table.get("sat"),
        words=table.get("words"),
        source=SatSource(table.get("how", "told-me")),
    )


def note(stage: Stage, scene: Scene, body: str) -> None:
    """Write an entry beside the negotiation."""
    stage.journal.writing.add(body, negotiation_id=scene.deal)
