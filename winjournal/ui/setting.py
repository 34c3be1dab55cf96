"""What the screens are given from outside: the journal, time, files, the log."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from winjournal.services.keeping import Keeper

if TYPE_CHECKING:
    from winjournal.domain.templates import Template
    from winjournal.exchange.templates import Templates as PageTemplates
    from winjournal.services.journal import Journal

# In quotes: the services take 50 ms to import, which the first paint need not wait for.
OpenJournal: TypeAlias = "Callable[[], Journal]"
ReadTemplates: TypeAlias = "Callable[[], PageTemplates | None]"
Templates: TypeAlias = "Mapping[str, Template]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """How an encrypted journal is locked and opened again.

    Attributes:
        open: Takes a passphrase and finds out whether it is the right one; raises
            WinJournalError. Takes about half a second.
        forget: Forgets the key.
        asks_first: Whether the passphrase is still to be asked for at the start.
        after: Seconds without a key after which the journal is locked; 0 never.
        clock: Seconds that go on while the machine sleeps.
    """

    open: Callable[[str], None]
    forget: Callable[[], None]
    asks_first: bool
    after: float
    clock: Callable[[], float]


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
        figures: Whether the report shows figures from the start.
        keymap: A user's keys by command id.
        filters: Saved filters by name; what is saved on screen is added here.
        keep_filter: Writes a saved filter to the settings; raises WinJournalError.
        own_templates: What the user wants new preparations to begin with, by name.
        themes: Colours of the user's own, by the theme's name.
        week_starts: The first column of a calendar: `monday` or `sunday`.
        notices: Sentences to show once at the start.
        is_demo: Whether this is the temporary journal of `winjournal demo`.
        pulse: Seconds between two looks at what other programs wrote; 0 never
            looks, and then no clock on a screen ticks either.
        keeper: Looks after the journal as a file; None where nobody need to.
        page_templates: Reads the user's templates for exports, if there are any.
        live: The id of the negotiation to go live with at once.
        lock: How the journal is locked; None for a plain one.
        takes_copies: Whether the terminal is known to take what is copied.
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
    figures: bool = True
    keymap: Mapping[str, str] = field(default_factory=dict)
    filters: dict[str, str] = field(default_factory=dict)
    keep_filter: Callable[[str, str], None] = lambda _name, _query: None
    own_templates: Templates = field(default_factory=dict)
    themes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    week_starts: str = "monday"
    notices: tuple[str, ...] = ()
    is_demo: bool = False
    pulse: float = 0.0
    keeper: Keeper | None = None
    page_templates: ReadTemplates = lambda: None
    live: str | None = None
    lock: Lock | None = None
    takes_copies: bool = True
