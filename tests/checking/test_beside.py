"""What else is wrong in a workshop that cannot be read is told with it, and nothing more."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from kit.checking.beside import beside, check_sound
from kit.definitions.workshop import Workshop
from kit.library import find_library
from kit.reading.nodes import Mapping, Scalar, Sequence
from kit.reading.shared import SharedFiles
from kit.reading.sound_workshop import sound_workshop
from kit.reading.validation import validate
from kit.reading.yaml_source import read_source
from tests.conftest import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kit.reading.nodes import Node
    from kit.reading.path import Location
    from tests.conftest import Edit

LIBRARY = find_library(EXAMPLES / "project")
FILES = SharedFiles(LIBRARY)
SMALL = read_source(EXAMPLES / "project" / "workshops" / "small.yaml", "small.yaml")


def places(node: Node | None, at: Location = ()) -> Iterator[Location]:
    match node:
        case Mapping():
            for key, entry in node.entries.items():
                yield (*at, key)
                yield from places(entry.value, (*at, key))
        case Sequence():
            for number, item in enumerate(node.items):
                yield (*at, number)
                yield from places(item, (*at, number))


def broken(node: Node | None, location: Location, how: str) -> None:
    """Break one place: a wrong word, a key that is gone, misspelt, or one that nobody knows."""
    for element in location[:-1]:
        if isinstance(node, Mapping):
            node = node.entries[str(element)].value
        elif isinstance(node, Sequence):
            node = node.items[int(element)]
    last = location[-1]
    if isinstance(node, Sequence):
        node.items[int(last)] = Scalar(1, 1, "Wrong Word!")
    elif isinstance(node, Mapping):
        entry = node.entries[str(last)]
        if how == "word":
            entry.value = Scalar(entry.line, entry.column, "Wrong Word!")
        else:
            del node.entries[str(last)]
        if how in {"slip", "unknown"}:
            node.entries[f"{last}x" if how == "slip" else "zzz"] = entry


@given(
    st.sampled_from(list(places(SMALL.node))),
    st.sampled_from(["word", "gone", "slip", "unknown"]),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
def test_whatever_cannot_be_read_brings_nothing_else_with_it(location: Location, how: str) -> None:
    tree = deepcopy(SMALL.node)
    broken(tree, location, how)
    made, _ = validate(replace(SMALL, node=tree), Workshop)
    assume(made is None)
    sound = sound_workshop("small", replace(SMALL, node=tree), FILES)
    assert sound, "nothing of the file can be read"
    assert not [str(each) for each in check_sound(sound)]


def test_a_file_that_is_no_workshop_says_nothing_more(project: Path) -> None:
    (project / "workshops" / "small.yaml").write_text("- a\n", encoding="utf-8")
    assert beside(find_library(project), ["small", "none"]) == ()


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("minutes: {standard: 6, short: 8}", "minutes: {standard: six, short: 8}", "unknown-term"),
        ("bloom: create", "bloom: creating", "unknown-term"),
        ("references: [sambunjak2006", "references: [sambunjak2006, nobody1999", "unknown-term"),
    ],
)
def test_a_rule_is_held_against_the_rest(
    project: Path, edit: Edit, old: str, new: str, code: str
) -> None:
    edit(old, new)
    edit("Name the needs", "Name the {{ needz }}")
    assert code in {each.code for each in beside(find_library(project), ["small"])}
