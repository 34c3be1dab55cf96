"""Things as JSON: the fields by their names, times as ISO with their offset."""

from __future__ import annotations

import dataclasses
import json
import re
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

from winjournal.domain.ids import short_id
from winjournal.domain.moments import Moment
from winjournal.domain.weeks import Week
from winjournal.services.views import Mark

_ESCAPED = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""What a terminal would obey or cannot be sent; JSON can say it in ASCII."""


def as_json(document: object, *, indent: int | None = 2) -> str:
    """Return a document as JSON text, without a character to obey."""
    text = json.dumps(
        plain(document), ensure_ascii=False, indent=indent, allow_nan=False
    )
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def plain(value: object) -> Any:
    """Return a value as JSON knows it; a thing with an id gains its `short` one."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, (Decimal, Path, Week)):
        return str(value)
    if isinstance(value, dict):
        return {_key(key): plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(one) for one in value]
    if dataclasses.is_dataclass(value):
        return _fields(value)
    return value


def _fields(thing: Any) -> dict[str, Any]:
    said = {f.name: plain(getattr(thing, f.name)) for f in dataclasses.fields(thing)}
    if "id" in said:
        said = {"id": said.pop("id"), "short": short_id(thing.id), **said}
    if isinstance(thing, (Mark, Moment)):
        said["polarity"] = plain(thing.polarity)
        said["step"] = plain(thing.step)
    return said


def _key(key: object) -> str:
    if isinstance(key, tuple):
        return "/".join(str(plain(part)) for part in key)
    return str(plain(key))
