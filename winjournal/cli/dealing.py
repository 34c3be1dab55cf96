"""`wj seal`, `wj share` and `wj offer`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.cli.call import is_there
from winjournal.cli.ids import deal_meant, deal_named
from winjournal.cli.output import Span
from winjournal.domain.edge import clean_text
from winjournal.domain.errors import NotFound, NotUnderstood
from winjournal.domain.ids import short_id
from winjournal.domain.say_dates import say_day, say_time
from winjournal.domain.short_lines import read_offer, say_offer
from winjournal.domain.tags import Actor

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from winjournal.cli.call import Call
    from winjournal.domain.dossier import Dossier
    from winjournal.services.journal import Journal


def run_seal(call: Call) -> int:
    """Seal a preparation.

    Raises:
        NotFound: There is no such negotiation, or it is not clear which.
        Sealed: It is sealed already.
        Invalid: Something required is missing.
    """
    journal, dossier = _meant(call)
    sealed = journal.deals.seal(dossier.negotiation.id)
    how = "in time" if sealed.sealed_in_time else "after the talk began"
    call.out.line(f"sealed  {_line(sealed.title)}  {how}  {sealed.prep_hash}")
    call.out.note("wj undo takes the seal back within ten minutes.")
    return 0


def add_share(parser: ArgumentParser) -> None:
    """Add the options of `wj share`."""
    parser.add_argument("--theirs", action="store_true", help="they told me theirs")


def run_share(call: Call) -> int:
    """Date that a winning was told, now.

    Raises:
        NotFound: There is no such negotiation, or it is not clear which.
        Invalid: There is no winning yet.
    """
    journal, dossier = _meant(call)
    owner = Actor.THEM if call.args.theirs else Actor.ME
    told = journal.deals.share(dossier.negotiation.id, owner)
    at = told.shared_at or call.now
    name = _line(dossier.counterparty.name)
    who = f"{name} told you" if call.args.theirs else f"told {name}"
    when = f"{say_day(at.date())} {say_time(at)}"
    call.out.line(f"{who}  {when}  {_line(told.text)}")
    return 0


def add_offer(parser: ArgumentParser) -> None:
    """Add the options of `wj offer`."""
    parser.add_argument("--in", dest="deal", metavar="NAME", help="the negotiation")


def run_offer(call: Call) -> int:
    """Write down an offer in the negotiation that is live, or that is named.

    Raises:
        NotUnderstood: There is neither an amount nor a word.
        NotFound: There is no such negotiation, or it is not clear which.
    """
    said = _line(" ".join(call.words))
    if not said:
        raise NotUnderstood("An offer is an amount or a few words.")
    journal = _opened(call)
    ref = call.args.deal
    dossier = journal.deals.read(
        deal_named(journal, ref) if ref else deal_meant(journal, None)
    )
    deal = dossier.negotiation
    line = read_offer(said, deal.terms, dossier.counterparty.name)
    offer = journal.deals.offer(deal.id, line.by, line.amount, line.text)
    call.out.line(
        Span(short_id(offer.id), "faint"),
        f"  {_line(deal.title)}  {say_offer(line, deal.terms)}",
    )
    return 0


def _meant(call: Call) -> tuple[Journal, Dossier]:
    journal = _opened(call)
    named = " ".join(call.words)
    id_ = deal_named(journal, named) if named else deal_meant(journal, None)
    return journal, journal.deals.read(id_)


def _opened(call: Call) -> Journal:
    if not is_there(call.paths.journal):
        raise NotFound("There is no negotiation yet.", "wj new starts one.")
    return call.writing()


def _line(text: str) -> str:
    return clean_text(text, one_line=True).text
