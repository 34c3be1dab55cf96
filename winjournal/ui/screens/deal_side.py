"""What stands beside a deal: what is missing, its terms, how far it was met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from winjournal.domain.debrief import Outcome
from winjournal.domain.goalposts import Source
from winjournal.domain.say_dates import say_date, say_due
from winjournal.domain.tags import Actor
from winjournal.domain.terms import Direction, Unit, short_number
from winjournal.domain.timeline_words import say_line, say_range
from winjournal.services.saying import LACKING
from winjournal.ui.screens.deal_ladder import has_ladder, ladder_lines
from winjournal.ui.text import cut, plain, wrap
from winjournal.ui.widgets.heading import heading_content
from winjournal.ui.widgets.marks import Mark, mark
from winjournal.ui.widgets.ruler import Scale, Tick, around, ruler_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from decimal import Decimal

    from winjournal.domain.dossier import Dossier
    from winjournal.domain.goalposts import Criterion
    from winjournal.domain.writing import Vow
    from winjournal.ui.look import Look
    from winjournal.ui.widgets.leaf import Draw

_GAP = "   "
_LABEL = 7


def side_of(dossier: Dossier, vow: Vow | None, look: Look, *, seal_key: str) -> Draw:
    """Return how to draw what stands beside a deal's timeline.

    Args:
        dossier: The negotiation.
        vow: The vow that stood in its week.
        look: How things are shown now.
        seal_key: The key that seals the preparation.
    """

    def draw(width: int) -> list[Content]:
        return [
            *missing_lines(dossier, look, width, seal_key),
            *terms_lines(dossier, look, width),
            *met_lines(dossier, look, width),
            *saying_lines(dossier, look, width),
            *vow_lines(dossier, vow, look, width),
        ]

    return draw


def section(title: str, lines: Iterable[Content], aside: str = "") -> list[Content]:
    """Return lines under a quiet heading, a blank one after; nothing without any."""
    known = list(lines)
    if not known:
        return []
    return [heading_content(title, aside), Content(""), *known, Content("")]


def winning_lines(dossier: Dossier, look: Look, width: int) -> list[Content]:
    """Return what winning is for both sides, in its latest version."""
    lines: list[Content] = []
    for owner, label in ((Actor.ME, "me"), (Actor.THEM, "them")):
        goalpost = dossier.goalpost(owner)
        if goalpost:
            said = look.veil.words(goalpost.text, dossier.counterparty.name)
            version = f"  v{goalpost.version}" if goalpost.version > 1 else ""
            text = Content.assemble(plain(said), (version, "$ink-soft"))
            lines += _labelled(label, wrap(text, width - _LABEL))
    return section("Winning", lines)


def missing_lines(dossier: Dossier, look: Look, width: int, key: str) -> list[Content]:
    """Return what the preparation lacks to be sealed, while it still can be."""
    deal = dossier.negotiation
    if deal.is_sealed or not deal.is_open:
        return []
    missing = [LACKING.get(name, name) for name in dossier.missing()]
    if missing:
        lines = [Content.styled(line, "$gold") for line in missing]
        return section("Missing before sealing", lines)
    ready = Content.assemble(
        ("Nothing is missing.  ", "$gold"), (key, "bold $key"), (" seals it", "$gold")
    )
    return section("Sealing", wrap(ready, width))


def terms_lines(dossier: Dossier, look: Look, width: int) -> list[Content]:
    """Return the ruler of the terms, and the line where it is in words."""
    terms = dossier.negotiation.terms
    lines: list[Content] = []
    scale = scale_of(dossier, look)
    if scale is not None:
        lines += ruler_lines(scale, width, look.glyphs)
        if has_ladder(dossier):
            lines += ladder_lines(dossier, scale, look, width)
    if terms.walk_away is None and terms.walk_away_text:
        said = look.veil.words(say_line(terms), dossier.counterparty.name)
        lines += wrap(plain(said, "$ink"), width)
    if terms.fair_basis is not None:
        basis = look.veil.words(say_range(terms).rpartition(", ")[2])
        note = terms.fair_basis_note
        said = f"fair by {basis}: {look.veil.words(note)}" if note else ""
        lines += wrap(plain(said, "$ink-soft"), width) if said else []
    if terms.unit is Unit.MONEY:
        return section("Terms", lines, terms.currency or "")
    return section("Terms", lines, "" if terms.unit is Unit.NONE else terms.unit.value)


def scale_of(dossier: Dossier, look: Look) -> Scale | None:
    """Return the terms as a ruler, better for me to the right; None without any."""
    terms = dossier.negotiation.terms
    said: set[Decimal] = set()

    def tick(amount: Decimal, word: str = "") -> Tick:
        # A figure that stands there already is not written twice.
        figure = "" if amount in said else look.veil.amount(short_number(amount))
        said.add(amount)
        return Tick(float(amount), word, figure)

    value = _value(dossier, tick)
    interval = None
    if terms.fair_low is not None:
        high = terms.fair_low if terms.fair_high is None else terms.fair_high
        interval = (tick(terms.fair_low), tick(high))
    ticks: list[Tick] = []
    if terms.walk_away is not None:
        ticks.append(tick(terms.walk_away, "leave"))
    is_value = value is not None and value.at == float(terms.target or 0)
    if terms.target is not None and not is_value:
        asked = any(
            one.by is Actor.ME and one.amount == terms.target for one in dossier.offers
        )
        ticks.append(tick(terms.target, "asked" if asked else "target"))
    known = [*ticks, *(interval or ()), *((value,) if value else ())]
    if not known:
        return None
    offered = [float(o.amount) for o in dossier.offers if o.amount is not None]
    low, high_end = around([*(one.at for one in known), *offered])
    if terms.direction is Direction.LESS:
        low, high_end = high_end, low
    return Scale(
        low=low,
        high=high_end,
        interval=interval,
        interval_word="fair range",
        value=value,
        ticks=tuple(ticks),
    )


def met_lines(dossier: Dossier, look: Look, width: int) -> list[Content]:
    """Return how far each side's criteria were met, or what they are."""
    lines: list[Content] = []
    for owner, label in ((Actor.ME, "me"), (Actor.THEM, "them")):
        criteria = dossier.criteria_of(owner)
        if criteria:
            name = dossier.counterparty.name
            items = [part for one in criteria for part in _criterion(one, look, name)]
            lines += _labelled(label, flow(items, width - _LABEL))
    if dossier.negotiation.is_open:
        return section("To be met", lines)
    answered = any(one.met is not None for one in dossier.criteria)
    return section("Met", lines, "" if answered else "not answered yet")


