"""The form that a session gives out now, by the session's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.errors import KitError, Problem, Severity
from kit.exchange.questionnaire import questionnaire_of
from kit.instrument.description import described
from kit.instrument.form import form_of
from kit.pipeline.documents import prepare
from kit.pipeline.request import Request
from kit.pipeline.sessions_asked import session_names

if TYPE_CHECKING:
    from kit.exchange.questionnaire import Questionnaire
    from kit.instrument.description import FormDescription
    from kit.instrument.form import Form, Phase
    from kit.library import Library
    from kit.pipeline.ready import Ready


def current_form(
    library: Library,
    session: str,
    *,
    follow_up: bool = False,
    length: str | None = None,
    language: str | None = None,
) -> FormDescription:
    """Describe the form of a session (`cohort/session`), or of a workshop that has no cohort.

    `follow_up` asks for the one that is sent months later. A cohort's file says which length and
    language its sessions have; for a workshop they may be given.

    Raises:
        KitError: there is no such session, it cannot be made, or it has no such form.
    """
    request = Request(workshops=(session,), length=length, language=language)
    ready = session_ready(library, session, request)
    form = _form(ready, session, "follow-up" if follow_up else "end", "`--follow-up`")
    return described(form, ready.name, ready.tailored.workshop.language)


def current_questionnaire(
    library: Library,
    session: str,
    phase: Phase,
    *,
    length: str | None = None,
    language: str | None = None,
) -> Questionnaire:
    """Lay the form of a session or a workshop out for another system.

    Raises:
        KitError: there is no such session, it cannot be made, or it has no such form.
    """
    request = Request(workshops=(session,), length=length, language=language)
    ready = session_ready(library, session, request)
    form = _form(ready, session, phase, "`--phase`")
    description = described(form, ready.name, ready.tailored.workshop.language)
    return questionnaire_of(form, description, ready.setting.words)


def _form(ready: Ready, session: str, phase: Phase, option: str) -> Form:
    form = form_of(ready.tailored, phase)
    if form is None:
        is_later = phase == "follow-up"
        message = f"`{session}` asks nothing {'later' if is_later else 'at its end'}."
        hint = f"Leave out {option}." if is_later else "Its workshop has no evaluation form."
        raise KitError([Problem("no-form", message, hint=hint)])
    return form


def session_ready(library: Library, session: str, request: Request) -> Ready:
    """Make a session ready, or a workshop that has no cohort, as a request asks for it.

    Raises:
        KitError: there is no such session, or it cannot be made.
    """
    if "/" in session and request.variant:
        message = (
            f"`{request.variant}` has no place here: the cohort’s file says what its sessions are "
            "like."
        )
        raise KitError([Problem("option-not-here", message)])
    _refuse_cohort(library, session)
    prepared = prepare([session], request, library)
    if not prepared.ready:
        raise KitError(each for each in prepared.found if each.severity is Severity.ERROR)
    return prepared.ready[0]


def _refuse_cohort(library: Library, name: str) -> None:
    if name in library.cohort_names() and name not in library.workshop_names():
        sessions = ", ".join(f"`{each}`" for each in session_names([name], library))
        message = f"`{name}` is a cohort: which of its sessions is meant?"
        raise KitError([Problem("which-session", message, hint=f"There is: {sessions}.")])
