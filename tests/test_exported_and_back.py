"""A form goes to another system, is answered there, and comes back: answers are as they were given.

The other systems are acted (`acting_systems.py`, with their sources); writing, reading and keeping
are the kit's own.
"""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kit.answers.store import Store
from kit.collecting.current_form import current_questionnaire
from kit.collecting.table import Choices, read_answer_table
from kit.collecting.table_form import Asked
from kit.errors import Severity
from kit.exchange.systems.formats import FORMATS
from kit.library import Library, find_library

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from kit.answers.response import Response
    from kit.exchange.questionnaire import Questionnaire
    from kit.instrument.description import FormDescription

ACT = runpy.run_path(str(Path(__file__).with_name("acting_systems.py")))
Given = ACT["Given"]

LONG = "will-speak-with-somebody-about-what-i-wrote-down-here-today"
ORDER = (
    *("can-respond", "mentoring-improved", "time-well-spent", LONG),
    *("knows-gap.before", "writes-request.before", "knows-gap.now", "writes-request.now"),
    *("recommend", "pace", "pace.other", "meetings", "most-useful", "most-useful.other"),
    *("one-change.what", "one-change.with-whom", "one-change.by-when", "improve", "own-code"),
)
"""What the form asks, in the order in which it does."""
MORE = f"""\
    - id: pace
      kind: choice
      text: 'The pace, “all in all”, was'
      options: [too slow, 'about right, really', too fast]
      other: true
    - id: meetings
      kind: choice
      text: How many meetings did you have?
      options: [none, '1', '2', 3 or more]
    - id: {LONG}
      kind: scale
      text: 'It’s *naïve*, 5 < 6, <b>bold</b> & [[Block:x]] {{sid}} ${{e://x}} a | b \\ "café" ¿no?'
    - id: most-useful
"""
FIRST = {
    "can-respond": ("4",),
    "mentoring-improved": ("5",),
    "time-well-spent": ("1",),
    LONG: ("2",),
    "knows-gap.before": ("1",),
    "writes-request.before": ("2",),
    "knows-gap.now": ("4",),
    "writes-request.now": ("3",),
    "recommend": ("10",),
    "most-useful": ("1", "3"),
    "pace": ("2",),
    "meetings": ("3",),
    "one-change.what": ("Ask, twice",),
    "one-change.with-whom": ("a senior",),
    "one-change.by-when": ("May",),
    "improve": ('Más; "sí"\nand, well, =1+1',),
    "own-code": ("A1B2C3D4",),
}
SECOND = {
    "can-respond": ("na",),
    "mentoring-improved": ("na",),
    "knows-gap.before": ("2",),
    "knows-gap.now": ("2",),
    "recommend": ("0",),
    "most-useful": ("2", "other"),
    "most-useful.other": ("lunch & café",),
    "pace": ("other",),
    "pace.other": ("uneven, at times",),
    "meetings": ("2",),
    "improve": ("=1+1 'quoted'",),
}
THIRD = {"meetings": ("4",), "pace": ("1",), "recommend": ("7",), LONG: ("na",)}
SPANISH = "mentee-driven-relationship"
"""A bundled workshop that is translated."""
PEOPLE = (FIRST, SECOND, THIRD)


