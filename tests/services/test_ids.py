from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from winjournal.domain.ids import short_id
from winjournal.services.ids import RandomIds, SeededIds

NOW = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)


def test_ids_are_version_seven_and_say_when() -> None:
    id_ = UUID(RandomIds().new(NOW))
    assert (id_.version, id_.variant) == (7, "specified in RFC 4122")
    assert id_.int >> 80 == int(NOW.timestamp() * 1000)


def test_ids_of_one_moment_keep_their_order() -> None:
    ids = RandomIds()
    made = [ids.new(NOW) for _ in range(1000)]
    assert made == sorted(made)
    assert len({short_id(id_) for id_ in made}) > 990


def test_a_later_id_sorts_later() -> None:
    ids = RandomIds()
    first = [ids.new(NOW) for _ in range(50)]
    assert ids.new(NOW + timedelta(milliseconds=1)) > max(first)


def test_equal_seeds_give_equal_ids() -> None:
    assert SeededIds(3).new(NOW) == SeededIds(3).new(NOW)
    assert SeededIds(3).new(NOW) != SeededIds(4).new(NOW)
