from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.exchange.systems import SYSTEMS, recognised
from kit.exchange.table import Row, Table

if TYPE_CHECKING:
    from kit.exchange.system import Recognised


def found(*lines: str) -> Recognised | None:
    rows = [Row(at, tuple(line.split(",")), at) for at, line in enumerate(lines, start=1)]
    return recognised(Table(tuple(rows)))


ANSWER = "1,2,3,4,5"


@pytest.mark.parametrize(
    ("head", "system", "first"),
    [
        (["Workshop Kit form: a b c d,pace", "Sheet number,Pace"], "Workshop Kit", 2),
        (["Workshop Kit form: a b c d,pace"], "Workshop Kit", 1),
        (["record_id,pace,eval_complete"], "REDCap", 1),
        (["study_id,redcap_event_name,pace,eval_complete"], "REDCap", 1),
        (["Record ID,Event Name,The pace was,Complete?"], "REDCap", 1),
        (["StartDate,EndDate,Finished,ResponseId,Q1"], "Qualtrics", 1),
        (
            ["StartDate,Finished,ResponseId,Q1", "Start Date,Finished,Response ID,The pace was"],
            "Qualtrics",
            2,
        ),
        (["Q1,Q2", "Pace,Why", '{"ImportId":"QID1"},{"ImportId":"QID2"}'], "Qualtrics", 3),
        (["Timestamp,The pace was"], "Google Forms", 1),
        (["Marca temporal,El ritmo"], "Google Forms", 1),
        (["ID,Start time,Completion time,Email,Name,The pace was"], "Microsoft Forms", 1),
        (["Id,Hora de inicio,Hora de finalización,Correo,Nombre,El ritmo"], "Microsoft Forms", 1),
        (
            ["Respondent ID,Collector ID,Start Date,End Date,Pace", ",,,,Response"],
            "SurveyMonkey",
            2,
        ),
        (["Respondent ID,Collector ID,Start Date,End Date,Pace"], "SurveyMonkey", 1),
        (["id,submitdate,lastpage,startlanguage,seed,pace"], "LimeSurvey", 1),
        (["Response ID,Date submitted,Last page,Start language,Seed,Pace"], "LimeSurvey", 1),
        (["id. Response ID,submitdate. Date submitted,seed. Seed,pace. Pace"], "LimeSurvey", 1),
        (["Pace,Comments"], "a table", 1),
    ],
)
def test_a_system_is_told_by_its_headings(head: list[str], system: str, first: int) -> None:
    read = found(*head, ANSWER)
    assert read
    assert (read.system, read.first) == (system, first)


def test_one_row_alone_is_no_table_of_answers() -> None:
    assert found("Pace,Comments") is None


def test_systems_have_names_of_their_own() -> None:
    assert len({each.name for each in SYSTEMS}) == len(SYSTEMS)
    assert all(each.recognise([]) is None for each in SYSTEMS)
    assert all(each.recognise([()]) is None or each.name == "a table" for each in SYSTEMS)


@pytest.mark.parametrize(
    ("head", "about"),
    [
        ("StartDate,Finished,ResponseId,RecipientEmail,IPAddress,Q1", "sssppa"),
        ("record_id,redcap_survey_identifier,eval_timestamp,pace,eval_complete", "spsas"),
        ("ID,Start time,Completion time,Email,Name,Last modified time,Pace", "sssppsa"),
        ("id,submitdate,lastpage,startlanguage,ipaddr,token,pace,groupTime12", "ssssppas"),
        ("Respondent ID,Collector ID,Start Date,IP Address,First Name,Pace", "sssppa"),
        ("Timestamp,Email Address,Score,Pace", "spsa"),
        ("Your name,Pace,E-mail address", "pap"),
    ],
)
def test_columns_about_people_and_of_the_system_are_told(head: str, about: str) -> None:
    read = found(head, ANSWER)
    assert read
    assert "".join(each.about[0] for each in read.headings) == about


@pytest.mark.parametrize(("said", "prefer"), [("True", "words"), ("1", "numbers"), ("", None)])
def test_qualtrics_tells_itself_what_its_cells_hold(said: str, prefer: str | None) -> None:
    read = found("StartDate,Finished,ResponseId,Q1", f"2026-11-11,{said},R_1,2")
    assert read
    assert read.prefer == prefer


def test_a_question_about_time_is_no_timing() -> None:
    read = found("Response ID,Date submitted,Seed,I will protect my Time,Q1Time", ANSWER)
    assert read
    assert [each.about for each in read.headings[3:]] == ["answer", "system"]
