"""The actions on the people one deals with."""

from __future__ import annotations

from winjournal.ui.command import Command, at

PEOPLE = (
    Command(
        id="merge",
        keys="=",
        word="merge",
        title="Merge with another",
        help="Makes two that are one into one, with all that belongs to both.",
        places=at("people"),
        order=48,
    ),
    Command(
        id="archive",
        keys="h",
        word="archive",
        title="Archive, or bring back",
        help="Takes a person out of the list, or brings them back; the deals stay.",
        places=at("people"),
        order=50,
    ),
    Command(
        id="archived",
        keys="H",
        word="archived",
        title="Show who is archived",
        help="Shows those who are archived instead of the others, and back.",
        places=at("people"),
    ),
)
