"""A new cohort's file builds as it was written."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kit.errors import KitError
from kit.library import Library, find_library
from kit.pipeline.ignored import COHORTS_IGNORED
from kit.pipeline.new_cohort import (
    LOGO_EXAMPLE,
    ROSTER_EXAMPLE,
    NewCohort,
    write_cohort,
)
from kit.pipeline.new_cohort_file import name_of
from kit.pipeline.sessions import cohort_problems, sessions_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]

SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
TITLES = [
    "PGY-1 residents, 2027",
    "Quotes: \"double\" and 'single'",
    "Colon: and # hash",
    "Slashes / and \\ and ../../etc",
    "Emoji 🎓👩‍⚕️",
    "- list [a] {b: c} & * ! | > %",
    "Ärzte in Weiterbildung",
    "研修医 2027",
    "no",
    "2027",
    "x" * 399,
    "C:\\con",
    "  spaces   around  ",
]


@pytest.mark.parametrize("title", TITLES)
def test_hostile_titles(project: Path, title: str) -> None:
    library = find_library(project)
    path = write_cohort(NewCohort(title, "small", institution=title, safe_contact=title), library)
    assert path.parent == project / "workshops/cohorts"
    assert len(path.name) < 70
    found = [each for each in cohort_problems(path.stem, library) if each.severity == "error"]
    assert [str(each) for each in found] == []
    (ready,) = sessions_of(path.stem, (), library)
    assert ready.setting.occasion
    assert ready.setting.occasion.cohort == " ".join(title.split())
    assert ready.tailored.workshop.terms["safe_contact"] == " ".join(title.split())


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_title_builds_or_is_refused(project: Path, title: str) -> None:
    library = Library(project, project)
    folder = project / "workshops/cohorts"
    for old in folder.glob("*.yaml") if folder.exists() else ():
        old.unlink()
    try:
        path = write_cohort(NewCohort(title, "small"), library)
    except KitError:
        assert not list(folder.glob("*.yaml"))
        return
    assert [str(each) for each in cohort_problems(path.stem, library)] == []


@pytest.mark.parametrize("name", ["managing-up", "mentoring-mosaic", "challenging-scenarios",
                                  "mentee-driven-relationship", "small"])  # fmt: skip
def test_every_workshop_can_be_the_first(project: Path, name: str) -> None:
    library = find_library(project)
    path = write_cohort(NewCohort("Group", name), library)
    # Nobody but the educator can know whom people turn to: that is asked for until it is written.
    found = [each for each in cohort_problems(path.stem, library) if each.code != "no-safe-contact"]
    assert [str(each) for each in found] == []


@pytest.mark.parametrize("name", ["managing-up", "small"])
def test_what_stands_there_as_a_comment_may_be_used(project: Path, name: str) -> None:
    library = find_library(project)
    path = write_cohort(NewCohort("Group", name), library)
    lines = path.read_text(encoding="utf-8").splitlines()
    used = [
        re.sub(r"^(\s*)# ?", r"\1", line) if re.match(r"\s*# *(- )?[a-z_-]+:( |$)", line) else line
        for line in lines
        if "minutes: 50" not in line and "yaml-language" not in line
    ]
    path.write_text("\n".join(used) + "\n", encoding="utf-8")
    text = path.read_text(encoding="utf-8")
    assert "leave_out" in text
    for file, content in ((LOGO_EXAMPLE, SQUARE), (ROSTER_EXAMPLE, "Name\nAna Díaz\nBo Li\n")):
        assert f"{file}\n" in text
        (path.parent / file).parent.mkdir()
        (path.parent / file).write_text(content, encoding="utf-8")
    (ready,) = sessions_of(path.stem, (), library)
    assert ready.setting.occasion
    assert [each.role for each in ready.setting.occasion.contacts] == ["Ombuds office"]
    assert ready.setting.occasion.escalation[0].to == "ombuds"
    found = [each for each in cohort_problems(path.stem, library) if each.severity == "error"]
    assert [str(each) for each in found] == []


@pytest.mark.parametrize(
    ("new", "code"),
    [
        (NewCohort("Group", "smal"), "unknown-workshop"),
        (NewCohort("Group", ""), "unknown-workshop"),
        (NewCohort("", "small"), "no-text"),
        (NewCohort("   ", "small"), "no-text"),
        (NewCohort("x" * 401, "small"), "too-long"),
        (NewCohort("Group", "small", audience="dean"), "unknown-audience"),
        (NewCohort("Group", "small", date="tomorrow"), "date"),
        (NewCohort("Group", "small", date="2027-02-30"), "no-such-day"),
        (NewCohort("Group", "small", participants=99_999), "number-range"),
        (NewCohort("Group {{ mentor }}", "small"), "term-here"),
        (NewCohort("Group\x07", "small"), "invisible-character"),
        (NewCohort("Group \udcff", "small"), "invisible-character"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_written(
    project: Path, new: NewCohort, code: str
) -> None:
    with pytest.raises(KitError) as error:
        write_cohort(new, find_library(project))
    assert code in [each.code for each in error.value.problems], error.value
    assert not (project / "workshops/cohorts").exists()


def test_nothing_is_written_over(project: Path, cohort: Call) -> None:
    path = cohort(name="residents")
    before = path.read_bytes()
    with pytest.raises(KitError) as error:
        write_cohort(NewCohort("Residents!", "small"), find_library(project))
    assert error.value.problems[0].code == "file-used"
    assert path.read_bytes() == before
    path.unlink()
    path.symlink_to("nowhere.yaml")
    with pytest.raises(KitError):
        write_cohort(NewCohort("Residents", "small"), find_library(project))


def test_a_folder_that_leads_out_is_not_written_to(project: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (project / "workshops/cohorts").symlink_to(tmp_path / "outside")
    with pytest.raises(KitError) as error:
        write_cohort(NewCohort("Residents", "small"), find_library(project))
    assert error.value.problems[0].code == "outside-project"
    assert list((tmp_path / "outside").iterdir()) == []


def test_without_a_project_the_folder_becomes_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = write_cohort(NewCohort("Residents", "managing-up"), find_library(tmp_path))
    assert path == tmp_path / "workshops/cohorts/residents.yaml"
    library = find_library(tmp_path)
    assert library.own_cohort_names() == ("residents",)
    assert "managing-up" in library.own_workshop_names()


def test_a_workshop_with_one_activity_and_no_contact(project: Path, edit: Call) -> None:
    edit("  safe_contact: the ombuds office\n", "")
    text = (project / "workshops/small.yaml").read_text(encoding="utf-8")
    edit(text[text.index("disclosure:\n") : text.index("adaptations:\n")],
         "disclosure: {instructor: Help., participants: Ask.}\n")  # fmt: skip
    library = find_library(project)
    path = write_cohort(NewCohort("Group", "small"), library)
    assert "safe_contact" not in path.read_text(encoding="utf-8")
    assert "unknown-term" not in {each.code for each in cohort_problems(path.stem, library)}


@pytest.mark.parametrize(
    ("title", "name"),
    [("PGY-1 residents, 2027", "pgy-1-residents-2027"), ("Ärzte", "arzte"), ("2027", "2027"),
     ("Ординаторы, 2027", "ordinatory-2027"), ("a/b\\c", "a-b-c"), ("CON", "con-cohort"),
     ("x" * 58 + " - y", "x" * 58)],
)  # fmt: skip
def test_names_of_files(title: str, name: str) -> None:
    assert name_of(title).startswith(name)
    assert not name_of(title).endswith("-")


def test_a_title_that_cannot_be_spelled_gives_a_name_all_the_same(project: Path) -> None:
    library = find_library(project)
    titles = ("研修医", "研修医 2027", "医", "../..")
    assert not any(name_of(title) for title in titles)
    names = [write_cohort(NewCohort(title, "small"), library).stem for title in titles]
    assert names == ["small-cohort", "small-cohort-2027", "small-cohort-2", "small-cohort-3"]


def test_a_name_may_be_given(project: Path) -> None:
    library = find_library(project)
    new = NewCohort("研修医", "small", name="interns")
    assert write_cohort(new, library).name == "interns.yaml"
    for name, code in (("interns", "file-used"), ("../x", "cohort-name"), ("Dr. X", "cohort-name"),
                       ("x" * 61, "cohort-name"), ("-x", "cohort-name"),
                       ("nul", "cohort-name")):  # fmt: skip
        with pytest.raises(KitError) as error:
            write_cohort(replace(new, name=name), library)
        assert error.value.problems[0].code == code
    assert [path.name for path in (project / "workshops/cohorts").glob("*.yaml")] == [
        "interns.yaml"
    ]


def test_lists_of_people_stay_out_of_version_histories(project: Path) -> None:
    library = find_library(project)
    write_cohort(NewCohort("Group", "small"), library)
    ignored = project / "workshops/cohorts/.gitignore"
    assert ignored.read_bytes() == COHORTS_IGNORED
    ignored.write_text("mine\n", encoding="utf-8")
    write_cohort(NewCohort("Another", "small"), library)
    assert ignored.read_text(encoding="utf-8") == "mine\n"
