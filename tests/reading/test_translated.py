from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.instrument.form import form_of
from kit.library import Library, bundled_folder
from kit.reading.shared import SharedFiles
from kit.reading.texts import digest_of
from kit.reading.translated import languages_of, load_all, load_translated
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import tailor

if TYPE_CHECKING:
    from pathlib import Path

    from kit.errors import Problem
    from kit.reading.translated import TranslatedWorkshop

NAME = "mentee-driven-relationship"
BUNDLED = Library(None, bundled_folder())


def spanish(library: Library = BUNDLED) -> TranslatedWorkshop:
    made, problems = load_translated(library, NAME, "es", SharedFiles(library))
    assert made is not None, problems
    return made


def test_texts_are_translated_and_all_else_is_as_it_was() -> None:
    made = spanish()
    plain, loaded = made.plain.workshop, made.loaded.workshop
    assert loaded.language == "es"
    assert loaded.title.startswith("Tres pasos")
    assert loaded.terms["mentee"] == "aprendiz"
    assert [each.id for each in loaded.agenda] == [each.id for each in plain.agenda]
    assert [each.minutes for each in loaded.agenda] == [each.minutes for each in plain.agenda]
    assert made.loaded.scales["agreement"].labels[-1] == "Totalmente de acuerdo"
    assert made.loaded.references["welch2016"].title == made.plain.references["welch2016"].title


def test_what_the_definitions_say_by_themselves_is_translated_too() -> None:
    # The words of a commitment stand in no file: they are the kit's own.
    item = spanish().loaded.items["commitment"]
    assert (item.what, item.by_when) == ("Qué haré", "Para cuándo")  # type: ignore[union-attr]


def test_a_translated_form_is_the_same_form() -> None:
    made = spanish()
    for phase in ("end", "follow-up"):
        forms = [form_of(tailor(each, Choice()), phase) for each in (made.plain, made.loaded)]
        first, second = forms
        assert first
        assert second
        assert (first.id, first.version) == (second.id, second.version)
        assert first.purpose != second.purpose


def test_problems_of_a_translated_text_are_in_the_translation() -> None:
    place = spanish().loaded.place("title")
    assert place.file.endswith("es/mentee-driven-relationship.yaml")
    assert "Tres pasos" in spanish().layers[0].lines[place.line]


@pytest.mark.parametrize("language", [None, "en", "en-US"])
def test_in_its_own_language_a_workshop_is_as_it_is_written(language: str | None) -> None:
    made, _ = load_translated(BUNDLED, NAME, language, SharedFiles(BUNDLED))
    assert made is not None
    assert made.overlay is None
    assert made.loaded is made.plain


def test_a_workshop_without_a_translation_is_an_error_that_says_which_have_one() -> None:
    made, (problem,) = load_all(BUNDLED, ["managing-up"], "es")
    assert made == ()
    assert problem.code == "not-translated"
    assert problem.hint == f"Translated into `es`: `{NAME}`."
    assert languages_of(BUNDLED, NAME) == ("es",)
    assert languages_of(BUNDLED, "managing-up") == ()


def test_a_country_takes_what_its_language_has() -> None:
    made, _ = load_translated(BUNDLED, NAME, "es-MX", SharedFiles(BUNDLED))
    assert made is not None
    assert (made.loaded.workshop.language, made.loaded.workshop.terms["program"]) == (
        "es-MX",
        "programa",
    )


def own(tmp_path: Path, texts: str) -> Library:
    folder = tmp_path / "workshops" / "es"
    folder.mkdir(parents=True)
    (folder / f"{NAME}.yaml").write_text(f"kit: 1\nlanguage: es\n{texts}", encoding="utf-8")
    return Library(tmp_path, bundled_folder())


def test_a_project_rewords_single_texts_of_a_bundled_translation(tmp_path: Path) -> None:
    made = spanish(own(tmp_path, "texts:\n  title: Tres pasos, aquí\n"))
    assert made.loaded.workshop.title == "Tres pasos, aquí"
    assert made.loaded.workshop.terms["mentee"] == "aprendiz"


def refused(library: Library) -> tuple[Problem, ...]:
    made, problems = load_translated(library, NAME, "es", SharedFiles(library))
    assert made is None
    return problems


def test_a_translation_with_mistakes_is_told_at_its_lines(tmp_path: Path) -> None:
    (problem,) = refused(own(tmp_path, "text:\n  title: Tres pasos\ntexts: {}\n"))
    assert (problem.code, problem.where.line if problem.where else 0) == ("unknown-key", 3)


def test_line_breaks_are_nothing_to_a_digest() -> None:
    assert digest_of("One\n  two ") == digest_of("One two")
    assert digest_of("One two") != digest_of("One, two")
