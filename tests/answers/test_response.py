from __future__ import annotations

from dataclasses import fields

from kit.answers.response import Answer, Response, Status, Way


def test_an_answer_is_taken_unless_there_is_a_doubt() -> None:
    assert Answer("pace", ("2",)).status is Status.TAKEN
    assert {str(each) for each in Status} == {"taken", "confirmed", "typed", "doubtful"}


def test_a_response_has_no_field_for_a_person_or_a_time_of_day() -> None:
    names = {each.name for each in fields(Response)}
    assert names == {"form", "way", "day", "answers", "original", "token", "received"}
    assert {str(each) for each in Way} == {"scan", "web", "file", "pdf", "table"}
