"""The verbs of a journal's making and its encryption, for `verbs.py`."""

from __future__ import annotations

from winjournal.cli.verb import Verb

OF_LOCKING = (
    Verb(
        name="init",
        does="make an empty journal, with --encrypt an encrypted one",
        usage="[--encrypt]",
        module="locking",
        examples=("wj init --encrypt", "wj -j work init"),
    ),
    Verb(
        name="encrypt",
        does="encrypt the journal, its drafts, index and backups",
        module="locking",
        examples=("wj encrypt", "wj encrypt --remove-copies --passphrase-file FILE"),
    ),
    Verb(
        name="decrypt",
        does="make an encrypted journal plain again",
        module="locking",
        examples=("wj decrypt", "wj decrypt --passphrase-file FILE"),
    ),
    Verb(
        name="passphrase",
        does="give an encrypted journal another passphrase",
        module="locking",
        examples=("wj passphrase", "wj passphrase --remove-copies"),
    ),
)
"""In the order of the help."""
