"""What may stand at a place of a command line: verbs, options, names, ids, filters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from winjournal.cli.offered import Offer, Offered
from winjournal.cli.verbs import VERBS

if TYPE_CHECKING:
    from argparse import Action
    from collections.abc import Callable, Sequence

    from winjournal.cli.verb import Verb

    Reader = Callable[[Offered], list[Offer] | None]

_BY_NAME = {verb.name: verb for verb in VERBS}
_PLACES = {"--db": "db", "-j": "name", "--journal": "name", "--config": "config"}
_TAKE_A_VALUE = (*_PLACES, "--color")
_LITERAL = re.compile(r"(?<![\w-])[a-z]+(?![\w-])")


def offers(words: Sequence[str], now: str) -> list[Offer] | None:
    """Return what the word under the cursor may become; None for a file's name.

    Args:
        words: The words before it, without the program's own name.
        now: The word as it was typed so far, without quotes.
    """
    name, before, places = _read(words)
    verb = _BY_NAME.get(name) if name else None
    given = Offered(places, verb.name if verb else "", now)
    last = words[-1] if words else ""
    if "--" not in words:
        if action := _waiting(verb, last):
            return _begun(_of_option(action, given), now)
        if now.startswith("-"):
            return _begun(_options(verb), now)
    if name is None:
        return _begun([(one.name, one.does) for one in VERBS], now)
    return _of_verb(verb, before, given) if verb else []


def _begun(found: list[Offer] | None, now: str) -> list[Offer] | None:
    """Return those that begin like the word, each once."""
    if found is None:
        return None
    begun = now.casefold()
    kept = {one[0]: one for one in reversed(found)}
    each = dict.fromkeys(one[0] for one in found)
    return [kept[value] for value in each if value.casefold().startswith(begun)]


def _read(words: Sequence[str]) -> tuple[str | None, list[str], dict[str, str]]:
    """Return the verb, the words after it, and where the journal is said to be."""
    names: list[str] = []
    places: dict[str, str] = {}
    waiting = ""
    for word in words:
        if waiting:
            places |= {_PLACES[waiting]: word} if waiting in _PLACES else {}
            waiting = ""
        elif word in _TAKE_A_VALUE:
            waiting = word
        elif not word.startswith("-"):
            names.append(word)
    return (names[0] if names else None), names[1:], places


def _actions(verb: Verb | None) -> list[Action]:
    # argparse: only where an option is asked for
    from winjournal.cli.options import parser_for

    return parser_for(verb)._actions


def _options(verb: Verb | None) -> list[Offer]:
    return [
        (max(action.option_strings, key=len), action.help or "")
        for action in _actions(verb)
    ]


def _waiting(verb: Verb | None, last: str) -> Action | None:
    """Return the option before the cursor that waits for its value."""
    if not last.startswith("-"):
        return None
    for action in _actions(verb):
        if last in action.option_strings and action.nargs != 0:
            return action
    return None


def _of_option(action: Action, given: Offered) -> list[Offer] | None:
    if action.choices:
        return [(str(choice), "") for choice in action.choices]
    reader = _BY_DEST.get(action.dest) or _BY_METAVAR.get(str(action.metavar))
    return reader(given) if reader else []


def _of_verb(verb: Verb, before: list[str], given: Offered) -> list[Offer] | None:
    """Return what the usage of a verb names."""
    now = given.now
    if "QUERY" in verb.usage and (before or "FILTER" not in verb.usage):
        return given.query()
    if now.startswith("@"):
        return given.marks()
    if now.startswith("%"):
        return _begun([(f"%{name}", "") for name, _ in given.people()], now)
    found = _literals(verb) if not before else []
    for name, reader in _BY_USAGE.items():
        if re.search(rf"(?<![A-Z]){name}(?![A-Z])", verb.usage):
            more = reader(given)
            if more is None:
                return None
            found += more
    return _begun(found, now)


def _literals(verb: Verb) -> list[Offer]:
    """Return the words that stand for themselves in a usage, such as `done`."""
    usage = re.sub(r"--[a-z-]+", "", verb.usage)
    return [(word, "") for word in dict.fromkeys(_LITERAL.findall(usage))]


def _files(_: Offered) -> list[Offer] | None:
    return None


_BY_DEST: dict[str, Reader] = {
    "person": Offered.people,
    "whom": Offered.people,
    "journal": Offered.journals,
    "template": Offered.templates,
    "kind": Offered.kinds,
}
_BY_METAVAR: dict[str, Reader] = {
    "ID": Offered.ids,
    "NAME": Offered.names,
    "TAG": Offered.tags,
    "DAY": Offered.days,
    "WHEN": Offered.days,
    "FILE": _files,
    "PLACE": _files,
}
_BY_USAGE: dict[str, Reader] = {
    "ID": Offered.ids,
    "NAME": Offered.names,
    "KEY": Offered.keys,
    "FILTER": Offered.filters,
    "PERIOD": Offered.days,
    "VERB": Offered.topics,
    "FILE": _files,
}
"""What a word in capitals stands for; of an option's value likewise."""
