"""Whose packet is in large print: those whose roster says so, or all."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from kit.pipeline.people.folder import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from conftest import WriteCohort

    Call = Callable[..., Any]

MEASURES = runpy.run_path(str(Path(__file__).parents[2] / "black_and_white.py"))
LARGE = 17.95
"""Points, as in the tests of large print: 18, but for rounding."""


def smallest_type(pdf: Path) -> float:
    """Give the size of the smallest words in a file, in points."""
    with pypdfium2.PdfDocument(pdf) as document:
        return min(
            MEASURES["size_of"](found)
            for page, text in ((page, page.get_textpage()) for page in document)
            for found in page.get_objects(max_depth=8)
            if found.type == pdfium.FPDF_PAGEOBJ_TEXT and MEASURES["words_of"](found, text).strip()
        )


def text_of(pdf: Path) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(page.get_textpage().get_text_bounded() for page in document)


@pytest.mark.slow
def test_whose_roster_says_large_print_gets_it(
    cohort: WriteCohort, write_roster: Call, make_people: Call
) -> None:
    people = [f"Person {letter}" for letter in "ABCDEFGH"]
    write_roster(*people, large={"Person C", "Person D", "Person E"})
    cohort(head="roster: people.csv")

    made = make_people(verified=8)

    assert (made.stamp.people, made.stamp.large) == (8, 3)
    assert made.stamp.direct == 1, "of three in large print, two share a table"
    assert made.verified.keys
    assert not made.verified.differences
    files = {path.stem.partition("-person-")[2]: path for path in made.folder.glob("table-*.pdf")}
    large = {letter for letter, path in files.items() if smallest_type(path) >= LARGE}
    assert large == {"c", "d", "e"}
    assert "Person C" in text_of(files["c"])
    everyone = text_of(made.folder / EVERYONE)
    assert all(name in everyone for name in people)


@pytest.mark.slow
def test_all_packets_can_be_in_large_print_and_usual_again(nine: Path, make_people: Call) -> None:
    assert nine
    usual = make_people().stamp
    made = make_people(large=True)

    assert (usual.large, made.stamp.large) == (0, 9)
    assert made.stamp.pages > usual.pages
    assert smallest_type(made.folder / EVERYONE) >= LARGE
    again = make_people()
    assert not again.unchanged
    assert again.stamp.pages == usual.pages


@pytest.mark.slow
def test_in_large_print_each_thing_has_a_line_of_its_own(nine: Path, make_people: Call) -> None:
    assert nine
    made = make_people(large=True, verified=9)

    assert made.stamp.direct == 0
    assert len(made.verified.keys) == 9
    assert not made.verified.differences
    (path,) = made.folder.glob("table-*-person-a.pdf")
    table = path.stem.split("-")[1]
    first = lines_of(path)
    assert "Person A" in first
    assert f"Table {table}" in first


@pytest.mark.slow
def test_a_long_name_grows_downward_and_no_warning_is_told(
    cohort: WriteCohort, write_roster: Call, make_people: Call
) -> None:
    long = "Maria Anna Alexandrina von Hohenstein-Schleswig Holstein Bartholomew"
    longest = " ".join(["Wolfe Steinhausen Bergerdorff"] * 7)
    write_roster(long, longest, "Person C", "Person D")
    cohort(head="roster: people.csv")

    made = make_people()

    assert not [each for each in made.problems if each.code == "text-overflow"]
    for name in (long, longest):
        (path,) = made.folder.glob(f"table-*-{name.partition(' ')[0].lower()}-*.pdf")
        assert name in " ".join(lines_of(path))
        tops = tops_of(path, name)
        assert tops["title"] > tops["table"]
        assert tops["above"] >= tops["name"], "no line of the name stands above its label"
        assert tops["table"] < tops["end"], "nor over what comes after it"


def lines_of(pdf: Path) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [line.strip() for line in document[0].get_textpage().get_text_bounded().splitlines()]


def tops_of(pdf: Path, name: str) -> dict[str, float]:
    """Give how high things stand on the first page, in points from below."""
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[0].get_textpage()
        whole = text.get_text_range()

        def at(words: str, last: bool = False) -> tuple[float, float]:
            index = text.search(words).get_next()[0] + (len(words) - 1 if last else 0)
            _, bottom, _, top = text.get_charbox(index, loose=True)
            return bottom, top

        assert whole
        first, *_, end = name.split()
        return {
            "title": at("Worksheets")[1],
            "name": at(first)[1],
            "above": at("belongs to")[1] + 5,
            "end": at(end, last=True)[0],
            "table": at("Table ")[1] - 5,
        }
