"""The stories as they are written: TOML read into frozen dataclasses.

A story is a prep, a script of timed lines, a debrief and what came later. What is
short in the files is spelt out here, so that the player meets domain words only.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from importlib.resources import files
from typing import Any

from winjournal.domain.goalposts import Source
from winjournal.domain.negotiation import CounterpartyKind, Sphere, TrustCall
from winjournal.domain.terms import Direction, FairBasis, Terms, Unit
from winjournal.domain.worth import GapPlan
from winjournal.domain.worth_words import read_worth
from winjournal.services.prep import Prep, Wish
from winjournal.services.worth import Bring, Gap

_WISH = re.compile(r"(?P<text>.+?)(?: \*(?P<weight>[123]))?")
_MET = {"0": Decimal(0), "h": Decimal("0.5"), "1": Decimal(1), "-": None}
_PEOPLE = (
    "dana",
    "sam",
    "okafor",
    "firth",
    "harbour",
    "northgate",
    "priya",
    "ines",
    "ruth",
    "varga",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One negotiation as it will be played.

    Attributes:
        prep: What the form holds.
        opened: When it is written, in the words of a script.
        script: What happened, a line each.
        debrief: The debrief's table; empty where there is none.
        looks: Days after closing to the answers given then.
        word: What the other side or a witness said, if anything.
        notes: Markdown written beside it: time in words, then text.
    """

    prep: Prep
    opened: str
    script: tuple[str, ...]
    debrief: dict[str, Any]
    looks: dict[int, dict[str, Any]]
    word: dict[str, Any]
    notes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Character:
    """Somebody on the other side, with the deals made with them."""

    name: str
    alias: str | None
    kind: CounterpartyKind
    note: str | None
    stories: tuple[Story, ...]


def characters() -> tuple[Character, ...]:
    """Return everybody in the stories."""
    return tuple(_character(read_toml(name)) for name in _PEOPLE)


def read_toml(name: str) -> dict[str, Any]:
    """Return one of the packaged files, without its suffix."""
    file = files("winjournal.demo") / "stories" / f"{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _character(table: dict[str, Any]) -> Character:
    person = table["person"]
    sphere = Sphere(person.get("sphere", "professional"))
    return Character(
        name=person["name"],
        alias=person.get("alias"),
        kind=CounterpartyKind(person.get("kind", "person")),
        note=person.get("note"),
        stories=tuple(_story(deal, person["name"], sphere) for deal in table["deal"]),
    )


def _story(deal: dict[str, Any], person: str, sphere: Sphere) -> Story:
    return Story(
        prep=_prep(deal, person, sphere),
        opened=deal["opened"],
        script=tuple(x for x in deal.get("script", "").splitlines() if x.strip()),
        debrief=deal.get("debrief", {}),
        looks={day: deal[f"look{day}"] for day in (30, 90) if f"look{day}" in deal},
        word=deal.get("word", {}),
        notes=tuple((note["at"], note["body"]) for note in deal.get("note", ())),
    )


def _prep(deal: dict[str, Any], person: str, sphere: Sphere) -> Prep:
    their_win, source = _their_win(deal)
    return Prep(
        title=deal["title"],
        person=person,
        sphere=Sphere(deal.get("sphere", sphere)),
        kind=deal.get("kind"),
        trust_call=TrustCall(deal["trust"]) if "trust" in deal else None,
        smallest_promise=deal.get("first"),
        my_win=deal.get("win"),
        my_criteria=wishes(deal.get("mine", ())),
        their_win=their_win,
        their_source=source,
        their_criteria=wishes(deal.get("theirs", ())),
        terms=_terms(deal),
        value_case=deal.get("value"),
        alternative=deal.get("alternative"),
        ego_risk=deal.get("sting"),
        value_items=tuple(_bring(text) for text in deal.get("brings", ())),
        information_gaps=tuple(_gap(text) for text in deal.get("gaps", ())),
    )


def _bring(text: str) -> Bring:
    """Return a value item written as `what | 12-15k EUR | evidence | difference`."""
    what, worth, evidence, differs = (
        part.strip() or None for part in f"{text}|||".split("|")[:4]
    )
    low, high, unit = read_worth(worth or "")
    return Bring(
        text=what or "", low=low, high=high, unit=unit, evidence=evidence,
        differs=differs,
    )  # fmt: skip


def _gap(text: str) -> Gap:
    """Return an information gap written as `what | yes tell | because`."""
    what, plan, because = (part.strip() for part in f"{text}||".split("|")[:3])
    matters, _, will = plan.partition(" ")
    return Gap(
        text=what, material=matters == "yes" if matters else None,
        plan=GapPlan(will) if will else None, because=because or None,
    )  # fmt: skip


def _their_win(deal: dict[str, Any]) -> tuple[str | None, Source | None]:
    """Return their win and how it is known: `told`, `guess` or `unasked = true`."""
    if "told" in deal:
        return deal["told"], Source.TOLD_ME
    if "guess" in deal:
        return deal["guess"], Source.MY_GUESS
    return None, Source.NOT_ASKED if deal.get("unasked") else None


def wishes(texts: tuple[str, ...] | list[str]) -> tuple[Wish, ...]:
    """Return criteria written as `one invoice *2`; without a weight it is 1."""
    return tuple(_wish(text) for text in texts)


def _wish(text: str) -> Wish:
    found = _WISH.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"{text!r} is no criterion")
    return Wish(text=found["text"], weight=int(found["weight"] or 1))


def _terms(deal: dict[str, Any]) -> Terms:
    """Return terms written as `more EUR 38000-46000 market leave 36000 want 48000`."""
    if "terms" not in deal:
        return Terms(walk_away_text=deal.get("line"))
    direction, unit, fair, basis, *rest = deal["terms"].split()
    low, _, high = fair.partition("-")
    named = dict(zip(rest[::2], map(Decimal, rest[1::2]), strict=True))
    is_money = unit.isupper()
    return Terms(
        unit=Unit.MONEY if is_money else Unit(unit),
        currency=unit if is_money else None,
        direction=Direction(direction),
        fair_low=Decimal(low),
        fair_high=Decimal(high) if high else None,
        fair_basis=FairBasis(basis),
        fair_basis_note=deal.get("basis"),
        target=named.get("want"),
        walk_away=named.get("leave"),
        walk_away_text=deal.get("line"),
    )


def met_of(words: str) -> tuple[tuple[Decimal | None, ...], ...]:
    """Return answers written as `1 h / 0 -`: mine, then theirs, in their order."""
    mine, _, theirs = words.partition("/")
    return tuple(tuple(_MET[x] for x in side.split()) for side in (mine, theirs))
