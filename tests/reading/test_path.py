from __future__ import annotations

import pytest

from kit.definitions.shared import SharedItems
from kit.definitions.workshop import Workshop
from kit.reading.path import bare_type, field_named, follow, keys_of, kinds


@pytest.mark.parametrize(
    ("location", "in_file"),
    [
        (("title",), ("title",)),
        (("agenda", 0, "minutes", "all"), ("agenda", 0, "minutes")),
        (("agenda", 0, "minutes", "each", "short"), ("agenda", 0, "minutes", "short")),
        (("agenda", 0, "minutes", "each", "each"), ("agenda", 0, "minutes", "each")),
        (
            ("worksheets", 0, "blocks", 1, "prompt", "lines"),
            ("worksheets", 0, "blocks", 1, "lines"),
        ),
        (("worksheets", 0, "blocks", 1, "text", "lines"), ("worksheets", 0, "blocks", 1, "lines")),
        (("worksheets", 0, "blocks", 1, "text", "text"), ("worksheets", 0, "blocks", 1, "text")),
        (("evaluation", "open", 0, "text"), ("evaluation", "open", 0, "text")),
        (("evaluation", "more", 0, "text", "text"), ("evaluation", "more", 0, "text")),
        (("scenarios", "from"), ("scenarios", "from")),
        (("nothing", "like", "this", 3), ("nothing", "like", "this", 3)),
    ],
)
def test_tags_of_unions_are_left_out(
    location: tuple[str | int, ...], in_file: tuple[str | int, ...]
) -> None:
    assert follow(Workshop, location).location == in_file


def test_a_key_of_a_mapping_is_told_from_its_value() -> None:
    path = follow(Workshop, ("lengths", "Too Long", "[key]"))
    assert path.location == ("lengths", "Too Long")
    assert path.at_key
    assert not follow(Workshop, ("lengths", "short")).at_key


def test_the_owner_knows_its_keys() -> None:
    path = follow(Workshop, ("agenda", 0, "instructor", "saay"))
    assert path.owner is not None
    assert path.owner.__name__ == "InstructorSide"
    assert "say" in keys_of(path.owner)


def test_keys_are_those_of_the_file() -> None:
    owner = follow(Workshop, ("scenarios", "x")).owner
    assert owner is not None
    assert "from" in keys_of(owner)
    assert "source" not in keys_of(owner)
    assert field_named(owner, "from") is not None
    assert field_named(owner, "source") is None


def test_kinds_are_those_of_the_union() -> None:
    path = follow(SharedItems, ("items", 0))
    assert set(kinds(path.annotation)) == {
        *("scale", "before-now", "choice", "zero-to-ten", "commitment", "text", "code"),
    }
    assert "network-map" in kinds(follow(Workshop, ("worksheets", 0, "blocks", 0)).annotation)


def test_what_may_be_left_out_has_its_own_type() -> None:
    assert bare_type(follow(Workshop, ("subtitle",)).annotation) is str
