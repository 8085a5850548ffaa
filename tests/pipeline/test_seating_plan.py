"""What a roster and wishes for tables make of a session, and where mistakes in them are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.editions import room_plan
from kit.editions.sets import letters_of_tables
from kit.errors import KitError
from kit.library import find_library
from kit.pipeline.records.kept_tables import tables_file
from kit.pipeline.seating_plan import SeatingPlan, plan_seats, roster_of
from kit.pipeline.sessions import cohort_of, sessions_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Told, WriteCohort

    from kit.errors import Problem

PEOPLE = "name,email,seniority\nAna,ana@x.org,first\nBo,bo@x.org,second\nCy,cy@x.org,first\n"
PEOPLE += "Di,di@x.org,second\nEd,ed@x.org,first\nFay,fay@x.org,second\nGil,gil@x.org,first\n"
PEOPLE += "Hal,hal@x.org,second\n"


@pytest.fixture
def roster(project: Path) -> Path:
    path = project / "workshops" / "cohorts" / "people.csv"
    path.parent.mkdir(exist_ok=True)
    path.write_text(PEOPLE, encoding="utf-8")
    return path


def seated(project: Path) -> SeatingPlan:
    library = find_library(project)
    (ready,) = sessions_of("group", (), library)
    group = cohort_of("group", library)
    people, _ = roster_of(group, library)
    assert people
    return plan_seats(ready.name, ready.tailored, group, people, library)


def test_tables_are_balanced_and_each_case_is_dealt(
    project: Path, cohort: WriteCohort, roster: Path
) -> None:
    assert roster.exists()
    cohort(head="roster: people.csv\ntables: {size: 4, balance: seniority}")

    plan = seated(project)

    assert [len(table.people) for table in plan.tables] == [4, 4]
    for table in plan.tables:
        assert [person.seniority for person in table.people].count("first") == 2
    assert {name for some in plan.cases.values() for name in some} == {
        "late-feedback",
        "two-advisors",
    }


def test_a_session_may_have_tables_of_its_own_size(
    project: Path, cohort: WriteCohort, roster: Path
) -> None:
    roster.write_text(PEOPLE + "Ida,ida@x.org,first\n", encoding="utf-8")
    both = "- {id: a, workshop: small, tables: {size: 3}}\n- {id: b, workshop: small}"
    cohort(head="roster: people.csv\ntables: {size: 5, balance: seniority}", sessions=both)
    library = find_library(project)
    group = cohort_of("group", library)
    people, _ = roster_of(group, library)
    assert people

    sizes = {}
    for ready in sessions_of("group", (), library):
        plan = plan_seats(ready.name, ready.tailored, group, people, library)
        sizes[ready.name] = sorted(len(table.people) for table in plan.tables)
        assert ready.tailored.workshop.group.at_table == max(sizes[ready.name])
    assert sizes == {"group/a": [3, 3, 3], "group/b": [4, 5]}


def test_tables_stay_and_a_late_name_moves_nobody(
    project: Path, cohort: WriteCohort, roster: Path
) -> None:
    cohort(head="roster: people.csv")
    before = {p.name: table.name for table in seated(project).tables for p in table.people}

    roster.write_text(PEOPLE + "Ida,ida@x.org,first\n", encoding="utf-8")
    after = {p.name: table.name for table in seated(project).tables for p in table.people}

    assert after.pop("Ida")
    assert after == before


def test_what_is_kept_stays_out_of_version_histories(
    project: Path, cohort: WriteCohort, roster: Path
) -> None:
    assert roster.exists()
    cohort(head="roster: people.csv")
    seated(project)

    assert "*" in (project / "records" / ".gitignore").read_text("utf-8").splitlines()


def test_what_was_kept_and_is_damaged_is_told_in_one_message(
    project: Path, cohort: WriteCohort, roster: Path
) -> None:
    assert roster.exists()
    cohort(head="roster: people.csv")
    seated(project)
    kept = tables_file(find_library(project), "group/first")
    kept.write_text("{", encoding="utf-8")

    with pytest.raises(KitError) as caught:
        seated(project)

    (problem,) = caught.value.problems
    assert problem.hint
    assert problem.where
    assert problem.where.file.endswith("records/tables/group/first.json")


def test_a_wish_about_nobody_is_an_error_at_its_line(
    cohort: WriteCohort, told: Told, roster: Path
) -> None:
    assert roster.exists()
    cohort(head="roster: people.csv\ntables:\n  apart:\n    - {one: Ana, other: Bob}")

    assert "Bob" in told("unknown-person", "Bob").message


def test_a_roster_that_is_not_there_is_a_mistake(cohort: WriteCohort, told: Told) -> None:
    cohort(head="roster: rosters/nobody.csv")

    assert "puts a `#` before" in told("no-such-roster", "rosters/nobody.csv").hint


@pytest.mark.parametrize("name", ["rosters/names.xlsx", "names.numbers", "Names.ODS"])
def test_a_spreadsheet_is_told_how_to_become_a_roster(
    cohort: WriteCohort, told: Told, name: str
) -> None:
    cohort(head=f"roster: {name}")

    problem = told("not-csv", name)
    assert "Numbers: File > Export To > CSV" in problem.hint
    assert f"`roster: {name.rpartition('.')[0]}.csv`" in problem.hint


@pytest.mark.parametrize("name", ["../../../../etc/passwd", "/etc/passwd"])
def test_a_roster_outside_the_project_is_not_read(
    cohort: WriteCohort, told: Told, name: str
) -> None:
    cohort(head=f"roster: {name}")

    told("outside-project", name)


def test_a_doubtful_row_is_told_by_the_check(
    cohort: WriteCohort, cohort_problems: Callable[[], tuple[Problem, ...]], roster: Path
) -> None:
    roster.write_text("name,email\nAna,ana@x.org\n,nobody@x.org\n", encoding="utf-8")
    cohort(head="roster: people.csv")

    problems = [
        each for each in cohort_problems() if each.where and "people.csv" in each.where.file
    ]

    assert problems
    assert problems[0].where
    assert problems[0].where.line == 3


def test_cases_that_no_table_gets_are_told_by_the_check(
    project: Path, cohort: WriteCohort, told: Told, roster: Path
) -> None:
    roster.write_text("".join(PEOPLE.splitlines(keepends=True)[:5]), encoding="utf-8")
    cohort(head="roster: people.csv")

    problem = told("not-dealt", "people.csv", warning=True)
    message = problem.message
    assert message.startswith("In the session `first`: there is 1 table")
    assert "`leave_out: [two-advisors" in problem.hint
    assert "“Two advisors, two directions” (`two-advisors`)" in message
    assert seated(project).problems == ()


def test_a_change_of_the_group_is_kept_with_the_tables(
    project: Path, cohort: WriteCohort, roster: Path
) -> None:
    head, *rows = PEOPLE.splitlines()
    cohort(head="roster: people.csv")
    groups = ["North"] * 4 + ["South"] * 4

    def write() -> None:
        lines = [f"{row},{group}" for row, group in zip(rows, groups, strict=True)]
        roster.write_text("\n".join([f"{head},group", *lines, ""]), encoding="utf-8")

    write()
    assert [table.name for table in seated(project).tables] == ["North", "South"]
    groups[0] = "South"
    write()
    plan = seated(project)
    assert [len(table.people) for table in plan.tables] == [3, 5]
    assert {each.code for each in plan.problems} == {"small-table"}


def test_everybody_is_seated_afresh_when_asked(
    project: Path, cohort: WriteCohort, roster: Path
) -> None:
    cohort(head="roster: people.csv")
    before = seated(project)
    more = "".join(f"Late {n},late{n}@x.org,first\n" for n in range(4))
    roster.write_text(PEOPLE + more, encoding="utf-8")
    kept = seated(project)
    assert [len(table.people) for table in kept.tables] == [6, 6]
    library = find_library(project)
    (ready,) = sessions_of("group", (), library)
    group = cohort_of("group", library)
    people, _ = roster_of(group, library)
    assert people
    plan = plan_seats(ready.name, ready.tailored, group, people, library, afresh=True)
    assert [len(table.people) for table in plan.tables] == [4, 4, 4]
    assert plan.problems == ()
    assert seated(project).tables == plan.tables
    assert before.tables != plan.tables


@pytest.mark.parametrize("size", [3, 4, 6])
def test_what_is_printed_for_tables_counts_as_many_as_are_seated(
    project: Path, cohort: WriteCohort, roster: Path, size: int
) -> None:
    more = "".join(f"P{at},p{at}@x.org,first\n" for at in range(10))
    roster.write_text(PEOPLE + more, encoding="utf-8")
    cohort(head=f"roster: people.csv\ntables: {{size: {size}}}")
    tables = seated(project).tables

    (ready,) = sessions_of("group", (), find_library(project))

    view = room_plan.view(ready.tailored, ready.setting)
    assert view.tables == len(tables)
    assert view.at_table == max(len(table.people) for table in tables)
    assert (
        letters_of_tables(ready.tailored, ready.setting)
        == ("A", "B", "C", "D", "E", "F")[: len(tables)]
    )
