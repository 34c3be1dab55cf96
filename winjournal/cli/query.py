"""Which rows a verb is about: words of the filter language, and options for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from winjournal.domain.debrief import Outcome
from winjournal.domain.edge import clean_text, quoted
from winjournal.domain.errors import NotUnderstood
from winjournal.domain.filter import read_filter
from winjournal.domain.filter_tree import (
    And,
    Everything,
    Filter,
    Is,
    OutcomeIs,
    Since,
    State,
    StepIs,
    TagIs,
    Until,
    With,
)
from winjournal.domain.periods import read_period
from winjournal.domain.tag_words import nearest_words, read_tag_word
from winjournal.domain.tags import Actor, Step

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable, Collection, Mapping, Sequence
    from datetime import datetime

    from winjournal.cli.call import Call

_KEYED = re.compile(r"([a-z]+):([^\"]*\s[^\"]*)", re.DOTALL)
_TERM = re.compile(r"(?:^|\s)(?:@|[a-z]+:|\(|(?:and|or|not)(?:\s|$))")
_LONGEST_COUNT = 6


def add_filter(parser: ArgumentParser) -> None:
    """Add the options that narrow what a verb is about."""
    add = parser.add_argument
    add("--from", dest="since", metavar="DAY", help="on this day or later")
    add("--to", dest="until", metavar="DAY", help="on this day or before")
    add("--with", dest="person", metavar="NAME", help="with this counterparty")
    add("--tag", metavar="TAG", help="with this mark: ego, trust-, them/ego")
    add("--step", choices=list(map(str, Step)), metavar="STEP", help=_choices(Step))
    add("--outcome", choices=list(map(str, Outcome)), metavar="OUTCOME",
        help=_choices(Outcome))  # fmt: skip
    add("--open", action="store_true", help="under way only")


def filter_asked(call: Call) -> Filter:
    """Return what a call asks for.

    Raises:
        NotUnderstood: A word, a day or a tag is none.
    """
    return filter_of(call.words, call.args, call.now, own_in(call), call.saved)


def own_in(call: Call) -> Collection[str]:
    """Return the own tags that a call may name; none is read where it names none."""
    tag = getattr(call.args, "tag", None)
    tagged = tag is not None or any("@" in word for word in call.words)
    return call.own_tags if tagged else ()


def filter_of(
    words: Sequence[str],
    args: Namespace,
    now: datetime,
    own: Collection[str] = (),
    saved: Mapping[str, str] | None = None,
) -> Filter:
    """Return what words and options ask for together; `Everything` without any.

    Args:
        words: The words, as a shell hands them over.
        args: The options of `add_filter`.
        now: An aware time.
        own: Slugs of the user's own tags.
        saved: Saved filters by name.

    Raises:
        NotUnderstood: A word, a day or a tag is none.
    """
    asked = (
        read_filter(query_of(words), now, own_tags=own, saved=saved),
        *_options(args, now, own),
    )
    parts = tuple(part for part in asked if not isinstance(part, Everything))
    if len(parts) < 2:
        return parts[0] if parts else Everything()
    return And(parts)


def _options(args: Namespace, now: datetime, own: Collection[str]) -> list[Filter]:
    """Return what each option asks for, where it was given."""
    readers: tuple[tuple[str | None, Callable[[str], Filter]], ...] = (
        (args.since, lambda text: Since(read_period(text, now).start)),
        (args.until, lambda text: Until(read_period(text, now).end)),
        (args.person, lambda text: With(clean_text(text, one_line=True).text)),
        (args.tag, lambda text: _tag(text, own)),
        (args.step, lambda text: StepIs(Step(text))),
        (args.outcome, lambda text: OutcomeIs(Outcome(text))),
    )
    asked = [read(text) for text, read in readers if text is not None]
    return [*asked, Is(State.OPEN)] if args.open else asked


def count(text: str) -> int:
    """Return how many were asked for.

    Raises:
        NotUnderstood: It is no number of 1 or more.
    """
    if len(text) <= _LONGEST_COUNT and text.isascii() and text.isdigit() and int(text):
        return int(text)
    raise NotUnderstood(f"{quoted(text)} is no count.", "Write for example -n 20.")


def saved_that_fail(saved: Mapping[str, str], now: datetime) -> list[str]:
    """Return a sentence for each saved filter that is not understood."""
    said: list[str] = []
    for name, query in saved.items():
        try:
            read_filter(query, now, saved={})
        except NotUnderstood as error:
            said.append(f"filters.{name} is not understood. {error}")
    return said


def query_of(words: Sequence[str]) -> str:
    """Return the words as one query, with the quotes that the shell took off.

    `since:"last month"` reaches the program as `since:last month`; a word with
    more than one condition in it is a query that was quoted as a whole.
    """
    return " ".join(map(_requoted, (clean_text(word).text for word in words)))


def _requoted(word: str) -> str:
    found = _KEYED.fullmatch(word)
    if found is None or _TERM.search(found[2]):
        return word
    return f'{found[1]}:"{found[2]}"'


def _tag(text: str, own: Collection[str]) -> Filter:
    tag = read_tag_word(text.removeprefix("@"), own)
    if tag is None:
        near = " or ".join(nearest_words(text.removeprefix("@"), own))
        hint = f"Did you mean {near}?" if near else "wj help tags lists them."
        raise NotUnderstood(f"{quoted(text)} is no tag.", hint)
    word = tag.stem or tag.slug or ""
    return TagIs(tag.slugs, tag.actor or Actor.ME, tag.step, word)


def _choices(values: type[Step] | type[Outcome]) -> str:
    return ", ".join(value.value for value in values)
