"""What a user can do later: promises and look-backs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from winjournal.domain.errors import Conflict
from winjournal.domain.later import (
    FollowUp,
    Promise,
    PromiseState,
)
from winjournal.domain.negotiation import Counterparty, Negotiation
from winjournal.services.sealing import LOOK_BACK, add_link, look_back_content

if TYPE_CHECKING:
    from winjournal.domain.tags import Actor
    from winjournal.services.ports import Clock, Ids, Store


class Later:
    """Make and settle promises; answer look-backs."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store, self._clock, self._ids = store, clock, ids

    def promises(self) -> tuple[Promise, ...]:
        """Return every promise, the oldest first."""
        with self._store.read() as reader:
            return reader.list(Promise)

    def promise(
        self, counterparty_id: str, by: Actor, text: str, *,
        due: date | None = None, negotiation_id: str | None = None,
    ) -> Promise:  # fmt: skip
        """Write down a promise.

        Raises:
            Invalid: The words are missing or too long.
        """
        now = self._clock.now()
        promise = Promise(
            id=self._ids.new(now),
            counterparty_id=counterparty_id,
            negotiation_id=negotiation_id,
            by=by,
            text=text.strip(),
            made_at=now,
            due=due,
        )
        promise.check()
        with self._store.read() as reader:
            name = reader.get(Counterparty, counterparty_id).name
        with self._store.write("wrote down a promise with", name) as writer:
            writer.put(promise)
        return promise

    def settle(
        self, promise_id: str, state: PromiseState, on: date | None = None
    ) -> Promise:
        """Say where a promise stands; kept after its date is kept late.

        Args:
            promise_id: Which.
            state: `open` opens it again.
            on: Local date; None means today.
        """
        on = on or self._clock.now().date()
        with self._store.read() as reader:
            promise = reader.get(Promise, promise_id)
        if state is PromiseState.KEPT and promise.due and on > promise.due:
            state = PromiseState.KEPT_LATE
        settled = None if state is PromiseState.OPEN else on
        with self._store.write("settled a promise:", promise.text) as writer:
            promise = replace(
                writer.get(Promise, promise_id), state=state, settled_on=settled
            )
            writer.put(promise)
        return promise

    def drop_promise(self, promise_id: str) -> None:
        """Delete a promise; undo brings it back."""
        with self._store.read() as reader:
            text = reader.get(Promise, promise_id).text
        with self._store.write("deleted a promise:", text) as writer:
            writer.remove(writer.get(Promise, promise_id))

    def follow_up(self, follow_up_id: str) -> FollowUp:
        """Return one look-back.

        Raises:
            NotFound: There is none.
        """
        with self._store.read() as reader:
            return reader.get(FollowUp, follow_up_id)

    def answer(self, follow_up: FollowUp) -> FollowUp:
        """Write the answers of a look-back, once.

        They are sealed at once: only then were they given before the old ones
        were seen.

        Raises:
            Conflict: It was answered before.
            Invalid: A rating or the note is out of range.
        """
        now = self._clock.now()
        follow_up = replace(follow_up, answered_at=now)
        follow_up.check()
        with self._store.write("looked back on", self._title(follow_up)) as writer:
            if writer.get(FollowUp, follow_up.id).answered_at is not None:
                raise Conflict("This look-back was answered before.")
            writer.put(follow_up)
            chain = f"negotiation:{follow_up.negotiation_id}"
            content = look_back_content(follow_up)
            add_link(writer, self._ids, chain, LOOK_BACK, content, now)
        return follow_up

    def skip(self, follow_up: FollowUp) -> FollowUp:
        """Put a look-back off by a week; the third time drops it."""
        skipped = replace(
            follow_up,
            skipped=follow_up.skipped + 1,
            due=max(follow_up.due, self._clock.now().date()) + timedelta(days=7),
        )
        with self._store.write("put off looking back on", self._title(follow_up)) as w:
            w.put(skipped)
        return skipped

    def _title(self, follow_up: FollowUp) -> str:
        with self._store.read() as reader:
            return reader.get(Negotiation, follow_up.negotiation_id).title
