"""Whom a cohort's people can turn to: somebody is named, can be reached, and is there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kit.errors import Problem, Severity
from kit.reading.roster_cells import EMAIL, is_nothing
from kit.reading.roster_name import is_nobody_yet
from kit.suggestion import did_you_mean
from kit.tailoring.contacts import SAFE_CONTACT, safe_one

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.reading.cohort import LoadedCohort
    from kit.reading.workshop import LoadedWorkshop

_LEAST_DIGITS: Final = 3
"""An emergency number has three, and so have many extensions."""
_MOST_DIGITS: Final = 15
"""No number of the world has more, by the plan of all countries' numbers (E.164)."""
_NOBODY: Final = frozenset(
    {"no", "none", "no one", "nobody", "yes", "true", "false", "null", "ja", "nein", "nadie"}
)
_NUMBER = re.compile(r"\+?[\d(][\d\s().\u2010-\u2015/-]*")


def contacts(cohort: LoadedCohort) -> Iterator[Problem]:
    """Ids are told apart and known, words are words, and everyone can be reached."""
    yield from _ids(cohort)
    yield from _terms(cohort)
    for number, contact in enumerate(cohort.cohort.contacts):
        if not contact.reached:
            yield Problem(
                "no-way-to-reach",
                f"Nothing says how to reach “{contact.role}”.",
                cohort.place("contacts", number, "role"),
                "Write a `phone`, an `email` or a `place`.",
                Severity.WARNING,
            )
        if contact.phone and not _is_phone(contact.phone):
            yield Problem(
                "doubtful-phone",
                f"“{contact.phone}” does not look like a telephone number.",
                cohort.place("contacts", number, "phone"),
                f"A number has {_LEAST_DIGITS} to {_MOST_DIGITS} figures: `555-0142`. What else "
                "there is to say may stand under `hours`.",
                Severity.WARNING,
            )
        if contact.email and not EMAIL.fullmatch(contact.email):
            yield Problem(
                "doubtful-email",
                f"“{contact.email}” does not look like an e-mail address.",
                cohort.place("contacts", number, "email"),
                "Write one address and nothing else: `ombuds@example.org`.",
                Severity.WARNING,
            )


def nobody_named(cohort: LoadedCohort, loaded: Sequence[LoadedWorkshop]) -> Iterator[Problem]:
    """A workshop that asks whom people can turn to gets an answer."""
    unfilled = any(
        SAFE_CONTACT in each.workshop.terms and not each.workshop.terms[SAFE_CONTACT]
        for each in loaded
    )
    own = cohort.cohort
    if (words := own.terms.get(SAFE_CONTACT)) is not None and _is_nobody(words):
        yield Problem(
            "no-safe-contact",
            f"“{words}” is nobody whom these people can turn to, and would be printed as it is.",
            cohort.place("terms", SAFE_CONTACT),
            "Write a name and a number: `Ombuds office, 555-0142`. Without one, leave the key out: "
            "a line is printed to write on.",
            Severity.WARNING,
        )
    if not unfilled or SAFE_CONTACT in own.terms or safe_one(own.contacts) is not None:
        return
    hint = f"Write `{SAFE_CONTACT}:` with a name and a number under `terms`"
    yield Problem(
        "no-safe-contact",
        "Nobody is named whom these people can turn to when something goes beyond mentoring.",
        cohort.place("contacts" if own.contacts else "terms"),
        f"{hint}, or give a contact for participants `confidential: true`, if it is so."
        if own.contacts
        else f"{hint}, or all of them under `contacts`.",
        Severity.WARNING,
    )


def _ids(cohort: LoadedCohort) -> Iterator[Problem]:
    known: list[str] = []
    for number, contact in enumerate(cohort.cohort.contacts):
        if contact.id in known:
            yield Problem(
                "duplicate-id",
                f"The id `{contact.id}` is given to two contacts.",
                cohort.place("contacts", number, "id"),
                "Give one of them another id.",
            )
        elif contact.id:
            known.append(contact.id)
    for number, step in enumerate(cohort.cohort.escalation):
        if step.to is not None and step.to not in known:
            yield Problem(
                "unknown-contact",
                f"There is no contact `{step.to}`.",
                cohort.place("escalation", number, "to"),
                did_you_mean(step.to, known, f"Write `id: {step.to}` at the contact meant here."),
            )


def _terms(cohort: LoadedCohort) -> Iterator[Problem]:
    """What stands here is shown as it is written."""
    for key, entries in (
        ("contacts", cohort.cohort.contacts),
        ("escalation", cohort.cohort.escalation),
    ):
        for number, entry in enumerate(entries):
            for name, field in type(entry).model_fields.items():
                text = getattr(entry, name)
                if isinstance(text, str) and "{{" in text:
                    yield Problem(
                        "term-here",
                        "Terms are not filled in here.",
                        cohort.place(key, number, field.alias or name),
                        "Write the words themselves.",
                    )


def _is_nobody(words: str) -> bool:
    """Say whether words name nobody: they are a no, a yes, or stand for what is not known yet."""
    said = words.casefold().strip(" .!?-_")
    return not said or said in _NOBODY or is_nothing(words) or is_nobody_yet(words)


def _is_phone(text: str) -> bool:
    """Say whether a text holds a telephone number, and nothing that is too long to be one."""
    counts = [sum(map(str.isdigit, number)) for number in _NUMBER.findall(text)]
    return "@" not in text and _LEAST_DIGITS <= max(counts, default=0) <= _MOST_DIGITS
