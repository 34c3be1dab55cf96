"""What a week's review walks through: clear, current, look; and its one question."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from winjournal.domain.goalposts import ChangeReason, Goalpost
from winjournal.domain.later import Promise, PromiseState
from winjournal.domain.moments import Moment
from winjournal.domain.negotiation import Counterparty
from winjournal.domain.prompt_triggers import raised
from winjournal.domain.prompts import REST_WEEKS, Prompt, Seen, fallback, prompt_of
from winjournal.domain.review import ToDo, hardest
from winjournal.domain.tags import Actor
from winjournal.domain.weeks import Week
from winjournal.domain.writing import InboxLine, Vow, VowTest, WeekReview
from winjournal.services.views import Due, DueKind, UnderWay
from winjournal.services.vows import latest_vow
from winjournal.services.writing import home_of, known_people, understood

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from winjournal.services.port_of_lists import Views
    from winjournal.services.ports import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """What waits in a week's review; nothing but the look once it is sealed.

    Attributes:
        lines: Logged lines up to its Sunday that are filed nowhere.
        undecided: Marks up to its Sunday that have no tag yet.
        debriefs: Talks up to its Sunday that are not debriefed.
        due: Promises, repairs and looks back due up to its Sunday.
        untested: Talks of the week after which the standing vow was not tested.
        retired: The vow before it, where it was retired in this week.
        hardest: Its three hardest moments.
        coming: Open negotiations planned up to the Sunday after it.
        titles: Of the negotiations that any of these belong to.
        to_do: How much of it is still to be done.
    """

    lines: tuple[InboxLine, ...] = ()
    undecided: tuple[Moment, ...] = ()
    debriefs: tuple[Due, ...] = ()
    due: tuple[Due, ...] = ()
    untested: tuple[str, ...] = ()
    retired: Vow | None = None
    hardest: tuple[Moment, ...] = ()
    coming: tuple[UnderWay, ...] = ()
    titles: dict[str, str] | None = None
    to_do: ToDo = field(default_factory=ToDo)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The question of a week, and the others that its data raised.

    Attributes:
        prompt: The one that is asked, or was answered.
        others: The others whose trigger holds, one's own, and the one that always
            does.
        titles: Of the negotiations that they name.
    """

    prompt: Prompt
    others: tuple[Prompt, ...]
    titles: dict[str, str]


def walk_of(
    views: Views,
    reader: Reader,
    *,
    week: Week,
    today: date,
    review: WeekReview | None,
    vow: Vow | None,
    talked: Sequence[str],
    moments: Sequence[Moment],
) -> Walk:
    """Return what a week's review walks through.

    Args:
        views: For what is due and under way.
        reader: For lines, marks and tests.
        week: Which.
        today: Local date.
        review: What was written so far.
        vow: The vow that stands this week.
        talked: The negotiations that were talked in it.
        moments: Its moments.
    """
    hard = hardest(moments)
    latest = latest_vow(reader, week)
    retired = latest if latest and latest.retired_on in week.days else None
    if review is not None and review.sealed_at is not None:
        return _titled(views, Walk(hardest=hard, retired=retired, to_do=_DONE))
    due = [one for one in views.due(week.sunday) if one.on <= week.sunday]
    walk = Walk(
        lines=_loose(reader, week.sunday),
        undecided=_undecided(reader, week.sunday),
        debriefs=tuple(one for one in due if one.kind is DueKind.DEBRIEF),
        due=tuple(one for one in due if one.kind is not DueKind.DEBRIEF),
        untested=_untested(reader, vow, talked),
        retired=retired,
        hardest=hard,
        coming=_coming(views, week, today),
    )
    made = reader.find(Vow, week=str(week)) is not None
    return _titled(views, walk, to_do=_to_do(walk, review, made))


_DONE = ToDo(prompt=False, unlogged=False, sentence=False, vow=False)


def _to_do(walk: Walk, review: WeekReview | None, vowed: bool) -> ToDo:
    looks = [one for one in walk.due if one.kind is DueKind.FOLLOW_UP]
    return ToDo(
        lines=len(walk.lines),
        marks=len(walk.undecided),
        debriefs=len(walk.debriefs),
        settle=len(walk.due) - len(looks),
        look_backs=len(looks),
        vow_tests=len(walk.untested),
        moments=len(walk.hardest),
        prompt=review is None or not review.answer,
        unlogged=review is None or review.unlogged is None,
        sentence=review is None or not review.sentence,
        vow=not vowed,
    )


