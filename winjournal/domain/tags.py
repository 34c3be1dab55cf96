"""The tags: what can be seen at the table, and what each one is (MEASURES.md 2.3).

A slip and its handled counterpart form a pair; three tags are asked for first.
A user's own tags are not in this table and never enter a step's counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from winjournal.domain.errors import NotUnderstood


class Step(StrEnum):
    """The five habits and the closing question, in the order of the article."""

    TRUST = "trust"
    WINNING = "winning"
    VALUE = "value"
    SHARE = "share"
    EGO = "ego"
    INTERESTS = "interests"


class Polarity(StrEnum):
    """What a mark is: handled, a slip, or neither."""

    HANDLED = "handled"
    SLIP = "slip"
    NEUTRAL = "neutral"


class Actor(StrEnum):
    """Whose deed it was."""

    ME = "me"
    THEM = "them"


@dataclass(frozen=True, slots=True)
class Tag:
    """One behaviour of the taxonomy.

    Attributes:
        slug: The name in storage, shell and export.
        label: A few words for a person.
        polarity: Slip, handled or neutral.
        step: The habit it shows.
        definition: When to use it.
        example: One line as somebody might write it.
        pair: The slug that `+` and `-` flip it to; None where there is none.
        key: The live letter; None for tags that only the picker offers.
    """

    slug: str
    label: str
    polarity: Polarity
    step: Step
    definition: str
    example: str
    pair: str | None = None
    key: str | None = None


_P, _N, _0 = Polarity.HANDLED, Polarity.SLIP, Polarity.NEUTRAL

TAXONOMY: tuple[Tag, ...] = (
    Tag(
        "trust-built", "Trust built by a deed", _P, Step.TRUST,
        "Something promised or owed was done, and it can be checked.",
        "Sent the usage data the same afternoon, as agreed.", "trust-broken",
    ),
    Tag(
        "trust-broken", "Trust broken", _N, Step.TRUST,
        "A commitment was missed or a confidence passed on.",
        "The draft due Friday came the next Wednesday.", "trust-built",
    ),
    Tag(
        "honest", "Costly honesty", _P, Step.TRUST,
        "A true thing was offered that weakened the speaker's hand.",
        "Told them another supplier ships faster than we do.", "misled",
    ),
    Tag(
        "misled", "Misled", _N, Step.TRUST,
        "A false belief was planted or knowingly left standing.",
        "Let them think a second buyer was waiting.", "honest",
    ),
    Tag(
        "promise", "Promise made", _0, Step.TRUST,
        "Words only; counts when kept or missed.",
        "Said I would bring in our engineer next week.",
    ),
    Tag(
        "win-shared", "Win put on the table", _P, Step.WINNING,
        "Someone said early what a good result is, or asked for the other's.",
        "Opened with our two must-haves and asked for theirs.",
    ),
    Tag(
        "goalpost-shift", "Goalposts moved", _N, Step.WINNING,
        "What counts as winning changed after it was shared, to gain ground.",
        "Agreed on price, then exclusivity turned into a must.", "goalpost-held", "g",
    ),
    Tag(
        "goalpost-held", "Goalposts held", _P, Step.WINNING,
        "There was an opening to ask for more and it was let pass.",
        "They sounded desperate; I kept to the terms I had named.",
        "goalpost-shift", "h",
    ),
    Tag(
        "goalpost-update", "Open update", _0, Step.WINNING,
        "The world changed and so did the win, said openly with the reason.",
        "Our budget was cut on Monday; told them before anything else.",
    ),
    Tag(
        "value-explained", "Value explained", _P, Step.VALUE,
        "Worth set out with facts the other could check.",
        "Walked through last year's savings line by line.", "value-defended",
    ),
    Tag(
        "value-defended", "Value defended", _N, Step.VALUE,
        "Worth argued with heat, as if under attack.",
        "Snapped that they clearly had never run a plant.", "value-explained",
    ),
    Tag(
        "info-shared", "Information opened", _P, Step.VALUE,
        "Facts were made available so offers could be compared.",
        "Gave them our cost sheet and two rival quotes.", "info-withheld",
    ),
    Tag(
        "info-withheld", "Information kept back", _N, Step.VALUE,
        "A fact that would change their choice was kept.",
        "Did not mention the version being retired in June.", "info-shared",
    ),
    Tag(
        "fair-share", "Stopped at fair", _P, Step.SHARE,
        "More could have been taken and was not.",
        "They offered 12; I said 10 was what the work is worth.", "over-capture", "f",
    ),
    Tag(
        "over-capture", "Over-capture", _N, Step.SHARE,
        "More was taken than the taker believed was earned.",
        "They misread the volume clause and I signed anyway.", "fair-share", "c",
    ),
    Tag(
        "under-claim", "Under-claimed", _0, Step.SHARE,
        "Less was taken than was earned, to avoid friction.",
        "Dropped the fee before they had even asked.",
    ),
    Tag(
        "ego", "Ego", _N, Step.EGO,
        "Being right, winning or looking big steered a move.",
        "Reopened a settled point because of how he said it.", "ego-released", "e",
    ),
    Tag(
        "ego-released", "Ego let go", _P, Step.EGO,
        "A sting was noticed and not acted on.",
        "Let the jab pass and asked what worried her.", "ego", "r",
    ),
    Tag(
        "walked-away", "Walked away well", _P, Step.EGO,
        "Left calmly because the value could not be met.",
        "Thanked them, said it was below our line, and left.",
    ),
    Tag(
        "stayed-for-ego", "Stayed for pride", _N, Step.EGO,
        "Went on or signed because leaving would look like losing.",
        "Took the deal so I need not tell the team I failed.",
    ),
    Tag(
        "left-for-ego", "Left for pride", _N, Step.EGO,
        "Walked from workable terms because of a slight.",
        "Hung up over his tone; the number was fine.",
    ),
    Tag(
        "their-interest-served", "Their interest served", _P, Step.INTERESTS,
        "Something was done for the other's need without being asked to.",
        "Moved delivery so their audit would not clash.", "their-interest-ignored",
    ),
    Tag(
        "their-interest-ignored", "Their interest ignored", _N, Step.INTERESTS,
        "A known need of the other was passed over.",
        "Knew the date hurt them and did not bring it up.", "their-interest-served",
    ),
)  # fmt: skip
"""All tags, in the order of the steps."""

ASKED_FIRST = ("ego", "over-capture", "goalpost-shift")
"""The three slips that the journal exists to see."""

SHORT = {
    "ego+": "ego-released",
    "ego-": "ego",
    "goalpost+": "goalpost-held",
    "goalpost-": "goalpost-shift",
    "share+": "fair-share",
    "share-": "over-capture",
    "trust+": "trust-built",
    "trust-": "trust-broken",
    "value+": "value-explained",
    "value-": "value-defended",
    "info+": "info-shared",
    "info-": "info-withheld",
    "interest+": "their-interest-served",
    "interest-": "their-interest-ignored",
}
"""What is typed short, with its sign."""

_BY_SLUG = {tag.slug: tag for tag in TAXONOMY}
_BY_KEY = {tag.key: tag for tag in TAXONOMY if tag.key}


def normal_slug(text: str) -> str:
    """Return `text` as a slug: lower case, hyphens for underscores."""
    return text.strip().lower().replace("_", "-")


def find_tag(slug: str) -> Tag | None:
    """Return the tag of the taxonomy with this slug, or None for any other."""
    return _BY_SLUG.get(normal_slug(slug))


def tag_of_key(letter: str) -> tuple[Tag, Actor] | None:
    """Return what a live letter marks: lower case is mine, upper case theirs."""
    tag = _BY_KEY.get(letter.lower())
    if tag is None:
        return None
    return tag, Actor.THEM if letter.isupper() else Actor.ME


def polarity_of(slug: str | None) -> Polarity:
    """Return a tag's polarity; an own tag and an undecided mark are neutral."""
    tag = find_tag(slug) if slug else None
    return tag.polarity if tag else Polarity.NEUTRAL


def step_of(slug: str | None) -> Step | None:
    """Return the step a tag shows; None for an own tag or an undecided mark."""
    tag = find_tag(slug) if slug else None
    return tag.step if tag else None


def flipped(slug: str) -> str:
    """Return the other half of a tag's pair.

    Raises:
        NotUnderstood: The tag has no pair.
    """
    tag = find_tag(slug)
    if tag is None or tag.pair is None:
        raise NotUnderstood(f"{slug} has no counterpart to flip to.")
    return tag.pair
