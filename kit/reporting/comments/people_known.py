"""Whose names may stand in comments: the people whom a project knows of, as far as it can be read.

Names are sought in many files, some of them half written or broken: from these, what can be read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from kit.errors import KitError, Problem
from kit.library import resolve_within
from kit.pipeline.records.session_records import load_record
from kit.pipeline.records.written_people import roster_file
from kit.reading.plain_name import without_marks
from kit.reading.roster import read_roster
from kit.reading.roster_cells import clean, is_title, turned_round, without_degrees
from kit.reading.yaml_source import read_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from kit.definitions.session_record import SessionRecord
    from kit.library import Library
    from kit.reporting.gathering import Gathered

_REFUSAL: Final = Problem("outside-project", "A roster that leads out of the project is not read.")


@dataclass(frozen=True, slots=True)
class PeopleKnown:
    """Names of people, and `allowed` titles and places, which are nobody's name."""

    names: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()


def people_known(
    library: Library, gathered: Gathered, records: Mapping[str, SessionRecord] | None = None
) -> PeopleKnown:
    """Give the people of the sessions of a report. `records` are those that lie in no project."""
    names: list[str] = []
    allowed: list[str] = [form.title for form in gathered.forms]
    for each in gathered.sessions:
        names += each.instructors
        allowed += (each.title, each.cohort_title, each.institution, each.series)
        allowed += (activity.title for activity in each.activities)
        record = (records or {}).get(each.name) or _record(library, each.name)
        names += record.names if record else ()
    for cohort in dict.fromkeys(each.cohort for each in gathered.sessions if each.cohort):
        data = _written(library, cohort)
        names += (*_on_roster(library, cohort), *_in_file(data))
        allowed += _places(data)
    spelled = dict.fromkeys(form for name in names for form in _spellings(name))
    return PeopleKnown(tuple(spelled), tuple(dict.fromkeys(filter(None, allowed))))


def _spellings(name: str) -> Iterator[str]:
    """Give a name without titles and degrees, in the order in which it is said; then unmarked."""
    text = clean(name)[0]
    bare = without_degrees(turned_round(text) or text)
    said = " ".join(word for word in bare.split() if not is_title(word)) or bare
    if not said:
        return
    yield said
    # Letter by letter, so that capitals stay where they are.
    unmarked = "".join(
        plain.title() if letter.isupper() else plain
        for letter in said
        for plain in [without_marks(letter)]
    )
    if unmarked != said:
        yield unmarked


def _on_roster(library: Library, cohort: str) -> Iterator[str]:
    """Give the people on a roster, and their mentors, who need not be on it themselves."""
    path = roster_file(library, cohort)
    if path is None:
        return
    try:
        inside = resolve_within(path, library.roots, _REFUSAL)
    except KitError:
        return
    if inside.is_file() and (roster := read_roster(inside, library.shown(inside))[0]):
        for person in roster.people:
            yield from filter(None, (person.name, person.senior_mentor, person.peer_mentor))


def _in_file(data: Mapping[str, Any]) -> Iterator[str]:
    """Give the names in a cohort's file: who leads, whom to turn to, who signs, who sits apart."""
    yield from _texts(data.get("instructors"))
    for session in _entries(data.get("sessions")):
        yield from _texts(session.get("instructors"))
    for contact in _entries(data.get("contacts")):
        yield from _texts(contact.get("name"))
    certificate = data.get("certificate")
    if isinstance(certificate, dict):
        for signature in _entries(certificate.get("signatures")):
            yield from _texts(signature.get("name"))
    tables = data.get("tables")
    for apart in _entries(tables.get("apart") if isinstance(tables, dict) else None):
        if "by" not in apart:
            both = (*_texts(apart.get("one")), *_texts(apart.get("other")))
            yield from (each for each in both if "@" not in each)


def _places(data: Mapping[str, Any]) -> Iterator[str]:
    yield from (*_texts(data.get("title")), *_texts(data.get("institution")))
    yield from _texts(data.get("place"))
    for part in ("contacts", "sessions"):
        for each in _entries(data.get(part)):
            yield from (*_texts(each.get("role")), *_texts(each.get("place")))
    terms = data.get("terms")
    if isinstance(terms, dict):
        for name, words in terms.items():
            if name != "safe_contact":  # which may be a person
                yield from _texts(words)


def _texts(value: Any) -> Iterator[str]:
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, str):
            yield each


def _entries(value: Any) -> Iterator[Mapping[str, Any]]:
    for each in value if isinstance(value, list) else []:
        if isinstance(each, dict):
            yield each


def _written(library: Library, cohort: str) -> Mapping[str, Any]:
    """Read what a cohort's file holds, right or not; nothing where it cannot be read."""
    try:
        path: Path = library.cohort_file(cohort)
        data: Any = read_source(path, library.shown(path)).data
    except KitError:
        return {}
    return data if isinstance(data, dict) else {}


def _record(library: Library, session: str) -> SessionRecord | None:
    cohort, slash, name = session.partition("/")
    if not slash or library.project is None:
        return None
    try:
        return load_record(library, cohort, name)
    except KitError:
        return None
