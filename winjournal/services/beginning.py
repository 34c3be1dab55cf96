"""What a new preparation begins with, by the template that was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.negotiation import Sphere
from winjournal.domain.terms import Terms, Unit
from winjournal.services.prep import Prep, Wish
from winjournal.services.worth import Bring, Gap

if TYPE_CHECKING:
    from winjournal.domain.templates import Template, Weighted


def begun_by(
    template: Template, *, title: str = "", person: str = "", currency: str = ""
) -> Prep:
    """Return a preparation as a template begins it.

    Args:
        template: What is chosen.
        title: What it is about.
        person: The counterparty.
        currency: ISO 4217 code for what turns on money.
    """
    unit = template.unit or Unit.NONE
    has_number = unit is not Unit.NONE
    return Prep(
        title=title,
        person=person,
        sphere=template.sphere or Sphere.PROFESSIONAL,
        kind=template.kind,
        my_criteria=_wishes(template.my_criteria),
        their_criteria=_wishes(template.their_criteria),
        terms=Terms(
            unit=unit,
            currency=(currency or None) if unit is Unit.MONEY else None,
            direction=template.direction if has_number else None,
            fair_basis=template.fair_basis if has_number else None,
        ),
        value_items=tuple(Bring(text=text) for text in template.value_items),
        information_gaps=tuple(Gap(text=text) for text in template.gaps),
        ego_risk=template.sting,
    )


def _wishes(criteria: tuple[Weighted, ...]) -> tuple[Wish, ...]:
    return tuple(Wish(text=text, weight=weight) for text, weight in criteria)
