"""The verbs: what each does, how it is called, and where it is done.

A verb's module is imported only when the verb is used. It has `run_VERB`, which
takes a `Call` and returns the exit status, and for options `add_VERB`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from winjournal.cli.verb import Verb
from winjournal.cli.verbs_of_a_deal import OF_A_DEAL
from winjournal.cli.verbs_of_care import OF_CARE
from winjournal.cli.verbs_of_locking import OF_LOCKING
from winjournal.cli.verbs_of_passing_on import OF_PASSING_ON
from winjournal.cli.verbs_of_the_program import OF_THE_PROGRAM
from winjournal.cli.verbs_of_the_report import OF_THE_REPORT
from winjournal.domain.edge import quoted
from winjournal.domain.errors import NotUnderstood

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Callable

    from winjournal.cli.call import Call


VERBS = (
    Verb(
        name="log",
        does="write down a line, with a date, a person and tags in it",
        usage="[WORDS... | -]",
        module="log",
        examples=(
            'wj log "yesterday 3pm: Dana, renewal call. @ego listed our awards"',
            'wj log --with Sam --at "mon 9:30" asked for 10 days more',
        ),
        most=None,
    ),
    Verb(
        name="today",
        does="show what is under way, what is due, the vow, the inbox",
        module="days",
        examples=("wj today", "wj today --json"),
        reads=True,
    ),
    Verb(
        name="due",
        does="show what is due within seven days",
        module="days",
        examples=("wj due", "wj due --quiet || echo something is due"),
        reads=True,
        in_prompts=True,
    ),
    Verb(
        name="list",
        does="list negotiations, entries and lines, newest first",
        usage="[QUERY...]",
        module="listing",
        examples=("wj list -3", 'wj list @ego --with dana --from "last month"'),
        most=None,
        reads=True,
        counts=True,
    ),
    Verb(
        name="search",
        does="find words anywhere in the journal, best first",
        usage="QUERY...",
        module="listing",
        examples=("wj search walk-away line", "wj search anchor with:dana --json"),
        most=None,
        reads=True,
        counts=True,
    ),
    Verb(
        name="show",
        does="show one negotiation, entry or line in full",
        usage="ID",
        module="showing",
        examples=("wj show last", "wj show 7f2a"),
        most=1,
        reads=True,
    ),
    Verb(
        name="new",
        does="start a negotiation",
        usage="TITLE... --with NAME",
        module="changing",
        examples=(
            "wj new Renewal 2027 --with Dana",
            'wj new "Pay from January" --with Ines --template salary',
        ),
        most=None,
    ),
    Verb(
        name="prep",
        does="show a preparation, step by step, and what it lacks to be sealed",
        usage="[NAME...]",
        module="preparing",
        examples=("wj prep Dana", "wj prep last --plain"),
        most=None,
        reads=True,
    ),
    Verb(
        name="brief",
        does="show a preparation on one page, to take along",
        usage="[NAME...]",
        module="preparing",
        examples=("wj brief Dana", "wj brief last --markdown -o renewal.md"),
        most=None,
        reads=True,
    ),
    Verb(
        name="tag",
        does="mark a moment in a negotiation, now; or keep tags of your own",
        usage="KEY[+-] [NOTE...] | list | add | rename | merge | archive",
        module="changing",
        examples=(
            'wj tag ego- "raised my voice" --in last',
            "wj tag add price-talk value Price talk",
        ),
        most=None,
        reads=True,
    ),
    Verb(
        name="live",
        does="open the screen for the room: one key marks a moment",
        usage="[NAME]",
        module="screens",
        examples=("wj live", "wj live Dana"),
        most=None,
    ),
    Verb(
        name="end",
        does="end the sitting that goes on",
        usage="[NAME]",
        module="changing",
        examples=("wj end", "wj end Dana"),
        most=None,
    ),
    *OF_A_DEAL,
    Verb(
        name="edit",
        does="rewrite one thing in your editor; its fields stand above its text",
        usage="ID",
        module="editing",
        examples=("wj edit last", 'wj edit 7f2a --set note="we both went quiet"'),
        most=1,
    ),
    Verb(
        name="rm",
        does="delete; wj undo brings it back",
        usage="ID...",
        module="changing",
        examples=("wj rm 7f2a", "wj rm last && wj undo"),
        most=None,
    ),
    Verb(
        name="verify",
        does="walk every chain of seals, and name what does not hold",
        module="care",
        examples=("wj verify", "wj verify --json"),
        reads=True,
    ),
    *OF_LOCKING,
    Verb(
        name="undo",
        does="take back what was done last",
        module="changing",
        examples=("wj undo", "wj undo --quiet"),
    ),
    Verb(
        name="redo",
        does="do again what was taken back last",
        module="changing",
        examples=("wj redo", "wj undo && wj redo"),
    ),
    *OF_CARE,
    Verb(
        name="week",
        does="show one ISO week: what waits, its question, its review and vow",
        usage="[WEEK]",
        module="weeks",
        examples=("wj week", "wj week 2026-W47 --plain"),
        most=1,
        reads=True,
    ),
    Verb(
        name="vow",
        does="show the vow, make the next one, or say how it fared in a talk",
        usage="[IF ... THEN ... | kept [NAME] | missed [NAME] | none [NAME]]",
        module="vowing",
        examples=('wj vow "if they say cheaper then I ask"', "wj vow kept Dana"),
        most=None,
        reads=True,
    ),
    Verb(
        name="year",
        does="show a year by days: marks as heat, letters for what ended",
        usage="[YEAR]",
        module="years",
        examples=("wj year", "wj year 2026 --plain"),
        most=1,
        reads=True,
    ),
    *OF_THE_REPORT,
    Verb(
        name="people",
        does="list counterparties, show one, rename, archive or merge them",
        usage="[NAME... | merge GONE INTO | rename|alias|nickname NAME NEW"
        " | archive|back NAME]",
        module="people",
        examples=("wj people Dana", 'wj people merge "D. Reyes" Dana --dry-run'),
        most=None,
        reads=True,
    ),
    *OF_PASSING_ON,
    *OF_THE_PROGRAM,
    Verb(
        name="paths",
        does="show where the journal and its files are",
        module="care",
        examples=("wj paths", "wj -j work paths --json"),
        reads=True,
    ),
    Verb(
        name="stats",
        does="show how much is written, and since when",
        module="counting",
        examples=("wj stats", "wj -j work stats --json"),
        reads=True,
    ),
    Verb(
        name="demo",
        does="open a temporary journal of invented deals",
        module="screens",
        examples=("wj demo", "wj --no-color demo"),
    ),
    Verb(
        name="help",
        does="explain a verb, a topic, a chapter of the manual",
        usage="[VERB | TOPIC | CHAPTER... | chapters | man]",
        module="guide",
        examples=("wj help log", "wj help finding"),
        most=None,
        reads=True,
    ),
)
"""All verbs, in the order of the help."""

_BY_NAME = {verb.name: verb for verb in VERBS}


def verb_named(name: str) -> Verb:
    """Return the verb of this name.

    Raises:
        NotUnderstood: There is none.
    """
    if name in _BY_NAME:
        return _BY_NAME[name]
    # About 5 ms, only for a verb that was not understood.
    from difflib import get_close_matches

    near = get_close_matches(name.lower(), _BY_NAME, n=1)
    hint = f"Did you mean wj {near[0]}?" if near else "wj help lists them."
    raise NotUnderstood(f"There is no verb {quoted(name)}.", hint)


def function_of(verb: Verb) -> Callable[[Call], int]:
    """Return what does a verb's work."""
    module = import_module(f"winjournal.cli.{verb.module}")
    return cast("Callable[[Call], int]", getattr(module, f"run_{verb.name}"))


def options_of(verb: Verb) -> Callable[[ArgumentParser], None] | None:
    """Return what adds a verb's own options; None where it has none."""
    module = import_module(f"winjournal.cli.{verb.module}")
    adds = getattr(module, f"add_{verb.name}", None)
    return cast("Callable[[ArgumentParser], None] | None", adds)
