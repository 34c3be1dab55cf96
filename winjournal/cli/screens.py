"""Bare `wj`, `wj live` and `wj demo`: the screens, where a terminal can show them."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from winjournal.cli.terminal import is_dumb
from winjournal.domain.errors import NotFound, NotUnderstood

if TYPE_CHECKING:
    from winjournal.cli.call import Call

USAGE = 2


def open_screens(call: Call) -> int:
    """Run the screens over the journal, or say how the program is called.

    Raises:
        NotUnderstood: The terminal cannot show them.
    """
    if not _has_terminal():
        from winjournal.cli.guide import all_verbs

        sys.stderr.write(all_verbs())
        return USAGE
    _prepare(call)
    from winjournal.bootstrap import run_tui
    from winjournal.locking import take_passphrases_from

    if not call.passphrases.is_given:
        # the screens ask for themselves
        take_passphrases_from(None)
    config, notices = call.settings
    return run_tui(call.paths, config, notices)


def run_live(call: Call) -> int:
    """Run the screens, and go live at once.

    Raises:
        NotUnderstood: There is no terminal, or it cannot show them.
        NotFound: There is no such negotiation, or it is not clear which.
    """
    if not _has_terminal():
        raise NotUnderstood("Going live needs a terminal.", "wj tag marks without one.")
    _prepare(call)
    from winjournal.bootstrap import run_tui
    from winjournal.cli.ids import deal_meant, deal_named

    journal = call.reading()
    if journal is None:
        raise NotFound("There is no negotiation yet.", "wj new starts one.")
    words = " ".join(call.words)
    deal = deal_named(journal, words) if words else deal_meant(journal, None)
    # The screens open it for themselves.
    journal.store.close()
    config, notices = call.settings
    return run_tui(call.paths, config, notices, live=deal)


def run_demo(call: Call) -> int:
    """Run the screens over a temporary journal of invented deals.

    Raises:
        NotUnderstood: There is no terminal, or it cannot show them.
    """
    if not _has_terminal():
        raise NotUnderstood("The demo needs a terminal.")
    _prepare(call)
    from winjournal.bootstrap import run_demo as run

    return run(call.config)


def _has_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _prepare(call: Call) -> None:
    """Refuse a dumb terminal, and hand on what was said about colour."""
    if is_dumb():
        raise NotUnderstood(
            "This terminal cannot show screens (TERM is dumb).",
            "wj today shows the day as text.",
        )
    if call.args.no_color or call.args.color == "never":
        os.environ["NO_COLOR"] = "1"
    elif call.args.color == "always":
        os.environ.pop("NO_COLOR", None)
