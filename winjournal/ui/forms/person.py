"""A counterparty as a form: what they are called, and what to remember."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from winjournal.domain.negotiation import NAME_MAX, CounterpartyKind
from winjournal.services.forms.prep_values import day_of
from winjournal.services.forms.values import Values, choice_of, text_of
from winjournal.ui.forms.checks import date_echo, date_error
from winjournal.ui.forms.options import PERSON_KINDS
from winjournal.ui.widgets.form_spec import (
    FieldSpec,
    choice_field,
    date_field,
    long_field,
    text_field,
)

if TYPE_CHECKING:
    from datetime import datetime

    from winjournal.domain.negotiation import Counterparty


def person_specs(now: datetime) -> tuple[FieldSpec, ...]:
    """Return the fields of a counterparty.

    Args:
        now: An aware time, for dates in words.
    """
    return (
        text_field("name", "Name", required=True, max_length=NAME_MAX),
        long_field(
            "nicknames",
            "Also called",
            why="One a line. A logged line knows them by each of these.",
        ),
        text_field(
            "alias",
            "Alias",
            max_length=NAME_MAX,
            why="Stands for the name where others may read: discreet, and redacted.",
        ),
        choice_field("kind", "What they are", PERSON_KINDS),
        long_field(
            "note",
            "To remember",
            why="Comes back before the next talk: facts and wishes rather than traits.",
        ),
        date_field(
            "since",
            "Known since",
            check=date_error(now, future=False),
            echo=date_echo(now, future=False),
        ),
    )


def values_of_person(person: Counterparty) -> dict[str, str | None]:
    """Return what the form shows of a counterparty."""
    return {
        "name": person.name,
        "nicknames": "\n".join(person.nicknames) or None,
        "alias": person.alias,
        "kind": person.kind,
        "note": person.note,
        "since": person.since.isoformat() if person.since else None,
    }


def person_of_values(
    values: Values, before: Counterparty, now: datetime
) -> Counterparty:
    """Read a counterparty from its form.

    Raises:
        Invalid: A field cannot be read; its name says which.
    """
    return replace(
        before,
        name=text_of(values, "name") or "",
        nicknames=tuple((values.get("nicknames") or "").splitlines()),
        alias=text_of(values, "alias"),
        kind=choice_of(values, "kind", CounterpartyKind) or before.kind,
        note=text_of(values, "note"),
        since=day_of(values, "since", now),
    )
