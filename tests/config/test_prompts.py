"""Questions of one's own for the week, from a file."""

from __future__ import annotations

from pathlib import Path

from winjournal.config.prompts import PROMPT_MAX, PROMPTS_MAX, read_prompts


def test_each_line_is_a_question_known_again_by_its_id(tmp_path: Path) -> None:
    (tmp_path / "p.txt").write_text(
        "# mine\n\nfair: What would they   call fair?\nWhat did I not ask?\n"
        "See: this: too\n"
    )
    found, wrong = read_prompts("p.txt", tmp_path / "config.toml")
    assert wrong == ""
    (first, text), (second, other), third = found
    assert (first, text) == ("own-fair", "What would they call fair?")
    assert other == "What did I not ask?"
    assert second.startswith("own-")
    assert third == ("own-see", "this: too")
    assert read_prompts(str(tmp_path / "p.txt"), Path("/x/config.toml"))[0] == found


def test_none_are_asked_for_without_a_file(tmp_path: Path) -> None:
    assert read_prompts("", tmp_path / "config.toml") == ((), "")


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"\xff")
    config = tmp_path / "config.toml"
    assert "No such file" in read_prompts("none", config)[1]
    assert read_prompts("b", config)[1].endswith("cannot be read: it is no text.")


def test_a_file_is_not_read_without_end(tmp_path: Path) -> None:
    (tmp_path / "p").write_text("".join(f"{n} {'x' * 999}\n" for n in range(500)))
    found, _ = read_prompts("p", tmp_path / "config.toml")
    assert len(found) == PROMPTS_MAX
    assert {len(text) for _, text in found} == {PROMPT_MAX}
