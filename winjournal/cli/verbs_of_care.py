"""The verbs that look after the journal as a file."""

from __future__ import annotations

from winjournal.cli.verb import Verb

OF_CARE = (
    Verb(
        name="trash",
        does="list what undo can bring back, or empty it for good",
        usage="[list | empty]",
        module="trashing",
        examples=("wj trash", "wj trash empty --dry-run"),
        most=1,
        reads=True,
    ),
    Verb(
        name="purge",
        does="take a negotiation or a person out for good",
        usage="ID | NAME...",
        module="trashing",
        examples=("wj purge 7f2a --dry-run", "wj purge Dana --backups"),
        most=None,
    ),
    Verb(
        name="backup",
        does="list backups, make one, read one again, delete some",
        usage="[list | make | verify [NAME...] | drop NAME... | drop --old]",
        module="backing_up",
        examples=("wj backup make", "wj backup verify"),
        most=None,
        reads=True,
    ),
    Verb(
        name="restore",
        does="put a backup in the journal's place; shows first what changes",
        usage="[NAME]",
        module="backing_up",
        examples=("wj restore --dry-run", "wj restore 20260304 -y"),
        most=1,
    ),
    Verb(
        name="doctor",
        does="look for what is wrong with the journal; --fix mends it",
        module="doctoring",
        examples=("wj doctor", "wj doctor --fix"),
        reads=True,
    ),
)
"""From what was deleted to what is damaged."""
