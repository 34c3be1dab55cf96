"""What the screens are given from outside: the journal, time, files, the log."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from winjournal.exchange.templates import Templates
    from winjournal.services.journal import Journal

# In quotes: the services take 50 ms to import, which the first paint need not wait for.
OpenJournal: TypeAlias = "Callable[[], Journal]"
ReadTemplates: TypeAlias = "Callable[[], Templates | None]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Everything that the application is started with.

    Attributes:
        open_journal: Opens the journal, on a thread; raises WinJournalError.
        now: Tells the time, aware, in the local zone.
        record_fault: Writes a fault to the log, without words of the user.
        write_file: Writes pieces of text to a file, whole or not at all; the
            last argument allows it to replace one. Raises WinJournalError.
        make_folder: Makes a folder where there is none. Raises WinJournalError.
        keep_theme: Remembers the theme that was chosen on screen.
        editor: Edits a text in the user's editor and returns it, or None where
            nothing was saved; raises WinJournalError.
        export_folder: Where exports go unless another path is typed.
        theme: A theme's name, `auto` or `terminal`.
        colorfgbg: The environment variable of that name.
        ascii_only: Whether signs must be ASCII.
        currency: ISO 4217 code that new terms start with.
        discreet: Whether names and amounts are hidden from the start.
        keymap: A user's keys by command id.
        notices: Sentences to show once at the start.
        is_demo: Whether this is the temporary journal of `winjournal demo`.
        pulse: Seconds between two looks at what other programs wrote; 0 never
            looks, and then no clock on a screen ticks either.
        own_templates: Reads the user's templates for exports, if there are any.
        live: The id of the negotiation to go live with at once.
    """

    open_journal: OpenJournal
    now: Callable[[], datetime]
    record_fault: Callable[[BaseException], None]
    write_file: Callable[[Path, Iterable[str], bool], None]
    make_folder: Callable[[Path], None]
    keep_theme: Callable[[str], None]
    editor: Callable[[str], str | None]
    export_folder: Path
    theme: str = "auto"
    colorfgbg: str = ""
    ascii_only: bool = False
    currency: str = "EUR"
    discreet: bool = False
    keymap: Mapping[str, str] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
    is_demo: bool = False
    pulse: float = 0.0
    own_templates: ReadTemplates = lambda: None
    live: str | None = None
