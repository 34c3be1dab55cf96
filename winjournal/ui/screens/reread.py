"""Old debriefs rated again: the facts stand there, the ratings are hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from winjournal.domain.errors import Invalid
from winjournal.domain.reread import OLD_AFTER, shifts_of
from winjournal.domain.reread_facts import facts_to_rate_by
from winjournal.domain.statements_after import TOO_NEW
from winjournal.services.forms.debrief_values import STEPS
from winjournal.services.forms.values import rating_of
from winjournal.services.saying import say_count
from winjournal.ui.bindings import bindings_for
from winjournal.ui.forms.debrief_specs import STEP_WORDS
from winjournal.ui.look import look_of
from winjournal.ui.screens.filling import FillingScreen, Sheet
from winjournal.ui.text import plain, wrap
from winjournal.ui.widgets.form_spec import FieldSpec, Values, note, scale_field

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.binding import BindingType
    from textual.content import Content

    from winjournal.domain.dossier import Dossier
    from winjournal.domain.standing import BlindRating
    from winjournal.services.journal import Journal
    from winjournal.services.statements import StepRatings
    from winjournal.ui.app import WinJournalApp
    from winjournal.ui.look import Look

OWNER = "reread"
"""What its drafts are kept under, with the negotiation's id."""

_LABEL = 16


def begin_again(app: WinJournalApp) -> None:
    """Ask to rate old debriefs again, or say that none is old enough."""

    def chosen(ids: tuple[str, ...]) -> None:
        if ids:
            app.push_screen(RereadScreen(ids))
        else:
            app.notify(TOO_NEW.format(days=OLD_AFTER.days), timeout=8)

    app.desk.ask(lambda j: j.statements.to_rate_again(), chosen)


class RereadScreen(FillingScreen):
    """The form of one debrief that is rated again; saving goes on to the next.

    Args:
        ids: The negotiations still to be rated, this one first.
        done: What was rated in this go.
    """

    NAME = "reread"
    IN_ROOM = "character"
    HELP = (
        "What you wrote of an old deal, without how you rated it. Rate it as you see "
        "it now; after the last one the shift is shown. The old ratings stay as they "
        "are. Leaving keeps what was saved."
    )
    FOOTER = ("save", "next_part", "help", "back")
    BINDINGS: ClassVar[list[BindingType]] = bindings_for("reread")

    def __init__(
        self, ids: str | tuple[str, ...], done: tuple[BlindRating, ...] = ()
    ) -> None:
        self._ids = (ids,) if isinstance(ids, str) else ids
        self._done = done
        super().__init__(f"{OWNER}:{self._ids[0]}")

    def read(self, journal: Journal) -> Sheet:
        """Read the facts of the deal."""
        dossier = journal.deals.read(self._ids[0])
        number, of = len(self._done) + 1, len(self._done) + len(self._ids)
        return Sheet(
            title=self.app.veil.words(
                dossier.negotiation.title, dossier.counterparty.name
            ),
            aside=f"{number} of {of}, your ratings hidden",
            specs=_specs(dossier, look_of(self.app)),
        )

    def write(self, journal: Journal, values: Values) -> str:
        """Write the ratings down."""
        rating = journal.statements.rate_again(
            self._ids[0], rating_of(values, "my_sat"), _steps(values)
        )
        self._done = (*self._done, rating)
        return "Rated again."

    def after(self, said: str) -> None:
        """Go on to the next, or show what moved."""
        super().after(said)
        if len(self._ids) > 1:
            self.app.push_screen(RereadScreen(self._ids[1:], self._done))
            return
        app, done = self.app, self._done
        ids = [rating.negotiation_id for rating in done]
        app.desk.ask(
            lambda j: tuple(j.deals.read(id_) for id_ in ids),
            lambda dossiers: show_shift(app, dossiers, done),
        )


def show_shift(
    app: WinJournalApp, dossiers: Sequence[Dossier], done: Sequence[BlindRating]
) -> None:
    """Show what was rated then beside what is rated now."""
    from winjournal.ui.modals.then_and_now import ThenAndNowModal

    rows = shifts_of(dossiers, done)
    title = say_count(len(done), "debrief")
    app.push_screen(ThenAndNowModal(title, rows, offers_repair=False))


def _specs(dossier: Dossier, look: Look) -> tuple[FieldSpec, ...]:
    facts = facts_to_rate_by(dossier)
    name = dossier.counterparty.name

    def say(_: Values, width: int) -> list[Content]:
        lines: list[Content] = []
        for label, text in facts:
            said = look.veil.words(text, name)
            parts = wrap(plain(said), max(width - _LABEL, 20))
            lines += [
                plain(f"{label if at == 0 else '':<{_LABEL}}", "$ink-soft") + part
                for at, part in enumerate(parts)
            ]
        return lines

    return (
        note("facts", say),
        scale_field(
            "my_sat", "I am content", heading="How I see it now", low="not at all",
            high="entirely", why="With all of it, as it stands now.",
        ),
        *(
            scale_field(
                f"step_{step}", STEP_WORDS[step][0], low="not at all",
                high="entirely", why=STEP_WORDS[step][1],
            )
            for step in STEPS
        ),
    )  # fmt: skip


def _steps(values: Mapping[str, str | None]) -> StepRatings | None:
    """Return the five ratings; None where none of them is given.

    Raises:
        Invalid: Some are given and one is missing.
    """
    found = {step: rating_of(values, f"step_{step}") for step in STEPS}
    missing = [step for step, rating in found.items() if rating is None]
    if len(missing) == len(STEPS):
        return None
    if missing:
        raise Invalid(f"step_{missing[0]}", "Rate all five steps, or none of them.")
    one, two, three, four, five = (rating or 0 for rating in found.values())
    return one, two, three, four, five
