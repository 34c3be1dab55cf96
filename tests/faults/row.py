"""One fault: what it is, what must come of it, and the tests that try it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    name: str
    fault: str
    must: str
    tests: tuple[str, ...]
    """Each as `folder/file.py::name`, seen from the folder of the tests."""


def row(name: str, fault: str, must: str, *tests: str) -> Row:
    """Return one line of the table."""
    return Row(name, fault, must, tests)
