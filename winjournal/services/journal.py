"""An open journal: all that a user can do with it, in one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from winjournal.domain.later import FOLLOW_UP_DAYS
from winjournal.domain.writing import Act, Draft
from winjournal.services.before import Foreknowledge
from winjournal.services.bringing_in import BringingIn
from winjournal.services.days import Days
from winjournal.services.deals import Deals
from winjournal.services.debriefs import Debriefs
from winjournal.services.later import Later
from winjournal.services.marks import Marks
from winjournal.services.outside import Outside
from winjournal.services.own_tags import OwnTags
from winjournal.services.people import People
from winjournal.services.ports import Clock, Ids, Store
from winjournal.services.purging import Purging
from winjournal.services.reading import Reading
from winjournal.services.repairs import Repairs
from winjournal.services.settled import Settled, write_anyway
from winjournal.services.statements import Statements
from winjournal.services.verifying import Verified, verify
from winjournal.services.weeks import Weeks
from winjournal.services.worth import Worth
from winjournal.services.writing import Inbox, Writing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager


class History:
    """Takes acts back and does them again."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    def verify(self) -> Verified:
        """Walk every chain of seals; see `verifying.verify`."""
        return verify(self._store)

    def undo(self) -> Act:
        """Take the latest act back.

        Raises:
            NotFound: Nothing is left to undo.
            Conflict: Its rows have changed since, or it is an old seal.
        """
        return self._store.undo(self._clock.now())

    def redo(self) -> Act:
        """Do again what was undone last.

        Raises:
            NotFound: Nothing is left to redo.
            Conflict: Its rows have changed since.
        """
        return self._store.redo(self._clock.now())


class Drafts:
    """Keeps text that is being typed, and offers it again.

    Args:
        store: Where drafts live, beside what they will become.
        clock: Tells the time.
        ids: Makes ids.
        instance: The running program, as `PID-STARTED`.
        elsewhere: Tells by its name whether another program is still running, and
            so still typing; its drafts are no business of this one.
    """

    def __init__(
        self, store: Store, clock: Clock, ids: Ids, instance: str,
        elsewhere: Callable[[str], bool],
    ) -> None:  # fmt: skip
        self._store, self._clock, self._ids = store, clock, ids
        self._instance, self._elsewhere = instance, elsewhere

    def keep(
        self, owner: str, field: str, text: str, *,
        cursor: int = 0, base_version: int | None = None,
    ) -> None:  # fmt: skip
        """Keep the text of one field as it stands now."""
        now = self._clock.now()
        draft = Draft(
            id=self._ids.new(now),
            owner=owner,
            field=field,
            text=text,
            cursor=cursor,
            base_version=base_version,
            instance=self._instance,
            updated_at=now,
        )
        self._store.draft(draft, owner, field)

    def drop(self, owner: str, field: str) -> None:
        """Forget a draft: the user let it go."""
        self._store.draft(None, owner, field, self._is_typed_elsewhere)

    def saved(
        self, owner: str, field: str, unless: Callable[[], None] = write_anyway
    ) -> AbstractContextManager[None]:
        """Forget a draft in the transaction of the act that saves it.

        What is done within this context is what was typed; after an error the
        draft stays. What somebody is typing elsewhere stays in any case.

        Args:
            owner: Whose it is.
            field: Of which field.
            unless: Raises where the act may not be done; called when nobody else
                can write any more, so what it reads is what stands.
        """
        return self._store.settling(
            Settled(
                owner=owner, field=field, spare=self._is_typed_elsewhere, unless=unless
            )
        )

    def of(self, owner: str) -> tuple[Draft, ...]:
        """Return what was being typed for one owner, the latest last."""
        with self._store.read() as reader:
            return self._left(reader.list(Draft, owner=owner))

    def waiting(self) -> tuple[Draft, ...]:
        """Return the drafts that wait, each text of a form once, the latest last.

        What somebody is typing elsewhere is left out.
        """
        with self._store.read() as reader:
            drafts = self._left(reader.list(Draft))
        texts = {(d.owner, d.field, d.text): d for d in drafts}
        return tuple(sorted(texts.values(), key=lambda d: (d.updated_at, d.id)))

    def _left(self, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
        return tuple(d for d in drafts if not self._is_typed_elsewhere(d.instance))

    def _is_typed_elsewhere(self, instance: str) -> bool:
        return instance != self._instance and self._elsewhere(instance)


@dataclass(frozen=True, slots=True)
class Journal:
    """The services over one store."""

    store: Store
    clock: Clock
    deals: Deals
    marks: Marks
    tags: OwnTags
    debriefs: Debriefs
    later: Later
    outside: Outside
    repairs: Repairs
    worth: Worth
    statements: Statements
    people: People
    weeks: Weeks
    writing: Writing
    inbox: Inbox
    reading: Reading
    days: Days
    before: Foreknowledge
    bringing_in: BringingIn
    purging: Purging
    drafts: Drafts
    history: History

    @classmethod
    def over(
        cls, store: Store, clock: Clock, ids: Ids, instance: str,
        elsewhere: Callable[[str], bool] = lambda _: False,
        follow_up_days: Sequence[int] = FOLLOW_UP_DAYS,
        prompts: Sequence[tuple[str, str]] = (),
    ) -> Journal:  # fmt: skip
        """Return the services over an open store.

        Args:
            store: An open journal.
            clock: Tells the time.
            ids: Makes ids.
            instance: The running program; see `Drafts`.
            elsewhere: Tells whether another program runs; see `Drafts`.
            follow_up_days: Days after closing at which a deal is asked again.
            prompts: The user's own questions for a week's review, as (id, text).
        """
        return cls(
            store=store,
            clock=clock,
            deals=Deals(store, clock, ids),
            marks=Marks(store, clock, ids),
            tags=OwnTags(store, clock, ids),
            debriefs=Debriefs(store, clock, ids, follow_up_days),
            later=Later(store, clock, ids),
            outside=Outside(store, clock, ids),
            repairs=Repairs(store, clock, ids),
            worth=Worth(store, clock, ids),
            statements=Statements(store, clock, ids),
            people=People(store, clock, ids),
            weeks=Weeks(store, clock, ids, prompts),
            writing=Writing(store, clock, ids),
            inbox=Inbox(store, clock, ids),
            reading=Reading(store, clock),
            days=Days(store, clock),
            before=Foreknowledge(store, clock),
            bringing_in=BringingIn(store, clock),
            purging=Purging(store),
            drafts=Drafts(store, clock, ids, instance, elsewhere),
            history=History(store, clock),
        )
