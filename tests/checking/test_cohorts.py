from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kit.errors import Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


def test_a_good_cohort_has_no_problems(cohort: Call, cohort_problems: Call) -> None:
    cohort(head="terms: {mentor: supervisor}")
    assert cohort_problems() == ()


def test_a_tag_in_a_cohort_s_word_is_told_of_as_it_is_in_a_workshop(
    cohort: Call, cohort_problems: Call
) -> None:
    cohort(head="terms: {mentor: '<b>super</b>visor and <em>guide</em>'}")
    (problem,) = cohort_problems()
    assert (problem.code, str(problem.severity)) == ("dropped-tag", "warning")
    assert problem.message == "`<b>` is taken for HTML and left out."
    assert problem.where.line


@pytest.mark.parametrize(
    ("sessions", "code", "at"),
    [
        ("- {id: first, workshop: smal}", "unknown-workshop", "smal"),
        ("- {id: a, workshop: small}\n- {id: a, workshop: small}", "duplicate-id", "a, work"),
        ("- {id: nul, workshop: small}", "reserved-id", "nul"),
        ("- {id: a, workshop: small, length: short, minutes: 30}", "length-and-minutes", "30"),
        ("- {id: a, workshop: small, date: 2027-02-30}", "no-such-day", "2027-02-30"),
        (
            "- {id: a, workshop: small, time_zone: Europe/Londn}",
            "unknown-time-zone",
            "Europe/Londn",
        ),
        ("- {id: a, workshop: small, date: 30.2.2027}", "date", "30.2.2027"),
        ("- {id: a, workshop: small, start: 25:00}", "start-time", "25:00"),
        ("- {id: a, workshop: small, length: long}", "unknown-length", "long"),
        ("- {id: a, workshop: small, roles: five-winds}", "unknown-vocabulary", "five"),
        ("- {id: a, workshop: small, minutes: 30, roles: x-y}", "unknown-vocabulary", "x-y"),
        ("- {id: a, workshop: small, minutes: 12}", "minutes-do-not-fit", "12"),
        ("- {id: a, workshop: small, place: 'Room {{ mentor }}'}", "term-here", "'Room"),
        ("- {id: a, workshop: small, form_address: forms.x.org}", "web-address", "forms.x.org"),
        ("- {id: a, workshop: small, follow_up_address: 'ftp://x.org'}", "web-address", "'ftp"),
    ],
)
def test_what_a_session_cannot_have(
    cohort: Call, told: Call, sessions: str, code: str, at: str
) -> None:
    cohort(sessions=sessions)
    told(code, at)


@pytest.mark.parametrize(
    ("head", "code", "at"),
    [
        ("audience: dean", "unknown-audience", "dean"),
        ("roles: five-winds", "unknown-vocabulary", "five"),
        ("terms: {mentro: tutor}", "unknown-term", "mentro"),
        ("terms: {mentor: }", "no-text", "mentor"),
        ("terms: {mentor: 'a {{ mentee }}'}", "term-in-term", "'a {{"),
        ("titel: Residents", "unknown-key", "titel"),
        ("paper: a5", "unknown-choice", "a5"),
        ("participants: 0", "number-range", "0"),
        ("start: noon", "start-time", "noon"),
        ("form_address: https://a b.org", "web-address", "https://a b"),
        ("form_address: javascript:alert(1)", "web-address", "javascript"),
        (f"form_address: https://x.org/{'a' * 200}", "too-long", "https://x"),
        ("series: {title: 'Course {{ mentor }}'}", "term-here", "'Course"),
        ("workshops: {smal: {leave_out: [x]}}", "unknown-workshop", "smal"),
        ("workshops: {managing-up: {leave_out: [x]}}", "changes-nothing", "managing-up"),
        ("workshops: {small: {}}", "changes-nothing", "small"),
        ("workshops: {small: {chnage: {}}}", "unknown-key", "chnage"),
        ("workshops: {small: {scenarios: {them: [x]}}}", "unknown-key", "them"),
        ("workshops: {small: {add: [{afterr: x}]}}", "unknown-key", "afterr"),
    ],
)
def test_what_a_cohort_cannot_have(cohort: Call, told: Call, head: str, code: str, at: str) -> None:
    cohort(head=head)
    told(code, at)


