"""Every word of what stands round the six blocks (MEASURES.md 4.2 holds here too)."""

from __future__ import annotations

from typing import Final

from winjournal.domain.debrief import InfoGap

REPAIRS: Final = "{made} of {n} made"
REPAIR_DAYS: Final = ", median {days}"
NO_REPAIRS: Final = "none written down"
RECOVERY: Final = "ego let go {let_go} of {egos}"
RECOVERY_MINUTES: Final = ", median {minutes}"

AMOUNTS: Final = "My marks: {m1} in the 8 before, {m2} in the last 8."
AMOUNTS_DEBRIEFED: Final = " Debriefed: {d1} of {t1}, then {d2} of {t2}."
SHORT_AMOUNTS: Final = ("marks {m1} then {m2}", "debriefed {d1} then {d2}")

CRITERIA_MINE: Final = "Of my criteria {share} in 100 were met, over {n} deals."
CRITERIA_TOLD: Final = (
    "Of theirs, as they told them, {share} in 100, over {n} deals{guessed}."
)
CRITERIA_GUESSED: Final = "; in {g} more I only guessed what they wanted"
CRITERIA_ONLY_GUESSED: Final = (
    "What they wanted is my guess in {g} deals; those are drawn hollow."
)
FELT_BIAS: Final = (
    "They were on average {bias} of 7 {direction} pleased than I thought (plausibly"
    " {lo} to {hi}); the typical miss was {miss}."
)
FELT_SAME: Final = (
    "They were on average as pleased as I thought (plausibly {lo} to {hi}); the typical"
    " miss was {miss}."
)
FELT_FEW: Final = "What they felt is known beside my guess for {n} of {asked} talks."
FELT_ANSWERED: Final = "They answered in {n} of {asked} talks with a guess of mine."
NOT_PLACED: Final = (
    "A deal stands here once both sides' criteria were answered, or both rated it."
)

INSIDE: Final = "inside my range"
ABOVE: Final = "above my range"
BELOW: Final = "below my range"
NO_RANGE: Final = "without a range"
WALKED: Final = "walked from"
OTHER_END: Final = "left by them or by both"
NOT_AGED: Final = (
    "No look back is due yet; the first is asked {day} days after closing."
)

HELD: Final = (
    "After {days} days {h} of {f} deals that can be told held up (plausibly {lo}-{hi}"
    " in 100)."
)
HELD_BOUNDS: Final = (
    " Of all {due} that are due it is between {least} and {most} in 100, whatever the"
    " others would say."
)
HELD_FEW: Final = (
    "After {days} days {h} of {f} deals that can be told held up, {due} due."
)
UNTIL_THEN: Final = "of all talks until then: "
"""Before a trend beside the counts of a period that is not all of it."""

FELL: Final = "Their rating fell by two or more"
KNEW: Final = "They found out what I had known"
GAP_SAID: Final = {
    InfoGap.NONE: "I had said there was nothing they did not know",
    InfoGap.I_SHARED_IT: "I had said that I shared it",
    InfoGap.I_KEPT_IT: "I had said that I kept it",
    InfoGap.UNSURE: "I had been unsure of it",
    None: "I had not said whether I kept anything",
}

FORECASTS: Final = (
    "They would deal with me again: I said {said} % on average, and it came so in"
    " {came} of {n}."
)
FORECASTS_FEW: Final = (
    "They would deal with me again: it came so in {came} of {n} forecasts."
)
BRIER: Final = (
    "The mean squared miss (Brier) is {brier}: 0 is no miss, 0.25 is what an even guess"
    " each time gets."
)
NO_FORECASTS: Final = (
    "No forecast has been settled; the debrief asks whether they would deal again, a"
    " look back settles it."
)

RATED_HIGH: Final = "rated high, tagged otherwise"
RATED_LOW: Final = "hard on yourself, or untagged?"

REREAD_MEAN: Final = "{what}: {mean} of 7 {direction} now, over {n}"
REREAD_SAME: Final = "{what}: the same on average, over {n}"
REREAD_FEW: Final = "{what}: {higher} higher now, {same} the same, {lower} lower"
NOT_REREAD: Final = "No debrief was rated again yet."
TOO_NEW: Final = (
    "No debrief is old enough to be rated again: it takes {days} days, and a rating of"
    " your own."
)

AGREED: Final = "agreed {day}"
CONTESTED: Final = 'contested {day}: "{reason}"'
OF_PERIOD: Final = " (on {period})"
READ_THEN: Final = 'It read then: "{sentence}"'


def median_days(days: float) -> str:
    """Return a median of days: `9 days`, `1 day`, `2.5 days`."""
    said = f"{days:.1f}".removesuffix(".0")
    return "1 day" if said == "1" else f"{said} days"


def median_minutes(minutes: float) -> str:
    """Return a median of minutes: `6 min`, or `under 1 min`."""
    return f"{int(minutes + 0.5)} min" if minutes >= 0.5 else "under 1 min"


def pleased(gap: float) -> str:
    """Return by how much they were less or more pleased: `0.8 less`, `0.1 more`, `0`.

    Args:
        gap: Predicted less reported.
    """
    size = f"{abs(gap):.1f}"
    if size == "0.0":
        return "0"
    return f"{size} {'less' if gap > 0 else 'more'}"
