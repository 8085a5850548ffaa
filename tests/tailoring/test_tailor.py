from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.errors import KitError
from kit.library import Library
from kit.reading.workshop import LoadedWorkshop, load_workshops
from kit.tailoring.choice import Choice, wording_for
from kit.tailoring.tailor import premise, tailor, timed_steps
from kit.tailoring.terms import BLANK

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def load(project: Path) -> Callable[[], LoadedWorkshop]:
    def read() -> LoadedWorkshop:
        (loaded,), problems = load_workshops(Library(None, project), ["small"])
        assert not problems
        return loaded

    return read


@pytest.fixture
def loaded(load: Callable[[], LoadedWorkshop]) -> LoadedWorkshop:
    return load()


def test_the_first_length_and_audience_are_the_default(loaded: LoadedWorkshop) -> None:
    tailored = tailor(loaded, Choice())
    assert (tailored.length, tailored.minutes, tailored.is_default_length) == ("standard", 40, True)
    assert (tailored.audience, tailored.is_default_audience) == ("intern", True)


def test_another_length_has_its_own_agenda(loaded: LoadedWorkshop) -> None:
    tailored = tailor(loaded, Choice(length="short"))
    assert [(each.activity.id, each.minutes) for each in tailored.agenda] == [
        ("welcome", 4),
        ("see-needs", 10),
        ("write-request", 8),
        ("closing", 3),
    ]
    assert not tailored.is_default_length
    assert [objective.id for objective in tailored.objectives] == ["map", "ask"]
    assert tailored.scenarios == ()
    assert "Clock that everyone can see" not in {each.item for each in tailored.materials}


@pytest.mark.parametrize("length", ["standard", "short"])
def test_steps_are_whole_minutes_that_add_up(loaded: LoadedWorkshop, length: str) -> None:
    for timed in tailor(loaded, Choice(length=length)).agenda:
        assert sum(step.minutes for step in timed.steps) == timed.minutes
        assert all(step.minutes >= 1 for step in timed.steps)


def test_a_step_takes_the_grouping_of_its_activity(loaded: LoadedWorkshop) -> None:
    agenda = tailor(loaded, Choice()).agenda
    assert [str(step.grouping) for step in agenda[0].steps] == ["plenary", "plenary"]
    assert [str(step.grouping) for step in agenda[1].steps] == ["solo", "pairs"]
    assert [step.talk for step in agenda[0].steps] == [True, False]


def test_a_step_without_a_share_in_a_length_is_no_part_of_it(
    load: Callable[[], LoadedWorkshop], edit: Callable[..., Path]
) -> None:
    edit("share: {standard: 5, short: 4}", "share: {standard: 5}")
    activity = load().workshop.agenda[1]
    assert [step.minutes for step in timed_steps(activity, "short")] == [10]
    assert [step.minutes for step in timed_steps(activity, "standard")] == [9, 5]
    assert timed_steps(activity, "other") == ()


def test_pre_work_belongs_to_its_lengths(loaded: LoadedWorkshop) -> None:
    assert tailor(loaded, Choice()).prework is None
    prework = tailor(loaded, Choice(length="short")).prework
    assert prework
    assert prework.uses == ("needs",)


def test_worksheets_stand_in_the_order_of_use_and_take_home_ones_last(
    load: Callable[[], LoadedWorkshop], edit: Callable[..., Path]
) -> None:
    edit("uses: [needs, network]", "uses: [network, needs]")
    loaded = load()
    standard = [each.id for each in tailor(loaded, Choice()).worksheets]
    assert standard == ["network", "needs", "request", "next-steps", "agreement"]
    short = [each.id for each in tailor(loaded, Choice(length="short")).worksheets]
    assert short == ["needs", "network", "request", "next-steps", "agreement"]


def test_a_worksheet_of_other_lengths_is_left_out_wherever_it_is_named(
    load: Callable[[], LoadedWorkshop], edit: Callable[..., Path]
) -> None:
    edit(
        "    title: My request\n    purpose: To write",
        "    title: My request\n    lengths: [short]\n    purpose: To write",
    )
    tailored = tailor(load(), Choice())
    assert "request" not in {each.id for each in tailored.worksheets}
    assert all("request" not in each.activity.uses for each in tailored.agenda)
    assert "My request" not in {each.item for each in tailored.materials}


