"""A closed terminal or a kill must not cost what was being typed."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def before_it_stops(work: Callable[[], None], soon: Callable[..., object]) -> None:
    """Do something before the program is stopped by SIGTSTP.

    Args:
        work: What to do first.
        soon: Calls a function once the screen shows what the work did.
    """
    number = getattr(signal, "SIGTSTP", None)
    # Textual's own gives the terminal back, and stops.
    stop = signal.getsignal(number) if number is not None else None
    if number is None or not callable(stop):
        return

    def heed() -> None:
        work()
        soon(stop, number, None)

    with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
        asyncio.get_running_loop().add_signal_handler(number, heed)


def heed_signals(save: Callable[[], None], leave: Callable[[int], object]) -> None:
    """Save and end when the terminal goes or the program is told to end.

    Args:
        save: Keeps what is being typed, at once.
        leave: Ends the program with an exit status and gives the terminal back.
    """
    loop = asyncio.get_running_loop()

    def hang_up() -> None:
        try:
            save()
        finally:
            # A dead terminal cannot be given back, and waiting for it may never end.
            os._exit(128 + signal.SIGHUP)

    def end(number: int) -> None:
        try:
            save()
        finally:
            leave(128 + number)

    # Windows has no handlers in the loop, a test's loop may be in a thread.
    with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
        loop.add_signal_handler(signal.SIGHUP, hang_up)
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, end, int(number))
