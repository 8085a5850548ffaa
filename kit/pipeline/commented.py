"""YAML with a comment behind some of its values; it still says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from yaml import CollectionNode, Node

    from kit.reading.path import Location


def with_comments(text: str, comments: Mapping[Location, str]) -> str:
    """Put comments behind what stands at places of a YAML text.

    What spreads over lines has its comment where one may stand: a block of text or a list behind
    its first line, a folded text behind its last.
    """
    import yaml  # noqa: PLC0415 - as everywhere

    lines = text.split("\n")
    notes: dict[int, dict[str, None]] = {}
    for at, line in _heads(yaml.compose(text, Loader=yaml.CSafeLoader), ()):
        if at in comments:
            notes.setdefault(line, {})[comments[at]] = None
    for line, told in notes.items():
        lines[line] += f"  # {'; '.join(told)}"
    return "\n".join(lines)


def _heads(node: Node | None, at: Location) -> Iterator[tuple[Location, int]]:
    """Give every place in a text with the line that its comment stands on."""
    import yaml  # noqa: PLC0415

    match node:
        case yaml.MappingNode():
            for key, value in node.value:
                here = (*at, str(key.value))
                yield here, key.end_mark.line if _is_long(value) else _head(value)
                yield from _heads(value, here)
        case yaml.SequenceNode():
            for number, item in enumerate(node.value):
                yield (*at, number), _head(item)
                yield from _heads(item, (*at, number))


def _head(node: Node) -> int:
    import yaml  # noqa: PLC0415

    if not _is_long(node):
        is_block = isinstance(node, yaml.ScalarNode) and node.style in {"|", ">"}
        return (node.start_mark if is_block else node.end_mark).line
    first = node.value[0]
    if isinstance(node, yaml.MappingNode):
        key, value = first
        return key.end_mark.line if _is_long(value) else _head(value)
    return _head(first)


def _is_long(node: CollectionNode | Node) -> bool:
    """Say whether something is a list or a mapping written over lines of its own."""
    import yaml  # noqa: PLC0415

    return isinstance(node, yaml.CollectionNode) and not node.flow_style and bool(node.value)
