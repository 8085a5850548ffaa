from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kit.editions.edition import Side
from kit.editions.index import IndexView, sheets_of
from kit.editions.registry import EDITIONS
from kit.library import find_library
from kit.pipeline.index_page import index_view
from kit.pipeline.inputs import Digests, read_inputs
from kit.pipeline.manifest import load_manifest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]


def view_of(project: Path) -> IndexView:
    library = find_library(project)
    digests = Digests({})
    inputs = read_inputs(library, digests)
    return index_view(load_manifest(project / "build"), library, inputs, digests, {})


def test_it_lists_documents_with_what_printing_takes(make: Call, project: Path) -> None:
    make(formats=("html", "pdf"), editions=("worksheets", "run-of-show"))
    (workshop,) = view_of(project).workshops
    assert (workshop.name, workshop.title) == ("small", "Asking a mentor")
    run, sheets = workshop.documents
    assert (run.side, run.copies, run.pages, run.sheets) == (Side.INSTRUCTOR, 3, 1, 3)
    assert sheets.side is Side.PARTICIPANTS
    assert sheets.html == "small/participants/worksheets.html"
    assert sheets.pdf == "small/participants/worksheets.pdf"
    assert sheets.pages
    assert sheets.sheets == 18 * ((sheets.pages + 1) // 2)
    assert (sheets.paper, sheets.sides, sheets.finish) == ("letter", "long-edge", "staple")
    assert workshop.sheets == (("letter", 3 + sheets.sheets),)
    assert sheets.copies == 18  # 16 participants and 10 % spare, rounded up
    assert not sheets.outdated


def test_of_two_that_take_each_others_place_one_is_counted(make: Call, project: Path) -> None:
    either = ("worksheets", "worksheets-booklet", "exercises", "slides")
    make(formats=("html", "pdf"), editions=either)
    (workshop,) = view_of(project).workshops
    listed = {each.title: each for each in workshop.documents}
    worksheets = listed["Participant worksheets"]
    assert workshop.sheets == (("letter", worksheets.sheets),)
    assert listed["Worksheets as a booklet"].instead == "Participant worksheets"
    assert listed["Exercises"].instead == "Participant worksheets"
    assert (listed["Slides"].apart, worksheets.apart) == (True, False)
    index = (project / "build/index.html").read_text(encoding="utf-8")
    assert "print either this or: Participant worksheets" in index
    assert f"({listed['Exercises'].sheets})" in index
    assert "Sheets in brackets are not in it." in index


def test_what_stands_for_another_is_counted_where_the_other_is_not_there(
    make: Call, project: Path
) -> None:
    make(formats=("html", "pdf"), editions=("worksheets-booklet",))
    (workshop,) = view_of(project).workshops
    (booklet,) = workshop.documents
    assert not booklet.apart
    assert workshop.sheets == (("letter", booklet.sheets),)


def test_what_is_filled_in_on_the_screen_is_not_counted_as_printed(
    make: Call, project: Path
) -> None:
    make(formats=("html", "pdf"), editions=("evaluation-form",), fillable=True)
    (workshop,) = view_of(project).workshops
    (form,) = workshop.documents
    assert form.pdf == "small/participants/evaluation-form.fillable.pdf"
    assert (form.html, form.copies, form.sheets) == (None, 0, None)
    assert workshop.sheets == ()


def test_documents_stand_in_the_order_of_the_registry_with_the_default_first(
    make: Call, project: Path
) -> None:
    make(length="short")
    make()
    (workshop,) = view_of(project).workshops
    titles = [(document.title, document.variant) for document in workshop.documents]
    order = [edition.title for edition in EDITIONS.values()]
    assert titles == sorted(titles, key=lambda each: (order.index(each[0]), each[1]))
    assert ("Participant worksheets", "") in titles
    assert ("Participant worksheets", "short") in titles
    assert ("Pre-work", "short") in titles


def test_what_an_edit_has_overtaken_is_marked(make: Call, edit: Call, project: Path) -> None:
    make(length="short")
    edit("title: Asking a mentor", "title: Asking for a mentor")
    make()
    (workshop,) = view_of(project).workshops
    outdated = {document.variant: document.outdated for document in workshop.documents}
    assert outdated == {"": False, "short": True}


def test_what_is_gone_is_not_listed(make: Call, project: Path) -> None:
    make()
    (project / "build/small/participants/worksheets.html").unlink()
    (workshop,) = view_of(project).workshops
    assert "Participant worksheets" not in {document.title for document in workshop.documents}


def test_two_pages_make_a_sheet() -> None:
    counted = [sheets_of(pages, "worksheets") for pages in (1, 2, 3, 24, 25)]
    assert counted == [1, 1, 2, 12, 13]
    # What hangs on a wall has nothing on its back.
    assert sheets_of(12, "placards") == 12


def test_what_is_printed_on_larger_paper_is_counted_as_such(
    make: Call, edit: Call, project: Path
) -> None:
    edit(
        "\nagenda:\n",
        "\ncharts:\n  - {id: one, title: First, text: Ask.}\nagenda:\n",
    )
    make(formats=("html", "pdf"), editions=("run-of-show", "flip-charts-large"))
    make(formats=("html", "pdf"), editions=("flip-charts-large",), paper="a4")
    (workshop,) = view_of(project).workshops
    assert [each.paper for each in workshop.documents] == ["letter", "tabloid", "a3"]
    assert workshop.sheets == (("letter", 3), ("tabloid", 1), ("a3", 1))


def test_cards_that_have_a_sheet_each_in_large_print_are_not_cut(make: Call, project: Path) -> None:
    make(formats=("html", "pdf"), editions=("role-cards",))
    make(formats=("pdf",), editions=("role-cards",), large=True)
    (workshop,) = view_of(project).workshops
    assert [(each.variant, each.finish) for each in workshop.documents] == [
        ("", "cut"),
        ("large print", None),
    ]


def test_it_speaks_the_language_of_most_of_what_it_lists(make: Call, project: Path) -> None:
    index = project / "build" / "index.html"
    spanish = {"workshops": ("mentee-driven-relationship",), "language": "es", "length": "short"}
    make(**spanish, editions=("run-of-show",), paper="a4")
    said = index.read_text("utf-8")
    assert '<html lang="es">' in said
    assert "Sus cuadernos" in said
    assert "corta, A4, español" in said
    assert "Your packets" not in said
    make(editions=("run-of-show",))  # one of each: English
    said = index.read_text("utf-8")
    assert '<html lang="en-US">' in said
    assert '<b lang="es">' in said
