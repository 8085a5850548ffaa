"""People who answered a small form, as a report counts them."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from kit.answers.response import Way
from kit.instrument.answer_fields import AnswerField
from kit.instrument.description import FormDescription
from kit.reporting.admission import Admission
from kit.reporting.disclosure.gate import Gate
from kit.reporting.respondent import Respondent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kit.answers.released import Cell

AGREEMENT = ("Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree")
FIVE = ("1", "2", "3", "4", "5")
TEN = tuple(map(str, range(11)))


def scale(name: str, **more: object) -> AnswerField:
    return AnswerField(
        name,
        name,
        "one",
        f"Statement {name}.",
        (*FIVE, "na"),
        (*AGREEMENT, "N/A"),
        asked="scale",
        scale="agreement",
        **more,  # type: ignore[arg-type]
    )


FIELDS = (
    scale("better", headline=True, objective="goal"),
    scale("time"),
    AnswerField("can.before", "can", "one", "I can (before)", FIVE, AGREEMENT, asked="before-now"),
    AnswerField("can.now", "can", "one", "I can (now)", FIVE, AGREEMENT, asked="before-now"),
    AnswerField("recommend", "recommend", "one", "Recommend?", TEN, TEN, asked="zero-to-ten"),
    AnswerField(
        "pace", "pace", "one", "The pace was", ("1", "2", "3"), ("slow", "right", "fast"),
        asked="choice",
    ),
    AnswerField(
        "tools", "tools", "several", "Used", ("1", "2", "other"), ("map", "plan", "other"),
        asked="choice",
    ),
    AnswerField("tools.other", "tools", "text", "Used: other", asked="choice"),
    AnswerField("change.what", "change", "text", "One change: What", asked="commitment"),
    AnswerField("change.with-whom", "change", "text", "One change: With", asked="commitment"),
    AnswerField("change.by-when", "change", "text", "One change: When", asked="commitment"),
    AnswerField("words", "words", "text", "In your words", asked="text"),
)  # fmt: skip


def described(session: str = "ward/first", version: str = "v1", **more: object) -> FormDescription:
    values = {
        "form": "small",
        "version": version,
        "wording": "w1",
        "session": session,
        "title": "A small workshop",
        "phase": "end",
        "language": "en-US",
        "fields": FIELDS,
        "workshop": "small",
        "objectives": (("goal", "Write a goal"),),
    }
    return FormDescription(**{**values, **more})  # type: ignore[arg-type]


_NUMBERS = count()


def people(*answers: dict[str, str], session: str = "ward/first") -> list[Respondent]:
    """Give one person for each mapping of fields to answers; `|` stands between several."""
    return [
        Respondent(
            id=f"r{next(_NUMBERS):06}",
            session=session,
            form="small",
            version="v1",
            way=Way.SCAN,
            values={key: tuple(value.split("|")) for key, value in each.items()},
        )
        for each in answers
    ]


def admission(released: Iterable[Cell] = ()) -> Admission:
    return Admission(Gate(released=released))
