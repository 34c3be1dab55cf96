"""The verbs about the program itself: its settings, its filters, its completion."""

from __future__ import annotations

from winjournal.cli.verb import Verb

OF_THE_PROGRAM = (
    Verb(
        name="filters",
        does="list the saved filters, show one, or save one under a name",
        usage="[FILTER [QUERY...]] [--delete]",
        module="filtering",
        examples=(
            "wj filters hard '@ego or over:10%'",
            "wj list saved:hard since:jan",
        ),
        most=None,
        reads=True,
    ),
    Verb(
        name="config",
        does="show the settings, change one, or check them",
        usage="[show | get KEY | set KEY VALUE | unset KEY | edit | check | init]",
        module="configuring",
        examples=("wj config set currency USD", "wj config get follow_up_days"),
        most=None,
        reads=True,
    ),
    Verb(
        name="completion",
        does="print what makes a shell complete wj: verbs, names, ids, tags",
        usage="bash | zsh | fish",
        module="completion",
        examples=(
            "wj completion bash",
            "wj completion zsh",
        ),
        most=1,
    ),
)
