"""What else is wrong in a cohort or a session with a mistake: all is told at once.

What can be read is held against every rule, and what may come only from the mistake is left out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kit.checking import check
from kit.checking.bearing import OF_A_COHORT, OF_A_WORKSHOP
from kit.checking.beside import check_sound
from kit.checking.certain import certain
from kit.checking.ordered import ordered
from kit.checking.wordings import wordings
from kit.errors import KitError, Severity
from kit.pipeline.left_out import with_works_cited
from kit.reading.sound_cohort import ANYTHING
from kit.tailoring.sound_session import load_sound_session
from kit.tailoring.tailor import tailor

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from kit.definitions.cohort import Session
    from kit.errors import Problem
    from kit.library import Library
    from kit.reading.cohort import LoadedCohort
    from kit.reading.path import Location
    from kit.reading.sound_cohort import SoundCohort
    from kit.tailoring.session import LoadedSession


_OF_THE_LANGUAGE: Final = ("hard-to-read", "long-sentence")
"""What is said of a text only in the language that it is written in."""


def beside_in_session(
    library: Library,
    cohort: LoadedCohort,
    session: Session,
    unsure: Collection[Location] = (),
    names: Collection[str] = (),
) -> tuple[Problem, ...]:
    """Hold a session that cannot be made against the rules of workshops, as far as it is certain.

    See `load_sound_session` for `unsure` and `names`.
    """
    sound = load_sound_session(library, cohort, session, unsure, names)
    if sound is None:
        return ()
    if sound.on_mistakes:
        # What is wrong in the workshop is told with it.
        read = replace(sound.sound, loaded=sound.session.loaded)
        found = (*sound.changes, *check_sound(read))
        return tuple(
            each for each in found if _is_in(each, cohort) and each.code not in _OF_THE_LANGUAGE
        )
    made = with_works_cited(sound.session)
    before = check(made.plain)
    noted = made.blame.new(check_sound(replace(sound.sound, loaded=made.loaded)), before)
    new = [each for each in noted if each not in before or each.severity is Severity.ERROR]
    if not any("audiences" in place or place == ANYTHING for place in unsure):
        new += wordings(made)
    of_length = beside_choice(made)
    gone, own = sound.sound.gone, sound.sound.loaded.source
    new += certain(of_length, own, gone, sound.sound.names, OF_A_WORKSHOP)
    return tuple(new)


def _is_in(problem: Problem, cohort: LoadedCohort) -> bool:
    return problem.where is not None and problem.where.file == cohort.source.shown


def beside_choice(session: LoadedSession) -> tuple[Problem, ...]:
    """Find what depends on the length of a session alone, whoever it is for and whatever the roles.

    Nothing is found where the length itself is not there.
    """
    own = session.cohort.cohort.model_copy(update={"audience": None})
    anybody = replace(
        session,
        session=session.session.model_copy(update={"roles": None}),
        cohort=replace(session.cohort, cohort=own),
    )
    try:
        tailored = tailor(anybody.loaded, anybody.choice)
    except KitError as error:
        found = [each for each in error.problems if each.code == "minutes-do-not-fit"]
        return tuple(session.blame.choice(each) for each in found)
    return tuple(ordered(anybody, tailored))


def certain_in_cohort(sound: SoundCohort, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Leave out the problems that may come only from what cannot be read of a cohort's file."""
    source = sound.cohort.source
    bearing = OF_A_WORKSHOP | OF_A_COHORT
    for problem in problems:
        if problem.where is not None and problem.where.file != source.shown:
            yield problem
        else:
            yield from certain([problem], source, sound.gone, sound.names, bearing)