def saying_lines(dossier: Dossier, look: Look, width: int) -> list[Content]:
    """Return what they will say, and what they said once they were asked again."""
    debrief = dossier.debrief
    if debrief is None or debrief.their_sat_pred is None:
        return []
    told = [f for f in dossier.follow_ups if f.their_sat is not None]
    waits = [f for f in dossier.follow_ups if f.answered_at is None]
    said = "locked"
    if told and told[-1].answered_at:
        on = say_date(told[-1].answered_at.date(), look.today)
        said = f"they said {told[-1].their_sat}, {on}"
    elif waits and waits[0].due <= look.today:
        said = "locked; a look back is due"
    elif waits:
        said = f"locked; asked again {say_due(waits[0].due, look.today)}"
    line = Content.assemble(
        (str(debrief.their_sat_pred), "bold $ink"), " of 7", _GAP, (said, "$ink-soft")
    )
    lines = wrap(line, width)
    if debrief.deal_again_prob is not None:
        again = Content.assemble(
            (str(debrief.deal_again_prob), "bold $ink"), " %", _GAP,
            ("they would deal with me again", "$ink-soft"),
        )  # fmt: skip
        lines += wrap(again, width)
    return section("They will say", lines)


def vow_lines(
    dossier: Dossier, vow: Vow | None, look: Look, width: int
) -> list[Content]:
    """Return the vow that stood in the deal's week, and how it fared here."""
    if vow is None:
        return []
    name = dossier.counterparty.name
    cue, deed = look.veil.words(vow.cue, name), look.veil.words(vow.deed, name)
    lines = [
        *wrap(Content.assemble(("If ", "bold $ink"), plain(cue)), width),
        *wrap(Content.assemble(("then ", "bold $ink"), plain(deed)), width),
    ]
    for test in dossier.vow_tests:
        if test.vow_id == vow.id:
            did = {True: ", and was kept", False: ", and was not kept", None: ""}
            came = f"the IF came{did[test.kept]}" if test.occurred else "not tested"
            lines += wrap(plain(came, "$ink-soft"), width)
    return section("Vow", lines)


def flow(items: Iterable[Content], width: int) -> list[Content]:
    """Return items beside one another; one that is wrapped has its lines alone."""
    lines: list[Content] = []
    has_room = False
    for item in items:
        if has_room and lines[-1].cell_length + len(_GAP) + item.cell_length <= width:
            lines[-1] = Content.assemble(lines[-1], _GAP, item)
        else:
            wrapped = wrap(item, width)
            has_room = len(wrapped) == 1
            lines += wrapped
    return lines


def _value(dossier: Dossier, tick: Callable[[Decimal, str], Tick]) -> Tick | None:
    debrief = dossier.debrief
    if debrief is not None and debrief.outcome is not Outcome.OPEN:
        got = debrief.captured
        got = debrief.final_offer if got is None else got
        word = "" if debrief.outcome is Outcome.AGREED else "last offer"
        return None if got is None else tick(got, word)
    offers = [o for o in dossier.offers if o.amount is not None]
    if not offers or has_ladder(dossier):
        return None
    last = offers[-1]
    word = "my offer" if last.by is Actor.ME else "their offer"
    return None if last.amount is None else tick(last.amount, word)


def _criterion(one: Criterion, look: Look, name: str) -> Iterator[Content]:
    guess = one.owner is Actor.THEM and one.source is Source.MY_GUESS
    text = cut(look.veil.words(one.text, name), 60)
    style = "$ink-soft" if guess else ""
    if one.met is None:
        sign = Content.styled(look.glyphs.between, "$ink-faint")
    else:
        kinds: dict[float, Mark] = {0.0: "unmet", 0.5: "half", 1.0: "met"}
        sign = mark(kinds[float(one.met)], look.glyphs, theirs=guess)
    yield Content.assemble(sign, " ", plain(text, style))
    if guess:
        yield Content.styled("my guess", "$ink-faint")


def _labelled(label: str, lines: Iterable[Content]) -> Iterator[Content]:
    for number, line in enumerate(lines):
        shown = label if number == 0 else ""
        yield Content.assemble((f"{shown:<{_LABEL}}", "$ink"), line)
