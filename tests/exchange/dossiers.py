"""Negotiations for the tests of exports: a usual one, and entities all filled."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from pathlib import Path
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from winjournal.domain.debrief import Debrief, InfoGap, Outcome
from winjournal.domain.dossier import Dossier
from winjournal.domain.goalposts import ChangeReason, Criterion, Goalpost
from winjournal.domain.moments import Moment, Precision, Recorded
from winjournal.domain.negotiation import (
    Counterparty,
    Negotiation,
    Offer,
    Sitting,
    TrustCall,
)
from winjournal.domain.tags import Actor
from winjournal.domain.terms import Direction, FairBasis, Terms, Unit
from winjournal.domain.writing import Entry

E = TypeVar("E")

BERLIN = timezone(timedelta(hours=1))
DEAL = "0192f0c1-0000-7000-8000-a1b2c3d4e5f6"

BAD_INPUTS = {
    bad["name"]: bad["value"] * bad["repeat"]
    for bad in json.loads(
        (Path(__file__).parents[1] / "data" / "bad_inputs.json").read_text("utf-8")
    )["inputs"]
}


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=BERLIN)


def acme() -> Dossier:
    """Return a negotiation as a person would leave it behind."""
    mine = Criterion(
        id="c1", negotiation_id=DEAL, owner=Actor.ME, text="2 years", weight=3,
        met=Decimal(1),
    )  # fmt: skip
    return Dossier(
        negotiation=Negotiation(
            id=DEAL, title="Acme renewal", counterparty_id="p1", kind="vendor",
            opened_on=date(2026, 3, 1), closed_on=date(2026, 3, 4),
            trust_call=TrustCall.ENOUGH, alternative="stay with the old tool",
            terms=Terms(
                unit=Unit.MONEY, currency="EUR", direction=Direction.MORE,
                fair_low=Decimal(38000), fair_high=Decimal(46000),
                fair_basis=FairBasis.MARKET, walk_away=Decimal(36000),
            ),
            prep_sealed_at=at(1, 18, 30), prep_hash="ab12", sealed_in_time=True,
        ),
        counterparty=Counterparty(id="p1", name="Dana"),
        goalposts=(
            Goalpost(
                id="g1", negotiation_id=DEAL, owner=Actor.ME, text="2 years, 40k",
                criteria_ids=("c1",), recorded_at=at(1, 18), shared_at=at(4, 15, 2),
            ),
            Goalpost(
                id="g2", negotiation_id=DEAL, owner=Actor.ME, version=2,
                text="2 years, 42k", criteria_ids=("c1",), recorded_at=at(4, 15, 30),
                change_reason=ChangeReason.LEVERAGE, announced=False,
            ),
        ),
        criteria=(mine,),
        sittings=(
            Sitting(
                id="s1", negotiation_id=DEAL, started_at=at(4, 15),
                ended_at=at(4, 16), zone="Europe/Berlin", source="live",
            ),
        ),
        offers=(
            Offer(id="o1", negotiation_id=DEAL, at=at(4, 15, 20), by=Actor.THEM,
                  amount=Decimal(41000), text="if we sign today"),
        ),
        moments=(
            Moment(
                id="m1", negotiation_id=DEAL, sitting_id="s1", at=at(4, 15, 12),
                precision=Precision.EXACT, tag="ego", note="I listed our awards",
                recorded=Recorded.LIVE,
            ),
            Moment(id="m2", negotiation_id=DEAL, at=at(4, 15, 40), tag="ego",
                   actor=Actor.THEM, strength=2),
        ),
        debrief=Debrief(
            id="d1", negotiation_id=DEAL, written_at=at(4, 17),
            outcome=Outcome.AGREED, captured=Decimal(41000), my_sat=6,
            their_sat_pred=5, info_gap=InfoGap.I_KEPT_IT, step_self=(6, 5, 4, 3, 2),
            moments_reviewed=True, happened="# Long\n\nWe sat for an hour.",
        ),
        entries=(
            Entry(id="e1", written_at=at(4, 20), body="Slept on it.\n\n- fine",
                  negotiation_id=DEAL),
        ),
    )  # fmt: skip


def filled(kind: type[E], **given: Any) -> E:
    """Return an entity whose every field holds something, texts their own token."""
    hints = get_type_hints(kind)
    values = {
        f.name: _sample(hints[f.name], token(kind, f.name))
        for f in fields(kind)  # type: ignore[arg-type]  # any dataclass
        if f.init
    }
    return kind(**{**values, **given})


def token(kind: type, field: str) -> str:
    """Return the one text that stands in this field and nowhere else."""
    return f"Tok{kind.__name__}{field.title().replace('_', '')}"


def plain_type(hint: Any) -> Any:
    """Return a field's type without `None`."""
    if get_origin(hint) is UnionType:
        return next(arg for arg in get_args(hint) if arg is not type(None))
    return hint


def _sample(hint: Any, text: str) -> Any:
    kind = plain_type(hint)
    if get_origin(kind) is tuple:
        return (1, 2, 3, 4, 5) if get_args(kind)[0] is int else ()
    if kind is Terms:
        return filled(Terms)
    if issubclass(kind, Enum):
        return list(kind)[-1]
    simple: dict[type, Any] = {
        str: text,
        bool: True,
        int: 3,
        Decimal: Decimal("0.5"),
        datetime: at(9, 9, 9),
        date: date(2026, 3, 9),
    }
    return simple[kind]
