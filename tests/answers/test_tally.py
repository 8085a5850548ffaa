from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kit.answers.response import Way
from kit.answers.stored import Count
from kit.answers.tally import tallies
from kit.library import Library

if TYPE_CHECKING:
    from pathlib import Path


def record(project: Path, name: str, **people: int) -> None:
    file = project / "records" / "sessions" / f"{name}.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    counted = {key: {"count": number} for key, number in people.items()}
    file.write_text(json.dumps({"kit": 1, **counted}), encoding="utf-8")


def test_ways_are_put_together_and_people_beside_them(project: Path) -> None:
    record(project, "interns/first", attended=10, invited=12)
    counts = [
        Count("interns/first", "small", "v1", Way.SCAN, 6, doubtful=2, aside=1),
        Count("interns/first", "small", "v1", Way.WEB, 1, doubtful=1),
        Count("interns/second", "small", "v1", Way.WEB, 3),
        Count("small", "small", "v1", Way.FILE, 2),
    ]
    (first, second, bare), problems = tallies(Library(project, project), counts)
    assert problems == ()
    assert (first.responses, first.doubtful, first.aside) == (7, 3, 1)
    assert (first.attended, first.invited, first.share) == (10, 12, "70%")
    assert (second.attended, second.share, bare.share) == (None, "", "")


def test_no_share_is_given_where_a_form_had_two_versions(project: Path) -> None:
    record(project, "interns/first", attended=10)
    counts = [Count("interns/first", "small", each, Way.SCAN, 4) for each in ("v1", "v2")]
    found, _ = tallies(Library(project, project), counts)
    assert [each.share for each in found] == ["", ""]


def test_the_name_of_a_session_leads_to_no_other_file(project: Path) -> None:
    record(project, "../../x/y", attended=10)
    found, _ = tallies(Library(project, project), [Count("../../x/y", "f", "v", Way.FILE, 1)])
    assert found[0].attended is None
