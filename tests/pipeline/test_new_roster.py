"""The roster of a new cohort: left where it is, copied, or refused; never written over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.errors import KitError
from kit.library import find_library
from kit.pipeline.new_cohort import NewCohort, write_cohort
from kit.pipeline.new_roster import dropped_path
from kit.pipeline.seating_plan import roster_of
from kit.pipeline.sessions import cohort_of

if TYPE_CHECKING:
    from pathlib import Path

NAMES = "Name,Email\nAna Díaz,ana@example.org\nBo Li,bo@example.org\n"


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    path = tmp_path / "Our Interns (final).csv"
    path.write_text(NAMES, encoding="utf-8")
    return path


def write(project: Path, roster: Path, title: str = "Group") -> Path:
    return write_cohort(NewCohort(title, "small", roster=roster), find_library(project))


def people(project: Path, name: str) -> list[str]:
    library = find_library(project)
    roster, problems = roster_of(cohort_of(name, library), library)
    assert roster
    assert not problems
    return [each.name for each in roster.people]


def test_a_list_from_elsewhere_is_copied(project: Path, elsewhere: Path) -> None:
    write(project, elsewhere)

    copy = project / "workshops/cohorts/rosters/our-interns-final.csv"
    assert copy.read_bytes() == elsewhere.read_bytes()
    assert people(project, "group") == ["Ana Díaz", "Bo Li"]
    write(project, elsewhere, "Another")
    assert people(project, "another") == ["Ana Díaz", "Bo Li"]


def test_another_list_of_that_name_stays(project: Path, elsewhere: Path) -> None:
    write(project, elsewhere)
    copy = project / "workshops/cohorts/rosters/our-interns-final.csv"
    copy.write_text("Name\nCy Other\n", encoding="utf-8")

    with pytest.raises(KitError) as error:
        write(project, elsewhere, "Another")

    assert error.value.problems[0].code == "file-used"
    assert "Cy Other" in copy.read_text(encoding="utf-8")
    assert not (project / "workshops/cohorts/another.yaml").exists()


def test_a_list_beside_the_cohorts_stays_where_it_is(project: Path) -> None:
    own = project / "workshops/cohorts/names/Ours.csv"
    own.parent.mkdir(parents=True)
    own.write_text(NAMES, encoding="utf-8")

    path = write(project, own)

    assert 'roster: "names/Ours.csv"' in path.read_text(encoding="utf-8").splitlines()
    assert people(project, "group") == ["Ana Díaz", "Bo Li"]
    assert not (project / "workshops/cohorts/rosters").exists()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("names.xlsx", b"PK\x03\x04", "not-csv"),
        ("names.csv", b"PK\x03\x04", "not-csv"),
        ("names.csv", b"a,b\n1,2\n", "no-names"),
        ("names.csv", None, "no-such-file"),
    ],
)
def test_what_is_no_roster_is_refused_before_anything_is_written(
    project: Path, tmp_path: Path, name: str, content: bytes | None, code: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(KitError) as error:
        write(project, path)

    assert [each.code for each in error.value.problems] == [code]
    assert not (project / "workshops/cohorts").exists()


@pytest.mark.parametrize("typed", ["{}", "'{}'", '"{}"', " {} "])
def test_a_path_may_be_dropped_into_the_terminal(elsewhere: Path, typed: str) -> None:
    assert dropped_path(typed.format(elsewhere)) == elsewhere
    assert dropped_path(str(elsewhere).replace(" ", "\\ ")) == elsewhere
