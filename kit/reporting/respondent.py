"""One person's answers as the report counts them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.answers.response import Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kit.answers.response import Answer, Way
    from kit.answers.stored import StoredResponse

_TWO_MARKS: Final = "two-marks"
"""What readers of scans and of PDFs call it in the evidence of an answer."""


@dataclass(frozen=True, slots=True)
class Respondent:
    """One person's answers to one form, tied to nobody.

    `values` are the answers that count, by the key of the field. `unsettled` are the fields that
    somebody has yet to look at, which count as missing; `corrected` those whose answer was put
    right at review, and `doubted` those that a person had to decide. `two_marks` came in with more
    than one mark in a row for one, `out_of_range` with a value that the question does not have.
    """

    id: str
    session: str
    form: str
    version: str
    way: Way
    values: Mapping[str, tuple[str, ...]]
    unsettled: frozenset[str] = frozenset()
    corrected: frozenset[str] = frozenset()
    doubted: frozenset[str] = frozenset()
    two_marks: frozenset[str] = frozenset()
    out_of_range: frozenset[str] = frozenset()


def respondent_of(stored: StoredResponse) -> Respondent:
    """Take what counts from a response of the store."""
    response = stored.response
    values: dict[str, tuple[str, ...]] = {}
    unsettled, doubted = set(), set()
    for answer in response.answers:
        if answer.status is Status.DOUBTFUL:
            unsettled.add(answer.field)
        elif answer.values:
            values[answer.field] = answer.values
        if answer.status is Status.CONFIRMED:
            doubted.add(answer.field)
    first: dict[str, tuple[str, ...]] = {}
    last: dict[str, tuple[str, ...]] = {}
    for entry in stored.history:
        first.setdefault(entry.answer.field, entry.answer.values)
        last[entry.answer.field] = entry.answer.values
    answers = {answer.field: answer for answer in response.answers}
    answers |= {entry.answer.field: entry.answer for entry in reversed(stored.history)}
    came = tuple(answers.values())
    corrected = frozenset(field for field, given in first.items() if given and given != last[field])
    return Respondent(
        id=stored.id,
        session=response.form.session,
        form=response.form.form,
        version=response.form.version,
        way=response.way,
        values=values,
        unsettled=frozenset(unsettled),
        corrected=corrected,
        doubted=frozenset(doubted),
        two_marks=frozenset(each.field for each in came if each.evidence.get("kind") == _TWO_MARKS),
        out_of_range=frozenset(each.field for each in came if _is_out_of_range(each)),
    )


def _is_out_of_range(answer: Answer) -> bool:
    """Say whether a table had a value that the question does not have, when it came in."""
    return answer.status is Status.DOUBTFUL and bool(answer.evidence.get("said"))
