"""The edge: what comes in from a line, a file or an editor, made safe to keep.

What a user typed is text and stays as typed, but for the bytes that steer a
terminal or end a string early. Direction marks (bidi) and zero-width characters
are part of the text and are kept; a screen leaves the overrides out when it
paints (RELIABILITY.md 3.5).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from winjournal.domain.errors import NotUnderstood

MAX_BODY = 1024 * 1024
"""The most bytes of UTF-8 that one text may have: 1 MiB."""

_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text that may be kept.

    Attributes:
        text: The text itself.
        removed: How many control characters were taken out.
    """

    text: str
    removed: int

    @property
    def notice(self) -> str:
        """What was taken out, in words; empty when nothing was."""
        if not self.removed:
            return ""
        s = "" if self.removed == 1 else "s"
        return f"{self.removed} control character{s} removed."


def clean_text(value: str, *, one_line: bool = False) -> Cleaned:
    r"""Return `value` without control characters and with line ends as LF.

    CRLF, CR, NEL, LS and PS become LF; NUL and the other C0 and C1 controls but
    TAB and LF, and DEL, are removed and counted; a lone surrogate becomes
    U+FFFD. Cleaning twice is the same as cleaning once.

    Args:
        value: What came in.
        one_line: For titles, names and tags: in addition every run of white
            space becomes one blank, the ends are trimmed and the text is put
            into NFC. A body keeps its own form.

    Raises:
        NotUnderstood: The text has more than `MAX_BODY` bytes of UTF-8.
    """
    # Counting characters first keeps a huge text from being copied at all.
    if len(value) > 2 * MAX_BODY:
        raise _too_long()
    text = _LINE_ENDS.sub("\n", value)
    text, removed = _CONTROLS.subn("", text)
    text = _SURROGATES.sub("\ufffd", text)
    if one_line:
        text = unicodedata.normalize("NFC", _BLANKS.sub(" ", text).strip())
    if len(text.encode()) > MAX_BODY:
        raise _too_long()
    return Cleaned(text, removed)


def _too_long() -> NotUnderstood:
    return NotUnderstood(
        "A text may have at most 1 MiB (1,048,576 bytes); this one has more.",
        "Nothing was kept; split it into parts.",
    )


def quoted(value: str, top: int = 40) -> str:
    """Return what was typed, short and harmless, in quotes for a sentence."""
    text = clean_text(value[: top + 1], one_line=True).text
    return f'"{text[:top].rstrip()}…"' if len(value) > top else f'"{text}"'
