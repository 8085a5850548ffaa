from __future__ import annotations

import json
import shutil
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from kit.answers.response import Status, Way
from kit.collecting.current_form import current_form
from kit.collecting.example_responses import (
    ExampleResponses,
    example_cohorts,
    example_responses,
    example_store,
    responses_folder,
)
from kit.errors import KitError
from kit.library import Library, bundled_folder
from kit.pipeline.seating_plan import roster_of
from kit.reading.cohort import load_cohort

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BUNDLED = Library(None, bundled_folder())


@pytest.fixture(scope="module")
def examples() -> list[ExampleResponses]:
    return [example_responses(BUNDLED, name) for name in example_cohorts(BUNDLED)]


def words_of(examples: list[ExampleResponses], *asked: str) -> Iterator[str]:
    for each in examples:
        for stored in each.responses:
            for answer in stored.response.answers:
                field = stored.response.form.field(answer.field)
                if field and field.kind == "text" and field.asked in asked:
                    yield from answer.values


def test_every_session_of_the_example_cohorts_has_some(examples: list[ExampleResponses]) -> None:
    assert [each.cohort for each in examples] == [
        each for each in BUNDLED.cohort_names() if each != "mentors-and-mentees-2027"
    ]
    for each in examples:
        cohort, _ = load_cohort(BUNDLED, each.cohort)
        assert cohort
        names = [f"{each.cohort}/{session.id}" for session in cohort.cohort.sessions]
        assert [session.name for session in each.sessions] == names
        assert all(session.responses for session in each.sessions)
        assert any(form.phase == "follow-up" for each in each.sessions for form in each.forms)


def test_they_say_what_they_are(examples: list[ExampleResponses]) -> None:
    for each in examples:
        assert each.is_synthetic
        assert all(session.is_synthetic for session in each.sessions)
        assert "Nobody answered" in each.about
        assert str(each.seed) in each.about
        text = (responses_folder(BUNDLED) / f"{each.cohort}.json").read_text(encoding="utf-8")
        assert next(iter(json.loads(text))) == "about"


def test_numbers_of_people_are_possible(examples: list[ExampleResponses]) -> None:
    below = 0
    for session in (session for each in examples for session in each.sessions):
        record = session.record
        assert record.invited
        assert record.attended
        assert not record.names
        returned = [
            sum(r.response.form == form for r in session.responses) for form in session.forms
        ]
        assert record.invited.count >= record.attended.count >= max(returned)
        below += returned[0] < 5
        days = {stored.response.day for stored in session.responses}
        assert min(days) >= date.fromisoformat(record.recorded or "")
    assert below == 1


def test_the_store_gives_them_back_corrections_and_all(examples: list[ExampleResponses]) -> None:
    with example_store(*examples) as store:
        kept = {each.response.original: each for each in store.responses()}
        counted = sum(each.responses for each in store.counts())
        file = store.path
    given = [stored for each in examples for stored in each.responses]
    assert counted == len(kept) == len(given)
    for each in given:
        assert kept[each.response.original].response == each.response
        assert kept[each.response.original].history == each.history
    assert not file.exists()


def test_all_ways_in_and_all_kinds_of_doubt_are_there(examples: list[ExampleResponses]) -> None:
    stored = [stored for each in examples for stored in each.responses]
    assert {each.response.way for each in stored} == set(Way)
    history = [entry for each in stored for entry in each.history]
    kinds = {entry.answer.evidence.get("kind") for entry in history if not entry.who}
    assert kinds >= {"written", "blank", "two-marks", "trace"}
    statuses = {entry.answer.status for entry in history if entry.who == "example reviewer"}
    assert statuses == {Status.CONFIRMED, Status.TYPED}
    assert all(
        answer.status is not Status.DOUBTFUL for each in stored for answer in each.response.answers
    )


def test_they_are_the_same_each_time_and_in_the_order_of_their_ids(
    examples: list[ExampleResponses],
) -> None:
    again = example_responses(BUNDLED, examples[0].cohort)
    assert again == examples[0]
    ids = [each.id for each in again.responses]
    assert ids == sorted(set(ids))


def test_comments_and_commitments_differ(examples: list[ExampleResponses]) -> None:
    comments, commitments = list(words_of(examples, "text")), list(words_of(examples, "commitment"))
    assert len(comments) == len(set(comments)) >= 40
    assert len(set(commitments)) >= 30


