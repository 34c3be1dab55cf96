"""Runs what screens ask of the journal beside the screen, one after the other.

Screens never call a service themselves: they `ask` with a function of the open
journal and get the answer back on the screen's own thread. Jobs that are asked
before the journal is open wait for it, so the first paint waits for nothing.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

from winjournal.domain.errors import WinJournalError

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

    from winjournal.services.journal import Journal

T = TypeVar("T")


class Desk:
    """A thread of its own for the journal, and the way back to the screen.

    Args:
        app: Where answers are delivered.
        open_journal: Opens the journal; called once, on the thread.
        record_fault: Writes a fault that no sentence explains to the log.
    """

    def __init__(
        self,
        app: App[Any],
        open_journal: Callable[[], Journal],
        record_fault: Callable[[BaseException], None],
    ) -> None:
        self._app, self._open, self._record = app, open_journal, record_fault
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="journal")
        self._journal: Future[Journal] | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._latest: dict[str, int] = {}

    def open(
        self, then: Callable[[Journal], None], failed: Callable[[BaseException], None]
    ) -> None:
        """Open the journal beside the screen.

        Args:
            then: Gets the open journal.
            failed: Gets the error where it cannot be opened.
        """
        self._journal = self._thread.submit(self._open)
        self._watch(asyncio.wrap_future(self._journal), then, failed, "")

    def ask(
        self,
        job: Callable[[Journal], T],
        then: Callable[[T], None] | None = None,
        *,
        failed: Callable[[WinJournalError], None] | None = None,
        latest: str = "",
    ) -> None:
        """Do something with the journal and deliver the answer.

        Args:
            job: Called with the open journal, on the journal's thread.
            then: Gets the answer, on the screen's thread.
            failed: Gets an error that a sentence explains; without it the
                sentence is shown as a toast.
            latest: A name; of several answers to jobs of one name only that of
                the last job is delivered.
        """
        asked = self._thread.submit(self._do, job)
        self._watch(
            asyncio.wrap_future(asked), then, lambda e: self._fail(e, failed), latest
        )

    def do_now(self, job: Callable[[Journal], object], seconds: float = 5.0) -> None:
        """Do something and wait for it: for what must be kept before the end."""
        if self._journal is not None and self._journal.done():
            self._thread.submit(self._do, job).result(seconds)

    async def settle(self) -> None:
        """Wait until every answer was delivered; for tests."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.sleep(0)

    def close(self) -> None:
        """Let go of the journal once everything that was asked is done."""
        self._thread.submit(self._close).result()
        self._thread.shutdown()

    def _do(self, job: Callable[[Journal], T]) -> T:
        if self._journal is None:
            raise WinJournalError("The journal is not open.")
        return job(self._journal.result())

    def _close(self) -> None:
        opened = self._journal
        if opened is not None and opened.done() and opened.exception() is None:
            opened.result().store.close()

    def _watch(
        self,
        future: asyncio.Future[T],
        then: Callable[[T], None] | None,
        failed: Callable[[BaseException], None],
        latest: str,
    ) -> None:
        number = self._latest[latest] = self._latest.get(latest, 0) + 1

        async def deliver() -> None:
            try:
                answer = await future
            except Exception as error:  # noqa: BLE001 - the one error path: told below
                self._app.call_later(failed, error)
                return
            outdated = latest and self._latest[latest] != number
            if then is not None and not outdated:
                self._app.call_later(then, answer)

        task = asyncio.create_task(deliver())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _fail(
        self, error: BaseException, failed: Callable[[WinJournalError], None] | None
    ) -> None:
        if isinstance(error, WinJournalError):
            if failed is not None:
                failed(error)
            else:
                self._app.notify(str(error), severity="error", timeout=10)
            return
        self._record(error)
        self._app.notify(
            f"That failed by a fault in WinJournal ({type(error).__name__}). "
            "Nothing was changed; the log says where.",
            severity="error",
            timeout=15,
        )
