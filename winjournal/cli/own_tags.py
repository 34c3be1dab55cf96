"""`wj tag list`, `add`, `rename`, `merge`, `archive`, `restore`: tags of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.cli.call import is_there
from winjournal.cli.columns import Cell, say_table
from winjournal.cli.output import Span
from winjournal.domain.edge import clean_text, quoted
from winjournal.domain.errors import NotFound, NotUnderstood
from winjournal.domain.tags import Step
from winjournal.services.saying import say_count

if TYPE_CHECKING:
    from collections.abc import Callable

    from winjournal.cli.call import Call
    from winjournal.domain.own_tags import OwnTag
    from winjournal.services.journal import Journal

_TAKES = {"list": (0, 0), "add": (2, 99), "rename": (2, 99), "merge": (2, 2),
          "archive": (1, 1), "restore": (1, 1)}  # fmt: skip
_HOW = {
    "add": "wj tag add TAG STEP [LABEL...]",
    "rename": "wj tag rename TAG NEW [LABEL...]",
    "merge": "wj tag merge TAG INTO",
    "archive": "wj tag archive TAG",
    "restore": "wj tag restore TAG",
    "list": "wj tag list",
}


def run_own_tags(call: Call) -> int:
    """Do what the first word says with the user's own tags.

    Raises:
        NotUnderstood: There are too few or too many words, or no such step.
        NotFound: There is no such tag.
        Invalid: A name is taken, or none.
    """
    what, words = call.words[0], [_line(word) for word in call.words[1:]]
    least, most = _TAKES[what]
    if not least <= len(words) <= most:
        raise NotUnderstood(f"That is not how {what} is called.", f"{_HOW[what]}.")
    if what == "list":
        return _list(call)
    if what != "add" and not is_there(call.paths.journal):
        raise NotFound("There is no tag of your own yet.", f"{_HOW['add']} adds one.")
    step = _step(words[1]) if what == "add" else Step.TRUST
    journal = call.writing()
    acts: dict[str, Callable[[], OwnTag]] = {
        "add": lambda: journal.tags.add(words[0], step, " ".join(words[2:])),
        "rename": lambda: journal.tags.rename(words[0], words[1], " ".join(words[2:])),
        "merge": lambda: journal.tags.merge(words[0], words[1]),
        "archive": lambda: journal.tags.archive(words[0]),
        "restore": lambda: journal.tags.restore(words[0]),
    }
    near = journal.tags.similar(words[0]) if what == "add" else ()
    tag = acts[what]()
    call.out.line(f"@{tag.slug}", Span(f"  {tag.step}  ", "faint"), tag.label)
    _hint(call, journal, tag, near)
    return 0


def _hint(call: Call, journal: Journal, tag: OwnTag, near: tuple[str, ...]) -> None:
    """Name the tags that a new one may mean the same as."""
    if not near:
        return
    said = " and ".join(f"@{slug}" for slug in near)
    own = {one.slug for one in journal.tags.all()} & set(near)
    hint = f" wj tag merge {tag.slug} {min(own)} joins them." if own else ""
    call.out.note(f"There is {said} too.{hint}")


def _list(call: Call) -> int:
    journal = call.reading()
    rows = journal.tags.rows() if journal else ()
    if call.args.json:
        call.out.json(rows)
    elif rows:
        said: list[tuple[Cell, ...]] = [
            (
                f"@{row.tag.slug}",
                Span(row.tag.step.value, "faint"),
                row.tag.label,
                say_count(row.uses, "mark"),
                Span("archived" if row.tag.archived_at else "", "faint"),
            )
            for row in rows
        ]
        say_table(call.out, said, give=2)
    else:
        call.say_nothing(f"There is no tag of your own; {_HOW['add']} adds one.")
    return 0


def _step(word: str) -> Step:
    try:
        return Step(word.casefold())
    except ValueError:
        steps = ", ".join(Step)
        raise NotUnderstood(
            f"{quoted(word)} is no step.", f"A tag stands under {steps}."
        ) from None


def _line(text: str) -> str:
    return clean_text(text, one_line=True).text
