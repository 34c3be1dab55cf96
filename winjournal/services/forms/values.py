"""Small readings of a form's values that several forms share."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from winjournal.domain.errors import Invalid
from winjournal.services.prep import Wish

Values = Mapping[str, str | None]
"""Field name to what was typed or chosen; None and blanks are unknown."""

K = TypeVar("K", bound=StrEnum)

_WEIGHT = re.compile(r"\s*!\s*([123])\s*$")


def text_of(values: Values, name: str) -> str | None:
    """Return a text without blanks around it; None where it is empty."""
    return (values.get(name) or "").strip() or None


def choice_of(values: Values, name: str, kind: type[K]) -> K | None:
    """Return what was chosen; None where nothing was.

    Raises:
        Invalid: It is none of the choices.
    """
    text = text_of(values, name)
    if text is None:
        return None
    try:
        return kind(text)
    except ValueError:
        choices = ", ".join(kind)
        raise Invalid(name, f"Choose one of {choices}.") from None


def rating_of(values: Values, name: str) -> int | None:
    """Return a whole number; None where there is none.

    Raises:
        Invalid: It is no whole number.
    """
    text = text_of(values, name)
    if text is None:
        return None
    digits = text.removesuffix("%").strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) < 10):
        raise Invalid(name, "Write a whole number.")
    return int(digits)


def yes_no_of(values: Values, name: str) -> bool | None:
    """Return True for `yes`, False for `no`, None for anything else."""
    return {"yes": True, "no": False}.get(text_of(values, name) or "")


def say_yes_no(answer: bool | None) -> str | None:
    """Return an answer as a form holds it."""
    return None if answer is None else "yes" if answer else "no"


def met_of(values: Values, name: str) -> Decimal | None:
    """Return how far a criterion was met: 0, 0.5, 1, or None."""
    text = text_of(values, name)
    return Decimal(text) if text in {"0", "0.5", "1"} else None


def wishes_of_values(
    values: Values, name: str, count: int, before: tuple[Wish, ...]
) -> tuple[Wish, ...]:
    """Return the criteria of fields `name_1` to `name_count`.

    A trailing `!2` or `!3` is the weight. A criterion keeps its id by its words,
    else by its place, so that what was answered stays with it.
    """
    typed = [text_of(values, f"{name}_{place}") for place in range(1, count + 1)]
    wishes: list[Wish] = []
    taken: set[str] = set()
    for place, text in enumerate(typed):
        if text is None:
            continue
        found = _WEIGHT.search(text)
        words = _WEIGHT.sub("", text).strip()
        same = next((w.id for w in before if w.text == words), None)
        here = before[place].id if place < len(before) else None
        kept = next((i for i in (same, here) if i and i not in taken), None)
        if kept:
            taken.add(kept)
        weight = int(found.group(1)) if found else 1
        wishes.append(Wish(text=words, weight=weight, id=kept))
    return tuple(wishes)


def say_wishes(name: str, wishes: tuple[Wish, ...], count: int) -> dict[str, str]:
    """Return criteria as the fields hold them: `named contact !3`."""
    said = [w.text if w.weight == 1 else f"{w.text} !{w.weight}" for w in wishes]
    said += [""] * (count - len(said))
    return {f"{name}_{place}": text for place, text in enumerate(said, 1)}
