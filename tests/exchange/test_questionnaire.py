from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.collecting.current_form import current_questionnaire
from kit.exchange.questionnaire import one_line
from kit.library import find_library

if TYPE_CHECKING:
    from pathlib import Path

    from kit.exchange.questionnaire import Block, Questionnaire


@pytest.fixture
def asked(project: Path) -> Questionnaire:
    return current_questionnaire(find_library(project), "small", "end")


def block(asked: Questionnaire, key: str) -> Block:
    return next(each for each in asked.blocks if key in [one.field.key for one in each.asked])


def test_every_field_is_asked_once(asked: Questionnaire) -> None:
    keys = [one.field.key for each in asked.blocks for one in each.asked]
    keys += [each.other.field.key for each in asked.blocks if each.other]
    assert sorted(keys) == sorted(each.key for each in asked.form.fields)


def test_statements_on_one_scale_are_a_grid_under_the_words_they_complete(
    asked: Questionnaire,
) -> None:
    grid = block(asked, "can-respond")
    assert (grid.shape, len(grid.asked)) == ("grid", 1)
    assert grid.alone(grid.first) == (
        "As a result of this session, I can … "
        "choose a first sentence for a conversation that has stalled."
    )


def test_a_pair_is_in_two_grids_and_says_alone_which_side_it_is(asked: Questionnaire) -> None:
    before, now = block(asked, "knows-gap.before"), block(asked, "knows-gap.now")
    assert (before.heading, now.heading) == ("Before this session", "Now")
    assert len(before.asked) == len(now.asked) == 2
    assert now.first.text == "I can name a need that none of my mentors meets. (now)"
    assert now.alone(now.first) == "Now: I can name a need that none of my mentors meets."


def test_another_answer_has_a_line(asked: Questionnaire) -> None:
    several = block(asked, "most-useful")
    assert (several.shape, several.first.answers[-1]) == ("several", ("other", "Other"))
    assert several.other
    assert several.other.text == "What was most useful to you?: Other"
    assert several.first.note == "Choose all that apply."


def test_a_commitment_has_three_lines_and_zero_to_ten_has_ends(asked: Questionnaire) -> None:
    lines = block(asked, "one-change.what")
    assert [each.row for each in lines.asked] == ["What I will do", "With whom", "By when"]
    assert block(asked, "recommend").ends == ("not at all likely", "extremely likely")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a *b* **c** `d`", "a b c d"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("a\u202eb\tc\nd", "a b c d"),
        ("<b>x</b> <!-- 5 < 6", "< b>x< /b> < !-- 5 < 6"),
    ],
)
def test_a_line_has_no_marks_no_tags_and_nothing_invisible(text: str, line: str) -> None:
    assert one_line(text) == line
