from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import icalendar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    Call = Callable[..., Any]

ALL = "calendar-of-all-sessions"
SESSIONS = """
- {id: a, workshop: small, date: 2027-08-12, place: Room 1}
- {id: b, workshop: small, date: 2027-09-12, length: short}
- {id: c, workshop: small}
"""


def events_in(file: Path) -> list[Any]:
    return icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")


def test_all_dated_sessions_are_in_one_file_as_in_their_own(
    cohort: Call, make: Call, project: Path
) -> None:
    cohort(sessions=SESSIONS)
    made = make(cohorts=("group",), editions=("calendar-entry", ALL))
    own = [f"group/{name}/participants/calendar-entry.ics" for name in ("a", "b")]
    assert {record.path for record in made.made} == {*own, f"group/a/participants/{ALL}.ics"}
    together = events_in(project / f"build/group/a/participants/{ALL}.ics")
    apart = [event for path in own for event in events_in(project / "build" / path)]
    assert [event.to_ical() for event in together] == [event.to_ical() for event in apart]
    assert len({event["uid"] for event in together}) == 2


def test_another_session_that_moves_moves_in_the_file_of_all(
    cohort: Call, make: Call, project: Path
) -> None:
    path = cohort(sessions=SESSIONS)
    make(cohorts=("group/a",), editions=(ALL,))
    file = project / f"build/group/a/participants/{ALL}.ics"
    before = events_in(file)
    path.write_text(path.read_text("utf-8").replace("2027-09-12", "2027-09-19"), "utf-8")
    make(cohorts=("group/a",), editions=(ALL,))
    after = events_in(file)
    assert before[1].start != after[1].start
    assert before[1]["uid"] == after[1]["uid"]


def test_one_dated_session_needs_no_file_of_all(cohort: Call, make: Call) -> None:
    cohort(sessions="- {id: a, workshop: small, date: 2027-08-12}\n- {id: b, workshop: small}")
    report = make(cohorts=("group",), editions=("calendar-entry", ALL))
    assert [record.edition for record in report.made] == ["calendar-entry"]
    told = [each.message for each in report.problems if each.code == "nothing-to-make"]
    assert len(told) == 2
    assert "two sessions with dates" in told[0]
    assert "none in `group/b`" in told[1]


def test_the_same_cohort_gives_the_same_bytes(
    cohort: Call, make: Call, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = cohort(sessions=SESSIONS)
    os.utime(path, (1_800_000_000, 1_800_000_000))
    outs = [project / name for name in ("one", "two", "three")]
    for out in outs[:2]:
        make(cohorts=("group",), editions=(ALL,), out=out)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    make(cohorts=("group",), editions=(ALL,), out=outs[2])
    one, two, three = ((out / f"group/a/participants/{ALL}.ics").read_text("utf-8") for out in outs)
    assert one == two
    assert "DTSTAMP:20270115T080000Z" in one
    assert three == one.replace("DTSTAMP:20270115T080000Z", "DTSTAMP:20231114T221320Z")
