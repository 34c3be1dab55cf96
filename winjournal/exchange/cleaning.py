"""Text of any length without what steers a terminal or ends a string early."""

from __future__ import annotations

from winjournal.domain.edge import MAX_BODY, clean_text

# A character has at most four bytes of UTF-8.
_PIECE = MAX_BODY // 4


def cleaned(text: str) -> str:
    """Return a text as `clean_text` does, also one that is too long to be typed.

    What stands in a journal is exported, whichever way it came there.
    """
    if len(text) <= _PIECE:
        return clean_text(text).text
    pieces: list[str] = []
    start = 0
    while start < len(text):
        end = start + _PIECE
        # A CR and its LF are one line end and stay together.
        if text[end - 1 : end] == "\r":
            end -= 1
        pieces.append(clean_text(text[start:end]).text)
        start = end
    return "".join(pieces)
