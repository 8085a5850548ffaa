from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kit.editions.network_map import NetworkMapView, view
from kit.editions.registry import CORE_NAMES
from kit.editions.setting import Setting
from kit.library import Library, find_library
from kit.reading.workshop import load_workshops
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import tailor

if TYPE_CHECKING:
    from tests.conftest import Edit

BUNDLED = find_library(Path(__file__).parent).bundled


def seen(name: str, root: Path = BUNDLED, vocabulary: str | None = None) -> NetworkMapView | None:
    (loaded,), problems = load_workshops(Library(None, root), [name])
    assert not problems
    return view(tailor(loaded, Choice(roles=vocabulary)), Setting())


def test_a_packet_has_it_unless_told_otherwise() -> None:
    assert "network-map" in CORE_NAMES
    assert seen("managing-up") is None


@pytest.mark.parametrize(
    ("vocabulary", "count", "limit", "sponsor"),
    [
        ("kits-twelve", 12, 4, "sponsor"),
        ("four-archetypes", 4, 2, "sponsor"),
        ("three-kinds-of-help", 3, 2, "career"),
        ("four-with-advisor", 4, 2, "sponsor"),
        ("career-and-psychosocial", 9, 3, "sponsorship"),
    ],
)
def test_roles_limit_and_sponsor_are_those_of_the_vocabulary(
    vocabulary: str, count: int, limit: int, sponsor: str
) -> None:
    found = seen("mentoring-mosaic", vocabulary=vocabulary)
    assert found
    assert (len(found.roles), found.limit) == (count, limit)
    assert [role.id for role in found.roles if role.sponsors] == [sponsor]
    assert all(role.does for role in found.roles)


def test_a_mosaic_alone_has_the_kits_own_needs_and_two_to_write() -> None:
    found = seen("mentoring-mosaic")
    chart = seen("mentee-driven-relationship")
    assert found
    assert chart
    assert found.needs[0].title == "Direction"
    assert [need.id for need in found.needs] == [need.id for need in chart.needs]
    assert (found.own, len(found.rings)) == (2, 3)


def test_a_map_alone_has_its_spokes_as_needs_and_the_words_of_its_key() -> None:
    found = seen("mentee-driven-relationship")
    assert found
    assert found.roles == ()
    assert [need.title for need in found.needs if need.sponsors] == ["Opening doors"]
    assert (found.own, found.rings) == (2, ("close", "in touch", "distant"))
    assert found.seniority == ("senior to me", "peer", "junior to me")


def test_both_have_roles_and_needs_with_ids_or_without(project: Path, edit: Edit) -> None:
    edit(
        "spokes: [feedback, career,",
        "spokes: [{id: way, title: direction, sponsors: true}, career,",
    )
    found = seen("small", project)
    assert found
    assert [need.id for need in found.needs] == ["way", "career", "research", "wellbeing"]
    assert [need.sponsors for need in found.needs] == [True, False, False, False]
    assert [(role.title, role.sponsors) for role in found.roles] == [
        ("mentor", False),
        ("coach", False),
        ("sponsor", True),
    ], "where none is marked, the one that is called so"


def test_a_spoke_without_its_words_is_told_where_it_stands(project: Path, edit: Edit) -> None:
    edit("spokes: [feedback, career,", "spokes: [{id: way}, career,")
    _, problems = load_workshops(Library(None, project), ["small"])
    assert [problem.code for problem in problems] == ["missing"]
    assert "`title`" in str(problems[0])
