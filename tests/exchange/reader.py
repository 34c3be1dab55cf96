"""What a reader of Markdown sees: CommonMark with tables, as site builders do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml
from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

_READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def parsed(text: str) -> list[Token]:
    return _READER.parse(text)


def all_tokens(text: str) -> Iterator[Token]:
    """Yield blocks and what stands within their lines."""
    for block in parsed(text):
        yield block
        yield from block.children or ()


def shown(token: Token) -> str:
    """Return the words of one block as they are seen."""
    breaks = ("softbreak", "hardbreak")
    return "".join(
        "\n" if c.type in breaks else c.content for c in token.children or ()
    )


def words(text: str) -> list[str]:
    """Return the words of all blocks, code too."""
    return [
        shown(token) if token.type == "inline" else token.content
        for token in parsed(text)
        if token.type in ("inline", "fence", "code_block")
    ]


def headings(text: str) -> list[tuple[int, str]]:
    """Return (level, words) of every heading."""
    tokens = parsed(text)
    return [
        (int(token.tag[1]), shown(tokens[place + 1]))
        for place, token in enumerate(tokens)
        if token.type == "heading_open"
    ]


def is_tame(text: str) -> bool:
    """Whether nothing in it is HTML, leads to a script or fetches a picture."""
    for token in all_tokens(text):
        if token.type in ("html_block", "html_inline"):
            return False
        target = str(token.attrs.get("href") or token.attrs.get("src") or "")
        if target.startswith(("javascript:", "data:", "file:")):
            return False
        if token.type == "image" and ":" in target:
            return False
    return True


def read_front(text: str) -> tuple[dict[str, Any], str]:
    """Return the front matter and the rest, as Obsidian parts them."""
    assert text.startswith("---\n")
    end = text.index("\n---\n", 3)
    return yaml.safe_load(text[4 : end + 1]), text[end + 5 :]
