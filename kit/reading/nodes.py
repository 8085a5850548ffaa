"""A YAML file as a tree in which everything knows where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar

Value: TypeAlias = "dict[str, Value] | list[Value] | str | int | bool | None"

NO_KEY = "\0"
"""Begins the name that stands for a key that is no text, which was told about already."""

_WHOLE_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\Z")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass(slots=True)
class Scalar:
    """A text, number, true, false or nothing. `plain`: written without quotes or `|`."""

    line: int
    column: int
    text: str
    plain: bool = False


@dataclass(slots=True)
class Sequence:
    """A list."""

    line: int
    column: int
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Entry:
    """A key of a mapping, with its own place, and what stands behind it."""

    line: int
    column: int
    value: Node


@dataclass(slots=True)
class Mapping:
    """Keys and what stands behind them, in the order of the file."""

    line: int
    column: int
    entries: dict[str, Entry] = field(default_factory=dict)


Node: TypeAlias = Scalar | Sequence | Mapping
AnyNode = TypeVar("AnyNode", Scalar, Sequence, Mapping, Node)


def copied(node: AnyNode) -> AnyNode:
    """Copy what holds others; texts are shared, since they are replaced whole."""
    if isinstance(node, Mapping):
        entries = {
            key: Entry(entry.line, entry.column, copied(entry.value))
            for key, entry in node.entries.items()
        }
        return Mapping(node.line, node.column, entries)
    if isinstance(node, Sequence):
        return Sequence(node.line, node.column, [copied(item) for item in node.items])
    return node


def value_of(node: Node | None) -> Value:
    """Turn a node into plain values.

    Only plain decimal integers are numbers, only `true` and `false` are truth values, only nothing,
    `~` and `null` are nothing; all else is text: `1:30`, `no`, `012`, `1_000`, dates.
    """
    match node:
        case None:
            return None
        case Mapping():
            entries = node.entries.items()
            return {
                key: value_of(entry.value) for key, entry in entries if not key.startswith(NO_KEY)
            }
        case Sequence():
            return [value_of(item) for item in node.items]
        case Scalar(text=text, plain=True):
            if text in _WORDS:
                return _WORDS[text]
            return int(text) if _WHOLE_NUMBER.match(text) else text
        case Scalar(text=text):
            return text
