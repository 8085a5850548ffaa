"""The form that a session's server gives out: found, tailored, and made into pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.collecting.current_form import session_ready
from kit.editions.answer_page import view_of
from kit.errors import KitError, Problem
from kit.instrument.description import described
from kit.instrument.form import form_of
from kit.pipeline.request import Request
from kit.rendering.render import Renderer
from kit.serving.answer_pages import AnswerPages
from kit.serving.known_sheets import KnownSheets

if TYPE_CHECKING:
    from kit.instrument.description import FormDescription
    from kit.instrument.form import Phase
    from kit.library import Library


@dataclass(frozen=True, slots=True)
class FormServed:
    """A form, its pages, and the tokens of the numbered sheets of it that are printed."""

    form: FormDescription
    pages: AnswerPages
    sheets: KnownSheets


def form_served(
    library: Library, session: str, *, follow_up: bool = False, length: str | None = None
) -> FormServed:
    """Make the pages of a session's form (`cohort/session`), or of a workshop without a cohort.

    Raises:
        KitError: there is no such session, it cannot be made, it has no such form, or the tokens
            of its sheets cannot be read.
    """
    request = Request(workshops=(session,), length=length)
    ready = session_ready(library, session, request)
    phase: Phase = "follow-up" if follow_up else "end"
    form = form_of(ready.tailored, phase)
    view = view_of(phase, ready.tailored, ready.setting)
    if form is None or view is None:
        message = f"`{session}` asks nothing {'later' if follow_up else 'at its end'}."
        hint = "Leave out `--follow-up`." if follow_up else "Its workshop has no evaluation form."
        raise KitError([Problem("no-form", message, hint=hint)])
    description = described(form, ready.name, ready.tailored.workshop.language)
    sheets = KnownSheets(library, description)
    renderer = Renderer(library.folders("templates"))
    pages = AnswerPages(renderer, view, ready.setting.words, sheets)
    return FormServed(description, pages, sheets)
