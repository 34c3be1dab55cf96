"""Puts the rooms together; the only module that knows them all.

Every import is inside a function, so that each path through the program loads
only what it needs.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from winjournal.config import Config
    from winjournal.demo import ScriptClock
    from winjournal.domain.inbox import InboxLine
    from winjournal.domain.line import KnownPerson
    from winjournal.paths import Paths
    from winjournal.services.journal import Journal
    from winjournal.services.ports import Clock, Ids
    from winjournal.ui.setting import Setting


def open_journal(
    path: Path, *, clock: Clock | None = None, ids: Ids | None = None,
    follow_up_days: Sequence[int] | None = None,
) -> Journal:  # fmt: skip
    """Open a journal, made anew where there is none, migrated where it is old.

    Args:
        path: The journal's file.
        clock: Tells the time; None takes the system's, or `WINJOURNAL_NOW`.
        ids: Makes ids; None takes random ones.
        follow_up_days: Days after closing at which a deal is asked again; None
            takes the usual ones.

    Raises:
        WinJournalError: It cannot be opened; the sentence says why.
    """
    # SQLAlchemy: 200 ms and more, so never before it is needed.
    from winjournal.domain.later import FOLLOW_UP_DAYS
    from winjournal.running import runs_elsewhere, this_program
    from winjournal.services.clock import clock_of
    from winjournal.services.ids import RandomIds
    from winjournal.services.journal import Journal
    from winjournal.store.store import open_store

    _collect_again()
    clock = clock or clock_of(os.environ.get("WINJOURNAL_NOW"))
    ids = ids or RandomIds()
    store = open_store(path, clock, ids)
    return Journal.over(
        store, clock, ids, this_program(), runs_elsewhere,
        follow_up_days or FOLLOW_UP_DAYS,
    )  # fmt: skip


def _collect_again() -> None:
    """Let garbage be collected again where `__main__` held that back.

    All that is there now was imported and stays to the end, so the collector never
    needs to look through it, which would halt the screen for some 50 ms.
    """
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def append_line(path: Path, line: InboxLine) -> None:
    """Add a line to a journal's inbox by one insert; a new journal is made.

    Raises:
        WinJournalError: It cannot be written; the sentence says why.
    """
    from winjournal.store import quick

    quick.append_line(path, line)


def known_people(path: Path) -> tuple[KnownPerson, ...]:
    """Return the names that a journal knows people by, without its tables.

    Raises:
        WinJournalError: It cannot be read; the sentence says why.
    """
    from winjournal.domain.line import KnownPerson
    from winjournal.store import quick

    return tuple(KnownPerson(name, others) for name, others in quick.known_people(path))


def own_tags(path: Path) -> tuple[str, ...]:
    """Return the slugs of a journal's own tags, without its tables.

    Raises:
        WinJournalError: It cannot be read; the sentence says why.
    """
    from winjournal.store import quick

    return quick.own_tags(path)


def run_tui(
    paths: Paths, config: Config, notices: tuple[str, ...] = (), live: str | None = None
) -> int:
    """Run the screens over a journal and return the exit status.

    Args:
        paths: Where the journal, the log and the rest are.
        config: The user's settings.
        notices: Sentences to show once at the start.
        live: The id of a negotiation to go live with at once.
    """
    from winjournal.care import keep_daily, said_of_place
    from winjournal.keeper import FileKeeper
    from winjournal.locking import lock_of, take_passphrases_from
    from winjournal.services.clock import clock_of

    is_new = not paths.journal.exists()
    clock = clock_of(os.environ.get("WINJOURNAL_NOW"))

    def open_() -> Journal:
        try:
            return open_journal(
                paths.journal, clock=clock, follow_up_days=config.follow_up_days
            )
        finally:
            # what was given opens it once; from then on the lock asks
            take_passphrases_from(None)

    setting = _setting(
        paths,
        config,
        open_journal=open_,
        lock=lock_of(paths.journal, config.lock_minutes),
        now=clock.now,
        notices=(*notices, *said_of_place(paths.journal)),
        live=live,
        keeper=FileKeeper(paths.journal, clock.now),
    )
    status = _run(setting)
    keep_daily(paths.journal, clock.now())
    if is_new and paths.journal.exists():
        print(f"Your journal is {paths.journal}.", file=sys.stderr)  # noqa: T201 - said once, after the screen is given back
    return status


def run_demo(config: Config, *, keep: Path | None = None) -> int:
    """Run the screens over a temporary journal of invented deals.

    Args:
        config: The user's settings; nothing of theirs is written.
        keep: Where to make the journal instead, for pictures and tests.
    """
    import tempfile
    from pathlib import Path

    from winjournal.paths import Paths

    clock = demo_clock()
    with tempfile.TemporaryDirectory(prefix="winjournal-demo-") as folder:
        place = keep or Path(folder) / "demo.db"
        paths = Paths(journal=place, config=Path(folder) / "none", state=Path(folder))
        setting = _setting(
            paths,
            config,
            open_journal=lambda: open_demo(place, clock),
            now=clock.now,
            is_demo=True,
        )
        return _run(setting)


def demo_clock() -> ScriptClock:
    """Return the clock of a demo: today's date, or that of `WINJOURNAL_NOW`."""
    from winjournal.demo import ScriptClock
    from winjournal.services.clock import clock_of

    return ScriptClock(clock_of(os.environ.get("WINJOURNAL_NOW")).now())


