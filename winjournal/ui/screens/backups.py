"""The backups of this journal: when, why, how large, and whether they are whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on

from winjournal.domain.say_dates import say_date, say_time
from winjournal.services.saying import say_size
from winjournal.ui.bindings import bindings_for
from winjournal.ui.living import LivingScreen
from winjournal.ui.text import cut, one_line, plain
from winjournal.ui.widgets.empty import empty_content
from winjournal.ui.widgets.heading import Heading
from winjournal.ui.widgets.ledger import Column, Ledger, Row, Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from winjournal.domain.copies import Kept, Preview, Restored, Side
    from winjournal.services.keeping import Keeper
    from winjournal.ui.veil import Veil

_NEW = "new"
_SAID = 40
"""Cells of what was written last, so that it stands on one line."""


class BackupsScreen(LivingScreen):
    """A list; enter shows what putting one back would change, and asks."""

    NAME = "backups"
    HELP = (
        "Each backup is a whole journal of its own, read again before it counted and "
        "once more now. Enter says what putting it back would change, and asks. What "
        "stands there now is backed up first. Seven days, four weeks and twelve months "
        "are kept, and what you asked for."
    )
    AUTO_FOCUS = "#backups"
    FOOTER = ("open", "help", "back")
    BINDINGS: ClassVar[list[BindingType]] = bindings_for("backups")

    backups = getters.query_one("#backups", Ledger)

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[str, Kept] = {}
        self._faults: dict[str, str] = {}

    def compose_body(self) -> ComposeResult:
        """Yield the list."""
        yield Heading("Backups", name=True)
        yield Ledger(
            Column(width=16, style="$ink-soft"),
            Column(),
            Column(width=8, right=True, style="$ink-soft", from_width=50),
            Column(width=8, right=True),
            id="backups",
            empty=empty_content("No backup yet."),
        )

    def reload(self) -> None:
        """Ask for the backups, and read each again, one after the other."""
        keeper = self.app.setting.keeper
        if keeper is not None:
            self.app.desk.ask(lambda _: keeper.backups(), self._show, latest="backups")

    def _show(self, found: Sequence[Kept]) -> None:
        self._kept = {kept.copy.name: kept for kept in found}
        self._draw()
        self._read_next()

    def _read_next(self) -> None:
        keeper = self.app.setting.keeper
        left = next((k for n, k in self._kept.items() if n not in self._faults), None)
        if keeper is None or left is None:
            return

        def read(fault: str) -> None:
            self._faults[left.copy.name] = fault
            self._draw()
            self._read_next()

        self.app.desk.ask(lambda _: keeper.fault_of(left), read, latest="backup")

    def _draw(self) -> None:
        rows = [self._row(kept) for kept in self._kept.values()]
        rows.insert(0, Row(_NEW, ("", plain("Make a backup now", "$key"))))
        self.backups.show(Rows(rows))

    def _row(self, kept: Kept) -> Row:
        now = self.app.setting.now()
        at = kept.copy.at.astimezone(now.tzinfo)
        when = f"{say_date(at.date(), now.date())} {say_time(at)}"
        return Row(
            kept.copy.name,
            (when, kept.copy.why, say_size(kept.size), self._state(kept)),
        )

    def _state(self, kept: Kept) -> Content:
        fault = self._faults.get(kept.copy.name)
        if fault is None:
            return plain("reading", "$ink-faint")
        return plain("damaged", "bold $danger") if fault else plain("whole", "$handled")

    @on(Ledger.Selected)
    def _open(self, event: Ledger.Selected) -> None:
        keeper = self.app.setting.keeper
        kept = self._kept.get(event.row_id)
        if event.row_id == _NEW:
            self.app.action_back_up()
        elif kept is not None and keeper is not None:
            self.app.desk.ask(lambda _: keeper.preview(kept), self._ask)

    def _ask(self, preview: Preview) -> None:
        from winjournal.ui.modals.confirm import ConfirmModal

        kept = preview.kept

        def answered(yes: bool | None) -> None:
            keeper = self.app.setting.keeper
            if yes and keeper is not None:
                self.app.desk.away(lambda: self._put_back(keeper, kept), self._restored)

        question = say_preview(preview, self.app.veil)
        self.app.push_screen(
            ConfirmModal(question, yes="put it back", no="leave it"), answered
        )

    def _put_back(self, keeper: Keeper, kept: Kept) -> Restored:
        self.app.stop_looking()
        return keeper.restore(kept)

    def _restored(self, done: Restored) -> None:
        kept = f" What stood there is {done.kept.name}." if done.kept else ""
        self.app.done(f"Put back.{kept}")
        self.app.look_over()


def say_preview(preview: Preview, veil: Veil) -> str:
    """Return what putting a backup back would change, as it may be seen."""
    now, then = preview.now, preview.then
    rows = [
        f"{name:<15}{'?' if now is None else f'{now.counts.get(name, 0):,}':>8}"
        f"{count:>8,}"
        for name, count in then.counts.items()
        if now is None or now.counts.get(name, 0) != count
    ]
    head = [f"{'':<15}{'now':>8}{'then':>8}", *rows, ""] if rows else []
    return "\n".join(
        [
            "Put this backup in the journal's place?",
            "",
            *head,
            _newest("newest now", now, veil),
            _newest("newest then", then, veil),
            "" if rows else "Both hold as many of everything.",
            "What stands there now is backed up first.",
        ]
    )


def _newest(title: str, side: Side | None, veil: Veil) -> str:
    if side is None:
        return f"{title:<13}cannot be read"
    if not side.newest:
        return f"{title:<13}nothing"
    on, said = side.newest[0]
    return f"{title:<13}{on}  {cut(one_line(veil.words(said)), _SAID)}"
