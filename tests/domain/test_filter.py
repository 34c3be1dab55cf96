"""Reading the filter language: what it means, in words, and where it is wrong."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from winjournal.domain.debrief import Outcome
from winjournal.domain.filter import read_filter
from winjournal.domain.filter_tokens import FilterError
from winjournal.domain.filter_tree import (
    And,
    Everything,
    Filter,
    Has,
    Is,
    KindIs,
    Not,
    On,
    Or,
    OutcomeIs,
    Over,
    Part,
    Since,
    SphereIs,
    State,
    StepIs,
    TagIs,
    Until,
    With,
    Words,
)
from winjournal.domain.negotiation import Sphere
from winjournal.domain.tags import Actor, Step

NOW = datetime(2026, 3, 4, 7, 50, tzinfo=ZoneInfo("Europe/Berlin"))
EGO = TagIs(("ego",), Actor.ME, None, "ego")
A, B, C = Words("a"), Words("b"), Words("c")


def read(text: str) -> Filter:
    return read_filter(text, NOW)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", Everything()),
        ("  \t ", Everything()),
        ("anchor", Words("anchor")),
        ('"net 60"', Words("net 60", is_phrase=True)),
        ('"two  blanks"', Words("two blanks", is_phrase=True)),
        ('""', Everything()),
        ("@ego", EGO),
        ("@EGO", EGO),
        ("@ego-", TagIs(("ego",), Actor.ME, None, "ego")),
        ("@ego+", TagIs(("ego-released",), Actor.ME, None, "ego-released")),
        ("@goal_posts", None),
        ("@over_capture", TagIs(("over-capture",), Actor.ME, None, "over-capture")),
        ("@them/ego", TagIs(("ego",), Actor.THEM, None, "ego")),
        (
            "@goalpost",
            TagIs(
                ("goalpost-shift", "goalpost-held"), Actor.ME, Step.WINNING, "goalpost"
            ),
        ),
        ("with:dana", With("dana")),
        ('with:"Dana Smith"', With("Dana Smith")),
        ("WITH:Dana", With("Dana")),
        ("step:trust", StepIs(Step.TRUST)),
        ("outcome:walked-away", OutcomeIs(Outcome.WALKED_AWAY)),
        ('outcome:"Walked away"', OutcomeIs(Outcome.WALKED_AWAY)),
        ("outcome:walked_away", OutcomeIs(Outcome.WALKED_AWAY)),
        ("sphere:household", SphereIs(Sphere.HOUSEHOLD)),
        ("kind:salary", KindIs("salary")),
        ("since:jan", Since(date(2026, 1, 1))),
        ('since:"last month"', Since(date(2026, 2, 1))),
        ('since:"3 days ago"', Since(date(2026, 3, 1))),
        ('until:"last month"', Until(date(2026, 2, 28))),
        ("until:yesterday", Until(date(2026, 3, 3))),
        ("on:2026-W09", On(date(2026, 2, 23), date(2026, 3, 1))),
        ("on:today", On(date(2026, 3, 4), date(2026, 3, 4))),
        ("is:undebriefed", Is(State.UNDEBRIEFED)),
        ("has:terms", Has(Part.TERMS)),
        ("over:10%", Over(Decimal(10))),
        ("over:12.5", Over(Decimal("12.5"))),
    ],
)
def test_one_condition(text: str, tree: Filter | None) -> None:
    if tree is None:
        with pytest.raises(FilterError):
            read(text)
    else:
        assert read(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a b", And((A, B))),
        ("a and b", And((A, B))),
        ("a or b", Or((A, B))),
        ("a b or c", Or((And((A, B)), C))),
        ("a or b c", Or((A, And((B, C))))),
        ("a (b or c)", And((A, Or((B, C))))),
        ("(a or b) c", And((Or((A, B)), C))),
        ("not a b", And((Not(A), B))),
        ("a not b", And((A, Not(B)))),
        ("a and not b", And((A, Not(B)))),
        ("a or not b", Or((A, Not(B)))),
        ("not (a b)", Not(And((A, B)))),
        ("not not a", A),
        ("((a))", A),
        ("( a )", A),
        ('a ""', A),
        ('not ""', Everything()),
        ("@ego with:dana", And((EGO, With("dana")))),
        ('(with:"dana s" or c)', Or((With("dana s"), C))),
    ],
)
def test_how_conditions_bind(text: str, tree: Filter) -> None:
    assert read(text) == tree


@pytest.mark.parametrize(
    "text",
    [
        "f(x)",
        ":(",
        "NEAR(",
        "a)",
        "AND",
        "OR",
        "Not",
        "-x",
        "^y",
        "*",
        "win-win",
        "title:secret",
        "10:30",
        "https://example.org/a?b=c",
        "C:\\Windows",
        "me@ego.com",
        "@ego.com",
        "@ego!2",
        "@click=app.quit",
        "[@click=app.quit]",
        "@",
        '5"',
        "%_\\",
        "{0}",
        "$(id)",
        "title:x(y)",
        ")",
        "::",
        "a:",
    ],
)
def test_whatever_is_none_of_this_is_a_literal_word(text: str) -> None:
    assert read(text) == Words(text)


def test_a_word_in_a_group_keeps_its_own_parentheses() -> None:
    assert read("(f(x) or g(y)z)") == Or((Words("f(x)"), Words("g(y)z")))
    assert read('("a)" b)') == And((Words("a)", is_phrase=True), B))


@pytest.mark.parametrize(
    ("text", "words"),
    [('"anchor', "anchor"), ('"net 6', "net 6"), ('a "b c', "b c")],
)
def test_a_quote_that_is_not_closed_reaches_to_the_end(text: str, words: str) -> None:
    tree = read(text)
    last = tree.parts[-1] if isinstance(tree, And) else tree
    assert last == Words(words)


def test_words_are_as_a_stored_text_may_have_them() -> None:
    assert read("a\x00b") == Words("ab")
    assert read("cafe\u0301") == Words("caf\u00e9")
    assert read("x\ud800y") == Words("x\ufffdy")
    assert read("\x1b") == Everything()


def test_own_tags_are_tags() -> None:
    tree = read_filter("@silence", NOW, own_tags=("silence",))
    assert tree == TagIs(("silence",), Actor.ME, None, "silence")
    with pytest.raises(FilterError):
        read("@silence")


SAVED = {"Hard ones": "@ego or over:10%", "old": "until:2025", "twice": "saved:old"}


@pytest.mark.parametrize("text", ['saved:"hard ONES"', "saved:old", "a not saved:old"])
def test_a_saved_filter_means_what_was_written(text: str) -> None:
    written = text.replace('saved:"hard ONES"', f"({SAVED['Hard ones']})")
    written = written.replace("saved:old", SAVED["old"])
    assert read_filter(text, NOW, saved=SAVED) == read(written)


def test_an_unknown_saved_filter_is_everything_only_while_it_is_typed() -> None:
    assert read_filter("saved:ol", NOW, lenient=True, saved=SAVED) == Everything()
    with pytest.raises(FilterError, match="It takes Hard ones, old, twice") as error:
        read_filter("a saved:ol", NOW, saved=SAVED)
    assert (error.value.position, error.value.length) == (8, 2)
    with pytest.raises(FilterError, match="It takes names of saved filters"):
        read("saved:old")


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("saved:old", "a saved filter cannot hold another one"),
        ("is:done", 'Column 4: is: does not know "done"'),
    ],
)
def test_a_saved_filter_that_is_none_says_so_at_its_place(
    query: str, reason: str
) -> None:
    with pytest.raises(FilterError, match=reason) as error:
        read_filter("a saved:x", NOW, saved={"x": query})
    assert (error.value.position, error.value.length) == (2, 7)
