"""The verbs of a script, each one act of a service."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from winjournal.demo.calendar import day_after
from winjournal.demo.story import wishes
from winjournal.domain.goalposts import ChangeReason
from winjournal.domain.tags import Actor, Polarity
from winjournal.services.prep import Wish

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from winjournal.demo.script import Line
    from winjournal.demo.stage import Scene, Stage
    from winjournal.domain.later import PromiseState


def _talk(stage: Stage, scene: Scene, line: Line) -> None:
    """`talk 51`: a sitting of 51 minutes, written live; `talk` alone goes on still."""
    end = line.at + timedelta(minutes=int(line.args[0])) if line.args else None
    stage.journal.deals.sit(scene.deal, line.at, end, live=True)
    scene.talked = line.at


def _moment(stage: Stage, scene: Scene, line: Line) -> None:
    """`me ego 2 @09:54: words`: a mark; with `@` it is written from memory."""
    tag: str | None = None
    strength, at = 1, None
    for word in line.args:
        if word.startswith("@"):
            day = scene.talked or line.at
            at = scene.calendar.after(day.replace(hour=0, minute=0), word[1:])
        elif word.isdigit():
            strength = int(word)
        else:
            tag = word
    stage.journal.marks.mark(
        scene.deal, None if tag == "undecided" else tag, Actor(line.verb),
        strength=strength, note=line.words, at=at,
    )  # fmt: skip


def _seal(stage: Stage, scene: Scene, line: Line) -> None:
    """`seal`: the prep can no longer be rewritten."""
    stage.journal.deals.seal(scene.deal)


def _share(stage: Stage, scene: Scene, line: Line) -> None:
    """`share`: I have now told them."""
    stage.journal.deals.share(scene.deal, Actor.ME)


def _offer(stage: Stage, scene: Scene, line: Line) -> None:
    """`offer me 44000: words`; `offer them -: words` is one without a number."""
    by, amount = line.args
    number = None if amount == "-" else Decimal(amount)
    stage.journal.deals.offer(scene.deal, Actor(by), number, line.words or None)


def _version(stage: Stage, scene: Scene, line: Line) -> None:
    """`version me circumstances open: text | what changed | criterion *2; more`."""
    owner, reason, how = line.args
    text, what, criteria = (*line.words.split(" | "), "", "")[:3]
    stage.journal.deals.change_goalpost(
        scene.deal, Actor(owner), text, ChangeReason(reason),
        what_changed=what or None, announced=how == "open",
        wishes=_kept(stage, scene, Actor(owner), criteria) if criteria else None,
    )  # fmt: skip


def _kept(stage: Stage, scene: Scene, owner: Actor, criteria: str) -> tuple[Wish, ...]:
    """Return the criteria of a new version; those that stay keep their ids."""
    known = stage.journal.deals.read(scene.deal).criteria_of(owner)
    ids = {criterion.text: criterion.id for criterion in known}
    return tuple(
        Wish(text=wish.text, weight=wish.weight, id=ids.get(wish.text))
        for wish in wishes(criteria.split("; "))
    )


def _promise(stage: Stage, scene: Scene, line: Line) -> None:
    """`promise me due +4 kept +3: words`; how it is settled is a step of its own."""
    by, due = Actor(line.args[0]), line.named("due")
    promise = stage.journal.later.promise(
        scene.person, by, line.words, negotiation_id=scene.deal,
        due=day_after(line.at.date(), due) if due else None,
    )  # fmt: skip
    scene.promises[line.words] = promise.id


def _repair(stage: Stage, scene: Scene, line: Line) -> None:
    """`repair due +4 done +3: words | what came of it`: about the last own slip."""
    words, _, _ = line.words.partition(" | ")
    dossier = stage.journal.deals.read(scene.deal)
    slips = [m for m in dossier.moments
             if m.actor is Actor.ME and m.polarity is Polarity.SLIP]  # fmt: skip
    due = line.named("due")
    repair = stage.journal.repairs.add(
        scene.deal, words, moment_id=slips[-1].id if slips else None,
        due=day_after(line.at.date(), due) if due else None,
    )  # fmt: skip
    scene.repairs[line.words] = repair.id


def mend(stage: Stage, scene: Scene, words: str, on: date) -> None:
    """Say that a repair of this scene was made."""
    _, _, effect = words.partition(" | ")
    stage.journal.repairs.done(scene.repairs[words], effect, on)


def _tell(stage: Stage, scene: Scene, line: Line) -> None:
    """`tell 1`: they were told the first thing that they did not know."""
    gaps = stage.journal.deals.read(scene.deal).information_gaps
    stage.journal.worth.tell(gaps[int(line.args[0]) - 1].id)


def _show(stage: Stage, scene: Scene, line: Line) -> None:
    """`show 1`: they were shown the first thing that I bring."""
    items = stage.journal.deals.read(scene.deal).value_items
    stage.journal.worth.show_value(items[int(line.args[0]) - 1].id)


def settle(
    stage: Stage, scene: Scene, words: str, state: PromiseState, on: date
) -> None:
    """Settle a promise of this scene."""
    stage.journal.later.settle(scene.promises[words], state, on)


def _vow(stage: Stage, scene: Scene, line: Line) -> None:
    """`vow kept`, `vow missed`, `vow absent`: the test of the vow that stands."""
    if stage.vows:
        came, kept = line.args[0] != "absent", line.args[0] == "kept"
        stage.journal.weeks.test_vow(stage.vows[-1], scene.deal, came, kept)


def _log(stage: Stage, scene: Scene, line: Line) -> None:
    """`log: Dana, words @ego`: as the shell would log it."""
    stage.journal.inbox.log(line.words)


VERBS: Mapping[str, Callable[[Stage, Scene, Line], None]] = {
    "talk": _talk,
    "me": _moment,
    "them": _moment,
    "seal": _seal,
    "share": _share,
    "offer": _offer,
    "version": _version,
    "promise": _promise,
    "repair": _repair,
    "tell": _tell,
    "show": _show,
    "vow": _vow,
    "log": _log,
}
"""What a line of a script can do."""
