"""An offer, a promise and a repair as they are typed into one line.

`41k them, 45-day terms` is an offer of theirs; `send the SLA draft by fri` is a
promise with its date. What is not understood stays text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from winjournal.domain.dates import read_when
from winjournal.domain.errors import Invalid
from winjournal.domain.say_dates import say_day
from winjournal.domain.tags import Actor
from winjournal.domain.terms import Unit, read_amount, say_amount

if TYPE_CHECKING:
    from datetime import date, datetime

    from winjournal.domain.terms import Terms

_SIDES = {
    "me": Actor.ME,
    "i": Actor.ME,
    "mine": Actor.ME,
    "them": Actor.THEM,
    "they": Actor.THEM,
    "theirs": Actor.THEM,
}
_EDGES = " \t,;:"
_FOR = re.compile(r"(?P<what>.+\S)\s+for\s+(?P<whom>[^\W\d_a-z][^,;:]{0,58})")
_BY = re.compile(r"\s+by\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OfferLine:
    """What was understood of an offer.

    Attributes:
        by: Whose it is; mine where the line does not say.
        amount: In the negotiation's unit; None where no number stands first.
        text: The words; None without any.
    """

    by: Actor
    amount: Decimal | None
    text: str | None


def read_offer(line: str, terms: Terms, name: str = "") -> OfferLine:
    """Read an offer: a side and an amount in either order, then a few words.

    Args:
        line: What was typed.
        terms: The negotiation's; without a unit everything is words.
        name: The other side's name, which means them.
    """
    words = line.split()
    by, amount = None, None
    while words:
        word = words[0].strip(_EDGES)
        side = _side(word, name)
        if by is None and side is not None:
            by = side
        elif amount is None and terms.unit is not Unit.NONE and _is_amount(word):
            amount = read_amount("amount", word)
        elif amount is None or word.upper() not in {terms.currency, "%", "POINTS"}:
            break
        words.pop(0)
    return OfferLine(by or Actor.ME, amount, " ".join(words).strip(_EDGES) or None)


def say_offer(line: OfferLine, terms: Terms) -> str:
    """Return an offer as it was understood: `theirs  41k EUR  45-day terms`."""
    whose = "mine" if line.by is Actor.ME else "theirs"
    amount = say_amount(line.amount, terms.unit, terms.currency)
    return "  ".join(part for part in (whose, amount, line.text) if part)


def read_promise(line: str, now: datetime) -> tuple[str, date | None]:
    """Return the words of a promise and its due date, where it ends in `by DATE`."""
    for found in _BY.finditer(line):
        when = read_when(line[found.end() :].strip(), now, future=True)
        if when is not None and line[: found.start()].strip():
            return line[: found.start()].strip(), when.at.date()
    return line.strip(), None


def read_repair(line: str, now: datetime) -> tuple[str, str | None, date | None]:
    """Return what will be done, for whom where it ends in `for NAME`, and by when.

    A name begins with a capital letter: `call for help` is for nobody.
    """
    words, due = read_promise(line, now)
    found = _FOR.fullmatch(words)
    if found is None:
        return words, None, due
    return found["what"], found["whom"], due


def say_repair(line: str, now: datetime) -> str:
    """Return a repair as it was understood."""
    words, whom, due = read_repair(line, now)
    parts = (words, f"for {whom}" if whom else "", f"due {say_day(due)}" if due else "")
    return "  ".join(part for part in (*parts, "" if due else "no date") if part)


def say_promise(line: str, now: datetime) -> str:
    """Return a promise as it was understood."""
    words, due = read_promise(line, now)
    return f"{words}  due {say_day(due)}" if due else f"{words}  no date"


def _side(word: str, name: str) -> Actor | None:
    if name and word.casefold() == name.casefold():
        return Actor.THEM
    return _SIDES.get(word.casefold())


def _is_amount(word: str) -> bool:
    if not any(sign.isdigit() for sign in word):
        return False
    try:
        read_amount("amount", word)
    except Invalid:
        return False
    return True


_VOW = re.compile(r"(?:if\b\s*)?(?P<cue>\S.*?)[\s,]*\bthen\b\s*(?P<deed>\S.*)",
                  re.IGNORECASE | re.DOTALL)  # fmt: skip


def read_vow(text: str) -> tuple[str, str] | None:
    """Return what stands after IF and after THEN; None where it is no vow."""
    found = _VOW.fullmatch(text.strip())
    if found is None:
        return None
    return found["cue"].rstrip(" ,"), found["deed"].rstrip(" .")
