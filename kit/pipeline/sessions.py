"""From a cohort's sessions to what can be rendered: read, changed, checked, tailored."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kit.checking import check
from kit.checking.cases_chosen import cases_chosen
from kit.checking.cases_named import cases_named
from kit.checking.closing import closing_left_out
from kit.checking.cohorts import check_cohort
from kit.checking.headcount import group_size, headcount
from kit.checking.mentors import mentors
from kit.checking.ordered import ordered
from kit.checking.stretched import stretched
from kit.checking.translations import check_translation
from kit.checking.wordings import wordings
from kit.editions.setting import Occasion, Setting
from kit.errors import KitError, Problem, Severity
from kit.pipeline.beside_mistakes import beside_choice, beside_in_session, certain_in_cohort
from kit.pipeline.changed_when import changed_when
from kit.pipeline.course import course_of, place_in_series
from kit.pipeline.left_out import by_leaving_out, told_of_cases, with_works_cited
from kit.pipeline.ready import Ready, stopping
from kit.pipeline.records.kept_usual import beneath_problems, keep_usual, usual_file
from kit.pipeline.roster_in_git import roster_in_git
from kit.pipeline.seating_plan import case_problems, people_of, roster_of, tables_now
from kit.pipeline.sessions_asked import sessions_asked_for, unknown_session
from kit.reading.cohort import LoadedCohort, load_cohort
from kit.reading.logo import read_logo
from kit.reading.sound_cohort import load_sound_cohort
from kit.reading.words import Words
from kit.tailoring.contacts import contacts_told
from kit.tailoring.differences import differences
from kit.tailoring.patching.watched_choices import watched_minutes
from kit.tailoring.session import LoadedSession, load_session
from kit.tailoring.tailor import tailor

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from kit.definitions.cohort import Session
    from kit.library import Library
    from kit.pipeline.course import Course
    from kit.pipeline.ready import Prepared
    from kit.pipeline.request import Request
    from kit.reading.sound_cohort import SoundCohort
    from kit.tailoring.tailor import TailoredWorkshop


def cohort_problems(name: str, library: Library, today: date | None = None) -> tuple[Problem, ...]:
    """Hold a cohort and each of its sessions against the rules; dates also against `today`.

    Where part of its file cannot be read, what is sound is held against them all the same.
    """
    cohort, problems = load_cohort(library, name)
    if cohort is None:
        sound = load_sound_cohort(library, name)
        return (*problems, *(_beside(sound, library, today) if sound else ()))
    found = [*problems, *_of_cohort(cohort, library, today), *roster_in_git(cohort, library)]
    course = course_of(cohort, library)
    for session in cohort.cohort.sessions:
        found += prepare_session(library, cohort, session, course)[1]
    return tuple(found)


def _beside(sound: SoundCohort, library: Library, today: date | None) -> tuple[Problem, ...]:
    """Find the problems beside those for which a cohort's file cannot be read."""
    cohort = sound.cohort
    found = list(check_cohort(cohort, library, today))
    roster, told = people_of(cohort, library)
    found += (*told, *headcount(cohort, roster), *mentors(cohort, roster))
    found += roster_in_git(cohort, library)
    course = course_of(cohort, library)
    for number, session in enumerate(cohort.cohort.sessions):
        unsure = sound.unsure(number)
        if not sound.is_named(number):
            continue
        if unsure:
            found += load_session(library, cohort, session)[1]
            found += beside_in_session(library, cohort, session, unsure, sound.names)
        else:
            found += prepare_session(library, cohort, session, course)[1]
    return tuple(certain_in_cohort(sound, found))


def cohort_of(name: str, library: Library) -> LoadedCohort:
    """Read the cohort of a name that may have a session behind it.

    Raises:
        KitError: it cannot be read; with all that is wrong beside this.
    """
    cohort, _ = load_cohort(library, name.partition("/")[0])
    if cohort is None:
        problems = cohort_problems(name.partition("/")[0], library)
        raise KitError(stopping(problems, strict=False))
    return cohort


