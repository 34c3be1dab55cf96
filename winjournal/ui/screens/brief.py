"""A preparation on one page, to be read before one goes in."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from winjournal.domain.brief import Brief, brief_of
from winjournal.domain.ids import short_id
from winjournal.exchange.brief import brief_markdown
from winjournal.ui.bindings import bindings_for
from winjournal.ui.copying import copy_text
from winjournal.ui.living import LivingScreen
from winjournal.ui.screens.deal_side import section
from winjournal.ui.text import plain, wrap
from winjournal.ui.widgets.heading import Heading
from winjournal.ui.widgets.leaf import Leaf
from winjournal.ui.widgets.side import Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from winjournal.domain.brief import BriefLine
    from winjournal.services.journal import Journal
    from winjournal.ui.subject import Subject
    from winjournal.ui.veil import Veil

_LABEL = 20
_NARROW = 60


class BriefScreen(LivingScreen):
    """One page: both sides' winning, value, terms, the line, lessons.

    Args:
        negotiation_id: Whose; None where the page is given.
        page: What a form holds that is not saved.
    """

    NAME = "brief"
    IN_ROOM = "journal"
    HELP = (
        "The preparation on one page. It is copied as it is seen, and written as "
        "Markdown or printed by wj brief."
    )
    AUTO_FOCUS = "#page"
    FOOTER = ("export", "copy", "discreet", "help", "back")
    BINDINGS: ClassVar[list[BindingType]] = bindings_for("brief")

    def __init__(self, negotiation_id: str | None, page: Brief | None = None) -> None:
        super().__init__()
        self._which, self._page = negotiation_id, page

    def compose_body(self) -> ComposeResult:
        """Yield the title and the page."""
        yield Heading("", name=True, id="brief-title")
        with Side(id="page"):
            yield Leaf(id="brief")

    def reload(self) -> None:
        """Ask for the page, unless it is one that is not saved."""
        if self._which is None:
            self._show(self._page)
        else:
            which = self._which
            self.app.desk.ask(
                lambda j: read_brief(j, which), self._show, latest="brief"
            )

    def action_copy(self) -> None:
        """Copy the page as it is seen."""
        if self._page is not None:
            lines = brief_lines(self._page, self.app.veil, 72)
            title, aside = _title(self._page, self.app.veil)
            text = "\n".join([title, aside, "", *(line.plain for line in lines)])
            which = self._which
            where = f"wj brief {short_id(which)}" if which else "the export"
            copy_text(self.app, text.rstrip() + "\n", where)

    def export_subject(self) -> Subject | None:
        """Return the page as Markdown."""
        from winjournal.ui.subject import Subject

        if self._page is None:
            return None
        return Subject(
            name=f"{self._page.title} brief", page=brief_markdown(self._page)
        )

    def _show(self, page: Brief | None) -> None:
        if page is None:
            return
        self._page = page
        veil = self.app.veil
        self.query_one("#brief-title", Heading).say(*_title(page, veil))
        self.query_one("#brief", Leaf).show(
            lambda width: brief_lines(page, veil, width)
        )


def read_brief(journal: Journal, negotiation_id: str) -> Brief:
    """Return the page of a negotiation as it is written.

    Raises:
        NotFound: There is none.
    """
    dossier = journal.deals.read(negotiation_id)
    known = journal.before.of(
        dossier.counterparty.name,
        kind=dossier.negotiation.kind,
        trigger=dossier.negotiation.ego_risk,
        negotiation_id=negotiation_id,
    )
    return brief_of(dossier, known, journal.clock.now().date())


def brief_lines(page: Brief, veil: Veil, width: int) -> list[Content]:
    """Return the page at a width, as it may be seen."""
    if not page.parts:
        return [Content.styled("Nothing is prepared yet.", "$ink-soft")]
    return [
        line
        for part in page.parts
        for line in section(
            part.title,
            [x for one in part.lines for x in _lines(one, page.person, veil, width)],
        )
    ]


def _title(page: Brief, veil: Veil) -> tuple[str, str]:
    title = veil.words(page.title, page.person)
    return title, f"with {veil.name(page.person)}; {page.aside}"


def _lines(line: BriefLine, person: str, veil: Veil, width: int) -> Iterator[Content]:
    indent = _LABEL if width >= _NARROW else 2
    label = plain(veil.words(line.label, person), "$ink-soft")
    text = plain(veil.words(line.text, person), "$ink")
    aside = plain(veil.people(line.aside, person), "$ink-soft")
    if line.is_part:
        parts = [label, text, aside]
        said, first = Content("  ").join(p for p in parts if p), Content("")
        indent += 2
    else:
        said = Content("  ").join(p for p in (text, aside) if p)
        first = label
    shown = wrap(said, width - indent) if said else []
    if first and (width < _NARROW or first.cell_length >= indent or not shown):
        yield from wrap(first, width)
        first = Content("")
    for number, one in enumerate(shown):
        head = first if number == 0 else Content("")
        yield Content.assemble(head, " " * (indent - head.cell_length), one)
