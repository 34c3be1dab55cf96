"""What must stand beside a figure before it is believed."""

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import TypeVar

from winjournal.domain.measures.settings import (
    COVERAGE_SHOWN_BELOW,
    DOMINANT_SHARE,
    TAGGING_FALL,
)

CounterpartyT = TypeVar("CounterpartyT", bound=Hashable)


def dominant(counterparties: Sequence[CounterpartyT]) -> CounterpartyT | None:
    """Return who supplies more than half of the entries behind a figure, if one does.

    Args:
        counterparties: The counterparty of each entry, in any order.
    """
    if not counterparties:
        return None
    name, entries = Counter(counterparties).most_common(1)[0]
    return name if entries > DOMINANT_SHARE * len(counterparties) else None


def tagging_fell(tags_before: Sequence[int], tags_last: Sequence[int]) -> bool:
    """Return whether tags per talk fell by half or more: then no trend word is shown.

    Args:
        tags_before: Tags of any kind in each reviewed talk of the earlier window.
        tags_last: The same for the last window.

    An empty window or one without any tag before cannot have fallen.
    """
    if not tags_before or not tags_last or not any(tags_before):
        return False
    before = sum(tags_before) / len(tags_before)
    last = sum(tags_last) / len(tags_last)
    return last <= TAGGING_FALL * before


def coverage_to_show(logged: int, unlogged: int) -> float | None:
    """Return logged talks as part of all talks, 0 to 1, if it is low enough to show.

    None from 0.7 on, and when there were no talks at all.
    """
    talks = logged + unlogged
    if talks == 0 or logged / talks >= COVERAGE_SHOWN_BELOW:
        return None
    return logged / talks
