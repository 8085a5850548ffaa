from __future__ import annotations

from dataclasses import replace

import pytest

from kit.reporting.question import questions_of
from tests.reporting.answered_form import AGREEMENT, FIELDS, described


def test_a_form_gives_its_questions_in_order() -> None:
    found = questions_of([described()])
    assert [(each.id, each.asked) for each in found] == [
        ("better", "scale"),
        ("time", "scale"),
        ("can", "before-now"),
        ("recommend", "zero-to-ten"),
        ("pace", "choice"),
        ("tools", "choice"),
        ("change", "commitment"),
        ("words", "text"),
    ]
    better, _, can, *_ = found
    assert better.values == ("1", "2", "3", "4", "5")
    assert better.labels == AGREEMENT
    assert better.headline
    assert (can.text, can.keys) == ("I can", ("can.before", "can.now"))


def test_a_text_that_completes_the_stem_of_its_form_is_shown_as_a_whole_sentence() -> None:
    goal = replace(FIELDS[0], text="write a goal.", stem="As a result, I can …")
    found = questions_of([described(fields=(goal, FIELDS[1]))])
    assert [each.sentence for each in found] == [
        "As a result, I can write a goal.",
        "Statement time.",
    ]


def test_a_form_kept_before_forms_said_what_they_ask_gives_the_same() -> None:
    bare = tuple(replace(each, asked="") for each in FIELDS)
    old = questions_of([described(fields=bare)])
    assert [each.asked for each in old] == [each.asked for each in questions_of([described()])]


def test_versions_add_up_by_id_where_the_answers_are_the_same() -> None:
    other = replace(FIELDS[1], values=("1", "2", "3"), labels=("no", "so-so", "yes"))
    found = questions_of([described(), described(version="v2", fields=(FIELDS[0], other))])
    assert [each.id for each in found].count("better") == 1
    assert [len(each.values) for each in found if each.id == "time"] == [5, 3]


@pytest.mark.parametrize(("language", "reworded"), [("en-US", True), ("es", False)])
def test_other_words_are_told_unless_they_are_of_another_language(
    language: str, reworded: bool
) -> None:
    other = described(
        language=language, wording="w2", fields=(replace(FIELDS[0], text="Otherwise."),)
    )
    first, *_ = questions_of([described(), other])
    assert (first.text, first.reworded) == ("Statement better.", reworded)


@pytest.mark.parametrize(("size", "boxes"), [(2, 1), (3, 1), (4, 1), (5, 2), (7, 2)])
def test_upper_boxes(size: int, boxes: int) -> None:
    values = tuple(str(n) for n in range(1, size + 1))
    field = replace(FIELDS[0], values=values, labels=values)
    (question,) = questions_of([described(fields=(field,))])
    assert question.boxes == boxes
