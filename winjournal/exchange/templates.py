"""A user's own templates for the pages of an export, in the language of Jinja2.

They run in a sandbox: a template reads what it is given and does nothing else. What
was typed into the journal comes out as text, as everywhere in an export; Markdown of
one's own goes through the filter `markdown`. Loaded only where there is a template.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from winjournal.domain.errors import DamagedJournal
from winjournal.exchange.bodies import own_markdown
from winjournal.exchange.front import yaml_block
from winjournal.exchange.literal import cell, literal, literal_lines
from winjournal.exchange.values import amount, at_offset, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jinja2 import Environment

NAMES = ("negotiation", "entry", "line", "week")
"""What a template may be for; its file is called so, with `.md`."""


class Ready(str):
    """A text that can stand in a page as it is."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A template as it was read.

    Attributes:
        place: Its file, for what is said of it.
        text: All of it.
    """

    place: str
    text: str


class Templates:
    """Writes pages by templates.

    Args:
        sources: By what they are for.
    """

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = dict(sources)

    def page(
        self, name: str, seen: object, *, level: int, alone: bool,
        hidden: Sequence[str] = (),
    ) -> str | None:  # fmt: skip
        """Return a page; None where there is no template for it.

        Args:
            name: One of `NAMES`; the template knows the thing by it.
            seen: The thing, with what is hidden taken out.
            level: The level of its heading.
            alone: Whether the page is a file of its own.
            hidden: What is hidden, in words.

        Raises:
            DamagedJournal: The template is not understood, or asks for what there
                is not; the sentence names the file and the line.
        """
        source = self._sources.get(name)
        if source is None:
            return None
        import jinja2

        try:
            template = self._environment.from_string(source.text)
            text = template.render(
                {name: seen, "level": level, "alone": alone, "hidden": list(hidden)}
            )
        except jinja2.TemplateSyntaxError as error:
            raise _wrong(source, error.lineno, error.message or "") from None
        except Exception as error:  # noqa: BLE001 - whatever a template does is told
            raise _wrong(source, _line_of(error), str(error)) from None
        return f"{text.strip(chr(10))}\n"

    @cached_property
    def _environment(self) -> Environment:
        import jinja2
        from jinja2.sandbox import ImmutableSandboxedEnvironment

        environment = ImmutableSandboxedEnvironment(
            undefined=jinja2.StrictUndefined, finalize=_shown, trim_blocks=True,
            lstrip_blocks=True, keep_trailing_newline=True,
        )  # fmt: skip
        environment.filters.update(
            amount=lambda value, terms: Ready(
                "" if value is None else literal(amount(value, terms))
            ),
            at=lambda value: Ready("" if value is None else at_offset(value)),
            cell=lambda text: Ready(cell(str(text or ""))),
            front=lambda fields: Ready(yaml_block(fields)),
            lines=lambda text: Ready(literal_lines(text or "", "  ")),
            markdown=lambda text, level: Ready(own_markdown(text or "", level)),
            signs=lambda level: Ready("#" * min(level, 6)),
        )
        return environment


def _shown(value: Any) -> str:
    """Return what stands for a value: nothing it holds is Markdown or HTML."""
    if value is None:
        return ""
    if isinstance(value, Ready):
        return value
    if isinstance(value, StrEnum):
        return words(value)
    if isinstance(value, datetime):
        return at_offset(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float | date):
        return str(value)
    return literal(str(value))


def _wrong(source: Source, line: int | None, said: str) -> DamagedJournal:
    where = f"{source.place}, line {line}" if line else source.place
    reason = " ".join(said.split())[:200].rstrip(".")
    return DamagedJournal(
        f"{where}: {reason}.", "Nothing was written; mend the template or move it away."
    )


def _line_of(error: Exception) -> int | None:
    """Return the line of the template in which it failed."""
    line = None
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
