"""Ids: UUIDs of version 7, and the short form that people see and type."""

from __future__ import annotations

SHORT = 6
"""Hex digits of a short id: 16 million of them, so that a clash is rare."""


def short_id(id_: str) -> str:
    """Return the short form: the first digits of a UUID's last, random group."""
    return id_[-12:][:SHORT]
