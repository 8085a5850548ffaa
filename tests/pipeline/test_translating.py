"""A translation's file: begun, kept, and brought up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml

from kit.errors import KitError
from kit.library import Library, find_library
from kit.pipeline.translating import TranslationFile, translation_problems, write_translation

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]


@pytest.fixture
def translate(project: Path) -> Callable[..., tuple[TranslationFile, ...]]:
    def run(*, looked: bool = False, to: str = "es") -> tuple[TranslationFile, ...]:
        return write_translation(find_library(project), "small", to, looked=looked)

    return run


def problems(project: Path) -> list[str]:
    """Give what is said of the workshop's own translation."""
    library = find_library(project)
    found = translation_problems(library, "small", library.folders("templates"))
    return [each.code for each in found if each.where and each.where.file.endswith("es/small.yaml")]


def uncomment(path: Path, key: str, text: str) -> None:
    """Translate one text: take the signs away, as the file says."""
    lines = path.read_text(encoding="utf-8").splitlines()
    at = lines.index(f"  # {key}: |-")
    lines[at : at + 2] = [f"  {key}: |-", f"    {text}"]
    lines = [line for line in lines if "Take this line away" not in line]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_it_begins_with_all_texts_as_comments(translate: Call) -> None:
    own, shared = translate()
    assert own.path.name == "small.yaml"
    assert shared.path.name == "shared.yaml"
    assert (own.texts, own.stale) == (0, ())
    assert "agenda.welcome.title" in own.missing
    content = own.path.read_text(encoding="utf-8")
    assert "# Language: es." in content
    assert "  # agenda.welcome.title: |-\n  #   Welcome\n" in content
    data = yaml.safe_load(content)
    assert data == {"kit": 1, "language": "es", "texts": {}, "made_from": {}}


def test_what_is_translated_stays_and_is_counted(translate: Call, project: Path) -> None:
    own, _ = translate()
    before = len(own.missing)
    uncomment(own.path, "agenda.welcome.title", "Bienvenida")
    own, _ = translate()
    assert (own.texts, len(own.missing), own.stale) == (1, before - 1, ())
    data = yaml.safe_load(own.path.read_text(encoding="utf-8"))
    assert data["texts"] == {"agenda.welcome.title": "Bienvenida"}
    assert list(data["made_from"]) == ["agenda.welcome.title"]
    written = own.path.read_bytes()
    translate()
    assert own.path.read_bytes() == written
    assert "stale-translation" not in problems(project)


def test_what_has_changed_is_stale_until_somebody_has_looked(translate: Call, edit: Call) -> None:
    own, _ = translate()
    uncomment(own.path, "agenda.welcome.title", "Bienvenida")
    translate()
    edit("title: Welcome\n", "title: Good morning\n")
    own, _ = translate()
    assert own.stale == ("agenda.welcome.title",)
    content = own.path.read_text(encoding="utf-8")
    assert "  # The original has changed. Now it says:\n  #   Good morning\n" in content
    assert "Bienvenida" in content
    own, _ = translate(looked=True)
    assert own.stale == ()
    assert "has changed" not in own.path.read_text(encoding="utf-8")
    assert translate()[0].stale == ()


def test_a_head_of_ones_own_stays(translate: Call) -> None:
    own, _ = translate()
    content = own.path.read_text(encoding="utf-8")
    body = content[content.index("kit: 1") :]
    own.path.write_text(f"# Translated by us.\n{body}", encoding="utf-8")
    translate()
    assert own.path.read_text(encoding="utf-8").startswith("# Translated by us.\nkit: 1\n")


def test_into_its_own_language_there_is_nothing_to_translate(translate: Call) -> None:
    with pytest.raises(KitError) as refused:
        translate(to="en-GB")
    assert [each.code for each in refused.value.problems] == ["same-language"]


def test_without_a_project_there_is_nowhere_to_write(project: Path) -> None:
    with pytest.raises(KitError) as refused:
        write_translation(Library(None, project), "small", "es", looked=False)
    assert [each.code for each in refused.value.problems] == ["no-project"]


def test_a_file_that_cannot_be_read_is_left_as_it_is(translate: Call) -> None:
    own, _ = translate()
    own.path.write_text("kit: 1\nlanguage: es\ntexts: [a]\n", encoding="utf-8")
    with pytest.raises(KitError):
        translate()
    assert own.path.read_text(encoding="utf-8").endswith("texts: [a]\n")
