"""The demo: forty weeks of invented deals, the same every time.

The people, firms and words are made up. They are played through the services with
a clock that is set before each act, so that seals, chains and the time at which a
mark was written down are as real as in a journal that somebody kept.
"""

from __future__ import annotations

from winjournal.demo.clock import ScriptClock
from winjournal.demo.filling import fill

__all__ = ["ScriptClock", "fill"]
