"""A style sheet that is parsed again only when a colour has changed."""

from __future__ import annotations

from textual.css.stylesheet import Stylesheet


class KeptStylesheet(Stylesheet):
    """Keeps what it parsed while the variables are the same.

    Textual has every sheet parsed anew, with the same variables, whenever a screen is
    first shown: 15 to 30 ms that each room and the first paint would wait for.
    """

    def __init__(self, *, variables: dict[str, str]) -> None:
        """Make a style sheet.

        Args:
            variables: The variables of the theme.
        """
        super().__init__(variables=variables)
        self._given = dict(variables)
        self._is_stale = False

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take variables; what was parsed with the same ones stays."""
        if variables != self._given:
            self._given = dict(variables)
            self._is_stale = True
            super().set_variables(variables)

    def reparse(self) -> None:
        """Parse every source again, where a variable has changed."""
        if self._is_stale:
            self._is_stale = False
            super().reparse()
