"""A session of a cohort: its workshop with the cohort's changes, and what is chosen for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from kit.errors import KitError, Problem
from kit.reading.shared import SharedFiles
from kit.reading.translated import TranslatedWorkshop, load_translated
from kit.reading.workshop import load_with
from kit.suggestion import did_you_mean, nearest
from kit.tailoring.case_choice import chosen_cases
from kit.tailoring.choice import Choice, chosen, wording_for
from kit.tailoring.contacts import words_of
from kit.tailoring.patching.blame import Blame
from kit.tailoring.patching.companions import may_leave
from kit.tailoring.patching.holders import holders
from kit.tailoring.patching.patch import WORKSHOP, Patch
from kit.tailoring.patching.watched_choices import watched_choices
from kit.tailoring.retiming.retime import nearest_length

if TYPE_CHECKING:
    from kit.definitions.cohort import Session
    from kit.definitions.stage import Stage
    from kit.library import Library
    from kit.reading.cohort import LoadedCohort
    from kit.reading.workshop import LoadedWorkshop
    from kit.tailoring.patching.beneath import Beneath

_WORKSHOPS: Final = "workshops"
_OFFERED: Final = ("lengths", "audiences", "roles")


@dataclass(frozen=True)
class LoadedSession:
    """A session with its workshop as this cohort gets it, before length and words are applied.

    `plain` is the workshop as it was written; `loaded` has the cohort's changes in it, each at its
    place in the cohort's file. `beneath` is what these changes go by. `stages` are those of the
    program, where the session is a check-point of it.
    """

    name: str
    cohort: LoadedCohort
    session: Session
    number: int
    plain: LoadedWorkshop
    loaded: LoadedWorkshop
    beneath: tuple[Beneath, ...] = ()
    translated: TranslatedWorkshop | None = None
    stages: tuple[Stage, ...] = ()

    @property
    def choice(self) -> Choice:
        """What is chosen for it: length or minutes, audience, roles, words, an order."""
        declared = self.loaded.all_terms
        changes = self.cohort.cohort.workshops.get(self.session.workshop)
        return Choice(
            length=self.session.length,
            minutes=self.session.minutes,
            held=self._with_minutes_of_their_own,
            audience=self.cohort.cohort.audience,
            roles=_roles(self.loaded, self.cohort, self.session),
            linking=self.cohort.cohort.linking,
            terms={
                name: words
                for name, words in words_of(self.cohort.cohort).items()
                if name in declared
            },
            order=changes.order if changes else (),
            stages=self.stages,
        )

    @property
    def _with_minutes_of_their_own(self) -> frozenset[str]:
        """Which activities the cohort gives minutes: fitting the others takes none of these."""
        changes = self.cohort.cohort.workshops.get(self.session.workshop)
        change = changes.change if changes else {}
        return frozenset(name for name, fields in change.items() if "minutes" in fields)

    @property
    def blame(self) -> Blame:
        """Tells what in the cohort's file a problem comes from."""
        audiences = self.loaded.workshop.audiences
        return Blame(
            cohort=self.cohort,
            number=self.number - 1,
            lengths=tuple(self.loaded.workshop.lengths),
            length=_length(self.loaded, self.session),
            fitted=self.session.minutes is not None,
            wordings=tuple(audiences),
            wording=_wording(self.plain, self.cohort),
        )


@dataclass(frozen=True)
class Attempt:
    """What a session is made of: its workshop, and a cohort's changes that are not yet in it.

    `files` are read with the changes in them, once. `problems` are those of the cases' choice.
    """

    translated: TranslatedWorkshop
    number: int
    cases: tuple[str, ...] | None
    meant: dict[str, str]
    patch: Patch
    files: SharedFiles
    problems: tuple[Problem, ...]

    @property
    def plain(self) -> LoadedWorkshop:
        """The workshop without the changes, in the session's language."""
        return self.translated.loaded

    def of_changes(self, loaded: LoadedWorkshop | None) -> tuple[Problem, ...]:
        """Tell what is wrong in the changes, when all files were read with them in."""
        used = self.meant.keys() | (holders(loaded).keys() if loaded else set())
        return (*self.problems, *self.patch.problems, *self.patch.unknown(used))

    def session(
        self, cohort: LoadedCohort, session: Session, loaded: LoadedWorkshop
    ) -> LoadedSession:
        """Give the session with the workshop as it was read with the changes in it."""
        plain = self.plain
        sources = dict.fromkeys(source.path for source in plain.sources)
        mine = {source.path: source for source in (*plain.sources, *loaded.sources, cohort.source)}
        paths, layers = {**sources, **mine}, self.translated.layers
        whole = replace(loaded, sources=(*(mine[path] for path in paths), *layers))
        choices = watched_choices(cohort, session, plain, loaded, self.cases)
        return LoadedSession(
            name=f"{cohort.name}/{session.id}",
            cohort=cohort,
            session=session,
            number=self.number + 1,
            plain=plain,
            loaded=whole,
            beneath=(*self.patch.beneath, *choices),
            translated=self.translated,
        )


