"""Every k and n of the report, counted again from the negotiations that it opens.

The rules are written anew here, from the negotiations themselves, so that neither the
store's queries nor the measures can be wrong unseen.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.screens.conftest import NOW
from winjournal.bootstrap import open_journal
from winjournal.domain.debrief import Outcome
from winjournal.domain.dossier import Dossier
from winjournal.domain.goalposts import ChangeReason, Goalpost
from winjournal.domain.later import PromiseState
from winjournal.domain.periods import read_period
from winjournal.domain.report import Block, Report
from winjournal.domain.slices import By
from winjournal.domain.tags import Actor, Step
from winjournal.domain.terms import Direction, FairBasis, Unit
from winjournal.services.clock import FixedClock
from winjournal.services.ids import SeededIds
from winjournal.services.journal import Journal

TODAY = NOW.date()
EGO = {"ego", "stayed-for-ego", "left-for-ego"}
OPEN_REASONS = {ChangeReason.CIRCUMSTANCES, ChangeReason.NEW_INFORMATION}


@pytest.fixture(scope="module")
def journal(
    demo_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Journal]:
    path = tmp_path_factory.mktemp("recounted") / "journal.db"
    shutil.copy(demo_file, path)
    opened = open_journal(path, clock=FixedClock(NOW), ids=SeededIds(9))
    yield opened
    opened.store.close()


@pytest.fixture(scope="module")
def dossiers(journal: Journal) -> dict[str, Dossier]:
    ids = [deal.id for deal in journal.reading.record().deals]
    return {d.negotiation.id: d for d in journal.reading.dossiers(ids)}


@pytest.fixture(params=["all", "2026-06..2026-09"])
def report(journal: Journal, request: pytest.FixtureRequest) -> Report:
    return journal.statements.report(read_period(request.param, NOW))


def block(report: Report, step: Step) -> Block:
    return next(b for b in report.blocks if b.step is step)


def tags(dossier: Dossier) -> list[str]:
    return [m.tag for m in dossier.moments if m.actor is Actor.ME and m.tag]


def ego(dossier: Dossier) -> bool | None:
    if dossier.debrief is None or not dossier.debrief.moments_reviewed:
        return None
    return bool(EGO & set(tags(dossier)))


def is_open_update(version: Goalpost) -> bool:
    reason = version.change_reason
    return bool(version.announced) and (
        reason in OPEN_REASONS or reason is ChangeReason.CORRECTION
    )


def moved(dossier: Dossier) -> bool | None:
    own = [g for g in dossier.goalposts if g.owner is Actor.ME]
    told = [g.shared_at for g in own if g.shared_at is not None]
    if not told:
        return None
    later = [g for g in own if g.version > 1 and g.recorded_at >= min(told)]
    shifts = [g for g in later if not is_open_update(g)]
    return bool(shifts) or "goalpost-shift" in tags(dossier)


def grounded(dossier: Dossier) -> bool | None:
    terms = dossier.negotiation.terms
    sealed = dossier.negotiation.is_sealed
    if not sealed or terms.unit is Unit.NONE or terms.fair_basis is None:
        return None
    return terms.fair_basis is not FairBasis.OWN_VIEW


def above(dossier: Dossier) -> bool | None:
    terms, debrief = dossier.negotiation.terms, dossier.debrief
    if (
        debrief is None
        or debrief.outcome is not Outcome.AGREED
        or debrief.captured is None
        or terms.fair_low is None
        or not dossier.negotiation.sealed_in_time
    ):
        return None
    high = terms.fair_high
    if high is None or high == terms.fair_low:
        middle = terms.fair_low
        low, high = middle * 95 / 100, middle * 105 / 100
    else:
        low = terms.fair_low
    if terms.direction is Direction.MORE:
        return debrief.captured > high
    return debrief.captured < low


RULES: dict[Step, Callable[[Dossier], bool | None]] = {
    Step.EGO: ego,
    Step.WINNING: moved,
    Step.VALUE: grounded,
    Step.SHARE: above,
}


@pytest.mark.parametrize("step", RULES)
def test_k_and_n_follow_from_what_is_opened(
    report: Report, dossiers: dict[str, Dossier], step: Step
) -> None:
    found, rule = block(report, step), RULES[step]
    assert found.n > 0
    assert [rule(dossiers[id_]) for id_ in found.for_deals] == [True] * found.k
    others = [rule(dossiers[id_]) for id_ in found.against_deals]
    assert others == [False] * (found.n - found.k)


def test_every_negotiation_that_counts_is_opened(
    journal: Journal, dossiers: dict[str, Dossier]
) -> None:
    whole = journal.statements.report(read_period("all", NOW))
    for step, rule in RULES.items():
        found = block(whole, step)
        counted = {id_ for id_, d in dossiers.items() if rule(d) is not None}
        assert set(found.for_deals) | set(found.against_deals) == counted


def test_promises_are_counted_in_the_negotiations_that_open(
    journal: Journal, dossiers: dict[str, Dossier]
) -> None:
    found = block(journal.statements.report(read_period("all", NOW)), Step.TRUST)
    kept = settled = 0
    for id_ in {*found.for_deals, *found.against_deals}:
        for promise in dossiers[id_].promises:
            if promise.by is not Actor.ME or promise.state is PromiseState.RELEASED:
                continue
            if promise.state is not PromiseState.OPEN or promise.is_overdue(TODAY):
                settled += 1
                kept += promise.state is PromiseState.KEPT
    assert (found.k, found.n) == (kept, settled)


def test_deals_with_their_own_view_have_one(
    report: Report, dossiers: dict[str, Dossier]
) -> None:
    found = block(report, Step.INTERESTS)
    deals = [dossiers[id_] for id_ in (*found.for_ids, *found.against_ids)]
    assert all(d.outcome is Outcome.AGREED for d in deals)
    assert len(found.for_ids) == found.k
    assert len(deals) == found.n
    spots = [spot for spot in report.landings.spots if not spot.guessed]
    assert [spot.id for spot in spots] == list(found.for_ids)
    opened = {*found.for_deals, *found.against_deals}
    assert opened == set(found.for_ids)
    for one in report.landings.felt:
        debrief = dossiers[one.id].debrief
        assert debrief is not None
        assert debrief.their_sat_pred == one.predicted


def test_each_detail_opens_as_many_as_its_figure_says(
    report: Report, dossiers: dict[str, Dossier]
) -> None:
    said = {d.text: d.ids for b in report.blocks for d in b.details if d.ids}
    checked = 0
    for text, ids in said.items():
        words = text.split()
        if text.startswith(("let go in", "below my line")):
            figure = int(words[3].rstrip(",:"))
        elif text.startswith("not shared at all in"):
            figure = int(words[5])
        elif text.startswith("left "):
            figure = int(words[1])
        elif words[-2:] == ["below", "it"]:
            figure = int(words[0])
        else:
            continue
        checked += 1
        assert len(ids) == figure, text
    assert checked >= 3


def test_slices_count_what_they_open(
    journal: Journal, dossiers: dict[str, Dossier]
) -> None:
    for step, rule in RULES.items():
        for one in journal.statements.slices(read_period("all", NOW), step):
            assert len(one.for_ids) == one.k
            assert len(one.against_ids) == one.n - one.k
            for id_ in (*one.for_ids, *one.against_ids):
                dossier = dossiers[id_]
                assert rule(dossier) is (id_ in one.for_ids)
                if one.by is By.PERSON:
                    assert dossier.counterparty.name == one.name
                elif one.by is By.HOUR and dossier.sittings:
                    first = min(s.started_at for s in dossier.sittings)
                    morning = {"before 9:00", "9:00 to 12:00"}
                    assert (first.hour < 12) is (one.name in morning)


def test_what_aged_was_due_and_answered(
    report: Report, dossiers: dict[str, Dossier]
) -> None:
    assert report.ageing.groups
    for group in report.ageing.groups:
        for id_ in group.due_ids:
            looks = [f for f in dossiers[id_].follow_ups if f.day == group.day]
            assert len(looks) == 1
            answered = looks[0].answered_at is not None
            assert answered is (id_ in group.answered_ids)
            assert answered or looks[0].due <= TODAY
        assert not set(group.held_ids) & set(group.failed_ids)
        assert set(group.again_ids) <= set(group.answered_ids)


def test_repairs_and_recoveries_are_in_what_they_open(
    journal: Journal, dossiers: dict[str, Dossier]
) -> None:
    found = journal.statements.report(read_period("all", NOW)).mended
    repairs = [r for d in dossiers.values() for r in d.repairs]
    assert found.repairs == len(repairs)
    assert found.made == sum(r.done_on is not None for r in repairs)
    egos = [
        m for d in dossiers.values() for m in d.moments
        if m.actor is Actor.ME and m.tag == "ego" and m.sitting_id is not None
    ]  # fmt: skip
    assert found.egos == len(egos)
    opened = {*found.let_go_ids, *found.held_ids}
    assert opened == {m.negotiation_id for m in egos}
