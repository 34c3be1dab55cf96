"""Makers of UUIDs, version 7 (RFC 9562, section 5.7)."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime


def uuid7(at: datetime, bits: int) -> str:
    """Return a UUID of version 7: milliseconds of `at`, then 74 random bits."""
    milliseconds = int(at.timestamp() * 1000) & ((1 << 48) - 1)
    high, low = bits >> 62 & 0xFFF, bits & ((1 << 62) - 1)
    value = milliseconds << 80 | 7 << 76 | high << 64 | 2 << 62 | low
    digits = f"{value:032x}"
    groups = digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]
    return "-".join(groups)


class RandomIds:
    """Ids from the system's randomness, without the 5 ms that `secrets` takes."""

    def new(self, at: datetime) -> str:
        """Return a new id."""
        return uuid7(at, int.from_bytes(os.urandom(10)) >> 6)


class SeededIds:
    """The same ids every time, for demos and tests.

    Args:
        seed: Equal seeds give equal ids for equal times.
    """

    def __init__(self, seed: int = 0) -> None:
        from random import Random

        self._bits: Callable[[int], int] = Random(seed).getrandbits

    def new(self, at: datetime) -> str:
        """Return the next id."""
        return uuid7(at, self._bits(74))
