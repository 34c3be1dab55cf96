"""What the file says of itself, counted without the converter, is in the journal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from winjournal.domain.debrief import Outcome
from winjournal.domain.dossier import Dossier
from winjournal.domain.goalposts import Source
from winjournal.domain.negotiation import Negotiation
from winjournal.domain.tags import Actor
from winjournal.domain.terms import Direction, Unit
from winjournal.services.journal import Journal

Raw = dict[str, Any]

WORTH = {"High": 5, "Medium": 4, "Low": 3}
WEIGHT = {"High": 3, "Medium": 2, "Low": 1}
SEATS = ("mturk_agent_1", "mturk_agent_2")
SCALE = (
    ("Extremely dissatisfied", 1),
    ("Slightly dissatisfied", 3),
    ("Undecided", 4),
    ("Slightly satisfied", 5),
    ("Extremely satisfied", 7),
)


@pytest.fixture
def dossiers(journal: Journal) -> dict[str, Dossier]:
    with journal.store.read() as reader:
        deals = reader.list(Negotiation)
        return {deal.title: reader.dossier(deal.id) for deal in deals}


def views(
    raw: list[Raw], dossiers: dict[str, Dossier]
) -> Iterator[tuple[Raw, str, str, Dossier]]:
    """Yield record, own seat, other seat and negotiation, for all two hundred."""
    for record in raw:
        for me, them in (SEATS, SEATS[::-1]):
            title = f"Campsite {record['dialogue_id']}, seat {me[-1]}"
            yield record, me, them, dossiers[title]


def submitted(record: Raw) -> list[Raw]:
    return [x for x in record["chat_logs"] if x["text"] == "Submit-Deal"]


def share_of(offer: Raw, seat: str) -> dict[str, int]:
    key = "issue2youget" if offer["id"] == seat else "issue2theyget"
    return {item: int(n) for item, n in offer["task_data"][key].items()}


def value(record: Raw, seat: str, got: dict[str, int]) -> int:
    ranks = record["participant_info"][seat]["value2issue"]
    return sum(WORTH[rank] * got[item] for rank, item in ranks.items())


def test_each_dialogue_is_two_negotiations_with_somebody_each(
    raw: list[Raw], dossiers: dict[str, Dossier]
) -> None:
    assert len(raw) == 100
    assert len(dossiers) == 200
    names = [dossier.counterparty.name for dossier in dossiers.values()]
    assert len(set(names)) == 200
    found = dossiers["Campsite 548, seat 1"]
    assert found.counterparty.name == "Neighbour 548 (seat 2)"


def test_99_agreed_and_one_walked_away(
    raw: list[Raw], dossiers: dict[str, Dossier]
) -> None:
    ends = Counter(record["chat_logs"][-1]["text"] for record in raw)
    assert ends == {"Accept-Deal": 99, "Walk-Away": 1}
    outcomes = Counter(dossier.outcome for dossier in dossiers.values())
    assert outcomes == {
        Outcome.AGREED: 198,
        Outcome.WALKED_AWAY: 1,
        Outcome.THEY_WALKED: 1,
    }
    for record, me, _, dossier in views(raw, dossiers):
        end = record["chat_logs"][-1]
        if end["text"] == "Walk-Away":
            left = end["id"] == me
            expected = Outcome.WALKED_AWAY if left else Outcome.THEY_WALKED
            assert dossier.outcome is expected


def test_all_200_scores_follow_from_the_deals(
    raw: list[Raw], dossiers: dict[str, Dossier]
) -> None:
    for record, me, _, dossier in views(raw, dossiers):
        scored = record["participant_info"][me]["outcomes"]["points_scored"]
        assert dossier.debrief is not None
        captured = dossier.debrief.captured
        if dossier.outcome is Outcome.AGREED:
            assert captured == scored
            assert captured == value(record, me, share_of(submitted(record)[-1], me))
        else:
            assert captured is None
            assert dossier.negotiation.terms.walk_away == scored


def test_offers_stand_in_their_order_on_the_right_side(
    raw: list[Raw], dossiers: dict[str, Dossier]
) -> None:
    assert sum(len(submitted(record)) for record in raw) == 112
    for record, me, _, dossier in views(raw, dossiers):
        expected = [
            (offer["id"] == me, value(record, me, share_of(offer, me)))
            for offer in submitted(record)
        ]
        offers = [(o.by is Actor.ME, int(o.amount or 0)) for o in dossier.offers]
        assert offers == expected
        times = [offer.at for offer in dossier.offers]
        assert len(set(times)) == len(times)
        for offer, told in zip(submitted(record), dossier.offers, strict=True):
            food = share_of(offer, me)["Food"]
            assert told.text is not None
            assert f"Food {food}, " in told.text


def test_priorities_are_criteria_met_by_the_packages(
    raw: list[Raw], dossiers: dict[str, Dossier]
) -> None:
    for record, me, them, dossier in views(raw, dossiers):
        for owner, seat in ((Actor.ME, me), (Actor.THEM, them)):
            info = record["participant_info"][seat]
            weights = {item: WEIGHT[rank] for rank, item in info["value2issue"].items()}
            criteria = dossier.criteria_of(owner)
            assert {c.text: c.weight for c in criteria} == weights
            got = dict.fromkeys(weights, 0)
            if dossier.outcome is Outcome.AGREED:
                got = share_of(submitted(record)[-1], seat)
            halves = {0: 0, 1: 1, 2: 1, 3: 2}
            met = {c.text: None if c.met is None else c.met * 2 for c in criteria}
            assert met == {item: halves[n] for item, n in got.items()}


def test_what_the_other_wants_is_a_guess_though_it_is_right(
    dossiers: dict[str, Dossier],
) -> None:
    for dossier in dossiers.values():
        goalpost = dossier.goalpost(Actor.THEM)
        assert goalpost is not None
        assert goalpost.source is Source.MY_GUESS
        assert goalpost.shared_at is None
        assert {c.source for c in dossier.criteria_of(Actor.THEM)} == {Source.MY_GUESS}


def test_satisfaction_is_each_sides_own_word(
    raw: list[Raw], dossiers: dict[str, Dossier]
) -> None:
    scale = dict(SCALE)
    for record, me, them, dossier in views(raw, dossiers):
        said = {
            seat: record["participant_info"][seat]["outcomes"]["satisfaction"]
            for seat in SEATS
        }
        assert dossier.debrief is not None
        assert dossier.debrief.my_sat == scale[said[me]]
        (view,) = dossier.outside_views
        assert (view.by, view.sat, view.words) == (
            "them",
            scale[said[them]],
            said[them],
        )


def test_nothing_stands_there_that_nobody_wrote(
    raw: list[Raw], dossiers: dict[str, Dossier]
) -> None:
    for record, _, _, dossier in views(raw, dossiers):
        deal, debrief = dossier.negotiation, dossier.debrief
        assert debrief is not None
        assert (deal.terms.unit, deal.terms.direction) == (Unit.POINTS, Direction.MORE)
        assert deal.terms.walk_away == 5
        assert deal.terms.fair_low is None
        assert not deal.is_sealed
        assert debrief.their_sat_pred is None
        assert debrief.step_self is None
        assert debrief.sealed_at is None
        assert debrief.moments_reviewed is bool(record["annotations"])
        assert dossier.follow_ups == ()


def test_the_chat_is_there_word_for_word(
    raw: list[Raw], dossiers: dict[str, Dossier]
) -> None:
    for record, me, _, dossier in views(raw, dossiers):
        (entry,) = dossier.entries
        rest = entry.body
        for said in record["chat_logs"]:
            who = "me" if said["id"] == me else "them"
            act = bool(said["task_data"])
            words = f"{who}: [{said['text']}" if act else f"{who}: {said['text']}"
            assert words in rest
            rest = rest[rest.index(words) + len(words) :]
        for reason in record["participant_info"][me]["value2reason"].values():
            assert reason in entry.body


def test_moments_are_the_labels_that_meet_a_tag(
    raw: list[Raw], dossiers: dict[str, Dossier]
) -> None:
    tags = {
        "elicit-pref": "win-shared",
        "no-need": "info-shared",
        "uv-part": "their-interest-ignored",
    }
    for record, me, _, dossier in views(raw, dossiers):
        texts = [said["text"] for said in record["chat_logs"]]
        expected = Counter(
            tags[label]
            for text, labels in record["annotations"]
            for label in labels.split(",")
            if label in tags and text in texts
        )
        assert Counter(moment.tag for moment in dossier.moments) == expected
        for moment in dossier.moments:
            beginning = " ".join((moment.note or "").rstrip("…").split())
            speakers = {
                said["id"]
                for said in record["chat_logs"]
                if " ".join(said["text"].split()).startswith(beginning)
            }
            speaker = me if moment.actor is Actor.ME else other(me)
            assert speaker in speakers
    assert sum(len(dossier.moments) for dossier in dossiers.values()) == 146


def other(seat: str) -> str:
    return next(name for name in SEATS if name != seat)


def test_the_measures_have_both_sides_of_every_deal(journal: Journal) -> None:
    deals = journal.reading.record().deals
    assert len(deals) == 200
    assert all(deal.my_sat and deal.their_rating for deal in deals)
    assert not any(deal.theirs_told or deal.shared or deal.sealed for deal in deals)
