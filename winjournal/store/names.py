"""How names are told apart: regardless of case and of how they were composed."""

from __future__ import annotations

import unicodedata


def name_key(name: str) -> str:
    """Return the form under which a name is unique; never shown to anybody.

    SQLite's own NOCASE knows ASCII only. Accents still tell José from Jose.
    """
    folded = unicodedata.normalize("NFC", name).casefold()
    return " ".join(unicodedata.normalize("NFC", folded).split())
