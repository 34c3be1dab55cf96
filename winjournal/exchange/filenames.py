"""File names from titles: safe on every system, unique, and readable."""

from __future__ import annotations

import re
import unicodedata

from winjournal.domain.ids import short_id

_MOST_BYTES = 120
_FORBIDDEN = re.compile(r'[\\/:*?"<>|#^\[\]]+')
"""What some file system refuses, and what a link in Obsidian cannot hold."""

_STEERING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+"
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_LINE_ENDS = re.compile("[\u2028\u2029]")
_BLANKS = re.compile(r"\s+")
_EDGES = " .-\u200b\u200d\u2060\ufeff"
_RESERVED = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(?=\.|\s|$)", re.IGNORECASE
)


class FileNames:
    """Gives each thing a name in one folder that no other has, whatever its case."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def name(self, title: str, id_: str, suffix: str = ".md") -> str:
        """Return a name of at most 255 bytes, the same for the same calls.

        Args:
            title: What a person calls it; any text.
            id_: Its id; its short form stands in the name, all of it only where
                two with the same title share that.
            suffix: With its dot.
        """
        stem = safe_stem(title)
        for tail in (short_id(id_), id_):
            name = f"{stem} -- {safe_stem(tail)}{suffix}"
            if self._take(name):
                return name
        number = 2
        while not self._take(name := f"{stem} -- {safe_stem(id_)} {number}{suffix}"):
            number += 1
        return name

    def _take(self, name: str) -> bool:
        key = unicodedata.normalize("NFC", name.casefold())
        if key in self._taken:
            return False
        self._taken.add(key)
        return True


def safe_stem(text: str) -> str:
    """Return a text as the first part of a file name: 1 to 120 bytes of UTF-8.

    In NFC, without control and direction characters and what a file system or a
    link refuses; never hidden, never an option, never a reserved name.
    """
    plain = _SURROGATES.sub("\ufffd", _LINE_ENDS.sub(" ", text))
    plain = unicodedata.normalize("NFC", _BLANKS.sub(" ", plain))
    plain = _FORBIDDEN.sub("-", _STEERING.sub("", plain)).strip(_EDGES)
    if _RESERVED.match(plain):
        plain = f"_{plain}"
    cut = plain.encode()[:_MOST_BYTES].decode(errors="ignore").strip(_EDGES)
    return cut or "untitled"
