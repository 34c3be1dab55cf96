"""Makers of UUIDs, version 7 (RFC 9562, section 5.7)."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

_COUNTER, _RANDOM = 12, 62


class Uuid7:
    """Makes ids that sort in the order in which they were made.

    Within one millisecond the twelve bits after it count up (RFC 9562, section
    6.2, method 1), so that what one act writes keeps its order.

    Args:
        bits: Returns so many random bits.
    """

    def __init__(self, bits: Callable[[int], int]) -> None:
        self._bits = bits
        self._last, self._count = -1, 0

    def new(self, at: datetime) -> str:
        """Return a new id, made at `at`."""
        milliseconds = int(at.timestamp() * 1000) & ((1 << 48) - 1)
        self._count = self._count + 1 if milliseconds == self._last else 0
        self._last = milliseconds
        count = self._count & ((1 << _COUNTER) - 1)
        value = milliseconds << 80 | 7 << 76 | count << 64 | 2 << _RANDOM
        digits = f"{value | self._bits(_RANDOM):032x}"
        groups = digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]
        return "-".join(groups)


class RandomIds(Uuid7):
    """Ids from the system's randomness."""

    def __init__(self) -> None:
        super().__init__(_random_bits)


class SeededIds(Uuid7):
    """The same ids every time, for demos and tests.

    Args:
        seed: Equal seeds give equal ids for equal times.
    """

    def __init__(self, seed: int = 0) -> None:
        from random import Random

        super().__init__(Random(seed).getrandbits)


def _random_bits(count: int) -> int:
    """Return random bits of the system; `secrets` takes 5 ms of `wj log` to import."""
    octets = (count + 7) // 8
    return int.from_bytes(os.urandom(octets)) >> (8 * octets - count)
