"""A session that its cohort's file has no longer leaves nothing of the kit's behind."""

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
