"""`winjournal`, `wj` and `python -m winjournal`."""

from __future__ import annotations

import gc
import signal
import sys

_ENDING = ("SIGHUP", "SIGTERM")


def main() -> int:
    """Run the command line that the program was called with.

    Returns:
        The exit status: 0 done, else as SHELL's table of errors has it.
    """
    # To import leaves hardly any garbage, but each new thousand of objects sets the
    # collector off: a tenth of the first paint. `open_journal` lets it go on.
    gc.disable()
    for name in _ENDING:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)
    try:
        from winjournal.cli.program import run
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    return run(sys.argv[1:])


def _end(number: int, _: object) -> None:
    """End by way of every `finally`, so that no temporary file is left."""
    sys.exit(128 + number)


if __name__ == "__main__":
    sys.exit(main())
