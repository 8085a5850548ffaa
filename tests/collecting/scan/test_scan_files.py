from __future__ import annotations

import io
import shutil
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PIL import Image

from kit.answers.pictures import pages_in, picture_file
from kit.answers.response import Status, Way
from kit.answers.store import open_store
from kit.collecting.review import copies, doubts
from kit.collecting.scan.scan_files import take_scans
from kit.errors import KitError
from kit.library import find_library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kit.library import Library

    Make = Callable[..., Any]


@pytest.fixture
def mine(printed: Path, tmp_path: Path) -> Library:
    """A project of its own, with the forms that were printed."""
    folder = tmp_path / "mine"
    shutil.copytree(printed, folder, ignore=shutil.ignore_patterns("build"))
    return find_library(folder)


@pytest.fixture
def stack(fill: Make, scan: Make) -> list[Any]:
    """Two sheets of one form: front and back, twice."""
    return [scan(page) for seed in (11, 12) for page in fill(seed).pages]


def codes(report: Any) -> list[str]:
    return [each.code for each in report.problems]


def test_sheets_go_into_the_store_with_pictures_of_what_is_unclear(
    mine: Library, stack: list[Any], fill: Make, as_pdf: Make, tmp_path: Path
) -> None:
    report = take_scans(mine, [as_pdf(tmp_path / "scan.pdf", stack)])
    assert (report.pages, report.sheets, report.not_read) == (4, 2, 0)
    assert report.taken + report.to_review + report.blanks == 28
    assert report.taken >= 24
    assert report.written > 0
    assert not report.problems
    with open_store(mine) as store:
        stored = list(store.responses(way=Way.SCAN))
    assert len(stored) == 2
    truths = [{name: meant.value for name, meant in fill(seed).rows.items()} for seed in (11, 12)]
    for each in stored:
        response = each.response
        assert response.form.session == "managing-up"
        assert response.token is None
        given = {
            answer.field: answer.values[0]
            for answer in response.answers
            if answer.status is Status.TAKEN
        }
        assert any(given.items() <= truth.items() for truth in truths)
        for answer in response.answers:
            if answer.status is Status.DOUBTFUL:
                picture = mine.project / "records" / "pictures" / answer.evidence["picture"]  # type: ignore[operator]
                with Image.open(picture) as shown:
                    assert shown.mode == "L"
                    assert not shown.info
        for name in pages_in(response.received):
            content = (mine.project / "records" / "pictures" / name).read_bytes()  # type: ignore[operator]
            with Image.open(io.BytesIO(content)) as shown:
                assert (shown.format, shown.mode, shown.size) == ("JPEG", "L", (1700, 2200))
                assert not shown.getexif()
                assert "comment" not in shown.info
    kept = {name for each in stored for name in pages_in(each.response.received)}
    assert len(kept) == 4


def test_the_pages_that_are_kept_show_what_was_scanned(
    mine: Library, stack: list[Any], fill: Make, as_pdf: Make, tmp_path: Path
) -> None:
    upside_down = [np.rot90(page, 2) for page in stack[:2]]
    take_scans(mine, [as_pdf(tmp_path / "scan.pdf", upside_down)])
    with open_store(mine) as store:
        (stored,) = store.responses()
        pages = pages_in(stored.response.received)
        for name, written in zip(pages, fill(11).pages, strict=True):
            path = picture_file(store.records, name)
            assert path
            with Image.open(path) as shown:
                kept = np.asarray(shown.resize((170, 220)), dtype=int)
            small = np.asarray(Image.fromarray(written).resize((170, 220)), dtype=int)
            assert np.abs(kept - small).mean() < 4 < np.abs(kept[::-1, ::-1] - small).mean()
        assert store.withdraw(stored.id)
    assert not list((mine.project / "records" / "pictures").iterdir())  # type: ignore[operator]


def test_the_same_file_again_adds_nothing(
    mine: Library, stack: list[Any], as_pdf: Make, tmp_path: Path
) -> None:
    path = as_pdf(tmp_path / "scan.pdf", stack)
    take_scans(mine, [path])
    pictures = sorted((mine.project / "records" / "pictures").iterdir())  # type: ignore[operator]
    report = take_scans(mine, [path])
    assert (report.sheets, report.again) == (0, 2)
    assert codes(report) == ["already-in"]
    assert sorted((mine.project / "records" / "pictures").iterdir()) == pictures  # type: ignore[operator]


def test_the_same_sheets_scanned_again_are_known_by_their_look(  # noqa: PLR0917 - fixtures
    mine: Library, stack: list[Any], fill: Make, scan: Make, as_pdf: Make, tmp_path: Path
) -> None:
    take_scans(mine, [as_pdf(tmp_path / "scan.pdf", stack)])
    rescanned = [
        scan(page, "clean, 300 dpi", seed=8) for seed in (11, 12) for page in fill(seed).pages
    ]
    report = take_scans(mine, [as_pdf(tmp_path / "again.pdf", rescanned)])
    assert (report.sheets, report.aside) == (0, 2)
    assert codes(report) == ["scanned-before", "scanned-before"]
    with open_store(mine) as store:
        counted = {each.id for each in store.responses()}
        assert len(counted) == 2
        assert all(any(name in each.message for name in counted) for each in report.problems)
        (one, other) = copies(store)
        store.admit(one.response)
        store.withdraw(other.response)
        assert (len(list(store.responses())), copies(store)) == (3, ())


