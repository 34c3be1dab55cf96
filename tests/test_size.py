"""No file of more than 300 lines, no class of more than 20 methods, no function
of more than 45 lines: what grows past that wants to be two things.

Where there is a reason, it stands there: a line `# size: REASON` in the function
or class, or at the left margin of the file.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest

from tests.program import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LINES_IN_A_FILE = 300
METHODS_IN_A_CLASS = 20
LINES_IN_A_FUNCTION = 45

REASON = re.compile(r"^\s*# size: \w.+")
REASON_OF_FILE = re.compile(r"^# size: \w.+")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def sources() -> list[Path]:
    """Return every Python file of the program and of its benchmarks."""
    folders = ("winjournal", "benchmarks")
    return sorted(path for name in folders for path in (ROOT / name).rglob("*.py"))


def reasoned(lines: list[str], node: ast.stmt) -> bool:
    """Return whether a reason stands among the lines of a definition."""
    own = lines[node.lineno - 1 : node.end_lineno]
    return any(REASON.match(line) for line in own)


def length(node: Function) -> int:
    """Return the lines of a function, its decorators and docstring aside."""
    last = node.end_lineno or node.lineno
    first = node.body[0]
    if ast.get_docstring(node, clean=False) is None:
        return last - node.lineno + 1
    documented = (first.end_lineno or first.lineno) - first.lineno + 1
    return last - node.lineno + 1 - documented


def methods(node: ast.ClassDef) -> int:
    """Return how many methods and properties a class defines itself."""
    return sum(isinstance(child, Function) for child in node.body)


def too_large(source: str) -> Iterator[str]:
    """Yield a sentence for each thing in a source text that has outgrown the house."""
    lines = source.splitlines()
    if len(lines) > LINES_IN_A_FILE and not any(map(REASON_OF_FILE.match, lines)):
        yield f"{len(lines)} lines"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef):
            count, bound, what = methods(node), METHODS_IN_A_CLASS, "methods"
        elif isinstance(node, Function):
            count, bound, what = length(node), LINES_IN_A_FUNCTION, "lines"
        else:
            continue
        if count > bound and not reasoned(lines, node):
            yield f"{node.name} (line {node.lineno}): {count} {what}"


@pytest.mark.parametrize(
    "path", sources(), ids=lambda path: str(path.relative_to(ROOT))
)
def test_nothing_has_outgrown_the_house(path: Path) -> None:
    assert list(too_large(path.read_text())) == []


def of_lines(count: int, reason: str = "") -> str:
    """Return a function of a given length."""
    body = [reason or "    a = 1"] + ["    a = 1"] * (count - 2)
    return "\n".join(["def long():", *body])


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("a = 1\n" * 300, 0),
        ("a = 1\n" * 301, 1),
        ("# size: a table\n" + "a = 1\n" * 300, 0),
        (of_lines(45), 0),
        (of_lines(46), 1),
        (of_lines(46, "    # size: one SQL statement"), 0),
        (of_lines(46, "    # size:"), 1),
        ('def f():\n    """One.\n' + "\n" * 60 + '    """\n    return 1', 0),
        ("class A:\n" + "    def f(self): ...\n" * 20, 0),
        ("class A:\n" + "    def f(self): ...\n" * 21, 1),
        ("class A:\n    # size: a visitor\n" + "    def f(self): ...\n" * 21, 0),
    ],
)
def test_the_check_sees_what_is_too_large(source: str, found: int) -> None:
    assert len(list(too_large(source))) == found
