"""A translation is put into a workshop's tree, and each text keeps the place where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.library import find_library
from kit.reading.overlay import Overlay, may_be_read, overlay_files, read_layers
from kit.reading.texts import own_texts
from kit.reading.workshop import load_workshops
from kit.reading.yaml_source import Source, read_source

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kit.library import Library

HEAD = "kit: 1\nlanguage: es\ntexts:\n"
WELCOME = "  agenda.welcome.title: Bienvenida\n"


@pytest.fixture
def write(project: Path) -> Callable[..., Library]:
    """Write the translation of the example workshop, and give the library it is in."""

    def run(texts: str = WELCOME, *, language: str = "es", head: str = HEAD) -> Library:
        path = project / "workshops" / language / "small.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(head + texts, encoding="utf-8")
        return find_library(project)

    return run


def translated(library: Library, language: str = "es") -> tuple[Source, Source]:
    """Give the workshop's file with its translation in it, and as it was written."""
    (loaded,), problems = load_workshops(library, ["small"])
    assert not problems
    layers, found = read_layers(library, language, "small")
    assert not found
    path = loaded.source.path
    plain = read_source(path, library.shown(path))
    overlay = Overlay(language, path, layers, (), own_texts(loaded))
    return overlay.apply(plain), plain


def test_a_text_is_put_where_its_path_leads(write: Callable[..., Library]) -> None:
    made, plain = translated(write())
    welcome = made.data["agenda"][0]
    assert welcome["title"] == "Bienvenida"
    assert made.data["language"] == "es"
    # What is not translated stays, and so does the file itself.
    assert made.data["agenda"][1] == plain.data["agenda"][1]
    assert plain.data["agenda"][0]["title"] == "Welcome"
    assert plain.data["language"] == "en-US"


def test_a_mistake_in_a_text_is_told_in_the_file_of_the_translation(
    write: Callable[..., Library],
) -> None:
    made, _ = translated(write())
    index = next(at for at, each in enumerate(made.data["agenda"]) if each["id"] == "welcome")
    place = made.place(("agenda", index, "title"))
    assert (place.file[-23:], place.line) == ("workshops/es/small.yaml", 4)
    other = made.place(("agenda", index, "minutes"))
    assert other.file.endswith("workshops/small.yaml")


def test_a_path_that_leads_nowhere_changes_nothing(write: Callable[..., Library]) -> None:
    made, plain = translated(write("  agenda.nobody.title: Nadie\n"))
    assert made.data | {"language": "en-US"} == plain.data


def test_a_file_in_the_folder_of_another_language_is_told(write: Callable[..., Library]) -> None:
    library = write(head=HEAD.replace("es", "fr", 1))
    _, (problem,) = read_layers(library, "es", "small")
    assert problem.code == "other-language"
    assert problem.where
    assert (problem.where.file[-23:], problem.where.line) == ("workshops/es/small.yaml", 2)


def test_what_is_no_translation_is_told_with_its_line(write: Callable[..., Library]) -> None:
    layers, problems = read_layers(write("  agenda.welcome.title: [a, b]\n"), "es", "small")
    assert layers == ()
    assert {each.where.line for each in problems if each.where} == {4}


def test_those_of_a_language_serve_for_a_country_behind_its_own(
    write: Callable[..., Library],
) -> None:
    write()
    library = write("  agenda.welcome.title: Hola\n", language="es-MX")
    files = overlay_files(library, "es-MX", "small")
    assert [path.parent.name for path in files] == ["es-MX", "es"]
    made, _ = translated(library, "es-MX")
    assert made.data["agenda"][0]["title"] == "Hola"
    assert overlay_files(library, "fr", "small") == ()


def test_files_that_may_come_are_named_there_or_not(write: Callable[..., Library]) -> None:
    library = write()
    names = {path.name for path in may_be_read(library, "es", "small")}
    assert names == {"small.yaml", "shared.yaml"}
    assert not all(path.exists() for path in may_be_read(library, "es", "small"))
