"""What opening a row of a week's review does: each leads to where it is settled."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from winjournal.ui.modals.choose import Choice, ChooseModal

if TYPE_CHECKING:
    from winjournal.domain.weeks import Week
    from winjournal.domain.writing import Vow
    from winjournal.services.journal import Journal
    from winjournal.services.reviewing import Asked
    from winjournal.ui.app import WinJournalApp

_FARED = {
    "kept": (True, True),
    "missed": (True, False),
    "none": (False, None),
}


def open_row(app: WinJournalApp, week: Week, row_id: str) -> None:
    """Go to where one row of a week is read, or settled.

    Args:
        app: The application.
        week: The week that is shown.
        row_id: A kind and an id, as the rows of the week have them.
    """
    kind, _, id_ = row_id.partition(":")
    if kind == "entry":
        from winjournal.ui.screens.entry import EntryScreen

        app.push_screen(EntryScreen(id_))
    elif kind == "line":
        from winjournal.ui.filing import file_line

        file_line(app, id_)
    elif kind == "undecided":
        decide(app, id_.rpartition(":")[2])
    elif kind == "moment":
        deal, _, moment = id_.partition(":")
        app.open_negotiation(deal, f"moment:{moment}")
    elif kind == "look":
        write_review(app, week, "answer" if id_ == "prompt" else id_)
    elif kind in {"promise", "repair", "follow_up", "debrief"}:
        from winjournal.ui.due import open_due

        open_due(app, row_id)
    elif kind in {"deal", "negotiation"}:
        app.open_negotiation(id_)


def write_review(app: WinJournalApp, week: Week, field: str = "") -> None:
    """Open the form of a week's review, at one of its fields."""
    from winjournal.ui.screens.review import ReviewScreen

    app.push_screen(ReviewScreen(str(week), field))


def decide(app: WinJournalApp, moment_id: str) -> None:
    """Ask which tag a mark has, and write it down."""
    from winjournal.ui.tagging import pick_tag

    def chosen(slug: str | None) -> None:
        if slug is not None:
            app.desk.ask(
                lambda j: _tag(j, moment_id, slug), lambda _: app.done(f"It is {slug}.")
            )

    pick_tag(app, "What was it?", chosen)


def _tag(journal: Journal, moment_id: str, slug: str) -> None:
    moment = journal.reading.moment(moment_id)
    journal.marks.edit(replace(moment, tag=slug, step_hint=None))


def drop_row(app: WinJournalApp, row_id: str) -> None:
    """Delete a logged line or an undecided mark that has the focus."""
    kind, _, id_ = row_id.partition(":")
    back = f"Deleted; {app.key_for('undo')} brings it back."
    if kind == "line":
        app.desk.ask(lambda j: j.inbox.drop(id_), lambda _: app.done(back))
    elif kind == "undecided":
        moment = id_.rpartition(":")[2]
        app.desk.ask(lambda j: j.marks.remove(moment), lambda _: app.done(back))
    else:
        app.notify("Only a line of the inbox or an undecided mark goes from here.")


def test_vow(app: WinJournalApp, vow: Vow, negotiation_id: str) -> None:
    """Ask how the standing vow fared in one talk, and write it down."""
    veil = app.veil
    choices = (
        Choice("kept", "It came, and I did it", veil.words(vow.deed)),
        Choice("missed", "It came, and I did not", ""),
        Choice("none", "It did not come", "not tested here"),
    )

    def chosen(answer: str | None) -> None:
        if answer is None:
            return
        occurred, kept = _FARED[answer]

        def write(journal: Journal) -> Vow | None:
            journal.weeks.test_vow(vow.id, negotiation_id, occurred, kept)
            return journal.weeks.vow_of(vow.id)

        app.desk.ask(write, told)

    def told(now: Vow | None) -> None:
        retired = now is not None and now.retired_on is not None
        app.done("Kept four times: the vow is retired." if retired else "Written down.")

    app.push_screen(ChooseModal(f"If {veil.words(vow.cue)}", choices), chosen)


def choose_question(app: WinJournalApp, week: Week, asked: Asked) -> None:
    """List the questions that were raised, and take another one."""
    questions = (asked.prompt, *asked.others)
    choices = [
        Choice(one.id, app.veil.words(one.trigger or one.text), also=one.text)
        for one in questions
    ]

    def chosen(id_: str | None) -> None:
        prompt = next((one for one in questions if one.id == id_), None)
        if prompt is not None:
            app.desk.ask(
                lambda j: j.weeks.save(week, prompt=prompt), lambda _: app.done()
            )

    app.push_screen(
        ChooseModal("Which question?", choices, chosen=asked.prompt.id), chosen
    )
