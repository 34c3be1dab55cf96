"""The verbs of the way out and in."""

from __future__ import annotations

from winjournal.cli.verb import Verb

OF_PASSING_ON = (
    Verb(
        name="export",
        does="write Markdown, JSON or CSV: one, a week, a filter, everything",
        usage="[QUERY...]",
        module="exporting",
        examples=(
            "wj export -o journal.md",
            'wj export with:dana since:"last month" --split -o dana/',
        ),
        most=None,
    ),
    Verb(
        name="import",
        does="bring in a journal: its own JSON, jrnl, Day One, CSV, a mirror",
        usage="FILE",
        module="importing",
        examples=(
            "wj import journal.json --dry-run",
            "wj import deals.csv --map title=Subject,person=With,opened=Date",
        ),
        most=1,
    ),
    Verb(
        name="mirror",
        does="keep a folder of Markdown in step, a file a negotiation",
        usage="FOLDER",
        module="mirroring",
        examples=("wj mirror notes/", "wj mirror notes/ && git -C notes/ add -A"),
        most=1,
    ),
)
"""In the order of the help."""
