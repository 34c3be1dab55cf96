"""Fills a journal with the stories."""

from __future__ import annotations

from datetime import datetime, time
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING

from winjournal.demo import weeks
from winjournal.demo.calendar import Calendar
from winjournal.demo.play import steps_of
from winjournal.demo.stage import Stage, Step
from winjournal.demo.story import characters, read_toml
from winjournal.services.ids import SeededIds
from winjournal.services.journal import Journal
from winjournal.services.together import Together

if TYPE_CHECKING:
    from datetime import date

    from winjournal.demo.clock import ScriptClock
    from winjournal.services.ports import Store

SEED = 47
END = time(10, 3)
"""The local time of today at which the stories stop."""
