"""The form that something names which came back: one that was kept, or one given out now."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, Final

from kit.collecting.current_form import current_form
from kit.errors import KitError
from kit.exchange.answer_table import FormName, name_of
from kit.pipeline.records.kept_forms import kept_forms
from kit.reading.translated import languages_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.instrument.description import FormDescription
    from kit.library import Library

LATER: Final = "-follow-up"
"""Ends the id of a form that is sent months later."""


class KnownForms:
    """Finds forms by their names; each is looked for once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._found: dict[FormName, FormDescription | None] = {}

    def find(self, name: FormName) -> FormDescription | None:
        """Give the form of this name; None where it was not kept and is not given out any more.

        Where only the wording is another one, that which is given out now is given: answers to one
        version add up.
        """
        if name not in self._found:
            self._found[name] = self._look_for(name)
        return self._found[name]

    def _look_for(self, name: FormName) -> FormDescription | None:
        of_version: FormDescription | None = None
        for form in self._forms(name):
            if name_of(form) == name:
                return form
            if replace(name_of(form), wording=name.wording) == name:
                of_version = of_version or form
        return of_version

    def _forms(self, name: FormName) -> Iterator[FormDescription]:
        for kept in kept_forms(self._library):
            yield kept.form_map.description
        yield from forms_given_out(self._library, name.session, follow_up=name.form.endswith(LATER))


def forms_given_out(
    library: Library, session: str, *, follow_up: bool
) -> Iterator[FormDescription]:
    """Give the forms of a session as they are now: of a workshop, those of its variants."""
    in_cohort = "/" in session
    languages = () if in_cohort else languages_of(library, session)
    lengths = () if in_cohort else _lengths(library, session)
    for language, length in product((None, *languages), (None, *lengths)):
        try:
            yield current_form(
                library, session, follow_up=follow_up, length=length, language=language
            )
        except KitError:
            continue


def _lengths(library: Library, workshop: str) -> tuple[str, ...]:
    from kit.reading.workshop import load_workshops  # noqa: PLC0415 - loads YAML

    loaded, _ = load_workshops(library, [workshop])
    return tuple(loaded[0].workshop.lengths) if loaded else ()
