"""What else has people's names: made with their packets, in their folder and nowhere else."""

from __future__ import annotations

from shutil import rmtree
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest

from kit.library import find_library
from kit.pipeline.build import build
from kit.pipeline.index_page import index_view
from kit.pipeline.inputs import Digests, read_inputs
from kit.pipeline.manifest import load_manifest
from kit.pipeline.people.build import build_people
from kit.pipeline.records.record_entry import Entry, with_entry
from kit.pipeline.records.session_records import change_record
from kit.pipeline.request import Request
from kit.pipeline.unchanged import has_true_index

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kit.pipeline.people.making import PeopleMade

    Call = Callable[..., Any]

NAMES = ("Ana Diaz", "Bo Li", "Cy Oe", "Di Roe", "Ed Poe", "Flo Moe")


@pytest.fixture
def people(
    project: Path, cohort: Call, write_roster: Call, followed: Call
) -> Callable[..., PeopleMade]:
    write_roster(*NAMES)
    cohort(head="roster: people.csv", sessions="- {id: first, workshop: small, date: 2027-08-12}")

    def make(*editions: str) -> PeopleMade:
        library = find_library(project)
        request = Request(
            cohorts=("group/first",),
            editions=editions or ("run-of-show",),
            formats=("html",),
            people=True,
            key=",".join(editions) or "usual",
        )
        built = build(request, library, followed())
        (made,) = build_people(request, library, built, followed)
        return made

    return make


