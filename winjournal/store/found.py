"""What a check of the journal's health yields."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from winjournal.domain.findings import Finding, State


@dataclass(frozen=True, slots=True)
class Found:
    """What a check found.

    Attributes:
        finding: What is said of it.
        cure: What mends it; None where nothing here does.
        touches: Whether that changes the journal, which is backed up first.
    """

    finding: Finding
    cure: Callable[[], object] | None = None
    touches: bool = False


def fine(check: str, said: str) -> Found:
    """Return that a thing is as it should be."""
    return Found(Finding(check=check, state=State.FINE, said=said))


def note(check: str, said: str, remedy: str = "") -> Found:
    """Return something worth knowing."""
    return Found(Finding(check=check, state=State.NOTE, said=said, remedy=remedy))


def to_mend(
    check: str,
    said: str,
    remedy: str,
    cure: Callable[[], object] | None = None,
    *,
    touches: bool = False,
) -> Found:
    """Return something that can be mended; without a cure by the user alone."""
    found = Finding(check=check, state=State.MEND, said=said, remedy=remedy)
    return Found(found, cure, touches)


def damaged(
    check: str,
    said: str,
    remedy: str,
    ids: tuple[str, ...] = (),
    cure: Callable[[], object] | None = None,
) -> Found:
    """Return that what was written is not there as it was written."""
    found = Finding(check=check, state=State.DAMAGED, said=said, remedy=remedy, ids=ids)
    return Found(found, cure, touches=True)
