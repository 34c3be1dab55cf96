"""Walking every chain of seals: does what stands here fit what was sealed?"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from winjournal.domain.negotiation import Negotiation
from winjournal.domain.seals import content_hash, verify_chain
from winjournal.domain.writing import Link, Vow, WeekReview
from winjournal.services.sealing import debrief_content, prep_content, week_content

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from winjournal.services.ports import Reader, Store

UNSEALED = "unsealed"


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
        standing = _standing(chains.get(chain, []))
        if not standing and not deal.is_sealed and deal.closed_on is None:
            continue
        dossier = reader.dossier(deal.id)
        debrief = dossier.debrief
        sealed = debrief is not None and debrief.sealed_at is not None
        wanted = {
            "prep": content_hash(prep_content(dossier)) if deal.is_sealed else None,
            "debrief": content_hash(debrief_content(debrief, dossier.criteria))
            if debrief is not None and sealed
            else None,
        }
        yield from _differing(chain, standing, wanted)
    for review in reader.list(WeekReview):
        chain = f"week:{review.week}"
        vow = reader.find(Vow, week=review.week)
        is_sealed = review.sealed_at is not None
        digest = content_hash(week_content(review, vow)) if is_sealed else None
        standing = _standing(chains.get(chain, []))
        yield from _differing(chain, standing, {"week": digest})


def _standing(links: list[Link]) -> dict[str, Link]:
    """Return the latest link of each kind that was not undone."""
    standing: list[Link] = []
    for link in links:
        if link.kind == UNSEALED and standing:
            standing.pop()
        elif link.kind != UNSEALED:
            standing.append(link)
    return {link.kind: link for link in standing}


def _differing(
    chain: str, standing: Mapping[str, Link], wanted: Mapping[str, str | None]
) -> Iterator[Broken]:
    for kind, digest in wanted.items():
        link = standing.get(kind)
        if digest is None and link is not None and not link.tombstone:
            yield Broken(
                chain=chain, number=link.number, reason=f"the {kind} is not sealed now"
            )
        elif digest is not None and link is None:
            yield Broken(
                chain=chain, number=None, reason=f"the seal of the {kind} has no link"
            )
        elif link is not None and digest not in (None, link.content_hash):
            yield Broken(
                chain=chain, number=link.number,
                reason=f"the {kind} was changed after it was sealed",
            )  # fmt: skip
