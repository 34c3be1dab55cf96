"""Invented text, the same every time: what a journal of negotiations is made of."""

from __future__ import annotations

import random
import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

NOW = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)
"""The clock of every measurement: what is due and what is recent stays the same."""

RARE = "tarragon"
"""The word that is searched for; it stands in one entry of a hundred."""

TEXT = """
price range offer line terms contract lease salary deposit delivery month week
quote supplier landlord budget scope invoice discount clause draft promise meeting
call fair worth value evidence numbers cost margin rival alternative reason change
share ask answer wait pause silence patience temper pride ego interest theirs ours
trust kept late early open honest checked agreed refused walked signed sent shared
asked explained defended listened pressed held moved lowered raised named wrote
because before after while until when that this with without from into again once
twice maybe never always often both each other same better less more first last
quiet long short hard easy plain clear exact rough whole half small large new old
"""
WORDS = tuple(re.findall(r"\w+", TEXT))
NAMES = tuple(
    re.findall(
        r"\w+",
        "Dana Okafor Lena Marsh Priya Sam Ines Tomas Yara Noor Ivo Greta Milan Asa",
    )
)
FIRMS = tuple(
    re.findall(r"\w+", "Acme Borealis Kiln Harbor Lumen Orchard Quarry Sable Tern Vale")
)
TAGS = ("@ego", "@over-capture", "@goalpost-shift", "@trust+", "@value-", "@info+")
DEALS = ("renewal", "rent", "salary", "scope", "delivery dates", "deposit", "discount")


def sentence(rng: random.Random, words: int) -> str:
    """Return so many words with a capital at the start and a full stop."""
    said = " ".join(rng.choices(WORDS, k=words))
    return f"{said[0].upper()}{said[1:]}."


def paragraph(rng: random.Random) -> str:
    """Return what one writes on one evening: often little, now and then much.

    About 90 words in the mean.
    """
    least, most = rng.choice(((1, 3), (1, 3), (5, 10), (5, 10), (14, 20)))
    return " ".join(
        sentence(rng, rng.randint(8, 16)) for _ in range(rng.randint(least, most))
    )


def entries(count: int, seed: int) -> Iterator[tuple[datetime, str]]:
    """Yield dated texts, oldest first; the last is older than what is under way.

    A text is a line, a paragraph, and one or two tags.

    Args:
        count: How many; over ten years.
        seed: Equal seeds give equal texts.
    """
    rng = random.Random(seed)
    step = timedelta(days=3650) / count
    for number in range(count):
        text = f"{sentence(rng, 6)}\n{paragraph(rng)}"
        if number % 100 == 50:
            text += f" They served {RARE} with it."
        text += " " + " ".join(rng.choices(TAGS, k=rng.randint(1, 2)))
        yield NOW - timedelta(days=4) - step * (count - 1 - number), text