def test_items_stand_in_the_order_of_the_form(loaded: LoadedWorkshop) -> None:
    tailored = tailor(loaded, Choice())
    assert [item.id for item in tailored.items] == [
        "mentoring-improved",
        "recommend",
        "can-respond",
        "knows-gap",
        "writes-request",
        "most-useful",
        "one-change",
        "improve",
    ]
    assert [item.id for item in tailored.follow_up_items] == [
        "mentoring-improved",
        "relationship-changed",
        "request-sent",
        "request-story",
    ]


def test_an_item_on_an_objective_of_another_length_is_out(
    load: Callable[[], LoadedWorkshop], edit: Callable[..., Path]
) -> None:
    edit("      objective: respond\n      lengths: [standard]", "      objective: respond")
    tailored = tailor(load(), Choice(length="short"))
    assert "can-respond" not in {item.id for item in tailored.items}


def test_an_activity_names_objectives_of_its_length_only(
    load: Callable[[], LoadedWorkshop], edit: Callable[..., Path]
) -> None:
    edit("objectives: [ask]", "objectives: [ask, respond]")
    tailored = tailor(load(), Choice(length="short"))
    assert tailored.agenda[2].activity.objectives == ("ask",)


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("intern", "intern"),
        ("resident", "intern"),
        ("faculty", "faculty"),
        ("junior-faculty", "faculty"),
    ],
)
def test_an_audience_gets_its_wording(loaded: LoadedWorkshop, asked: str, given: str) -> None:
    tailored = tailor(loaded, Choice(audience=asked))
    assert tailored.audience == given
    assert "case report" in premise(tailored.scenarios[0], "intern")
    assert "first grant" in premise(tailored.scenarios[0], "faculty")


def test_an_unknown_audience_has_no_wording(loaded: LoadedWorkshop) -> None:
    assert wording_for(loaded.workshop.audiences, "dean") is None
    with pytest.raises(KitError) as error:
        premise(loaded.scenarios["late-feedback"], "dean")
    assert error.value.problems[0].code == "no-wording"


def test_terms_are_replaced_everywhere(loaded: LoadedWorkshop) -> None:
    tailored = tailor(loaded, Choice(terms={"mentor": "advisor"}))
    assert "{{" not in repr(tailored)
    assert "an\nadvisor. What you" in (tailored.agenda[0].activity.instructor.say or "")
    assert "Your advisor tells you" in premise(tailored.scenarios[1], "intern")
    assert "your advisor the draft" in premise(tailored.scenarios[0], "intern")
    assert "to the ombuds office." in tailored.workshop.disclosure.instructor
    assert tailored.workshop.terms["mentor"] == "advisor"


@pytest.mark.parametrize("left_empty", ["definition", "choice"])
def test_an_unfilled_term_leaves_a_blank(
    load: Callable[[], LoadedWorkshop], edit: Callable[..., Path], left_empty: str
) -> None:
    if left_empty == "definition":
        edit("safe_contact: the ombuds office", "safe_contact:")
    terms = {"safe_contact": ""} if left_empty == "choice" else {}
    tailored = tailor(load(), Choice(terms=terms))
    assert f"to {BLANK}." in tailored.workshop.disclosure.instructor


def test_works_are_those_that_the_workshop_lists(
    load: Callable[[], LoadedWorkshop], edit: Callable[..., Path]
) -> None:
    edit("references: [sambunjak2006, straus2013, chopra2018]", "references: [straus2013]")
    assert list(tailor(load(), Choice()).references) == ["straus2013", "chopra2018"]


def test_everything_unknown_is_told_at_once(loaded: LoadedWorkshop) -> None:
    with pytest.raises(KitError) as error:
        tailor(loaded, Choice(length="shrt", audience="dean", terms={"mentr": "x"}))
    found = {problem.code: problem.hint for problem in error.value.problems}
    assert found == {
        "unknown-length": "Did you mean `short`?",
        "unknown-audience": "There is: `intern`, `resident`, `faculty`, `junior-faculty`.",
        "unknown-term": "Did you mean `mentor`?",
    }


def test_a_text_by_length_is_that_of_the_length(project: Path, edit: Callable[..., Path]) -> None:
    edit(
        "transition: Let us first see what you already have.",
        "transition: {standard: On to the map., short: Take out your sheet.}",
    )
    (loaded,), problems = load_workshops(Library(None, project), ["small"])
    assert not problems
    for length, words in (("standard", "On to the map."), ("short", "Take out your sheet.")):
        welcome = tailor(loaded, Choice(length=length)).agenda[0].activity
        assert welcome.instructor.transition == words
