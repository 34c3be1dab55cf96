"""`wj paths`: where things are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.cli.columns import say_table
from winjournal.cli.output import Span

if TYPE_CHECKING:
    from winjournal.cli.call import Call


def run_paths(call: Call) -> int:
    """Show where the journal, its backups, the settings and the log are."""
    paths = call.paths
    places = {
        "journal": paths.journal,
        "backups": paths.backups,
        "config": paths.config,
        "state": paths.state,
        "log": paths.log,
    }
    if call.args.json:
        call.out.json(places)
    else:
        rows = [(Span(name, "faint"), str(place)) for name, place in places.items()]
        say_table(call.out, rows)
    return 0
