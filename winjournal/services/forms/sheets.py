"""What can be rewritten as text: its fields, and what saves them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from winjournal.domain.errors import Conflict, Invalid, NotFound, Sealed
from winjournal.domain.say_dates import say_time
from winjournal.domain.tags import Actor
from winjournal.services.debriefs import missing_in
from winjournal.services.forms.debrief_values import (
    closing_of_values,
    debrief_of_values,
    met_of_values,
    values_of_debrief,
    values_of_test,
    vow_of_values,
)
from winjournal.services.forms.fields import OF_A_DEBRIEF, OF_A_PREP, in_order
from winjournal.services.forms.moment_values import moment_of_values, values_of_moment
from winjournal.services.forms.prep_values import (
    prep_of_values,
    time_of,
    values_of_prep,
)
from winjournal.services.prep import prep_of
from winjournal.services.worth import ITEMS_MAX

if TYPE_CHECKING:
    from datetime import datetime

    from winjournal.domain.dossier import Dossier
    from winjournal.services.journal import Journal

_BODY = "body"
_MET = "met_"
_WHOSE = {Actor.ME: "mine", Actor.THEM: "theirs"}
_YES_NO = ("_changed", "_reviewed", "_occurred", "_kept", "_material")
_VALUE_PARTS = ("", "_worth", "_evidence", "_differs")
_GAP_PARTS = ("", "_material", "_plan", "_because")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSheet:
    """One thing as text that can be rewritten.

    Attributes:
        owner: Under which name a draft of it is kept; the screens know the same.
        values: Its fields, as the form on the screen names them.
        save: Takes all of them and returns what was done; raises WinJournalError,
            and then nothing was saved.
        body: Which of them is the text; empty where there are fields alone.
        about: What a field takes, where that is not plain, by its name.
        parts: Which criterion an answer is for, by the answer's name.
        goes_on: Whether a draft of this owner is one of this thing.
    """

    owner: str
    values: Mapping[str, str]
    save: Callable[[Mapping[str, str]], str]
    body: str = ""
    about: Mapping[str, str] = field(default_factory=dict)
    parts: tuple[tuple[str, str], ...] = ()
    goes_on: bool = True


def sheet_of(journal: Journal, table: str, id_: str, now: datetime) -> TextSheet:
    """Return what a row is rewritten by.

    Raises:
        NotFound: Such a row has no text of its own.
    """
    if table not in _SHEETS:
        raise NotFound(
            "That is neither negotiation, moment, entry nor line.",
            "wj promise, wj repair and wj people change the others.",
        )
    return _SHEETS[table](journal, id_, now)


def sheet_of_draft(journal: Journal, owner: str, now: datetime) -> TextSheet:
    """Return what goes on with a draft.

    Raises:
        NotFound: It can only go on where it was typed, or what it is of is gone.
    """
    # A page that could not be read is a draft of what it was a page of.
    kind, _, id_ = owner.removeprefix("page:").partition(":")
    new, _, home = id_.partition("@")
    if kind == "line":
        return _unlogged(journal)
    if kind == "entry" and new == "new":
        return _unwritten(journal, home or None)
    tables = {"entry": "entry", "prep": "negotiation", "moment-form": "moment"}
    if kind in tables and id_ != "new":
        return sheet_of(journal, tables[kind], id_, now)
    if kind == "debrief":
        return debrief_sheet(journal, id_, now)
    raise NotFound("That draft goes on in the screens.", "It waits on Today.")


def debrief_sheet(journal: Journal, negotiation_id: str, now: datetime) -> TextSheet:
    """Return what a debrief is answered by; a criterion is named by its number."""
    dossier = journal.deals.read(negotiation_id)
    before = dossier.debrief or journal.debriefs.blank(negotiation_id)
    day = dossier.negotiation.closed_on or now.date()
    vow = next(iter(dossier.vows), None) or journal.reading.standing_vow(day)
    values = values_of_debrief(before, dossier)
    if vow is not None:
        values |= {"vow_occurred": "", "vow_kept": ""}
    values |= values_of_test(dossier, vow)

    def save(said: Mapping[str, str]) -> str:
        if before.sealed_at is not None:
            raise Sealed("This debrief is sealed and cannot be rewritten.")
        _check_yes_no(said)
        whole = by_id(said, dossier)
        journal.debriefs.save(
            debrief_of_values(whole, before),
            met_of_values(whole, dossier),
            closed_on=closing_of_values(whole, now),
            vow=vow_of_values(whole, vow),
        )
        missing = missing_in(journal.deals.read(negotiation_id))
        return f"Still to answer: {', '.join(missing)}." if missing else ""

    return TextSheet(
        owner=f"debrief:{negotiation_id}",
        values=in_order(by_number(values, dossier), OF_A_DEBRIEF),
        save=save,
        about=OF_A_DEBRIEF,
        parts=tuple(
            (f"met-{n}", f"{_WHOSE[one.owner]}: {one.text}")
            for n, one in enumerate(dossier.criteria, 1)
        ),
    )


def by_number(values: Mapping[str, str], dossier: Dossier) -> dict[str, str]:
    """Return values with each criterion's answer under its number."""
    names = {f"{_MET}{c.id}": f"{_MET}{n}" for n, c in enumerate(dossier.criteria, 1)}
    return {names.get(name, name): value for name, value in values.items()}


