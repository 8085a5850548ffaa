"""An order of a cohort's own: of activities, worksheets, cases and questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, reject, settings, strategies

from kit.instrument.form import form_of
from kit.library import find_library
from kit.reading.cohort import load_cohort
from kit.tailoring.session import load_session
from kit.tailoring.tailor import tailor

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]

KINDS = {
    "activities": ["welcome", "see-needs", "cases", "write-request", "closing"],
    "worksheets": ["needs", "network", "request", "next-steps", "agreement"],
    "cases": ["late-feedback", "two-advisors"],
    "before and now": ["knows-gap", "writes-request"],
    "choices": ["recommend", "most-useful"],
}


def test_another_order(cohort: Call, tailored: Call) -> None:
    cohort("order: [welcome, cases, see-needs, write-request, closing]")
    agenda = [each.activity.id for each in tailored().agenda]
    assert agenda == ["welcome", "cases", "see-needs", "write-request", "closing"]


def test_an_order_without_what_is_left_out(cohort: Call, tailored: Call) -> None:
    cohort(
        "leave_out: [cases, respond]\norder: [see-needs, welcome, write-request, closing]",
        sessions="- {id: a, workshop: small, minutes: 30}",
    )
    assert tailored().agenda[0].activity.id == "see-needs"


def test_worksheets_stand_as_the_cohort_says_and_not_as_they_are_used(
    cohort: Call, tailored: Call
) -> None:
    order = ["next-steps", "request", "agreement", "needs", "network"]
    cohort(f"order: [{', '.join(order)}]")
    made = tailored()
    assert [each.id for each in made.worksheets] == order
    assert next(each.activity.uses for each in made.agenda if each.activity.id == "see-needs") == (
        *("needs", "network"),
    )


def test_an_order_of_cases_is_one_of_their_rounds(cohort: Call, tailored: Call) -> None:
    cohort("order: [two-advisors, late-feedback]")
    made = tailored()
    assert [each.id for each in made.scenarios] == ["two-advisors", "late-feedback"]
    uses = next(each.activity.uses for each in made.agenda if each.activity.id == "cases")
    assert uses == ("two-advisors", "late-feedback")


def test_questions_change_places_within_their_sections(cohort: Call, tailored: Call) -> None:
    cohort()
    usual = form_of(tailored(), "end")
    cohort("order: [writes-request, most-useful, knows-gap, recommend]")
    form = form_of(tailored(), "end")
    assert usual
    assert form
    assert [each.kind for each in form.sections] == [each.kind for each in usual.sections]
    asked = {each.kind: [one.item.id for one in each.questions] for each in form.sections}
    assert asked["before-now"] == ["writes-request", "knows-gap"]
    assert asked["choices"] == ["most-useful", "recommend"]
    # Numbers stand for other questions now, so answers are not to be added up.
    assert form.version != usual.version


def test_one_list_may_name_several_kinds(cohort: Call, tailored: Call) -> None:
    cohort(
        "order: [writes-request, two-advisors, welcome, cases, knows-gap, see-needs, "
        "late-feedback, write-request, closing]"
    )
    made = tailored()
    assert [each.activity.id for each in made.agenda][1] == "cases"
    assert made.scenarios[0].id == "two-advisors"
    assert next(each.id for each in made.items if each.kind == "before-now") == "writes-request"


def test_an_order_for_two_lengths_names_what_both_have(
    cohort: Call, cohort_problems: Call, tailored: Call
) -> None:
    sessions = "- {id: a, workshop: small, length: short}\n- {id: b, workshop: small}"
    cohort("order: [two-advisors, late-feedback]", sessions=sessions)
    assert not [each for each in cohort_problems() if each.severity == "error"]
    assert [each.id for each in tailored(1).scenarios] == ["two-advisors", "late-feedback"]
    assert tailored(0).scenarios == ()


def test_cases_that_are_chosen_have_their_order_there(cohort: Call, told: Call) -> None:
    cohort("scenarios: {count: 2}\norder: [two-advisors, late-feedback]")
    assert "under `scenarios`" in told("order", "two-advisors").message


@pytest.fixture
def usual(cohort: Call, project: Path) -> Any:
    """The first session of `group` without an order of its own."""
    cohort()
    return first_session(project)


@pytest.mark.slow
@settings(max_examples=40, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(data=strategies.data())
def test_an_order_only_puts_things_in_other_places(
    cohort: Call, project: Path, usual: Any, data: strategies.DataObject
) -> None:
    kinds = data.draw(strategies.sets(strategies.sampled_from(sorted(KINDS)), min_size=1))
    names = [name for kind in sorted(kinds) for name in KINDS[kind]]
    order = data.draw(strategies.permutations(names))
    cohort(f"order: [{', '.join(order)}]")
    made = first_session(project)
    for kind, ids in KINDS.items():
        here = [name for name in ids_of(made, kind) if name in ids]
        # Sheets without an order of their own follow the agenda.
        if kind in kinds or "activities" not in kinds:
            assert here == [name for name in (order if kind in kinds else ids) if name in ids]
        assert sorted(ids_of(made, kind)) == sorted(ids_of(usual, kind))
    for name, content in ((each.id, each) for each in (*usual.worksheets, *usual.items)):
        assert content in (*made.worksheets, *made.items), name


def first_session(project: Path) -> Any:
    """Tailor the first session of `group`, whatever is told of its order."""
    library = find_library(project)
    cohort, _ = load_cohort(library, "group")
    assert cohort
    loaded, problems = load_session(library, cohort, cohort.cohort.sessions[0])
    if loaded is None:
        assert {each.code for each in problems} == {"changes-nothing"}
        reject()
    return tailor(loaded.loaded, loaded.choice)


def ids_of(made: Any, kind: str) -> list[str]:
    if kind == "activities":
        return [each.activity.id for each in made.agenda]
    things = {"worksheets": made.worksheets, "cases": made.scenarios}
    return [each.id for each in things.get(kind, made.items)]


@pytest.mark.parametrize(
    ("order", "at", "said"),
    [
        ("[welcome, cases, see-needs, write-request]", "order", "leaves out `closing`"),
        ("[welcom, see-needs, cases, write-request, closing]", "welcom", "no activity"),
        ("[welcome, welcome, see-needs, cases, write-request, closing]", "welcome, see", "twice"),
        ("[needs-gap, welcome, see-needs, cases, write-request, closing]", "needs-gap", "no activ"),
        ("[two-advisors]", "order", "leaves out `late-feedback`"),
        ("[request, needs, network]", "order", "leaves out `next-steps`, `agreement`"),
        ("[writes-request]", "order", "leaves out `knows-gap`"),
        ("[most-useful, writes-request, knows-gap]", "order", "leaves out `recommend`"),
        ("[request-sent]", "request-sent", "no activity"),
    ],
)
def test_an_order_that_is_none(
    cohort: Call, cohort_problems: Call, order: str, at: str, said: str
) -> None:
    path = cohort(f"order: {order}")
    found = [each for each in cohort_problems() if each.code == "order" and said in each.message]
    assert len(found) == 1
    line = path.read_text(encoding="utf-8").splitlines()[found[0].where.line - 1]
    assert line[found[0].where.column - 1 :].startswith(at)


@pytest.mark.parametrize(
    ("order", "kind"),
    [
        ("[welcome, see-needs, cases, write-request, closing]", "activities"),
        ("[needs, network, request, next-steps, agreement]", "worksheets"),
        ("[late-feedback, two-advisors]", "cases"),
        ("[knows-gap, writes-request]", "questions"),
        ("[two-advisors, late-feedback, knows-gap, writes-request]", "questions"),
    ],
)
def test_the_order_that_it_has(cohort: Call, told: Call, order: str, kind: str) -> None:
    cohort(f"order: {order}")
    assert told("changes-nothing", "order").message.startswith(f"The {kind} are")


def test_the_closing_may_not_come_in_the_middle(cohort: Call, told: Call) -> None:
    cohort("order: [welcome, closing, see-needs, cases, write-request]")
    told("closing-not-protected", "order", warning=True)


SHORT = "- {id: a, workshop: small, length: short}"
"""A session without the activity `cases`."""


@pytest.mark.parametrize("order", ["", "cases, "])
def test_an_order_need_not_name_what_another_length_has(
    cohort: Call, tailored: Call, order: str
) -> None:
    cohort(f"order: [{order}see-needs, welcome, write-request, closing]", sessions=SHORT)
    agenda = [each.activity.id for each in tailored().agenda]
    assert agenda == ["see-needs", "welcome", "write-request", "closing"]


def test_an_order_that_changes_nothing_in_this_length(cohort: Call, told: Call) -> None:
    cohort("order: [welcome, see-needs, write-request, closing]", sessions=SHORT)
    told("changes-nothing", "order")
