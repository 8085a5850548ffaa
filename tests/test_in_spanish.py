"""The Spanish packet: nothing is left in English, and it prints as the English one does."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from kit.editions.registry import EDITIONS
from kit.library import Library, bundled_folder
from kit.pipeline.build import build
from kit.pipeline.documents import editions_of, prepare, render
from kit.pipeline.request import Request
from kit.reading.shared import SharedFiles
from kit.reading.strings import words_in
from kit.reading.texts import own_texts, shared_texts
from kit.reading.workshop import load_with
from kit.rendering.render import Renderer

if TYPE_CHECKING:
    from pathlib import Path

    from kit.editions.setting import Paper
    from kit.pipeline.report import Report

NAME = "mentee-driven-relationship"
LIBRARY = Library(None, bundled_folder())
NO_CONTACT = "no-safe-contact"
"""Which the workshop leaves to whoever holds it."""
LENGTHS = ("standard", "short", "long")
ALL = tuple(EDITIONS)


class Silent:
    def expect(self, files: int) -> None:
        pass

    def working(self, on: str) -> None:
        pass

    def kept(self, path: str) -> None:
        pass

    def done(self, path: str, pages: int | None) -> None:
        pass

    def end(self) -> None:
        pass


def documents(length: str) -> dict[str, str]:
    """Render the documents of a length: the words of each, by its name."""
    request = Request(workshops=(NAME,), editions=ALL, length=length, language="es")
    (ready,) = prepare([NAME], request, LIBRARY).ready
    renderer = Renderer(LIBRARY.folders("templates"))
    made = (render(edition, ready, renderer) for edition in editions_of(request))
    return {each.edition: each.rendered.text or each.rendered.print_html for each in made if each}


def flat(html: str) -> str:
    words = unescape(re.sub(r"<[^>]+>", " ", html.partition("<body")[2] or html))
    return " ".join(re.sub(r"[^\w\s{]", " ", words).split()).lower()


def english() -> dict[str, str]:
    """Give all English texts and words that are long enough to be told from Spanish ones."""
    plain, _ = load_with(LIBRARY, NAME, SharedFiles(LIBRARY))
    assert plain
    templates = bundled_folder() / "templates"
    texts = own_texts(plain) | shared_texts(plain) | words_in(templates, "en", {})
    pieces = {
        f"{path} {number}": flat(piece)
        for path, text in texts.items()
        for number, piece in enumerate(re.split(r"\{+ *\w+ *\}+|\[@[^\]]*\]|[.:;?!\n]", text))
    }
    # The titles of works stay as they are, and may be quoted; so do the kit's commands.
    works = [flat(work.title) for work in plain.references.values()] + ["kit session record"]
    return {
        path: piece
        for path, piece in pieces.items()
        if len(piece.split()) >= 3 and not any(piece in work for work in works)
    }


@pytest.mark.slow
@pytest.mark.parametrize("length", LENGTHS)
def test_nothing_is_left_in_english(length: str) -> None:
    pieces = english()
    assert len(pieces) > 1000
    for name, html in documents(length).items():
        words = f" {flat(html)} "
        left = {path: piece for path, piece in pieces.items() if f" {piece} " in words}
        assert not left, name
        if not EDITIONS[name].text:
            assert '<html lang="es">' in html


def made(
    tmp_path: Path,
    length: str,
    language: str | None,
    editions: tuple[str, ...] = (),
    paper: Paper = "letter",
) -> Report:
    request = Request(
        workshops=(NAME,),
        editions=editions,
        length=length,
        language=language,
        paper=paper,
        out=tmp_path,
        formats=("pdf",),
    )
    return build(request, LIBRARY, Silent())


SLIDES = ("slides", "slides-with-notes")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("editions", "paper"),
    [
        pytest.param(SLIDES, "letter", id="slides"),
        # Wide, and with the longest words in its head.
        pytest.param(("slides", "sign-in-sheet"), "a4", id="sign-in-sheet-a4"),
        pytest.param(ALL, "letter", marks=pytest.mark.slow, id="all"),
        pytest.param(ALL, "a4", marks=pytest.mark.slow, id="all-a4"),
    ],
)
def test_the_preflight_finds_nothing_in_what_else_goes_in_the_bag(
    tmp_path: Path, editions: tuple[str, ...], paper: Paper
) -> None:
    report = made(tmp_path, "standard", "es", editions, paper)
    found = [str(each) for each in report.problems if each.code not in {"thin-page", NO_CONTACT}]
    assert found == []
    pages = {each.edition: each.pages for each in report.made}
    (ready,) = prepare([NAME], Request(workshops=(NAME,), language="es"), LIBRARY).ready
    assert pages["slides"] == len(EDITIONS["slides"].view(ready.tailored, ready.setting).slides)


@pytest.mark.slow
@pytest.mark.parametrize(
    "length",
    [
        each if not at else pytest.param(each, marks=pytest.mark.slow)
        for at, each in enumerate(LENGTHS)
    ],
)
def test_it_prints_without_a_warning_and_on_about_as_many_pages(
    tmp_path: Path, length: str
) -> None:
    plain, spanish = made(tmp_path, length, None), made(tmp_path, length, "es")
    assert spanish.exit_code == 0
    # A page that holds next to nothing is advice about length: Spanish takes more room.
    allowed = {each.code for each in plain.problems} | {"thin-page"}
    assert {each.code for each in spanish.problems} <= allowed
    pages = {each.edition: each.pages or 0 for each in plain.made}
    for each in spanish.made:
        assert each.path.endswith(".es.pdf")
        more = 4 if each.edition == "instructor-guide" else 1
        assert (each.pages or 0) <= pages[each.edition] + more, each.edition


def test_making_spanish_leaves_the_english_packet_as_it_was(tmp_path: Path) -> None:
    request = Request(workshops=(NAME,), out=tmp_path, formats=("html",))
    build(request, LIBRARY, Silent())
    files = {path: path.stat().st_mtime_ns for path in tmp_path.rglob(f"{NAME}/*/*.html")}
    spanish = Request(workshops=(NAME,), out=tmp_path, formats=("html",), language="es")
    assert len(build(spanish, LIBRARY, Silent()).made) == len(files)
    assert {path: path.stat().st_mtime_ns for path in files} == files
    assert build(request, LIBRARY, Silent()).up_to_date
    index = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "Three steps to a mentee-driven relationship" in index
    assert "worksheets.es.html" in index
    assert ">español<" in index
    assert "older than the workshop" not in index


COHORT = """\
kit: 1
title: Residentes 2027
language: es
terms:
  program: servicio