def by_id(values: Mapping[str, str], dossier: Dossier) -> dict[str, str]:
    """Return values with each criterion's answer under its id, as a form has it.

    Raises:
        Invalid: An answer is neither 0, 0.5 nor 1.
    """
    names = {f"{_MET}{n}": f"{_MET}{c.id}" for n, c in enumerate(dossier.criteria, 1)}
    for name in names:
        if values.get(name, "").strip() not in {"", "0", "0.5", "1"}:
            raise Invalid(name, "A criterion is met 0, 0.5 or 1.")
    return {names.get(name, name): value for name, value in values.items()}


def _negotiation(journal: Journal, id_: str, now: datetime) -> TextSheet:
    dossier = journal.deals.read(id_)
    before, version = prep_of(dossier), dossier.negotiation.version
    values = values_of_prep(before)
    values |= _next("value", len(before.value_items), _VALUE_PARTS)
    values |= _next("gap", len(before.information_gaps), _GAP_PARTS)

    def save(said: Mapping[str, str]) -> str:
        _check_yes_no(said)
        journal.deals.edit(id_, prep_of_values(said, now, before), version)
        return ""

    values = in_order(values, OF_A_PREP)
    return TextSheet(owner=f"prep:{id_}", values=values, save=save, about=OF_A_PREP)


def _check_yes_no(values: Mapping[str, str]) -> None:
    """Refuse what a form on the screen cannot hold.

    Raises:
        Invalid: An answer is neither yes nor no.
    """
    for name, said in values.items():
        if name.endswith(_YES_NO) and said.strip() not in {"", "yes", "no"}:
            raise Invalid(name, "Answer yes or no.")


def _next(kind: str, there: int, parts: tuple[str, ...]) -> dict[str, str]:
    """Return the empty fields of one thing more, where there is room for it."""
    number = there + 1
    return {f"{kind}_{number}{p}": "" for p in parts} if number <= ITEMS_MAX else {}


def _moment(journal: Journal, id_: str, now: datetime) -> TextSheet:
    before = journal.reading.moment(id_)
    own = {tag.slug for tag in journal.tags.all()}

    def save(said: Mapping[str, str]) -> str:
        if journal.reading.moment(id_) != before:
            raise Conflict("This moment was changed elsewhere meanwhile.")
        journal.marks.edit(moment_of_values(said, before, now, own))
        return ""

    values = values_of_moment(before)
    return TextSheet(owner=f"moment-form:{id_}", values=values, save=save)


def _entry(journal: Journal, id_: str, now: datetime) -> TextSheet:
    before = journal.reading.entry(id_)
    at = _said_at(before.written_at)

    def save(said: Mapping[str, str]) -> str:
        moved = said["at"].strip() not in {"", at}
        when = time_of(said, "at", now) if moved else None
        journal.writing.edit(id_, said[_BODY], before.body, when)
        return ""

    values = {"at": at, _BODY: before.body}
    return TextSheet(owner=f"entry:{id_}", values=values, save=save, body=_BODY)


def _line(journal: Journal, id_: str, now: datetime) -> TextSheet:
    line = journal.reading.line(id_)
    if line.entry_id is not None:
        return _entry(journal, line.entry_id, now)
    at = _said_at(line.at)

    def save(said: Mapping[str, str]) -> str:
        if journal.reading.line(id_) != line:
            raise Conflict("This line was changed elsewhere meanwhile.")
        moved = said["at"].strip() not in {"", at}
        when = time_of(said, "at", now) if moved else None
        journal.inbox.edit(id_, said[_BODY], when)
        return ""

    # A line has no form on the screen: its draft waits there as a new entry.
    values = {"at": at, _BODY: line.line}
    return TextSheet(
        owner="entry:new", values=values, save=save, body=_BODY, goes_on=False
    )


def _unwritten(journal: Journal, home: str | None) -> TextSheet:
    def save(said: Mapping[str, str]) -> str:
        journal.writing.add(said[_BODY], negotiation_id=home)
        return ""

    owner = f"entry:new@{home}" if home else "entry:new"
    return TextSheet(owner=owner, values={_BODY: ""}, save=save, body=_BODY)


def _unlogged(journal: Journal) -> TextSheet:
    def save(said: Mapping[str, str]) -> str:
        journal.inbox.log(said["line"])
        return ""

    return TextSheet(owner="line", values={"line": ""}, save=save, body="line")


def _said_at(at: datetime) -> str:
    return f"{at.date().isoformat()} {say_time(at)}"


_SHEETS: dict[str, Callable[[Journal, str, datetime], TextSheet]] = {
    "negotiation": _negotiation,
    "moment": _moment,
    "entry": _entry,
    "inbox": _line,
}
"""Table to what a row of it is rewritten by."""
