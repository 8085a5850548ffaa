from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.errors import KitError
from kit.library import find_library
from kit.pipeline.records.about_people import AboutPeople, find_about_people
from kit.pipeline.records.record_entry import Entry, with_entry
from kit.pipeline.records.session_records import change_record

if TYPE_CHECKING:
    from pathlib import Path


def put(project: Path, *names: str) -> None:
    for name in names:
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{}", encoding="utf-8")


def record(project: Path, cohort: str, entry: Entry, session: str = "first") -> None:
    library = find_library(project)
    change_record(library, cohort, session, lambda old: with_entry(old, entry, "2027-08-12"))


def found_in(project: Path, cohort: str | None = None) -> AboutPeople:
    return find_about_people(find_library(project), cohort, project / "build")


def removals(found: AboutPeople, project: Path) -> list[str]:
    return [each.path.relative_to(project).as_posix() for each in found.removals]


def test_only_what_is_about_people_is_found(project: Path, interns: str) -> None:
    record(project, interns, Entry(attended=2, names=("Ana",), note="Ana was late."))
    record(project, interns, Entry(attended=2), session="second")
    put(
        project,
        "records/tables/interns/first.json",
        "records/sessions/interns/.first.json.kit-part",
        "records/answers/interns.json",
        "build/interns/first/people/ana.pdf",
        "build/interns/first/participants/worksheets.pdf",
    )
    found = found_in(project)
    assert removals(found, project) == [
        "records/sessions/interns/.first.json.kit-part",
        "records/sessions/interns/first.json",
        "records/tables/interns/first.json",
        "build/interns/first/people",
    ]
    assert [each.partition(": ")[2] for each in found.left] == [
        "your own notes; see whether they name anyone"
    ]
    assert "1 name; the numbers stay" in found.removals[1].shown
    assert "1 file" in found.removals[3].shown


def test_one_cohort_alone(project: Path, interns: str) -> None:
    put(project, "records/tables/interns/a.json", "records/tables/others/a.json")
    put(project, "build/interns/a/people/x.pdf", "build/others/a/people/x.pdf")
    found = found_in(project, interns)
    assert removals(found, project) == [
        "records/tables/interns/a.json",
        "build/interns/a/people",
    ]


def test_a_cohort_whose_file_is_gone_can_still_be_purged(project: Path) -> None:
    record(project, "past", Entry(names=("Ana",)))
    assert removals(found_in(project, "past"), project) == ["records/sessions/past/first.json"]


@pytest.mark.parametrize(
    ("name", "hint"),
    [("intern", "`interns`"), ("interns/first", "kit purge interns"), ("../..", "")],
)
def test_an_unknown_cohort(project: Path, interns: str, name: str, hint: str) -> None:
    assert interns
    with pytest.raises(KitError) as caught:
        found_in(project, name)
    assert caught.value.problems[0].code == "unknown-cohort"
    assert hint in caught.value.problems[0].hint


def test_rosters_and_strange_files_are_named_only(project: Path, interns: str) -> None:
    put(
        project,
        "rosters/interns.CSV",
        "sign-in.csv",
        ".hidden/x.csv",
        "build/x.csv",
        f"records/sessions/{interns}/first.json~",
    )
    found = found_in(project)
    assert found.removals == []
    assert [each.partition(": ")[0].rpartition("project/")[2] for each in found.left] == [
        "records/sessions/interns/first.json~",
        "sign-in.csv",
        "rosters/interns.CSV",
    ]


def test_what_other_tools_built_is_left(project: Path) -> None:
    put(project, "build/app/src/people/index.js")
    found = found_in(project)
    assert found.removals == []
    assert "no build of this project" in found.left[0]
    (project / "build" / "manifest.json").write_text('{"workshop-kit": 1}', encoding="utf-8")
    assert removals(found_in(project), project) == ["build/app/src/people"]


def test_links_are_not_followed(project: Path, interns: str, tmp_path: Path) -> None:
    put(tmp_path, "outside/first.json", "outside/people/a.pdf")
    outside = tmp_path / "outside"
    (project / "records" / "tables").mkdir(parents=True)
    (project / "records" / "tables" / interns).symlink_to(outside)
    (project / "build" / interns / "first").mkdir(parents=True)
    (project / "build" / interns / "first" / "people").symlink_to(outside / "people")
    found = found_in(project)
    assert found.removals == []
    assert len([each for each in found.left if "a link to another place" in each]) == 2


def test_a_damaged_record_is_told_and_hides_no_other(project: Path, interns: str) -> None:
    record(project, interns, Entry(names=("Ana",)), session="second")
    put(project, f"records/sessions/{interns}/first.json")
    (project / "records/sessions/interns/first.json").write_text('{"kit": 1, "names": []}', "utf-8")
    found = found_in(project)
    assert {each.code for each in found.problems} == {"damaged-record", "unknown-key"}
    assert removals(found, project) == ["records/sessions/interns/second.json"]


def test_of_one_cohort_the_lists_of_others_are_passed_over(project: Path) -> None:
    cohorts = project / "workshops" / "cohorts"
    cohorts.mkdir(parents=True, exist_ok=True)
    for name in ("one", "two"):
        (cohorts / f"{name}.yaml").write_text(
            f"kit: 1\ntitle: T\nroster: rosters/{name}.csv\n"
            "tables: {apart: [{one: a@b.org, other: c@d.org}]}\n"
            "sessions: [{id: first, workshop: small}]\n",
            encoding="utf-8",
        )
        put(project, f"workshops/cohorts/rosters/{name}.csv")
    put(project, "sign-in.csv")
    left = " ".join(found_in(project, "one").left)
    assert "one.csv" in left
    assert "sign-in.csv" in left
    assert "two.csv" not in left
    assert "one.yaml: names or addresses" in left
    assert "two.yaml" not in left
    every = " ".join(found_in(project).left)
    assert "two.csv" in every
    assert "two.yaml: names or addresses" in every
