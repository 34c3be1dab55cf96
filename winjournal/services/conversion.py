"""What comes of encrypting a journal, decrypting it, or changing its passphrase."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """What came of a conversion.

    Attributes:
        path: The real path of the journal.
        backup: The copy that was made before, in the old form.
        older: Copies in `backups/` in the old form, that one among them: plain, or
            under an old passphrase.
    """

    path: Path
    backup: Path
    older: tuple[Path, ...]
