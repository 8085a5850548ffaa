"""Real cohort files, rosters and records, some of them broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.definitions.session_record import Headcount, SessionRecord
from kit.library import Library, find_library
from kit.pipeline.records.record_entry import Entry, with_entry
from kit.pipeline.records.session_records import change_record, record_file
from kit.reporting.comments.people_known import people_known
from kit.reporting.gathering import Gathered
from kit.reporting.scope import Scope
from kit.reporting.session_facts import ActivityTime, SessionFacts
from tests.reporting.answered_form import described

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import WriteCohort

HEAD = """
institution: Elm Valley Hospital
place: Maple Lecture Hall
instructors: [Dr. Lena Harrow]
roster: rosters/ward.csv
contacts:
  - {role: Ombuds Office, for: anything, name: Noor Castellan, place: Birch House}
certificate:
  signatures: [{name: "Piotr Zielony, MD"}]
tables:
  apart:
    - {one: Uma Brandt, other: uma@example.org}
terms:
  mentor: Guide Person
"""
SESSIONS = "- {id: first, workshop: small, instructors: [Teo Lindqvist]}"


@pytest.fixture
def library(project: Path, cohort: WriteCohort) -> Library:
    cohort(head=HEAD, sessions=SESSIONS, name="ward")
    roster = project / "workshops" / "cohorts" / "rosters" / "ward.csv"
    roster.parent.mkdir()
    roster.write_text(
        "Name,Email,Senior mentor,Peer mentor\n"
        "Díaz Peña Ana,ana@example.org,Prof. Hedda Tarn,\n"
        '"Okoro, Ike",ike@example.org,,Zola Quorlith\n',
        encoding="utf-8",
    )
    library = find_library(project)
    entry = Entry(names=("Wanda Walkin",))
    change_record(library, "ward", "first", lambda old: with_entry(old, entry, "2027-08-12"))
    return library


def gathered(**facts: object) -> Gathered:
    values = {
        "name": "ward/first",
        "workshop": "small",
        "title": "A Small Workshop",
        "cohort": "ward",
        "cohort_title": "Ward Residents",
        "institution": "Elm Valley Hospital",
        "series": "Mentoring for Residents",
        "activities": (ActivityTime("Draw Your Map", 10),),
    }
    session = SessionFacts(**{**values, **facts})  # type: ignore[arg-type]
    return Gathered(Scope(), (session,), (described(),), ())


def test_everybody_who_is_written_down_is_known(library: Library) -> None:
    found = people_known(library, gathered(instructors=("Gast Redner",)))
    assert set(found.names) >= {
        *("Díaz Peña Ana", "Ike Okoro", "Wanda Walkin", "Gast Redner"),
        *("Hedda Tarn", "Zola Quorlith"),
        *("Lena Harrow", "Teo Lindqvist", "Noor Castellan", "Piotr Zielony", "Uma Brandt"),
    }
    assert "Diaz Pena Ana" in found.names
    assert not any(
        word in each for each in found.names for word in ("Dr.", "MD", "@", "Guide", "Ombuds")
    )


def test_titles_and_places_are_nobody(library: Library) -> None:
    found = people_known(library, gathered())
    assert set(found.allowed) >= {
        *("A Small Workshop", "A small workshop", "Ward Residents", "Elm Valley Hospital"),
        *("Mentoring for Residents", "Draw Your Map", "Maple Lecture Hall", "Birch House"),
        *("Ombuds Office", "Guide Person", "Residents, spring"),
    }
    assert "" not in found.allowed


@pytest.mark.parametrize(
    ("file", "text", "missing"),
    [
        ("workshops/cohorts/ward.yaml", "[", "Lena Harrow"),
        ("workshops/cohorts/ward.yaml", "- a list", "Lena Harrow"),
        ("workshops/cohorts/rosters/ward.csv", "\0\0", "Ike Okoro"),
        ("records/sessions/ward/first.json", "{", "Wanda Walkin"),
    ],
)
def test_what_cannot_be_read_keeps_nothing_else_from_being_known(
    library: Library, project: Path, file: str, text: str, missing: str
) -> None:
    (project / file).write_text(text, encoding="utf-8")
    found = people_known(library, gathered(instructors=("Gast Redner",)))
    assert missing not in found.names
    assert "Gast Redner" in found.names
    assert len(found.names) > 1


def test_a_file_with_mistakes_is_read_as_far_as_it_goes(library: Library, project: Path) -> None:
    path = project / "workshops" / "cohorts" / "ward.yaml"
    text = path.read_text(encoding="utf-8").replace("kit: 1", "kit: 7\ncontact: {}")
    path.write_text(
        text.replace("signatures: [{", "signatures: [3, {").replace("[Dr. Lena", "[7, Dr. Lena"),
        encoding="utf-8",
    )
    assert {"Lena Harrow", "Ike Okoro", "Piotr Zielony"} <= set(
        people_known(library, gathered()).names
    )


def test_what_is_gone_is_no_reason_to_fail(library: Library, project: Path) -> None:
    (project / "workshops" / "cohorts" / "ward.yaml").unlink()
    (project / "workshops" / "cohorts" / "rosters" / "ward.csv").unlink()
    record_file(library, "ward", "first").unlink()
    assert people_known(library, gathered()).names == ()
    alone = gathered(name="small", cohort="", cohort_title="", institution="")
    assert people_known(library, alone).names == ()


def test_a_roster_outside_the_project_is_not_read(
    library: Library, project: Path, tmp_path: Path
) -> None:
    (tmp_path / "others.csv").write_text("Name\nOlga Outside\n", encoding="utf-8")
    path = project / "workshops" / "cohorts" / "ward.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("rosters/ward.csv", "../../../others.csv"), encoding="utf-8")
    names = people_known(library, gathered()).names
    assert "Olga Outside" not in names
    assert "Lena Harrow" in names


def test_records_that_lie_elsewhere_are_given(library: Library) -> None:
    given = {"ward/first": SessionRecord(attended=Headcount(count=1, names=("Made Up",)))}
    names = people_known(library, gathered(), given).names
    assert "Made Up" in names
    assert "Wanda Walkin" not in names
