"""The answers of the choices, in the words of the table."""

from __future__ import annotations

from winjournal.domain.debrief import InfoGap, NoDealReason, Outcome, YesNoUnsure
from winjournal.domain.goalposts import ChangeReason, Source
from winjournal.domain.later import Commitments, Discovered, ReopenedBy, SatSource
from winjournal.domain.negotiation import CounterpartyKind, Sphere, TrustCall
from winjournal.domain.tags import Actor
from winjournal.domain.terms import Direction, FairBasis, Unit
from winjournal.ui.widgets.form_spec import Option

SPHERES = (
    Option(Sphere.PROFESSIONAL, "professional"),
    Option(Sphere.PERSONAL, "personal", "r"),
    Option(Sphere.HOUSEHOLD, "household"),
    Option(Sphere.OTHER, "other"),
)
TRUST_CALLS = (
    Option(TrustCall.ENOUGH, "enough"),
    Option(TrustCall.NOT_YET, "not yet"),
    Option(TrustCall.NO, "no", "o"),
    Option(TrustCall.UNSURE, "unsure"),
)
SOURCES = (
    Option(Source.TOLD_ME, "they told me", "t"),
    Option(Source.MY_GUESS, "my guess", "g"),
    Option(Source.NOT_ASKED, "not asked", "n"),
)
UNITS = (
    Option(Unit.MONEY, "money"),
    Option(Unit.PERCENT, "percent"),
    Option(Unit.POINTS, "points", "o"),
    Option(Unit.NONE, "no number", "n"),
)
DIRECTIONS = (
    Option(Direction.MORE, "more is better for me", "m"),
    Option(Direction.LESS, "less is better", "l"),
)
BASES = (
    Option(FairBasis.MARKET, "market"),
    Option(FairBasis.PRECEDENT, "precedent"),
    Option(FairBasis.THIRD_PARTY, "third party"),
    Option(FairBasis.COST, "cost"),
    Option(FairBasis.OWN_VIEW, "own view"),
)
OUTCOMES = (
    Option(Outcome.AGREED, "agreed"),
    Option(Outcome.WALKED_AWAY, "I walked away", "w"),
    Option(Outcome.THEY_WALKED, "they walked", "t"),
    Option(Outcome.BOTH_STOPPED, "both stopped", "b"),
    Option(Outcome.OPEN, "still open", "o"),
)
YES_NO_UNSURE = (
    Option(YesNoUnsure.YES, "yes"),
    Option(YesNoUnsure.NO, "no"),
    Option(YesNoUnsure.UNSURE, "unsure"),
)
INFO_GAPS = (
    Option(InfoGap.NONE, "nothing"),
    Option(InfoGap.I_SHARED_IT, "I shared it", "s"),
    Option(InfoGap.I_KEPT_IT, "I kept it", "k"),
    Option(InfoGap.UNSURE, "unsure"),
)
NO_DEAL_REASONS = (
    Option(NoDealReason.BELOW_LINE, "below my line", "l"),
    Option(NoDealReason.BETTER_ALTERNATIVE, "better alternative", "b"),
    Option(NoDealReason.TRUST, "trust"),
    Option(NoDealReason.PRIDE, "pride"),
    Option(NoDealReason.OTHER, "other"),
)
REASONS = (
    Option(ChangeReason.CIRCUMSTANCES, "circumstances"),
    Option(ChangeReason.NEW_INFORMATION, "new information", "n"),
    Option(ChangeReason.LEVERAGE, "leverage"),
    Option(ChangeReason.CORRECTION, "a correction", "o"),
    Option(ChangeReason.UNKNOWN, "unknown"),
)
PERSON_KINDS = (
    Option(CounterpartyKind.PERSON, "a person", "p"),
    Option(CounterpartyKind.ORGANISATION, "an organisation", "o"),
)
ACTORS = (Option(Actor.ME, "me"), Option(Actor.THEM, "them"))
SAT_SOURCES = (
    Option(SatSource.TOLD_ME, "told me"),
    Option(SatSource.IN_WRITING, "in writing", "w"),
    Option(SatSource.THIRD_PARTY, "third party", "h"),
    Option(SatSource.MY_READING, "my reading", "m"),
    Option(SatSource.NO_ANSWER, "no answer", "n"),
)
DISCOVERED = (
    Option(Discovered.NO, "no"),
    Option(Discovered.YES_NEW, "yes, new to me too", "y"),
    Option(Discovered.YES_KNEW, "yes, I knew it then", "k"),
    Option(Discovered.UNKNOWN, "unknown"),
)
COMMITMENTS = (
    Option(Commitments.ALL, "all"),
    Option(Commitments.SOME, "some"),
    Option(Commitments.NONE, "none"),
    Option(Commitments.NA, "nothing was owed", "o"),
)
REOPENED = (
    Option(ReopenedBy.NOBODY, "nobody"),
    Option(ReopenedBy.ME, "me"),
    Option(ReopenedBy.THEM, "them"),
)
