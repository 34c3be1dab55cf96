"""`wj paths`: where things are. `wj verify`: whether the seals hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.cli.call import is_there
from winjournal.cli.columns import say_table
from winjournal.cli.output import Span
from winjournal.domain.errors import DamagedJournal, WinJournalError
from winjournal.domain.ids import short_id
from winjournal.services.saying import say_count

if TYPE_CHECKING:
    from pathlib import Path

    from winjournal.cli.call import Call


def run_paths(call: Call) -> int:
    """Show where the journal, its backups, the settings and the log are.

    A journal that is there is said to be encrypted or not; its backups, drafts and
    search index are as it is.
    """
    paths = call.paths
    encrypted = _is_encrypted(paths.journal)
    places = {
        "journal": paths.journal,
        "backups": paths.backups,
        "config": paths.config,
        "state": paths.state,
        "log": paths.log,
    }
    if call.args.json:
        call.out.json({**places, "encrypted": encrypted})
    else:
        rows = [(Span(name, "faint"), str(place)) for name, place in places.items()]
        if encrypted is not None:
            rows.append((Span("encrypted", "faint"), "yes" if encrypted else "no"))
        say_table(call.out, rows)
    return 0


def _is_encrypted(journal: Path) -> bool | None:
    """Whether the journal is encrypted; None where there is none that can be told."""
    from winjournal.locking import is_encrypted

    try:
        return is_encrypted(journal) if is_there(journal) else None
    except WinJournalError:
        return None


def run_verify(call: Call) -> int:
    """Walk every chain of seals and say what does not hold.

    Raises:
        DamagedJournal: A chain does not hold; each was named before.
    """
    journal = call.reading()
    if journal is None:
        if call.args.json:
            call.out.json({"chains": 0, "links": 0, "broken": []})
        return 0
    found = journal.history.verify()
    names = journal.reading.titles(
        [b.chain.partition(":")[2] for b in found.broken]
    )  # fmt: skip
    rows = [(*_said_chain(b.chain, names), b) for b in found.broken]
    if call.args.json:
        broken = [
            {"chain": b.chain, "link": b.number, "title": title, "reason": b.reason}
            for _, title, b in rows
        ]
        document = {"chains": found.chains, "links": found.links, "broken": broken}
        call.out.json(document)
    else:
        chains, links = say_count(found.chains, "chain"), say_count(found.links, "link")
        call.out.line(f"{chains}, {links}")
        for id_, title, b in rows:
            where = f"link {b.number}" if b.number is not None else "no link"
            call.out.line(f"{id_}  {title}  {where}: {b.reason}")
    if rows:
        count = "One chain does" if len(rows) == 1 else f"{len(rows)} chains do"
        raise DamagedJournal(
            f"{count} not hold.", "The journal was edited by something else."
        )
    return 0


def _said_chain(chain: str, titles: dict[str, str]) -> tuple[str, str]:
    """Return a chain's id and title: of a negotiation, or of a week."""
    kind, _, id_ = chain.partition(":")
    if kind == "week":
        return id_, "review"
    return short_id(id_), titles.get(id_, "a negotiation that is gone")
