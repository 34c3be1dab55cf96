"""A new version of a goalpost as a form: whose, the words, why, announced or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from winjournal.domain.errors import Invalid
from winjournal.domain.goalposts import ChangeReason
from winjournal.domain.tags import Actor
from winjournal.services.forms.values import Values, choice_of, text_of, yes_no_of
from winjournal.ui.forms.options import REASONS
from winjournal.ui.widgets.form_spec import (
    FieldSpec,
    Option,
    When,
    choice_field,
    text_field,
    yes_no_field,
)

if TYPE_CHECKING:
    from winjournal.domain.dossier import Dossier

WIN_MAX = 200
"""Characters of a statement of winning."""

_SAYS_WHAT = (ChangeReason.CIRCUMSTANCES, ChangeReason.NEW_INFORMATION)
_SIDES = (
    (Actor.ME, "my_text", "For me it is now"),
    (Actor.THEM, "their_text", "For them it is now"),
)


@dataclass(frozen=True, slots=True)
class Change:
    """What was answered about a change.

    Attributes:
        owner: Whose winning changed.
        text: The new words.
        reason: Why.
        what_changed: In words, where the reason asks for them.
        announced: Whether it was said openly.
    """

    owner: Actor
    text: str
    reason: ChangeReason
    what_changed: str | None
    announced: bool


def version_specs(dossier: Dossier) -> tuple[FieldSpec, ...]:
    """Return the fields of a new version, for the sides that have said what winning is.

    Args:
        dossier: The negotiation.
    """
    known = [side for side in _SIDES if dossier.goalpost(side[0])]
    sides = [Option(owner, "mine" if owner is Actor.ME else "theirs")
             for owner, _, _ in known]  # fmt: skip
    return (
        choice_field("owner", "Whose winning", sides, required=True),
        *(
            text_field(
                name,
                label,
                max_length=WIN_MAX,
                required=True,
                when=_is_of(owner),
                why="The words before stay, struck through, beside the new ones.",
            )
            for owner, name, label in known
        ),
        choice_field(
            "reason",
            "Why",
            REASONS,
            required=True,
            why="Priorities may change; a change for leverage is a shift.",
        ),
        text_field(
            "what_changed",
            "What changed",
            max_length=WIN_MAX,
            required=True,
            when=lambda values: values.get("reason") in _SAYS_WHAT,
        ),
        yes_no_field(
            "announced",
            "Said openly",
            required=True,
            why="Before it was used, and as a change.",
        ),
    )


def _is_of(owner: Actor) -> When:
    return lambda values: values.get("owner") == owner


def values_of_version(dossier: Dossier, owner: Actor) -> dict[str, str]:
    """Return what the form starts with: the words of each side as they are."""
    values: dict[str, str] = {"owner": owner}
    for side, name, _ in _SIDES:
        goalpost = dossier.goalpost(side)
        if goalpost is not None:
            values[name] = goalpost.text
    return values


def change_of_values(values: Values, dossier: Dossier) -> Change:
    """Read a change from its form.

    Raises:
        Invalid: The words are the same as before, or an answer is missing.
    """
    owner = choice_of(values, "owner", Actor) or Actor.ME
    name = next(name for side, name, _ in _SIDES if side is owner)
    text = text_of(values, name) or ""
    old = dossier.goalpost(owner)
    if old is not None and old.text == text:
        raise Invalid(name, "These are the words as they were.")
    announced = yes_no_of(values, "announced")
    if announced is None:
        raise Invalid("announced", "Say whether it was said openly.")
    return Change(
        owner=owner,
        text=text,
        reason=choice_of(values, "reason", ChangeReason) or ChangeReason.UNKNOWN,
        what_changed=text_of(values, "what_changed"),
        announced=announced,
    )
