"""`wj vow`: the one that stands, how it fared, and the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.cli.call import is_there
from winjournal.cli.columns import Cell, say_table
from winjournal.cli.ids import deal_meant, deal_named
from winjournal.cli.output import Span
from winjournal.domain.edge import clean_text
from winjournal.domain.errors import NotFound, NotUnderstood
from winjournal.domain.review import KEPT_TO_RETIRE
from winjournal.domain.short_lines import read_vow
from winjournal.domain.weeks import Week

if TYPE_CHECKING:
    from winjournal.cli.call import Call
    from winjournal.domain.writing import Vow
    from winjournal.services.weeks import WeekView

_TESTS: dict[str, tuple[bool, bool | None]] = {
    "kept": (True, True),
    "missed": (True, False),
    "none": (False, None),
}
"""The words that say how it fared: whether the IF came, whether the THEN was done."""

_REMEDY = 'Write for example: wj vow "if they sigh then I wait".'


def run_vow(call: Call) -> int:
    """Show the vow, make the next one, or say how it fared in a negotiation.

    Raises:
        NotUnderstood: It has no IF or no THEN.
        NotFound: No vow stands, or there is no such negotiation.
        Sealed: The review of this week is sealed.
    """
    week = Week.of(call.now.date())
    if not call.words:
        return _show(call, week)
    if call.words[0] in _TESTS:
        return _test(call, week)
    read = read_vow(_line(" ".join(call.words)))
    if read is None:
        raise NotUnderstood("A vow has an IF and a THEN.", _REMEDY)
    vow = call.writing().weeks.vow(week, *read)
    call.out.line(Span("next  ", "faint"), _said(vow))
    return 0


def _show(call: Call, week: Week) -> int:
    journal = call.reading()
    view = journal.weeks.own(week) if journal else None
    if call.args.json:
        call.out.json(_document(view))
        return 0
    rows: list[tuple[Cell, ...]] = []
    if view is not None and view.standing is not None:
        kept = f"kept {view.kept} of {view.tested}"
        rows.append((Span("now", "faint"), _said(view.standing), Span(kept, "faint")))
    if view is not None and view.vow is not None:
        rows.append((Span("next", "faint"), _said(view.vow), ""))
    if rows:
        say_table(call.out, rows, give=1)
    else:
        call.say_nothing(f"No vow stands. {_REMEDY}")
    return 0


def _document(view: WeekView | None) -> dict[str, object]:
    return {
        "standing": view.standing if view else None,
        "kept": view.kept if view else 0,
        "tested": view.tested if view else 0,
        "next": view.vow if view else None,
    }


def _test(call: Call, week: Week) -> int:
    if not is_there(call.paths.journal):
        raise NotFound("No vow stands yet.", _REMEDY)
    journal = call.writing()
    vow = journal.weeks.own(week).standing
    if vow is None:
        raise NotFound("No vow stands this week.", _REMEDY)
    name = _line(" ".join(call.words[1:]))
    deal = deal_named(journal, name) if name else deal_meant(journal, None)
    occurred, kept = _TESTS[call.words[0]]
    journal.weeks.test_vow(vow.id, deal, occurred=occurred, kept=kept)
    title = journal.reading.titles([deal]).get(deal, "")
    view = journal.weeks.view(week)
    call.out.line(Span(f"{call.words[0]}  ", "faint"), f"{title}  ", _said(vow))
    if view.walk.retired is not None:
        call.out.note(f"It was kept {KEPT_TO_RETIRE} times and is retired.")
    return 0


def _said(vow: Vow) -> str:
    return f"IF {vow.cue} THEN {vow.deed}"


def _line(text: str) -> str:
    return clean_text(text, one_line=True).text
