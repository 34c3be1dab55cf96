"""No test reaches the network or a person's own journal.

Python imports a module of this name at start when its folder is on
PYTHONPATH, so every program that the tests start is held to it too. It imports
nothing that is not loaded at start anyway: the tests of import hygiene look at
what a program itself loads.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

FORBIDDEN = "TESTS_FORBIDDEN_FOLDERS"
"""Environment variable: folders that must not be touched, as in PATH."""

EXIT_STATUS = 97
"""How a program that the tests started ends when it broke the rule."""

FILE_EVENTS = frozenset(
    {
        "open",
        "os.chmod",
        "os.link",
        "os.listdir",
        "os.mkdir",
        "os.remove",
        "os.rename",
        "os.rmdir",
        "os.scandir",
        "os.symlink",
        "os.truncate",
    }
)
NAME_EVENTS = frozenset({"socket.getaddrinfo", "socket.gethostbyname"})


class Guard:
    """An audit hook that sees internet sockets and forbidden folders.

    Args:
        folders: Folders that must not be touched, nor anything in them.
        refuse: Called with a sentence when the rule is broken.
    """

    def __init__(self, folders: list[str], refuse: Callable[[str], None]) -> None:
        self.folders = [os.path.abspath(folder) for folder in folders]  # noqa: PTH100  pathlib is not loaded at start
        self.refuse = refuse

    def __call__(self, event: str, args: tuple[object, ...]) -> None:
        """Look at one audit event of the interpreter."""
        if event == "socket.__new__":
            self._socket(args[1])
        elif event in NAME_EVENTS:
            self.refuse(f"a name was looked up: {args[0]!r}")
        elif event in FILE_EVENTS:
            self._file(event, args)

    def _socket(self, family: object) -> None:
        module = sys.modules["_socket"]
        if family in {module.AF_INET, getattr(module, "AF_INET6", None)}:
            self.refuse("an internet socket was opened")

    def _file(self, event: str, args: tuple[object, ...]) -> None:
        for arg in args[:2]:
            if isinstance(arg, (str, bytes, os.PathLike)):
                path = os.path.abspath(os.fsdecode(arg))  # noqa: PTH100  pathlib is not loaded at start
                for folder in self.folders:
                    if path == folder or path.startswith(folder + os.sep):
                        self.refuse(f"{event} touched {path}")


def end(sentence: str) -> None:
    """Say why on stderr and end at once, past every handler of the program."""
    os.write(2, f"guard of the tests: {sentence}\n".encode(errors="replace"))
    os._exit(EXIT_STATUS)


if FORBIDDEN in os.environ:
    sys.addaudithook(Guard(os.environ[FORBIDDEN].split(os.pathsep), end))
