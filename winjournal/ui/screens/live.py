"""The screen for the room: one key a mark, and what one holds on to beside it.

A mark is on disk before it is painted: a key asks the desk to write, and only the
answer makes the screen read the journal again. What is painted was read from there.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.containers import Container, Vertical
from textual.reactive import reactive
from textual.widgets import Static

from winjournal.domain.errors import NotFound
from winjournal.domain.say_dates import say_time
from winjournal.domain.sittings import elapsed, live_one
from winjournal.domain.tags import TAXONOMY, Actor
from winjournal.ui.bindings import bindings_for
from winjournal.ui.command import LIVE
from winjournal.ui.commands import BY_METHOD
from winjournal.ui.going_live import GoingLive, end_sitting
from winjournal.ui.living import LivingScreen
from winjournal.ui.look import look_of
from winjournal.ui.screens.live_line import LiveLine, say_elapsed
from winjournal.ui.screens.live_marks import LiveMarks
from winjournal.ui.screens.live_rows import LiveView
from winjournal.ui.screens.live_scribe import Meant, Scribe
from winjournal.ui.screens.live_side import below, beside, not_sealed
from winjournal.ui.screens.live_words import WordsLine
from winjournal.ui.text import one_line
from winjournal.ui.widgets.empty import empty_content
from winjournal.ui.widgets.leaf import Leaf
from winjournal.ui.widgets.ledger import Ledger

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from winjournal.domain.errors import WinJournalError
    from winjournal.services.journal import Journal
    from winjournal.ui.command import Command
