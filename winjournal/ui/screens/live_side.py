"""What one holds on to while one talks: winning, the line, the vow, the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from winjournal.domain.say_dates import say_date
from winjournal.domain.tags import Actor
from winjournal.domain.terms import Direction, say_amount
from winjournal.services.saying import LACKING
from winjournal.ui.commands_live import ASKED, id_of
from winjournal.ui.screens.deal_side import section
from winjournal.ui.text import cut, plain, wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from winjournal.domain.dossier import Dossier
    from winjournal.domain.writing import Vow
    from winjournal.ui.look import Look
    from winjournal.ui.screens.live_rows import LiveView
    from winjournal.ui.widgets.leaf import Draw

KEY_WORDS = {
    "e": "ego",
    "r": "let go",
    "g": "goalposts",
    "h": "held",
    "c": "over-capture",
    "f": "fair",
}
"""What each letter marks, in a word or two."""

SHOWN_MISSING = 1
_LABEL = 6
_KEY = 15
_SIDES = {Direction.MORE: "below", Direction.LESS: "above", None: "at"}


def beside(view: LiveView, look: Look, key_for: Callable[[str], str]) -> Draw:
    """Return how to draw what stands beside the marks.

    Args:
        view: The sitting.
        look: How things are shown now.
        key_for: Returns the key of a command as it is written now.
    """

    def draw(width: int) -> list[Content]:
        return [
            *_winning(view.dossier, look, width),
            *_leaving(view.dossier, look, width),
            *_vow(view, look, width),
            *section("Keys", _legend(key_for), "CAPITAL = theirs"),
        ]

    return draw


def below(view: LiveView, look: Look, key_for: Callable[[str], str]) -> Draw:
    """Return how to draw the same in a few lines under the marks."""

    def draw(width: int) -> list[Content]:
        said = [
            *_sides(view.dossier, look),
            ("leave", _line(view.dossier, look)),
            ("vow", _vow_words(view, look, width - _LABEL)),
        ]
        lines = [
            Content.assemble(
                (f"{label:<{_LABEL}}", "$ink-soft"),
                cut(words, width - _LABEL, look.glyphs.ellipsis),
            )
            for label, words in said
            if words
        ]
        keys = [
            part
            for letter in ASKED
            for part in _key(key_for(id_of(letter, Actor.ME)), KEY_WORDS[letter], 2)
        ]
        keys += _key(key_for("live_more"), "more", 0)
        return [Content(""), *lines, Content(""), *wrap(Content.assemble(*keys), width)]

    return draw


def not_sealed(dossier: Dossier) -> str:
    """Return what keeps the preparation from being sealed; empty where it is."""
    if dossier.negotiation.is_sealed:
        return ""
    missing = [LACKING.get(name, name) for name in dossier.missing()]
    more = len(missing) - SHOWN_MISSING
    said = "; ".join(missing[:SHOWN_MISSING]) + (f"; {more} more" if more > 0 else "")
    return f"Not sealed: {said}." if said else "Not sealed."


def _winning(dossier: Dossier, look: Look, width: int) -> list[Content]:
    sealed = dossier.negotiation.prep_sealed_at
    when = f", sealed {say_date(sealed.date(), look.today)}" if sealed else ""
    lines: list[Content] = []
    for label, words in _sides(dossier, look):
        for number, line in enumerate(wrap(words, width - _LABEL)):
            shown = label if number == 0 else ""
            lines.append(Content.assemble((f"{shown:<{_LABEL}}", "bold $ink"), line))
    return section(f"Winning{when}", lines)


def _sides(dossier: Dossier, look: Look) -> Iterator[tuple[str, str]]:
    for owner, label in ((Actor.ME, "me"), (Actor.THEM, "them")):
        goalpost = dossier.goalpost(owner)
        if goalpost is not None:
            yield label, look.veil.words(goalpost.text, dossier.counterparty.name)


def _leaving(dossier: Dossier, look: Look, width: int) -> list[Content]:
    terms = dossier.negotiation.terms
    words = _line(dossier, look)
    if terms.walk_away is None:
        return section("I leave", wrap(plain(words, "$ink"), width) if words else ())
    side = _SIDES[terms.direction]
    amount = words.removeprefix(f"{side} ")
    return section(f"I leave {side}", [plain(amount, "bold $ink")])


def _line(dossier: Dossier, look: Look) -> str:
    """Return the walk-away line in words: `below 36k EUR`; empty without any."""
    terms = dossier.negotiation.terms
    if terms.walk_away is None:
        text = terms.walk_away_text or ""
        return look.veil.words(text, dossier.counterparty.name)
    amount = say_amount(terms.walk_away, terms.unit, terms.currency)
    return f"{_SIDES[terms.direction]} {look.veil.amount(amount)}"


def _vow(view: LiveView, look: Look, width: int) -> list[Content]:
    if view.vow is None:
        return []
    cue, deed = _vow_parts(view.vow, view.dossier, look)
    said = (("If ", cue), ("then ", deed))
    lines = [
        line
        for word, words in said
        for line in wrap(Content.assemble((word, "bold $ink"), plain(words)), width)
    ]
    return section("Vow", lines)


def _vow_words(view: LiveView, look: Look, room: int) -> str:
    """Return the vow on one line; its deed alone where there is no room for both."""
    if view.vow is None:
        return ""
    cue, deed = _vow_parts(view.vow, view.dossier, look)
    whole = f"if {cue}, then {deed}"
    return whole if cell_len(whole) <= room else deed


def _vow_parts(vow: Vow, dossier: Dossier, look: Look) -> tuple[str, str]:
    name = dossier.counterparty.name
    return look.veil.words(vow.cue, name), look.veil.words(vow.deed, name)


def _legend(key_for: Callable[[str], str]) -> list[Content]:
    lines = [
        Content.assemble(
            *(
                part
                for letter in pair
                for part in _key(
                    key_for(id_of(letter, Actor.ME)), KEY_WORDS[letter], 0, _KEY
                )
            )
        )
        for pair in zip(ASKED[::2], ASKED[1::2], strict=True)
    ]
    return [*lines, Content.assemble(*_key(key_for("live_more"), "more tags", 0))]


def _key(key: str, word: str, gap: int, width: int = 0) -> list[tuple[str, str]]:
    said = f" {word}".ljust(max(width - len(key), 0)) + " " * gap
    return [(key, "bold $key"), (said, "$ink")]
