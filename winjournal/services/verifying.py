"""Walking every chain of seals: does what stands here fit what was sealed?"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from winjournal.domain.negotiation import Negotiation
from winjournal.domain.seals import content_hash, verify_chain
from winjournal.domain.writing import Link, Vow, WeekReview
from winjournal.services.sealing import (
    LOOK_BACK,
    SCHEMA,
    VERSION,
    debrief_content,
    look_back_content,
    prep_content,
    version_content,
    week_content,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from winjournal.domain.dossier import Dossier
    from winjournal.services.ports import Reader, Store

UNSEALED = "unsealed"

Key = tuple[str, str]
"""A kind of seal, and the id of what it is about where a chain has several."""

Content = Callable[[int], dict[str, object]]
"""Makes the sealed content of a thing in the form of a schema."""

Things = dict[Key, Content]


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """The first thing in a chain that does not hold.

    Attributes:
        chain: `negotiation:ID` or `week:2026-W47`.
        number: The link's number; None where the rows are at fault.
        reason: What does not hold, in words.
    """

    chain: str
    number: int | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What a walk over all chains found.

    Attributes:
        chains, links: How many there are.
        broken: The first fault of each chain that has one.
    """

    chains: int
    links: int
    broken: tuple[Broken, ...]


def verify(store: Store) -> Verified:
    """Walk every chain, and compare what is sealed with the rows as they stand."""
    with store.read() as reader:
        chains: defaultdict[str, list[Link]] = defaultdict(list)
        for link in reader.list(Link):
            chains[link.chain].append(link)
        for links in chains.values():
            links.sort(key=lambda link: link.number)
        broken = [*_broken_links(chains), *_broken_rows(reader, chains)]
    first: dict[str, Broken] = {}
    for fault in broken:
        first.setdefault(fault.chain, fault)
    return Verified(
        chains=len(chains),
        links=sum(map(len, chains.values())),
        broken=tuple(first.values()),
    )


def _broken_links(chains: Mapping[str, list[Link]]) -> Iterator[Broken]:
    for chain, links in chains.items():
        link = verify_chain(links)
        if link is not None:
            yield Broken(
                chain=chain,
                number=link.number,
                reason="the link does not follow the one before, or was edited",
            )


def _broken_rows(reader: Reader, chains: Mapping[str, list[Link]]) -> Iterator[Broken]:
    for deal in reader.list(Negotiation):
        chain = f"negotiation:{deal.id}"
        links = chains.get(chain, [])
        # Most open deals were never sealed or changed: no need to read them whole.
        if not links and not deal.is_sealed and deal.closed_on is None:
            continue
        things = dict(_things(reader.dossier(deal.id)))
        yield from _differing(chain, _standing(links), things)
    for review in reader.list(WeekReview):
        chain = f"week:{review.week}"
        vow = reader.find(Vow, week=review.week)
        sealed: Things = {}
        if review.sealed_at is not None:
            sealed["week", ""] = partial(week_content, review, vow)
        yield from _differing(chain, _standing(chains.get(chain, [])), sealed)


def _things(dossier: Dossier) -> Iterator[tuple[Key, Content]]:
    """Yield what of a negotiation is sealed, each with how its content is made."""
    debrief = dossier.debrief
    if dossier.negotiation.is_sealed:
        yield ("prep", ""), partial(prep_content, dossier)
    if debrief is not None and debrief.sealed_at is not None:
        yield ("debrief", ""), partial(debrief_content, debrief, dossier.criteria)
    for goalpost in dossier.goalposts:
        if goalpost.version > 1:
            content = version_content(goalpost, dossier.criteria_of(goalpost.owner))
            yield (VERSION, goalpost.id), _always(content)
    for follow_up in dossier.follow_ups:
        if follow_up.answered_at is not None:
            content = look_back_content(follow_up)
            yield (LOOK_BACK, follow_up.id), _always(content)


def _always(content: dict[str, object]) -> Content:
    """Return content that has had one form only."""
    return lambda _schema: content


def _standing(links: list[Link]) -> dict[Key, Link]:
    """Return the latest link about each thing that was not undone."""
    standing: list[Link] = []
    for link in links:
        if link.kind == UNSEALED and standing:
            standing.pop()
        elif link.kind != UNSEALED:
            standing.append(link)
    return {_key_of(link): link for link in standing}


def _key_of(link: Link) -> Key:
    """Return what a link is about; a purged one is about itself."""
    if link.kind not in (VERSION, LOOK_BACK):
        return link.kind, ""
    return link.kind, str(_stated(link).get("id", link.id))


def _stated(link: Link) -> Mapping[str, object]:
    try:
        content = json.loads(link.content or "{}")
    except ValueError:
        return {}
    return content if isinstance(content, dict) else {}


def _schema_of(link: Link) -> int:
    schema = _stated(link).get("schema")
    return schema if isinstance(schema, int) else SCHEMA


def _differing(
    chain: str, standing: Mapping[Key, Link], things: Things
) -> Iterator[Broken]:
    for key, link in standing.items():
        kind, content = key[0], things.get(key)
        if link.tombstone:
            continue
        if content is None:
            fault = f"the {kind} is not sealed now"
        elif content_hash(content(_schema_of(link))) != link.content_hash:
            fault = f"the {kind} was changed after it was sealed"
        else:
            continue
        yield Broken(chain=chain, number=link.number, reason=fault)
    # Programs before schema 2 made no link for a version and a look-back.
    is_old = all(_schema_of(link) < SCHEMA for link in standing.values())
    for kind, id_ in things:
        if (kind, id_) not in standing and not (id_ and is_old):
            yield Broken(
                chain=chain, number=None, reason=f"the seal of the {kind} has no link"
            )
