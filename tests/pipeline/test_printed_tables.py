from __future__ import annotations

from typing import TYPE_CHECKING

from kit.definitions.roster import Participant
from kit.library import find_library
from kit.pipeline.printed_tables import is_made, tables_in, tables_lost

if TYPE_CHECKING:
    from pathlib import Path

PEOPLE = (Participant("Ana"), Participant("Bo"), Participant("Cy", group="Blue"))


def packets(project: Path, *names: str) -> Path:
    folder = project / "build" / "group" / "first" / "people"
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).touch()
    return folder


def words(project: Path, folder: Path, people: tuple[Participant, ...] = PEOPLE) -> str:
    problem = tables_lost(
        find_library(project), "group/first", folder, tables_in(folder, people), people
    )
    assert problem
    assert problem.where
    assert problem.where.file.endswith("records/tables/group/first.json")
    return problem.message


def test_a_folder_without_packets_is_no_evidence(project: Path) -> None:
    assert not is_made(project / "nowhere")
    assert not is_made(packets(project, "notes.txt"))
    assert is_made(packets(project, "seating-list.pdf"))


def test_it_says_how_many_sit_where_they_sat(project: Path) -> None:
    folder = packets(project, "everyone.pdf")
    assert "everybody was seated anew" in words(project, folder)
    packets(project, "table-1-ana.pdf", "table-blue-cy.pdf")
    assert "2 of 3 people sit where they sat; 1 got a seat" in words(project, folder)
    packets(project, "table-1-bo.pdf")
    assert "everybody sits where they sat" in words(project, folder)
