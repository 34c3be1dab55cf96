"""One call of a verb: what it was given, and what it works with."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING

from winjournal.domain.errors import NoJournal, NotPermitted

if TYPE_CHECKING:
    from argparse import Namespace
    from contextlib import ExitStack
    from datetime import datetime
    from pathlib import Path

    from winjournal.cli.output import Output
    from winjournal.cli.passphrase import Passphrases
    from winjournal.config import Config
    from winjournal.paths import Paths
    from winjournal.services.clock import FixedClock, SystemClock
    from winjournal.services.journal import Journal


class Call:
    """What a verb works with.

    Args:
        args: Its options.
        words: Its words.
        paths: Where things are.
        out: Where it speaks.
        passphrases: Where a passphrase comes from.
        closing: Closes what it opened.
    """

    def __init__(
        self,
        args: Namespace,
        words: list[str],
        paths: Paths,
        out: Output,
        passphrases: Passphrases,
        closing: ExitStack,
    ) -> None:
        self.args, self.words = args, words
        self.paths, self.out = paths, out
        self.passphrases = passphrases
        self._closing = closing
        self._said_nothing = False

    @cached_property
    def clock(self) -> SystemClock | FixedClock:
        """The clock that `WINJOURNAL_NOW` asks for, else the system's."""
        from winjournal.services.clock import clock_of

        return clock_of(os.environ.get("WINJOURNAL_NOW"))

    @cached_property
    def now(self) -> datetime:
        """The time of the call."""
        return self.clock.now()

    @cached_property
    def settings(self) -> tuple[Config, tuple[str, ...]]:
        """The settings, and a sentence for each that is not followed.

        Raises:
            NoJournal: `--config` names no file.
        """
        from winjournal.config import read_config

        if self.args.config and not is_there(self.paths.config):
            raise NoJournal(f"There is no file {self.paths.config}.")
        return read_config(self.paths.config)

    @cached_property
    def config(self) -> Config:
        """The settings; what is not followed in them is said aside.

        Raises:
            NoJournal: `--config` names no file.
        """
        config, warnings = self.settings
        for warning in warnings:
            self.out.note(warning)
        return config

    @property
    def saved(self) -> dict[str, str]:
        """The filters that were saved, by name."""
        # What is not followed is said where settings are used for what is shown.
        return self.settings[0].filters

    @cached_property
    def draws_marks(self) -> bool:
        """Whether marks may be other than ASCII."""
        return self.out.look.marks and not self.config.ascii

    @cached_property
    def own_tags(self) -> tuple[str, ...]:
        """Slugs of the user's own tags; none without a journal.

        Raises:
            WinJournalError: The journal cannot be read.
        """
        from winjournal.bootstrap import own_tags

        there = is_there(self.paths.journal)
        return own_tags(self.paths.journal) if there else ()

    def reading(self) -> Journal | None:
        """Open the journal to read; None where there is none, and none is made.

        Raises:
            WinJournalError: It cannot be opened.
        """
        if not is_there(self.paths.journal):
            self.say_nothing(f"There is no journal at {self.paths.journal} yet.")
            return None
        return self._open()

    def say_nothing(self, sentence: str) -> None:
        """Say aside that nothing was found, once: a missing journal says it too."""
        if not self._said_nothing:
            self.out.note(sentence)
        self._said_nothing = True

    def writing(self, *, files_lines: bool = True) -> Journal:
        """Open the journal to write; the first time it is made.

        Args:
            files_lines: Whether logged lines that can only belong to one
                negotiation are filed there first.

        Raises:
            WinJournalError: It cannot be opened or made.
        """
        is_new = not is_there(self.paths.journal)
        journal = self._open()
        if is_new:
            from winjournal.care import said_of_place

            self.out.note(f"Your journal is {self.paths.journal}.")
            for said in said_of_place(self.paths.journal):
                self.out.note(said)
        elif files_lines:
            journal.inbox.file_known()
        return journal

    def _open(self) -> Journal:
        from winjournal.bootstrap import open_journal
        from winjournal.config.prompts import read_prompts

        # Its warnings are said where the settings are used for what is shown.
        config = self.settings[0]
        journal = open_journal(
            self.paths.journal, clock=self.clock,
            follow_up_days=config.follow_up_days,
            prompts=read_prompts(config.prompts, self.paths.config)[0],
        )  # fmt: skip
        self._closing.callback(journal.store.close)
        return journal


def is_there(path: Path) -> bool:
    """Return whether anything has this name, be it a link that leads nowhere.

    Raises:
        NotPermitted: The folder may not be looked into.
        NoJournal: Nothing can have such a name.
    """
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except PermissionError:
        raise NotPermitted(f"The folder of {path} may not be read.") from None
    except (OSError, ValueError):
        raise NoJournal(f"{path} cannot be a file's name.") from None
    return True
