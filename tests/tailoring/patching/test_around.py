"""What is added goes by what stands around it: that is told when it changes, and nothing more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kit.tailoring.patching.beneath import changed_beneath, usual_of

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]

ACTIVITY = (
    "add: [{after: welcome, activity: {id: pause, title: A pause, minutes: {standard: 2}, "
    "grouping: [plenary], objectives: [map], "
    "instructor: {purpose: To rest., if_short: Leave it out., steps: [{share: 1, do: Rest.}]}}}]\n"
    "change: {cases: {minutes: {standard: 10}}}"
)
CASE = (
    "add: [{used_in: cases, scenario: {id: new-case, title: New, themes: [time], "
    "questions: [What now?], versions: {intern: Your mentor left., faculty: Your mentee left.}, "
    "instructor: {listen_for: [a plan]}}}]"
)
BOX = "block: {id: extra-box, kind: box, text: Draw., height: 30}"
BLOCK = f"add: [{{after: request-need, {BOX}}}]"
LAST_BLOCK = f"add: [{{after: request, {BOX}}}]"
SHARED_BLOCK = f"add: [{{after: agreement, {BOX}}}]"
QUESTION = (
    "leave_out: [knows-gap]\n"
    "change: {workshop: {evaluation: {objectives: "
    "[{id: can-map-two, kind: scale, scale: ability, text: I can map., objective: map}]}}}"
)
OBJECTIVE = "  - id: map\n    text: "


@pytest.mark.parametrize(
    ("changes", "paths"),
    [
        (ACTIVITY, ["+pause/after/welcome", "+pause/objective/map"]),
        (CASE, ["+new-case/used_in/cases"]),
        (BLOCK, ["+extra-box/after/request-need"]),
        (LAST_BLOCK, ["+extra-box/after/request"]),
        (SHARED_BLOCK, ["+extra-box/after/agreement"]),
        (QUESTION, ["+can-map-two/objective/map"]),
    ],
)
def test_what_an_addition_goes_by(
    cohort: Call, session: Call, changes: str, paths: list[str]
) -> None:
    cohort(changes)
    assert [each.path for each in session().beneath if each.path.startswith("+")] == paths


@pytest.mark.parametrize(
    ("changes", "words", "at"),
    [
        (ACTIVITY, ("What this session is for, and", "What it is for, and"), "after: welcome"),
        (ACTIVITY, ("Let us first see what you", "Let us see what you"), "after: welcome"),
        (ACTIVITY, ("    title: Welcome\n", "    title: Hello\n"), "after: welcome"),
        (CASE, ("uses: [late-feedback, two-advisors]", "uses: [late-feedback]"), "used_in: cases"),
        (CASE, ("Read a case at your table", "Read the case"), "used_in: cases"),
        (BLOCK, ("Which need will you start", "Which need do you start"), "after: request-need"),
        (BLOCK, ("id: request-words", "id: request-wording"), "after: request-need"),
        (LAST_BLOCK, ("id: request-words", "id: request-wording"), "after: request"),
        (QUESTION, (OBJECTIVE, f"{OBJECTIVE}Again "), "objective: map"),
        (ACTIVITY, (OBJECTIVE, f"{OBJECTIVE}Again "), "objectives: [map]"),
    ],
)
def test_what_changes_around_it_is_told_at_the_cohorts_line(
    *, cohort: Call, session: Call, edit: Call, changes: str, words: tuple[str, str], at: str
) -> None:
    cohort(changes)
    before = usual_of(session().beneath)
    assert list(changed_beneath(session(), before)) == []
    edit(*words)
    told = list(changed_beneath(session(), before))
    assert len(told) == 1
    where = told[0].where
    assert where
    key = at.partition(":")[0]
    assert at in where.source
    assert key in where.source[: where.column + len(at)]
    assert "small.yaml:" in told[0].message


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (ACTIVITY, ("Few hands. Say that this is usual.", "Few hands.")),
        (ACTIVITY, ("Read a case at your table", "Read the case")),
        (CASE, ("Participants hear three or four", "Participants hear four")),
        (CASE, ("        Welcome. In a little more", "        In a little more")),
        (BLOCK, ("The request, word by word", "The request in words")),
        (LAST_BLOCK, ("The request, word by word", "The request in words")),
        (QUESTION, ("Participants find out which", "Participants learn which")),
    ],
)
def test_what_stands_elsewhere_is_not_told(
    cohort: Call, session: Call, edit: Call, changes: str, words: tuple[str, str]
) -> None:
    cohort(changes)
    before = usual_of(session().beneath)
    edit(*words)
    assert list(changed_beneath(session(), before)) == []


def test_the_cohorts_own_changes_are_not_the_workshops(cohort: Call, session: Call) -> None:
    cohort(CASE)
    before = usual_of(session().beneath)
    cohort(f"{CASE}\nchange: {{cases: {{title: Ours, participants: Read ours.}}}}")
    assert list(changed_beneath(session(), before)) == []


def test_an_objective_in_the_cohorts_words_is_told_there(cohort: Call, session: Call) -> None:
    cohort(f"{ACTIVITY.replace('change: {', 'change: {map: {text: Draw our map}, ')}")
    paths = [each.path for each in session().beneath]
    assert "map/text" in paths
    assert "+pause/objective/map" not in paths


def test_another_place_is_a_new_choice(cohort: Call, session: Call) -> None:
    cohort(BLOCK)
    before = usual_of(session().beneath)
    cohort(BLOCK.replace("after: request-need", "after: request-words"))
    assert list(changed_beneath(session(), before)) == []


def test_a_case_of_the_same_id_is_an_error_at_the_cohorts_line(
    cohort: Call, edit: Call, told: Call
) -> None:
    cohort(CASE)
    edit("    - id: two-advisors\n", "    - id: new-case\n")
    edit("uses: [late-feedback, two-advisors]", "uses: [late-feedback, new-case]")
    told("duplicate-id", "new-case")


def test_so_is_a_shared_case_that_the_workshop_comes_to_use(
    cohort: Call, edit: Call, cohort_problems: Call
) -> None:
    cohort(CASE)
    shared = "workshops/shared/scenarios.yaml"
    edit("id: late-feedback", "id: new-case", shared)
    edit("use: [late-feedback]", "use: [new-case]")
    edit("uses: [late-feedback, two-advisors]", "uses: [new-case, two-advisors]")
    errors = [each for each in cohort_problems() if each.severity == "error"]
    assert [each.where.file[-10:] for each in errors] == ["group.yaml"], list(map(str, errors))
