"""The form that a filled-in PDF says it is a copy of, and the session that it was given out for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kit.collecting.current_form import current_form
from kit.collecting.known_forms import LATER, forms_given_out
from kit.errors import KitError, Place, Problem
from kit.pipeline.records.kept_forms import kept_forms

if TYPE_CHECKING:
    from kit.instrument.description import FormDescription
    from kit.library import Library

_MOST_SHOWN: Final = 60


class StampedForms:
    """Finds forms by their stamps: `managing-up 1a2b3c4`, an id and a version.

    A stamp names no session: it is the one that was asked for, or the only one whose form was
    printed, or the workshop by itself.
    """

    def __init__(self, library: Library, session: str | None = None) -> None:
        self._library = library
        self._session = session
        self._found: dict[str, FormDescription | Problem] = {}
        if session:
            self._refuse_unknown(session)

    def form_of(self, stamps: tuple[str, ...], shown: str) -> FormDescription:
        """Give the form of the stamps of one file, named `shown` in messages.

        Raises:
            KitError: it has none, several that differ, or one of a form that is not known.
        """
        if not stamps:
            message = "This PDF does not say that it is an evaluation form of the kit."
            hint = "Only those that `kit build --fillable` made can be taken in."
            raise KitError([Problem("not-a-form", message, Place(shown), hint)])
        if len(stamps) > 1:
            message = "This PDF says of itself that it is two forms: it was put together."
            hint = "Ask for each as it was saved."
            raise KitError([Problem("two-forms", message, Place(shown), hint)])
        (stamp,) = stamps
        if stamp not in self._found:
            self._found[stamp] = self._look_for(stamp)
        found = self._found[stamp]
        if isinstance(found, Problem):
            raise KitError([Problem(found.code, found.message, Place(shown), found.hint)])
        return found

    def _look_for(self, stamp: str) -> FormDescription | Problem:
        form, _, rest = stamp.partition(" ")
        version = rest.split(" ", maxsplit=1)[0]
        if "/" in form:
            message = f"This is `{form[:_MOST_SHOWN]}`, not an evaluation form."
            return Problem("not-a-form", message, hint="Its owner keeps it.")
        known = self._known(form)
        of_version = {each.session: each for each in known if each.version == version}
        if self._session:
            if found := of_version.get(self._session):
                return found
            return self._other_form(form, version, known)
        kept = {session: each for session, each in of_version.items() if session}
        if len(kept) > 1:
            names = ", ".join(f"`{each}`" for each in sorted(kept))
            message = f"This form was given out in several sessions: {names}."
            hint = "Take each session’s files in by themselves, with `--session`."
            return Problem("which-session", message, hint=hint)
        if kept:
            return next(iter(kept.values()))
        return self._other_form(form, version, known)

    def _known(self, form: str) -> list[FormDescription]:
        kept = [each.form_map.description for each in kept_forms(self._library)]
        known = [each for each in kept if each.form == form]
        session = self._session
        if session or not known:
            workshop = form.removesuffix(LATER)
            known += forms_given_out(
                self._library, session or workshop, follow_up=form.endswith(LATER)
            )
        return [each for each in known if each.form == form]

    def _other_form(self, form: str, version: str, known: list[FormDescription]) -> Problem:
        of = f" of `{self._session}`" if self._session else ""
        named = f"`{form[:_MOST_SHOWN]}`, version {version[:_MOST_SHOWN] or 'unknown'}"
        message = f"This is another form than those{of} that are known here: {named}."
        versions = ", ".join(dict.fromkeys(each.version for each in known))
        hint = f"Known versions of it: {versions}." if versions else "Say whose with `--session`."
        return Problem("unknown-form", message, hint=hint)

    def _refuse_unknown(self, session: str) -> None:
        try:
            current_form(self._library, session)
        except KitError as error:
            if {each.code for each in error.problems} - {"no-form"}:
                raise