def texts(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def present(project: Path, *names: str) -> None:
    library = find_library(project)
    entry = Entry(names=names)
    change_record(library, "group", "first", lambda record: with_entry(record, entry, "2027-08-12"))


@pytest.mark.slow
def test_usually_there_are_the_seating_and_the_attendance_list(
    people: Callable[..., PeopleMade],
) -> None:
    made = people()
    assert set(made.stamp.documents) == {"seating-list.pdf", "attendance.csv"}
    rows = (made.folder / "attendance.csv").read_text("utf-8-sig").splitlines()
    assert [row.split(",")[0] for row in rows] == ["Name", *NAMES]
    assert all(row.endswith(",") for row in rows[1:])  # nobody knows yet who came


@pytest.mark.slow
def test_certificates_come_once_somebody_was_there(
    people: Callable[..., PeopleMade], project: Path
) -> None:
    assert not (people().folder / "certificates.pdf").exists()
    present(project, "Cy Oe", "Wanda Walkin")
    made = people()
    assert not made.unchanged
    pages = texts(made.folder / "certificates.pdf")
    assert len(pages) == 2
    assert "Cy Oe" in pages[0]
    assert "Wanda Walkin" in pages[1]
    assert "Thursday, August 12, 2027" in pages[0]
    rows = (made.folder / "attendance.csv").read_text("utf-8-sig").splitlines()
    came = {row.split(",")[0]: row.rpartition(",")[2] for row in rows[1:]}
    assert came == {**dict.fromkeys(NAMES, "no"), "Cy Oe": "yes", "Wanda Walkin": "yes"}
    assert people().unchanged


@pytest.mark.slow
def test_certificates_asked_for_by_name_say_what_they_wait_for(
    people: Callable[..., PeopleMade], project: Path
) -> None:
    made = people("certificates")
    (problem,) = [each for each in made.problems if each.code == "nothing-to-make"]
    assert "kit session record group/first" in problem.hint
    present(project, "Cy Oe")
    made = people("certificates")
    assert not [each for each in made.problems if each.code == "nothing-to-make"]
    assert (made.folder / "certificates.pdf").exists()


def test_what_is_asked_for_has_names_in_their_folder_alone(
    people: Callable[..., PeopleMade], project: Path
) -> None:
    made = people("name-tents", "sign-in-sheet", "group-list", "badges", "table-signs")
    tents = texts(made.folder / "name-tents.pdf")
    assert len(tents) == len(NAMES) + 2
    assert any("Ana Diaz" in page for page in tents)
    assert "Flo Moe" in texts(made.folder / "sign-in-sheet.pdf")[0]
    assert "Bo Li" in texts(made.folder / "group-list.pdf")[0]
    shared = [
        path
        for path in (project / "build").rglob("*")
        if path.is_file() and made.folder not in path.parents
    ]
    assert any(path.name == "name-tents.html" for path in shared)
    for path in shared:
        assert b"Ana Diaz" not in path.read_bytes(), path
    (made.folder / "badges.pdf").unlink()
    again = people("name-tents", "sign-in-sheet", "group-list", "badges", "table-signs")
    assert not again.unchanged
    assert (again.folder / "badges.pdf").exists()


@pytest.mark.slow
def test_the_index_lists_what_has_names_and_marks_what_it_takes_the_place_of(
    people: Callable[..., PeopleMade], project: Path
) -> None:
    made = people("worksheets", "name-tents", "badges")
    library = find_library(project)
    manifest = load_manifest(project / "build")
    digests = Digests(manifest.files)
    inputs = read_inputs(library, digests)
    assert has_true_index(manifest, library, inputs, digests)
    (session,) = index_view(manifest, library, inputs, digests, {}).workshops
    listed = {each.pdf or each.text: each for each in session.documents}
    at = "group/first/people"
    everyone = listed[f"{at}/everyone.pdf"]
    assert (everyone.pages, everyone.copies) == (made.stamp.pages, 1)
    assert everyone.sheets == -(-made.stamp.pages // 2)
    assert listed[f"{at}/attendance.csv"].sheets is None
    tents = listed[f"{at}/name-tents.pdf"]
    assert (tents.title, tents.sheets) == (
        "Name tents, with names",
        len(texts(made.folder / "name-tents.pdf")),
    )
    index = (project / "build/index.html").read_text(encoding="utf-8")
    assert f'href="{at}/name-tents.pdf"' in index
    assert not any(name in index for name in NAMES)
    assert "people/table-" not in index
    # What is made without names is HTML alone here, and says what there is instead.
    assert {each.replaced for each in session.documents} == {
        "",
        "Name tents, with names",
        "Badges, with names",
        "Personal worksheets, all of them",
    }
    # Without the folder they are listed no more.
    rmtree(made.folder)
    assert not has_true_index(manifest, library, inputs, digests)


@pytest.mark.slow
def test_a_name_of_one_endless_word_stays_in_its_place(
    people: Callable[..., PeopleMade], write_roster: Call
) -> None:
    write_roster(
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtenverein", *NAMES
    )
    made = people("sign-in-sheet", "name-tents", "badges", "group-list")
    assert {"wide-word", "unprintable"} & {each.code for each in made.problems} == set()


def test_a_mentor_whose_name_no_font_has_gets_a_line_to_write_on(
    people: Callable[..., PeopleMade], project: Path
) -> None:
    folder = project / "workshops" / "cohorts"
    rows = [f"{name},\U00012000\U00012001,Kim" for name in NAMES]
    roster = "\n".join(["name,senior_mentor,peer_mentor", *rows])
    (folder / "people.csv").write_text(roster, encoding="utf-8")
    path = folder / "group.yaml"
    program = """\
program:
  title: A year
  begins: 2027-08-01
  ends: 2028-07-31
  mentors:
    senior: {title: Senior mentor, does: [Meets you.]}
    peer: {title: Peer mentor, does: [Reads.]}
"""
    path.write_text(path.read_text(encoding="utf-8") + program, encoding="utf-8")

    made = people()

    (told,) = [each for each in made.problems if each.code == "name-not-printed"]
    assert "The list of mentors has a line" in told.message
    (page,) = texts(made.folder / "mentor-list.pdf")
    assert "Kim: 6" in page
    assert "(line 2 of the roster): 6" in " ".join(page.split())
