"""Sessions of cohorts, from their file to what is built."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from kit.errors import KitError
from kit.library import find_library
from kit.pipeline.sessions import cohort_problems, sessions_of
from kit.pipeline.sessions_asked import ALL, session_names
from kit.pipeline.unchanged import request_key, unchanged

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]

TWO = "- {id: a, workshop: small}\n- {id: b, workshop: small, length: short}"
ARGUMENTS = ["--format", "html"]


def paths(report: Any) -> set[str]:
    return {record.path.rpartition("/")[0] for record in report.made}


def test_names(cohort: Call, project: Path) -> None:
    cohort(sessions=TWO)
    library = find_library(project)
    assert session_names(["group"], library) == ("group/a", "group/b")
    assert session_names(["group/b", "group"], library) == ("group/b", "group/a")
    assert session_names(["group/z"], library) == ("group/z",)
    assert session_names(["none"], library) == (f"none/{ALL}",)


def test_packets_name_whom_to_turn_to(cohort: Call, make: Call, project: Path) -> None:
    """Without contacts, the packet names what the term says, and the guide has no table."""
    cohort()
    make(cohorts=("group",))
    folder = project / "build/group/first"
    sheets = (folder / "participants/worksheets.html").read_text("utf-8")
    assert re.search(r"Here, you can turn to:</b> the ombuds office", sheets)
    assert "Whom to turn to here" not in (folder / "instructor/instructor-guide.html").read_text(
        "utf-8"
    )
    cohort(
        head="""
        contacts:
          - {role: Ombuds & co, for: conflicts, name: F. Example, phone: 555-0142,
             confidential: true}
          - {id: dean, role: Dean <of all>, for: complaints, email: a_b_c@example.org,
             confidential: false}
          - {role: Chaplain, for: anything, place: Chapel}
        escalation:
          - {do: Listen.}
          - {to: dean, do: Report.}
        """
    )
    make(cohorts=("group",))
    sheets = (folder / "participants/worksheets.html").read_text("utf-8")
    assert "Here, you can turn to" not in sheets
    cover, box = sheets.split("Whom to turn to</b>")
    assert "<b>Ombuds &amp; co, 555-0142</b>" in cover
    for told in (
        "<b>Ombuds &amp; co</b> (F. Example): conflicts",
        "555-0142 · confidential, within the rules",
        "a_b_c@example.org · has to report what is said",
        "Chapel · ask first what must be passed on",
    ):
        assert told in box
    assert "Report." not in sheets
    guide = (folder / "instructor/instructor-guide.html").read_text("utf-8")
    _, _, table = guide.rpartition("Whom to turn to here</h2>")
    where = [table.index(each) for each in ("F. Example", "Chaplain", "Listen.", "Report.")]
    assert where == sorted(where)
    assert re.search(r"<b>Dean .*</b> \(a_b_c@example.org\)\. Report\.", table)


def test_a_session_gets_what_its_cohort_says(cohort: Call, project: Path) -> None:
    cohort(
        head="""
        institution: Riverside
        paper: a4
        start: "8:30"
        time_zone: Europe/London
        place: Room 1
        instructors: [A. Example]
        participants: 9
        series: {title: Mentoring}
        """,
        sessions="""
        - {id: a, workshop: small}
        - {id: b, workshop: small, start: 9:00, place: Room 2, participants: 5,
           instructors: [B. Example], date: 2027-08-12, notes: Wedge the door.}
        """,
    )
    first, second = sessions_of("group", (), find_library(project))
    assert (first.setting.start, first.setting.paper) == ("8:30", "a4")
    assert first.setting.participants == 9
    assert (second.setting.start, second.setting.participants) == ("9:00", 5)
    assert first.setting.occasion
    assert second.setting.occasion
    assert first.setting.occasion.place == "Room 1"
    assert first.setting.occasion.series == "Mentoring, session 1 of 2"
    assert second.setting.occasion.place == "Room 2"
    assert second.setting.occasion.instructors == ("B. Example",)
    assert second.setting.occasion.time_zone == "Europe/London"
    assert second.setting.occasion.notes == "Wedge the door."


def test_a_list_of_roles_is_for_the_sessions_that_offer_it(cohort: Call, project: Path) -> None:
    cohort(
        head="roles: one-word",
        sessions="""
        - {id: a, workshop: small}
        - {id: b, workshop: small, roles: two-sides}
        - {id: c, workshop: managing-up}
        """,
    )
    made = sessions_of("group", (), find_library(project))
    lists = [each.tailored.vocabulary for each in made]
    assert [each and each.id for each in lists] == ["one-word", "two-sides", None]


def test_a_list_that_no_workshop_names_is_chosen_once(
    cohort: Call, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It brings its works, its count and its key; the workshop has the other words."""
    own = """\
  - id: on-our-ward
    title: Help on our ward
    source: |
      Our own list; the sponsor is known elsewhere [@chopra2018; @ramani2024].
    roles:
      - {id: skills-coach, title: Skills coach, does: Stands beside you.}
      - {id: door-opener, title: Door opener, does: Says your name.}
      - {id: icu, title: ICU pathfinder, does: Knows which step comes next.}
    lines:
      - {text: She put you on the list of speakers., role: door-opener, also: icu}
      - {text: He knew the form., role: icu}
"""
    file = project / "workshops/shared/roles.yaml"
    file.write_text(file.read_text("utf-8") + own, "utf-8")
    cohort(
        head="roles: on-our-ward\nterms: {safe_contact: the ombuds office}",
        sessions="""
        - {id: a, workshop: mentoring-mosaic}
        - {id: b, workshop: mentoring-mosaic, roles: four-archetypes}
        - {id: c, workshop: managing-up}
        """,
    )
    library = find_library(project)
    assert cohort_problems("group", library) == ()
    monkeypatch.chdir(project)
    made = [each.tailored for each in sessions_of("group", (), library)]
    lists = [each.vocabulary for each in made]
    assert [each and each.id for each in lists] == ["on-our-ward", "four-archetypes", None]
    words = lists[0].all_terms if lists[0] else {}
    assert words["roles_key"] == "door opener (ICU pathfinder), ICU pathfinder."
    assert (words["roles_count"], words["roles_tiles"]) == ("three", "nine")
    assert words["roles_list"] == "“Help on our ward,” a list of your own"
    assert "{{" not in "".join(words.values())
    assert {"chopra2018", "ramani2024"} <= {*made[0].references}
    first = sessions_of("group", (), library)[0].setting.occasion
    told = "“Help on our ward” is the list of roles here, in place of “Twelve roles.”"
    assert first
    assert told in first.differences
    sheet = next(each for each in made[0].worksheets if each.id == "twelve-roles")
    assert sheet.title == "Help on our ward"