def sessions_of(name: str, workshops: Sequence[str], library: Library) -> tuple[Ready, ...]:
    """Make the sessions of a cohort ready, of some workshops or of all.

    Raises:
        KitError: it cannot be read, a session of it cannot be made, or none is of these workshops.
    """
    cohort = cohort_of(name, library)
    if stopping(_of_cohort(cohort, library), strict=False):
        raise KitError(stopping(cohort_problems(cohort.name, library), strict=False))
    course = course_of(cohort, library)
    ready: list[Ready] = []
    found: list[Problem] = []
    for session in sessions_asked_for(name, cohort, workshops):
        made, noted = prepare_session(library, cohort, session, course)
        if made is None:
            found += noted
        else:
            ready.append(made)
    if found:
        raise KitError(found)
    return tuple(ready)


def prepare_sessions(
    names: Sequence[str], request: Request, library: Library, prepared: Prepared
) -> None:
    """Add sessions, each named `cohort/session`, to what can be made."""
    cohorts: dict[str, LoadedCohort | None] = {}
    courses: dict[str, Course] = {}
    stops: dict[str, tuple[Problem, ...]] = {}
    for name in names:
        cohort_name, _, session_id = name.partition("/")
        if cohort_name not in cohorts:
            cohort, problems = load_cohort(library, cohort_name)
            cohorts[cohort_name] = cohort
            told = problems if cohort is None else _of_cohort(cohort, library)
            if stopping(told, strict=request.strict):
                told = cohort_problems(cohort_name, library)
            prepared.found += told
            stops[cohort_name] = stopping(told, strict=request.strict)
        cohort = cohorts[cohort_name]
        if cohort_name not in library.cohort_names():
            prepared.misfits.append(cohort_name)
            continue
        if cohort is None or stops[cohort_name]:
            prepared.mistakes[cohort_name] = stops[cohort_name]
            continue
        session = cohort.session(session_id)
        if session is None:
            prepared.found.append(unknown_session(cohort, session_id))
            prepared.misfits.append(name)
            continue
        if cohort_name not in courses:
            courses[cohort_name] = course_of(cohort, library)
        ready, problems = prepare_session(
            library, cohort, session, courses[cohort_name], strict=request.strict
        )
        prepared.found += problems
        if ready is None:
            prepared.mistakes[name] = problems
        else:
            if ready.session:
                # Before digests are taken: what is noted is among the sources.
                prepared.found += keep_usual(library, [ready.session])
            setting = replace(ready.setting, large=request.large, fillable=request.fillable)
            prepared.ready.append(replace(ready, setting=setting))


def _of_cohort(
    cohort: LoadedCohort, library: Library, today: date | None = None
) -> tuple[Problem, ...]:
    """Hold a cohort against the rules that are about no one session: of its file, of its people."""
    roster, found = people_of(cohort, library)
    told = (*check_cohort(cohort, library, today), *found, *headcount(cohort, roster))
    return (*told, *mentors(cohort, roster))


def prepare_session(
    library: Library,
    cohort: LoadedCohort,
    session: Session,
    course: Course | None = None,
    *,
    strict: bool = False,
) -> tuple[Ready | None, tuple[Problem, ...]]:
    """Make one session ready, or say what keeps it from being made.

    `course` is the series that it is of, as its documents list it.
    """
    loaded, problems = load_session(library, cohort, session)
    if loaded is None:
        every = (*problems, *beside_in_session(library, cohort, session))
        return None, tuple(dict.fromkeys(every))
    loaded = with_works_cited(loaded)
    course = course or course_of(cohort, library)
    loaded = replace(loaded, stages=course.stages_at(loaded))
    blame, before = loaded.blame, check(loaded.plain)
    noted = blame.new(check(loaded.loaded), before)
    # What could be better in the workshop is told with the workshop.
    told = tuple(each for each in noted if each not in before or each.severity is Severity.ERROR)
    told += tuple(wordings(loaded))
    try:
        ready = _ready(loaded, course, library)
    except KitError as error:
        told += tuple(blame.choice(each) for each in error.problems)
        return None, (*told, *beside_choice(loaded))
    told += check_translation(loaded.translated) if loaded.translated else ()
    told = tuple(closing_left_out(told, loaded, ready.tailored.length))
    told = tuple(cases_chosen(told, cohort, session, loaded.plain, ready.tailored))
    minutes = {each.activity.id: each.minutes for each in ready.tailored.agenda}
    fitted = watched_minutes(cohort, session, loaded.plain, minutes)
    loaded = replace(loaded, beneath=(*loaded.beneath, *fitted))
    told += (*ordered(loaded, ready.tailored), *_named_elsewhere(loaded, ready))
    minutes_at = cohort.place("sessions", loaded.number - 1, "minutes")
    told += (*stretched(ready.tailored, minutes_at), *beneath_problems(library, loaded))
    group, people = ready.tailored.workshop.group, ready.setting.participants
    told += tuple(group_size(cohort, loaded.number - 1, group, people))
    if roster := roster_of(cohort, library)[0]:
        told += case_problems(loaded.name, ready.tailored, cohort, roster.people, library)
    ready = replace(ready, warnings=len(told), session=loaded)
    return (None if stopping(told, strict=strict) else ready), told


