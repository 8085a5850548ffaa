"""What a cohort's contacts come to in its sessions."""

from __future__ import annotations

from typing import Any

import pytest

from kit.definitions.cohort import Cohort
from kit.reading.words import ENGLISH
from kit.tailoring.contacts import contacts_told, safe_one, words_of

OMBUDS = {"role": "Ombuds office", "for": "conflicts", "phone": "555-0142", "confidential": True}
DEAN = {"role": "Dean", "for": "complaints", "phone": "555-0100", "confidential": False}
CHAPLAIN = {"role": "Chaplain", "for": "anything", "place": "Chapel", "confidential": True}


def cohort(*contacts: dict[str, Any], **fields: Any) -> Cohort:
    sessions = [{"id": "a", "workshop": "small"}]
    return Cohort.model_validate(
        {"kit": 1, "title": "Residents", "sessions": sessions, "contacts": contacts, **fields}
    )


@pytest.mark.parametrize(
    ("contacts", "words"),
    [
        ((), {}),
        ((OMBUDS,), {"safe_contact": "Ombuds office, 555-0142"}),
        ((DEAN, CHAPLAIN, OMBUDS), {"safe_contact": "Chaplain, Chapel"}),
        (({"role": "Ombuds", "for": "all", "confidential": True},), {"safe_contact": "Ombuds"}),
        ((DEAN,), {}),
        (({"role": "Ombuds", "for": "all", "phone": "5000"},), {}),
        (({**OMBUDS, "for_instructor": True},), {}),
    ],
)
def test_the_first_confidential_one_is_whom_the_texts_name(
    contacts: tuple[dict[str, Any], ...], words: dict[str, str]
) -> None:
    assert words_of(cohort(*contacts)) == words


def test_words_of_ones_own_come_first() -> None:
    own = {"safe_contact": "the dean, 5000", "mentor": "tutor"}
    assert words_of(cohort(OMBUDS, terms=own)) == own
    assert words_of(cohort(OMBUDS, terms={"mentor": "tutor"})) == {
        "mentor": "tutor",
        "safe_contact": "Ombuds office, 555-0142",
    }


def test_one_for_the_instructor_is_passed_over() -> None:
    assert safe_one(cohort({**OMBUDS, "for_instructor": True}, DEAN, CHAPLAIN).contacts) == 2


def test_it_is_told_as_a_difference() -> None:
    steps = [{"do": "Listen."}, {"do": "Call."}]
    assert list(contacts_told(cohort(), ENGLISH)) == []
    assert list(contacts_told(cohort(DEAN, {**OMBUDS, "for_instructor": True}), ENGLISH)) == [
        "Contacts named in the packets: “Dean”; “Ombuds office” (in the guide alone)."
    ]
    assert list(contacts_told(cohort(escalation=steps), ENGLISH)) == [
        "The guide has an escalation path of 2 steps."
    ]
    assert list(contacts_told(cohort(escalation=steps[:1]), ENGLISH)) == [
        "The guide has an escalation path of one step."
    ]
