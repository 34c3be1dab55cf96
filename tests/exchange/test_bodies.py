"""A body of Markdown stays the user's own, and stays in its section."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.exchange.dossiers import BAD_INPUTS
from tests.exchange.reader import headings, is_tame, words
from winjournal.exchange.bodies import own_markdown

PIECES = st.sampled_from([
    "#", "##", "# h", " ", "  ", "   ", "    ", "\t", "\n", "\n\n", "```", "~~~",
    "````", "`", "``", "- ", "-", "1. ", "10) ", "> ", ">", "---", "===", "=", "--",
    "a", "b c", "<b>", "<script>", "</x>", "<!--", "-->", "&lt;", "\\", "[x]", "](",
    "[x]: ", "javascript:a", "https://x.y", "![", "[[", "]]", "(", ")", "|",
    "| a | b |\n|---|---|\n", "%%", "$$", "* ", "*", "_", "!", "<?", "<a\nhref=x>",
    "](\n", "]:\n", "{{", " ^id", "&#106;", "data:",
])  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join)


def check(text: str, below: int) -> None:
    sign = "#" * below
    page = f"{sign} Top\n\n{own_markdown(text, below)}\n\n{sign} After\n\nlast\n"
    found = headings(page)
    assert is_tame(page)
    assert found[0] == (below, "Top")
    assert found[-1] == (below, "After")
    assert all(level > below for level, _ in found[1:-1])
    assert words(page)[-1] == "last"


@given(TEXTS, st.integers(1, 5))
@example("```\\| a | b |\n|---|---|\n", 1)
@example("-\nb\n---", 2)
@example("- a\n  ```\n<script>", 2)
@example("para ` one\ntwo `<script>` three", 2)
@example("| `a | <b> |\n|---|---|\n| `x | <script>` |", 2)
@example("[x](java\nscript:a)", 2)
@example(">" * 2000 + " # x", 2)
@settings(derandomize=True, deadline=None, max_examples=600)
def test_nothing_reaches_out_of_its_section(text: str, below: int) -> None:
    check(text, below)


SHORT = {name: text for name, text in BAD_INPUTS.items() if len(text) < 200_000}


@pytest.mark.parametrize("name", sorted(SHORT))
def test_a_bad_input_stays_in_its_section(name: str) -> None:
    check(SHORT[name], 2)


@pytest.mark.parametrize(
    "name", ["body_1MiB", "single_line_1MB", "like_long_pattern", "fts_many_terms"]
)
def test_a_huge_body_loses_nothing(name: str) -> None:
    text = BAD_INPUTS[name]
    assert own_markdown(text, 2).split() == text.replace("a%%", "a\\%\\%").split()


@pytest.mark.parametrize(
    "text",
    [
        "Plain words.",
        "*stress* and **more**, `code <b> # x`, ~~gone~~",
        "- one\n- two\n  - three\n\n1. first\n2. second",
        "- [ ] to do\n- [x] done",
        "> quoted\n> twice",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "```python\n# a comment <b>\n```",
        "~~~\n[[kept]] %% $\n~~~",
        "1. step\n   ```\n   # code <b>\n   ```\n2. next",
        "[site](https://example.org/a_b?c=d) and [note](notes/a.md) and [up](#top)",
        "[mail](mailto:a@example.org), <https://example.org>, ![near](near.png)",
        '[1]: https://example.org "title"\n\nsee [1]',
        "a footnote[^1]\n\n[^1]: See there.",
        "two lines  \nwith a break\\\nand another",
        "    code by indent",
        "#tag and #another/one",
        "above\n\n---\n\nbelow",
    ],
)
def test_own_markdown_is_kept(text: str) -> None:
    assert own_markdown(text, 3) == text


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("# One\n## Two\n###### Six", "### One\n#### Two\n###### Six"),
        ("One\n===\n\nTwo\n---", "### One\n\n#### Two"),
        ("Long\nheading #\n---", "#### Long heading \\#"),
        ("- # in a list\n\n> # quoted", "- ### in a list\n\n> ### quoted"),
        ("- a\n---\nb", "- a\n***\nb"),
        ("text\n# not\n#but", "text\n### not\n#but"),
    ],
)
def test_headings_sink_below_the_section(typed: str, written: str) -> None:
    assert own_markdown(typed, 2) == written


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("a <b>bold</b> & &amp;", "a &lt;b>bold&lt;/b> & &amp;"),
        ("<!-- unseen -->", "&lt;!-- unseen -->"),
        ("[x](javascript:alert(1))", "[x]\\(javascript:alert(1))"),
        ("[x](&#106;avascript:a)", "[x]\\(&#106;avascript:a)"),
        ("[x]: javascript:alert(1)", "[x]\\: javascript:alert(1)"),
        ("[f](file:///etc/passwd)", "[f]\\(file:///etc/passwd)"),
        ("![t](https://track.example/p.png)", "\\![t](https://track.example/p.png)"),
        ("[[Deal A]] ![[x.png]]", "\\[\\[Deal A\\]\\] \\!\\[\\[x.png\\]\\]"),
        ("%% hidden %% $x$", "\\%\\% hidden \\%\\% \\$x\\$"),
        ("{{ site.title }} {% raw %}", "\\{{ site.title }} \\{% raw %}"),
        ("words ^anchor", "words \\^anchor"),
        ("one ` alone", "one \\` alone"),
    ],
)
def test_what_would_act_or_hide_is_shown(typed: str, written: str) -> None:
    assert own_markdown(typed, 2) == written


def test_a_leading_rule_is_no_front_matter() -> None:
    text = own_markdown(BAD_INPUTS["yaml_front_matter_body"], 1)
    assert text == "\\---\ntitle: hacked\ntags: [x]\n\\---\nbody"
    assert headings(text) == []
    assert own_markdown("\n---\nonly one", 1) == "\\---\nonly one"


def test_code_that_was_never_closed_ends_with_its_body() -> None:
    assert own_markdown("```\n# x", 2) == "```\n# x\n```"
    assert own_markdown("> ~~~~\n> x", 2) == "> ~~~~\n> x\n> ~~~~"
    assert own_markdown("  ```\nx", 2) == "  \\`\\`\\`\nx"


def test_control_characters_do_not_pass() -> None:
    assert own_markdown("a\x00b\x1b]0;T\x07c\r\nd", 2) == "ab]0;Tc\nd"
