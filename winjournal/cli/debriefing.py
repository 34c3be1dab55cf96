"""`wj debrief`: what was answered and what is missing; answers, and the seal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.cli.call import is_there
from winjournal.cli.editing import rewrite
from winjournal.cli.ids import deal_meant, deal_named, deal_of_any_age
from winjournal.cli.output import Span
from winjournal.domain.edge import clean_text, quoted
from winjournal.domain.errors import NotFound, NotUnderstood
from winjournal.domain.field_page import name_on_page
from winjournal.services.debriefs import missing_in
from winjournal.services.forms.fields import OF_A_DEBRIEF
from winjournal.services.forms.sheets import debrief_sheet

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from winjournal.cli.call import Call
    from winjournal.domain.dossier import Dossier
    from winjournal.services.forms.sheets import TextSheet
    from winjournal.services.journal import Journal

_OPTION = {
    "outcome": "--outcome",
    "what was agreed": "--number",
    "last offer": "--number",
    "below the line": "--below-line",
    "criteria": "--met N=X",
    "what they will say": "--their-sat-pred",
    "my win changed": "--my-win-changed",
    "their win changed": "--their-win-changed",
    "information": "--info-gap",
    "moments reviewed": "--moments-reviewed",
    "my satisfaction": "--my-sat",
    "the five steps": "--step-trust ...",
}
"""What is missing to the option that answers it."""

_OPTIONS = {name: takes for name, takes in OF_A_DEBRIEF.items() if takes}


def add_debrief(parser: ArgumentParser) -> None:
    """Add the options of `wj debrief`."""
    add = parser.add_argument
    add("-e", "--edit", action="store_true", help="answer in your editor")
    add("--seal", action="store_true", help="seal it once nothing is missing")
    add("--plain", action="store_true", help="no pager, no colour")
    for name, takes in _OPTIONS.items():
        add(f"--{name_on_page(name)}", dest=name, metavar="X", help=takes)
    add("--met", action="append", metavar="N=X",
        help="criterion N was met 0, 0.5 or 1; may be given again")  # fmt: skip


def run_debrief(call: Call) -> int:
    """Show a debrief, answer it, or seal it.

    Raises:
        NotFound: There is no such negotiation, or it is not clear which.
        Sealed: It is sealed already.
        Invalid: An answer is none, or one is missing for the seal.
    """
    args, sets = call.args, _answers(call.args)
    if args.edit and sets:
        raise NotUnderstood("-e and answers are two ways.", "Choose one.")
    writes = bool(args.edit or sets or args.seal) and is_there(call.paths.journal)
    journal = call.writing() if writes else call.reading()
    if journal is None:
        raise NotFound("There is no negotiation yet.", "wj new starts one.")
    deal = _meant(call, journal)
    if args.edit or sets:
        rewrite(call, journal, debrief_sheet(journal, deal, call.now), sets)
    if args.seal:
        journal.debriefs.seal(deal)
        call.out.note("wj undo takes the seal back within ten minutes.")
    _show(call, journal, journal.deals.read(deal))
    return 0


def _meant(call: Call, journal: Journal) -> str:
    """Return the negotiation that was named, else the one that waits for a debrief."""
    words = " ".join(call.words)
    if words:
        try:
            return deal_named(journal, words)
        except NotFound:
            return deal_of_any_age(journal, words)
    live = journal.reading.live()
    waiting = journal.reading.today().under_way if live is None else ()
    talked = [deal.id for deal in waiting if deal.talked]
    return talked[0] if len(talked) == 1 else deal_meant(journal, None)


def _answers(args: Namespace) -> list[str]:
    """Return what was answered as `FIELD=TEXT`.

    Raises:
        NotUnderstood: `--met` names no criterion.
    """
    sets = [
        f"{name}={getattr(args, name)}"
        for name in _OPTIONS
        if getattr(args, name) is not None
    ]
    for given in args.met or ():
        number, equals, answer = given.partition("=")
        if not equals or not number.isdecimal():
            raise NotUnderstood(
                f"--met {quoted(given)} names no criterion.", "As in --met 1=0.5."
            )
        sets.append(f"met_{number}={answer}")
    return sets


def _show(call: Call, journal: Journal, dossier: Dossier) -> None:
    """Say what was answered, in the order asked, and what is missing."""
    sheet = debrief_sheet(journal, dossier.negotiation.id, call.now)
    missing = missing_in(dossier)
    sealed = dossier.debrief.sealed_at if dossier.debrief else None
    if call.args.json:
        call.out.json(
            {
                "negotiation_id": dossier.negotiation.id,
                "title": dossier.negotiation.title,
                "sealed_at": sealed,
                "answers": {name: text or None for name, text in sheet.values.items()},
                "missing": list(missing),
            }
        )
        return
    call.out.line(
        Span(_line(dossier.negotiation.title), "bold"),
        f"  {_line(dossier.counterparty.name)}  debrief{', sealed' if sealed else ''}",
    )
    criteria = dict(sheet.parts)
    for field, text in sheet.values.items():
        name = name_on_page(field)
        of = f"  {_line(criteria[name])}" if name in criteria else ""
        if text:
            call.out.line(Span(f"{name:<18}", "faint"), _line(text), Span(of, "faint"))
    if not sealed:
        _say_missing(call, missing, sheet)


def _say_missing(call: Call, missing: Sequence[str], sheet: TextSheet) -> None:
    """Say what is still to be answered, with the option that answers it."""
    if not missing:
        call.out.line("Nothing is missing; --seal seals it.")
        return
    call.out.line("still to answer:")
    for what in missing:
        call.out.line(Span(f"  {_OPTION[what]:<22}", "faint"), what)
        for name, words in sheet.parts if what == "criteria" else ():
            if not sheet.values[name.replace("-", "_")]:
                call.out.line(Span(f"    {name:<20}", "faint"), _line(words))


def _line(text: str) -> str:
    return clean_text(text, one_line=True).text
