"""A session or cohort that has another name, or is gone, leaves nothing of the kit's behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kit.pipeline.people.stamp import Stamp, keep_stamp

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]

ASKED: dict[str, Any] = {"cohorts": ("group",), "editions": ("reminder", "worksheets")}
SESSIONS = "- {id: spring, workshop: small}\n- {id: other, workshop: small}"


@pytest.fixture
def renamed(cohort: Call, make: Call, project: Path) -> Path:
    """A cohort that was made, and of which one session was renamed since: the old folder."""
    path = cohort(sessions=SESSIONS)
    make(**ASKED)
    path.write_text(path.read_text("utf-8").replace("id: spring", "id: autumn"), "utf-8")
    return project / "build/group/spring"


def test_its_folder_goes_with_the_next_build(make: Call, renamed: Path) -> None:
    assert renamed.is_dir()
    report = make(**ASKED)
    assert report.removed == ("group/spring",)
    assert not renamed.exists()
    assert (renamed.with_name("autumn") / "instructor/reminder.txt").exists()
    assert (renamed.with_name("other") / "instructor/reminder.txt").exists()
    assert "group/spring" not in (report.folder / "index.html").read_text("utf-8")
    assert make(**ASKED).removed == ()


def test_what_is_a_users_own_stays(make: Call, renamed: Path) -> None:
    changed, own = renamed / "instructor/reminder.txt", renamed / "participants/notes.txt"
    changed.write_text("my own words", "utf-8")
    own.write_text("mine", "utf-8")
    assert make(**ASKED).removed == ("group/spring/participants/worksheets.html",)
    assert changed.read_text("utf-8") == "my own words"
    assert own.read_text("utf-8") == "mine"


@pytest.mark.parametrize("mistake", ["sessions", "workshop"])
def test_it_stays_as_long_as_the_new_one_cannot_be_made(
    make: Call, cohort: Call, renamed: Path, mistake: str
) -> None:
    if mistake == "sessions":
        path = renamed.parents[2] / "workshops/cohorts/group.yaml"
        path.write_text(path.read_text("utf-8").replace("sessions:", "sesions:"), "utf-8")
    else:
        cohort(sessions=SESSIONS.replace("spring, workshop: small", "autumn, workshop: smal"))
    assert make(**ASKED).removed == ()
    assert (renamed / "instructor/reminder.txt").exists()


def test_a_build_of_something_else_leaves_it(make: Call, renamed: Path) -> None:
    assert make(editions=("reminder",), workshops=("small",)).removed == ()
    assert (renamed / "instructor/reminder.txt").exists()


def packets(people: Path) -> None:
    """Lay packets there as a build does: files with names, and the stamp of how they lie."""
    people.mkdir()
    for name in ("table-1-ada.pdf", "everyone.pdf", "seating-list.pdf"):
        (people / name).write_text(name, "utf-8")
    printed = (("seating-list.pdf", 1, 1),)
    keep_stamp(people, Stamp(people=1, tables=1, spares=0, pages=1, printed=printed))


def test_peoples_packets_go_too(make: Call, renamed: Path) -> None:
    packets(renamed / "people")
    assert make(**ASKED).removed == ("group/spring",)
    assert not renamed.exists()


def test_peoples_packets_stay_where_one_was_changed(make: Call, renamed: Path) -> None:
    packets(renamed / "people")
    (renamed / "people/table-1-ada.pdf").write_text("with a note by hand", "utf-8")
    assert "group/spring/people" not in make(**ASKED).removed
    assert len(list((renamed / "people").iterdir())) == 4


@pytest.fixture
def another_name(cohort: Call, make: Call, project: Path) -> Path:
    """A cohort that was made, and whose file was renamed since: the old folder."""
    path = cohort(sessions=SESSIONS)
    make(**ASKED)
    path.rename(path.with_name("class.yaml"))
    return project / "build/group"


NEW: dict[str, Any] = {**ASKED, "cohorts": ("class",)}
ALL: dict[str, Any] = {"editions": ("reminder", "worksheets")}


@pytest.mark.parametrize("asked", [NEW, ALL])
def test_the_folder_of_a_renamed_cohort_goes(
    make: Call, another_name: Path, asked: dict[str, Any]
) -> None:
    assert (another_name / "spring").is_dir()
    report = make(**asked)
    assert report.removed == ("group/other", "group/spring")
    assert not another_name.exists()
    assert (another_name.with_name("class") / "spring/instructor/reminder.txt").exists()
    assert "group/spring" not in (report.folder / "index.html").read_text("utf-8")
    assert make(**asked).removed == ()


def test_the_folder_of_a_cohort_that_is_gone_goes_though_all_else_is_up_to_date(
    make: Call, cohort: Call, project: Path
) -> None:
    make(**ALL)
    gone = cohort()
    assert make(**ALL).made
    gone.unlink()
    report = make(**ALL)
    assert (report.made, report.removed) == ((), ("group/first",))
    assert "group/first" not in (report.folder / "index.html").read_text("utf-8")
    assert not (project / "build/group").exists()


def test_a_users_own_files_keep_the_folder_of_a_renamed_cohort(
    make: Call, another_name: Path
) -> None:
    own = [another_name / "notes.txt", another_name / "other/instructor/reminder.txt"]
    for path in own:
        path.write_text("mine", "utf-8")
    make(**NEW)
    assert [path.read_text("utf-8") for path in own] == ["mine", "mine"]
    assert not (another_name / "spring").exists()


def test_a_renamed_cohort_leaves_its_folder_as_long_as_it_cannot_be_made(
    make: Call, another_name: Path
) -> None:
    path = another_name.parents[1] / "workshops/cohorts/class.yaml"
    path.write_text(path.read_text("utf-8").replace("sessions:", "sesions:"), "utf-8")
    assert make(**ALL).removed == ()
    path.rename(path.with_name("group.yml"))
    assert make(**ALL).removed == ()
    assert (another_name / "spring/instructor/reminder.txt").exists()


def test_what_lies_outside_the_project_may_be_another_projects(
    make: Call, another_name: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    another_name.parent.rename(elsewhere / "build")
    assert make(**NEW, out=elsewhere / "build").removed == ()
    assert (elsewhere / "build/group/spring").is_dir()
