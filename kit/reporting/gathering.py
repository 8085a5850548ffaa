"""The store, the records and the definitions ▶ what a report is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.errors import KitError, Problem, Severity
from kit.reporting.respondent import respondent_of
from kit.reporting.session_facts import facts_of, recorded_sessions
from kit.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kit.answers.store import Store
    from kit.answers.stored import StoredResponse
    from kit.answers.wordings import GivenOut
    from kit.definitions.session_record import SessionRecord
    from kit.instrument.description import FormDescription
    from kit.library import Library
    from kit.reporting.respondent import Respondent
    from kit.reporting.scope import Scope
    from kit.reporting.session_facts import SessionFacts


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that a report is about.

    `sessions` stand in the order of their dates, `forms` are those that were given out to them, the
    one with the most answers first; `people` are those whose answers count, `coded` their responses
    where forms asked for a code. `aside` are sheets that may be in already and are not counted.
    `undefined` are sessions whose definitions cannot be read, of which some may be meant.
    """

    scope: Scope
    sessions: tuple[SessionFacts, ...]
    forms: tuple[FormDescription, ...]
    people: tuple[Respondent, ...]
    coded: tuple[StoredResponse, ...] = ()
    aside: int = 0
    undefined: tuple[str, ...] = ()
    synthetic: bool = False

    def of(self, form: str) -> tuple[Respondent, ...]:
        """Give those who answered a form, in whichever version."""
        return tuple(each for each in self.people if each.form == form)


def gather(
    library: Library,
    store: Store,
    scope: Scope,
    records: Mapping[str, SessionRecord] | None = None,
    language: str = "",
) -> Gathered:
    """Gather what came back for a scope.

    `records` are those of the sessions where they do not lie in the project. Forms in `language`
    come first: questions that were asked in several have its words.

    Raises:
        KitError: there is nothing of this scope, or a record cannot be read.
    """
    given_out = store.given_out()
    recorded = records if records is not None else recorded_sessions(library)
    first = _first_forms(given_out)
    names = [name for name in dict.fromkeys((*first, *recorded)) if scope.may_cover(name)]
    facts = facts_of(library, names, first, recorded)
    covered = [each for each in facts if scope.covers(each)]
    if not covered:
        raise KitError([_nothing(scope, facts_of(library, [*first, *recorded], first, recorded))])
    known = {each.name for each in covered}
    forms = sorted(
        (each for each in given_out if each.form.session in known),
        key=lambda each: (_base(each.form.language) != _base(language), -each.responses),
    )
    stored = [each for name in sorted(known) for each in store.responses(session=name)]
    return Gathered(
        scope=scope,
        sessions=tuple(sorted(covered, key=lambda each: (each.date or "9999", each.name))),
        forms=tuple(each.form for each in forms),
        people=tuple(sorted(map(respondent_of, stored), key=lambda each: each.id)),
        coded=tuple(
            each for each in stored if any(field.is_code for field in each.response.form.fields)
        ),
        aside=sum(each.aside for each in store.counts() if each.session in known),
        undefined=tuple(
            each.name
            for each in facts
            if not each.defined and (each.name in known or scope.kind == "series")
        ),
    )


def undefined(gathered: Gathered) -> tuple[Problem, ...]:
    """Warn of sessions whose definitions are gone or cannot be read."""
    if not gathered.undefined:
        return ()
    names = ", ".join(f"`{name}`" for name in gathered.undefined)
    message = f"The definitions of {names} are gone or have mistakes."
    if gathered.scope.kind == "series":
        message += " Whether they are of this series cannot be told: they are not in the report."
    else:
        message += " What they say of dates and agendas is not in the report; the answers are."
    hint = "`kit check` says what is wrong."
    return (Problem("not-defined", message, hint=hint, severity=Severity.WARNING),)


def _base(language: str) -> str:
    return language.partition("-")[0].casefold()


def _first_forms(given_out: Iterable[GivenOut]) -> dict[str, FormDescription]:
    """Give a form of each session: that of its end where there is one."""
    found: dict[str, FormDescription] = {}
    for each in given_out:
        if each.form.session not in found or each.form.phase == "end":
            found[each.form.session] = each.form
    return found


def _nothing(scope: Scope, known: Sequence[SessionFacts]) -> Problem:
    if not known:
        return Problem(
            "nothing-came-back",
            "Nothing has come back yet, so there is nothing to report.",
            hint="`kit collect` takes answers in; `kit report --example` shows a report of made-up "
            "ones.",
        )
    names = {
        "session": [each.name for each in known],
        "cohort": [each.cohort for each in known if each.cohort],
        "workshop": [each.workshop for each in known],
        "series": [each.series for each in known if each.series],
    }.get(scope.kind, [])
    several = ", ".join(f"`{name}`" for name in dict.fromkeys(names)) or "nothing of this kind"
    if scope.kind == "series" and (lost := [each.name for each in known if not each.defined]):
        unread = ", ".join(f"`{name}`" for name in lost)
        several += f". The definitions of {unread} are gone or have mistakes: `kit check`"
    return Problem(
        "nothing-came-back",
        f"Nothing has come back of the {scope.kind} `{scope.name}`, and no record of it is kept.",
        hint=did_you_mean(scope.name, names, f"There are answers of {several}."),
    )
