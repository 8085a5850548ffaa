from __future__ import annotations

import csv
import json
from dataclasses import replace
from typing import TYPE_CHECKING
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kit.answers.response import Answer
from kit.errors import KitError
from kit.exchange.response_files import export_responses
from kit.exchange.response_table import ABOUT, CODEBOOK
from kit.instrument.answer_fields import AnswerField

if TYPE_CHECKING:
    from pathlib import Path

    from kit.answers.stored import StoredResponse


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_with_a_codebook_beside_it(responses: list[StoredResponse], tmp_path: Path) -> None:
    written = export_responses(responses, tmp_path / "out.csv", "out.csv")
    assert [each.name for each in written] == ["out.csv", "out-codebook.csv"]
    rows = read_csv(written[0])
    assert [row["response"] for row in rows] == ["a", "b", "c", "d"]
    assert [row["said"] for row in rows] == ["", "'=1+1", "Más\ntiempo; «ya»", ""]
    meanings = read_csv(written[1])
    assert list(meanings[0]) == list(CODEBOOK)
    assert {row["column"] for row in meanings} == set(rows[0])


def test_a_workbook_with_a_codebook_in_it(responses: list[StoredResponse], tmp_path: Path) -> None:
    (written,) = export_responses(responses, tmp_path / "out.xlsx", "out.xlsx")
    book = openpyxl.load_workbook(written)
    assert book.sheetnames == ["Responses", "Codebook"]
    head, *rows = book["Responses"].iter_rows(values_only=True)
    assert head == (*ABOUT, "rated", "new", "some", "said")
    cells = [dict(zip(head, row, strict=True)) for row in rows]
    assert [row["rated"] for row in cells] == [2, None, "na", 1]
    assert [row["some"] for row in cells] == ["1 3", None, None, None]
    assert [row["said"] for row in cells][1:3] == ["'=1+1", "Más\ntiempo; «ya»"]
    assert cells[0]["day"] == "2027-08-12"
    codebook = list(book["Codebook"].iter_rows(values_only=True))
    assert codebook[0] == CODEBOOK
    assert ("rated", "rated", "f", "v1", "w1", "en", "one", "How was it?", 2, "Good") in codebook
    assert all(
        cell.data_type != "f"
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
    )


def test_json_for_other_programs(responses: list[StoredResponse], tmp_path: Path) -> None:
    (written,) = export_responses(responses, tmp_path / "out.json", "out.json")
    text = written.read_text(encoding="utf-8")
    data = json.loads(text)
    assert len(data["forms"]) == 3
    assert data["forms"][0]["fields"][0]["labels"] == ["Bad", "Good", "—"]
    first, second = data["responses"][:2]
    assert first["answers"]["some"] == {"values": ["1", "3"], "status": "taken"}
    assert first["answers"]["said"] == {"values": [], "status": "taken"}
    assert second["answers"]["rated"] == {"values": ["1", "2"], "status": "doubtful"}
    assert second["answers"]["said"]["values"] == ["=1+1"]
    assert "TOKEN" not in text
    assert "d-a" not in text


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
def test_codes_that_link_a_persons_answers_stay_in_the_store(
    responses: list[StoredResponse], tmp_path: Path, ending: str
) -> None:
    response = responses[0].response
    code = AnswerField("own-code", "own-code", "text", "Make a code.", is_code=True)
    form = replace(response.form, fields=(*response.form.fields, code))
    answers = (*response.answers, Answer("own-code", ("AN05MU12",)))
    linked = replace(responses[0], response=replace(response, form=form, answers=answers))
    written = export_responses([linked], tmp_path / f"out.{ending}", "out")
    for path in written:
        content = path.read_bytes()
        if ending == "xlsx":
            with ZipFile(path) as parts:
                content = b"".join(map(parts.read, parts.namelist()))
        assert b"AN05MU12" not in content
        assert b"own-code" not in content
        assert b"rated" in content


def test_where_a_codebook_is_in_the_way_nothing_is_written(
    responses: list[StoredResponse], tmp_path: Path
) -> None:
    (tmp_path / "out-codebook.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(KitError) as caught:
        export_responses(responses, tmp_path / "out.csv", "out.csv")
    (problem,) = caught.value.problems
    assert (problem.code, str(problem.where)) == ("file-used", "out-codebook.csv")
    assert not (tmp_path / "out.csv").exists()


def test_a_place_that_cannot_be_written_is_told(
    responses: list[StoredResponse], tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(KitError):
        export_responses(responses, tmp_path / "file" / "out.csv", "file/out.csv")


words = st.text(st.characters(exclude_categories=["Cs", "Cc", "Co"]), max_size=12)
dangerous = st.builds(lambda start, rest: start + rest, st.sampled_from("=+-@\t\r"), words)
quietly = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@quietly
@given(text=dangerous)
def test_no_cell_is_ever_a_formula(
    text: str, responses: list[StoredResponse], tmp_path: Path
) -> None:
    response = replace(responses[0].response, answers=(Answer("said", (text,)),))
    stored = [replace(responses[0], response=response)]
    table, _ = export_responses(stored, tmp_path / "out.csv", "out.csv", replace=True)
    assert read_csv(table)[0]["said"].startswith("'")
    (written,) = export_responses(stored, tmp_path / "out.xlsx", "out.xlsx", replace=True)
    sheet = openpyxl.load_workbook(written)["Responses"]
    assert str(sheet.cell(2, sheet.max_column).value).startswith("'")
    assert sheet.cell(2, sheet.max_column).data_type == "s"
