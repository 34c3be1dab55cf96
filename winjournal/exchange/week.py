"""One ISO week as a page: its review, its vow and what was negotiated in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from winjournal.domain.dossier import Dossier
from winjournal.domain.weeks import Week
from winjournal.domain.writing import Entry, InboxLine, Link, Vow, WeekReview
from winjournal.exchange.blocks import items, said, section, typed
from winjournal.exchange.bodies import own_markdown
from winjournal.exchange.literal import heading, literal, literal_lines
from winjournal.exchange.markdown import negotiation_markdown, page, told
from winjournal.exchange.values import at_offset
from winjournal.exchange.writings import entries_section, lines_section, seals_section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from winjournal.exchange.front import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPage:
    """Everything that belongs to a week; all but the week itself may be missing.

    Attributes:
        vow: The one that this week's review made.
        standing: The one made before, which stood this week.
        kept, tested: How often it was kept of how often its IF came.
        deals: The negotiations of the week, in the order to print.
        entries: Those that belong to none of the deals.
        links: The week's own chain of seals.
    """

    week: Week
    review: WeekReview | None = None
    vow: Vow | None = None
    standing: Vow | None = None
    kept: int = 0
    tested: int = 0
    deals: tuple[Dossier, ...] = ()
    entries: tuple[Entry, ...] = ()
    lines: tuple[InboxLine, ...] = ()
    links: tuple[Link, ...] = ()


def week_markdown(
    about: WeekPage,
    *,
    level: int = 1,
    front_matter: bool = True,
    hidden: Sequence[str] = (),
) -> str:
    """Return one week, whole: the review first, then its negotiations.

    Args:
        about: The week with all that belongs to it.
        level: Level of its heading, 1 to 6.
        front_matter: Whether it stands in a file of its own.
        hidden: What was taken out of it before, for the front matter.
    """
    below = level + 1
    deals = (
        negotiation_markdown(deal, level=below, front_matter=False).rstrip("\n")
        for deal in about.deals
    )
    blocks = [
        heading(_title(about.week), level),
        *_review_sections(about, below),
        *deals,
        *entries_section(about.entries, below),
        *lines_section(about.lines, below),
        *seals_section(about.links, below),
    ]
    front = {**_front(about), **told(hidden)}
    return page(blocks, front if front_matter else None)


def _title(week: Week) -> str:
    return f"Week {week.week} of {week.year}"


def _front(about: WeekPage) -> dict[str, Value]:
    sealed = about.review.sealed_at if about.review else None
    return {
        "title": _title(about.week),
        "week": str(about.week),
        "from": about.week.monday,
        "to": about.week.sunday,
        "sealed": at_offset(sealed) if sealed else None,
        "tags": ["winjournal", "week"],
    }


def _review_sections(about: WeekPage, level: int) -> list[str]:
    review = about.review
    vows = section(
        "Vow",
        level,
        [items(_vow("Stood this week", about.standing), _tests(about)),
         items(_vow("For the week after", about.vow))],
    )  # fmt: skip
    if review is None:
        return vows
    answered = review.prompt_id or review.answer
    lines = items(
        typed("The week in one sentence", review.sentence),
        said("Talks not logged", review.unlogged, str),
        typed("Prompt", review.prompt_id) if answered else None,
        typed("Question", review.prompt_text),
        typed("Answer", review.answer),
        _sealed(review),
    )
    reflection = own_markdown(review.reflection, level)
    return [*section("Review", level, [lines, reflection]), *vows]


def _sealed(review: WeekReview) -> str | None:
    if review.sealed_at is None:
        return None
    digest = f", SHA-256 {literal(review.hash)}" if review.hash else ""
    return f"Sealed: {at_offset(review.sealed_at)}{digest}"


def _vow(label: str, vow: Vow | None) -> str | None:
    if vow is None:
        return None
    cue, deed = literal_lines(vow.cue, "  "), literal_lines(vow.deed, "  ")
    retired = f" (retired {vow.retired_on})" if vow.retired_on else ""
    return f"{label}: IF {cue} THEN {deed}{retired}"


def _tests(about: WeekPage) -> str | None:
    if about.standing is None:
        return None
    return f"Kept {about.kept} of {about.tested} times that the IF came"
