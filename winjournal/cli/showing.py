"""`wj show`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.cli.ids import NEGOTIATION, resolve
from winjournal.domain.edge import quoted
from winjournal.domain.errors import NotFound, NotUnderstood

if TYPE_CHECKING:
    from winjournal.cli.call import Call
    from winjournal.services.journal import Journal


def run_show(call: Call) -> int:
    """Show one thing in full, as Markdown.

    Raises:
        NotUnderstood: No id was given.
        NotFound: Nothing has this id.
    """
    if not call.words:
        raise NotUnderstood("There is no id.", "wj list shows ids; last is one too.")
    journal = call.reading()
    if journal is None:
        raise NotFound("Nothing is written yet.")
    table, id_ = resolve(journal, call.words[0])
    if table not in _SHOWN:
        raise NotFound(
            f"{quoted(call.words[0])} is neither negotiation, moment, entry nor line.",
            "wj list shows ids.",
        )
    thing, text = _SHOWN[table](journal, id_)
    if call.args.json:
        call.out.json(thing)
    else:
        call.out.text(text)
    return 0


def _shown_negotiation(journal: Journal, id_: str) -> tuple[object, str]:
    from winjournal.exchange.markdown import negotiation_markdown

    dossier = journal.deals.read(id_).without_words()
    return dossier, negotiation_markdown(dossier, front_matter=False)


def _shown_moment(journal: Journal, id_: str) -> tuple[object, str]:
    return _shown_negotiation(journal, journal.reading.moment(id_).negotiation_id)


def _shown_entry(journal: Journal, id_: str) -> tuple[object, str]:
    from winjournal.exchange.markdown import entry_markdown

    entry = journal.reading.entry(id_)
    if entry.negotiation_id is not None:
        return _shown_negotiation(journal, entry.negotiation_id)
    return entry, entry_markdown(entry, front_matter=False)


def _shown_line(journal: Journal, id_: str) -> tuple[object, str]:
    from winjournal.exchange.markdown import line_markdown

    line = journal.reading.line(id_)
    if line.entry_id is not None:
        return _shown_entry(journal, line.entry_id)
    return line, line_markdown(line, front_matter=False)


_SHOWN = {
    NEGOTIATION: _shown_negotiation,
    "moment": _shown_moment,
    "entry": _shown_entry,
    "inbox": _shown_line,
}
"""Table to how a row of it is shown."""
