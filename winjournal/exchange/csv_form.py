"""Tables for spreadsheets: RFC 4180, and no cell that a spreadsheet would obey.

A text that a spreadsheet takes for a formula gets a `'` before it, as the programs
themselves write it; `without_guard` takes it off again.
"""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, get_type_hints

from winjournal.domain.goalposts import share_met
from winjournal.domain.tags import Actor, Polarity
from winjournal.exchange.cleaning import cleaned
from winjournal.exchange.json_form import KINDS, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from winjournal.domain.dossier import Dossier

BYTE_ORDER_MARK = "\ufeff"
"""Before the first row of a file: some spreadsheets need it to see UTF-8."""

TABLES = {name: kind for name, kind in KINDS.items() if name != "link"}
"""A table a kind; seals are of no use in a spreadsheet and stay with the JSON."""

_GUARDED = re.compile(r"'*[=+\-@\t\r]")
_WITH_GUARD = re.compile(r"'+[=+\-@\t\r]")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")

NEGOTIATION_COLUMNS = (
    "id", "title", "person", "sphere", "kind", "opened", "closed", "outcome",
    "trust_call", "sealed_in_time", "unit", "currency", "direction", "fair_low",
    "fair_high", "target", "walk_away", "captured", "last_offer", "my_win",
    "their_win", "my_share_met", "their_share_met", "own_handled", "own_slips",
    "their_marks", "offers", "my_satisfaction", "their_satisfaction_predicted",
    "deal_again_percent", "lesson", "true_sentence",
)  # fmt: skip


def negotiations_csv(dossiers: Iterable[Dossier]) -> Iterator[str]:
    """Yield a table of negotiations, row by row, its columns first."""
    yield _row(NEGOTIATION_COLUMNS)
    for dossier in dossiers:
        yield _row(_negotiation(dossier))


def table_csv(kind: type, entities: Iterable[Any]) -> Iterator[str]:
    """Yield a table of entities of one kind, row by row, its columns first."""
    columns = _columns(kind)
    yield _row(".".join(path) for path in columns)
    for entity in entities:
        known = plain(entity)
        yield _row(_at(known, path) for path in columns)


def without_guard(text: str) -> str:
    """Return a cell as it was before it was made safe."""
    return text[1:] if _WITH_GUARD.match(text) else text


def _negotiation(dossier: Dossier) -> list[Any]:
    deal, debrief, terms = (
        dossier.negotiation,
        dossier.debrief,
        dossier.negotiation.terms,
    )
    mine, theirs = dossier.goalpost(Actor.ME), dossier.goalpost(Actor.THEM)
    own = [m.polarity for m in dossier.moments if m.actor is Actor.ME]
    return [
        deal.id, deal.title, dossier.counterparty.name, deal.sphere, deal.kind,
        deal.opened_on, deal.closed_on, dossier.outcome, deal.trust_call,
        deal.sealed_in_time, terms.unit, terms.currency, terms.direction,
        terms.fair_low, terms.fair_high, terms.target, terms.walk_away,
        debrief.captured if debrief else None,
        debrief.final_offer if debrief else None,
        mine.text if mine else None, theirs.text if theirs else None,
        _share(dossier, Actor.ME), _share(dossier, Actor.THEM),
        own.count(Polarity.HANDLED), own.count(Polarity.SLIP),
        sum(m.actor is Actor.THEM for m in dossier.moments), len(dossier.offers),
        debrief.my_sat if debrief else None,
        debrief.their_sat_pred if debrief else None,
        debrief.deal_again_prob if debrief else None,
        debrief.lesson if debrief else None,
        debrief.true_sentence if debrief else None,
    ]  # fmt: skip


def _share(dossier: Dossier, owner: Actor) -> str | None:
    share = share_met(dossier.criteria_of(owner))
    return None if share is None else f"{share:.4f}"


def _columns(kind: type, before: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Return the path to each field, from the outside in."""
    hints = get_type_hints(kind)
    found: list[tuple[str, ...]] = []
    for field in fields(kind):
        hint, path = hints[field.name], (*before, field.name)
        is_part = isinstance(hint, type) and is_dataclass(hint)
        found += _columns(hint, path) if is_part else [path]
    return found


def _at(row: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        row = row[name]
    return row


def _row(values: Iterable[Any]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(map(_cell, values))
    return line.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    text = value if type(value) is str else str(plain(value))
    # A number below zero is a number, and what only looks like one does no harm.
    if _NUMBER.fullmatch(text):
        return text
    text = cleaned(text)
    guard = "'" if _GUARDED.match(text) else ""
    return guard + text
