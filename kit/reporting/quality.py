"""How good the data are: ways in, what is missing, doubted, corrected, or all the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.reporting.admission import Admitted
from kit.reporting.question import questions_of
from kit.reporting.statistics.straight_line import is_straight_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kit.reporting.admission import Admission
    from kit.reporting.gathering import Gathered
    from kit.reporting.question import Question
    from kit.reporting.respondent import Respondent

_ALL: Final = "~forms"
"""What is counted over whole forms stands in the ledger under a name that no question has."""


@dataclass(frozen=True, slots=True)
class Quality:
    """Counts over all forms of the scope; none of them tells what anybody answered.

    `asked` are the answers that could have been given to questions with boxes, `missing` those that
    were left blank. `two_marks` came in with more than one mark in a row for one, `out_of_range`
    with a value that the question does not have. `unsettled` wait for a person to look at them and
    count as missing; `confirmed` a person has decided, `corrected` were put right. `straight` are
    forms on which everything on scales of one length was answered alike. `aside` are sheets that
    may be in already.
    """

    forms: int
    asked: int
    missing: int
    two_marks: int
    out_of_range: int
    unsettled: int
    confirmed: int
    corrected: int
    straight: int
    aside: int


def quality_of(gathered: Gathered, admission: Admission) -> Quality | None:
    """Count what a reader should know of the data; None where it may not be shown."""
    admitted = admission.ask(_ALL, frozenset(each.id for each in gathered.people))
    if not isinstance(admitted, Admitted):
        return None
    people = [each for each in gathered.people if each.id in admitted.members]
    boxes = {
        (form.form, form.session, form.version): [
            question
            for question in questions_of([form])
            if question.asked in {"scale", "before-now", "zero-to-ten", "choice"}
        ]
        for form in gathered.forms
    }
    asked = missing = straight = 0
    for person in people:
        questions = boxes.get((person.form, person.session, person.version), [])
        keys = [key for question in questions for key in question.keys]
        asked += len(keys)
        missing += sum(key not in person.values and key not in person.unsettled for key in keys)
        straight += any(map(is_straight_line, _by_length(questions, person)))
    return Quality(
        forms=len(people),
        asked=asked,
        missing=missing,
        two_marks=sum(len(each.two_marks) for each in people),
        out_of_range=sum(len(each.out_of_range) for each in people),
        unsettled=sum(len(each.unsettled) for each in people),
        confirmed=sum(len(each.doubted) for each in people),
        corrected=sum(len(each.corrected) for each in people),
        straight=straight,
        aside=gathered.aside,
    )


def _by_length(questions: Iterable[Question], person: Respondent) -> list[list[int]]:
    """Give the ratings on scales of the same length: a line down the form runs through them all."""
    found: dict[int, list[int]] = {}
    for question in questions:
        if question.asked in {"scale", "before-now"}:
            for key in question.keys:
                number = question.number(person.values.get(key, ()))
                if number is not None:
                    found.setdefault(len(question.values), []).append(number)
    return list(found.values())