PROGRAM = """
series: {title: Mentoring}
program:
  title: A year of mentoring
  begins: 2027-02-01
  ends: 2027-11-30
  stages: [{id: begin, title: Begin, happens: You begin., can: Say why.}]
  mentors: {senior: {title: Senior mentor, does: [Meets you.]}}
  checkpoints: [{session: spring, stage: begin, who: All}]
"""


def test_a_program_that_is_a_series_too_has_two_titles(cohort: Call, told: Call) -> None:
    spring = "- {id: spring, workshop: small, date: 2027-03-14}"
    cohort(head=PROGRAM, sessions=spring)
    assert "Take `series` out" in told("two-titles", "Mentoring}", warning=True).hint


def test_a_program_may_have_the_title_of_its_series(cohort: Call, cohort_problems: Call) -> None:
    spring = "- {id: spring, workshop: small, date: 2027-03-14}"
    cohort(head=PROGRAM.replace("title: Mentoring", "title: A year of mentoring"), sessions=spring)
    assert "two-titles" not in {each.code for each in cohort_problems()}


def test_what_stands_in_for_sessions_is_not_offered(cohort: Call, cohort_problems: Call) -> None:
    file = cohort(head=PROGRAM)
    text = file.read_text("utf-8")
    file.write_text(text[: text.index("sessions:")] + "sessions: []\n", "utf-8")
    found = cohort_problems()
    assert [each.code for each in found if each.severity is Severity.ERROR] == ["too-few"]
    spring = "sessions:\n  - {id: spring, workshop: small, date: 2027-03-14}\n"
    other = spring.replace("id: spring", "title: Spring") + "  - {id: fall, workshop: small}\n"
    file.write_text(text[: text.index("sessions:")] + other, "utf-8")
    assert not [each for each in cohort_problems() if "stand-in" in each.hint]


def test_the_usual_words_of_a_term_are_told_and_stop_nothing(cohort: Call, told: Call) -> None:
    cohort(head="terms: {mentor: mentor}")
    told("changes-nothing", "mentor}", warning=True)


def test_what_is_left_out_twice_is_told(cohort: Call, told: Call) -> None:
    cohort("leave_out: [see-needs, request-sent, request-sent]")
    told("changes-nothing", "request-sent]")


def test_another_slip_of_the_file_is_no_suggestion(cohort: Call, cohort_problems: Call) -> None:
    cohort(
        head="workshops: {mentoring-mosiac: {leave_out: [x]}}",
        sessions="- {id: a, workshop: managing-upp}\n- {id: b, workshop: small}",
    )
    hints = [each.hint for each in cohort_problems() if each.code == "unknown-workshop"]
    assert sorted(hints) == ["Did you mean `managing-up`?", "Did you mean `mentoring-mosaic`?"]


def test_an_empty_place_for_changes_shows_what_may_be_written(
    cohort: Call, cohort_problems: Call
) -> None:
    cohort(head="workshops:")
    (problem,) = (each for each in cohort_problems() if each.code == "missing")
    assert "`workshops: {managing-up: {leave_out: [meeting-log]}}`" in problem.hint


def test_a_term_of_one_workshop_is_enough(cohort: Call, cohort_problems: Call, edit: Call) -> None:
    cohort(
        head="terms: {program: training scheme}",
        sessions="- {id: a, workshop: small}\n- {id: b, workshop: managing-up}",
    )
    assert "unknown-term" not in {problem.code for problem in cohort_problems()}
    edit("  mentee: mentee\n", "  mentee: mentee\n  program: program\n")
    cohort(head="terms: {program: training scheme}")
    assert cohort_problems() == ()


def test_a_contact_is_asked_for_where_the_workshop_names_none(
    cohort: Call, told: Call, edit: Call, cohort_problems: Call
) -> None:
    edit("  safe_contact: the ombuds office", "  safe_contact:")
    cohort(head="terms: {mentor: tutor}")
    assert "no-safe-contact" in {problem.code for problem in cohort_problems()}
    told("no-safe-contact", "{mentor", warning=True)
    cohort(head="terms: {safe_contact: 'the dean, 5000'}")
    assert cohort_problems() == ()


def test_the_workshops_own_mistakes_are_told_and_stop_the_session(
    cohort: Call, edit: Call, cohort_problems: Call
) -> None:
    edit("lengths: {standard: 40,", "lengths: {standard: 41,")
    cohort()
    (problem,) = cohort_problems()
    assert problem.code == "minutes-add-up"
    assert problem.where.file.endswith("workshops/small.yaml")
