from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
import pypdfium2
import pytest
import zxingcpp

from kit.editions.registry import EDITIONS
from kit.library import find_library
from kit.pipeline import documents
from kit.pipeline.request import Request
from kit.press.form_check import doubts_of
from kit.press.form_sheet import FormSheet, print_form
from kit.rendering.render import Renderer

if TYPE_CHECKING:
    from pathlib import Path

    from kit.instrument.form_map import FormMap
    from kit.press.engine import Press, Printed

HASH = "7K2MQ4ZC"
DOTS = 600
COVERED = """main::before { content: ""; position: fixed; left: -3mm; top: 0; width: 9mm;
    height: 9mm; background: black }"""


def printed(
    press: Press, project: Path, bundled: Path, *, css: str = "", **asked: object
) -> tuple[Printed, FormMap]:
    """The end form of the example project, with a style sheet of the user's behind the kit's."""
    library = find_library(project)
    request = Request(**asked)  # type: ignore[arg-type]
    (ready,) = documents.prepare(["small"], request, library).ready
    document = documents.render(EDITIONS["evaluation-form"], ready, Renderer((bundled,)), request)
    assert document
    assert document.form
    setting = ready.setting
    sheet = FormSheet(HASH, document.form, setting.paper, setting.large)
    rendered = document.rendered
    return print_form(press, rendered.print_html, rendered.stylesheet + css, project, sheet)


def pictures(pdf: bytes, dots: int) -> list[np.ndarray]:
    with pypdfium2.PdfDocument(pdf) as opened:
        return [
            np.array(page.render(scale=dots / 72, grayscale=True).to_pil().convert("L"))
            for page in opened
        ]


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("large", [False, True])
def test_a_scanner_finds_marks_and_code(
    press: Press, project: Path, bundled_templates: Path, paper: str, large: bool
) -> None:
    made, form_map = printed(press, project, bundled_templates, paper=paper, large=large)
    dictionary = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)
    for page, picture in enumerate(pictures(made.pdf, 150), 1):
        _, ids, _ = cv2.aruco.ArucoDetector(dictionary).detectMarkers(picture)
        assert sorted(np.ravel(ids)) == list(range(4 * page - 4, 4 * page))
        assert [each.text for each in zxingcpp.read_barcodes(picture)] == [f"WK-{HASH}-{page}"]
    assert made.pages == form_map.pages
    assert {each.code for each in made.problems} <= {"thin-page"}


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("large", [False, True])
def test_every_answer_has_its_place(
    press: Press, project: Path, bundled_templates: Path, paper: str, large: bool
) -> None:
    made, form_map = printed(press, project, bundled_templates, paper=paper, large=large)
    boxes = [(box.field, box.value) for box in form_map.boxes]
    fields = form_map.description.fields
    assert sorted(boxes) == sorted((each.key, value) for each in fields for value in each.values)
    written = {each.key for each in fields if each.kind == "text"}
    assert {area.field for area in form_map.areas} == written
    sides = {(round(box.width, 1), round(box.height, 1)) for box in form_map.boxes}
    assert all(4.5 <= width == height <= 7.5 for width, height in sides)
    assert not doubts_of(made.pdf, form_map)


def test_boxes_are_where_the_map_says_to_a_tenth_of_a_millimeter(
    press: Press, project: Path, bundled_templates: Path
) -> None:
    made, form_map = printed(press, project, bundled_templates)
    pages = pictures(made.pdf, DOTS)
    for box in form_map.boxes:
        page = pages[box.page - 1]
        middle = round((box.top + box.height / 2) * DOTS / 25.4)
        start = round((box.left - 1) * DOTS / 25.4)
        row = page[middle, start : round((box.left + 1) * DOTS / 25.4)]
        first_ink = (start + int(np.argmax(row < 128))) * 25.4 / DOTS
        assert abs(first_ink - box.left) < 0.1


@pytest.mark.parametrize(
    ("css", "code"),
    [
        (".form .check { width: 3mm; height: 3mm }", "form-box-small"),
        (".form .check { transform: translate(3mm, 0) rotate(8deg) }", "form-box-astray"),
        (".form .check { background: #333 }", "form-box-astray"),
        (".form .zero-to-ten { display: none }", "form-field-unplaced"),
        (COVERED, "form-marks-covered"),
    ],
)
def test_what_a_style_sheet_spoils_is_told(
    press: Press, project: Path, bundled_templates: Path, css: str, code: str
) -> None:
    made, form_map = printed(press, project, bundled_templates, css=css)
    assert code in {each.code for each in doubts_of(made.pdf, form_map)}
