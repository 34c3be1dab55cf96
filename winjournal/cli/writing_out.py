"""Where an export goes: standard output, a file, or a folder of files."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from winjournal.domain.errors import CannotCreate
from winjournal.files import make_folder, write_pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from winjournal.cli.call import Call

STDOUT = "-"


def write_one(
    call: Call, name: str, pieces: Iterable[str], *, mark: str = ""
) -> int:  # fmt: skip
    """Write one file: to standard output, or where `-o` says, or in that folder.

    Args:
        call: Says where.
        name: What it is called in a folder.
        pieces: What it holds.
        mark: What stands before it in a file, but not on standard output.
    """
    place = call.args.output
    if place in (None, STDOUT):
        for piece in pieces:
            call.out.text(piece)
        return 0
    path = Path(place)
    # What ends in a stroke is meant to be a folder.
    path = path / name if path.is_dir() or place.endswith("/") else path
    whole = chain((mark,), pieces) if mark else pieces
    write_pieces(path, whole, force=call.args.force)
    call.out.note(f"Written: {path}.")
    return 0


def write_each(
    call: Call, names: Sequence[str], files: Iterable[Iterable[str]]
) -> int:  # fmt: skip
    """Write files into a folder; none, where one may not be replaced.

    Raises:
        CannotCreate: One is there already.
    """
    folder = Path(call.args.output)
    make_folder(folder)
    paths = [folder / name for name in names]
    if not call.args.force:
        for path in paths:
            if path.is_symlink() or path.exists():
                raise CannotCreate(
                    f"{path} is there already; nothing was written.",
                    "Use --force to replace it.",
                )
    for path, pieces in zip(paths, files, strict=True):
        write_pieces(path, pieces, force=call.args.force)
    count = "1 file" if len(paths) == 1 else f"{len(paths)} files"
    call.out.note(f"Written: {count} in {folder}.")
    return 0