@pytest.fixture
def library(project: Path) -> Library:
    """The example project, its form grown by every kind of question and by words that bite."""
    path = project / "workshops" / "small.yaml"
    text = path.read_text(encoding="utf-8")
    for old, new in (
        ("core: [mentoring-improved, recommend]", f"core: [{', '.join(CORE)}]"),
        ("    - id: most-useful\n", MORE),
        ("options: [the map, the talk in pairs,", "options: [the map, 'the talk, in pairs',"),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return find_library(project)


CORE = ("mentoring-improved", "time-well-spent", "recommend", "own-code")


def as_seen(
    form: FormDescription, order: Sequence[str], answers: Mapping[str, Sequence[str]]
) -> list[Any]:
    """Give one person's answers by their places in what is shown."""
    given = []
    for key in order:
        field, values = form.field(key), answers.get(key, ())
        assert field
        if field.kind == "text":
            given.append(Given(words="".join(values)))
        else:
            places = tuple(field.values.index(value) for value in values)
            given.append(Given(places, other="".join(answers.get(f"{key}.other", ()))))
    return given


def came_back(
    library: Library, folder: Path, exported: tuple[str, bytes], asked: Asked
) -> list[Response]:
    """Take an export in as `kit collect table` does, and look into the store."""
    name, content = exported
    path = folder / name
    path.write_bytes(content)
    table = read_answer_table(library, path, name, Choices(asked))
    assert [str(each) for each in table.problems if each.severity is Severity.ERROR] == []
    assert (table.strange, table.doubt) == ((), None)
    with Store.at(folder / "answers.db") as store:
        store.add(table.responses)
        kept = {each.response.original: each.response for each in store.responses()}
    return [kept[each.original] for each in table.responses]


def said(response: Response) -> dict[str, tuple[str, ...]]:
    return {each.field: each.values for each in response.answers if each.values}


def sent(asked: Questionnaire, name: str) -> bytes:
    return FORMATS[name].write(asked)


Way = tuple[str, dict[str, Any]]
WAYS: list[Way] = [
    *(("redcap", {"labels": labels}) for labels in (False, True)),
    *(("redcap-dictionary", {"labels": labels}) for labels in (False, True)),
    *(("qualtrics", {"labels": a, "split": b}) for a in (False, True) for b in (False, True)),
    *(
        ("limesurvey", {"heads": heads, "full": full})
        for heads in ("codes", "expressions", "words", "both")
        for full in (False, True)
    ),
    ("google-forms", {}),
    ("microsoft-forms", {}),
]


def acted(asked: Questionnaire, way: Way, people: Sequence[Sequence[Any]]) -> tuple[str, bytes]:
    """Let the system take the file, be answered, and export."""
    name, how = way
    content = sent(asked, name)
    system = {"redcap-dictionary": "redcap"}.get(name, name).replace("-", "_")
    system = system.replace("limesurvey", "lime_survey")
    reads: Callable[..., list[Any]] = ACT[f"{system}_reads"]
    extra: dict[str, Any] = {}
    if system == "redcap":
        extra = {"packed": name == "redcap"}
    elif system == "microsoft_forms":
        extra = {"several": ["What was most useful to you?"]}
    seen = reads(content, **extra)
    assert len(seen) == len(people[0])
    exported: tuple[str, bytes] = ACT[f"{system}_exports"](seen, people, **how)
    return exported


@pytest.mark.parametrize(
    "way", WAYS, ids=lambda way: "-".join([way[0], *map(str, way[1].values())])
)
def test_every_answer_comes_back_as_it_was_given(
    library: Library, tmp_path: Path, way: Way
) -> None:
    asked = current_questionnaire(library, "small", "end")
    people = [as_seen(asked.form, ORDER, each) for each in PEOPLE]
    exported = acted(asked, way, people)
    responses = came_back(library, tmp_path, exported, Asked("small"))
    assert [said(each) for each in responses] == [*PEOPLE]
    assert {each.form.version for each in responses} == {asked.form.version}


@pytest.mark.parametrize(
    "way", WAYS, ids=lambda way: "-".join([way[0], *map(str, way[1].values())])
)
def test_so_does_the_form_that_is_sent_months_later(
    library: Library, tmp_path: Path, way: Way
) -> None:
    asked = current_questionnaire(library, "small", "follow-up")
    order = [each.field.key for block in asked.blocks for each in block.asked]
    answers = {"relationship-changed": ("2",), "request-sent": ("3",), "request-story": ("¡Sí!",)}
    exported = acted(asked, way, [as_seen(asked.form, order, answers)])
    (response,) = came_back(library, tmp_path, exported, Asked("small", follow_up=True))
    assert said(response) == answers


BY_WORDS: tuple[dict[str, Any], ...] = ({}, {"labels": True}, {"heads": "words", "full": True})


@pytest.mark.parametrize(
    "way", [each for each in WAYS if each[1] in BY_WORDS], ids=lambda way: way[0]
)
def test_words_in_spanish_find_back(project: Path, tmp_path: Path, way: Way) -> None:
    library = find_library(project)
    asked = current_questionnaire(library, SPANISH, "end", language="es")
    order = [each.field.key for block in asked.blocks for each in block.asked]
    answers = {}
    for at, key in enumerate(order):
        field = asked.form.field(key)
        assert field
        answers[key] = (field.values[at % len(field.values)] if field.values else f"año {at}",)
    exported = acted(asked, way, [as_seen(asked.form, order, answers)])
    (response,) = came_back(library, tmp_path, exported, Asked(SPANISH, language="es"))
    assert said(response) == answers


def test_nothing_about_people_comes_back_from_qualtrics(library: Library, tmp_path: Path) -> None:
    asked = current_questionnaire(library, "small", "end")
    people = [as_seen(asked.form, ORDER, FIRST)]
    exported = acted(asked, ("qualtrics", {"labels": True, "split": False}), people)
    assert b"203.0.113.1" in exported[1]
    assert b"ana@example.org" in exported[1]
    (response,) = came_back(library, tmp_path, exported, Asked("small"))
    kept = (tmp_path / "answers.db").read_bytes() + repr(response).encode()
    for trace in (b"203.0.113", b"example.org", b"Diaz", b"39.7", b"105.0", b"R_1abc", b"ext-7"):
        assert trace not in kept


def test_rewording_a_question_elsewhere_does_no_harm_where_names_are_kept(
    library: Library, tmp_path: Path
) -> None:
    asked = current_questionnaire(library, "small", "end")
    people = [as_seen(asked.form, ORDER, FIRST)]
    for way in (
        ("redcap", {"labels": False}),
        ("qualtrics", {"labels": False, "split": False}),
        ("limesurvey", {"heads": "codes", "full": False}),
    ):
        name, content = acted(asked, way, people)
        text = content.decode("utf-8").replace("I can name a need", "We have a gap")
        (response,) = came_back(library, tmp_path, (name, text.encode()), Asked("small"))
        assert said(response) == FIRST
