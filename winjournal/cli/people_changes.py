"""What `wj people` changes: names, who is archived, two that are one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from winjournal.domain.edge import clean_text, quoted
from winjournal.domain.errors import NotFound, NotUnderstood
from winjournal.services.saying import say_count

if TYPE_CHECKING:
    from collections.abc import Callable

    from winjournal.cli.call import Call
    from winjournal.domain.negotiation import Counterparty
    from winjournal.services.journal import Journal


def change(call: Call) -> int:
    """Do what the first word says, to the one whom the second names.

    Raises:
        NotFound: Nobody is called so.
        NotUnderstood: Words are missing, or there are too many.
        Invalid: A name is taken or too long.
    """
    what, *said = (clean_text(word, one_line=True).text for word in call.words)
    doing, least, most = CHANGES[what]
    if call.args.drop and what == "alias":
        least = 1
    if not least <= len(said) <= most:
        raise NotUnderstood(
            f"wj people {what} takes {_NUMBER[least]}.",
            "Quote a name of several words; wj people --help tells more.",
        )
    journal = call.writing()
    person = journal.people.named(said[0])
    call.out.line(doing(call, journal, person, said[1:]))
    return 0


def _merge(call: Call, journal: Journal, gone: Counterparty, said: list[str]) -> str:
    into = journal.people.named(said[0])
    page = journal.people.page(gone.id)
    deals, owed = len(page.rows), len(page.promises)
    what = f"{say_count(deals, 'deal')} and {say_count(owed, 'promise')}"
    if call.args.dry_run:
        return f"{gone.name} would become {into.name}, with {what}; nothing is done."
    one = journal.people.merge(gone.id, into.id)
    return f"{gone.name} is {one.name} now, with {what}; wj undo parts them again."


def _rename(call: Call, journal: Journal, one: Counterparty, said: list[str]) -> str:
    kept = journal.people.edit(replace(one, name=said[0]))
    return f"{one.name} is called {kept.name} now."


def _alias(call: Call, journal: Journal, one: Counterparty, said: list[str]) -> str:
    if call.args.drop:
        journal.people.edit(replace(one, alias=None))
        return f"{one.name} has no alias now."
    kept = journal.people.edit(replace(one, alias=said[0]))
    return f"{one.name} is {kept.alias} where names are hidden."


def _nickname(call: Call, journal: Journal, one: Counterparty, said: list[str]) -> str:
    if call.args.drop:
        kept = tuple(n for n in one.nicknames if n.casefold() != said[0].casefold())
        if kept == one.nicknames:
            raise NotFound(f"{one.name} is not called {quoted(said[0])}.")
        journal.people.edit(replace(one, nicknames=kept))
        return f"{one.name} is not called {said[0]} any more."
    journal.people.edit(replace(one, nicknames=(*one.nicknames, said[0])))
    return f"{said[0]} is {one.name} in a logged line."


def _archive(call: Call, journal: Journal, one: Counterparty, said: list[str]) -> str:
    journal.people.archive(one.id)
    return f"{one.name} is archived; the deals stay. wj people back brings them back."


def _back(call: Call, journal: Journal, one: Counterparty, said: list[str]) -> str:
    journal.people.bring_back(one.id)
    return f"{one.name} stands in the list again."


CHANGES: dict[str, tuple[Callable[..., str], int, int]] = {
    "merge": (_merge, 2, 2),
    "rename": (_rename, 2, 2),
    "alias": (_alias, 2, 2),
    "nickname": (_nickname, 2, 2),
    "archive": (_archive, 1, 1),
    "back": (_back, 1, 1),
}
"""What can be done, and how many names it takes: at least, at most."""

_NUMBER = {1: "one name", 2: "two names"}
