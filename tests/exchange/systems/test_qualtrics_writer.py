from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as some

from kit.exchange.systems.qualtrics_writer import write_survey

if TYPE_CHECKING:
    from collections.abc import Callable

    from kit.exchange.questionnaire import Questionnaire

    Worded = Callable[[str], Questionnaire]

TAG = re.compile(r"\[\[[^\]]*\]\]")


def tags_of(content: bytes) -> list[str]:
    lines = content.decode("utf-8").split("\n")
    return [re.sub(r"^\[\[Block:.*", "[[Block]]", line) for line in lines if line[:2] == "[["]


@given(some.text(alphabet="ab[]:$<>{}\n\u2028 é", max_size=20))
def test_no_words_are_tags(worded: Worded, text: str) -> None:
    content = write_survey(worded(text))
    assert tags_of(content) == tags_of(write_survey(worded("x")))
    for line in content.decode("utf-8").split("\n"):
        assert not TAG.search(line) or TAG.fullmatch(line)
    assert b"${" not in content
    assert b"<a" not in content


def test_answers_have_the_numbers_that_exports_have(worded: Worded) -> None:
    tags = tags_of(write_survey(worded("x")))
    assert tags[0] == "[[AdvancedFormat]]"
    at = tags.index("[[ID:ten]]")
    assert tags[at + 1 : at + 13] == [
        "[[AdvancedChoices]]",
        *(f"[[Choice:{n}]]" for n in range(11)),
    ]
    at = tags.index("[[Question:Matrix]]")
    assert tags[at : at + 9] == [
        *("[[Question:Matrix]]", "[[ID:one]]", "[[AdvancedChoices]]", "[[Choice:1]]"),
        *("[[Choice:2]]", "[[AdvancedAnswers]]", "[[Answer:1]]", "[[Answer:2]]", "[[Answer:3]]"),
    ]
