"""One of each entity, and all that the domain allows, for hypothesis."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from winjournal.domain.debrief import (
    Debrief,
    InfoGap,
    NoDealReason,
    Outcome,
    YesNoUnsure,
)
from winjournal.domain.goalposts import ChangeReason, Criterion, Goalpost, Source
from winjournal.domain.later import (
    Commitments,
    Discovered,
    FollowUp,
    OutsideView,
    Promise,
    PromiseState,
    ReopenedBy,
    Repair,
    SatSource,
)
from winjournal.domain.moments import Moment, Precision, Recorded
from winjournal.domain.negotiation import (
    Counterparty,
    CounterpartyKind,
    Negotiation,
    Offer,
    Sitting,
    Sphere,
    TrustCall,
)
from winjournal.domain.own_tags import OwnTag
from winjournal.domain.standing import BlindRating, StatementResponse
from winjournal.domain.tags import TAXONOMY, Actor, Step
from winjournal.domain.terms import Direction, FairBasis, Terms, Unit
from winjournal.domain.worth import GapPlan, InformationGap, ValueItem
from winjournal.domain.writing import (
    Draft,
    Entry,
    InboxLine,
    Link,
    Vow,
    VowTest,
    WeekReview,
)

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from winjournal.services.entities import Entity
    from winjournal.services.ports import Writer

AT = datetime(2026, 3, 4, 10, 0, tzinfo=timezone(timedelta(hours=1)))
DAY = date(2026, 3, 4)

PERSON = Counterparty(id="person", name="Dana")
DEAL = Negotiation(id="deal", title="Renewal", counterparty_id="person", opened_on=DAY)
SITTING = Sitting(id="sitting", negotiation_id="deal", started_at=AT)
LINE = InboxLine(id="line", line="Dana: hm", at=AT, logged_at=AT)
ENTRY = Entry(id="entry", written_at=AT, body="It was calm.", negotiation_id="deal")
MOMENT = Moment(id="moment", negotiation_id="deal", at=AT, tag="ego")
VOW = Vow(id="vow", week="2026-W10", cue="I hear cheaper", deed="I ask why")

PARENTS: tuple[Entity, ...] = (PERSON, DEAL, SITTING, LINE, ENTRY, MOMENT, VOW)


def put_parents(writer: Writer) -> None:
    """Write what other entities refer to."""
    for parent in PARENTS:
        writer.put(parent)


def text(top: int = 300, least: int = 0) -> SearchStrategy[str]:
    """Any text that the edge lets through, and many that it does not."""
    signs = st.characters(codec="utf-8", exclude_characters="\x00")
    return st.text(signs, min_size=least, max_size=top)


def words(top: int) -> SearchStrategy[str]:
    return text(top, 1).filter(lambda said: bool(said.strip()))


def instants() -> SearchStrategy[datetime]:
    zones = st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
    # hypothesis takes its bounds without a zone
    least, most = datetime(1900, 1, 2), datetime(2900, 1, 1)  # noqa: DTZ001 - as above
    return st.datetimes(least, most, timezones=zones)


def days() -> SearchStrategy[date]:
    return st.dates(date(1900, 1, 1), date(2900, 1, 1))


def amounts() -> SearchStrategy[Decimal]:
    return st.decimals(allow_nan=False, allow_infinity=False)


def maybe(known: SearchStrategy[Any]) -> SearchStrategy[Any]:
    return st.none() | known


def some(kind: Any) -> SearchStrategy[Any]:
    return st.none() | st.sampled_from(kind)


@st.composite
def terms(draw: st.DrawFn) -> Terms:
    unit = draw(st.sampled_from(Unit))
    top = {Unit.PERCENT: 100, Unit.POINTS: 200}.get(unit)
    amount = amounts() if top is None else st.decimals(0, top, places=2)
    fair = sorted(draw(st.lists(amount, max_size=2)))
    return Terms(
        unit=unit,
        currency=draw(st.sampled_from([None, "EUR"])) if unit is Unit.MONEY else None,
        direction=draw(some(Direction)),
        fair_low=fair[0] if fair else None,
        fair_high=fair[1] if len(fair) > 1 else None,
        fair_basis=draw(some(FairBasis)),
        fair_basis_note=draw(maybe(text(120))),
        target=draw(maybe(amount)),
        walk_away=draw(maybe(amount)),
        walk_away_text=draw(maybe(text(120))),
    )


@st.composite
def debriefs(draw: st.DrawFn) -> Debrief:
    outcome = draw(st.sampled_from(Outcome))
    rating = st.integers(1, 7)
    agreed = outcome is Outcome.AGREED
    return draw(
        st.builds(
            Debrief,
            id=st.just("x"),
            negotiation_id=st.just("deal"),
            written_at=instants(),
            outcome=st.just(outcome),
            captured=maybe(amounts()) if agreed else st.none(),
            final_offer=maybe(amounts()),
            below_line=some(YesNoUnsure),
            my_sat=maybe(rating),
            their_sat_pred=maybe(rating),
            deal_again_prob=maybe(st.integers(0, 100)),
            my_win_changed=some([True, False]),
            their_win_changed=some([True, False]),
            info_gap=some(InfoGap),
            no_deal_reason=some(NoDealReason),
            step_self=maybe(st.tuples(*[rating] * 5)),
            moments_reviewed=st.booleans(),
            better_for_both=maybe(text(140)),
            lesson=maybe(text(200)),
            happened=maybe(text()),
            why=maybe(text()),
            next_time=maybe(text()),
            true_sentence=maybe(text(400)),
            sealed_at=maybe(instants()),
        )
    )


_X, _DEAL = st.just("x"), st.just("deal")
_ACTORS = st.sampled_from(Actor)

ALLOWED: dict[type, SearchStrategy[Any]] = {
    Counterparty: st.builds(
        Counterparty, id=_X, name=words(60), kind=st.sampled_from(CounterpartyKind),
        alias=maybe(text(60)), since=maybe(days()), note=maybe(text()),
        archived_at=maybe(instants()),
        nicknames=st.lists(words(60), max_size=3).map(tuple),
    ),
    Negotiation: st.builds(
        Negotiation, id=_X, title=words(80), counterparty_id=st.just("person"),
        sphere=st.sampled_from(Sphere), kind=maybe(text(30)),
        planned_for=maybe(instants()), opened_on=days(), closed_on=maybe(days()),
        trust_call=some(TrustCall), smallest_promise=maybe(text(120)),
        value_case=maybe(text(200)), alternative=maybe(text(120)),
        ego_risk=maybe(text(100)), terms=terms(), prep_sealed_at=maybe(instants()),
        prep_hash=maybe(text(64)), sealed_in_time=some([True, False]),
        archived_at=maybe(instants()), version=st.just(1), sealed_with=maybe(text(36)),
    ),
    Sitting: st.builds(
        Sitting, id=_X, negotiation_id=_DEAL, started_at=instants(),
        ended_at=maybe(instants()), zone=text(40),
        source=st.sampled_from(["live", "after"]),
    ),
    Offer: st.builds(
        Offer, id=_X, negotiation_id=_DEAL, at=instants(), by=_ACTORS,
        amount=amounts(), text=maybe(text(120)),
    ),
    Goalpost: st.builds(
        Goalpost, id=_X, negotiation_id=_DEAL, owner=_ACTORS,
        version=st.integers(1, 99), text=words(200),
        criteria_ids=st.lists(text(40), max_size=3).map(tuple),
        target=maybe(amounts()), recorded_at=instants(), shared_at=maybe(instants()),
        source=some(Source), change_reason=st.sampled_from(ChangeReason),
        what_changed=words(140), announced=some([True, False]),
    ),
    Criterion: st.builds(
        Criterion, id=_X, negotiation_id=_DEAL, owner=_ACTORS, text=words(60),
        weight=st.integers(1, 3), source=some(Source),
        met=some([Decimal(0), Decimal("0.5"), Decimal(1), Decimal("1.0")]),
        met_source=some(Source), position=st.integers(0, 9),
    ),
    Moment: st.builds(
        Moment, id=_X, negotiation_id=_DEAL, sitting_id=some(["sitting"]),
        entry_id=some(["entry"]), at=instants(), precision=st.sampled_from(Precision),
        tag=some([tag.slug for tag in TAXONOMY]), step_hint=some(Step), actor=_ACTORS,
        strength=st.integers(1, 3), note=maybe(text(140)),
        recorded=st.sampled_from(Recorded),
    ),
    Debrief: debriefs(),
    Promise: st.builds(
        Promise, id=_X, counterparty_id=st.just("person"),
        negotiation_id=some(["deal"]), by=_ACTORS, text=words(120),
        made_at=instants(), due=maybe(days()), state=st.sampled_from(PromiseState),
        settled_on=maybe(days()), moment_id=some(["moment"]),
    ),
    FollowUp: st.builds(
        FollowUp, id=_X, negotiation_id=_DEAL, day=st.integers(0, 999), due=days(),
        answered_at=maybe(instants()), skipped=st.integers(0, 9),
        deal_again=some(YesNoUnsure), their_sat=maybe(st.integers(1, 7)),
        their_sat_source=some(SatSource), my_sat_now=maybe(st.integers(1, 7)),
        they_discovered=some(Discovered), my_commitments=some(Commitments),
        their_commitments=some(Commitments), swap_sign=some(YesNoUnsure),
        reopened_by=some(ReopenedBy), note=maybe(text()),
    ),
    OutsideView: st.builds(
        OutsideView, id=_X, negotiation_id=_DEAL,
        by=st.sampled_from(["them", "witness"]), asked_at=maybe(instants()),
        received_at=maybe(instants()), sat=maybe(st.integers(1, 7)),
        words=maybe(text()), source=some(SatSource),
    ),
    Repair: st.builds(
        Repair, id=_X, negotiation_id=_DEAL, moment_id=some(["moment"]),
        text=words(120), for_whom=maybe(text(60)), made_at=instants(),
        due=maybe(days()), done_on=maybe(days()), effect=maybe(text(140)),
    ),
    ValueItem: st.builds(
        ValueItem, id=_X, negotiation_id=_DEAL, text=words(120),
        low=amounts(), high=st.none(), unit=maybe(text(20)),
        evidence=maybe(text(120)), differs=maybe(text(120)),
        told_at=maybe(instants()), position=st.integers(0, 9),
    ),
    InformationGap: st.builds(
        InformationGap, id=_X, negotiation_id=_DEAL, text=words(140),
        material=some([True, False]), plan=some(GapPlan), because=words(120),
        told_at=maybe(instants()), position=st.integers(0, 9),
    ),
    OwnTag: st.builds(
        OwnTag, id=_X, slug=st.from_regex(r"own-[a-z0-9]{1,9}", fullmatch=True),
        label=words(60), step=st.sampled_from(Step), archived_at=maybe(instants()),
    ),
    StatementResponse: st.builds(
        StatementResponse, id=_X, block=text(20), period=text(20),
        answered_at=instants(), agrees=st.booleans(), reason=words(200),
        sentence=text(600),
    ),
    BlindRating: st.builds(
        BlindRating, id=_X, negotiation_id=_DEAL, rated_at=instants(),
        my_sat=st.integers(1, 7),
        step_self=maybe(st.tuples(*[st.integers(1, 7)] * 5)),
    ),
    Entry: st.builds(
        Entry, id=_X, written_at=instants(), body=text(), negotiation_id=some(["deal"]),
        inbox_id=some(["line"]),
    ),
    InboxLine: st.builds(
        InboxLine, id=_X, line=text(), person=maybe(text(60)), at=instants(),
        has_date=st.booleans(), logged_at=instants(), filed_at=maybe(instants()),
        entry_id=some(["entry"]),
    ),
    WeekReview: st.builds(
        WeekReview, id=_X,
        week=st.integers(1, 53).map(lambda week: f"2026-W{week:02}"),
        reflection=text(), sentence=maybe(text(200)),
        unlogged=maybe(st.integers(0, 99)), prompt_id=maybe(text(40)),
        answer=maybe(text(500)), sealed_at=maybe(instants()), hash=maybe(text(64)),
    ),
    Vow: st.builds(
        Vow, id=_X, week=st.just("2026-W09"), cue=words(120), deed=words(120),
        retired_on=maybe(days()),
    ),
    VowTest: st.builds(
        VowTest, id=_X, vow_id=st.just("vow"), negotiation_id=_DEAL,
        occurred=st.booleans(), kept=some([True, False]),
    ),
    Draft: st.builds(
        Draft, id=_X, owner=text(40), field=text(40), text=text(),
        cursor=st.integers(0, 2**40), base_version=maybe(st.integers(1, 99)),
        instance=text(40), updated_at=instants(),
    ),
    Link: st.builds(
        Link, id=_X, chain=text(40), number=st.integers(1, 99), kind=text(20),
        content_hash=text(64), previous_hash=maybe(text(64)), hash=text(64),
        sealed_at=instants(), content=maybe(text()), tombstone=st.booleans(),
    ),
}  # fmt: skip
"""Each kind of entity, to be written after its parents."""
