from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]

SHEETS = "small/participants/worksheets"
ALL = ("html", "pdf", "docx")


def test_a_word_document_is_made_once_and_beside_the_others(make: Call, project: Path) -> None:
    first = make(formats=ALL, editions=("worksheets",))
    assert first.exit_code == 0
    assert {record.path for record in first.made} == {f"{SHEETS}.{ending}" for ending in ALL}
    file = project / "build" / f"{SHEETS}.docx"
    before = file.read_bytes(), file.stat().st_mtime_ns
    again = make(formats=ALL, editions=("worksheets",))
    assert again.up_to_date
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before
    page = (project / "build/index.html").read_text(encoding="utf-8")
    assert f'href="{SHEETS}.docx"' in page
    assert ">Word<" in page


@pytest.mark.slow
def test_the_word_document_alone_is_made_again_where_it_is_gone(make: Call, project: Path) -> None:
    make(formats=ALL, editions=("worksheets",))
    file = project / "build" / f"{SHEETS}.docx"
    content = file.read_bytes()
    file.unlink()
    report = make(formats=ALL, editions=("worksheets",))
    assert [record.path for record in report.made] == [f"{SHEETS}.docx"]
    assert file.read_bytes() == content


def test_slides_are_made_for_powerpoint_and_nothing_else_is(make: Call) -> None:
    report = make(formats=("pptx",), editions=("slides", "slides-with-notes", "worksheets"))
    assert {record.path for record in report.made} == {
        "small/participants/slides.pptx",
        "small/instructor/slides-with-notes.pptx",
    }
    again = make(formats=("pptx",), editions=("slides", "slides-with-notes", "worksheets"))
    assert again.up_to_date


def test_paper_shows_in_the_name_and_in_the_page(make: Call, project: Path) -> None:
    report = make(formats=("docx",), editions=("worksheets",), paper="a4", workshops=("small",))
    assert [record.path for record in report.made] == [f"{SHEETS}.a4.docx"]
    assert (project / "build" / f"{SHEETS}.a4.docx").is_file()


def test_a_file_in_the_way_fails_alone(make: Call, project: Path) -> None:
    make(formats=("html",), editions=("worksheets",))
    (project / "build" / f"{SHEETS}.docx").mkdir()
    report = make(formats=("docx",), editions=("worksheets", "evaluation-form"))
    assert report.failed == (f"{SHEETS}.docx",)
    made = [record.path for record in report.made]
    assert made == ["small/participants/evaluation-form.docx"]
