from __future__ import annotations

import json
import os
import stat
from typing import TYPE_CHECKING

import pytest

from kit.errors import KitError
from kit.library import Library, bundled_folder, find_library
from kit.pipeline.records.about_people import find_about_people
from kit.pipeline.records.comment_names import (
    comment_names_file,
    decide_names,
    decided_names,
    words_key,
)
from kit.pipeline.records.purge import purge

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def library(project: Path) -> Library:
    return find_library(project)


def test_what_was_decided_is_kept_beside_what_was_decided_before(library: Library) -> None:
    assert decided_names(library) == {}
    decide_names(library, {"Dr. Okafor": True, "Grand  Rounds": False})
    decide_names(library, {"Jane Roe": True, "grand rounds": True})
    assert decided_names(library) == {"dr. okafor": True, "grand rounds": True, "jane roe": True}
    decide_names(library, {"Ana Díaz": False}, anew=True)
    assert decided_names(library) == {words_key("ANA  DÍAZ"): False}


def test_it_is_for_the_own_account_alone_and_readable(library: Library) -> None:
    decide_names(library, {"Ana Díaz": True})
    path = comment_names_file(library)
    assert "ana díaz" in path.read_text(encoding="utf-8")
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_nothing_decided_makes_no_file(library: Library, project: Path) -> None:
    decide_names(library, {})
    decide_names(library, {}, anew=True)
    assert not (project / "records").exists()
    decide_names(library, {"Ana Díaz": True})
    decide_names(library, {}, anew=True)
    assert not comment_names_file(library).exists()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"kit": 1}',
        '{"kit": 2, "taken-out": [], "left-standing": []}',
        '{"kit": 1, "taken-out": [3], "left-standing": []}',
        '{"kit": 1, "taken-out": null, "left-standing": []}',
    ],
)
def test_a_damaged_one_is_told_with_a_way_out_and_not_written_over(
    library: Library, text: str
) -> None:
    decide_names(library, {"Ana Díaz": True})
    path = comment_names_file(library)
    path.write_text(text, encoding="utf-8")
    for attempt in (decided_names, lambda it: decide_names(it, {"Bo": True})):
        with pytest.raises(KitError) as caught:
            attempt(library)
        (problem,) = caught.value.problems
        assert problem.code == "damaged-record"
        assert "records/comment-names.json" in str(problem)
        assert "kit report" in problem.hint
    assert path.read_text(encoding="utf-8") == text
    decide_names(library, {"Bo": True}, anew=True)
    assert decided_names(library) == {"bo": True}


def test_words_that_stand_in_both_lists_are_taken_out(library: Library) -> None:
    decide_names(library, {"Ana": True})
    data = {"kit": 1, "taken-out": ["Ana"], "left-standing": ["ANA", "Bo"]}
    comment_names_file(library).write_text(json.dumps(data), encoding="utf-8")
    assert decided_names(library) == {"ana": True, "bo": False}


def test_without_a_project_there_is_no_place_for_it() -> None:
    with pytest.raises(KitError) as caught:
        decided_names(Library(None, bundled_folder()))
    assert caught.value.problems[0].code == "no-project"


@pytest.mark.parametrize("cohort", [None, "interns"])
def test_it_is_purged_be_it_damaged_or_half(
    library: Library, project: Path, interns: str, cohort: str | None
) -> None:
    assert interns == "interns"
    decide_names(library, {"Ana Díaz": True})
    path = comment_names_file(library)
    path.write_text("{", encoding="utf-8")
    half = path.with_name(f".{path.name}.kit-part")
    half.write_text("{", encoding="utf-8")
    found = find_about_people(library, cohort, project / "build")
    assert [each.path for each in found.removals] == [path, half]
    assert "names in comments" in found.removals[0].shown
    assert not purge(found.removals, library, found.builds).problems
    assert not path.exists()
    assert not half.exists()


def test_a_link_is_left_to_its_owner(library: Library, project: Path, tmp_path: Path) -> None:
    decide_names(library, {"Ana Díaz": True})
    path = comment_names_file(library)
    path.rename(tmp_path / "elsewhere.json")
    path.symlink_to(tmp_path / "elsewhere.json")
    found = find_about_people(library, None, project / "build")
    assert found.removals == []
    assert [each for each in found.left if "comment-names" in each]
