"""`wj lookback` and `wj outside`: how a deal looks later, and to others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.cli.call import is_there
from winjournal.cli.columns import Cell, say_table
from winjournal.cli.ids import deal_of_any_age
from winjournal.cli.output import Span
from winjournal.domain.edge import clean_text
from winjournal.domain.errors import NotFound, NotUnderstood
from winjournal.domain.ids import short_id
from winjournal.domain.later import SKIPS_MAX, SatSource
from winjournal.domain.say_dates import say_due
from winjournal.domain.then_and_now import then_and_now

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from winjournal.cli.call import Call
    from winjournal.domain.dossier import Dossier
    from winjournal.domain.later import FollowUp
    from winjournal.services.journal import Journal

_SATS = frozenset("1234567")


def add_lookback(parser: ArgumentParser) -> None:
    """Add the options of `wj lookback`."""
    parser.add_argument(
        "--skip", action="store_true", help="put the next one off by a week"
    )


def run_lookback(call: Call) -> int:
    """List what waits, show one deal then and now, or put its next look back off.

    Raises:
        NotFound: There is no such negotiation, or nothing waits there.
    """
    if not call.words:
        return _list(call)
    skip = call.args.skip
    journal = _opened(call) if skip else call.reading()
    if journal is None:
        raise NotFound("Nothing is written yet.")
    dossier = journal.deals.read(deal_of_any_age(journal, " ".join(call.words)))
    if skip:
        return _skip(call, journal, dossier)
    if call.args.json:
        call.out.json(dossier.follow_ups)
        return 0
    call.out.line(Span(_line(dossier.negotiation.title), "bold"))
    today = call.now.date()
    for one in dossier.follow_ups:
        call.out.line()
        call.out.line(Span(f"{one.day} days on, {_when(one, call)}", "faint"))
        for row in then_and_now(one, dossier, today) if one.answered_at else ():
            call.out.line(f"{row.what:<24}{row.then:<16}{row.now:<16}{row.shift}")
    if not dossier.follow_ups:
        call.say_nothing("No look back is planned there.")
    return 0


def _list(call: Call) -> int:
    journal = call.reading()
    due = journal.reading.today().due if journal else ()
    waiting = [one for one in due if one.kind.value == "look back"]
    if call.args.json:
        call.out.json(waiting)
    elif waiting:
        today = call.now.date()
        rows: list[tuple[Cell, ...]] = [
            (say_due(one.on, today), one.text, Span(short_id(one.id), "faint"))
            for one in waiting
        ]
        say_table(call.out, rows, give=1)
    else:
        call.say_nothing("No look back is due.")
    return 0


def _skip(call: Call, journal: Journal, dossier: Dossier) -> int:
    waits = [
        one
        for one in dossier.follow_ups
        if one.answered_at is None and one.skipped < SKIPS_MAX
    ]
    if not waits:
        raise NotFound("No look back waits there.")
    skipped = journal.later.skip(waits[0])
    today = call.now.date()
    said = (
        "it is not asked again"
        if skipped.skipped >= SKIPS_MAX
        else f"asked again {say_due(skipped.due, today)}"
    )
    call.out.line(f"put off  {_line(dossier.negotiation.title)}  {said}")
    return 0


def _when(one: FollowUp, call: Call) -> str:
    today = call.now.date()
    if one.answered_at is not None:
        return f"answered {say_due(one.answered_at.date(), today)}"
    return "dropped" if one.skipped >= SKIPS_MAX else say_due(one.due, today)


def add_outside(parser: ArgumentParser) -> None:
    """Add the options of `wj outside`."""
    add = parser.add_argument
    add("--note", action="store_true", help="print the note that asks them")
    add("--asked", action="store_true", help="date that they were asked, now")
    add("--witness", action="store_true", help="a witness, not the other side")
    hows = [source.value for source in SatSource]
    add("--source", choices=hows, default=hows[0], metavar="HOW", help=", ".join(hows))


def run_outside(call: Call) -> int:
    """Print the note, date that it was sent, take the answer, or show it.

    Raises:
        NotUnderstood: No negotiation is named.
        NotFound: There is no such negotiation.
        Invalid: The answer is out of range.
    """
    if not call.words:
        raise NotUnderstood("No negotiation is named.", "wj help outside shows how.")
    args, by = call.args, "witness" if call.args.witness else "them"
    rest = call.words[1:]
    if not (rest or args.asked):
        return _show_outside(call, by)
    journal = _opened(call)
    id_ = deal_of_any_age(journal, call.words[0])
    if args.note:
        call.out.text(journal.outside.note(id_, by))
    if args.asked:
        journal.outside.ask(id_, by)
        call.out.line(f"asked  {_line(journal.reading.titles([id_])[id_])}")
    if rest:
        sat = int(rest[0]) if rest[0] in _SATS else None
        words = _line(" ".join(rest[1:] if sat else rest)) or None
        source = SatSource(args.source)
        journal.outside.receive(id_, by=by, sat=sat, words=words, source=source)
        is_shown = journal.deals.read(id_).may_show_words
        call.out.line(
            "written down" if is_shown else "kept until your own scores are in"
        )
    return 0


def _show_outside(call: Call, by: str) -> int:
    journal = call.reading()
    if journal is None:
        raise NotFound("Nothing is written yet.")
    id_ = deal_of_any_age(journal, call.words[0])
    if call.args.note:
        call.out.text(journal.outside.note(id_, by))
        return 0
    dossier = journal.deals.read(id_)
    shown = dossier.without_words().outside_views
    if call.args.json:
        call.out.json(shown)
    elif not shown:
        call.say_nothing("Nobody was asked yet; --note prints a note to send.")
    elif not dossier.may_show_words:
        call.say_nothing("It is shown once your own scores are in; wj debrief asks.")
    for view in shown if dossier.may_show_words and not call.args.json else ():
        who = _line(dossier.counterparty.name) if view.by == "them" else "a witness"
        sat = f"{view.sat} of 7" if view.sat else "no number"
        said = sat if view.received_at else "no answer yet"
        call.out.line(f"{who}  {said}  {_line(view.words or '')}".rstrip())
    return 0


def _opened(call: Call) -> Journal:
    if not is_there(call.paths.journal):
        raise NotFound("There is no negotiation yet.", "wj new starts one.")
    return call.writing()


def _line(text: str) -> str:
    return clean_text(text, one_line=True).text
