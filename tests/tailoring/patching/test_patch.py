"""What a cohort changes by id, and what it leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]


def test_fields_of_things_of_each_kind(cohort: Call, tailored: Call) -> None:
    cohort(
        """
        change:
          workshop: {title: Asking well, key_points: [Ask., Ask again.]}
          ask: {text: Write a request and send it}
          welcome: {title: Hello, instructor: {say: Good morning.}}
          request: {purpose: To ask.}
          request-need: {lines: 4}
          two-advisors: {title: Two voices, versions: {intern: Your mentors disagree.}}
          improve: {text: What was missing?}
        """
    )
    made = tailored()
    assert made.workshop.title == "Asking well"
    assert made.workshop.key_points == ("Ask.", "Ask again.")
    assert made.objectives[1].text == "Write a request and send it"
    first = made.agenda[0].activity
    assert (first.title, first.instructor.say) == ("Hello", "Good morning.")
    assert first.instructor.purpose.startswith("Everyone hears")
    sheet = next(each for each in made.worksheets if each.id == "request")
    assert sheet.purpose == "To ask."
    assert sheet.blocks[0].lines == 4  # type: ignore[attr-defined]
    case = made.scenarios[1]
    assert case.title == "Two voices"
    assert case.versions["intern"] == "Your mentors disagree."
    assert case.versions["faculty"].startswith("Your mentor tells you")
    assert made.items[-1].text == "What was missing?"


@pytest.mark.parametrize(
    ("name", "field"), [("late-feedback", "title"), ("agreement", "title"), ("recommend", "text")]
)
def test_shared_things_are_changed_for_this_cohort_alone(
    cohort: Call, session: Call, project: Path, name: str, field: str
) -> None:
    text = "Words of our own"
    before = {path: path.read_bytes() for path in (project / "workshops/shared").iterdir()}
    cohort(f"change: {{{name}: {{{field}: '{text}'}}}}")
    loaded = session()
    things = {**loaded.loaded.scenarios, **loaded.loaded.worksheets, **loaded.loaded.items}
    plain = {**loaded.plain.scenarios, **loaded.plain.worksheets, **loaded.plain.items}
    assert getattr(things[name], field) == text
    assert getattr(plain[name], field) != text
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize(
    ("changes", "code", "at"),
    [
        ("change: {welcom: {title: Hi}}", "changes-nothing", "welcom"),
        ("leave_out: [casez]", "changes-nothing", "casez"),
        ("change: {welcome: {title: Welcome}}", "changes-nothing", "title"),
        ("change: {welcome: {minutes: {standard: 5}}}", "changes-nothing", "standard"),
        ("change: {welcome: {}}", "changes-nothing", "welcome"),
        ("change: {welcome: {instructor: {}}}", "changes-nothing", "instructor"),
        ("change: {two-advisors: {title: A}}\nleave_out: [two-advisors]", "changes-nothing", "two"),
        ("change: {welcome: {id: hello}}", "id-stays", "id"),
        ("change: {welcome: {titel: Hi}}", "unknown-key", "titel"),
        ("change: {welcome: {minutes: soon}}", "number-needed", "soon"),
        ("change: {welcome: {title: }}", "no-text", "title"),
        ("change: {workshop: {titel: Hi}}", "unknown-key", "titel"),
        ("change: {late-feedback: {titel: Hi}}", "unknown-key", "titel"),
        ("change: {recommend: {text: }}", "no-text", "text"),
        ("change: {welcome: {title: 'Hi {{ tutor }}'}}", "unknown-term", "{{ tutor"),
        ("change: {late-feedback: {title: 'Hi {{ tutor }}'}}", "unknown-term", "{{ tutor"),
        ("change: {time-well-spent: {text: Was it worth it?}}", "changes-nothing", "time-well"),
        ("leave_out: [time-well-spent]", "changes-nothing", "time-well"),
    ],
)
def test_mistakes_stand_in_the_cohorts_file(
    cohort: Call, told: Call, changes: str, code: str, at: str
) -> None:
    cohort(changes)
    told(code, at)


def test_a_slip_gets_the_nearest_id(cohort: Call, told: Call) -> None:
    cohort("change: {welcom: {title: Hi}}")
    assert "Did you mean `welcome`?" in told("changes-nothing", "welcom").hint


def test_an_activity_is_left_out_and_the_minutes_fitted(cohort: Call, tailored: Call) -> None:
    cohort("leave_out: [cases, respond]", sessions="- {id: a, workshop: small, minutes: 40}")
    made = tailored()
    assert "cases" not in [each.activity.id for each in made.agenda]
    assert sum(each.minutes for each in made.agenda) == made.minutes == 40
    assert [each.id for each in made.objectives] == ["map", "ask"]
    assert "can-respond" not in [each.id for each in made.items]


def test_an_activity_is_left_out_and_another_takes_its_minutes(
    cohort: Call, tailored: Call
) -> None:
    cohort("leave_out: [cases, respond]\nchange: {welcome: {minutes: {standard: 17}}}")
    assert [each.minutes for each in tailored().agenda] == [17, 14, 6, 3]


def test_a_worksheet_and_a_block_are_left_out(cohort: Call, tailored: Call) -> None:
    cohort("leave_out: [network, request-need, agreement]")
    made = tailored()
    sheets = {each.id: each for each in made.worksheets}
    assert "network" not in sheets
    assert "agreement" not in sheets
    assert "request-need" not in [block.id for block in sheets["request"].blocks]
    assert "network" not in [name for timed in made.agenda for name in timed.activity.uses]


def test_what_is_printed_for_a_sheet_goes_with_it(cohort: Call, tailored: Call) -> None:
    cohort("leave_out: [request]\nchange: {write-request: {uses: [network]}}")
    assert not [each for each in tailored().materials if each.worksheet == "request"]


@pytest.mark.parametrize("name", ["two-advisors", "late-feedback"])
def test_a_scenario_is_left_out(cohort: Call, tailored: Call, name: str) -> None:
    cohort(f"leave_out: [{name}]")
    made = tailored()
    assert len(made.scenarios) == 1
    assert made.scenarios[0].id != name


@pytest.mark.parametrize(
    "name", ["recommend", "most-useful", "relationship-changed", "request-story"]
)
def test_a_question_is_left_out(cohort: Call, session: Call, name: str) -> None:
    cohort(f"leave_out: [{name}]")
    loaded = session()
    assert name in loaded.plain.items
    assert name not in loaded.loaded.items


def test_an_objective_is_left_out_with_all_that_refers_to_it(
    cohort: Call, session: Call, tailored: Call
) -> None:
    cohort("leave_out: [respond]")
    made = tailored()
    assert "respond" not in [each.id for each in made.objectives]
    assert "can-respond" not in [each.id for each in made.items]
    assert "respond" not in [name for timed in made.agenda for name in timed.activity.objectives]
    assert "can-respond" in session().plain.items


def test_sessions_of_one_workshop_do_not_touch_each_other(cohort: Call, session: Call) -> None:
    cohort(
        """
        change: {write-request: {uses: [request, needs]}}
        leave_out: [network]
        add:
          - worksheet:
              id: extra
              title: Extra
              purpose: To add.
              blocks: [{id: extra-lines, kind: prompt, text: Write., lines: 3}]
            used_in: write-request
        scenarios: {use: [two-advisors]}
        """,
        sessions="- {id: a, workshop: small}\n- {id: b, workshop: small}",
    )
    first, second = session(0), session(1)
    assert first.loaded.workshop == second.loaded.workshop
    uses = {each.id: each.uses for each in second.loaded.workshop.agenda}
    assert uses["write-request"] == ("request", "needs", "extra")
    again = session(0)
    assert again.loaded.workshop == first.loaded.workshop


def test_rows_of_two_blocks_with_one_id(cohort: Call, told: Call, edit: Call) -> None:
    edit("{id: need-doors, text:", "{id: ask-time, text:")
    cohort("change: {ask-time: {text: Other words}}")
    told("ambiguous-id", "ask-time")


def test_a_row_with_the_id_of_an_activity_is_not_meant(
    cohort: Call, tailored: Call, edit: Call
) -> None:
    edit("{id: need-doors, text:", "{id: welcome, text:")
    cohort("change: {welcome: {title: Hello}}")
    assert tailored().agenda[0].activity.title == "Hello"


CHARTS = """
charts:
  - {id: chart-agreement, title: Our agreement, lines: [Names stay here.]}
  - {id: chart-map, title: My map, block: network-map}
agenda:
"""


def test_a_flip_chart_page_is_changed_by_its_id(cohort: Call, tailored: Call, edit: Call) -> None:
    edit("\nagenda:\n", CHARTS)
    cohort("change: {chart-agreement: {lines: [Stories stay here.]}}")
    first, _ = tailored().charts
    assert (first.title, first.lines) == ("Our agreement", ("Stories stay here.",))


@pytest.mark.parametrize("name", ["chart-map", "network-map", "network"])
def test_a_flip_chart_page_goes_with_the_sheet_that_is_drawn_on_it(
    cohort: Call, tailored: Call, edit: Call, name: str
) -> None:
    edit("\nagenda:\n", CHARTS)
    cohort(f"leave_out: [{name}]")
    assert [each.id for each in tailored().charts] == ["chart-agreement"]


def test_a_block_that_is_left_out_is_no_card(cohort: Call, tailored: Call) -> None:
    cohort("leave_out: [network-match]")
    sheet = next(each for each in tailored().worksheets if each.id == "network")
    assert sheet.cards == ("network-roles",)
