"""What a journal and its settings have that a shell may complete."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from winjournal.domain.filter_complete import Known
    from winjournal.paths import Paths

Offer = tuple[str, str]
"""A value, and what it says in a few words."""

_DAYS = (
    "today", "yesterday", "this week", "last week", "this month", "last month",
    "this quarter", "last quarter", "this year", "last year", "90 days",
)  # fmt: skip
_TABLES = {
    "rm": ("negotiation", "entry", "inbox", "promise", "repair"),
    "show": ("negotiation", "entry", "inbox"),
    "promise": ("promise",),
    "repair": ("repair",),
}
"""What the ids of a verb are of; of all others negotiations."""


_QUOTED_BY_SHELL = re.compile(r"([A-Za-z]+):([^:\"@()]*\s[^:\"@()]*)")


class Offered:
    """Reads what there is, each only where it is asked for.

    Args:
        places: Where the journal is, as `find_paths` takes it.
        verb: The verb, for what its ids are of.
        now: The word under the cursor, without quotes.
    """

    def __init__(self, places: Mapping[str, str], verb: str, now: str) -> None:
        self._places, self._verb, self.now = places, verb, now

    @property
    def _paths(self) -> Paths:
        from winjournal.paths import find_paths

        return find_paths(**self._places)

    def _stored(self, which: str) -> list[str]:
        from winjournal.aside import offered_words

        return offered_words(self._paths.journal, which)

    def _saved(self) -> dict[str, str]:
        from winjournal.config import read_config

        return read_config(self._paths.config)[0].filters

    def people(self) -> list[Offer]:
        """Return the names of the counterparties."""
        return [(name, "") for name in self._stored("people")]

    def kinds(self) -> list[Offer]:
        """Return the kinds that were used."""
        return [(kind, "") for kind in self._stored("kinds")]

    def ids(self) -> list[Offer]:
        """Return the ids that the verb may take."""
        from winjournal.aside import offered_ids
        from winjournal.domain.ids import short_id

        tables = _TABLES.get(self._verb, ("negotiation",))
        found = offered_ids(self._paths.journal, tables)
        is_any = "negotiation" in tables
        always = [("last", "the newest"), ("live", "the one in the room")]
        return [*[(short_id(i), says) for i, says in found], *always[: 2 * is_any]]

    def names(self) -> list[Offer]:
        """Return people, and ids of negotiations."""
        return [*self.people(), *self.ids()]

    def tags(self) -> list[Offer]:
        """Return every tag, without the sign before it."""
        from winjournal.domain.filter_complete import known_tags

        side, slash, _ = self.now.rpartition("/")
        own = self._stored("own_tags")
        return [(f"{side}{slash}{tag.term}", tag.says) for tag in known_tags(own)]

    def keys(self) -> list[Offer]:
        """Return tags for `wj tag`, settings for `wj config`."""
        if self._verb != "config":
            return self.tags()
        from winjournal.config.keys import KEYS

        return [(key.name, key.says) for key in KEYS]

    def filters(self) -> list[Offer]:
        """Return the names of the saved filters."""
        return list(self._saved().items())

    def templates(self) -> list[Offer]:
        """Return the names of the templates."""
        from winjournal.config import read_config
        from winjournal.domain.templates import templates_of

        own = read_config(self._paths.config)[0].templates
        return [(one.name, one.kind or "") for one in templates_of(own).values()]

    def days(self) -> list[Offer]:
        """Return days and periods in words."""
        return [(day, "") for day in _DAYS]

    def topics(self) -> list[Offer]:
        """Return what `wj help` explains."""
        from winjournal.cli.topics import TOPICS
        from winjournal.cli.verbs import VERBS

        return [(v.name, v.does) for v in VERBS] + [(topic, "") for topic in TOPICS]

    def journals(self) -> list[Offer]:
        """Return the names of the journals in the usual folder."""
        folder = self._paths.journal.parent
        return [(path.stem, "") for path in sorted(folder.glob("*.db"))]

    def marks(self) -> list[Offer]:
        """Return what a word with an `@` before it may become."""
        from winjournal.domain.filter_complete import Known, completions

        known = Known(own_tags=self._stored("own_tags"))
        return [(one.term, one.says) for one in completions(self.now, known)[1]]

    def query(self) -> list[Offer]:
        """Return what the last condition of a filter may become.

        A condition that is a word of its own needs no quotes but the shell's; within
        a query that was quoted as a whole it has its own.
        """
        from winjournal.domain.filter_complete import completions

        typed = self.now
        if alone := _QUOTED_BY_SHELL.fullmatch(typed):
            typed = f'{alone[1]}:"{alone[2]}'
        start, found = completions(typed, self._known(typed))
        if start == 0:
            return [(one.term.replace('"', ""), one.says) for one in found]
        return [(f"{typed[:start]}{one.term}", one.says) for one in found]

    def _known(self, typed: str) -> Known:
        """Return only what the last condition can name."""
        from winjournal.domain.filter_complete import Known

        last = re.split(r"[\s(]", typed)
        keys = {part.partition(":")[0].lower() for part in last if ":" in part}
        return Known(
            people=self._stored("people") if "with" in keys else (),
            kinds=self._stored("kinds") if "kind" in keys else (),
            own_tags=self._stored("own_tags") if "@" in typed else (),
            saved=self._saved() if "saved" in keys else {},
        )
