from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from kit.answers.response import Status
from kit.collecting.scan.known_forms import KnownForms
from kit.collecting.scan.page_read import BlankBack, PageRead, read
from kit.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from kit.collecting.scan.scanned_page import ScannedPage
    from kit.pipeline.records.kept_forms import KeptForm

    Make = Callable[..., Any]


def held_against(found: Any, sheet: Any) -> tuple[int, int, int]:
    """Count the rows that were taken and are right, sent to review, and taken and wrong."""
    assert isinstance(found, PageRead), found
    right = review = wrong = 0
    for answer in found.content.answers:
        if answer.field not in sheet.rows:
            continue
        value = sheet.rows[answer.field].value
        if answer.status is Status.DOUBTFUL:
            review += 1
        elif value is not None and answer.values == (value,):
            right += 1
        else:
            wrong += 1
    return right, review, wrong


@pytest.mark.parametrize(
    "condition",
    [
        "clean, 300 dpi",
        "askew ±3°, 97–103 %, 150 dpi",
        "upside down, 200 dpi",
        "JPEG quality 25, 150 dpi",
        "black-and-white, 200 dpi",
        "a corner torn off",
        "phone: 7 % perspective, curl, shadow",
    ],
)
def test_crossed_boxes_are_read_however_the_sheet_was_scanned(
    condition: str, fill: Make, scan: Make, as_page: Make, known: KnownForms
) -> None:
    sheet = fill(11)
    found = read(as_page(scan(sheet.pages[0], condition)), known)
    right, review, wrong = held_against(found, sheet)
    assert wrong == 0
    assert right + review == len(sheet.rows)
    assert right >= 10


def test_a_sheet_on_its_side_is_read(
    fill: Make, scan: Make, as_page: Make, known: KnownForms
) -> None:
    sheet = fill(11)
    lying = np.ascontiguousarray(np.rot90(scan(sheet.pages[0])))
    right, _, wrong = held_against(read(as_page(lying), known), sheet)
    assert right >= 10
    assert wrong == 0


@pytest.mark.parametrize("how", ["blank", "double", "fill-correction", "circle", "erased"])
def test_what_is_unclear_is_never_guessed(
    how: str, fill: Make, scan: Make, as_page: Make, known: KnownForms
) -> None:
    sheet = fill(5, mark=0.6, **{how: 0.4})
    found = read(as_page(scan(sheet.pages[0])), known)
    assert isinstance(found, PageRead)
    answers = {answer.field: answer for answer in found.content.answers}
    unclear = [name for name, meant in sheet.rows.items() if meant.how == how]
    assert unclear
    for name in unclear:
        assert answers[name].status is Status.DOUBTFUL, (name, answers[name])
        assert answers[name].values == ()
        assert answers[name].evidence["reason"]
        assert name in found.content.pictures
    assert held_against(found, sheet)[2] == 0


def test_a_row_that_is_clear_needs_no_picture(
    fill: Make, scan: Make, as_page: Make, known: KnownForms
) -> None:
    found = read(as_page(scan(fill(11).pages[0])), known)
    assert isinstance(found, PageRead)
    taken = {each.field for each in found.content.answers if each.status is Status.TAKEN}
    assert taken
    assert not taken & found.content.pictures.keys()


def test_comments_are_seen_and_shown(
    fill: Make, scan: Make, as_page: Make, known: KnownForms
) -> None:
    for comments, kind in ((1.0, "written"), (0.0, "blank")):
        page = scan(fill(3, comments=comments).pages[1])
        found = read(as_page(page), known)
        assert isinstance(found, PageRead)
        assert found.content.answers
        for answer in found.content.answers:
            assert answer.status is Status.DOUBTFUL
            assert answer.evidence["kind"] == kind
            assert min(found.content.pictures[answer.field].shape) > 50


def test_the_code_says_which_form_and_page(
    fill: Make, scan: Make, as_page: Make, known: KnownForms, forms: dict[str, KeptForm]
) -> None:
    for name, page in (("managing-up", 1), ("mentoring-mosaic", 2)):
        found = read(as_page(scan(fill(2, name).pages[page - 1])), known)
        assert isinstance(found, PageRead)
        assert (found.forms, found.page) == ((forms[name].form_map.form_hash,), page)
        assert found.with_code


def test_without_its_code_a_page_is_known_by_its_look(
    fill: Make, scan: Make, as_page: Make, known: KnownForms, forms: dict[str, KeptForm]
) -> None:
    sheet = fill(2, "mentoring-mosaic")
    found = read(as_page(scan(sheet.pages[0], "code destroyed")), known)
    assert isinstance(found, PageRead)
    assert not found.with_code
    assert found.forms == (forms["mentoring-mosaic"].form_map.form_hash,)
    assert held_against(found, sheet)[2] == 0


def test_a_form_of_another_project_is_said(
    fill: Make, scan: Make, as_page: Make, forms: dict[str, KeptForm]
) -> None:
    page = as_page(scan(fill(2).pages[0]))
    found = read(page, KnownForms([forms["mentoring-mosaic"]]))
    assert isinstance(found, Problem)
    assert found.code == "unknown-form"
    assert forms["managing-up"].form_map.form_hash in found.message
    assert str(found.where) == "scan.pdf, page 1"


def test_a_page_that_does_not_match_its_map_is_not_read(
    fill: Make, scan: Make, as_page: Make, forms: dict[str, KeptForm]
) -> None:
    kept = forms["managing-up"]
    other = forms["mentoring-mosaic"]
    claimed = replace(
        kept, form_map=replace(other.form_map, form_hash=kept.form_map.form_hash), blank=other.blank
    )
    found = read(as_page(scan(fill(2).pages[0])), KnownForms([claimed]))
    assert isinstance(found, Problem)
    assert found.code == "not-as-printed"


def test_a_blank_back_is_no_problem(scan: Make, as_page: Make, known: KnownForms) -> None:
    paper = np.full((3300, 2550), 255, np.uint8)
    assert isinstance(read(as_page(scan(paper)), known), BlankBack)


def test_another_page_is_no_form(as_page: Make, known: KnownForms) -> None:
    rng = np.random.default_rng(1)
    noise = rng.integers(0, 255, (2200, 1700), dtype=np.uint8)
    found = read(as_page(noise), known)
    assert isinstance(found, Problem)
    assert found.code == "not-a-form"


def test_half_a_page_is_said_to_lack_its_marks(
    fill: Make, scan: Make, as_page: Make, known: KnownForms
) -> None:
    page: ScannedPage = as_page(scan(fill(2).pages[0])[1100:, 900:])
    found = read(page, known)
    assert isinstance(found, Problem)
    assert found.code == "marks-lost"


@pytest.mark.slow
def test_no_condition_loses_a_page_and_hardly_any_takes_what_is_wrong(
    making: Any, blanks: Any, forms: dict[str, KeptForm], as_page: Make, known: KnownForms
) -> None:
    rows = wrong = 0
    for number, condition in enumerate(making.scanned.CONDITIONS):
        rng = np.random.default_rng([2028, number])
        for at in range(3):
            name = sorted(forms)[at % len(forms)]
            sheet = making.filled.filled_sheet(
                rng, forms[name].form_map, blanks[name], condition.manners
            )
            found = read(as_page(condition.scan(rng, sheet.pages[0])), known)
            assert isinstance(found, PageRead), (condition.name, found)
            counted = held_against(found, sheet)
            rows += sum(counted)
            wrong += counted[2]
    assert rows > 1000
    assert wrong <= rows / 250
