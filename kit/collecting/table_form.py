"""Which form a table is for: the one that it names, the one that was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.collecting.current_form import current_form
from kit.collecting.known_forms import KnownForms
from kit.errors import KitError, Problem
from kit.instrument.sheet_code import read_code
from kit.pipeline.records.kept_forms import kept_form, kept_forms

if TYPE_CHECKING:
    from kit.errors import Place
    from kit.exchange.system import Recognised
    from kit.instrument.description import FormDescription
    from kit.library import Library


@dataclass(frozen=True, slots=True)
class Asked:
    """The form that was asked for: of a session, or a printed one by the code on its sheets.

    `version` is the one that a session's form had when it was given out.
    """

    session: str | None = None
    follow_up: bool = False
    length: str | None = None
    language: str | None = None
    code: str | None = None
    version: str | None = None


def form_for(
    library: Library, asked: Asked, recognised: Recognised, where: Place
) -> FormDescription:
    """Give the form that a table's answers are to.

    What was asked for stands before what the table says of itself.

    Raises:
        KitError: neither says, there is no such form, or it has changed since it was given out.
    """
    if asked.code:
        return _of_code(library, asked.code)
    if asked.session:
        now = current_form(
            library,
            asked.session,
            follow_up=asked.follow_up,
            length=asked.length,
            language=asked.language,
        )
        if asked.version in {None, now.version}:
            return now
        return _of_version(library, now, asked.version or "", where)
    if recognised.form is None:
        message = "Which session are these answers from? The table does not say."
        hint = "Name it: `--session COHORT/SESSION`, or a workshop that has no cohort."
        raise KitError([Problem("which-session", message, where, hint)])
    form = KnownForms(library).find(recognised.form)
    if form is None:
        named = recognised.form
        message = (
            f"This table is for a form of `{named.session}` that is not given out any more: "
            f"`{named.form}`, version {named.version}."
        )
        hint = (
            f"With `--session {named.session}`, its columns are matched to the form of now, and "
            "those that are gone are left out."
        )
        raise KitError([Problem("unknown-form", message, where, hint)])
    return form


def _of_version(
    library: Library, now: FormDescription, version: str, where: Place
) -> FormDescription:
    """Give the form as it was: where it has changed, a number may stand for another answer."""
    printed = (each.form_map.description for each in kept_forms(library))
    same = (now.session, now.form, version)
    for form in printed:
        if (form.session, form.form, form.version) == same:
            return form
    message = (
        f"The form `{now.form}` of `{now.session}` is not what was given out: it is version "
        f"{now.version} now, not {version}. A number may stand for another answer."
    )
    hint = (
        "Change the definition back, take these answers in, and change it again. If no answer to "
        "choose from was added or taken out, leave out `--version`."
    )
    raise KitError([Problem("form-changed", message, where, hint)])


def _of_code(library: Library, code: str) -> FormDescription:
    sheet = read_code(code) or read_code(f"WK-{code.strip()}-1")
    kept = kept_form(library, sheet.form_hash) if sheet else None
    if kept is None:
        message = f"No form with the code `{code}` was printed from this project."
        hint = "The code stands beside the square on the sheet: `WK-7K2MQ4ZC-1`."
        raise KitError([Problem("unknown-form", message, hint=hint)])
    return kept.form_map.description
