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
    right at review, and `doubted` those that a person had to decide. `two_marks` and `out_of_range`
    came in like that, whatever was decided since.
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
    came_in = [*response.answers, *(entry.answer for entry in stored.history)]
    in_doubt = [each for each in came_in if each.status is Status.DOUBTFUL]
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
        two_marks=frozenset(each.field for each in in_doubt if _has_two_marks(each)),
        out_of_range=frozenset(each.field for each in in_doubt if "said" in each.evidence),
    )


def _has_two_marks(answer: Answer) -> bool:
    return answer.evidence.get("kind") == "two-marks" or len(answer.values) > 1
