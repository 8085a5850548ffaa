"""What stands around the things that a cohort adds: what they come after, are used in and teach."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kit.reading.nodes import Mapping, Scalar, Sequence, value_of
from kit.tailoring.patching.beneath import FOLLOWED, TAUGHT, WORKED_WITH, Beneath, digest_of
from kit.tailoring.patching.tree import find, is_workshop, text, things_below, things_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.reading.nodes import Node, Value
    from kit.reading.path import Location
    from kit.reading.yaml_source import Source
    from kit.tailoring.patching.tree import Ground

_BEFORE: Final = (("title",), ("participants",), ("uses",), ("instructor", "transition"))
"""What a cohort's activity goes by in the one that it follows."""

_AT_WORK: Final = (("title",), ("participants",), ("uses",), ("minutes",))
"""What a cohort's case or sheet goes by in the activity that works with it."""

_KINDS: Final = ("activity", "worksheet", "block", "scenario", "item")


def around_additions(
    ground: Ground, written: Source, cohort: Source, at: Location
) -> Iterator[Beneath]:
    """Give what additions go by in one file, `written`, before anything in it is changed.

    `at` is where in the cohort's file the changes to the workshop stand.
    """
    additions = find(cohort.node, (*at, "add"))
    new: list[Mapping] = []
    for number, addition in enumerate(additions.items if isinstance(additions, Sequence) else ()):
        kind = next((kind for kind in _KINDS if find(addition, (kind,))), "")
        thing = find(addition, (kind,))
        if not isinstance(thing, Mapping):
            continue
        new += [thing, *(each for _, _, each in things_below(thing))]
        name = _text_at(thing, "id")
        for key, told in (("after", FOLLOWED), ("used_in", WORKED_WITH)):
            other = _text_at(addition, key)
            holder, node = ground.things.get(other, (None, None))
            if holder is None or node is None:
                continue
            value = _around(kind, key, holder, node)
            if value is not None:
                yield Beneath(
                    f"+{name}/{key}/{other}",
                    digest_of(value),
                    cohort.place((*at, "add", number, key)),
                    written.at(node.line, node.column),
                    told,
                )
    if is_workshop(ground.tree):
        changes = find(cohort.node, (*at, "change")) or Mapping(0, 0)
        new += [each for _, _, each in things_below(changes)]
        yield from _objectives(ground, written, cohort, changes, new)


def _around(kind: str, key: str, holder: Sequence, node: Mapping) -> Value:
    """Give what an addition goes by: None where only its place depends on the other."""
    if key == "used_in":
        return _parts(node, _AT_WORK)
    if kind == "activity":
        return [_parts(node, _BEFORE), _next_id(holder, node)]
    if kind != "block":
        return None
    blocks = find(node, ("blocks",))
    if isinstance(blocks, Sequence):
        return [name for name, _, _ in things_in(blocks)]
    return [value_of(node), _next_id(holder, node)]


def _parts(node: Mapping, paths: tuple[tuple[str, ...], ...]) -> Value:
    found = [find(node, path) for path in paths]
    return [value_of(each) if each else None for each in found]


def _next_id(holder: Sequence, node: Mapping) -> str:
    items = [(name, thing) for name, _, thing in things_in(holder)]
    at = next((n for n, (_, thing) in enumerate(items) if thing is node), len(items))
    return items[at + 1][0] if at + 1 < len(items) else ""


def _objectives(
    ground: Ground, written: Source, cohort: Source, changes: Node, new: list[Mapping]
) -> Iterator[Beneath]:
    """Give the wording of the objectives that new questions ask about and activities teach."""
    known = find(ground.tree, ("objectives",))
    wordings = (
        {name: node.entries.get("text") for name, _, node in things_in(known)}
        if isinstance(known, Sequence)
        else {}
    )
    for thing in new:
        name = _text_at(thing, "id")
        if name in ground.things:
            continue
        for node in _named(thing):
            wording = wordings.get(node.text)
            # A cohort that words an objective itself is told at its own wording.
            if wording is None or find(changes, (node.text, "text")):
                continue
            yield Beneath(
                f"+{name}/objective/{node.text}",
                digest_of(value_of(wording.value)),
                cohort.at(node.line, node.column),
                written.at(wording.line, wording.column),
                TAUGHT,
            )


def _named(thing: Mapping) -> Iterator[Scalar]:
    """Find the objectives that a thing names."""
    one, several = find(thing, ("objective",)), find(thing, ("objectives",))
    for node in (one, *(several.items if isinstance(several, Sequence) else ())):
        if isinstance(node, Scalar):
            yield node


def _text_at(node: Node, key: str) -> str:
    found = find(node, (key,))
    return text(found) if found else ""