@pytest.mark.parametrize(
    ("name", "workshops", "code"),
    [
        ("group/z", (), "unknown-session"),
        ("group", ("managing-up",), "unknown-session"),
        ("groop", (), "unknown-cohort"),
    ],
)
def test_there_is_no_such_session(
    cohort: Call, project: Path, name: str, workshops: tuple[str, ...], code: str
) -> None:
    cohort(sessions=TWO)
    with pytest.raises(KitError) as error:
        sessions_of(name, workshops, find_library(project))
    assert [each.code for each in error.value.problems] == [code]
    assert error.value.problems[0].hint


def test_a_build_and_a_look_tell_all_problems_at_once(
    cohort: Call, make: Call, project: Path
) -> None:
    cohort("leave_out: [nothing-such]", head="paper: a5\ntime_zone: Europe/Londn")

    def told() -> list[str]:
        return sorted({each.code for each in make(cohorts=("group",)).problems})

    wanted = ["changes-nothing", "unknown-choice", "unknown-time-zone"]
    assert told() == wanted
    with pytest.raises(KitError) as error:
        sessions_of("group", (), find_library(project))
    assert sorted({each.code for each in error.value.problems}) == wanted
    # The schema apart, the file's own rules do not hide what is wrong in the changes.
    cohort("leave_out: [nothing-such]", head="time_zone: Europe/Londn")
    assert told() == ["changes-nothing", "unknown-time-zone"]


