"""`wj help`: the verbs, one verb, and what the words of the journal mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.cli.options import parser_for
from winjournal.cli.topics import TOPICS
from winjournal.cli.verbs import VERBS, verb_named

if TYPE_CHECKING:
    from winjournal.cli.call import Call

_HEAD = """\
usage: wj [OPTIONS] [VERB ...]

WinJournal is a journal for people who negotiate. Without a verb it opens.

"""
_FOOT = """
everywhere: --db FILE, -j NAME, --config FILE, -q, --color WHEN, --no-color, -h,
            --passphrase-fd N, --passphrase-file FILE
wj help VERB tells more; so do wj help steps, tags, line and filter, and the
chapters of the manual by their names: wj help chapters lists them.
"""


def all_verbs() -> str:
    """Return the help: every verb with what it does."""
    verbs = "".join(f"  {verb.name:<9} {verb.does}\n" for verb in VERBS)
    return f"{_HEAD}{verbs}{_FOOT}"


def run_help(call: Call) -> int:
    """Explain a verb, a topic or a chapter of the manual, or list the verbs.

    Raises:
        NotUnderstood: There is neither a verb, a topic nor a chapter of that name.
    """
    name = " ".join(call.words)
    if not name:
        text = all_verbs()
    elif name in TOPICS:
        text = TOPICS[name]()
    else:
        text = _of_the_manual(name) or parser_for(verb_named(name)).format_help()
    if call.args.json:
        call.out.json({"topic": name or "verbs", "text": text})
    else:
        call.out.text(text)
    return 0


def _of_the_manual(name: str) -> str | None:
    """Return what the manual says of this; None where a verb has the name."""
    if any(verb.name == name for verb in VERBS):
        return None
    if name == "man":
        from winjournal.cli.manpage import man_page

        return man_page()
    from winjournal.cli.chapters import chapter_named, chapters

    if name == "chapters":
        return "\n".join(chapters())
    return chapter_named(name)