def load_session(
    library: Library, cohort: LoadedCohort, session: Session
) -> tuple[LoadedSession | None, tuple[Problem, ...]]:
    """Read a session's workshop with the cohort's changes in it.

    Returns:
        The session, or None, and every problem: of the workshop's files, and of the changes.
    """
    attempt, problems = attempted(library, cohort, session)
    if attempt is None:
        return None, problems
    loaded, refused = load_with(library, session.workshop, attempt.files)
    blame = Blame(cohort, attempt.number)
    told = tuple(blame.placed(each) for each in (*refused, *attempt.files.problems))
    found = (*told, *attempt.of_changes(loaded))
    if loaded is None or found:
        return None, (*found, *_not_offered(attempt.plain, cohort, session, blame))
    return attempt.session(cohort, session, loaded), ()


def attempted(
    library: Library,
    cohort: LoadedCohort,
    session: Session,
    instead: LoadedWorkshop | None = None,
) -> tuple[Attempt | None, tuple[Problem, ...]]:
    """Read a session's workshop, and what is to be changed in it.

    `instead` is what can be read of a workshop that has problems; nothing is made of it.

    Returns:
        Both, or None, and every problem of the workshop's files.
    """
    number = cohort.cohort.sessions.index(session)
    if session.workshop not in library.workshop_names():
        known = library.workshop_names()
        where = cohort.place("sessions", number, "workshop")
        message = f"There is no workshop `{session.workshop}`."
        hint = did_you_mean(session.workshop, known)
        return None, (Problem("unknown-workshop", message, where, hint),)
    roles = session.roles or cohort.cohort.roles
    untouched = SharedFiles(library, roles=roles)
    language = session.language or cohort.cohort.language
    asked = ("sessions", number, "language") if session.language else ("language",)
    translated, refused = load_translated(
        library, session.workshop, language, untouched, cohort.place(*asked)
    )
    if instead is not None:
        translated = TranslatedWorkshop(instead, instead, None, untouched)
    elif translated is None or untouched.problems:
        return None, (*refused, *untouched.problems)
    plain, overlay, untouched = translated.loaded, translated.overlay, translated.files
    cases, bank, problems = _cases(cohort, session, plain, untouched)
    others = (bank if problems else {*(cases or ())}) - plain.scenarios.keys()
    meant = holders(plain) | dict.fromkeys(others, "scenarios")
    length = _length(plain, session)
    leave = may_leave(plain, cohort.cohort.workshops.get(session.workshop), cases)
    patch = Patch(cohort.source, (_WORKSHOPS, session.workshop), meant, length, cases, leave)
    files = SharedFiles(library, overlay.before(patch.apply) if overlay else patch.apply, roles)
    return Attempt(translated, number, cases, meant, patch, files, tuple(problems)), ()


def _cases(
    cohort: LoadedCohort, session: Session, plain: LoadedWorkshop, files: SharedFiles
) -> tuple[tuple[str, ...] | None, set[str], list[Problem]]:
    """Choose the cases of a session, where the cohort has a choice of its own.

    Returns:
        The chosen ones, all that there are to choose from, and what is wrong with the choice.
    """
    changes = cohort.cohort.workshops.get(session.workshop)
    if changes is None or changes.scenarios is None:
        return None, set(), []
    bank = dict(plain.scenarios)
    if choice := plain.workshop.scenarios:
        try:
            shared = files.scenarios(choice.source)
        except KitError as error:
            return None, set(), list(error.problems)
        for name in changes.scenarios.use:
            shared.find(name)
        bank = dict(shared.things) | bank
        if shared.problems:
            return None, set(bank), shared.problems
    own = {addition.scenario.id: addition.scenario for addition in changes.add if addition.scenario}
    cases, problems = chosen_cases(
        changes.scenarios,
        bank | own,
        usual=tuple(plain.scenarios),
        left_out=changes.leave_out,
        wording=_wording(plain, cohort),
        cohort=cohort,
        at=(_WORKSHOPS, session.workshop, "scenarios"),
    )
    return (None if problems else cases), {*bank, *own}, problems


def _not_offered(
    plain: LoadedWorkshop, cohort: LoadedCohort, session: Session, blame: Blame
) -> tuple[Problem, ...]:
    """Tell at once, beside what keeps a workshop from being changed, what it does not offer.

    A cohort that changes what the workshop itself offers may have meant to offer it.
    """
    changes = cohort.cohort.workshops.get(session.workshop)
    own = changes.change.get(WORKSHOP, {}) if changes else {}
    if any(nearest(key, _OFFERED) for key in own):
        return ()
    audience = cohort.cohort.audience
    length = session.length if session.minutes is None else None
    choice = Choice(length=length, audience=audience, roles=_roles(plain, cohort, session))
    try:
        chosen(plain, choice)
    except KitError as error:
        return tuple(blame.choice(each) for each in error.problems)
    return ()


def _length(loaded: LoadedWorkshop, session: Session) -> str:
    """Name the length that a session has, or that it is fitted from."""
    lengths = loaded.workshop.lengths
    if session.minutes is not None:
        return nearest_length(lengths, session.minutes)
    return session.length or next(iter(lengths))


def _roles(loaded: LoadedWorkshop, cohort: LoadedCohort, session: Session) -> str | None:
    """Name the list of roles of a session: its own choice, or the cohort's where there is one."""
    usual = cohort.cohort.roles
    return session.roles or (usual if usual in loaded.vocabularies else None)


def _wording(plain: LoadedWorkshop, cohort: LoadedCohort) -> str | None:
    audiences = plain.workshop.audiences
    wanted = cohort.cohort.audience
    return wording_for(audiences, wanted) if wanted else next(iter(audiences))
