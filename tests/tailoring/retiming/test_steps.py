"""Steps with other minutes: shorter in proportion, longer where people work."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.definitions.activity import EVALUATION_FORM, Activity, Grouping, InstructorSide, Step
from kit.tailoring.retiming.steps import has_task, steps_in, with_minutes


def step(minutes: int, grouping: Grouping | None = None, *, talk: bool = False) -> Step:
    return Step(share={"standard": minutes}, do="Do it.", grouping=grouping, talk=talk)


def activity(*steps: Step, uses: tuple[str, ...] = ("sheet",), protected: bool = False) -> Activity:
    minutes = sum(each.share["standard"] for each in steps if not isinstance(each.share, int))
    return Activity(
        id="a",
        title="A",
        minutes={"standard": minutes},
        protected=protected,
        grouping=(Grouping.PLENARY,),
        uses=uses,
        instructor=InstructorSide(purpose="Why.", steps=steps, if_short="Less."),
    )


TALK = step(3, talk=True)
ALONE = step(6, Grouping.SOLO)
PAIRS = step(3, Grouping.PAIRS)
REPORT = step(2)


def minutes_of(made: Activity) -> list[int]:
    return [minutes for _, minutes in steps_in(made, "standard")]


def test_more_minutes_go_where_people_work() -> None:
    made = with_minutes(activity(TALK, ALONE, PAIRS, REPORT), "standard", 20)
    assert minutes_of(made) == [3, 10, 5, 2]


def test_where_nobody_works_all_steps_grow() -> None:
    made = with_minutes(activity(TALK, step(1)), "standard", 8)
    assert minutes_of(made) == [6, 2]


def test_fewer_minutes_are_taken_in_proportion_and_each_keeps_one() -> None:
    made = with_minutes(activity(TALK, ALONE, PAIRS, REPORT), "standard", 7)
    assert minutes_of(made) == [2, 3, 1, 1]


def test_a_step_of_another_length_stays_out() -> None:
    other = Step(share={"long": 5}, do="Only then.")
    made = with_minutes(activity(ALONE).model_copy(
        update={"instructor": activity(ALONE).instructor.model_copy(
            update={"steps": (ALONE, other)})}), "standard", 9)  # fmt: skip
    assert minutes_of(made) == [9]
    assert made.instructor.steps[1].share == {}


@given(st.lists(st.tuples(st.integers(1, 20), st.booleans(), st.sampled_from(Grouping)),
                min_size=1, max_size=8), st.integers(1, 200))  # fmt: skip
def test_steps_add_up_and_each_keeps_a_minute(
    drawn: list[tuple[int, bool, Grouping]], minutes: int
) -> None:
    steps = [step(share, grouping, talk=talk) for share, talk, grouping in drawn]
    made = minutes_of(with_minutes(activity(*steps), "standard", minutes))
    assert sum(made) == minutes
    assert len(made) == len(steps)
    if minutes >= len(steps):
        assert min(made) >= 1
    usual = [share for share, _, _ in drawn]
    assert all(now >= before for now, before in zip(made, usual, strict=True)) or (
        minutes < sum(usual)
    )


@pytest.mark.parametrize(
    ("made", "task"),
    [
        (activity(TALK, ALONE), True),
        (activity(TALK, PAIRS, uses=()), False),
        (activity(TALK, REPORT), False),
        (activity(ALONE, uses=(EVALUATION_FORM,)), False),
        (activity(ALONE, uses=("slip", EVALUATION_FORM), protected=True), False),
    ],
)
def test_what_is_a_task(made: Activity, task: bool) -> None:
    assert has_task(made, "standard") == task
    assert not has_task(made, "long")
