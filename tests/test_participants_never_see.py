"""The first promise: what is for the instructor is absent from every participants' file.

Every text that a definition holds for the instructor gets a marker of its own; then all
documents are made, and every byte of the participants' files is searched for markers.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from enum import Enum
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
import pytest
from pydantic import BaseModel

from kit.definitions.base import is_for_instructor
from kit.definitions.workshop import Workshop
from kit.editions.edition import Side
from kit.editions.registry import EDITIONS
from kit.editions.setting import Setting
from kit.library import Library, find_library
from kit.pipeline.documents import render
from kit.pipeline.sessions import sessions_of
from kit.press.engine import Press
from kit.press.slides_page import make_slides
from kit.press.word.word_press import make_word
from kit.reading.workshop import LoadedWorkshop, load_workshops
from kit.rendering.render import Renderer
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import tailor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

NAMES = {"id", "worksheet", "objectives", "uses", "lengths", "kind", "use", "role", "also", "after"}
MARKER = re.compile("Zq[0-9]{4}qZ")


class Planter:
    """Puts a marker into every text below a field marked INSTRUCTOR, and remembers where."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self.planted: dict[str, str] = {}
        self.fields: set[tuple[str, str]] = set()

    def plant(self, model: BaseModel, *, below: bool = False) -> Any:
        update: dict[str, Any] = {}
        for name in type(model).model_fields:
            marked = below or is_for_instructor(type(model), name)
            value = getattr(model, name)
            place = f"{type(model).__name__}.{name}"
            if marked:
                self.fields.add((type(model).__name__, name))
            update[name] = self._value(value, place, name, marked=marked, model=type(model))
        return model.model_copy(update=update)

    def _value(
        self, value: object, place: str, name: str, *, marked: bool, model: type[BaseModel]
    ) -> Any:
        if isinstance(value, BaseModel):
            return self.plant(value, below=marked)
        if isinstance(value, tuple):
            if marked and not value and name not in NAMES and self._holds_texts(model, name):
                return (self._marker(place),)
            return tuple(
                self._value(each, place, name, marked=marked, model=model) for each in value
            )
        if hasattr(value, "items"):
            entries: Mapping[str, object] = value  # type: ignore[assignment]
            return {
                key: self._value(each, place, name, marked=marked, model=model)
                for key, each in entries.items()
            }
        return self._text(value, place, name, model) if marked and name not in NAMES else value

    def _text(self, value: object, place: str, name: str, model: type[BaseModel]) -> object:
        if isinstance(value, str) and not isinstance(value, Enum):
            return f"{value} {self._marker(place)}"
        if value is None and self._holds_texts(model, name):
            return self._marker(place)
        return value

    @staticmethod
    def _holds_texts(model: type[BaseModel], name: str) -> bool:
        written = str(model.model_fields[name].annotation)
        return (
            re.search(r"\bstr\b", written) is not None
            and "StringConstraints(pattern='^[a-z]" not in written
        )

    def _marker(self, place: str) -> str:
        marker = f"Zq{next(self._numbers):04}qZ"
        self.planted[marker] = place
        return marker


def load_planted(library: Library, name: str) -> tuple[LoadedWorkshop, Planter]:
    (loaded,), problems = load_workshops(library, [name])
    assert not problems
    planter = Planter()
    workshop = planter.plant(loaded.workshop)
    assert isinstance(workshop, Workshop)
    scenarios = {key: planter.plant(each) for key, each in loaded.scenarios.items()}
    # What the workshop writes itself is planted above, once.
    own = {each.id: each for each in workshop.worksheets}
    worksheets = {
        key: own[key] if key in own else planter.plant(each)
        for key, each in loaded.worksheets.items()
    }
    vocabularies = {key: planter.plant(each) for key, each in loaded.vocabularies.items()}
    planted = replace(
        loaded,
        workshop=workshop,
        scenarios=scenarios,
        worksheets=worksheets,
        vocabularies=vocabularies,
    )
    return planted, planter


def documents(
    loaded: LoadedWorkshop, library: Library
) -> Iterator[tuple[str, Side, str, str, str]]:
    renderer = Renderer(library.folders("templates"))
    for length in loaded.workshop.lengths:
        for audience in loaded.workshop.audiences:
            tailored = tailor(loaded, Choice(length=length, audience=audience))
            for edition in EDITIONS.values():
                view = edition.view(tailored, Setting())
                if view is not None:
                    made = renderer.render(edition, view, "letter")
                    yield (
                        f"{edition.name}.{length}.{audience}",
                        edition.side,
                        made.text or made.print_html,
                        made.text or made.screen_html,
                        made.stylesheet,
                    )