def test_whoever_knows_that_they_are_others_may_have_them_counted(
    mine: Library, fill: Make, scan: Make, as_pdf: Make, tmp_path: Path
) -> None:
    for seed in (1, 2):
        pages = [scan(page, seed=seed) for page in fill(11).pages]
        path = as_pdf(tmp_path / f"{seed}.pdf", pages)
        assert take_scans(mine, [path], again=True).sheets == 1


def test_the_responses_of_a_stack_with_its_backs_first_are_named(
    mine: Library, stack: list[Any], as_pdf: Make, tmp_path: Path
) -> None:
    report = take_scans(mine, [as_pdf(tmp_path / "scan.pdf", [*stack[1::-1], *stack[:1:-1]])])
    assert (report.sheets, codes(report)) == (2, ["backs-first"])
    with open_store(mine) as store:
        assert all(each.id in report.problems[0].message for each in store.responses())


def test_fronts_and_then_backs_are_counted_as_not_read(
    mine: Library, stack: list[Any], as_pdf: Make, tmp_path: Path
) -> None:
    apart = [*stack[::2], *stack[1::2]]
    report = take_scans(mine, [as_pdf(tmp_path / "scan.pdf", apart)])
    assert (report.sheets, report.aside, report.not_read) == (0, 0, 4)
    assert codes(report) == ["sides-apart"]


def test_a_front_and_a_back_scanned_apart_are_not_two_people(
    mine: Library, fill: Make, scan: Make, as_pdf: Make, tmp_path: Path
) -> None:
    reports = [
        take_scans(mine, [as_pdf(tmp_path / f"{at}.pdf", [scan(page)])])
        for at, page in enumerate(fill(11).pages)
    ]
    assert [(each.sheets, each.aside, codes(each)) for each in reports] == [
        (1, 0, ["half-form"]),
        (0, 1, ["half-form"]),
    ]
    with open_store(mine) as store:
        (back,) = copies(store)
        (front,) = store.responses()
        assert [each for each, _ in back.others] == [front.id]
        store.join(back.response, front.id)
        (whole,) = store.responses(aside=True)
        assert {each.field for each in whole.response.answers} == {
            each.key for each in whole.response.form.fields
        }
        assert doubts(store)
    again = [as_pdf(tmp_path / f"{at}.pdf", [scan(page)]) for at, page in enumerate(fill(11).pages)]
    report = take_scans(mine, again)
    assert report.sheets == 0
    with open_store(mine) as store:
        assert len(list(store.responses())) == 1


def test_the_whole_of_a_half_is_kept_and_the_half_is_named(
    mine: Library, fill: Make, scan: Make, as_pdf: Make, tmp_path: Path
) -> None:
    front, back = fill(11).pages
    half = take_scans(mine, [as_pdf(tmp_path / "half.pdf", [scan(front)])])
    with open_store(mine) as store:
        (stored,) = store.responses()
    assert stored.id in half.problems[0].message
    pages = [scan(front, seed=2), scan(back, seed=2)]
    whole = take_scans(mine, [as_pdf(tmp_path / "whole.pdf", pages)])
    assert (whole.sheets, whole.aside, codes(whole)) == (0, 1, ["whole-after-half"])
    assert stored.id in whole.problems[0].message


def test_what_cannot_be_read_is_said_by_file_and_page_and_stops_nothing(  # noqa: PLR0917
    mine: Library, stack: list[Any], fill: Make, scan: Make, as_pdf: Make, tmp_path: Path
) -> None:
    (tmp_path / "words.pdf").write_bytes(b"no scan at all")
    torn = scan(fill(4).pages[0])[1100:, 900:]
    path = as_pdf(tmp_path / "scan.pdf", [*stack[:2], torn, *stack[2:]])
    report = take_scans(mine, [tmp_path / "words.pdf", path, tmp_path / "missing.pdf"])
    assert report.sheets == 2
    assert (report.pages, report.not_read) == (5, 3)
    said = {each.code: str(each.where) for each in report.problems}
    assert said["no-scan"].endswith("words.pdf")
    assert said["marks-lost"].endswith("scan.pdf, page 3")
    assert said["not-read"].endswith("missing.pdf")


def test_half_a_form_is_taken_and_listed(
    mine: Library, stack: list[Any], as_pdf: Make, tmp_path: Path
) -> None:
    report = take_scans(mine, [as_pdf(tmp_path / "scan.pdf", stack[:3])])
    assert report.sheets == 2
    assert codes(report) == ["half-form"]
    with open_store(mine) as store:
        counts = sorted(len(each.response.answers) for each in store.responses())
    assert counts[0] < counts[1]


def test_pictures_of_one_page_each_are_a_stack_together(
    mine: Library, stack: list[Any], tmp_path: Path
) -> None:
    paths = []
    for number, page in enumerate(stack):
        paths.append(tmp_path / f"{number}.png")
        Image.fromarray(page).save(paths[-1], compress_level=1)
    report = take_scans(mine, paths)
    assert report.sheets == 2
    assert not report.problems


def test_a_project_that_printed_no_form_is_told_so(mine: Library, tmp_path: Path) -> None:
    shutil.rmtree(mine.project / "records" / "forms")  # type: ignore[operator]
    with pytest.raises(KitError) as error:
        take_scans(mine, [tmp_path / "scan.pdf"])
    assert [each.code for each in error.value.problems] == ["no-forms"]
