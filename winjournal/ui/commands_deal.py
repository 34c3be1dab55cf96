"""The actions of one negotiation: sealing, telling, offers, promises, moments."""

from __future__ import annotations

from winjournal.ui.command import LIVE, Command, at

_DEAL = at("negotiation")

DEAL = (
    Command(
        id="seal",
        keys="s",
        word="seal",
        title="Seal",
        help="Seals what is written; from then on it is only added to.",
        places=at("negotiation", "week"),
        order=42,
    ),
    Command(
        id="share",
        keys="w",
        word="told",
        title="It was told",
        help="Dates that I told them what has the focus, else my winning; on theirs, "
        "that they told me.",
        places=_DEAL,
    ),
    Command(
        id="offer",
        keys="o",
        word="offer",
        title="Write down an offer",
        help="Writes down an offer: whose, how much, and in a few words.",
        places=_DEAL,
        order=44,
    ),
    Command(
        id="promise",
        keys="p",
        word="promise",
        title="Write down a promise",
        help="Writes down who owes what, and by when.",
        places=_DEAL,
        order=46,
    ),
    Command(
        id="repair",
        keys="r",
        word="repair",
        title="Put something right",
        help="Writes down what you will do about a slip, for whom, and by when.",
        places=_DEAL,
        order=48,
    ),
    Command(
        id="outside",
        keys="v",
        word="view",
        title="Ask for their view",
        help="Makes a note to send to them or a witness, and takes the answer.",
        places=_DEAL,
        order=50,
    ),
    Command(
        id="skip",
        keys=">",
        word="later",
        title="Put a look back off",
        help="Asks again in a week; what was put off three times is not asked again.",
        places=at("today", "look_back"),
        order=56,
    ),
    Command(
        id="brief",
        keys="B,f9",
        word="brief",
        title="On one page",
        help="Shows the preparation on one page, to be read before you go in.",
        places=at("negotiation", "prep"),
        order=54,
    ),
    Command(
        id="template",
        keys="ctrl+o,f8",
        word="begin as",
        title="Begin as a kind of negotiation",
        help="Fills what is blank with what such a negotiation usually turns on.",
        places=at("prep"),
        order=7,
    ),
    Command(
        id="write",
        keys="i",
        word="write",
        title="Write freely",
        help="Opens a page for your own words, in Markdown.",
        places=at("journal", "negotiation"),
        order=52,
    ),
    Command(
        id="flip",
        keys="+,-",
        word="flip",
        title="Flip a mark",
        help="Turns a slip into its handled counterpart, or back.",
        places=at("negotiation", LIVE),
        order=68,
        shown="+ -",
    ),
    Command(
        id="pick",
        keys="ctrl+t,f2",
        word="tags",
        title="Choose a tag",
        help="Lists every tag with what it means.",
        places=at("moment"),
        order=6,
    ),
)
"""What is done to one negotiation; sealing also to a week."""
