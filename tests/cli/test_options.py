from __future__ import annotations

import pytest

from tests.cli.conftest import Wj
from winjournal.cli.options import parser_for, read_options, split_verb
from winjournal.cli.verbs import VERBS, verb_named
from winjournal.domain.errors import NotUnderstood


@pytest.mark.parametrize(
    ("argv", "verb", "rest"),
    [
        ([], None, []),
        (["list"], "list", []),
        (["--db", "list", "show", "last"], "show", ["--db", "list", "last"]),
        (["-q", "-j", "work", "log", "a", "b"], "log", ["-q", "-j", "work", "a", "b"]),
        (["--db=x", "log", "--", "-a"], "log", ["--db=x", "--", "-a"]),
        (["--color", "never", "due"], "due", ["--color", "never"]),
        (["--db"], None, ["--db"]),
    ],
)
def test_the_verb_is_the_first_word_that_no_option_takes(
    argv: list[str], verb: str | None, rest: list[str]
) -> None:
    assert split_verb(argv) == (verb, rest)


@pytest.mark.parametrize(
    ("argv", "words", "person"),
    [
        (["a", "b"], ["a", "b"], None),
        (["a", "--with", "Dana", "b"], ["a", "b"], "Dana"),
        (["--", "--with", "Dana"], ["--with", "Dana"], None),
        (["a", "--", "b", "--", "c"], ["a", "b", "--", "c"], None),
        (["-"], ["-"], None),
        (["-5 per cent, they said"], ["-5 per cent, they said"], None),
        (["--with=Dana", "--", "-rf --help"], ["-rf --help"], "Dana"),
    ],
)
def test_words_stand_between_options_and_all_after_two_dashes_is_words(
    argv: list[str], words: list[str], person: str | None
) -> None:
    log = verb_named("log")
    args, found = read_options(parser_for(log), log, argv)
    assert (found, args.person) == (words, person)


@pytest.mark.parametrize(
    ("argv", "n"),
    [
        (["-3"], 3),
        (["-n", "3"], 3),
        (["-n3"], 3),
        (["-12", "--all"], 12),
        (["with:dana", "-7"], 7),
        ([], None),
    ],
)
def test_a_number_with_a_dash_is_a_count(argv: list[str], n: int | None) -> None:
    verb = verb_named("list")
    args, _ = read_options(parser_for(verb), verb, argv)
    assert args.n == n


def test_a_number_after_two_dashes_is_a_word() -> None:
    verb = verb_named("list")
    args, words = read_options(parser_for(verb), verb, ["--", "-3"])
    assert (args.n, words) == (None, ["-3"])


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (["--jsno"], 'wj list knows no option "--jsno". Did you mean --json?'),
        (["-x"], 'wj list knows no option "-x".'),
        (["--with"], "--with: expected one argument."),
        (["--step", "pride"], "--step: invalid choice: 'pride'"),
        (["-n", "0"], '"0" is no count.'),
        (["-n", "many"], '"many" is no count.'),
        (["-99999999999999999999"], "is no count."),
        (["--color", "pink"], "--color: invalid choice"),
        (["--db"], "--db: expected one argument."),
    ],
)
def test_what_is_no_option_is_one_sentence(argv: list[str], sentence: str) -> None:
    verb = verb_named("list")
    with pytest.raises(NotUnderstood) as caught:
        read_options(parser_for(verb), verb, argv)
    assert sentence in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_option_is_not_guessed_from_its_beginning(wj: Wj) -> None:
    assert wj("list", "--ope").code == 2


def test_a_word_too_many_is_named(wj: Wj) -> None:
    answer = wj("today", "now")
    assert answer.code == 2
    assert answer.err == (
        'wj: "now" is one word too many. wj today --help tells more.\n'
    )


def test_an_unknown_verb_names_the_nearest(wj: Wj) -> None:
    answer = wj("lsit")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == 'wj: There is no verb "lsit". Did you mean wj list?\n'
    assert "wj help lists them" in wj("qqqqqq").err


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_every_verb_explains_itself_with_two_examples(wj: Wj, verb: object) -> None:
    name = getattr(verb, "name", "")
    help_ = wj.ok(name, "--help")
    assert help_ == wj.ok("help", name) == wj.ok(name, "-h")
    assert help_.startswith(f"usage: wj {name}")
    shown = help_.partition("examples:\n")[2].splitlines()
    assert len([line for line in shown if line.startswith("  wj ")]) == 2


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_every_example_can_be_read(verb: object) -> None:
    import shlex

    for example in getattr(verb, "examples", ()):
        for part in example.replace("||", "&&").split("&&"):
            words = shlex.split(part)
            if words[0] != "wj":
                continue
            name, rest = split_verb(words[1:])
            assert name is not None
            known = verb_named(name)
            read_options(parser_for(known), known, rest)
