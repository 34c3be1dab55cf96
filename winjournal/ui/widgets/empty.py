"""What stands where there is nothing yet: one sentence, one key."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


def empty_content(sentence: str, key: str = "", does: str = "") -> Content:
    """Return an empty state as content, for a ledger or any other widget.

    The key stands on a line of its own, so that it is never parted from its words.

    Args:
        sentence: What will stand here.
        key: The key that starts it, as it is written on the screen.
        does: What the key does, such as "starts a negotiation".
    """
    if not key:
        return Content.styled(sentence, "$ink-soft")
    return Content.assemble(
        (sentence, "$ink-soft"),
        "\n",
        (key, "bold $key"),
        (f" {does}", "$ink-soft"),
    )


class Empty(Static):
    """An empty state as a widget."""

    def __init__(
        self,
        sentence: str,
        key: str = "",
        does: str = "",
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        """Make an empty state.

        Args:
            sentence: What will stand here.
            key: The key that starts it.
            does: What the key does.
            id: The widget's id.
        """
        super().__init__(empty_content(sentence, key, does), id=id, markup=False)