def everything_in(pdf: bytes) -> str:
    """All that a PDF holds: objects and streams unpacked, metadata, and the text layer."""
    found = []
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for item in document.objects:
            if isinstance(item, pikepdf.Stream):
                found.append(item.read_bytes().decode("latin-1"))
            found.append(item.unparse(resolved=True).decode("latin-1"))
            found.extend(strings_of(item))
    with pypdfium2.PdfDocument(pdf) as document:
        found.extend(page.get_textpage().get_text_range() for page in document)
    return "\n".join(found)


def everything_in_word(html: str, press: Press, library: Library) -> str:
    """All that a Word document of a page holds: texts, names, properties, alternative texts."""
    return parts_of(make_word(html, "letter", library.bundled, press, library.roots).content)


def parts_of(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(archive.read(name).decode("latin-1") for name in archive.namelist())


def strings_of(item: pikepdf.Object, depth: int = 0) -> Iterator[str]:
    """All strings of an object, decoded (a title in UTF-16 hides a marker from a byte search)."""
    if isinstance(item, pikepdf.String):
        yield str(item)
    elif depth < 4 and isinstance(item, pikepdf.Array):
        for each in item:  # type: ignore[attr-defined]
            yield from strings_of(each, depth + 1)
    elif depth < 4 and isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        for key in item.keys():  # noqa: SIM118 - no mapping
            if key not in {"/Parent", "/P", "/Pg"}:
                yield from strings_of(item[key], depth + 1)


def test_no_marker_reaches_a_participants_page(project: Path) -> None:
    templates = Library(None, find_bundled())
    loaded, planter = load_planted(Library(None, project), "small")
    seen: set[str] = set()
    for name, side, print_html, screen_html, _ in documents(loaded, templates):
        if side is Side.INSTRUCTOR:
            seen.update(MARKER.findall(screen_html))
            continue
        assert MARKER.findall(screen_html) == [], name
        assert MARKER.findall(print_html) == [], name
    shown = {planter.planted[marker] for marker in seen}
    unseen = set(planter.planted.values()) - shown
    assert not unseen, "planted, but no instructor's document shows it"


@pytest.mark.slow
def test_no_marker_reaches_a_participants_file(project: Path) -> None:
    templates = Library(None, find_bundled())
    loaded, _ = load_planted(Library(None, project), "small")
    press = Press(templates.roots)
    for name, side, print_html, _, stylesheet in documents(loaded, templates):
        if side is Side.INSTRUCTOR:
            continue
        pdf = press.print(print_html, stylesheet, templates.bundled).pdf
        assert MARKER.findall(everything_in(pdf)) == [], name
        word = everything_in_word(print_html, press, templates)
        assert MARKER.findall(word) == [], name
        if name.startswith("slides."):
            assert MARKER.findall(parts_of(make_slides(print_html))) == [], name


@pytest.mark.slow
def test_the_search_would_find_a_marker(project: Path) -> None:
    templates = Library(None, find_bundled())
    loaded, _ = load_planted(Library(None, project), "small")
    guide = next(entry for entry in documents(loaded, templates) if entry[1] is Side.INSTRUCTOR)
    pdf = Press(templates.roots).print(guide[2], guide[4], templates.bundled).pdf
    assert len(set(MARKER.findall(everything_in(pdf)))) > 30
    noted = next(each for each in documents(loaded, templates) if "notes" in each[0])
    assert len(set(MARKER.findall(parts_of(make_slides(noted[2]))))) > 10
    word = everything_in_word(guide[2], Press(templates.roots), templates)
    assert len(set(MARKER.findall(word))) > 30


def test_markers_stand_in_every_field_marked_for_the_instructor(project: Path) -> None:
    _, planter = load_planted(Library(None, project), "small")
    planted = {place.split(".")[0] for place in planter.planted.values()}
    assert planted >= {
        "Workshop",
        "InstructorSide",
        "Step",
        "ScenarioNotes",
        "Material",
        "PreparationStage",
        "Room",
        "Adaptations",
        "Evaluation",
        "Disclosure",
        "Worksheet",
        "Role",
        "Vocabulary",
        "GlossaryEntry",
        "Checkpoint",
    }
    assert any(place.endswith("Block.expect") for place in planter.planted.values())


@pytest.mark.slow
def test_what_a_cohorts_file_says_to_the_instructor_stays_with_the_instructor(
    cohort: Callable[..., Path], project: Path
) -> None:
    """Notes, what differs, and every instructor's text that a cohort changes or adds."""
    marks = [f"Zq{number:04}qZ" for number in range(1, 10)]
    cohort(
        f"""
        leave_out: [improve]
        change:
          welcome: {{instructor: {{say: Hello {marks[0]}., watch_out: [{marks[1]}]}}}}
          needs-confidence: {{expect: {marks[2]}}}
          two-advisors: {{instructor: {{listen_for: [{marks[3]}], twist: {marks[4]}}}}}
          workshop: {{why: Because {marks[5]}., disclosure: {{instructor: Go {marks[6]}.}}}}
        add:
          - after: late-feedback
            used_in: cases
            scenario:
              id: own-case
              title: Ours
              themes: [time]
              questions: [What now?]
              versions: {{intern: Your mentor left., faculty: Your mentee left.}}
              instructor: {{listen_for: [{marks[7]}]}}
        """,
        sessions=f"- {{id: a, workshop: small, minutes: 38, notes: 'Key: {marks[8]}'}}",
    )
    library = find_library(project)
    (ready,) = sessions_of("group", (), library)
    occasion = ready.setting.occasion
    assert occasion
    assert occasion.differences
    renderer, press = Renderer(library.folders("templates")), Press(library.roots)
    shown: set[str] = set()
    for edition in EDITIONS.values():
        document = render(edition, ready, renderer)
        if document is None:
            continue
        made = document.rendered
        if edition.side is Side.INSTRUCTOR:
            shown.update(MARKER.findall(made.text or made.screen_html))
            continue
        if not edition.on_paper:
            assert MARKER.findall(made.text or made.screen_html) == [], edition.name
            continue
        pdf = press.print(made.print_html, made.stylesheet, library.bundled).pdf
        word = everything_in_word(made.print_html, press, library)
        for text in (made.screen_html, made.print_html, everything_in(pdf), word):
            assert MARKER.findall(text) == [], edition.name
            assert "Fitted to 38 minutes" not in text
            assert not any(each in text for each in occasion.differences), edition.name
    assert shown == set(marks)


@pytest.mark.slow
def test_a_contact_for_the_instructor_and_the_way_up_stay_with_the_instructor(
    cohort: Callable[..., Path], project: Path
) -> None:
    """Every text of such a contact, even where it is the only confidential one."""
    marks = [f"Zq{number:04}qZ" for number in range(1, 9)]
    role, purpose, name, phone, email, place, hours, step = marks
    cohort(
        head=f"""
        contacts:
          - role: Ombuds office
            for: a conflict with a mentor
            phone: 555-0142
            confidential: false
          - id: secret
            role: {role}
            for: {purpose}
            name: {name}
            phone: 555-0101 {phone}
            email: {email}@example.org
            place: {place}
            hours: {hours}
            confidential: true
            for_instructor: true
        escalation:
          - {{to: secret, do: {step}}}
        """
    )
    library = find_library(project)
    (ready,) = sessions_of("group", (), library)
    renderer, press = Renderer(library.folders("templates")), Press(library.roots)
    shown: set[str] = set()
    named: set[str] = set()
    for edition in EDITIONS.values():
        document = render(edition, ready, renderer)
        if document is None:
            continue
        made = document.rendered
        if edition.side is Side.INSTRUCTOR:
            shown.update(MARKER.findall(made.screen_html))
            continue
        if edition.screen_styles:
            assert MARKER.findall(made.screen_html) == [], edition.name
            continue
        pdf = press.print(made.print_html, made.stylesheet, library.bundled).pdf
        for text in (made.screen_html, made.print_html, everything_in(pdf)):
            assert MARKER.findall(text) == [], edition.name
        if "555-0142" in made.screen_html:
            named.add(edition.name)
    assert shown == set(marks)
    assert "worksheets" in named


def find_bundled() -> Path:
    return find_library(Path(__file__).parent).bundled
