"""The record as it is kept: what each negotiation comes to, counted once.

The table `facts` has one row for each negotiation. Triggers (migration 0007) say in
the transaction of any change that the row is behind, whoever writes: an act, undo and
redo, an import, another program. Reading counts those that are behind again and never
writes; an act brings them up to date once there are some. So the table may be emptied,
or hold what it likes: what is read is always what the rows say.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, literal, or_, select

from winjournal.domain.tags import TAXONOMY, Actor, Polarity
from winjournal.services.uncollected import uncollected
from winjournal.store.images import plain
from winjournal.store.kept_form import FORM, Line, read, written
from winjournal.store.record import counted
from winjournal.store.record_whole import assembled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection

    from winjournal.domain.facts import Deed, Facts, Record

FEW = 24
"""So many may be behind before an act brings them up to date: to count them takes a
reader no time that is felt, and an act that marks one moment should write no more."""

_AT_ONCE = 250
"""So many lines are read at a time: what is made of them on the way stays near the
processor. A thousand at a time take a quarter longer."""

_MANY = 2_000
"""From so many on it is quicker to count all of them than to look for each."""

_kept = plain("facts")
_person, _deal = plain("counterparty"), plain("negotiation")
_BEHIND = or_(_kept.c.form < FORM, _kept.c.form > FORM)

_UNREADABLE = (ValueError, KeyError, TypeError, ArithmeticError)
"""What `kept_form.read` raises where a line is none of ours."""


def read_record(connection: Connection) -> Record:
    """Return everything the measures read; deals in closing order, open ones last.

    Raises:
        DamagedJournal: A row holds what no entity can.
    """
    with uncollected():
        return assembled(connection, *_facts(connection))


def _facts(connection: Connection) -> tuple[list[Facts], list[Deed]]:
    ids = behind(connection)
    if ids is None:
        return counted(connection)
    deals: list[Facts] = []
    deeds: list[Deed] = []
    names = {row.id: row.name for row in connection.execute(_names())}
    try:
        for texts in _lines(connection):
            more_deals, more_deeds = read(texts, names)
            deals += more_deals
            deeds += more_deeds
    except _UNREADABLE:
        return counted(connection)
    if ids:
        more_deals, more_deeds = counted(connection, ids)
        deals += more_deals
        deeds += more_deeds
    return deals, deeds


def behind(connection: Connection) -> Sequence[str] | None:
    """Return the negotiations that have to be counted; None is all there are."""
    ids = _ids_behind(connection)
    return None if len(ids) > _MANY or not _is_whole(connection) else ids


def catch_up(connection: Connection, *, few: int | None = None) -> None:
    """Count again what is behind, once that is more than a few; for acts alone.

    Args:
        connection: The transaction of the act.
        few: How many may stay behind; None is `FEW`.

    Raises:
        DamagedJournal: A row holds what no entity can.
    """
    few = FEW if few is None else few
    if len(_ids_behind(connection, few + 1)) > few:
        ids = _ids_behind(connection)
        with uncollected():
            _write(connection, None if len(ids) > _MANY else ids)


def rebuild(connection: Connection) -> None:
    """Throw away all that is kept and count it again, in one transaction.

    Raises:
        DamagedJournal: A row holds what no entity can.
    """
    connection.execute(_kept.delete())
    nothing = [literal(0), literal(""), *[literal(0)] * len(_NAMES)]
    every = select(_deal.c.id, *nothing)
    connection.execute(_kept.insert().from_select(list(_kept.c), every))
    with uncollected():
        _write(connection, None)


def differing(connection: Connection) -> tuple[str, ...]:
    """Return the negotiations whose kept facts are not what their rows say.

    Those that are behind say so and are none of them.

    Raises:
        DamagedJournal: A row holds what no entity can.
    """
    with uncollected():
        rows = connection.execute(select(_kept).where(_kept.c.form == FORM))
        found = {row.negotiation_id: tuple(row) for row in rows}
        said = {row["of"]: tuple(row.values()) for row in _rows(connection, None)}
        listed = sorted((found.keys() | said.keys()) - {*_ids_behind(connection)})
    return tuple(id_ for id_ in listed if found.get(id_) != said.get(id_))


def _ids_behind(connection: Connection, limit: int = -1) -> Sequence[str]:
    chosen = select(_kept.c.negotiation_id).where(_BEHIND).limit(limit)
    return connection.execute(chosen).scalars().all()


def _is_whole(connection: Connection) -> bool:
    """Whether there are as many rows as negotiations, whatever another tool did."""
    kept = select(func.count()).select_from(_kept).scalar_subquery()
    deals = select(func.count()).select_from(_deal).scalar_subquery()
    return bool(connection.execute(select(kept == deals)).scalar())


def _names() -> Any:
    return select(_person.c.id, _person.c.name)


def _lines(connection: Connection) -> Iterator[list[str]]:
    """Yield the lines that are up to date, some at a time."""
    rows = connection.execute(select(_kept.c.told).where(_kept.c.form == FORM))
    for some in rows.partitions(_AT_ONCE):
        yield [text for (text,) in some]


def _write(connection: Connection, ids: Sequence[str] | None) -> None:
    rows = list(_rows(connection, ids))
    if rows:
        columns = [name for name in rows[0] if name != "of"]
        of = _kept.c.negotiation_id == bindparam("of")
        renewed = _kept.update().where(of)
        connection.execute(
            renewed.values({name: bindparam(name) for name in columns}), rows
        )


def _rows(
    connection: Connection, ids: Sequence[str] | None
) -> Iterator[dict[str, Any]]:
    """Yield what is to be kept of negotiations; the id stands first, as `of`."""
    deals, deeds = counted(connection, ids)
    done: defaultdict[str, list[Deed]] = defaultdict(list)
    for deed in deeds:
        done[deed.negotiation_id].append(deed)
    for deal in deals:
        yield {
            "of": deal.id,
            "form": FORM,
            "told": written(Line(deal, done.get(deal.id, ()))),
            **_sums(deal),
        }


_POLARITY = {tag.slug: tag.polarity for tag in TAXONOMY}
_NAMES = {
    (Actor.ME, Polarity.HANDLED): "my_handled",
    (Actor.ME, Polarity.SLIP): "my_slips",
    (Actor.THEM, Polarity.HANDLED): "handled",
    (Actor.THEM, Polarity.SLIP): "slips",
}


def _sums(deal: Facts) -> dict[str, int]:
    """Return how many moments of each side were handled and slips, for the lists."""
    sums = dict.fromkeys(_NAMES.values(), 0)
    for (actor, tag), count in deal.counts.items():
        name = _NAMES.get((actor, _POLARITY.get(tag, Polarity.NEUTRAL)))
        if name is not None:
            sums[name] += count
    return sums
