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
from winjournal.ui.screens.deal_side import flow, section
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

SHOWN_LINES = 2
"""So many lines of each winning are shown where there is little room."""

_HIGH, _LOW = 20, 15
"""With fewer lines than these only the keys stand under the marks, or nothing."""

_LABEL = 6
_KEY = 15
_SIDES = {Direction.MORE: "below", Direction.LESS: "above", None: "at"}


def beside(
    view: LiveView, look: Look, key_for: Callable[[str], str], height: int
) -> Draw:
    """Return how to draw what stands beside the marks.

    Where it is too high, first the blank lines under the headings go, and then all but
    the first lines of what winning is: the keys must stay in sight.

    Args:
        view: The sitting.
        look: How things are shown now.
        key_for: Returns the key of a command as it is written now.
        height: The lines there are.
    """

    def draw(width: int) -> list[Content]:
        parts = (
            _winning(view.dossier, look, width),
            _leaving(view.dossier, look, width),
            _vow(view, look, width),
            section("Keys", _legend(key_for), "CAPITAL = theirs"),
        )
        if sum(map(len, parts)) - 1 > height:
            parts = (
                _winning(view.dossier, look, width, most=SHOWN_LINES),
                *parts[1:],
            )
            return [line for part in parts for line in _dense(part)]
        return [line for part in parts for line in part]

    return draw


def below(
    view: LiveView, look: Look, key_for: Callable[[str], str], height: int
) -> Draw:
    """Return how to draw the same in a few lines under the marks.

    Args:
        view: The sitting.
        look: How things are shown now.
        key_for: Returns the key of a command as it is written now.
        height: The lines of the screen; where they are few the marks need them.
    """

    def draw(width: int) -> list[Content]:
        keys = flow(_letters(key_for), width) if height >= _LOW else []
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
            if words and height >= _HIGH
        ]
        blocks = [block for block in (lines, keys) if block]
        return [line for block in blocks for line in (Content(""), *block)]

    return draw


def not_sealed(dossier: Dossier) -> str:
    """Return what keeps the preparation from being sealed; empty where it is."""
    if dossier.negotiation.is_sealed:
        return ""
    missing = [LACKING.get(name, name) for name in dossier.missing()]
    more = len(missing) - SHOWN_MISSING
    said = "; ".join(missing[:SHOWN_MISSING]) + (f"; {more} more" if more > 0 else "")
    return f"Not sealed: {said}." if said else "Not sealed."


def _winning(
    dossier: Dossier, look: Look, width: int, most: int | None = None
) -> list[Content]:
    sealed = dossier.negotiation.prep_sealed_at
    when = f", sealed {say_date(sealed.date(), look.today)}" if sealed else ""
    lines: list[Content] = []
    for label, words in _sides(dossier, look):
        room = width - _LABEL
        wrapped = wrap(words, room)
        if most is not None and len(wrapped) > most:
            rest = " ".join(line.plain for line in wrapped[most - 1 :])
            wrapped[most - 1 :] = [Content(cut(rest, room, look.glyphs.ellipsis))]
        for number, line in enumerate(wrapped):
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


def _dense(lines: list[Content]) -> list[Content]:
    """Return a section without the blank line under its heading."""
    return [*lines[:1], *lines[2:]]


def _legend(key_for: Callable[[str], str]) -> list[Content]:
    """Return the letters, slip beside handled, and what lists every tag."""
    *letters, more = _letters(key_for)
    pairs = zip(letters[::2], letters[1::2], strict=True)
    lines = [Content.assemble(slip.pad_right(_pad(slip)), held) for slip, held in pairs]
    return [*lines, Content.assemble(more, (" tags", "$ink"))]


def _letters(key_for: Callable[[str], str]) -> list[Content]:
    said = [(id_of(letter, Actor.ME), KEY_WORDS[letter]) for letter in ASKED]
    return [
        Content.assemble((key_for(id_), "bold $key"), (f" {word}", "$ink"))
        for id_, word in (*said, ("live_more", "more"))
    ]


def _pad(content: Content) -> int:
    return max(_KEY - content.cell_length, 1)
