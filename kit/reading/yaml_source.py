"""A YAML file as it was read: its values, and the place of each of them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from kit.errors import KitError, Place, Problem
from kit.reading.nodes import Entry, Mapping, Node, Scalar, Sequence, Value, copied, value_of
from kit.reading.text_file import lines_of, read_text, refuse_invisible

if TYPE_CHECKING:
    from collections.abc import Mapping as Mapping_
    from pathlib import Path


@dataclass(frozen=True)
class Source:
    """A file that could be read as YAML.

    `problems` are those of single values (a key twice, a text cut off by `#`): the rest of the file
    is still worth checking, so that all of its problems are reported together.
    """

    path: Path
    shown: str
    text: str
    node: Node | None
    problems: tuple[Problem, ...] = ()
    foreign: Mapping_[int, Source] = field(default_factory=dict, repr=False)
    """Nodes that another file put into this tree, by identity, with that file."""

    @cached_property
    def data(self) -> Value:
        """The file as plain values."""
        return value_of(self.node)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file as editors count them."""
        return lines_of(self.text)

    def place(self, location: tuple[str | int, ...], *, key: bool = False) -> Place:
        """Say where something stands: its value, or with `key` its key.

        What is not in the file (a key that is missing) has the place of what it should be part of.
        """
        node = self.node
        line, column = (node.line, node.column) if node else (1, 1)
        owner = self
        for element in location:
            if isinstance(node, Mapping) and isinstance(element, str) and element in node.entries:
                entry = node.entries[element]
                node = entry.value
                at_key = key or (isinstance(node, Scalar) and node.plain and not node.text)
                standing: Node | Entry = entry if at_key else node
            elif isinstance(node, Sequence) and isinstance(element, int):
                if not 0 <= element < len(node.items):
                    continue
                node = standing = node.items[element]
            else:
                continue
            if standing.line:
                line, column = standing.line, standing.column
                owner = self.foreign.get(id(standing), self)
        return owner.at(line, column)

    def at(self, line: int, column: int) -> Place:
        """Give the place of a line and a column of this file."""
        source = self.lines[line - 1] if line <= len(self.lines) else ""
        return Place(self.shown, line, column, source)

    def patched(self, node: Node, foreign: Mapping_[int, Source]) -> Source:
        """Give this file with another tree, some of whose nodes come from other files."""
        return replace(self, node=node, foreign={**self.foreign, **foreign})


def read_source(path: Path, shown: str) -> Source:
    """Read a YAML file; `shown` is its name in messages.

    Raises:
        KitError: it cannot be read as YAML at all, or passes the limits.
    """
    return _source(read_text(path, shown), path, shown)


def parse_source(text: str, path: Path, shown: str) -> Source:
    """Read YAML from a text; `path` is the file it stands for.

    Raises:
        KitError: it cannot be read as YAML at all, or passes the limits.
    """
    refuse_invisible(text, shown)
    return _source(text, path, shown)


def _source(text: str, path: Path, shown: str) -> Source:
    node, problems = _parsed(text, shown)
    # Whoever reads it has a tree of their own, to change as they like.
    return Source(path, shown, text, copied(node) if node else None, problems)


@lru_cache(maxsize=32)
def _parsed(text: str, shown: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """Parse a text; each of a cohort's sessions reads the same files again."""
    import yaml  # noqa: PLC0415 - what needs no YAML loads none

    from kit.reading.composer import Composer  # noqa: PLC0415
    from kit.reading.syntax import explain  # noqa: PLC0415

    lines = lines_of(text)
    composer = Composer(shown, lines)
    try:
        node = composer.compose(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.YAMLError as error:
        stopped = explain(error, shown, lines)
        # Where a sign at the start was told, the parser's stumbling over it says no more.
        lines_told = {each.where.line for each in composer.problems if each.where}
        told = stopped.where is not None and stopped.where.line in lines_told
        raise KitError(composer.problems if told else [*composer.problems, stopped]) from None
    return node, tuple(composer.problems)
