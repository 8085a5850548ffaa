from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pypdfium2
import pytest
from PIL import Image, ImageFilter

from kit.collecting.scan.scan_files import take_scans
from kit.collecting.scanner_test.page import print_test_page
from kit.collecting.scanner_test.rows import ROWS
from kit.collecting.scanner_test.verdict import verdicts
from kit.errors import KitError
from kit.library import find_library
from kit.pipeline.records.kept_forms import kept_forms

if TYPE_CHECKING:
    from pathlib import Path

    from kit.collecting.scanner_test.verdict import Verdict


@pytest.fixture
def printed(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project, with the test page printed in it."""
    monkeypatch.chdir(project)
    print_test_page(find_library(project), "letter")
    return project


def scanned(project: Path, dots: int = 200) -> Image.Image:
    with pypdfium2.PdfDocument(project / "build" / "scanner-test.pdf") as opened:
        picture = opened[0].render(scale=dots / 72, grayscale=True).to_pil().convert("L")
    return picture.filter(ImageFilter.GaussianBlur(0.6))


def judged(project: Path, picture: Image.Image) -> Verdict:
    picture.save(project / "scan.png")
    (found,), problems = verdicts(find_library(project), [project / "scan.png"])
    assert not problems
    return found


def test_a_good_scan_is_good_enough(printed: Path) -> None:
    verdict = judged(printed, scanned(printed).rotate(1.2, expand=True, fillcolor=255))
    assert verdict.is_good
    assert not verdict.wrong
    assert {row.words for row in ROWS if not row.hard} <= set(verdict.taken)
    assert len(verdict.taken) + len(verdict.review) == len(ROWS)


def test_black_and_white_is_told_with_what_to_set(printed: Path) -> None:
    verdict = judged(
        printed, scanned(printed).point(lambda shade: 255 * (shade > 110)).convert("1")
    )
    assert not verdict.is_good
    assert "grey" in verdict.advice[0]
    assert not verdict.wrong


def test_few_dots_are_told(printed: Path) -> None:
    verdict = judged(printed, scanned(printed, 100))
    assert any("100 dots an inch" in each for each in verdict.advice)


def test_a_copier_that_whitens_is_told(printed: Path) -> None:
    pale = np.asarray(scanned(printed), dtype=float)
    whitened = np.where(pale > 60, np.minimum(255, pale * 2.6), pale).astype(np.uint8)
    verdict = judged(printed, Image.fromarray(whitened))
    assert not verdict.is_good
    assert any("darker" in each for each in verdict.advice)
    assert not verdict.wrong


def test_nothing_of_it_goes_into_the_store(printed: Path) -> None:
    scanned(printed).save(printed / "scan.png")
    report = take_scans(find_library(printed), [printed / "scan.png"])
    assert (report.sheets, report.not_read) == (0, 0)
    assert [each.code for each in report.problems] == ["scanner-test"]


def test_what_is_no_test_page_is_told(printed: Path) -> None:
    Image.new("L", (1700, 2200), 255).save(printed / "blank.png")
    (printed / "words.txt").write_text("no picture", encoding="utf-8")
    files = [printed / "blank.png", printed / "words.txt"]
    found, problems = verdicts(find_library(printed), files)
    assert found == ()
    assert [each.code for each in problems] == ["no-test-page", "no-scan"]


def test_without_a_printed_page_there_is_a_way_out(project: Path) -> None:
    with pytest.raises(KitError) as caught:
        verdicts(find_library(project), [project / "scan.png"])
    assert [each.code for each in caught.value.problems] == ["no-test-page"]


def test_printed_again_it_is_the_same_page(printed: Path) -> None:
    path = printed / "build" / "scanner-test.pdf"
    before = path.read_bytes()
    print_test_page(find_library(printed), "letter")
    assert path.read_bytes() == before
    print_test_page(find_library(printed), "a4")
    assert sorted(each.form_map.paper for each in kept_forms(find_library(printed))) == [
        "a4",
        "letter",
    ]
