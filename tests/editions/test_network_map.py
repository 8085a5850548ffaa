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
    ("vocabulary", "count", "limit", "first"),
    [
        ("kits-twelve", 12, 4, ["Sponsor"]),
        ("four-archetypes", 4, 2, ["Sponsor"]),
        ("three-kinds-of-help", 3, 2, []),
    ],
)
def test_roles_and_their_limit_are_those_of_the_vocabulary(
    vocabulary: str, count: int, limit: int, first: list[str]
) -> None:
    found = seen("mentoring-mosaic", vocabulary=vocabulary)
    assert found
    assert (len(found.roles), found.limit) == (count, limit)
    assert [role.title for role in found.roles if role.first] == first
    assert all(role.does for role in found.roles)


def test_a_mosaic_alone_makes_spokes_of_its_roles() -> None:
    found = seen("mentoring-mosaic")
    assert found
    assert found.spokes == tuple(role.title for role in found.roles)
    assert (found.by, found.needs, len(found.rings)) == ("roles", (), 3)


def test_a_map_alone_makes_rows_of_its_spokes() -> None:
    found = seen("mentee-driven-relationship")
    assert found
    assert found.spokes == tuple(role.title for role in found.roles)
    assert found.rings == ("close", "in touch", "distant")
    assert found.seniority == ("Senior", "Peer", "Junior")


def test_both_have_roles_and_needs(project: Path, edit: Edit) -> None:
    edit("spokes: [feedback, career,", "spokes: [direction, career,")
    found = seen("small", project)
    assert found
    assert found.by == "needs"
    assert found.spokes == found.needs == ("direction", "career", "research", "wellbeing")
    assert [role.title for role in found.roles] == ["mentor", "coach", "sponsor"]
    assert [role.first for role in found.roles] == [False, False, True]
