"""Vows: which one stands, how it fared, and when it has done its work."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from winjournal.domain.review import KEPT_TO_RETIRE
from winjournal.domain.weeks import Week
from winjournal.domain.writing import Vow, VowTest

if TYPE_CHECKING:
    from winjournal.services.ports import Reader, Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class VowAnswer:
    """How a vow fared in one negotiation, as the debrief asks it.

    Attributes:
        occurred: Whether the IF came.
        kept: Whether the THEN was done; None where the IF did not come.
    """

    vow_id: str
    occurred: bool
    kept: bool | None = None


def put_test(
    writer: Writer, new_id: str, negotiation_id: str, answer: VowAnswer, today: date
) -> VowTest:
    """Write how a vow fared in a negotiation; one test for both of them.

    The fourth kept test retires the vow; where one is taken back, it stands again.
    """
    old = writer.find(VowTest, vow_id=answer.vow_id, negotiation_id=negotiation_id)
    test = VowTest(
        id=old.id if old else new_id,
        vow_id=answer.vow_id,
        negotiation_id=negotiation_id,
        occurred=answer.occurred,
        kept=answer.kept if answer.occurred else None,
    )
    if test != old:
        writer.put(test)
        _retire(writer, writer.get(Vow, answer.vow_id), today)
    return test


def _retire(writer: Writer, vow: Vow, today: date) -> None:
    kept, _ = tests_of(writer, vow)
    if kept >= KEPT_TO_RETIRE and vow.retired_on is None:
        writer.put(replace(vow, retired_on=today))
    elif kept < KEPT_TO_RETIRE and vow.retired_on is not None:
        writer.put(replace(vow, retired_on=None))


def latest_vow(reader: Reader, week: Week) -> Vow | None:
    """Return the latest vow of an earlier week, whether or not it still stands."""
    earlier = [vow for vow in reader.list(Vow) if Week.parse(vow.week, date.max) < week]
    return max(earlier, key=lambda vow: vow.week, default=None)


def vow_before(reader: Reader, week: Week) -> Vow | None:
    """Return the vow that stands in a week: the latest, unless it is retired.

    One vow at a time: where the latest is retired, none before it stands again.
    """
    vow = latest_vow(reader, week)
    if vow is None or (vow.retired_on is not None and vow.retired_on <= week.sunday):
        return None
    return vow


def tests_of(reader: Reader, vow: Vow | None) -> tuple[int, int]:
    """Return how often a vow was kept, and how often its IF came."""
    if vow is None:
        return 0, 0
    tests = [t for t in reader.list(VowTest, vow_id=vow.id) if t.occurred]
    return sum(1 for t in tests if t.kept), len(tests)
