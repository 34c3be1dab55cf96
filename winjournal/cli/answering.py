"""`wj agree` and `wj contest`: say something back to a statement of the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.edge import clean_text, quoted
from winjournal.domain.errors import NotFound, NotUnderstood
from winjournal.domain.measures.tiers import Tier
from winjournal.domain.periods import read_period
from winjournal.domain.spans import as_the_page_calls
from winjournal.domain.tags import Step

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from winjournal.cli.call import Call
    from winjournal.domain.periods import Period
    from winjournal.domain.report import Block
    from winjournal.services.journal import Journal

ALL = "all"


def add_agree(parser: ArgumentParser) -> None:
    """Add the options of `wj agree`."""
    _add_over(parser)


def add_contest(parser: ArgumentParser) -> None:
    """Add the options of `wj contest`."""
    _add_over(parser)


def run_agree(call: Call) -> int:
    """Agree with the statement on a step as it stands.

    Raises:
        NotUnderstood: No step is named, or it is no period.
        NotFound: Nothing is said of it yet.
        Conflict: It was agreed with already.
    """
    journal, period, block = _statement(call)
    if len(call.words) > 1:
        raise NotUnderstood(
            f"{quoted(call.words[1])} is one word too many.",
            "Say why with: wj contest STEP REASON, or over which period with --over.",
        )
    journal.statements.agree(period, block.step, block.sentence)
    call.out.line(f"agreed  {block.sentence}")
    return 0


def run_contest(call: Call) -> int:
    """Contest the statement on a step as it stands; the reason stands beside it.

    Raises:
        NotUnderstood: No step is named, or it is no period.
        NotFound: Nothing is said of it yet.
        Invalid: There is no reason, or it is too long.
    """
    journal, period, block = _statement(call)
    reason = clean_text(" ".join(call.words[1:])).text
    journal.statements.contest(period, block.step, block.sentence, reason)
    call.out.line(f"contested  {block.sentence}")
    call.out.line(f"because  {reason.strip()}")
    return 0


def step_meant(word: str) -> Step:
    """Return the step that a word names.

    Raises:
        NotUnderstood: It names none.
    """
    try:
        return Step(word.strip().casefold())
    except ValueError:
        steps = ", ".join(step.value for step in Step)
        raise NotUnderstood(f"{quoted(word)} is no step.", f"Say {steps}.") from None


def _add_over(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--over", metavar="PERIOD", default=ALL, help="over which period; else all time"
    )


def _statement(call: Call) -> tuple[Journal, Period, Block]:
    if not call.words:
        raise NotUnderstood("Say which statement, by its step.", "Such as: ego.")
    step = step_meant(call.words[0])
    period = as_the_page_calls(read_period(call.args.over, call.now))
    journal = call.reading()
    said = journal.statements.report(period) if journal else None
    block = next((b for b in said.blocks if b.step is step), None) if said else None
    if journal is None or block is None or block.tier is Tier.NONE:
        raise NotFound(f"Nothing is said on {step.value} yet.")
    return journal, period, block
