from __future__ import annotations

from argparse import Namespace
from datetime import UTC, date, datetime

import pytest

from winjournal.cli.options import Parser
from winjournal.cli.query import add_filter, filter_of
from winjournal.domain.debrief import Outcome
from winjournal.domain.errors import NotUnderstood
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
    Words,
)
from winjournal.domain.tags import Actor, Step

NOW = datetime(2026, 3, 4, 10, tzinfo=UTC)
NONE: list[str] = []


def asked(words: list[str], options: list[str]) -> Filter:
    parser = Parser(None)
    add_filter(parser)
    return filter_of(words, parser.parse_args(options, Namespace()), NOW)


@pytest.mark.parametrize(
    ("words", "options", "filter_"),
    [
        (NONE, NONE, Everything()),
        (["with:dana"], NONE, With("dana")),
        (NONE, ["--with", "Dana Marsh"], With("Dana Marsh")),
        (["since:last month"], NONE, Since(date(2026, 2, 1))),
        (['since:"last month"'], NONE, Since(date(2026, 2, 1))),
        (
            ["since:jan with:dana"],
            NONE,
            And((Since(date(2026, 1, 1)), With("dana"))),
        ),
        (["with:dana marsh"], NONE, With("dana marsh")),
        (["two words"], NONE, And((Words("two"), Words("words")))),
        (NONE, ["--from", "last month"], Since(date(2026, 2, 1))),
        (NONE, ["--to", "w9"], Until(date(2026, 3, 1))),
        (NONE, ["--step", "ego"], StepIs(Step.EGO)),
        (NONE, ["--outcome", "walked-away"], OutcomeIs(Outcome.WALKED_AWAY)),
        (NONE, ["--open"], Is(State.OPEN)),
        (NONE, ["--tag", "ego"], TagIs(("ego",), Actor.ME, None, "ego")),
        (NONE, ["--tag", "@ego+"], TagIs(("ego-released",), Actor.ME, None,
                                         "ego-released")),
        (NONE, ["--tag", "them/ego"], TagIs(("ego",), Actor.THEM, None, "ego")),
        (["quartz"], ["--open"], And((Words("quartz"), Is(State.OPEN)))),
    ],
)  # fmt: skip
def test_words_and_options_make_one_filter(
    words: list[str], options: list[str], filter_: Filter
) -> None:
    assert asked(words, options) == filter_


@pytest.mark.parametrize(
    ("words", "options", "sentence"),
    [
        (NONE, ["--from", "someday"], '"someday" is no period.'),
        (NONE, ["--to", "2026-02-30"], '"2026-02-30" is no period'),
        (NONE, ["--tag", "egos"], '"egos" is no tag. Did you mean ego'),
        (NONE, ["--tag", ""], '"" is no tag.'),
        (["since:someday"], NONE, '"someday" is no period.'),
        (["outcome:won"], NONE, 'outcome: does not know "won".'),
    ],
)
def test_what_is_not_understood_is_named(
    words: list[str], options: list[str], sentence: str
) -> None:
    with pytest.raises(NotUnderstood) as caught:
        asked(words, options)
    assert sentence in str(caught.value)
