"""Many light objects made at once, a column at a time."""

from __future__ import annotations

from collections import deque
from dataclasses import fields
from itertools import repeat
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

T = TypeVar("T")


def made(kind: type[T], columns: Mapping[str, Sequence[object]]) -> list[T]:
    """Return objects whose fields the columns hold, each of them as long.

    A frozen dataclass sets its own fields one by one through three calls; here each
    column goes through the slot that its field is. So every field must have one.

    Raises:
        TypeError: A field has no column, or a column no field.
    """
    if set(columns) != {field.name for field in fields(kind)}:  # type: ignore[arg-type]  # any dataclass
        raise TypeError(kind.__name__)
    number = len(next(iter(columns.values())))
    found = list(map(object.__new__, repeat(kind, number)))
    for name, column in columns.items():
        fill = getattr(kind, name).__set__
        deque(map(fill, found, column), maxlen=0)
    return found
