"""What a verb of the command line is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """One verb of the command line.

    Attributes:
        name: As it is typed.
        does: What it does, in a few words.
        usage: Its words and options, as the help shows them.
        module: Where `run_NAME` is, within `winjournal.cli`.
        examples: Two calls that work.
        most: How many words it takes; None for any number.
        reads: Whether it shows things, and so takes `--json` and a pager.
        counts: Whether it takes `-n 3`, and `-3` for it.
        in_prompts: Whether shells call it for themselves: with `--quiet` it neither
            asks for a passphrase nor says that the journal is locked.
    """

    name: str
    does: str
    module: str
    examples: tuple[str, str]
    usage: str = ""
    most: int | None = 0
    reads: bool = False
    counts: bool = False
    in_prompts: bool = False
