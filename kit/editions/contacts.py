"""Whom to turn to here: a line for participants, a row and the way up for the instructor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kit.definitions.contact import Contact
    from kit.editions.setting import Setting


@dataclass(frozen=True, slots=True)
class ContactLine:
    """One contact as participants read it; `ways` are the ways to reach it, hours last.

    `confidential` is None where nobody has said whether it has to report what it hears.
    """

    role: str
    name: str | None
    purpose: str
    ways: tuple[str, ...]
    confidential: bool | None


@dataclass(frozen=True, slots=True)
class ContactRow:
    """One contact as the instructor reads it, with whether it is for the instructor alone."""

    line: ContactLine
    for_instructor: bool


@dataclass(frozen=True, slots=True)
class EscalationLine:
    """One step of the way up, with whom it turns to and the first way to reach them."""

    role: str | None
    reached: str | None
    do: str


def contact_lines(setting: Setting) -> tuple[ContactLine, ...]:
    """List the contacts that are for participants."""
    return tuple(_line(each) for each in _contacts(setting) if not each.for_instructor)


def contact_rows(setting: Setting) -> tuple[ContactRow, ...]:
    """List all contacts for the instructor."""
    return tuple(ContactRow(_line(each), each.for_instructor) for each in _contacts(setting))


def escalation_lines(setting: Setting) -> tuple[EscalationLine, ...]:
    """List the steps of the way up, in their order."""
    known = {each.id: each for each in _contacts(setting) if each.id}
    steps = setting.occasion.escalation if setting.occasion else ()
    return tuple(
        EscalationLine(
            role=known[step.to].role if step.to else None,
            reached=known[step.to].reached if step.to else None,
            do=step.do,
        )
        for step in steps
    )


def _contacts(setting: Setting) -> tuple[Contact, ...]:
    return setting.occasion.contacts if setting.occasion else ()


def _line(contact: Contact) -> ContactLine:
    ways = (contact.phone, contact.email, contact.place, contact.hours)
    return ContactLine(
        role=contact.role,
        name=contact.name,
        purpose=contact.purpose,
        ways=tuple(way for way in ways if way),
        confidential=contact.confidential,
    )
