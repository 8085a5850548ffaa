"""Things of a cohort's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]

SHEET = (
    "worksheet: {id: extra, title: Extra, purpose: To add., "
    "blocks: [{id: extra-lines, kind: prompt, text: Write., lines: 3}]}"
)
CASE = (
    "scenario: {id: new-case, title: New, themes: [time], questions: [What now?], "
    "versions: {intern: Your mentor left., faculty: Your mentee left.}, "
    "instructor: {listen_for: [a plan]}}"
)
ACTIVITY = (
    "activity: {id: pause, title: A pause, minutes: {standard: 2}, grouping: [plenary], "
    "instructor: {purpose: To rest., if_short: Leave it out., steps: [{share: 1, do: Rest.}]}}"
)
BLOCK = "block: {id: extra-box, kind: box, text: Draw., height: 30}"


def test_a_worksheet_after_another_and_in_use(cohort: Call, tailored: Call) -> None:
    cohort(f"add:\n  - {{after: needs, used_in: see-needs, {SHEET}}}")
    made = tailored()
    assert [each.id for each in made.worksheets][:3] == ["needs", "extra", "network"]
    uses = next(each.activity.uses for each in made.agenda if each.activity.id == "see-needs")
    assert uses == ("needs", "extra", "network")


def test_a_scenario_after_a_shared_one(cohort: Call, tailored: Call) -> None:
    cohort(f"add:\n  - {{after: late-feedback, used_in: cases, {CASE}}}")
    cases = [each.id for each in tailored().scenarios]
    assert cases == ["late-feedback", "new-case", "two-advisors"]


def test_a_scenario_where_the_workshop_has_none_of_its_own(
    cohort: Call, tailored: Call, edit: Call, project: Any
) -> None:
    text = (project / "workshops/small.yaml").read_text(encoding="utf-8")
    own = text[text.index("  own:\n") : text.index("take_away:")]
    edit(own, "")
    edit("uses: [late-feedback, two-advisors]", "uses: [late-feedback]")
    cohort(f"add:\n  - {{used_in: cases, {CASE}}}")
    assert [each.id for each in tailored().scenarios] == ["late-feedback", "new-case"]


def test_an_activity_after_another(cohort: Call, tailored: Call) -> None:
    cohort(
        f"add:\n  - {{after: see-needs, {ACTIVITY}}}\n"
        "change: {cases: {minutes: {standard: 10}}}"
    )
    agenda = [(each.activity.id, each.minutes) for each in tailored().agenda]
    assert agenda[2:4] == [("pause", 2), ("cases", 10)]


@pytest.mark.parametrize(
    ("after", "sheet", "place"),
    [("request-need", "request", 1), ("request", "request", 4), ("needs-intro", "needs", 1)],
)
def test_a_block_after_a_block_or_at_the_end_of_a_sheet(
    cohort: Call, tailored: Call, after: str, sheet: str, place: int
) -> None:
    cohort(f"add:\n  - {{after: {after}, {BLOCK}}}")
    (made,) = [each for each in tailored().worksheets if each.id == sheet]
    assert made.blocks[place].id == "extra-box"


def test_a_block_of_a_shared_sheet(cohort: Call, session: Call) -> None:
    cohort(f"add:\n  - {{after: agreement, {BLOCK}}}")
    assert session().loaded.worksheets["agreement"].blocks[-1].id == "extra-box"


@pytest.mark.parametrize(
    ("add", "code", "at"),
    [
        ("{after: needs}", "one-addition", "{after"),
        (f"{{{SHEET}, {BLOCK}}}", "one-addition", "{id: extra-box"),
        (f"{{after: nedes, {SHEET}}}", "unknown-id", "nedes"),
        (f"{{after: welcome, {SHEET}}}", "unknown-id", "welcome"),
        (f"{{after: needs, {ACTIVITY}}}", "unknown-id", "needs"),
        (f"{{after: needs, {CASE}}}", "unknown-id", "needs"),
        (f"{{after: welcome, {BLOCK}}}", "unknown-id", "welcome"),
        (f"{{{BLOCK}}}", "unknown-id", "{block"),
        (f"{{used_in: see-need, {SHEET}}}", "unknown-activity", "see-need"),
        (f"{{used_in: needs, {SHEET}}}", "unknown-activity", "needs"),
        (f"{{used_in: cases, after: see-needs, {ACTIVITY}}}", "used-in", "used_in"),
        (f"{{used_in: cases, after: needs, {BLOCK}}}", "used-in", "used_in"),
        (
            f"{{used_in: see-needs, {SHEET.replace('id: extra,', 'id: needs,')}}}",
            "duplicate-id",
            "needs",
        ),
        (
            f"{{used_in: cases, {CASE.replace('new-case', 'late-feedback')}}}",
            "duplicate-id",
            "late",
        ),
        (f"{{used_in: cases, {CASE.replace('themes', 'thems')}}}", "unknown-key", "thems"),
        (
            f"{{after: needs-intro, {BLOCK.replace('kind: box', 'kind: bocks')}}}",
            "unknown-choice",
            "bocks",
        ),
    ],
)
def test_mistakes_stand_in_the_cohorts_file(
    cohort: Call, told: Call, add: str, code: str, at: str
) -> None:
    cohort(f"add:\n  - {add}")
    told(code, at)


def test_only_the_wording_of_these_people_is_needed(
    cohort: Call, tailored: Call, told: Call
) -> None:
    case = CASE.replace(", faculty: Your mentee left.", "")
    cohort(f"add:\n  - {{used_in: cases, {case}}}", head="audience: resident")
    assert tailored().scenarios[-1].id == "new-case"
    cohort(f"add:\n  - {{used_in: cases, {case}}}", head="audience: junior-faculty")
    told("no-wording", "{intern")


def test_a_sheet_that_nobody_uses(cohort: Call, told: Call) -> None:
    cohort(f"add:\n  - {{{SHEET}}}")
    told("unused-worksheet", "extra", warning=True)


def test_an_activity_that_the_minutes_have_no_room_for(cohort: Call, told: Call) -> None:
    cohort(f"add:\n  - {{after: see-needs, {ACTIVITY}}}")
    problem = told("minutes-add-up", "small")
    assert "It shows at" in problem.hint


def test_nothing_is_put_after_what_is_left_out(cohort: Call, told: Call) -> None:
    cohort(f"leave_out: [request-need]\nadd:\n  - {{after: request-need, {BLOCK}}}")
    told("unknown-id", "request-need")


@pytest.mark.parametrize(
    ("item", "part"),
    [
        ("{id: own-words, kind: text, text: What else?}", "open"),
        ("{id: own-words, kind: scale, text: The room was quiet.}", "more"),
        ("{id: own-words, kind: before-now, text: I can ask.}", "before_now"),
    ],
)
def test_a_question_stands_where_its_kind_does(
    cohort: Call, tailored: Call, item: str, part: str
) -> None:
    cohort(f"add:\n  - item: {item}")
    made = tailored()
    form = made.workshop.evaluation
    assert getattr(form, part)[-1].id == "own-words"
    assert "own-words" in [each.id for each in made.items]


def test_a_question_follows_another(cohort: Call, tailored: Call) -> None:
    cohort("")
    first = tailored().workshop.evaluation.open[0].id
    cohort(f"add:\n  - {{after: {first}, item: {{id: own-words, kind: text, text: What else?}}}}")
    assert [each.id for each in tailored().workshop.evaluation.open][:2] == [first, "own-words"]


def test_a_question_after_nothing_is_told(cohort: Call, told: Call) -> None:
    cohort("add:\n  - {after: nowhere, item: {id: own-words, kind: text, text: What else?}}")
    assert "no item" in told("unknown-id", "nowhere").message
