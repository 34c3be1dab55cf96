"""`wj prep` and `wj brief`: a preparation as text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from winjournal.cli.ids import deal_meant, deal_named
from winjournal.domain.brief import Brief, brief_of
from winjournal.domain.errors import NotFound, NotUnderstood
from winjournal.exchange.brief import brief_markdown, brief_text
from winjournal.files import write_atomic
from winjournal.services.saying import LACKING

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from winjournal.cli.call import Call
    from winjournal.domain.dossier import Dossier

_STDOUT = "-"
_MARKDOWN = ".md"


def add_prep(parser: ArgumentParser) -> None:
    """Add the options of `wj prep`."""
    parser.add_argument("--plain", action="store_true", help="no pager")


def add_brief(parser: ArgumentParser) -> None:
    """Add the options of `wj brief`."""
    add = parser.add_argument
    add("--plain", action="store_true", help="text of 72 columns, no pager")
    add("--markdown", action="store_true", help="Markdown")
    add("-o", "--output", metavar="FILE", help="a file, or - for stdout")
    add("--force", action="store_true", help="replace the file that is there")


def run_prep(call: Call) -> int:
    """Show the five steps of a preparation, and what it lacks to be sealed.

    Raises:
        NotFound: There is no such negotiation, or it is not clear which.
    """
    dossier, brief = _found(call, whole=True)
    if call.args.json:
        call.out.json(brief)
        return 0
    call.out.text(brief_text(brief, lines=None))
    deal = dossier.negotiation
    if deal.is_open and not deal.is_sealed:
        missing = [LACKING.get(name, name) for name in dossier.missing()]
        call.out.line()
        call.out.line(
            f"Before it can be sealed: {'; '.join(missing)}."
            if missing
            else "Nothing is missing to seal it."
        )
    return 0


def run_brief(call: Call) -> int:
    """Show a preparation on one page, or write it to a file.

    Raises:
        NotFound: There is no such negotiation, or it is not clear which.
        NotUnderstood: Options that do not go together.
        CannotCreate: The file is there already.
    """
    args = call.args
    if args.plain and args.markdown:
        raise NotUnderstood("--plain and --markdown are two forms.", "Choose one.")
    _, brief = _found(call)
    place = args.output if args.output != _STDOUT else None
    if args.json and place is None:
        call.out.json(brief)
        return 0
    wants_markdown = args.markdown or (
        not args.plain and place is not None and place.lower().endswith(_MARKDOWN)
    )
    text = brief_markdown(brief) if wants_markdown else brief_text(brief)
    if place is None:
        call.out.text(text)
    else:
        write_atomic(Path(place), text, args.force)
        call.out.note(f"Written: {place}.")
    return 0


def _found(call: Call, *, whole: bool = False) -> tuple[Dossier, Brief]:
    """Return the negotiation that was named, and its page.

    Raises:
        NotFound: There is none, or it is not clear which.
    """
    journal = call.reading()
    if journal is None:
        raise NotFound("There is no negotiation yet.", "wj new starts one.")
    words = " ".join(call.words)
    id_ = deal_named(journal, words) if words else deal_meant(journal, None)
    dossier = journal.deals.read(id_)
    known = journal.before.of(
        dossier.counterparty.name,
        kind=dossier.negotiation.kind,
        trigger=dossier.negotiation.ego_risk,
        negotiation_id=id_,
    )
    return dossier, brief_of(dossier, known, call.now.date(), whole=whole)
