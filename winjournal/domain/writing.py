"""What is written freely: entries, the week's review, its vow, drafts, the inbox."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from winjournal.domain.inbox import InboxLine as InboxLine
from winjournal.domain.negotiation import check_length, check_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Dated free writing in Markdown, alone or attached to a negotiation.

    Attributes:
        written_at: The time it is about, with the local offset.
        body: Markdown, at most 1 MiB in UTF-8.
        inbox_id: The logged line it was filed from, if any.
    """

    id: str
    written_at: datetime
    body: str
    negotiation_id: str | None = None
    inbox_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekReview:
    """The review of one ISO week.

    Attributes:
        week: As `2026-W47`.
        reflection: Markdown.
        sentence: One sentence for the week, at most 200 characters.
        unlogged: How many talks were not logged; None while not asked.
        prompt_id: The question of the week: `P1` to `P10`, `own-...` or `fallback`.
        answer: What was answered to it, at most 500 characters.
        prompt_text: The question as it was asked; the data may raise it no longer.
        cited: Ids of the negotiations that it named.
        sealed_at: None while it can be rewritten.
    """

    id: str
    week: str
    reflection: str = ""
    sentence: str | None = None
    unlogged: int | None = None
    prompt_id: str | None = None
    answer: str | None = None
    sealed_at: datetime | None = None
    hash: str | None = None
    prompt_text: str | None = None
    cited: tuple[str, ...] | None = None

    def check(self) -> None:
        """Check lengths.

        Raises:
            Invalid: A text is too long.
        """
        check_length("sentence", self.sentence, 200)
        check_length("answer", self.answer, 500)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vow:
    """One IF-THEN, made in the review of `week` for the week after it.

    Attributes:
        week: The week whose review made it, as `2026-W47`.
        cue: What stands after IF, at most 120 characters.
        deed: What stands after THEN, at most 120 characters.
        retired_on: Local date; None while it stands.
    """

    id: str
    week: str
    cue: str
    deed: str
    retired_on: date | None = None

    def check(self) -> None:
        """Check both halves.

        Raises:
            Invalid: One is missing or too long.
        """
        check_words("cue", self.cue, 120, "What comes after IF")
        check_words("deed", self.deed, 120, "What comes after THEN")


@dataclass(frozen=True, slots=True, kw_only=True)
class VowTest:
    """Whether the IF came in one negotiation, and whether the THEN was done."""

    id: str
    vow_id: str
    negotiation_id: str
    occurred: bool
    kept: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Text being typed, saved every half second until it is saved for good.

    Attributes:
        owner: What is being edited: `negotiation:ID`, `week:2026-W47`, `line`.
        field: The field of it.
        base_version: The version it started from; None for something new.
        instance: The running program that types, as `PID-STARTED`.
    """

    id: str
    owner: str
    field: str
    text: str
    cursor: int = 0
    base_version: int | None = None
    instance: str = ""
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One link of a chain of seals; append-only.

    Attributes:
        chain: `negotiation:ID` or `week:2026-W47`.
        number: From 1.
        kind: `prep`, `debrief`, `week`, or `unsealed` where one was undone.
        content_hash: SHA-256 of the canonical content, hex.
        previous_hash: The hash of the link before; None for the first.
        hash: SHA-256 over all of the above.
        content: The canonical content itself, so that it can be read again.
        tombstone: Whether the content was purged.
    """

    id: str
    chain: str
    number: int
    kind: str
    content_hash: str
    previous_hash: str | None
    hash: str
    sealed_at: datetime
    content: str | None = None
    tombstone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One thing a user did, with what undoing and redoing it needs.

    Attributes:
        what: In words: "marked ego", "sealed week 47".
        subject: What it was done to, in words: a title, a week.
        undone_at: None while it stands.
    """

    id: str
    what: str
    subject: str
    at: datetime
    undone_at: datetime | None = None
