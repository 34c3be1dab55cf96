"""Long output, a page at a time."""

from __future__ import annotations

import os
import shlex
import subprocess

_USUAL = "less -FRX"


def page(text: str) -> bool:
    """Show text in `$PAGER`, or less; return False where that cannot be started."""
    try:
        command = shlex.split(os.environ.get("PAGER") or _USUAL)
    except ValueError:
        return False
    environment = {"LESS": "FRX", **os.environ}
    try:
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)
    except OSError:
        return False
    try:
        pager.communicate(text.encode(errors="replace"))
    except BrokenPipeError:
        pager.wait()
    except KeyboardInterrupt:
        # The pager gets ctrl+c too, and less goes on: it has the terminal.
        pager.wait()
    return True
