from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.errors import Place, Problem
from kit.rendering.overrides import no_words, override_problems

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Look = Callable[..., tuple[Problem, ...]]

EXTENDS = '{% extends "bundled/editions/worksheets.html" %}\n'


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    folder.mkdir()
    return folder


@pytest.fixture
def look(own: Path, bundled: Path) -> Look:
    """Write the user's own files, by their names, and look through them."""

    def write_and_look(files: dict[str, str]) -> tuple[Problem, ...]:
        for name, text in files.items():
            path = own / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return override_problems((own, bundled))

    return write_and_look


def told(problem: Problem) -> tuple[str, str, str, int]:
    assert problem.where
    return problem.code, str(problem.severity), problem.where.file, problem.where.line


def test_the_bundled_templates_alone_are_not_looked_at(bundled: Path) -> None:
    assert override_problems((bundled,)) == ()


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("editions/worksheet.html", "Did you mean `worksheets.html`?"),
        ("editions/worksheets.htm", "Did you mean `worksheets.html`?"),
        ("styles/owns.css", "Did you mean `own.css`?"),
        ("parts/blocks/promt.html", "Did you mean `blocks/prompt.html`?"),
        ("strings/en.yml", "`en.yaml`"),
        ("strings/english.yaml", "`en.yaml`"),
        ("layouts/page.html", "`document.html`"),
    ],
)
def test_a_file_that_the_kit_does_not_know_has_no_effect(look: Look, name: str, hint: str) -> None:
    (problem,) = look({name: ""})
    assert told(problem) == ("unknown-template", "warning", f"templates/{name}", 0)
    assert hint in problem.hint


@pytest.mark.parametrize(
    "name",
    [
        *("styles/own.css", "styles/tokens.css", "README.md", "parts/README.md", "parts/LOGO.PNG"),
        *("styles/ours.woff2", "editions/.hidden.html", "editions/worksheets.html~"),
        *("editions/.old/page.html", "strings/es.yaml", "strings/es-MX.yaml", "logo.svg"),
    ],
)
def test_files_that_may_be_there(look: Look, name: str) -> None:
    assert look({name: ""}) == ()


@pytest.mark.parametrize(
    "loads",
    [
        '{% include "parts/ours.html" %}',
        '{% import "./parts/ours.html" as ours %}',
        '{% from "parts/ours.html" import name %}',
        '{% include "parts/ours.html" if view else "parts/title.html" %}',
        '{% include "parts/ours.html" %}{% if %}',
    ],
)
def test_a_file_that_another_template_loads_has_its_use(look: Look, loads: str) -> None:
    page = f"{EXTENDS}{{% block cover %}}{loads}{{% endblock %}}"
    problems = look({"editions/worksheets.html": page, "parts/ours.html": "<p>Ours</p>"})
    assert "unknown-template" not in {problem.code for problem in problems}


def test_a_file_that_only_loads_itself_has_none(look: Look) -> None:
    (problem,) = look({"parts/ours.html": '{% include "parts/ours.html" %}'})
    assert problem.code == "unknown-template"


def test_a_block_that_no_ancestor_has_is_told_at_its_line(look: Look) -> None:
    page = EXTENDS + "<i></i>\n  {% block covr %}Ours{% endblock %}\n"
    (problem,) = look({"editions/worksheets.html": page})
    assert told(problem) == ("unknown-block", "warning", "templates/editions/worksheets.html", 3)
    assert problem.where
    assert problem.where.column == 12
    assert problem.hint == "Did you mean `cover`?"


@pytest.mark.parametrize(
    "page",
    [
        EXTENDS + "{% block cover %}{% block logo %}Ours{% endblock %}{% endblock %}",
        EXTENDS + "{% block screen_bar %}{% endblock %}",
        "<html>{% block ours %}{% endblock %}</html>",
        '{% extends "bundled/" ~ view.name %}{% block ours %}{% endblock %}',
        '{% extends "editions/worksheets.html" %}{% block cover %}{% endblock %}',
    ],
)
def test_blocks_that_are_shown_or_of_which_nothing_can_be_told(look: Look, page: str) -> None:
    assert look({"editions/worksheets.html": page}) == ()


def test_blocks_of_the_users_own_layout_are_known(look: Look) -> None:
    page = '{% extends "layouts/ours.html" %}\n{% block top %}{% endblock %}'
    layout = '{% extends "layouts/document.html" %}{% block content %}{% block top %}{% endblock %}'
    files = {"editions/worksheets.html": page, "layouts/ours.html": layout + "{% endblock %}"}
    assert look(files) == ()


def test_a_mistake_of_writing_is_an_error_at_its_line(look: Look) -> None:
    page = EXTENDS + "{% block cover %}\n{% if %}\n{% endblock %}"
    (problem,) = look({"editions/worksheets.html": page})
    assert told(problem) == ("template", "error", "templates/editions/worksheets.html", 3)


def test_every_mistake_is_told_and_a_page_without_use_has_none(look: Look) -> None:
    problems = look(
        {
            "editions/worksheets.html": "{% if %}",
            "editions/pre-work.html": "{{ view. }}",
            "editions/draft.html": "{% if %}",
        }
    )
    assert [problem.code for problem in problems] == ["unknown-template", "template", "template"]


def test_a_template_that_is_a_link_out_of_the_folder_is_refused(own: Path, look: Look) -> None:
    (own.parent / "private.html").write_text("private", encoding="utf-8")
    (own / "editions").mkdir()
    (own / "editions" / "worksheets.html").symlink_to(own.parent / "private.html")
    (problem,) = look({})
    assert problem.code == "outside-project"


def test_a_word_that_the_kit_does_not_have(look: Look) -> None:
    (problem,) = look({"strings/es.yaml": "say: Diga\nkey_point: Lo esencial\n"})
    assert told(problem) == ("unknown-word", "warning", "templates/strings/es.yaml", 2)
    assert problem.hint == "Did you mean `key_points`?"


def test_a_word_that_an_own_template_asks_for_is_known(look: Look) -> None:
    page = EXTENDS + "{% block cover %}{{ word('motto') }}{% endblock %}"
    assert look({"editions/worksheets.html": page, "strings/en.yaml": "motto: Ours\n"}) == ()


def test_words_that_cannot_be_used_are_told(look: Look) -> None:
    problems = look({"strings/es.yaml": "say: [\n", "strings/en.yaml": "say:\nsayy: Say\n"})
    assert [told(problem)[:3] for problem in problems] == [
        ("not-words", "error", "templates/strings/en.yaml"),
        ("unknown-word", "warning", "templates/strings/en.yaml"),
        ("brackets", "error", "templates/strings/es.yaml"),
    ]


def test_words_that_are_a_link_out_of_the_folder_are_not_read(own: Path, look: Look) -> None:
    (own.parent / "private.yaml").write_text("secret: Private\n", encoding="utf-8")
    (own / "strings").mkdir()
    (own / "strings" / "en.yaml").symlink_to(own.parent / "private.yaml")
    (problem,) = look({})
    assert problem.code == "outside-project"


def test_a_language_without_words(own: Path, bundled: Path) -> None:
    place = Place("workshops/small.yaml", 3, 11)
    folders = (own, bundled)
    assert no_words("en-GB", folders, place) == ()
    (problem,) = no_words("fr-CA", folders, place)
    assert told(problem) == ("no-words", "warning", "workshops/small.yaml", 3)
    assert "templates/strings/fr.yaml" in problem.hint
    assert no_words("es-MX", folders, place) == ()
