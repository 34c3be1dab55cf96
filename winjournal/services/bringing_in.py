"""What another journal holds, brought into this one; nothing is overwritten."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from winjournal.domain.edge import clean_text
from winjournal.domain.errors import Conflict, Invalid, Sealed
from winjournal.domain.negotiation import Counterparty, Negotiation
from winjournal.domain.own_tags import OwnTag
from winjournal.domain.writing import Entry, Link, WeekReview

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from winjournal.services.ports import Clock, Reader, Store

NAME_MAX = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What an import did, or would do.

    Attributes:
        new: By kind, how many were not there.
        same: How many are there already, exactly so.
        left: One sentence for each thing that is there and differs; it stays as
            it is here, with all that belongs to it.
    """

    new: Mapping[str, int]
    same: int
    left: tuple[str, ...]

    @property
    def total(self) -> int:
        """How many things are new."""
        return sum(self.new.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """A passage that was edited outside.

    Attributes:
        kind, id, field: Where it is kept.
        before: How it was when it went out.
        after: How it is now.
        label: What it is called.
    """

    kind: type[Any]
    id: str
    field: str
    before: str
    after: str
    label: str


class BringingIn:
    """Bring entities in, by their ids: what is there is never rewritten."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    def look(self, whole: Mapping[str, Sequence[Any]]) -> Brought:
        """Return what `take` would do; nothing is written.

        Args:
            whole: By kind its entities, parents first.
        """
        with self._store.read() as reader:
            return _sorted(reader, whole)[1]

    def take(
        self, whole: Mapping[str, Sequence[Any]], source: str,
        tell: Callable[[int, int], None] = lambda done, of: None,
    ) -> Brought:  # fmt: skip
        """Write what is new, in one act.

        A chain of seals comes whole or not at all. A counterparty whose name is
        taken by another one comes with a number after it: a seal names ids, so two
        cannot be made one here.

        Args:
            whole: By kind its entities, parents first.
            source: Where they come from, for undo.
            tell: Is called with how many of how many are written so far.

        Raises:
            Invalid: An entity holds what its range forbids.
            Conflict: Something that it refers to is not there.
        """
        with self._store.write("brought in", source) as writer:
            entities, brought = _sorted(writer, whole)
            for number, entity in enumerate(entities, start=1):
                if hasattr(entity, "check"):
                    entity.check()
                writer.bring_in(entity)
                tell(number, len(entities))
        return brought

    def amend(self, amendments: Sequence[Amendment], source: str) -> None:
        """Write passages that were edited outside, in one act.

        Args:
            amendments: Which, and how they are now.
            source: Where they come from, for undo.

        Raises:
            Conflict: One has changed here since.
            Sealed: One is sealed.
            Invalid: One is empty or too long.
        """
        with self._store.write("brought edits in from", source) as writer:
            for one in amendments:
                old = writer.get(one.kind, one.id)
                if (getattr(old, one.field) or "") != one.before:
                    raise Conflict(f"{one.label} has changed here since.")
                if getattr(old, "sealed_at", None) is not None:
                    raise Sealed(f"{one.label} is sealed.")
                text = clean_text(one.after).text
                if isinstance(old, Entry) and not text.strip():
                    raise Invalid("body", f"{one.label} has no words left.")
                new = replace(old, **{one.field: text})
                if hasattr(new, "check"):
                    new.check()
                writer.put(new)


def _sorted(
    reader: Reader, whole: Mapping[str, Sequence[Any]]
) -> tuple[list[Any], Brought]:
    """Return what is new, and what is said of all."""
    here = {
        kind: {one.id: one for one in reader.list(type(rows[0]))}
        for kind, rows in whole.items()
        if rows
    }
    left = _Left(reader, whole, here)
    new: list[Any] = []
    counts: Counter[str] = Counter()
    same = 0
    for kind, rows in whole.items():
        for one in rows:
            if here[kind].get(one.id) == one:
                same += 1
            elif not left.stays(kind, one):
                new.append(left.renamed(one))
                counts[kind] += 1
    return new, Brought(new=dict(counts), same=same, left=tuple(left.said))


class _Left:
    """Finds what stays as it is here, with all that belongs to it."""

    def __init__(
        self, reader: Reader, whole: Mapping[str, Sequence[Any]],
        here: Mapping[str, Mapping[str, Any]],
    ) -> None:  # fmt: skip
        self._reader, self._here = reader, here
        self.said: list[str] = []
        self._chains = _differing_chains(whole.get("link", ()), here.get("link", {}))
        self._deals: set[str] = set()
        for deal in whole.get("negotiation", ()):
            is_here = deal.id in here["negotiation"]
            differs = is_here and here["negotiation"][deal.id] != deal
            if differs or (is_here and f"negotiation:{deal.id}" in self._chains):
                self._deals.add(deal.id)
                self.said.append(f"{deal.title}: it has changed here since.")
        self._names = {p.name.casefold() for p in reader.list(Counterparty)}

    def stays(self, kind: str, one: Any) -> bool:
        """Whether a thing that is not here in these words is left out."""
        if isinstance(one, Negotiation):
            return one.id in self._deals
        deal = getattr(one, "negotiation_id", None)
        if isinstance(one, Link):
            return one.chain in self._chains
        if deal in self._deals:
            return True
        if one.id in self._here[kind]:
            self.said.append(f"{kind.replace('_', ' ')} {one.id}: it differs here.")
            return True
        return self._is_taken(one)

    def renamed(self, one: Any) -> Any:
        """Return a counterparty under a name that nobody here has."""
        if not isinstance(one, Counterparty):
            return one
        name, number = one.name, 1
        while name.casefold() in self._names:
            number += 1
            tail = f" {number}"
            name = f"{one.name[: NAME_MAX - len(tail)]}{tail}"
        self._names.add(name.casefold())
        if name != one.name:
            self.said.append(f"{one.name} is another one here; it comes as {name}.")
        return replace(one, name=name)

    def _is_taken(self, one: Any) -> bool:
        """Whether something else here has what only one may have."""
        if isinstance(one, WeekReview):
            taken = self._reader.find(WeekReview, week=one.week) is not None
            what = f"week {one.week}"
        elif isinstance(one, OwnTag):
            taken = self._reader.find(OwnTag, slug=one.slug) is not None
            what = f"tag {one.slug}"
        else:
            return False
        if taken:
            self.said.append(f"{what}: there is one here already.")
        return taken


def _differing_chains(
    links: Sequence[Link], here: Mapping[str, Link]
) -> frozenset[str]:
    """Return the chains that are here and are not the very same."""
    own: defaultdict[str, dict[int, Link]] = defaultdict(dict)
    for link in here.values():
        own[link.chain][link.number] = link
    theirs: defaultdict[str, dict[int, Link]] = defaultdict(dict)
    for link in links:
        theirs[link.chain][link.number] = link
    return frozenset(
        chain for chain in theirs if chain in own and own[chain] != theirs[chain]
    )