def test_a_cohort_is_built_whole_or_one_session_of_it(cohort: Call, make: Call) -> None:
    cohort(sessions=TWO)
    one = make(cohorts=("group/a",))
    assert paths(one) == {"group/a/instructor", "group/a/participants"}
    both = make(cohorts=("group",))
    assert paths(both) == {"group/b/instructor", "group/b/participants"}
    assert both.exit_code == 0


def test_a_workshop_and_a_cohort_are_its_sessions_of_that_workshop(
    cohort: Call, make: Call, project: Path
) -> None:
    cohort(sessions="- {id: a, workshop: small}\n- {id: b, workshop: managing-up}")
    report = make(workshops=("small",), cohorts=("group",))
    assert paths(report) == {"group/a/instructor", "group/a/participants"}
    assert not (project / "build/small").exists()
    for cohorts, said in (
        (("group",), "It has sessions of `small`, `managing-up`."),
        (("group/a",), "Leave out the one or the other."),
    ):
        with pytest.raises(KitError) as error:
            make(workshops=("mentoring-mosaic",), cohorts=cohorts)
        assert error.value.problems[0].hint == said


def test_everything_is_workshops_and_cohorts(cohort: Call, make: Call, project: Path) -> None:
    cohort(sessions=TWO)
    library = find_library(project)
    everything = make(key=request_key(ARGUMENTS, library))
    assert {path.partition("/")[0] for path in paths(everything)} == {"small", "group"}
    assert make(key=request_key(ARGUMENTS, library)).up_to_date
    assert unchanged(ARGUMENTS)


def test_a_variant_of_everything_is_of_workshops_alone(
    cohort: Call, make: Call, project: Path
) -> None:
    cohort(sessions=TWO)
    arguments = [*ARGUMENTS, "--length", "short"]
    made = make(length="short", key=request_key(arguments, find_library(project)))
    assert {path.partition("/")[0] for path in paths(made)} == {"small"}
    assert unchanged(arguments)


def test_an_edit_of_a_cohort_makes_its_sessions_alone(
    cohort: Call, make: Call, project: Path
) -> None:
    cohort(sessions=TWO)
    cohort(sessions="- {id: c, workshop: small}", name="other")
    library = find_library(project)
    make(key=request_key(ARGUMENTS, library))
    cohort(sessions=TWO.replace("length: short", "length: short, place: Room 5"))
    assert unchanged(ARGUMENTS) is None
    again = make(key=request_key(ARGUMENTS, library))
    assert {path.rpartition("/")[0] for path in paths(again)} == {"group/b"}
    assert unchanged(ARGUMENTS)


@pytest.mark.parametrize("before", [False, True])
def test_a_new_cohort_and_a_new_session_are_noticed(
    cohort: Call, make: Call, project: Path, *, before: bool
) -> None:
    library = find_library(project)
    if before:
        cohort(sessions=TWO)
    make(key=request_key(ARGUMENTS, library))
    assert unchanged(ARGUMENTS)
    cohort(sessions="- {id: c, workshop: small}", name="other")
    assert unchanged(ARGUMENTS) is None
    assert "other/c/instructor" in paths(make(key=request_key(ARGUMENTS, library)))
    cohort(sessions="- {id: c, workshop: small}\n- {id: d, workshop: small}", name="other")
    assert unchanged(ARGUMENTS) is None
    assert "other/d/instructor" in paths(make(key=request_key(ARGUMENTS, library)))
    assert unchanged(ARGUMENTS)


def test_a_cohort_that_is_gone_is_noticed(cohort: Call, make: Call, project: Path) -> None:
    path = cohort(sessions=TWO)
    library = find_library(project)
    make(key=request_key(ARGUMENTS, library))
    path.unlink()
    assert unchanged(ARGUMENTS) is None
    make(key=request_key(ARGUMENTS, library))
    assert "group/a" not in (project / "build/index.html").read_text(encoding="utf-8")


