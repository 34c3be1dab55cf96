"""Copying by OSC 52, which no terminal confirms: what is said about it is honest."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from winjournal.ui.app import WinJournalApp

_PROGRAMS = frozenset({"WezTerm", "ghostty", "iTerm.app", "rio", "contour"})
_TERMS = ("xterm-kitty", "alacritty", "foot", "wezterm", "xterm-ghostty", "contour")
MOST = 74_994
"""Bytes of text beyond which terminals drop the sequence."""


def takes_copies(environment: Mapping[str, str]) -> bool:
    """Return whether a terminal is known to take what is copied.

    Within tmux and screen that hangs on their settings, so it is not known.
    """
    if environment.get("TMUX") or environment.get("STY"):
        return False
    return (
        environment.get("TERM_PROGRAM", "") in _PROGRAMS
        or environment.get("TERM", "").startswith(_TERMS)
        or bool(environment.get("WT_SESSION"))
    )


def copy_text(app: WinJournalApp, text: str, elsewhere: str) -> None:
    """Copy a text, and say where else it is unless the terminal surely took it.

    Args:
        app: The application.
        text: What is copied.
        elsewhere: What prints it in a shell: `wj show 7f2a`.
    """
    app.copy_to_clipboard(text)
    if app.setting.takes_copies and len(text.encode(errors="replace")) <= MOST:
        app.notify("Copied.", timeout=2)
    else:
        said = f"Copied, where the terminal allows it; {elsewhere} has it too."
        app.notify(said, timeout=6)
