"""Holds the balance of interests (M5) against an instrument that is not ours.

Run as `python -m tests.real.evidence FILE`: writes `docs/evidence.md` from a file of
CaSiNo dialogues of any length. A wrong file ends with status 65, a missing one with 66.

Of the dialogues between one whom the file says to be prosocial and one whom it says to
be proself, each is taken once, from the prosocial seat. Taken from both seats, or with
two of one kind, the angle is 45 degrees by construction and says nothing.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import fill
from typing import Any

from tests.program import ROOT
from tests.real.casino_file import WrongFile, read_dialogues
from winjournal.domain.errors import WinJournalError
from winjournal.domain.measures.interests import InterestBalance, Tilt, interest_balance
from winjournal.domain.measures.settings import TIER_ENOUGH

PAGE = ROOT / "docs" / "evidence.md"

MOST = 36
"""Points for three packages of each item: 3 x (5 + 4 + 3)."""

PAIR = ("proself", "prosocial")
"""The two whom the separate instrument tells apart, in the order of the alphabet."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One dialogue from the prosocial seat, in points of 36."""

    prosocial: int
    proself: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the file says.

    Attributes:
        dialogues: How many it holds.
        outcomes: Those of the mixed pairs, in its order.
        balance: M5 over them; None without any.
    """

    dialogues: int
    outcomes: tuple[Outcome, ...]
    balance: InterestBalance | None


def evidence(path: Path) -> Evidence:
    """Return what a file says.

    Raises:
        WinJournalError: There is no such file, or it is of another form.
    """
    dialogues = len(read_dialogues(path))
    records = json.loads(path.read_text(encoding="utf-8"))
    outcomes = tuple(_outcomes(records))
    balance = interest_balance(
        [one.prosocial / MOST for one in outcomes],
        [one.proself / MOST for one in outcomes],
    )
    return Evidence(dialogues, outcomes, balance)


def _outcomes(records: Sequence[dict[str, Any]]) -> Iterator[Outcome]:
    for number, record in enumerate(records, start=1):
        by_kind = {
            info.get("personality", {}).get("svo"): info["outcomes"].get(
                "points_scored"
            )
            for info in record["participant_info"].values()
        }
        if tuple(sorted(map(str, by_kind))) != PAIR:
            continue
        points = [by_kind["prosocial"], by_kind["proself"]]
        if not all(type(one) is int and 0 <= one <= MOST for one in points):
            raise WrongFile(f"Dialogue {number} has no points from 0 to {MOST}.")
        yield Outcome(*points)


def page(found: Evidence) -> str:
    """Return the page: n, angle, interval, and what that shows and does not show."""
    head = _HEAD.format(n=len(found.outcomes), all=found.dialogues)
    said = map(_wrapped, _reading(found))
    return "\n\n".join((head, _figures(found), *said, _LIMITS)) + "\n"


def _wrapped(paragraph: str) -> str:
    return fill(paragraph, 88, break_on_hyphens=False)


def _figures(found: Evidence) -> str:
    balance, outcomes = found.balance, found.outcomes
    rows = [("dialogues (n)", str(len(outcomes)))]
    if balance is not None and len(outcomes) >= TIER_ENOUGH:
        mine = sum(one.prosocial for one in outcomes) / len(outcomes)
        theirs = sum(one.proself for one in outcomes) / len(outcomes)
        rows += [
            ("points of the prosocial seat, mean of 36", f"{mine:.2f}"),
            ("points of the proself seat, mean of 36", f"{theirs:.2f}"),
            ("angle, degrees (45 is equal)", f"{balance.angle:.4f}"),
            ("plausibly between (90 %)", _interval(balance)),
            ("reach, 0 to 1", f"{balance.reach:.4f}"),
            ("gap, theirs less mine", f"{balance.gap:+.4f}"),
        ]
    lines = ["| figure | value |", "| --- | ---: |"]
    return "\n".join([*lines, *(f"| {name} | {value} |" for name, value in rows)])


def _interval(balance: InterestBalance) -> str:
    if balance.interval is None:
        return "too few"
    return f"{balance.interval.low:.4f} to {balance.interval.high:.4f}"


def _reading(found: Evidence) -> Iterator[str]:
    balance, n = found.balance, len(found.outcomes)
    yield "## What it shows"
    if balance is None or n < TIER_ENOUGH or balance.interval is None:
        yield f"Nothing yet: with {n} dialogues there is no angle to speak of."
        return
    angle = f"{balance.angle:.0f} degrees"
    low, high = f"{balance.interval.low:.0f}", f"{balance.interval.high:.0f}"
    if balance.tilt is None:
        yield (
            f"The {n} deals sit at {angle}, plausibly between {low} and {high}; equal,"
            " 45, lies within. So in these deals the measure does **not** tell the"
            " prosocial seat from the proself one: what a person was measured to care"
            " for beforehand does not show in how the points were divided."
        )
    elif balance.tilt is Tilt.THEIRS:
        yield (
            f"The {n} deals sit at {angle}, plausibly between {low} and {high}: above"
            " 45. Seen from the prosocial seat the deals leaned to the other side, as"
            " one would expect if what a person cares for showed in the outcome."
        )
    else:
        yield (
            f"The {n} deals sit at {angle}, plausibly between {low} and {high}: below"
            " 45. Seen from the prosocial seat the deals leaned to that seat itself,"
            " against what one would expect if care for the other showed in what came."
        )
    more = sum(one.prosocial > one.proself for one in found.outcomes)
    less = sum(one.prosocial < one.proself for one in found.outcomes)
    yield (
        f"In {more} of them the prosocial seat had more points, in {less} the proself"
        f" seat, in {n - more - less} both had the same."
    )


_HEAD = """\
# Evidence: does the balance of interests know a prosocial person?

Written by `python -m tests.real.evidence FILE`; do not edit.

WinJournal asks whether one made the other's interests as important as one's own, and
draws an angle from what both sides got ([measures](measures.md), M5). Here the angle is
held against an instrument that is not ours: before they met, the participants of CaSiNo
(Chawla et al. 2021, CC BY 4.0; `tests/real/README.md`) were measured for social value
orientation, and each is called prosocial or proself by that.

Of {all} dialogues {n} pair one prosocial person with one proself. Each of these is
counted once, from the prosocial seat: x is what that seat got, y what the other got, as
points of 36. The others are left out: where one is of neither kind there is nothing to
hold against, and two of one kind have no seat to take, for from both seats they mirror
to 45 degrees by construction."""

_LIMITS = """\
## What it does not show

- The angle is of outcomes. A motive, a character or a style is not in it, here or in
  one's own journal; skill, luck, and what the other wanted are.
- One talk a person, with a stranger, over nine packages, for pay: not a year of deals
  with people one meets again.
- An interval that holds 45 is no proof of equality: it says how far from equal it could
  be, and still look like this.
- Points are the task's own yardstick. How content both said they were is another one
  (grade A of M5), and the two need not agree.
- Nobody here kept a journal: nothing is said about what keeping one changes."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.real.evidence")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--to", type=Path, default=PAGE, metavar="PAGE")
    wanted = parser.parse_args(arguments)
    try:
        text = page(evidence(wanted.file))
        wanted.to.write_text(text, encoding="utf-8")
    except WinJournalError as error:
        sys.stderr.write(f"{error}\n")
        return error.code
    sys.stdout.write(f"{wanted.to}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
