"""What stands round the six blocks of the report: repairs, ageing, ratings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.ids import short_id
from winjournal.domain.mended import say_mended
from winjournal.domain.statements_after import FELL, KNEW, RATED_HIGH, RATED_LOW
from winjournal.exchange.blocks import items, section
from winjournal.exchange.literal import literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from winjournal.domain.panels import Aged, Disagreement
    from winjournal.domain.report import Report

_WIDEST = ("Mine met more", "Theirs met more", "Less pleased than I thought",
           "More pleased than I thought")  # fmt: skip


def mended(report: Report) -> str:
    """Return the line that stands above all else: repairs and recovery."""
    return items(*map(literal, say_mended(report.mended)))


def landings(report: Report) -> str:
    """Return how far both sides' criteria were met, and the widest gaps either way."""
    found, titles = report.landings, report.titles
    lists = (found.mine_more, found.theirs_more, found.less_pleased, found.more_pleased)
    return items(
        *map(literal, found.lines),
        *(named(label, ids, titles) for label, ids in zip(_WIDEST, lists, strict=True)),
    )


def panels(report: Report, level: int) -> list[str]:
    """Return the sections on how deals look later and on one's own ratings."""
    ageing, titles = report.ageing, report.titles
    later = items(
        *map(_aged, ageing.groups),
        *map(literal, ageing.lines),
        named(FELL, ageing.fell_ids, titles),
        named(KNEW, ageing.knew_ids, titles),
    )
    rated = items(
        *_rated(RATED_HIGH, report.self_rated.high, titles),
        *_rated(RATED_LOW, report.self_rated.low, titles),
    )
    again = items(*map(literal, report.reread.lines))
    return [
        *section("Later", level, [later]),
        *section("Rated against marked", level, [rated]),
        *section("Rated again", level, [again]),
    ]


def named(label: str, ids: Sequence[str], titles: dict[str, str]) -> str | None:
    """Return negotiations under a label, the latest first; None without any."""
    if not ids:
        return None
    said = (f"{literal(titles[id_])} ({short_id(id_)})" for id_ in reversed(ids))
    return f"{label}: {', '.join(said)}"


def _aged(group: Aged) -> str:
    told = len(group.held_ids) + len(group.failed_ids)
    again = len(group.again_ids) + len(group.not_again_ids)
    said = [f"looked back {len(group.answered_ids)} of {len(group.due_ids)}"]
    said += [f"held up {len(group.held_ids)} of {told}"] if told else []
    said += [f"would deal again {len(group.again_ids)} of {again}"] if again else []
    return literal(f"{group.ended}, after {group.day} days: {', '.join(said)}")


def _rated(
    label: str, found: Iterable[Disagreement], titles: dict[str, str]
) -> Iterable[str]:
    for one in found:
        where = f"{literal(titles[one.id])} ({short_id(one.id)})"
        yield f"{label}: {where}, {one.step.value} {one.rating} of 7"
