"""What a debrief shows beside its questions: marks, recovery, versions, the meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.doubled import unmarked
from winjournal.domain.recovery import recoveries, say_recovery
from winjournal.domain.say_dates import say_date, say_time
from winjournal.domain.tags import Actor
from winjournal.domain.timeline_words import say_reason

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from winjournal.domain.dossier import Dossier
    from winjournal.domain.moments import Moment


def say_marked(moments: Sequence[Moment]) -> tuple[str, ...]:
    """Return how many marks there are, what none speaks of, and each recovery."""
    if not moments:
        return ("No mark was made.",)
    own = sum(one.actor is Actor.ME for one in moments)
    undecided = sum(one.tag is None for one in moments)
    waits = f", {undecided} to settle" if undecided else ""
    marks = "mark" if len(moments) == 1 else "marks"
    said = [f"{len(moments)} {marks}, {own} of yours{waits}."]
    if missing := unmarked(moments):
        said.append(f"None speaks of {_listed(missing)}.")
    return (*said, *say_recovered(moments))


def say_recovered(moments: Sequence[Moment]) -> tuple[str, ...]:
    """Return how soon each own ego was let go: `Ego at 09:47, back in 1 min.`."""
    return tuple(
        f"Ego at {say_time(one.ego.at)}, back {_within(say_recovery(one.took))}."
        for one in recoveries(moments)
    )


def say_untold(dossier: Dossier) -> tuple[str, ...]:
    """Return what the prep knew, they may not, and nobody has told them."""
    return tuple(
        f"Still untold: {gap.text}" for gap in dossier.information_gaps if gap.is_open
    )


def say_changed(dossier: Dossier, owner: Actor, today: date) -> tuple[str, ...]:
    """Return the later versions of what one side called winning, and why.

    For example `Yours, v2 on 4 Mar: 3 years  (leverage, not announced)`.
    """
    whose = "Yours" if owner is Actor.ME else "Theirs"
    later = [g for g in dossier.goalposts if g.owner is owner and g.version > 1]
    said = []
    for one in sorted(later, key=lambda g: g.version):
        reason = say_reason(one)
        why = f"  ({reason})" if reason else ""
        on = say_date(one.recorded_at.date(), today)
        said.append(f"{whose}, v{one.version} {on}: {one.text}{why}")
    return tuple(said)


def say_meant(dossier: Dossier, today: date) -> tuple[str, ...]:
    """Return what was meant: the first words and criteria of my winning.

    Whether they are those of the seal is said with them; empty without any.
    """
    own = [g for g in dossier.goalposts if g.owner is Actor.ME]
    if not own:
        return ()
    first = min(own, key=lambda g: g.version)
    sealed = dossier.negotiation.prep_sealed_at
    how = f"sealed {say_date(sealed.date(), today)}" if sealed else "not sealed"
    checked = [c.text for c in dossier.criteria if c.id in first.criteria_ids]
    words = f"{first.text}  ({how})"
    return (words, f"Checked by: {'; '.join(checked)}") if checked else (words,)


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _within(said: str) -> str:
    minutes = said.removesuffix(" later")
    return minutes if minutes.startswith("within") else f"in {minutes}"
