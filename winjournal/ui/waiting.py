"""What was typed and not saved, as Today names it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from winjournal.domain.errors import NotFound
from winjournal.services.writing import first_line
from winjournal.ui.drafting import LINE, values_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from winjournal.domain.writing import Draft
    from winjournal.services.journal import Journal
    from winjournal.ui.drafting import Values

KINDS = {
    "prep": "preparation",
    "debrief": "debrief",
    "look-back": "look back",
    "version": "a change of winning",
    "moment-form": "a moment",
    "moment": "words for a mark",
    "entry": "entry",
    "week": "review",
    "person": "names",
    "page": "a page",
}
"""What a draft is, by the kind of its owner."""

_TYPED = ("title", "body", "text", "note")
"""The values that tell a draft by themselves, the best first."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One draft that waits.

    Attributes:
        owner: Whose draft it is.
        title: What it belongs to, or its own first words.
        what: What it is: `preparation`, `debrief`.
        at: When it was typed, aware.
    """

    owner: str
    title: str
    what: str
    at: datetime


def waiting_in(journal: Journal, drafts: Iterable[Draft]) -> tuple[Waiting, ...]:
    """Return what waits to be gone on with, the latest first."""
    found = [
        Waiting(d.owner, _title(journal, d), _kind(d), d.updated_at)
        for d in drafts
        if d.owner != LINE
    ]
    return tuple(sorted(found, key=lambda one: one.at, reverse=True))


def _kind(draft: Draft) -> str:
    return KINDS.get(draft.owner.partition(":")[0], "text")


def _title(journal: Journal, draft: Draft) -> str:
    kind, _, id_ = draft.owner.removeprefix("page:").partition(":")
    if kind == "week":
        return id_
    typed = _typed(values_of(draft.text))
    if kind in {"prep", "entry"}:
        return typed or "without a name yet"
    if kind == "person":
        return values_of(draft.text).get("name") or "somebody"
    try:
        deal = _deal_of(journal, kind, id_)
    except NotFound:
        return typed
    return journal.reading.titles([deal]).get(deal, typed)


def _deal_of(journal: Journal, kind: str, id_: str) -> str:
    """Return the negotiation that an owner belongs to.

    Raises:
        NotFound: What it names is gone.
    """
    if kind == "look-back":
        return journal.later.follow_up(id_).negotiation_id
    if kind in {"moment", "moment-form"}:
        return journal.reading.moment(id_).negotiation_id
    return id_


def _typed(values: Values) -> str:
    texts = (values.get(name) or "" for name in _TYPED)
    return next((first_line(text, 80) for text in texts if text.strip()), "")
