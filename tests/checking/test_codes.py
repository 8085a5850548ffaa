from __future__ import annotations

from typing import TYPE_CHECKING

from kit.checking.codes import codes
from kit.errors import Problem, Severity
from kit.library import Library
from kit.reading.workshop import load_workshops

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Edit

FILE = "workshops/shared/codes.yaml"


def found_in(project: Path, *, whole: bool = True) -> list[Problem]:
    library = Library(None, project)
    loaded, problems = load_workshops(library, ["small"])
    assert not problems
    return list(codes(library, loaded, whole=whole))


def stands_at(problem: Problem, path: Path) -> str:
    assert problem.where
    line = path.read_text(encoding="utf-8").splitlines()[problem.where.line - 1]
    return line[problem.where.column - 1 :]


def test_codes_may_be_for_questions_of_a_workshop_and_for_those_that_all_share(
    project: Path, edit: Edit
) -> None:
    edit("items: [improve]", "items: [improve, request-story, relationship-changed]", FILE)
    assert found_in(project) == []


def test_a_question_that_no_form_asks(project: Path, edit: Edit) -> None:
    path = edit("items: [improve]", "items: [improv]", FILE)
    (problem,) = found_in(project)
    assert (problem.code, problem.severity) == ("unknown-item", Severity.WARNING)
    assert stands_at(problem, path).startswith("improv]")
    assert problem.hint == "Did you mean `improve`?"
    assert found_in(project, whole=False) == []


def test_a_question_that_a_cohort_adds(project: Path, edit: Edit) -> None:
    edit("items: [improve]", "items: [room]", FILE)
    assert [each.code for each in found_in(project)] == ["unknown-item"]
    folder = project / "workshops" / "cohorts"
    folder.mkdir()
    (folder / "interns.yaml").write_text(
        """\
kit: 1
title: Interns
sessions: [{id: first, workshop: small}]
workshops:
  small:
    add:
      - item: {id: room, kind: text, text: How was the room?}
""",
        encoding="utf-8",
    )
    assert found_in(project) == []


def test_a_code_that_fits_nothing(project: Path, edit: Edit) -> None:
    path = edit("    words: [case*, scenario*, role play]\n", "", FILE)
    (problem,) = found_in(project)
    assert (problem.code, problem.severity) == ("empty-code", Severity.WARNING)
    assert stands_at(problem, path) == "cases"


def test_a_word_without_a_letter(project: Path, edit: Edit) -> None:
    path = edit("[too short, longer]", '[too short, "*"]', FILE)
    (problem,) = found_in(project)
    assert (problem.code, problem.severity) == ("not-a-word", Severity.ERROR)
    assert stands_at(problem, path).startswith('"*"]')


def test_an_id_that_stands_twice(project: Path, edit: Edit) -> None:
    edit("- id: longer", "- id: cases", FILE)
    (problem,) = found_in(project)
    assert problem.code == "duplicate-id"