def _titled(views: Views, walk: Walk, to_do: ToDo | None = None) -> Walk:
    ids = {one.negotiation_id for one in (*walk.undecided, *walk.hardest)}
    ids |= {one.negotiation_id for one in walk.due if one.negotiation_id}
    titles = views.titles([*ids, *walk.untested])
    return replace(walk, titles=titles, to_do=to_do or walk.to_do)


def _loose(reader: Reader, until: date) -> tuple[InboxLine, ...]:
    lines = [x for x in reader.list(InboxLine, filed_at=None) if x.at.date() <= until]
    people = known_people(reader) if lines else ()
    return tuple(x for x in lines if home_of(reader, understood(x, people)) is None)


def _undecided(reader: Reader, until: date) -> tuple[Moment, ...]:
    """Return the marks without a tag, the latest first: those one still knows of."""
    found = [one for one in reader.list(Moment, tag=None) if one.at.date() <= until]
    return tuple(sorted(found, key=lambda one: (one.at, one.id), reverse=True))


def _untested(
    reader: Reader, vow: Vow | None, talked: Sequence[str]
) -> tuple[str, ...]:
    if vow is None:
        return ()
    tested = {test.negotiation_id for test in reader.list(VowTest, vow_id=vow.id)}
    return tuple(id_ for id_ in talked if id_ not in tested)


def _coming(views: Views, week: Week, today: date) -> tuple[UnderWay, ...]:
    """Return the talks at which the next vow is tested, the nearest first."""
    after = min(max(today, week.monday), week.sunday)
    return tuple(
        deal
        for deal in views.under_way()
        if deal.planned_for is not None
        and deal.live_since is None
        and after <= deal.planned_for.date() <= week.next.sunday
    )


def asked_of(
    views: Views, reader: Reader, week: Week, now: datetime, own: Sequence[Prompt] = ()
) -> Asked:
    """Return the question of a week, and the others that were raised.

    What was asked in the four weeks before rests; what was answered stays.

    Args:
        views: The lists of one snapshot.
        reader: The entities of it.
        week: The week that is reviewed.
        now: An aware time.
        own: The user's own questions.
    """
    review = reader.find(WeekReview, week=str(week))
    found = raised(_seen(views, reader, week, now))
    known = (*found, *own, fallback())
    prompt = _answered(review, known)
    if prompt is None:
        prompt = prompt_of(found, _asked_before(reader, week), own)
    others = tuple(one for one in known if one.id != prompt.id)
    ids = {id_ for one in (prompt, *others) for id_ in one.deals}
    return Asked(prompt=prompt, others=others, titles=views.titles(list(ids)))


def _answered(review: WeekReview | None, known: Sequence[Prompt]) -> Prompt | None:
    """Return the question that a review has taken, as it was asked then."""
    if review is None or review.prompt_id is None:
        return None
    now = next((p for p in known if p.id == review.prompt_id), None)
    text = review.prompt_text or (now.text if now else None)
    if text is None:
        return None
    return Prompt(
        id=review.prompt_id,
        text=text,
        trigger=now.trigger if now else "",
        deals=review.cited or (now.deals if now else ()),
    )


def _asked_before(reader: Reader, week: Week) -> list[str | None]:
    """Return what was asked in the weeks before, the latest first."""
    asked: list[str | None] = []
    for _ in range(REST_WEEKS):
        week = week.previous
        review = reader.find(WeekReview, week=str(week))
        asked.append(review.prompt_id if review else None)
    return asked


def _seen(views: Views, reader: Reader, week: Week, now: datetime) -> Seen:
    begin = datetime.combine(week.monday, time(), tzinfo=now.tzinfo)
    marked = sorted({m.negotiation_id for m in views.marks(week.monday, week.sunday)})
    moments = (m for id_ in marked for m in reader.list(Moment, negotiation_id=id_))
    changes = [
        (one.negotiation_id, one.change_reason.value)
        for reason in ChangeReason
        if reason is not ChangeReason.INITIAL
        for one in reader.list(Goalpost, owner=Actor.ME, change_reason=reason)
        if one.recorded_at.date() <= week.sunday
    ]
    return Seen(
        record=views.record(),
        week=week,
        today=min(now.date(), week.sunday),
        moments=[m for m in moments if Week.of(m.at.date()) == week],
        changes=changes,
        owed=reader.list(Promise, by=Actor.ME, state=PromiseState.OPEN),
        heard=frozenset(views.heard(begin, begin + timedelta(days=7))),
        people={person.id: person.name for person in reader.list(Counterparty)},
    )
