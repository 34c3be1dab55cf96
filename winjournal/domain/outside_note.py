"""The note that asks the other side, or a witness, for one number and a sentence.

It says nothing of what one wrote oneself: no rating, range or guess is in it.
"""

from __future__ import annotations

from textwrap import fill

from winjournal.domain.edge import clean_text

WIDTH = 72
"""Columns of a mail that needs no wrapping."""

_QUESTIONS = {
    "them": "How content are you with how we settled it",
    "witness": "How content do you think the other side is with how it was settled",
}


def outside_note(title: str, name: str, by: str = "them") -> str:
    """Return the note, in lines of at most 72 columns.

    Args:
        title: The negotiation's.
        name: Of the other side; a witness is not greeted by name.
        by: `them` or `witness`.
    """
    subject = clean_text(title, one_line=True).text
    hello = (
        f"Hello {clean_text(name, one_line=True).text}," if by == "them" else "Hello,"
    )
    asks = f"{_QUESTIONS[by]}, from 1 (not at all) to 7 (entirely)?"
    parts = (
        hello,
        f"{subject} is settled, and I would like to know how it looks from your side.",
        f"{asks} A number is enough; a sentence is welcome.",
        "I keep your answer in my own journal and show it to nobody; tell me if you "
        "would rather I did not.",
        "Thank you.",
    )
    return "\n\n".join(fill(part, WIDTH) for part in parts) + "\n"