def _named_elsewhere(session: LoadedSession, ready: Ready) -> Iterator[Problem]:
    if by_leaving_out(session):
        return iter(())
    changes = ("workshops", session.session.workshop)
    where = session.cohort.place(*changes, "scenarios")
    return cases_named(session.loaded, session.plain, ready.tailored, where)


def _at_tables(tailored: TailoredWorkshop, at_table: int) -> TailoredWorkshop:
    """Count tables as those on the roster are seated, so that no plan of the room says another."""
    group = tailored.workshop.group.model_copy(update={"at_table": max(2, at_table)})
    return replace(tailored, workshop=tailored.workshop.model_copy(update={"group": group}))


def _ready(session: LoadedSession, course: Course, library: Library) -> Ready:
    # What is wrong with the logo is told with the cohort, and stops its sessions.
    logo, _ = read_logo(session.cohort, library)
    tailored = tailor(session.loaded, session.choice)
    cohort = session.cohort.cohort
    own = session.session
    roster, _ = roster_of(session.cohort, library)
    people = roster.people if roster else ()
    if people:
        tables = len(tables_now(session.name, tailored, session.cohort, people, library))
        tailored = _at_tables(tailored, -(-len(people) // max(1, tables)))
    words = Words(tailored.workshop.language, library.folders("templates"))
    setting = Setting(
        words=words,
        run=session.name,
        form_address=own.form_address or cohort.form_address or "",
        follow_up_address=own.follow_up_address or cohort.follow_up_address or "",
        start=own.start or cohort.start,
        paper="a4" if cohort.paper == "a4" else "letter",
        large_readers=sum(person.large_print for person in people) or 1,
        participants=own.participants or cohort.participants or (len(people) if people else None),
        occasion=Occasion(
            session=session.name,
            changed=changed_when(session.cohort.source.path),
            cohort=cohort.title,
            institution=cohort.institution,
            date=own.date,
            time_zone=own.time_zone or cohort.time_zone,
            place=own.place or cohort.place,
            instructors=own.instructors or cohort.instructors,
            series=place_in_series(session, words),
            number=session.number,
            course=course.lines,
            course_title=cohort.course_title,
            logo=logo,
            notes=own.notes,
            differences=(
                *differences(session.plain, session.loaded, tailored, words),
                *told_of_cases(session, tailored, words),
                *contacts_told(cohort, words),
            ),
            certificate=cohort.certificate,
            program=course.program_of(session),
            contacts=cohort.contacts,
            escalation=cohort.escalation,
        ),
    )
    sources = dict.fromkeys(source.path for source in session.loaded.sources)
    if session.translated:
        sources |= dict.fromkeys(session.translated.files_read(library))
    sources |= dict.fromkeys(course.sources)
    if cohort.roster:
        sources[session.cohort.source.path.parent / cohort.roster] = None
    if logo:
        sources[logo.path] = None
    if noted := usual_file(library, session.cohort.name):
        sources[noted] = None
    base = session.loaded.source.path.parent
    return Ready(session.name, tailored, setting, base, tuple(sources), 0, session)
