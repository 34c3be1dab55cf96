"""Runs what screens ask of the journal beside the screen, one after the other.

Screens never call a service themselves: they `ask` with a function of the open
journal and get the answer back on the screen's own thread. What is asked before the
journal is open waits for it, so the first paint waits for nothing.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from textual.message_pump import MessagePump

from winjournal.domain.errors import Busy, WinJournalError

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

    from winjournal.services.journal import Journal

T = TypeVar("T")

NOT_OPEN = "The journal is not open."

PATIENCE = 5.0
"""Seconds that the screen waits for what must be written before it goes on."""


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
        self._early: list[Callable[[], None]] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._latest: dict[str, int] = {}
        self._closed = self._away = False
        self._held: list[Callable[[], object]] = []

    def open(
        self, then: Callable[[Journal], None], failed: Callable[[BaseException], None]
    ) -> None:
        """Open the journal beside the screen, then do what was asked before.

        Args:
            then: Gets the open journal.
            failed: Gets the error where it cannot be opened; what was asked is
                then never answered.
        """
        self._away = False
        self._journal = self._thread.submit(self._open)
        self._deliver(self._journal, then, failed)
        self._thread.submit(self._catch_up)
        held, self._held = self._held, []
        for hand_on in held:
            hand_on()

    def put_away(self, afterwards: Callable[[], None]) -> None:
        """Let go of the journal once what was asked is done, until it is opened again.

        What is asked meanwhile waits for that, and so does every answer.

        Args:
            afterwards: Called on the journal's thread when it is closed.
        """
        opened, self._away = self._journal, True

        def close() -> None:
            self._journal = None
            _let_go(opened)
            afterwards()

        self._thread.submit(close)

    def beside(
        self,
        job: Callable[[], None],
        then: Callable[[], None],
        failed: Callable[[WinJournalError], None],
    ) -> None:
        """Do something that needs no open journal, on the journal's thread.

        Args:
            job: Called there.
            then: Called on the screen's thread when it is done, even while the
                journal is put away.
            failed: Gets what went wrong.
        """
        self._deliver(
            self._thread.submit(job),
            lambda _: then(),
            partial(self._fail, failed),
            at_once=True,
        )

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
            then: Gets the answer, on the screen's thread. Where it is a method of
                a screen that was left meanwhile, it is not called.
            failed: Gets what went wrong, as one sentence; without it, or where its
                screen was left meanwhile, the sentence is shown as a toast. A fault
                in the program goes into the log too.
            latest: A name; of several answers to jobs of one name only that of
                the last job is delivered.
        """
        number = self._latest[latest] = self._latest.get(latest, 0) + 1

        def wanted(answer: T) -> None:
            is_last = not latest or self._latest[latest] == number
            if then is not None and is_last and not _was_left(then):
                then(answer)

        self._deliver(self._submit(job), wanted, partial(self._fail, failed))

    def away(self, job: Callable[[], T], then: Callable[[T], None]) -> None:
        """Let go of the journal, do something with its file, and open it again.

        Args:
            job: Called on the journal's thread while nobody here has it open.
            then: Gets the answer, on the screen's thread, with the journal open.
        """

        def work(journal: Journal) -> T:
            journal.store.close()
            try:
                return job()
            finally:
                again: Future[Journal] = Future()
                again.set_result(self._open())
                self._journal = again

        self.ask(work, then)

    def do_now(self, job: Callable[[Journal], object]) -> None:
        """Do something and wait for it: for what must be kept before the end.

        Raises:
            WinJournalError: It was not done, or not within some seconds.
        """
        if self._journal is None:
            raise WinJournalError(NOT_OPEN)
        try:
            self._submit(job).result(PATIENCE)
        except TimeoutError:
            raise Busy("The journal is busy.", "Try again in a moment.") from None

    def fetch(self, job: Callable[[Journal], T]) -> T:
        """Do something and wait for the answer; never on the screen's own thread.

        Raises:
            WinJournalError: It was not done.
        """
        if self._closed:
            raise WinJournalError(NOT_OPEN)
        return self._submit(job).result()

    async def settle(self) -> bool:
        """Wait until every answer was handed on; return whether any was waited for.

        While the journal is put away no answer comes.
        """
        waited = False
        while self._tasks and not self._away:
            waited = True
            await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.sleep(0)
        return waited

    def close(self) -> None:
        """Let go of the journal once everything that was asked is done.

        A second call does nothing.
        """
        if not self._closed:
            self._closed = True
            self._thread.submit(self._close)
            self._thread.shutdown(wait=True)

    def _close(self) -> None:
        _let_go(self._journal)
        # whoever waits for an answer learns that none will come
        self._catch_up()

    def _catch_up(self) -> None:
        early, self._early = self._early, []
        for run in early:
            run()

    def _submit(self, job: Callable[[Journal], T]) -> Future[T]:
        answer: Future[T] = Future()

        def run() -> None:
            opened = self._journal
            if opened is None and not self._closed:
                self._early.append(run)
                return
            if answer.cancelled():
                return
            try:
                if opened is None:
                    raise WinJournalError(NOT_OPEN)
                answer.set_result(job(opened.result()))
            except BaseException as error:  # noqa: BLE001 - handed on, whatever it is
                answer.set_exception(error)

        if self._journal is None:
            self._early.append(run)
        elif not self._closed:
            self._thread.submit(run)
        return answer

    def _deliver(
        self,
        future: Future[T],
        then: Callable[[T], None],
        failed: Callable[[BaseException], None],
        *,
        at_once: bool = False,
    ) -> None:
        async def deliver() -> None:
            hand_on: Callable[[], object]
            try:
                answer = await asyncio.wrap_future(future)
            except Exception as error:  # noqa: BLE001 - the one error path: told there
                hand_on = partial(self._app.call_later, failed, error)
            else:
                hand_on = partial(self._app.call_later, then, answer)
            if self._away and not at_once:
                self._held.append(hand_on)
            else:
                hand_on()

        task = asyncio.create_task(deliver())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _fail(
        self, failed: Callable[[WinJournalError], None] | None, error: BaseException
    ) -> None:
        opened = self._journal
        if opened is not None and opened.exception() is not None:
            return
        if not isinstance(error, WinJournalError):
            self._record(error)
            kind = type(error).__name__
            error = WinJournalError(
                f"That failed by a fault in WinJournal ({kind}).",
                "Nothing was changed; the log says where.",
            )
        if failed is not None and not _was_left(failed):
            failed(error)
        else:
            self._app.notify(str(error), severity="error", timeout=10)


def _let_go(opened: Future[Journal] | None) -> None:
    if opened is not None and opened.exception() is None:
        opened.result().store.close()


def _was_left(then: Callable[..., None]) -> bool:
    owner = getattr(then, "__self__", None)
    return isinstance(owner, MessagePump) and not owner.is_running
