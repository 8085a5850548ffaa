from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.checking.translations import check_translation
from kit.errors import Problem, Severity
from kit.library import Library, bundled_folder
from kit.reading.shared import SharedFiles
from kit.reading.translated import load_translated

if TYPE_CHECKING:
    from pathlib import Path

NAME = "mentee-driven-relationship"
FILE = bundled_folder() / "workshops" / "es" / f"{NAME}.yaml"


def found(tmp_path: Path, before: str = "", after: str = "") -> tuple[Problem, ...]:
    """Check the bundled translation with one stretch of it replaced."""
    text = FILE.read_text(encoding="utf-8")
    assert before in text
    folder = tmp_path / "workshops" / "fr"
    folder.mkdir(parents=True)
    for name in (NAME, "shared"):
        whole = text if name == NAME else FILE.with_stem(name).read_text(encoding="utf-8")
        changed = whole.replace(before, after, 1) if name == NAME and before else whole
        changed = changed.replace("\nlanguage: es\n", "\nlanguage: fr\n")
        (folder / f"{name}.yaml").write_text(changed, encoding="utf-8")
    library = Library(tmp_path, bundled_folder())
    made, problems = load_translated(library, NAME, "fr", SharedFiles(library))
    assert made is not None, problems
    return check_translation(made)


def test_the_bundled_translation_is_whole_and_up_to_date(tmp_path: Path) -> None:
    assert found(tmp_path) == ()


@pytest.mark.parametrize(
    ("before", "after", "code", "severity", "says"),
    [
        (
            "  title: |-\n    Tres pasos hacia una relación con el aprendiz al timón\n",
            "",
            "missing-translation",
            Severity.WARNING,
            "`title`",
        ),
        (
            "  objectives.needs.text: |-",
            "  objectives.need.text: |-",
            "unknown-path",
            Severity.WARNING,
            "`objectives.need.text`",
        ),
        (
            "a un posible {{ mentor }}",
            "a un posible mentor",
            "lost-mark",
            Severity.ERROR,
            "`{{ mentor }}`",
        ),
        ("[@keller2014]", "", "lost-mark", Severity.ERROR, "`[@keller2014]`"),
        (
            "Ordenar por prioridad",
            "Ordenar, {{ mentee }}, por prioridad",
            "added-mark",
            Severity.ERROR,
            "`{{ mentee }}`",
        ),
    ],
)
def test_what_is_wrong_in_a_translation_is_told(  # noqa: PLR0917
    tmp_path: Path, before: str, after: str, code: str, severity: Severity, says: str
) -> None:
    problem = next(each for each in found(tmp_path, before, after) if each.code == code)
    assert problem.severity is severity
    assert says in problem.message
    assert problem.where
    assert problem.where.file.endswith("mentee-driven-relationship.yaml")


def test_a_text_whose_original_has_changed_is_stale(tmp_path: Path) -> None:
    whole = FILE.read_text(encoding="utf-8").partition("made_from:")[2]
    line = next(each for each in whole.splitlines() if each.startswith("  subtitle: "))
    (problem,) = found(tmp_path, line, '  subtitle: "00000000"')
    assert (problem.code, problem.severity) == ("stale-translation", Severity.WARNING)
    assert "Know what you need" in problem.hint
    assert problem.where
    assert "subtitle" in problem.where.source


def test_a_near_path_is_suggested(tmp_path: Path) -> None:
    problems = found(tmp_path, "  objectives.needs.text: |-", "  objectives.need.text: |-")
    unknown = next(each for each in problems if each.code == "unknown-path")
    assert "`objectives.needs.text`" in unknown.hint


def test_a_project_with_a_file_of_its_own_is_told_of_that_alone(tmp_path: Path) -> None:
    folder = tmp_path / "workshops"
    (folder / "es").mkdir(parents=True)
    workshop = FILE.parents[1].joinpath(f"{NAME}.yaml").read_text(encoding="utf-8")
    title = "title: Three steps to a mentee-driven relationship"
    assert title in workshop
    changed = workshop.replace(title, "title: Three steps")
    (folder / f"{NAME}.yaml").write_text(changed, encoding="utf-8")
    library = Library(tmp_path, bundled_folder())

    def told() -> list[str]:
        made, problems = load_translated(library, NAME, "es", SharedFiles(library))
        assert made is not None, problems
        return [f"{each.code} {each.where}" for each in check_translation(made)]

    (beneath,) = told()
    assert beneath.startswith("stale-translation bundled: ")
    own = folder / "es" / f"{NAME}.yaml"
    own.write_text(FILE.read_text(encoding="utf-8"), encoding="utf-8")
    (one,) = told()
    assert "stale-translation" in one
    assert "bundled" not in one
