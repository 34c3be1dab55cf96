"""Where what ships beside the code is: styles, migrations, the manual.

In a wheel they lie inside the package (`_styles`, `_migrations`, `_docs`); in
a checkout and an editable install they lie beside it, at the top of the repository.
"""

from __future__ import annotations

from pathlib import Path

import winjournal


class ResourceMissingError(Exception):
    """A folder that ships with the program is not where it must be."""


def styles_folder() -> Path:
    """Return the folder of the style sheets (`*.tcss`).

    Raises:
        ResourceMissingError: The installation is not whole.
    """
    return _folder("styles")


def migrations_folder() -> Path:
    """Return the folder of the migrations (`env.py`, `versions/`).

    Raises:
        ResourceMissingError: The installation is not whole.
    """
    return _folder("migrations")


def manual_file() -> Path:
    """Return the manual, in Markdown.

    Raises:
        ResourceMissingError: The installation is not whole.
    """
    return _folder("docs") / "manual.md"


def _folder(name: str) -> Path:
    package = Path(winjournal.__file__).resolve().parent
    # The folder inside the package comes first: an editable install also drops
    # copies into site-packages, but that package has no `__init__.py` and is never
    # the one imported, so a copy seen here is the wheel's own.
    candidates = (package / f"_{name}", package.parent / name)
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    looked = " and ".join(str(candidate) for candidate in candidates)
    raise ResourceMissingError(
        f"WinJournal's {name} are missing (looked in {looked}). "
        "The installation is not whole: install it again."
    )
