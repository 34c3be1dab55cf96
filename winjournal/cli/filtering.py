"""`wj filters`: filters under a name of one's own, for `saved:NAME`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.cli.columns import say_table
from winjournal.cli.output import Span
from winjournal.cli.query import query_of
from winjournal.domain.edge import clean_text, quoted
from winjournal.domain.errors import NotFound, NotUnderstood
from winjournal.domain.filter import check_saved, read_filter
from winjournal.domain.filter_explain import explain
from winjournal.domain.fold import fold

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from winjournal.cli.call import Call


def add_filters(parser: ArgumentParser) -> None:
    """Add the options of `wj filters`."""
    parser.add_argument("--delete", action="store_true", help="forget this one")


def run_filters(call: Call) -> int:
    """List the saved filters, show one, save one, or forget one.

    Raises:
        NotUnderstood: The name or the filter is none.
        NotFound: There is no filter of that name.
    """
    if not call.words:
        if call.args.delete:
            raise NotUnderstood("There is no name.", "wj filters lists them.")
        return _say_all(call)
    name = clean_text(call.words[0], one_line=True).text
    if call.args.delete:
        return _forget(call, _known(call, name))
    if len(call.words) == 1:
        return _say_one(call, _known(call, name))
    return _save(call, name, query_of(call.words[1:]))


def _known(call: Call, name: str) -> str:
    """Return the name as it was saved.

    Raises:
        NotFound: There is none.
    """
    for saved in call.saved:
        if fold(saved) == fold(name):
            return saved
    raise NotFound(f"No filter is called {quoted(name)}.", "wj filters lists them.")


def _say_all(call: Call) -> int:
    saved = call.config.filters
    if call.args.json:
        call.out.json([_shape(call, name) for name in saved])
    else:
        say_table(call.out, [(name, Span(query)) for name, query in saved.items()])
    if not saved:
        call.say_nothing("No filter is saved yet; wj filters NAME QUERY saves one.")
    return 0


def _say_one(call: Call, name: str) -> int:
    shape = _shape(call, name)
    if call.args.json:
        call.out.json(shape)
    else:
        call.out.line(shape["query"])
        call.out.note(shape["means"])
    return 0


def _shape(call: Call, name: str) -> dict[str, str]:
    query = call.saved[name]
    try:
        means = explain(read_filter(query, call.now))
    except NotUnderstood as error:
        means = f"It is not understood. {error}"
    return {"name": name, "query": query, "means": means}


def _save(call: Call, name: str, query: str) -> int:
    from winjournal.config.writing import change

    tree = check_saved(name, query, call.now)
    old = next((one for one in call.saved if fold(one) == fold(name)), name)
    change(call.paths.config, f"filters.{old}", query)
    call.out.line(f"saved:{quoted(old) if ' ' in old else old}  {explain(tree)}")
    return 0


def _forget(call: Call, name: str) -> int:
    from winjournal.config.writing import change

    query = call.saved[name]
    change(call.paths.config, f"filters.{name}", None)
    call.out.line(f"deleted  {name}  {query}")
    return 0
