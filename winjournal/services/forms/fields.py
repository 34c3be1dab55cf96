"""The fields of a prep and of a debrief in the order asked, and what each takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.debrief import InfoGap, NoDealReason, Outcome, YesNoUnsure
from winjournal.domain.goalposts import Source
from winjournal.domain.negotiation import Sphere, TrustCall
from winjournal.domain.terms import Direction, FairBasis, Unit
from winjournal.services.forms.debrief_values import STEPS, TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_YES_NO = "yes, no"

OF_A_DEBRIEF = {
    "outcome": ", ".join(Outcome),
    "number": "what was agreed, or the last offer",
    "closed_on": "the day of the outcome",
    "below_line": f"where the line is in words: {', '.join(YesNoUnsure)}",
    "no_deal_reason": ", ".join(NoDealReason),
    "met": "",
    "their_sat_pred": "1 to 7, what they will say; locked once saved",
    "deal_again_prob": "0 to 100, that they would deal with me again",
    "my_win_changed": _YES_NO,
    "their_win_changed": _YES_NO,
    "info_gap": ", ".join(InfoGap),
    "moments_reviewed": "yes, once I looked for moments",
    "vow_occurred": "yes, no: whether the IF of the vow came",
    "vow_kept": "yes, no: whether the THEN was done",
    "my_sat": "1 to 7, my satisfaction",
    **{f"step_{step}": "1 to 7, as I see myself" for step in STEPS},
    **dict.fromkeys(TEXTS, "in a few words"),
}
"""Facts first, ratings last."""

OF_A_PREP = {
    "title": "",
    "person": "",
    "sphere": ", ".join(Sphere),
    "kind": "",
    "opened_on": "",
    "planned_for": "",
    "trust_call": ", ".join(TrustCall),
    "smallest_promise": "",
    "my_win": "",
    "my_criterion": "with !2 or !3 at its end for its weight",
    "their_win": "",
    "their_source": ", ".join(Source),
    "their_criterion": "",
    "value_case": "",
    "value": "",
    "unit": ", ".join(Unit),
    "currency": "",
    "direction": ", ".join(Direction),
    "fair_low": "",
    "fair_high": "",
    "fair_basis": ", ".join(FairBasis),
    "fair_basis_note": "",
    "target": "",
    "walk_away": "a number, or words",
    "gap": "",
    "alternative": "",
    "ego_risk": "",
}
"""In the order of the five steps."""


def in_order(values: Mapping[str, str], order: Iterable[str]) -> dict[str, str]:
    """Return values in an order of fields; those with a number stand as theirs do.

    What the order does not name comes last, as it stood.
    """
    place = {name: n for n, name in enumerate(order)}

    def key(name: str) -> int:
        if name in place:
            return place[name]
        kind, _, number = name.partition("_")
        while number and not number[0].isdigit():
            more, _, number = number.partition("_")
            kind = f"{kind}_{more}"
        return place.get(kind, len(place))

    return {name: values[name] for name in sorted(values, key=key)}
