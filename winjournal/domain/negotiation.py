"""A negotiation and the person or organisation on the other side."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from winjournal.domain.errors import Invalid
from winjournal.domain.tags import Actor
from winjournal.domain.terms import Terms

TITLE_MAX, NAME_MAX, KIND_MAX = 80, 60, 30

NICKNAMES_MAX = 50
"""Other names of one counterparty: each is looked for in every logged line."""


class Sphere(StrEnum):
    """The part of life a negotiation belongs to."""

    PROFESSIONAL = "professional"
    PERSONAL = "personal"
    HOUSEHOLD = "household"
    OTHER = "other"


class CounterpartyKind(StrEnum):
    """What stands on the other side."""

    PERSON = "person"
    ORGANISATION = "organisation"


class TrustCall(StrEnum):
    """Whether a win-win is available here yet."""

    ENOUGH = "enough"
    NOT_YET = "not-yet"
    NO = "no"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterparty:
    """The person or organisation on the other side.

    Attributes:
        name: At most 60 characters; unique regardless of case.
        alias: What a redacted export prints instead of the name.
        since: When we first dealt.
        nicknames: Other names by which a line knows them; each at most 60 characters.
        archived_at: Since when they stand in no list; None while they do.
    """

    id: str
    name: str
    kind: CounterpartyKind = CounterpartyKind.PERSON
    alias: str | None = None
    since: date | None = None
    note: str | None = None
    archived_at: datetime | None = None
    nicknames: tuple[str, ...] = ()

    @property
    def other_names(self) -> tuple[str, ...]:
        """The alias, if there is one, and the nicknames."""
        return (*((self.alias,) if self.alias else ()), *self.nicknames)

    def check(self) -> None:
        """Check the names.

        Raises:
            Invalid: One is empty or too long, or there are too many of them.
        """
        check_words("name", self.name, NAME_MAX, "A name")
        for nickname in self.nicknames:
            check_words("nicknames", nickname, NAME_MAX, "A nickname")
        if len(self.nicknames) > NICKNAMES_MAX:
            raise Invalid("nicknames", f"{NICKNAMES_MAX} nicknames at the most.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Negotiation:
    """One deal being talked through with one counterparty.

    Attributes:
        title: At most 80 characters.
        kind: Free words such as salary or vendor, at most 30 characters.
        planned_for: When the first sitting is planned; starts nothing.
        opened_on: Local date of creation, or as the user says.
        closed_on: Local date of the outcome; None while open.
        trust_call: Enough for win-win, not yet, no, unsure.
        smallest_promise: What could be kept first, when not yet.
        value_case: One sentence: what I bring and how it differs.
        alternative: What I do if this fails.
        ego_risk: What would sting.
        prep_sealed_at: When the prep was sealed; None before.
        prep_hash: SHA-256 of the sealed prep, in hex.
        sealed_in_time: Whether it was sealed before the first sitting;
            None while unsealed.
        sealed_with: Id of the counterparty that the seal names, where that one was
            merged into another since; else None.
        version: Counts the saves, for conflict checks.
    """

    id: str
    title: str
    counterparty_id: str
    sphere: Sphere = Sphere.PROFESSIONAL
    kind: str | None = None
    planned_for: datetime | None = None
    opened_on: date
    closed_on: date | None = None
    trust_call: TrustCall | None = None
    smallest_promise: str | None = None
    value_case: str | None = None
    alternative: str | None = None
    ego_risk: str | None = None
    terms: Terms = field(default_factory=Terms)
    prep_sealed_at: datetime | None = None
    prep_hash: str | None = None
    sealed_in_time: bool | None = None
    archived_at: datetime | None = None
    version: int = 1
    sealed_with: str | None = None

    @property
    def is_sealed(self) -> bool:
        """Whether the prep can only be added to."""
        return self.prep_sealed_at is not None

    @property
    def is_open(self) -> bool:
        """Whether the outcome is still to come."""
        return self.closed_on is None

    def check(self) -> None:
        """Check lengths and the terms.

        Raises:
            Invalid: A field is empty, too long or out of range.
        """
        check_words("title", self.title, TITLE_MAX, "A title")
        for name, top in _LENGTHS.items():
            check_length(name, getattr(self, name), top)
        check_length("fair_basis_note", self.terms.fair_basis_note, 120)
        check_length("walk_away_text", self.terms.walk_away_text, 120)
        self.terms.check()


_LENGTHS = {
    "kind": KIND_MAX,
    "smallest_promise": 120,
    "value_case": 200,
    "alternative": 120,
    "ego_risk": 100,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """One meeting or call of a negotiation.

    Attributes:
        started_at: With the local offset in which it was written.
        ended_at: None while it goes on.
        zone: Name of the zone, for display; empty when unknown.
        source: `live` or `after`.
    """

    id: str
    negotiation_id: str
    started_at: datetime
    ended_at: datetime | None = None
    zone: str = ""
    source: str = "after"

    @property
    def is_live(self) -> bool:
        """Whether it is being marked while it goes on."""
        return self.source == "live" and self.ended_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One offer on the table, by either side.

    Attributes:
        amount: In the negotiation's unit; None for an offer in words.
        text: At most 120 characters.
    """

    id: str
    negotiation_id: str
    at: datetime
    by: Actor
    amount: Decimal | None = None
    text: str | None = None

    def check(self) -> None:
        """Check that the offer says something.

        Raises:
            Invalid: Neither amount nor words, or too many words.
        """
        if self.amount is None and not self.text:
            raise Invalid("amount", "An offer is an amount or a few words.")
        check_length("text", self.text, 120)


def check_words(name: str, text: str, top: int, what: str) -> None:
    """Check that a required text has 1 to `top` characters.

    Raises:
        Invalid: It is blank or longer.
    """
    if not text.strip():
        raise Invalid(name, f"{what} is needed.")
    check_length(name, text, top)


def check_length(name: str, text: str | None, top: int) -> None:
    """Check that a text has at most `top` characters.

    Raises:
        Invalid: It is longer.
    """
    if text is not None and len(text) > top:
        words = name.replace("_", " ")
        raise Invalid(
            name, f"The {words} has {len(text)} characters; {top} is the most."
        )
