from __future__ import annotations

from typing import Any

from kit.definitions.contact import Contact, EscalationStep
from kit.editions.contacts import (
    ContactLine,
    ContactRow,
    EscalationLine,
    contact_lines,
    contact_rows,
    escalation_lines,
)
from kit.editions.setting import Occasion, Setting


def contact(**fields: Any) -> Contact:
    return Contact.model_validate({"for": "conflicts", **fields})


OMBUDS = contact(
    role="Ombuds office",
    name="F. Example",
    hours="mornings",
    place="Room 9",
    phone="555-0142",
    email="ombuds@example.org",
    confidential=True,
)
SECURITY = contact(id="security", role="Security", hours="at night", for_instructor=True)
SETTING = Setting(
    occasion=Occasion(
        "Group",
        contacts=(OMBUDS, SECURITY, contact(id="dean", role="Dean", email="dean@example.org")),
        escalation=(
            EscalationStep(do="Listen."),
            EscalationStep(do="Call.", to="security"),
            EscalationStep(do="Write.", to="dean"),
        ),
    )
)


def test_participants_get_those_for_them() -> None:
    ways = ("555-0142", "ombuds@example.org", "Room 9", "mornings")
    assert contact_lines(SETTING) == (
        ContactLine("Ombuds office", "F. Example", "conflicts", ways, confidential=True),
        ContactLine("Dean", None, "conflicts", ("dean@example.org",), confidential=None),
    )


def test_the_instructor_gets_all_in_their_order() -> None:
    lines = contact_lines(SETTING)
    security = ContactLine("Security", None, "conflicts", ("at night",), confidential=None)
    assert contact_rows(SETTING) == (
        ContactRow(lines[0], for_instructor=False),
        ContactRow(security, for_instructor=True),
        ContactRow(lines[1], for_instructor=False),
    )


def test_each_step_says_how_to_reach_whom() -> None:
    assert escalation_lines(SETTING) == (
        EscalationLine(None, None, "Listen."),
        EscalationLine("Security", None, "Call."),
        EscalationLine("Dean", "dean@example.org", "Write."),
    )


def test_without_a_cohort_there_are_none() -> None:
    assert contact_lines(Setting()) == contact_rows(Setting()) == escalation_lines(Setting()) == ()
