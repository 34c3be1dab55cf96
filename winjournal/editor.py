"""The user's own editor, on a private file that is always removed.

An editor may leave copies of its own beside the file (vim's swap and undo), so
vim and nvim are started without them; the folder is private in any case.
"""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path

from winjournal.domain.errors import EditorFailed, NotFound, NotUnderstood
from winjournal.paths import FILE_MODE

_PLAIN_VIM = ("-n", "-i", "NONE", "-c", "set nobackup nowritebackup noundofile")


def editor_command() -> list[str]:
    """Return the editor's command: `WINJOURNAL_EDITOR`, `VISUAL`, `EDITOR`, else vi.

    Arguments are split as a shell does.

    Raises:
        NotFound: There is no such program.
        NotUnderstood: A quote in it is not closed.
    """
    for name in ("WINJOURNAL_EDITOR", "VISUAL", "EDITOR"):
        if os.environ.get(name, "").strip():
            words = _split(name)
            break
    else:
        words = ["notepad" if os.name == "nt" else "vi"]
    found = shutil.which(words[0])
    if found is None:
        raise NotFound(
            f"The editor {words[0]} is not here.", "Name another one in EDITOR."
        )
    # `vi` may be a link to vim, or an older one that knows none of these.
    if Path(found).resolve().name.startswith(("vim", "nvim")):
        words[1:1] = _PLAIN_VIM
    return words


def edit_text(text: str, suffix: str = ".md") -> str | None:
    """Let the user edit a text and return it; None where it was left unchanged.

    Args:
        text: What the editor opens with.
        suffix: The file's ending, for the editor's colours.

    Raises:
        NotFound: There is no such editor.
        EditorFailed: The editor ended with an error; nothing is saved.
    """
    command = editor_command()
    folder = Path(tempfile.mkdtemp(prefix="winjournal-", dir=_private_folder()))
    path = folder / f"text{suffix}"
    try:
        path.touch(mode=FILE_MODE)
        path.write_text(text, encoding="utf-8", newline="")
        ended = subprocess.run([*command, str(path)], check=False)
        # An editor that was told to forget all may have removed the file.
        edited = (
            path.read_text(encoding="utf-8", errors="replace")
            if path.exists()
            else text
        )
        if ended.returncode != 0:
            raise EditorFailed(ended.returncode, "" if edited == text else edited)
    finally:
        with contextlib.suppress(OSError):
            shutil.rmtree(folder)
    return None if edited == text else edited


def leftovers() -> tuple[Path, ...]:
    """Return the texts that a killed editor, or one that is still open, left."""
    folder = Path(_private_folder() or tempfile.gettempdir())
    mine = getattr(os, "getuid", lambda: None)()
    found = []
    for text in sorted(folder.glob("winjournal-*/text*")):
        with contextlib.suppress(OSError):
            if mine is None or text.parent.stat().st_uid == mine:
                found.append(text)
    return tuple(found)


def _split(name: str) -> list[str]:
    try:
        return shlex.split(os.environ[name])
    except ValueError:
        raise NotUnderstood(
            f"{name} names no editor: a quote in it is not closed."
        ) from None


def _private_folder() -> str | None:
    """Return the user's folder in memory where there is one."""
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    return folder if folder and os.access(folder, os.W_OK) else None
