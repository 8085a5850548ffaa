"""What only an activity used leaves the workshop with it, and nothing else does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kit.library import find_library
from kit.pipeline.sessions import sessions_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kit.pipeline.ready import Ready

    Call = Callable[..., Any]

NO_CASES = "leave_out: [cases, respond]\nchange: {see-needs: {minutes: {standard: 26}}}\n"
NO_REQUEST = "leave_out: [write-request, ask]\nchange: {see-needs: {minutes: {standard: 20}}}\n"
BLOCK = "block: {id: extra-box, kind: box, text: Draw., height: 30}"


@pytest.fixture
def made(project: Path, cohort_problems: Call) -> Callable[[], Ready]:
    """The session as it is made, with no word of what is not used."""

    def run() -> Ready:
        unused = {"unused-worksheet", "unused-scenario", "material-without-worksheet"}
        assert [str(each) for each in cohort_problems() if each.code in unused] == []
        (ready,) = sessions_of("group", (), find_library(project))
        return ready

    return run


def told(ready: Ready) -> tuple[str, ...]:
    assert ready.setting.occasion
    return ready.setting.occasion.differences


def test_cases_go_with_the_round(cohort: Call, made: Call) -> None:
    cohort(NO_CASES)
    ready = made()
    assert ready.tailored.scenarios == ()
    assert ready.session
    assert dict(ready.session.loaded.scenarios) == {}
    assert any(each.startswith("The cases are none. Usually") for each in told(ready))


def test_a_sheet_goes_with_its_material(cohort: Call, made: Call) -> None:
    cohort(NO_REQUEST)
    ready = made()
    assert ready.session
    assert "request" not in ready.session.loaded.worksheets
    assert "My request" not in [each.item for each in ready.tailored.materials]
    assert "Worksheet left out: “My request”." in told(ready)
    assert "Material left out: “My request”." in told(ready)


def test_a_sheet_that_goes_home_stays(cohort: Call, made: Call, edit: Call) -> None:
    edit("uses: [request]", "uses: [request, next-steps, agreement]")
    cohort(NO_REQUEST)
    names = [each.id for each in made().tailored.worksheets]
    assert "next-steps" in names
    assert "request" not in names


def test_what_another_activity_uses_stays(cohort: Call, made: Call, edit: Call) -> None:
    edit("uses: [late-feedback, two-advisors]", "uses: [late-feedback, two-advisors, request]")
    cohort(NO_REQUEST)
    assert "request" in [each.id for each in made().tailored.worksheets]


def test_what_the_cohort_uses_elsewhere_stays(cohort: Call, made: Call) -> None:
    cohort(
        "leave_out: [cases, respond]\n"
        "change: {see-needs: {minutes: {standard: 26}, uses: [needs, network, two-advisors]}}"
    )
    assert [each.id for each in made().tailored.scenarios] == ["two-advisors"]


def test_what_the_preparation_uses_stays(cohort: Call, made: Call, edit: Call) -> None:
    edit("after: see-needs", "after: cases")
    cohort(
        "leave_out: [see-needs]\n"
        "change: {cases: {minutes: {standard: 26}, objectives: [respond, map]}}"
    )
    ready = made()
    assert ready.session
    assert "needs" in ready.session.loaded.worksheets
    assert "network" not in ready.session.loaded.worksheets


AGAIN = """\
  - id: again
    title: Write it at once
    minutes: {short: 8}
    grouping: [solo]
    objectives: [ask]
    uses: [request]
    instructor: {purpose: To write., if_short: At home., steps: [{share: 1, do: Write.}]}
"""


@pytest.mark.parametrize(("length", "stays"), [("standard", False), ("short", True)])
def test_each_length_has_what_it_uses(
    cohort: Call, made: Call, edit: Call, length: str, stays: bool
) -> None:
    edit("minutes: {standard: 6, short: 8}", "minutes: {standard: 6}")
    edit("  - id: closing\n", f"{AGAIN}  - id: closing\n")
    edit(
        "    title: My request\n    purpose",
        "    title: My request\n    lengths: [standard, short]\n    purpose",
    )
    cohort(
        "leave_out: [write-request]\n"
        "change: {see-needs: {objectives: [map, ask], minutes: {standard: 20}}}",
        sessions=f"- {{id: a, workshop: small, length: {length}}}",
    )
    ready = made()
    assert ready.session
    assert ("request" in ready.session.loaded.worksheets) is stays


@pytest.mark.parametrize(
    "naming",
    [
        "  request: {title: Our request}",
        "  request-need: {lines: 5}",
    ],
)
def test_what_the_cohort_changes_stays_and_is_told(
    cohort: Call, cohort_problems: Call, naming: str
) -> None:
    cohort(
        "leave_out: [write-request, ask]\nchange:\n"
        f"  see-needs: {{minutes: {{standard: 20}}}}\n{naming}"
    )
    assert "unused-worksheet" in {each.code for each in cohort_problems()}


def test_what_the_cohort_adds_to_stays_and_is_told(cohort: Call, cohort_problems: Call) -> None:
    cohort(f"{NO_REQUEST}add: [{{after: request-need, {BLOCK}}}]")
    assert "unused-worksheet" in {each.code for each in cohort_problems()}


def test_chosen_cases_stay(cohort: Call, session: Call, edit: Call) -> None:
    edit("uses: [request]", "uses: [request, two-advisors]")
    edit("uses: [late-feedback, two-advisors]", "uses: [late-feedback]")
    cohort(f"{NO_REQUEST}scenarios: {{use: [two-advisors]}}")
    loaded = session().loaded
    assert "two-advisors" in loaded.scenarios
    uses = {each.id: each.uses for each in loaded.workshop.agenda}
    assert uses["cases"] == ("two-advisors",)


def test_an_activity_of_the_cohort_keeps_what_it_uses(cohort: Call, made: Call) -> None:
    cohort(
        """
        leave_out: [write-request]
        add:
          - after: cases
            activity:
              id: dictate
              title: Dictate it
              minutes: {standard: 6}
              grouping: [solo]
              objectives: [ask]
              uses: [request]
              instructor: {purpose: To write., if_short: At home., steps: [{share: 1, do: Write.}]}
        """
    )
    assert "request" in [each.id for each in made().tailored.worksheets]