def open_demo(path: Path, clock: ScriptClock) -> Journal:
    """Make the demo journal at `path` and open it.

    Its clock goes on from ten in the morning; where `WINJOURNAL_NOW` fixes the
    time it stands still, so that pictures and tests are the same every time.

    Args:
        path: Where; there must be nothing yet.
        clock: Says which day it is.
    """
    import time

    from winjournal.demo import fill
    from winjournal.services.ids import SeededIds

    journal = open_journal(path, clock=clock, ids=SeededIds(1))
    fill(journal, clock, clock.now().date())
    if not os.environ.get("WINJOURNAL_NOW"):
        clock.run(time.monotonic)
    return journal


def _setting(paths: Paths, config: Config, **given: Any) -> Setting:
    """Return what the application is started with.

    Args:
        paths: Where the log and what is remembered are.
        config: The user's settings.
        **given: The fields of `Setting` that neither of them says.
    """
    # Textual would write every key that is pressed into the file it names.
    for name in ("TEXTUAL", "TEXTUAL_LOG"):
        os.environ.pop(name, None)
    from pathlib import Path

    from winjournal.config import recall, remember
    from winjournal.config.prompts import read_prompts
    from winjournal.editor import edit_text
    from winjournal.faults import record_fault
    from winjournal.files import make_folder, write_pieces
    from winjournal.page_templates import page_templates
    from winjournal.ui.glyphs import glyphs_for
    from winjournal.ui.pulse import SECONDS
    from winjournal.ui.setting import Setting

    prompts, unread = read_prompts(config.prompts, paths.config)
    if unread:
        given["notices"] = (*given.get("notices", ()), unread)
    glyphs = glyphs_for(sys.stdout.encoding or "ascii", os.environ.get("TERM", ""))
    return Setting(
        record_fault=lambda error: record_fault(paths.log, error),
        write_file=lambda path, pieces, force: write_pieces(path, pieces, force=force),
        make_folder=make_folder,
        keep_theme=lambda name: remember(paths.remembered, theme=name),
        editor=edit_text,
        page_templates=lambda: page_templates(paths),
        export_folder=Path.cwd(),
        theme=config.theme or recall(paths.remembered).get("theme", "auto"),
        colorfgbg=os.environ.get("COLORFGBG", ""),
        ascii_only=config.ascii or glyphs.ascii_only,
        currency=config.currency,
        discreet=config.discreet,
        figures=config.figures,
        keymap=config.keys,
        filters=dict(config.filters),
        keep_filter=lambda name, query: _keep_filter(paths.config, name, query),
        own_templates=config.templates,
        themes=config.themes,
        week_starts=config.week_starts,
        prompts=prompts,
        pulse=SECONDS,
        **given,
    )


def _keep_filter(config: Path, name: str, query: str) -> None:
    """Write a saved filter to the settings.

    Raises:
        WinJournalError: It cannot be written.
    """
    from winjournal.config.writing import change

    change(config, f"filters.{name}", query)


def _run(setting: Setting) -> int:
    """Run the application and return its exit status.

    Raises:
        BaseException: What kept the journal from being opened.
    """
    from winjournal.ui.app import WinJournalApp

    app = WinJournalApp(setting)
    try:
        status = app.run()
    finally:
        app.desk.close()
    if app.start.refused is not None:
        raise app.start.refused
    return app.return_code or status or 0
