"""The verbs that write and can be undone: `new`, `tag`, `end`, `rm`, `undo`, `redo`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from winjournal.cli.call import is_there
from winjournal.cli.ids import NEGOTIATION, deal_meant, deal_named, resolve
from winjournal.cli.output import Span
from winjournal.cli.tagging import read_key
from winjournal.domain.dates import read_date_strictly
from winjournal.domain.edge import clean_text, quoted
from winjournal.domain.errors import NotFound, NotUnderstood
from winjournal.domain.ids import short_id
from winjournal.domain.negotiation import Sphere
from winjournal.domain.own_tags import TAKEN
from winjournal.domain.say_dates import say_day, say_time
from winjournal.domain.sittings import live_one, marks_of
from winjournal.domain.tags import Actor, Polarity, polarity_of
from winjournal.services.prep import Prep
from winjournal.services.saying import say_count

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Callable

    from winjournal.cli.call import Call
    from winjournal.domain.writing import Act
    from winjournal.services.journal import Journal


MANY = 5
"""Of more things than these a backup is made before they are deleted."""


def add_new(parser: ArgumentParser) -> None:
    """Add the options of `wj new`."""
    add = parser.add_argument
    add("--with", dest="person", metavar="NAME", help="the other side; needed")
    add("--sphere", choices=list(map(str, Sphere)),
        metavar="SPHERE", help=", ".join(map(str, Sphere)))  # fmt: skip
    add("--kind", metavar="WORDS", help="such as salary or vendor")
    add("--template", metavar="NAME", help="begin as salary, vendor, family, scope, or "
        "one of your own")  # fmt: skip


def run_new(call: Call) -> int:
    """Start a negotiation.

    Raises:
        NotUnderstood: Title or counterparty is missing or too long.
    """
    args = call.args
    if args.person is None:
        raise NotUnderstood("A negotiation needs another side.", "Add --with NAME.")
    prep = _begun(call, _line(" ".join(call.words)), _line(args.person))
    if args.sphere:
        prep = replace(prep, sphere=Sphere(args.sphere))
    if args.kind:
        prep = replace(prep, kind=_line(args.kind))
    if not prep.title:
        raise NotUnderstood("A negotiation needs a title.", "wj help new shows how.")
    deal = call.writing().deals.create(prep)
    call.out.line(Span(short_id(deal.id), "faint"), f"  {deal.title}  {prep.person}")
    return 0


def _begun(call: Call, title: str, person: str) -> Prep:
    """Return a preparation, as a template begins it where one was named.

    Raises:
        NotFound: There is no template of that name.
    """
    if call.args.template is None:
        return Prep(title=title, person=person)
    from winjournal.domain.templates import templates_of
    from winjournal.services.beginning import begun_by

    templates = templates_of(call.config.templates)
    template = templates.get(call.args.template.lower())
    if template is None:
        raise NotFound(
            f"There is no template {quoted(call.args.template)}.",
            f"There are {', '.join(templates)}.",
        )
    return begun_by(template, title=title, person=person, currency=call.config.currency)


def add_tag(parser: ArgumentParser) -> None:
    """Add the options of `wj tag`."""
    add = parser.add_argument
    add("--in", dest="deal", metavar="NAME", help="the negotiation; or last, or live")
    add("--at", metavar="WHEN", help="when it was; now without it")


def run_tag(call: Call) -> int:
    """Mark a moment in a negotiation: the live one unless another is named.

    A word such as `list` or `add` before it is about one's own tags instead.

    Raises:
        NotUnderstood: It is no tag, or the time is none.
        NotFound: There is no such negotiation.
    """
    if not call.words:
        raise NotUnderstood("There is no tag.", "wj help tags lists them.")
    if call.words[0] in TAKEN:
        from winjournal.cli.own_tags import run_own_tags

        return run_own_tags(call)
    key = read_key(call.words[0], call.own_tags)
    when = call.args.at
    at = read_date_strictly(when, call.now).at if when is not None else None
    if not is_there(call.paths.journal):
        raise NotFound("There is no negotiation yet.", "wj new starts one.")
    journal = call.writing()
    deal = deal_meant(journal, call.args.deal)
    note = _line(" ".join(call.words[1:])) or None
    moment = journal.marks.mark(
        deal, key.slug, key.actor, strength=key.strength, note=note, at=at
    )
    title = journal.reading.titles([deal]).get(deal, "")
    theirs = "their " if moment.actor is Actor.THEM else ""
    polarity = polarity_of(key.slug)
    kind = "" if polarity is Polarity.NEUTRAL else f" {polarity.value}"
    call.out.line(
        Span(short_id(moment.id), "faint"),
        f"  {say_day(moment.at.date())} {say_time(moment.at)}  {title}",
        f"  {theirs}{key.slug}{kind}",
    )
    return 0


def run_end(call: Call) -> int:
    """End the sitting that goes on.

    Raises:
        NotFound: None does, or not of the negotiation that was named.
    """
    if not is_there(call.paths.journal):
        raise NotFound("No sitting goes on.")
    journal = call.writing()
    named = deal_named(journal, " ".join(call.words)) if call.words else None
    deal = named or journal.reading.live()
    dossier = journal.deals.read(deal) if deal else None
    sitting = live_one(dossier.sittings) if dossier else None
    if dossier is None or sitting is None:
        raise NotFound("No sitting goes on.", "wj live begins one.")
    ended = journal.deals.end_sitting(sitting.id)
    until = ended.ended_at or call.now
    marks = say_count(len(marks_of(sitting, dossier.moments)), "mark")
    call.out.line(
        f"ended  {_line(dossier.negotiation.title)}  {say_day(ended.started_at.date())}"
        f" {say_time(ended.started_at)} to {say_time(until)}  {marks}"
    )
    if until < call.now:
        call.out.note("It was left on, so it ends with its last mark.")
    return 0


def add_rm(parser: ArgumentParser) -> None:
    """Add the options of `wj rm`."""
    parser.add_argument(
        "-y", "--yes", action="store_true", help="for scripts; nothing is asked anyway"
    )


def run_rm(call: Call) -> int:
    """Delete what the ids name; all of them are looked up before any goes.

    Raises:
        NotUnderstood: No id was given.
        NotFound: One of them is none.
    """
    if not call.words:
        raise NotUnderstood("There is no id.", "wj list shows ids.")
    if not is_there(call.paths.journal):
        raise NotFound("Nothing is written yet.")
    # What is filed now could not be told from what was asked to go.
    journal = call.writing(files_lines=False)
    found = dict.fromkeys(resolve(journal, ref) for ref in call.words)
    if len(found) > MANY:
        from winjournal.care import back_up_journal

        call.out.note(
            f"A backup is {back_up_journal(call.paths.journal, 'delete', call.now)}."
        )
    for table, id_ in found:
        _removal(journal, table)(id_)
        call.out.line("deleted  ", Span(short_id(id_), "faint"))
    call.out.note("wj undo brings it back.")
    return 0


def run_undo(call: Call) -> int:
    """Take back what was done last.

    Raises:
        NotFound: Nothing is left to undo.
        Conflict: It has changed since.
    """
    return _say_act(call, "undone", _history(call, "undo").history.undo())


def run_redo(call: Call) -> int:
    """Do again what was taken back last.

    Raises:
        NotFound: Nothing is left to redo.
        Conflict: It has changed since.
    """
    return _say_act(call, "redone", _history(call, "redo").history.redo())


def _history(call: Call, what: str) -> Journal:
    if not is_there(call.paths.journal):
        raise NotFound(f"Nothing is left to {what}.")
    # Filing lines would be the latest act, and the one taken back.
    return call.writing(files_lines=False)


def _say_act(call: Call, done: str, act: Act) -> int:
    call.out.line(f"{done}  {_line(act.what)}  ", _line(act.subject))
    return 0


def _removal(journal: Journal, table: str) -> Callable[[str], object]:
    """Return what deletes a row of a table."""
    removals: dict[str, Callable[[str], object]] = {
        NEGOTIATION: journal.deals.remove,
        "entry": journal.writing.remove,
        "inbox": journal.inbox.drop,
        "moment": journal.marks.remove,
        "counterparty": journal.people.remove,
        "promise": journal.later.drop_promise,
        "repair": journal.repairs.drop,
    }
    return removals[table]


def _line(text: str) -> str:
    return clean_text(text, one_line=True).text
