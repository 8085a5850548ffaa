"""The part of the report about one form: what it says of what it does not show."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kit.reading.words import ENGLISH
from kit.reporting.analysis import FormFindings
from kit.reporting.findings import Why, Withheld
from kit.reporting.form_part import PartMaker
from kit.reporting.measuring import measured
from kit.reporting.phrases import Phrases
from kit.reporting.question import questions_of
from tests.reporting.answered_form import admission, described, people

if TYPE_CHECKING:
    from kit.reporting.view import FormPart

QUESTIONS = {each.id: each for each in questions_of([described()])}


def part(returned: int, *why: Why, threshold: int = 5) -> FormPart:
    """Give the part of a form of which questions are withheld, after one that is shown."""
    asked = people(*[{"better": "4"}] * 5)
    shown = measured(QUESTIONS["better"], asked, admission())
    withheld = [
        Withheld(question, each)
        for question, each in zip(list(QUESTIONS.values())[1:], why, strict=False)
    ]
    found = FormFindings("small", "small", "Small", "end", returned, (shown, *withheld))
    return PartMaker(Phrases(ENGLISH, threshold), {}).part(found, heading="")


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ([Why.FEW], "Not shown: question 2. Fewer than 5 people answered it."),
        ([Why.FEW, Why.FEW], "Not shown: questions 2 and 3. Fewer than 5 people answered them."),
        ([Why.NONE], "Nobody answered question 2."),
        ([Why.NONE] * 3, "Nobody answered: questions 2, 3 and 4."),
    ],
)
def test_one_question_and_several_that_are_not_shown(why: list[Why], said: str) -> None:
    assert part(12, *why).withheld == (said,)


def test_a_form_below_a_higher_threshold_says_so() -> None:
    assert part(9, Why.FEW, threshold=10).withheld == (
        "Fewer than 10 forms came back, so no answer is shown.",
    )


@pytest.mark.parametrize(
    ("returned", "said"),
    [(0, "0 forms."), (1, "One form."), (2, "2 forms."), (1200, "1,200 forms.")],
)
def test_how_many_forms(returned: int, said: str) -> None:
    assert part(returned).line == said


def test_commitments_of_one_person_are_told_of_one() -> None:
    asked = people({"change.what": "Ask"}, *[{"better": "4"}] * 4)
    finding = measured(QUESTIONS["change"], asked, admission())
    found = FormFindings("small", "small", "Small", "end", 5, (finding,))
    table = PartMaker(Phrases(ENGLISH), {}).part(found, heading="").commitments
    assert table
    assert table.caption == "Word for word, what one person wrote"
    assert table.rows == (("Ask", "–", "–"),)


def test_other_words_are_listed_once() -> None:
    asked = people(*[{"tools": "other", "tools.other": each} for each in ("pen", "pen", "map")] * 2)
    finding = measured(replace(QUESTIONS["tools"]), asked, admission())
    found = FormFindings("small", "small", "Small", "end", 6, (finding,))
    (counts,) = PartMaker(Phrases(ENGLISH), {}).part(found, heading="").counts
    assert counts.line.count("pen") == 1
    assert "pen (4)" in counts.line


def of_sessions(*sessions: str) -> FormPart:
    """Give the part of a form of which six came back from each of these sessions."""
    said = {"better": "4", "change.what": "Ask", "words": "Good"}
    six = [*[{**said, "can.before": "1", "can.now": "2"}] * 5, {"words": "So"}]
    came = [each for name in sessions for each in people(*six, session=name)]
    names = ("better", "can", "change", "words")
    findings = tuple(measured(QUESTIONS[name], came, admission()) for name in names)
    found = FormFindings(
        "small", "small", "Small", "end", len(came), findings, sessions=tuple(sorted(sessions))
    )
    return PartMaker(Phrases(ENGLISH), {}).part(found, heading="")


def test_forms_of_the_same_people_are_not_called_people() -> None:
    part = of_sessions("ward/first", "ward/second")
    assert part.line == (
        "12 forms from 2 sessions. Where they are added up, the same people may be counted more "
        "than once: no interval is given there, and nothing is tested."
    )
    (ratings,) = part.ratings
    (row,) = ratings.table.rows
    assert row[7] == "10/10 (100%)"
    assert "Wilson" not in ratings.table.key
    assert "those who" not in ratings.table.key
    assert ratings.table.notes == ("Left blank, on how many forms: 1 (2).",)
    (changes,) = part.changes
    assert changes.pairs[0].forms
    assert "each form’s change" in changes.table.key
    assert "p" not in changes.table.heads
    assert changes.method[1:] == (
        "Where the same people may have given several pairs, no test is made.",
    )
    assert part.commitments
    assert part.commitments.caption == "Word for word, what is written on 10 forms"
    assert part.comments[0].line.startswith("Something is written on 12 of 12 forms.")


def test_forms_of_several_cohorts_are_people() -> None:
    part = of_sessions("ward/first", "clinic/first")
    assert part.line == "12 forms."
    (ratings,) = part.ratings
    assert ratings.table.rows[0][7] == "10/10 (100%) [72–100%]"
    assert "Wilson" in ratings.table.key
    assert ratings.table.notes == ("Left blank, by how many: 1 (2).",)
    (changes,) = part.changes
    assert not changes.pairs[0].forms
    assert "each person’s change" in changes.table.key
    assert "p" in changes.table.heads
    assert part.commitments
    assert part.commitments.caption == "Word for word, what 10 people wrote"
    assert part.comments[0].line.startswith("12 of 12 wrote something.")
