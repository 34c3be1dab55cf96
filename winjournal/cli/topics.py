"""What `wj help` explains besides the verbs; all of it works offline."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from winjournal.domain.tags import SHORT, TAXONOMY, Step

if TYPE_CHECKING:
    from collections.abc import Callable

_WIDTH = 78

_STEPS = (
    (
        "1 trust",
        "Trust grows from actions, over time. Honesty is the shortest way to it.",
        "Do we trust each other enough for win-win, and what did each of us do to "
        "earn it?",
    ),
    (
        "2 winning",
        "Say early what winning is for you, ask the same of them, and leave it "
        "where it is.",
        "Did what winning means change after it was shared, by whom, and why?",
    ),
    (
        "3 value",
        "Know what you bring and what it is worth. Explain it without defending it; "
        "keep the facts open.",
        "Could they check it? Did I explain, or did I defend?",
    ),
    (
        "4 fair share",
        "Take what you deserve, and no more, also where they know less than you.",
        "What did I hold to be rightfully mine before, and what did I take?",
    ),
    (
        "5 ego",
        "Let go of it, and be ready to walk away when you cannot get the value.",
        "Whose need was it? Did I leave when I had said I would?",
    ),
)
_CLOSING = "At the end of all five: did I make their interests as important as my own?"

_TAGS_FOOT = """\
Theirs with them/ before it: @them/goalpost-. In full: @over-capture.
"""

_LINE = """\
A line is: [DATE: ] text with @tags and %person

  DATE      all that stands before the first ": ", only if all of it is a date:
            yesterday 3pm, last tue, 14 march, 2026-03-04 15:00
  %Dana     the other side, %"Dana Marsh" with a blank; or --with NAME; or a
            name known already, before the first comma or colon
  @ego      a slip or something handled; a sign says which: @goalpost+ @trust-
  @trust    a step without a sign is marked now and decided later
  @them/ego their deed
  @ego!2    strength 2 of 3

With a person and exactly one open negotiation the line is filed there the next
time something else is written; until then it waits in the inbox.
wj log alone asks for the line, so that nothing needs quoting.
"""

_FILTER = """\
Words that stand side by side must all hold; or, not and ( ) work as they read.

  @ego  @them/trust-        a mark of mine, of theirs
  with:dana                 the other side
  since:jan  until:w47      days, weeks, months: "last month", 90 days, 2026-q3
  on:2026-03-04             that day, week or month
  step:ego                  a mark of this step, either side
  outcome:walked-away       agreed, walked-away, they-walked, both-stopped, open
  is:open                   sealed, undebriefed, due, contested, closed, agreed
  has:debrief               entry, moments, terms
  sphere:household  kind:salary  over:10%
  saved:hard                a filter saved by wj filters hard '@ego or over:10%'

All else is looked for as it stands; in quotes as a phrase. In a shell put the
whole of it in single quotes: wj list '@ego since:"last month" not is:open'
"""


def _steps() -> str:
    parts = []
    for name, habit, question in _STEPS:
        parts.append(f"{name}\n{_indented(habit)}\n{_indented(question)}\n")
    return "\n".join([*parts, _CLOSING, ""])


def _tags() -> str:
    """Return every tag under its step, with what is typed short."""
    typed = {slug: f"@{short}" for short, slug in SHORT.items()}
    lines: list[str] = []
    for step in Step:
        lines.append(f"{step.value}\n")
        for tag in (tag for tag in TAXONOMY if tag.step is step):
            word = typed.get(tag.slug, f"@{tag.slug}")
            kind = f"{tag.polarity.value:<8}"
            lines.append(f"  {word:<24} {kind}  {tag.label.lower()}\n")
        lines.append("\n")
    return f"{''.join(lines)}{_TAGS_FOOT}"


def _indented(text: str) -> str:
    return textwrap.fill(text, _WIDTH, initial_indent="  ", subsequent_indent="  ")


TOPICS: dict[str, Callable[[], str]] = {
    "steps": _steps,
    "tags": _tags,
    "line": lambda: _LINE,
    "filter": lambda: _FILTER,
}
"""Topic to what makes its text."""
