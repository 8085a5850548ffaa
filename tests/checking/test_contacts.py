from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]

ONE = "contacts:\n  - {{id: ombuds, role: Ombuds office, for: conflicts, {}}}\n"


@pytest.mark.parametrize(
    "phone",
    [
        *("555-0142", "+1 (212) 555-0142", "extension 0000", "ext. 411", "911", "0142", "5550142"),
        *("020 7946 0142", "+442079460142", "'555-0142, then 2'", "pager 4411"),
        "'+1 212 555 0142 or +1 212 555 0143'",
        *("'555-0119, day and night'", "555–0142", "1-800-555-0142"),
    ],
)
def test_numbers_as_people_write_them(cohort: Call, cohort_problems: Call, phone: str) -> None:
    cohort(head=ONE.format(f"phone: {phone}"))
    assert cohort_problems() == ()


@pytest.mark.parametrize(
    "phone", ["ask the desk", "12", "ombuds@example.org", "1234567890123456", "'…'", "5 or 6"]
)
def test_a_number_that_is_none(cohort: Call, told: Call, phone: str) -> None:
    cohort(head=ONE.format(f"phone: {phone}"))
    told("doubtful-phone", phone, warning=True)


@pytest.mark.parametrize(
    "email",
    ["ombuds", "ombuds@example", "'@example.org'", "a@example.org or b@example.org", "555-0142"],
)
def test_an_address_that_is_none(cohort: Call, told: Call, email: str) -> None:
    cohort(head=ONE.format(f"email: {email}"))
    told("doubtful-email", email, warning=True)


@pytest.mark.parametrize("email", ["ombuds@example.org", "house_staff.ombuds+1@gme.example.org"])
def test_addresses(cohort: Call, cohort_problems: Call, email: str) -> None:
    cohort(head=ONE.format(f"email: {email}"))
    assert cohort_problems() == ()


def test_someone_whom_nobody_can_reach(cohort: Call, told: Call, cohort_problems: Call) -> None:
    cohort(head=ONE.format("hours: mornings"))
    told("no-way-to-reach", "Ombuds office", warning=True)
    cohort(head=ONE.format("place: Room 214"))
    assert cohort_problems() == ()


@pytest.mark.parametrize(
    ("head", "code", "at"),
    [
        ("contacts: [{role: Ombuds office}]", "missing", "{role"),
        ("contacts: [{for: conflicts}]", "missing", "{for"),
        ("contacts: [{role: A, for: b, phon: 555-0142}]", "unknown-key", "phon"),
        ("contacts: [{role: A, for: b, confidential: 1}]", "true-or-false", "1"),
        ("contacts: [{role: A, for: b, phone: 911, id: The Ombuds}]", "id", "The"),
        ("contacts: {role: A, for: b}", "list-needed", "{role"),
        ("contacts: [{role: 'The {{ mentor }}', for: b, phone: 911}]", "term-here", "'The"),
        ("contacts: [{role: A, for: '{{ mentor }}', phone: 911}]", "term-here", "'{{"),
        ("escalation: [{do: 'Ask the {{ mentor }}'}]", "term-here", "'Ask"),
        ("escalation: [{to: ombuds}]", "missing", "{to"),
        (ONE.format("phone: 911") + "  - {id: ombuds, role: A, for: b, phone: 911}",
         "duplicate-id", "ombuds, role: A"),
    ],
)  # fmt: skip
def test_what_cannot_stand_there(cohort: Call, told: Call, head: str, code: str, at: str) -> None:
    cohort(head=head)
    told(code, at)


def test_a_step_leads_to_somebody(cohort: Call, told: Call, cohort_problems: Call) -> None:
    cohort(head=ONE.format("phone: 911") + "escalation: [{to: ombud, do: Call.}]")
    assert told("unknown-contact", "ombud, do").hint == "Did you mean `ombuds`?"
    cohort(head="contacts: [{role: A, for: b, phone: 911}]\nescalation: [{to: ombuds, do: Call.}]")
    assert told("unknown-contact", "ombuds").hint == "Write `id: ombuds` at the contact meant here."
    cohort(head=ONE.format("phone: 911") + "escalation: [{do: Listen.}, {to: ombuds, do: Call.}]")
    assert cohort_problems() == ()


def test_a_confidential_contact_is_whom_people_can_turn_to(
    cohort: Call, told: Call, cohort_problems: Call, edit: Call
) -> None:
    edit("  safe_contact: the ombuds office", "  safe_contact:")
    cohort()
    told("no-safe-contact", "kit", warning=True)
    cohort(head=ONE.format("phone: 911, confidential: true"))
    assert cohort_problems() == ()
    for less in ("phone: 911", "phone: 911, confidential: true, for_instructor: true"):
        cohort(head=ONE.format(less))
        assert "confidential: true" in told("no-safe-contact", "- {id", warning=True).hint
    cohort(head=ONE.format("phone: 911") + "terms: {safe_contact: 'the dean, 5000'}")
    assert cohort_problems() == ()


@pytest.mark.parametrize("words", ["'no'", "None", "TBD", "n/a", "'-'", "'???'", "to be announced"])
def test_a_word_for_nobody_is_not_whom_people_can_turn_to(
    cohort: Call, told: Call, words: str
) -> None:
    cohort(head=f"terms: {{safe_contact: {words}}}")
    assert "nobody" in told("no-safe-contact", words, warning=True).message