def test_nobody_of_the_rosters_stands_in_them_but_the_two_who_are_invented(
    examples: list[ExampleResponses],
) -> None:
    comments = " ".join(words_of(examples, "text", "commitment", "choice"))
    for each in examples:
        assert len(each.invented_names) == 2
        assert all(comments.count(name) == 1 for name in each.invented_names)
        cohort, _ = load_cohort(BUNDLED, each.cohort)
        assert cohort
        roster, _ = roster_of(cohort, BUNDLED)
        assert roster
        text = (responses_folder(BUNDLED) / f"{each.cohort}.json").read_text(encoding="utf-8")
        words = set(text.replace("”", " ").replace(".", " ").replace('"', " ").split())
        for person in roster.people:
            assert person.name not in text
            assert person.name.split()[0] not in words


def test_a_project_of_the_same_name_makes_no_difference_and_gets_nothing(
    project: Path, interns: str
) -> None:
    cohorts = project / "workshops" / "cohorts"
    name = BUNDLED.cohort_names()[0]
    shutil.copy(cohorts / f"{interns}.yaml", cohorts / f"{name}.yaml")
    library = Library(project, BUNDLED.bundled)
    before = sorted(project.rglob("*"))
    found = example_responses(library, name)
    assert found == example_responses(BUNDLED, name)
    with example_store(found) as store:
        assert not store.path.is_relative_to(project)
    assert sorted(project.rglob("*")) == before
    with pytest.raises(KitError, match="no example answers for `interns`"):
        example_responses(library, interns)


@pytest.fixture
def own(project: Path, interns: str) -> Library:
    """The example project as the bundled one, with one made-up response."""
    assert interns
    shutil.copytree(BUNDLED.bundled / "templates", project / "templates", dirs_exist_ok=True)
    library = Library(None, project)
    responses_folder(library).mkdir()
    write(library, {})
    return library


def write(library: Library, response: dict[str, Any], **record: Any) -> None:
    usual = {
        "phase": "end",
        "version": "",
        "way": "web",
        "day": "2027-08-12",
        "answers": {"can-respond": ["4"]},
    }
    data = {
        "about": "Nobody answered these.",
        "kit": 1,
        "seed": 1,
        "reviewer": "example reviewer",
        "invented_names": [],
        "sessions": [{"session": "first", "record": record, "responses": [{**usual, **response}]}],
    }
    file = responses_folder(library) / "interns.json"
    file.write_text(json.dumps(data, indent=1), encoding="utf-8")


def version_now(library: Library) -> str:
    return current_form(library, "interns/first").version


def test_what_fits_is_read(own: Library) -> None:
    looked_at = {
        "can-respond": {"status": "confirmed", "kind": "two-marks", "suggestion": ["4", "5"]}
    }
    write(own, {"version": version_now(own), "way": "scan", "looked_at": looked_at})
    (stored,) = example_responses(own, "interns").responses
    before, after = stored.history
    assert (before.answer.status, before.answer.values, before.who) == (Status.DOUBTFUL, (), "")
    assert (after.answer.status, after.answer.values) == (Status.CONFIRMED, ("4",))
    assert after.who == "example reviewer"
    assert after.answer in stored.response.answers


@pytest.mark.parametrize(
    ("response", "said"),
    [
        ({"answers": {"can-respond": ["6"]}}, "`can-respond` cannot be answered with “6”"),
        ({"answers": {"nothing": ["1"]}}, "does not ask `nothing`"),
        ({"answers": {"can-respond": ["4", "5"]}}, "takes one answer and has 2"),
        (
            {"looked_at": {"can-respond": {"status": "typed", "read": ["8"]}}},
            "cannot be answered with “8”",
        ),
        ({"looked_at": {"nothing": {"status": "typed"}}}, "does not ask `nothing`"),
        ({"version": "0000000"}, "is version"),
    ],
)
def test_what_is_no_answer_to_the_form_as_it_is_now_is_told_at_its_place(
    own: Library, response: dict[str, Any], said: str
) -> None:
    write(own, {"version": version_now(own), **response})
    with pytest.raises(KitError, match=said) as caught:
        example_responses(own, "interns")
    (problem,) = caught.value.problems
    assert problem.code == "stale-examples"
    assert problem.where
    assert problem.where.line > 10
    assert "make example-responses" in problem.hint


def test_records_are_of_the_session_as_it_is_now(own: Library) -> None:
    minutes = {"no-such-part": 5}
    people = {"invited": {"count": 3}, "attended": {"count": 4}}
    write(own, {"version": version_now(own)}, minutes=minutes, **people)
    with pytest.raises(KitError) as caught:
        example_responses(own, "interns")
    said = " ".join(each.message for each in caught.value.problems)
    assert "no activity `no-such-part`" in said
    assert "More people came than were invited" in said
