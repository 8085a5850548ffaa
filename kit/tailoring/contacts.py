"""What a cohort's contacts come to in a session: the words of one term, and what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kit.definitions.cohort import Cohort
    from kit.definitions.contact import Contact
    from kit.reading.words import Words

SAFE_CONTACT: Final = "safe_contact"
"""The term for whom to turn to when something goes beyond mentoring; it has no default."""


def safe_one(contacts: Sequence[Contact]) -> int | None:
    """Find the contact that a text may send people to without asking: the first confidential one.

    One for the instructor alone is none: participants read these texts too.
    """
    return next(
        (
            number
            for number, each in enumerate(contacts)
            if each.confidential and not each.for_instructor
        ),
        None,
    )


def words_of(cohort: Cohort) -> Mapping[str, str]:
    """Give a cohort's words: its terms, and `safe_contact` from its contacts if it is not there."""
    number = safe_one(cohort.contacts)
    if number is None or SAFE_CONTACT in cohort.terms:
        return cohort.terms
    contact = cohort.contacts[number]
    return {**cohort.terms, SAFE_CONTACT: ", ".join(filter(None, (contact.role, contact.reached)))}


def contacts_told(cohort: Cohort, words: Words) -> Iterator[str]:
    """Say for the instructor whom the packets of a cohort name besides."""
    if cohort.contacts:
        roles = "; ".join(
            words("differs_contact_for_instructor", role=each.role)
            if each.for_instructor
            else f"“{each.role}”"
            for each in cohort.contacts
        )
        yield words("differs_contacts", roles=roles)
    if steps := len(cohort.escalation):
        yield words("differs_path", n=steps) if steps > 1 else words("differs_path_of_one")
