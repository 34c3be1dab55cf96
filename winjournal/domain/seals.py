"""Seals: what was written stays what it was, and a chain shows when it did not.

A local hash shows accidental or casual editing; it cannot stop the owner of the file.
Kept elsewhere, in an export or a mail, it becomes evidence.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import sha256
from uuid import UUID

from winjournal.domain.writing import Link


def canonical(content: Mapping[str, object]) -> bytes:
    """Return the one spelling of a content: JSON in UTF-8, keys sorted, no spaces.

    None is written as null, a Decimal and a UUID as their text, a time in UTC as
    2026-03-02T09:15:00Z (with its fraction of a second, if any), a date as 2026-03-02.

    Raises:
        TypeError: A value is a float, whose spelling is no law, or of a type not named
            here, or a key is no string.
        ValueError: A time has no zone, a Decimal is not finite, or a text holds half
            a character and so has no UTF-8.
    """
    return json.dumps(
        _plain(content), sort_keys=True, separators=(",", ":"), ensure_ascii=False
    ).encode()


def content_hash(content: Mapping[str, object]) -> str:
    """Return the SHA-256 of the canonical content, 64 hex digits.

    Raises:
        TypeError: As for `canonical`.
        ValueError: As for `canonical`.
    """
    return sha256(canonical(content)).hexdigest()


def link_hash(
    previous: str | None,
    content_hash: str,
    *,
    chain: str,
    number: int,
    kind: str,
    sealed_at: datetime,
) -> str:
    """Return the hash of a link, 64 hex digits: over all that it states.

    Args:
        previous: Hash of the link before; None for the first.
        content_hash: Hash of the content.
        chain: The chain's name.
        number: The link's place in it, from 1.
        kind: What is sealed.
        sealed_at: When; aware.

    Raises:
        ValueError: The time has no zone.
    """
    stated = {
        "chain": chain,
        "content_hash": content_hash,
        "kind": kind,
        "number": number,
        "previous_hash": previous,
        "sealed_at": sealed_at,
    }
    return sha256(canonical(stated)).hexdigest()


def verify_chain(links: Iterable[Link]) -> Link | None:
    """Return the first link that does not fit; None if all do, also if there is none.

    A link fits if it names its chain, the next number and the hash of the link before,
    if its own hash is that of what it states, and if its content has the hash stated
    for it; a purged content is missing only where there is a tombstone. What was cut
    off at the end cannot be seen here: compare the last hash with one kept elsewhere.

    Args:
        links: The links of one chain, by number.
    """
    before: Link | None = None
    for number, link in enumerate(links, start=1):
        follows = (
            link.number == number
            and link.previous_hash == (before.hash if before else None)
            and link.chain == (before.chain if before else link.chain)
        )
        if not (follows and link.hash == _hash_of(link) and _content_fits(link)):
            return link
        before = link
    return None


def _hash_of(link: Link) -> str:
    return link_hash(
        link.previous_hash,
        link.content_hash,
        chain=link.chain,
        number=link.number,
        kind=link.kind,
        sealed_at=link.sealed_at,
    )


def _content_fits(link: Link) -> bool:
    if link.content is None:
        return link.tombstone
    return sha256(link.content.encode()).hexdigest() == link.content_hash


def _plain(value: object) -> object:
    """Return a value in the types that JSON spells in one way only."""
    if isinstance(value, Mapping):
        return {_key(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if value is None or isinstance(value, str | int):
        return value
    return _text(value)


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise TypeError(f"{key!r} is no key of a sealed content")
    return key


def _text(value: object) -> str:
    """Return a decimal, a time, a date or an id as text."""
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise ValueError(f"{value} cannot be sealed: it is no amount")
        return str(value)
    if isinstance(value, datetime):
        if value.utcoffset() is None:
            raise ValueError("a time without a zone cannot be sealed")
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(f"a {type(value).__name__} cannot be sealed")
