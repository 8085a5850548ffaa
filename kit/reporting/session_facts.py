"""What is known of a session besides its answers: when, with whom, how many, how long."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.pipeline.documents import prepare
from kit.pipeline.records.records_folder import SESSIONS, records_folder
from kit.pipeline.records.session_records import load_record
from kit.pipeline.request import Request

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kit.definitions.session_record import SessionRecord
    from kit.instrument.description import FormDescription
    from kit.library import Library
    from kit.pipeline.ready import Ready

_FOLLOW_UP: Final = "-follow-up"
_NAMED: Final = re.compile(r"[a-z0-9][a-z0-9-]*/[a-z0-9][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class ActivityTime:
    """The minutes of an activity: planned, and really taken where somebody wrote them down."""

    title: str
    planned: int
    taken: int | None = None


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """One session. `name` is `cohort/session`, or the workshop's where it had no cohort.

    Numbers of people are None where nobody recorded them; texts are empty where nothing is known.
    `program` says that it is a part of one. `defined` is false where its definitions are gone: what
    is known then comes from its form alone.
    """

    name: str
    workshop: str
    title: str
    cohort: str = ""
    cohort_title: str = ""
    institution: str = ""
    series: str = ""
    program: bool = False
    date: str = ""
    minutes: int = 0
    instructors: tuple[str, ...] = ()
    invited: int | None = None
    attended: int | None = None
    activities: tuple[ActivityTime, ...] = ()
    debrief: tuple[tuple[str, str], ...] = ()
    defined: bool = True


def recorded_sessions(library: Library) -> dict[str, SessionRecord]:
    """Read the records of all sessions of the project, by `cohort/session`.

    Raises:
        KitError: there is no project, or one of them cannot be read.
    """
    folder = records_folder(library) / SESSIONS
    found: dict[str, SessionRecord] = {}
    for path in sorted(folder.glob("*/*.json")):
        name = f"{path.parent.name}/{path.stem}"
        record = (
            load_record(library, path.parent.name, path.stem) if _NAMED.fullmatch(name) else None
        )
        if record is not None:
            found[name] = record
    return found


def facts_of(
    library: Library,
    names: Sequence[str],
    forms: Mapping[str, FormDescription],
    records: Mapping[str, SessionRecord],
) -> tuple[SessionFacts, ...]:
    """Say what is known of sessions, by their forms where their definitions are gone."""
    known = [name for name in names if library.exists(name)]
    ready = {each.name: each for each in prepare(known, Request(), library).ready}
    return tuple(
        _facts(name, ready.get(name), forms.get(name), records.get(name)) for name in names
    )


def _facts(
    name: str, ready: Ready | None, form: FormDescription | None, record: SessionRecord | None
) -> SessionFacts:
    cohort = name.partition("/")[0] if "/" in name else ""
    invited = record.invited.count if record and record.invited else None
    attended = record.attended.count if record and record.attended else None
    debrief = tuple((each.question, each.answer) for each in record.debrief) if record else ()
    if ready is None:
        return SessionFacts(
            name=name,
            workshop=workshop_of(form) if form else "",
            title=form.title if form else name,
            cohort=cohort,
            cohort_title=cohort,
            invited=invited,
            attended=attended,
            debrief=debrief,
            defined=False,
        )
    tailored, occasion = ready.tailored, ready.setting.occasion
    minutes = record.minutes if record else {}
    series = tailored.workshop.series
    return SessionFacts(
        name=name,
        workshop=tailored.name,
        title=tailored.workshop.title,
        cohort=cohort,
        cohort_title=occasion.cohort if occasion else "",
        institution=(occasion.institution or "") if occasion else "",
        series=(occasion.course_title if occasion else "") or (series.title if series else ""),
        program=bool(occasion and occasion.program),
        date=(occasion.date or "") if occasion else "",
        minutes=tailored.minutes,
        instructors=occasion.instructors if occasion else (),
        invited=invited,
        attended=attended,
        activities=tuple(
            ActivityTime(timed.activity.title, timed.minutes, minutes.get(timed.activity.id))
            for timed in tailored.agenda
        ),
        debrief=debrief,
    )


def workshop_of(form: FormDescription) -> str:
    """Name the workshop that a form is of; one kept before forms said so has it in its id."""
    return form.workshop or form.form.removesuffix(_FOLLOW_UP)
