"""A filter while it is typed, and in words."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from winjournal.domain.debrief import Outcome
from winjournal.domain.filter import read_filter
from winjournal.domain.filter_explain import explain
from winjournal.domain.filter_tokens import FilterError
from winjournal.domain.filter_tree import (
    And,
    Everything,
    Filter,
    Has,
    KindIs,
    Not,
    On,
    Or,
    OutcomeIs,
    Over,
    Part,
    Since,
    SphereIs,
    TagIs,
    With,
    Words,
)
from winjournal.domain.negotiation import Sphere
from winjournal.domain.tags import Actor

NOW = datetime(2026, 3, 4, 7, 50, tzinfo=ZoneInfo("Europe/Berlin"))
EGO = TagIs(("ego",), Actor.ME, None, "ego")
A, B = Words("a"), Words("b")


def read(text: str) -> Filter:
    return read_filter(text, NOW)


def typing(text: str) -> Filter:
    return read_filter(text, NOW, lenient=True)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("anch", Words("anch")),
        ("with:", Everything()),
        ('with:"', Everything()),
        ("a with:", A),
        ("with:da", With("da", is_whole=False)),
        ('with:"Dana S', With("Dana S", is_whole=False)),
        ('with:"Dana"', With("Dana")),
        ("with:da ", With("da")),
        ("with:da a", And((With("da"), A))),
        ("kind:sal", KindIs("sal", is_whole=False)),
        ("@ego", EGO),
        (
            "@eg",
            TagIs(("ego", "ego-released"), Actor.ME, None, "eg…"),
        ),
        (
            "@them/goalpost-s",
            TagIs(("goalpost-shift",), Actor.THEM, None, "goalpost-s…"),
        ),
        (
            "@over_",
            TagIs(("over-capture",), Actor.ME, None, "over-…"),
        ),
        ("outcome:they", OutcomeIs(Outcome.THEY_WALKED)),
        ("sphere:p", Or((SphereIs(Sphere.PROFESSIONAL), SphereIs(Sphere.PERSONAL)))),
        ("is:", Everything()),
        ("has:m", Has(Part.MOMENTS)),
        ("since:las", Everything()),
        ('since:"last mo', Everything()),
        ('since:"last month', Since(date(2026, 2, 1))),
        ("on:jan", On(date(2026, 1, 1), date(2026, 1, 31))),
        ("over:1", Over(Decimal(1))),
        ("a or", A),
        ("a or ", A),
        ("a and", A),
        ("a not", A),
        ("a (", A),
        ("a (b or", And((A, B))),
        ("(a or b", Or((A, B))),
        ("or", Everything()),
        ("not", Everything()),
        ("not @", Not(typing("@"))),
    ],
)
def test_while_typing_the_last_word_is_a_beginning(text: str, tree: Filter) -> None:
    assert typing(text) == tree


def test_while_typing_an_at_alone_is_any_tag_of_mine() -> None:
    tree = typing("@")
    assert isinstance(tree, TagIs)
    assert {"ego", "trust-built", "their-interest-served"} <= set(tree.slugs)
    assert tree.actor is Actor.ME


@pytest.mark.parametrize(
    "text",
    ["@eg x", "with: x", "is:o x", "since:las x", "@zzz", "is:zz", "over:x", "or a"],
)
def test_while_typing_what_is_finished_must_be_right(text: str) -> None:
    with pytest.raises(FilterError):
        typing(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "everything"),
        ("anchor", '"anchor…"'),
        ('"net 60"', '"net 60"'),
        (
            '@ego with:dana since:"last month" outcome:walked-away',
            "marked ego, with dana, since Sun 1 Feb 2026, outcome walked-away",
        ),
        ("@them/goalpost-", "marked goalpost-shift by them"),
        ("@trust", "marked trust"),
        ("step:ego", "marked in the step ego by either side"),
        ("a or b c", '"a…" or ("b…", "c…")'),
        ("not (a or b) c", 'not ("a…" or "b…"), "c…"'),
        ("on:today until:jan", "on Wed 4 Mar 2026, until Sat 31 Jan 2026"),
        ("on:w9", "from Mon 23 Feb 2026 to Sun 1 Mar 2026"),
        ("sphere:personal kind:rent", "sphere personal, kind rent"),
        ("over:12.50%", "more than 12.50 % over the middle of the fair range"),
        ("is:open", "still open"),
        ("is:sealed", "with a sealed prep"),
        ("is:undebriefed", "not debriefed"),
        ("is:due", "with something due"),
        ("is:closed", "closed"),
        ("is:agreed", "agreed"),
        ("has:entry", "with an entry"),
        ("has:moments", "with moments"),
        ("has:debrief", "with a debrief"),
        ("has:terms", "with terms"),
    ],
)
def test_a_filter_explains_itself(text: str, words: str) -> None:
    assert explain(read(text)) == words


def test_what_is_still_typed_ends_in_dots() -> None:
    assert explain(typing("with:da")) == "with da…"
    assert explain(typing("kind:sal")) == "kind sal…"
    assert explain(typing("@eg")) == "marked eg…"
