"""What a block says in words, with what stands for, against and beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.content import Content

from winjournal.domain.answers import beside
from winjournal.domain.statements_after import READ_THEN
from winjournal.ui.text import cut, fit, plain, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from winjournal.domain.panels import Answered
    from winjournal.domain.report import Block, Report
    from winjournal.ui.look import Look
    from winjournal.ui.veil import Veil

_FEWER = ((3, 99), (2, 99), (1, 99), (1, 40), (1, 24), (1, 12), (1, 6))
"""How many are named for and against, and in how many cells, until it is one line."""

DOUBT = "Could be wrong because"

_FIGURE = re.compile(r"\d")


def has_figure(text: str) -> bool:
    """Whether words of the report hold a figure, to be hidden where none is wanted."""
    return _FIGURE.search(text) is not None


def block_lines(
    report: Report, block: Block, look: Look, width: int, *, figures: bool = True
) -> list[Content]:
    """Return what one block says, what stands for and against, and its doubts.

    All but the statement itself takes one line: the rest is one key away.

    Args:
        report: The block's.
        block: Which.
        look: How things are shown.
        width: The room in cells.
        figures: Whether figures are said; without them facts and questions are left.
    """
    veil = look.veil
    lines = statement_lines(block, look, width) if figures else []
    said = beside(report.answered, block.step)
    lines += [fit(answer_words(one, veil, figures), width) for one in said[:1]]
    named = evidence_line(block, report.titles, look, width, figures=figures)
    if named:
        lines.append(named)
    if figures:
        lines.append(_doubts(block, look, width))
    else:
        lines.append(fit(plain(veil.words(block.question), "$ink-soft"), width))
    return lines


def statement_lines(block: Block, look: Look, width: int) -> list[Content]:
    """Return a block's statement, with what is lacking for more."""
    parts = [plain(look.veil.words(block.sentence), "$ink")]
    for more in (block.caution, block.more_needed):
        if more:
            parts.append(plain(f"  {more}", "$ink-soft"))
    return wrap(Content.assemble(*parts), width)


def answer_words(one: Answered, veil: Veil, figures: bool) -> Content:
    """Return what was said to a statement, and how it read where it reads no more."""
    words = one.words[0].upper() + one.words[1:]
    if figures and not one.same:
        words += f". {READ_THEN.format(sentence=one.sentence)}"
    return plain(veil.people(words), "$ink")


def doubts_of(block: Block, *, figures: bool = True) -> list[str]:
    """Return why a block could be wrong; without figures what needs none."""
    return [x for x in block.wrong_because if figures or not has_figure(x)]


def _doubts(block: Block, look: Look, width: int) -> Content:
    room = width - len(DOUBT) - 2
    said = [look.veil.words(doubt) for doubt in doubts_of(block)]
    words = fitting(said, room, ";", joined="")
    line = Content.assemble((f"{DOUBT}  ", "$ink-soft"), plain(words))
    return fit(line, width, look.glyphs.ellipsis)


def evidence_line(
    block: Block, titles: dict[str, str], look: Look, width: int, *, figures: bool
) -> Content | None:
    """Return the latest entries for and against, as many as stand in one line."""
    pairs = [("For", block.for_deals), ("Against", block.against_deals)]
    sides = [(label, ids) for label, ids in pairs if ids]
    if not sides:
        return None
    line = Content("")
    for count, longest in _FEWER:
        found = [
            Content.assemble(
                (f"{label}  ", "$ink-soft"),
                _named(ids, titles, look, count, longest, figures=figures),
            )
            for label, ids in sides
        ]
        line = Content("    ").join(found)
        if line.cell_length <= width:
            break
    return fit(line, width, look.glyphs.ellipsis)


def _named(
    ids: tuple[str, ...],
    titles: dict[str, str],
    look: Look,
    count: int,
    longest: int,
    *,
    figures: bool,
) -> Content:
    between = f" {look.glyphs.between} "
    shown = [
        cut(look.veil.words(titles.get(id_, "")), longest, look.glyphs.ellipsis)
        for id_ in reversed(ids[-count:])
    ]
    left = len(ids) - len(shown)
    more = [f"{left} more" if figures else "more"] if left else []
    return plain(between.join([*shown, *more]))


def fitting(parts: Iterable[str], room: int, between: str, *, joined: str = " ") -> str:
    """Return as many parts as fit whole into so many cells, in their order.

    Args:
        parts: The first is taken in any case.
        room: The cells there are.
        between: Stands between two parts.
        joined: Stands before that; after it is a blank.
    """
    line = ""
    for part in parts:
        longer = f"{line}{joined}{between} {part}" if line else part
        if line and len(longer) > room:
            break
        line = longer
    return line
