"""Invented rows of what is written before a talk."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from benchmarks.inventor import Inventor, Values, instant
from benchmarks.words import DEALS, FIRMS, NAMES, sentence
from winjournal.store.instants import utc_text

if TYPE_CHECKING:
    from collections.abc import Iterator

OPEN_TITLE = "Benchmark deal"
"""The title of what is under way, followed by a number: the screen shows it."""


def counterparty(inventor: Inventor, number: int, at: datetime) -> Values:
    """Return a counterparty with a name of its own."""
    firm = number % 3 == 0
    name = f"{inventor.rng.choice(FIRMS if firm else NAMES)} {number}"
    kind = "organisation" if firm else "person"
    return inventor.row(at, name=name, name_key=name.casefold(), kind=kind)


def negotiation(
    inventor: Inventor, number: int, at: datetime, with_: str, closed: bool
) -> Values:
    """Return a negotiation with its terms, prepared and sealed in time."""
    low = 100 * inventor.rng.randint(10, 500)
    title = inventor.rng.choice(DEALS) if closed else OPEN_TITLE
    opened, ended = at.date(), (at + timedelta(days=14)).date()
    return inventor.row(
        at,
        title=f"{title} {number}".capitalize(),
        counterparty_id=with_,
        sphere=inventor.rng.choice(("professional", "personal", "household")),
        kind=inventor.rng.choice(("rent", "vendor", "salary", "scope")),
        planned_for=utc_text(at + timedelta(days=2)),
        planned_for_offset=0,
        opened_on=opened.isoformat(),
        closed_on=ended.isoformat() if closed else None,
        listed_on=(ended if closed else opened).isoformat(),
        trust_call=inventor.rng.choice(("enough", "not-yet", "no", "unsure")),
        unit="money",
        currency="EUR",
        direction=inventor.rng.choice(("more", "less")),
        fair_low=str(low),
        fair_high=str(low + low // 5),
        fair_basis=inventor.rng.choice(("market", "precedent", "cost")),
        target=str(low + low // 4),
        walk_away=str(low - low // 10),
        prep_sealed_at=utc_text(at + timedelta(days=1)),
        prep_sealed_offset=0,
        prep_hash="0" * 64,
        sealed_in_time=1,
        version=1,
    )


def goalposts(
    inventor: Inventor, of: Values, at: datetime
) -> Iterator[tuple[str, Values]]:
    """Yield what winning is for both sides, with two criteria each."""
    for owner in ("me", "them"):
        criteria = [
            inventor.row(
                at,
                negotiation_id=of["id"],
                owner=owner,
                text=sentence(inventor.rng, 5),
                weight=inventor.rng.randint(1, 3),
                source="told-me" if owner == "them" else None,
                met=inventor.rng.choice(("0", "0.5", "1")) if of["closed_on"] else None,
                position=position,
            )
            for position in range(2)
        ]
        yield from (("criterion", criterion) for criterion in criteria)
        for version in range(1, 2 + inventor.chance(0.2)):
            yield "goalpost", version_of(inventor, of, owner, version, criteria, at)


def version_of(
    inventor: Inventor,
    of: Values,
    owner: str,
    version: int,
    criteria: list[Values],
    at: datetime,
) -> Values:
    """Return a version of a goalpost; the second is a shift."""
    named = ",".join(f'"{criterion["id"]}"' for criterion in criteria)
    first = version == 1
    return inventor.row(
        at,
        negotiation_id=of["id"],
        owner=owner,
        version=version,
        text=sentence(inventor.rng, 10),
        criteria_ids=f"[{named}]",
        source="told-me" if owner == "them" else None,
        change_reason="initial" if first else "leverage",
        announced=None if first else 0,
        **instant("recorded", at + timedelta(days=version)),
        **instant("shared", at + timedelta(days=version, hours=1)),
    )