sessions:
  - id: pasos
    workshop: mentee-driven-relationship
    date: 2027-08-12
    start: "12:00"
  - id: steps
    workshop: mentee-driven-relationship
    language: en
  - id: mosaico
    workshop: mentoring-mosaic
workshops:
  mentee-driven-relationship:
    change:
      welcome:
        title: Bienvenida, aquí
"""


def test_a_cohort_changes_the_translated_workshop_by_the_same_ids(tmp_path: Path) -> None:
    cohorts = tmp_path / "workshops" / "cohorts"
    cohorts.mkdir(parents=True)
    (cohorts / "residentes.yaml").write_text(COHORT, encoding="utf-8")
    library = Library(tmp_path, bundled_folder())
    names = [f"residentes/{each}" for each in ("pasos", "steps", "mosaico")]
    prepared = prepare(names, Request(cohorts=("residentes",)), library)
    spanish, english = prepared.ready
    assert [each.tailored.workshop.language for each in prepared.ready] == ["es", "en-US"]
    for each in (spanish, english):
        assert each.tailored.agenda[0].activity.title == "Bienvenida, aquí"
        assert each.tailored.workshop.terms["program"] == "servicio"
    assert spanish.tailored.workshop.terms["mentee"] == "aprendiz"
    renderer = Renderer(library.folders("templates"))
    (worksheets,) = editions_of(Request(editions=("worksheets",)))
    document = render(worksheets, spanish, renderer)
    assert document
    assert document.html_path == "residentes/pasos/participants/worksheets.html"
    assert "jueves, 12 de agosto de 2027, de 12:00 a 13:00" in document.rendered.print_html
    refused = next(each for each in prepared.found if each.code == "not-translated")
    assert refused.where
    assert (refused.where.file.endswith("residentes.yaml"), refused.where.line) == (True, 3)


SHORTER = """\
kit: 1
title: Residentes 2027
language: es
institution: Hospital Ejemplo
terms:
  program: servicio
contacts:
  - {role: Defensoría, for: conflictos, phone: 555-0142, confidential: true}
  - {role: Decanato, for: quejas, phone: 555-0100, confidential: false, for_instructor: true}
escalation:
  - {do: Escuche.}
  - {do: Llame a la Defensoría.}
series: {title: Mentoría}
sessions:
  - {id: pasos, workshop: mentee-driven-relationship, minutes: 50, date: 2027-08-12}
workshops:
  mentee-driven-relationship:
    change:
      welcome: {title: "Bienvenida, aquí", instructor: {say: Buenos días.}}
"""


@pytest.mark.slow
def test_a_session_fitted_to_its_minutes_is_told_in_spanish_too(tmp_path: Path) -> None:
    cohorts = tmp_path / "workshops" / "cohorts"
    cohorts.mkdir(parents=True)
    (cohorts / "residentes.yaml").write_text(SHORTER, encoding="utf-8")
    library = Library(tmp_path, bundled_folder())
    prepared = prepare(["residentes/pasos"], Request(cohorts=("residentes",)), library)
    (ready,) = prepared.ready
    renderer = Renderer(library.folders("templates"))
    pieces = english()
    for edition in editions_of(Request(editions=ALL)):
        if (document := render(edition, ready, renderer)) is None:
            continue
        html = document.rendered.text or document.rendered.print_html
        words = f" {flat(html)} "
        left = {path: piece for path, piece in pieces.items() if f" {piece} " in words}
        assert not left, edition.name
        if edition.name == "instructor-guide":
            assert "Ajustada a 50 minutos" in html
            assert "Contactos que nombran los materiales: “Defensoría”" in html
            assert "ruta de actuación de 2 pasos" in html