def test_an_edit_of_the_workshop_makes_its_sessions_too(
    cohort: Call, make: Call, edit: Call
) -> None:
    cohort(sessions=TWO)
    make()
    edit("title: Asking a mentor", "title: Asking well")
    assert {path.rpartition("/")[0] for path in paths(make())} == {"group/a", "group/b", "small"}


def test_one_session_with_mistakes_stops_no_other(cohort: Call, make: Call, project: Path) -> None:
    cohort(sessions="- {id: a, workshop: small}\n- {id: b, workshop: small, minutes: 9}")
    report = make(cohorts=("group",))
    assert report.exit_code == 2
    assert report.broken == ("group/b",)
    assert paths(report) == {"group/a/instructor", "group/a/participants"}
    assert not (project / "build/group/b").exists()


@pytest.mark.parametrize("text", ["", "kit: 1\n", "kit: 1\ntitle: 'x\n"])
def test_a_cohort_that_cannot_be_read_stops_no_workshop(
    cohort: Call, make: Call, text: str
) -> None:
    cohort().write_text(text, encoding="utf-8")
    report = make()
    assert report.exit_code == 2
    assert report.broken == ("group",)
    assert report.mistaken == ("group",)
    assert paths(report) == {"small/instructor", "small/participants"}


def test_a_cohort_that_is_not_there_is_no_mistake_of_a_file(cohort: Call, make: Call) -> None:
    cohort()
    report = make(cohorts=("groop",))
    assert report.exit_code == 2
    assert report.mistaken == ()
    assert [each.code for each in report.problems] == ["unknown-cohort"]
    assert make(cohorts=("group/frist",)).exit_code == 2


def test_a_workshop_that_only_a_change_makes_whole_is_refused(
    cohort: Call, make: Call, edit: Call
) -> None:
    edit("title: Asking a mentor\n", "")
    cohort("change: {workshop: {title: Asking}}")
    report = make(cohorts=("group",))
    assert report.exit_code == 2
    (problem,) = report.problems
    assert problem.where.file.endswith("workshops/small.yaml")


def test_the_documents_name_the_occasion_and_the_guide_the_differences(
    cohort: Call, make: Call, project: Path
) -> None:
    cohort(
        "change: {welcome: {title: Hello <b>you</b>}}",
        head="institution: Smith & Sons",
        sessions="- {id: a, workshop: small, date: 2027-08-12, minutes: 33, notes: Wedge it.}",
    )
    assert make(cohorts=("group",)).exit_code == 0
    folder = project / "build/group/a"
    guide = (folder / "instructor/instructor-guide.html").read_text(encoding="utf-8")
    sheets = (folder / "participants/worksheets.html").read_text(encoding="utf-8")
    for page in (guide, sheets):
        assert "Residents, spring" in page
        assert "Smith &amp; Sons" in page
        assert "Thursday, August 12, 2027, 13:00 to 13:33" in page
    assert "Fitted to 33 minutes" in guide
    assert "Wedge it." in guide
    assert "Fitted to 33 minutes" not in sheets
    assert "Wedge it." not in sheets


def test_slides_show_the_sessions_own_address_or_the_cohorts(
    cohort: Call, make: Call, project: Path
) -> None:
    cohort(
        head="form_address: https://forms.example.org/all",
        sessions="- {id: a, workshop: small}\n"
        "- {id: b, workshop: small, form_address: 'https://forms.example.org/b'}",
    )
    make(cohorts=("group",), editions=("slides",))
    shown = {
        session: re.findall(
            r'href="(https?:[^"]*)"',
            (project / f"build/group/{session}/participants/slides.html").read_text("utf-8"),
        )
        for session in ("a", "b")
    }
    assert shown == {
        "a": ["https://forms.example.org/all"],
        "b": ["https://forms.example.org/b"],
    }
