"""The JSON Schema of a journal as JSON, made from the entities themselves.

`docs/winjournal.schema.json` is what it says; a test holds the two equal.
"""

from __future__ import annotations

import inspect
import re
from dataclasses import is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin

from winjournal.exchange.json_form import FORMAT, KINDS, VERSION, fields_of

DRAFT = "https://json-schema.org/draft/2020-12/schema"

_DECIMAL = r"^-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$"
_INSTANT = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-][0-9]{2}:[0-9:.]+)$"
_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    datetime: {"type": "string", "pattern": _INSTANT},
    Decimal: {"type": "string", "pattern": _DECIMAL},
}
_SAID = re.compile(r"^ {4}(\w+(?:, \w+)*): (.+(?:\n {8}.+)*)", re.MULTILINE)


def json_schema() -> dict[str, Any]:
    """Return the schema of what `wj export --format json` writes."""
    lists = {
        name: {"type": "array", "items": {"$ref": f"#/$defs/{name}"}} for name in KINDS
    }
    return {
        "$schema": DRAFT,
        "title": "A journal of WinJournal",
        "description": (
            "One list for each kind, by id. Times are ISO 8601 with the offset in "
            "which they were written, amounts are decimals as text, unknown is null."
        ),
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            **lists,
        },
        "required": ["format", "version"],
        "additionalProperties": False,
        "$defs": {name: _object(kind) for name, kind in KINDS.items()},
    }


def _object(kind: type) -> dict[str, Any]:
    known, said = fields_of(kind), _said(kind)
    properties = {
        name: {**_type(hint), **({"description": said[name]} if name in said else {})}
        for name, (hint, _) in known.items()
    }
    return {
        "description": (inspect.getdoc(kind) or "").partition("\n")[0],
        "type": "object",
        "properties": properties,
        "required": [name for name, (_, is_needed) in known.items() if is_needed],
        "additionalProperties": False,
    }


def _said(kind: type) -> dict[str, str]:
    """Return what the class says of its fields."""
    words: dict[str, str] = {}
    for names, text in _SAID.findall(inspect.getdoc(kind) or ""):
        for name in names.split(", "):
            words[name] = " ".join(text.split())
    return words


def _type(hint: Any) -> dict[str, Any]:
    if get_origin(hint) is UnionType:
        (bare,) = (arg for arg in get_args(hint) if arg is not NoneType)
        return {"anyOf": [_type(bare), {"type": "null"}]}
    if get_origin(hint) is tuple:
        args = get_args(hint)
        if Ellipsis in args:
            return {"type": "array", "items": _type(args[0])}
        count = {"minItems": len(args), "maxItems": len(args)}
        return {"type": "array", "items": _type(args[0]), **count}
    if is_dataclass(hint) and isinstance(hint, type):
        return _object(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [one.value for one in hint]}
    return dict(_PLAIN[hint])
