from __future__ import annotations

import sys

import pytest

from kit.errors import KitError
from kit.pipeline.possible_formats import possible
from kit.pipeline.request import Request


def test_what_can_be_made_is_left_as_it_was() -> None:
    request = Request(formats=("html", "docx"))
    assert possible(request) == (request, ())


def test_without_the_extra_the_other_formats_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    usual = Request()
    assert possible(usual) == (usual, ())
    request, problems = possible(Request(formats=("html", "docx", "pptx")))
    assert request.formats == ("html", "pptx")
    assert [problem.code for problem in problems] == ["no-extra"]


def test_what_is_not_made_in_a_format_is_told() -> None:
    with pytest.raises(KitError) as told:
        possible(Request(formats=("docx",), editions=("slides", "badges")))
    assert [problem.code for problem in told.value.problems] == ["not-in-format"] * 2
    possible(Request(formats=("docx",), editions=("slides", "worksheets")))
    possible(Request(formats=("html", "docx"), editions=("slides",)))


def test_it_is_told_in_what_it_is_made() -> None:
    with pytest.raises(KitError) as told:
        possible(Request(formats=("docx",), editions=("slides", "badges")))
    badges, slides = told.value.problems
    assert slides.hint.endswith("html, pdf or pptx.")
    assert badges.hint.endswith("html or pdf.")


def test_a_format_that_no_usual_document_has_is_told_with_those_that_do() -> None:
    with pytest.raises(KitError) as told:
        possible(Request(formats=("pptx",)))
    (problem,) = told.value.problems
    assert problem.code == "not-in-format"
    assert "slides,slides-with-notes" in problem.hint
    possible(Request(formats=("docx",)))
    possible(Request(formats=("html", "pptx")))


def test_where_only_that_was_asked_for_nothing_can_be_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(KitError, match="workshop-kit"):
        possible(Request(formats=("docx",)))
