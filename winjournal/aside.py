"""What the shell asks beside its verbs: words to complete, actions, faults of settings.

Neither the journal nor a screen is opened for it. Like `bootstrap` it knows the rooms,
and imports each inside the function that needs it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from winjournal.config import Config


def offered_ids(path: Path, tables: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return (id, words) of the newest things of these tables, for completion.

    Raises:
        WinJournalError: The journal cannot be read.
    """
    from winjournal.store import offered

    return offered.ids(path, tables)


def offered_words(path: Path, which: str) -> list[str]:
    """Return the `people`, `kinds` or `own_tags` of a journal, for completion.

    Raises:
        WinJournalError: The journal cannot be read.
    """
    from winjournal.store import offered

    found: list[str] = getattr(offered, which)(path)
    return found


def action_ids() -> tuple[tuple[str, str, str], ...]:
    """Return the id, the keys and the title of every action that a key may reach."""
    from winjournal.ui.commands import COMMANDS

    return tuple((one.id, one.keys, one.title) for one in COMMANDS)


def faults_of(config: Config) -> tuple[str, ...]:
    """Return a sentence for each setting that is followed, but not as it stands."""
    from winjournal.domain.own_colours import too_faint
    from winjournal.ui.keymap import wrong_with

    faint = (
        f"themes.{name}: {said}"
        for name, colours in config.themes.items()
        for said in too_faint(colours)
    )
    return (*wrong_with(config.keys), *faint)
