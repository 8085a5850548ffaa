"""Agreement, meeting log and learning plan as documents of their own, as they come out."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import Literal

import pytest
from page import validate_pdf_bytes
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from kit.definitions.blocks.agreed import AgreedBlock
from kit.definitions.blocks.table import TableBlock
from kit.editions.edition import Side
from kit.editions.own_documents import OWN_DOCUMENTS
from kit.editions.registry import CORE_NAMES, EDITIONS, copies_of
from kit.editions.setting import Setting
from kit.errors import KitError
from kit.library import Library
from kit.pipeline.sessions import sessions_of
from kit.press.engine import Press
from kit.reading.workshop import LoadedWorkshop, load_workshops
from kit.rendering.render import Renderer
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import tailor

pytestmark = pytest.mark.xdist_group("own-documents")

LIBRARY = Library(None, Path(__file__).resolve().parents[2])
NAMES = tuple(each.name for each in OWN_DOCUMENTS)
RHYTHM = "Once a month, in the library"
CHANGED = """\
kit: 1
title: Try cohort
sessions:
  - {id: a, workshop: mentoring-mosaic}
workshops:
  mentoring-mosaic:
    leave_out: [plan-document]
    change:
      agreement-document:
        title: Our compact
"""
MOST = {"mentoring-agreement": 2, "meeting-log": 3, "learning-plan": 3}


@cache
def loaded(name: str) -> LoadedWorkshop:
    (made,), problems = load_workshops(LIBRARY, [name])
    assert not problems
    return made


@cache
def printed(
    edition: str,
    paper: Literal["letter", "a4"] = "letter",
    *,
    filled: bool = False,
    fill: bool = False,
    large: bool = False,
) -> PdfReader:
    terms = {"mentor": "advisor", "meeting_rhythm": RHYTHM} if filled else {}
    kind = EDITIONS[edition]
    view = kind.view(
        tailor(loaded("mentoring-mosaic"), Choice(terms=terms)),
        Setting(fillable=fill, large=large),
    )
    page = Renderer(LIBRARY.folders("templates")).render(kind, view, paper, fillable=fill)
    made = Press(LIBRARY.roots).print(
        page.print_html, page.stylesheet, LIBRARY.bundled, fillable=fill
    )
    assert made.problems == ()
    assert not fill or validate_pdf_bytes(made.pdf, profile="ua1").failures == []
    return PdfReader(io.BytesIO(made.pdf))


def text_of(pdf: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def fields_of(pdf: PdfReader) -> list[str]:
    return [name for name, each in (pdf.get_fields() or {}).items() if "/FT" in each]


def widgets_of(pdf: PdfReader) -> dict[str, tuple[int, float, float, float, float]]:
    """Say of each widget, by its words, on which page it is, and where."""
    return {
        note["/TU"]: (number, *(float(each) for each in note["/Rect"]))
        for number, page in enumerate(pdf.pages)
        for note in (each.get_object() for each in page.get("/Annots", ()))
        if note.get("/Subtype") == "/Widget"
    }


def line_of(pdf: PdfReader, words: str) -> tuple[int, float, float]:
    """Say on which page words begin, and their left and lower edge."""
    with PdfDocument(pdf.stream) as document:
        for number, page in enumerate(document):
            texts = page.get_textpage()
            if found := texts.search(words).get_next():
                left, bottom, _, _ = texts.get_charbox(found[0])
                return number, left, bottom
    raise AssertionError(words)


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("edition", NAMES)
def test_each_is_a_few_pages_without_warnings(edition: str, paper: Literal["letter", "a4"]) -> None:
    assert len(printed(edition, paper).pages) <= MOST[edition]


def test_what_a_cohort_fills_in_is_printed_in_its_place() -> None:
    for edition in ("mentoring-agreement", "meeting-log"):
        assert RHYTHM not in text_of(printed(edition))
        assert RHYTHM in text_of(printed(edition, filled=True))
    assert "The advisor will" in text_of(printed("mentoring-agreement", filled=True))


def test_what_it_fills_in_has_a_field_below_and_the_rest_is_one() -> None:
    for edition in NAMES:
        empty, filled = (printed(edition, filled=each, fill=True) for each in (False, True))
        words = [each.replace("mentor", "advisor") for each in fields_of(empty)]
        assert words == fields_of(filled), edition
        assert len(words) > 20, edition
    for large in (False, True):
        made = printed("mentoring-agreement", filled=True, fill=True, large=large)
        page, _, words_at = line_of(made, RHYTHM.split(",", maxsplit=1)[0])
        asks = "Meetings: how often, how long, where, who sets them up: We agree: what we add"
        on, left, bottom, right, top = widgets_of(made)[asks]
        assert on == page
        assert top < words_at
        assert top - bottom > 15
        assert right - left > 200


@pytest.mark.parametrize("large", [False, True])
def test_an_agreement_is_signed_and_dated_where_it_is_filled_in(large: bool) -> None:
    made = printed("mentoring-agreement", fill=True, large=large)
    lines = [each for each in fields_of(made) if each.startswith("agreement-names/")]
    assert lines == [
        f"agreement-names/Signature: {who}{what}"
        for who in ("mentee", "mentor")
        for what in ("", "/Date")
    ]
    places = widgets_of(made)
    order = list(places)
    asked = [
        "Signature: mentee: type the name to sign",
        "Signature: mentee: Date",
        "Signature: mentor: type the name to sign",
        "Signature: mentor: Date",
    ]
    # Tabs come to them after the rules, and before the reviews.
    assert order[order.index(asked[0]) :][:4] == asked
    assert "What the two of us add" in order[order.index(asked[0]) - 1]
    for signed, dated in (asked[:2], asked[2:]):
        page, left, bottom, right, top = places[signed]
        assert (page, bottom, top) == (places[dated][0], places[dated][2], places[dated][4])
        assert right < places[dated][1]
        assert right - left > 140
        assert top - bottom > 15
        words = line_of(made, signed.rpartition(":")[0])
        # Above the words, or below them in large print.
        assert words[0] == page
        assert (top <= words[2]) if large else (bottom > words[2])
        assert abs(left - words[1]) < 4


def test_a_long_rule_has_the_more_room_in_large_print() -> None:
    edition = EDITIONS["mentoring-agreement"]
    widths = []
    for rule in ("Once a month", "Once a month, in the library. " * 12):
        tailored = tailor(loaded("mentoring-mosaic"), Choice(terms={"meeting_rhythm": rule}))
        view = edition.view(tailored, Setting(large=True))
        html = Renderer(LIBRARY.folders("templates")).render(edition, view, "letter").print_html
        widths.append("width: 28%" in html)
    assert widths == [False, True]


def test_goals_can_be_typed_where_an_agreement_is_filled_in() -> None:
    fields = printed("mentoring-agreement", fill=True).get_fields() or {}
    assert [fields[f"agreement-goals/own {n}/Our goals"]["/TU"] for n in (1, 2, 3)] == [
        f"Row {n}: Our goals" for n in (1, 2, 3)
    ]
    sheet = next(
        each
        for each in tailor(loaded("managing-up"), Choice()).worksheets
        if each.id == "mentoring-agreement"
    )
    purpose = next(block for block in sheet.blocks if block.id == "agreement-purpose")
    # Its first column is printed, and room to write stands beside it.
    assert isinstance(purpose, TableBlock)
    assert [column.title for column in purpose.columns][1:] == ["In our words, and by when"]


def test_they_are_the_participants_and_not_made_unless_asked_for() -> None:
    made = tailor(loaded("mentoring-mosaic"), Choice())
    for edition in OWN_DOCUMENTS:
        assert edition.side is Side.PARTICIPANTS
        assert edition.name not in CORE_NAMES
    copies = [copies_of(each, made, Setting(participants=12)) for each in OWN_DOCUMENTS]
    assert copies == [24, 12, 12]


def test_every_workshop_can_hand_them_out() -> None:
    for name in LIBRARY.workshop_names():
        made = tailor(loaded(name), Choice())
        assert all(each.view(made, Setting()) for each in OWN_DOCUMENTS), name


@pytest.mark.parametrize(
    ("cohort", "said"),
    [
        ("interns-2027", ("Once a month for 30 minutes",)),
        ("mentors-and-mentees-2027", ("Once a month, 45 minutes", "the ombuds office")),
        # As its plan has it.
        ("research-mentees-2027", ("every two weeks, half an hour", "within ten days", "October")),
    ],
)
def test_the_agreement_of_an_example_has_the_rules_of_its_cohort(
    cohort: str, said: tuple[str, ...]
) -> None:
    ready = sessions_of(cohort, (), LIBRARY)[0]
    blocks = ready.tailored.documents["agreement-document"].blocks
    rules = next(block for block in blocks if isinstance(block, AgreedBlock) and block.heads)
    agreed = [row.agreed for row in rules.rows if row.agreed]
    assert all(any(words in each for each in agreed) for words in said), agreed


def test_a_term_of_a_document_need_not_be_declared_and_another_is_refused() -> None:
    assert "reply_time" not in loaded("mentoring-mosaic").workshop.terms
    tailor(loaded("mentoring-mosaic"), Choice(terms={"reply_time": "a day"}))
    with pytest.raises(KitError, match="reply_tim"):
        tailor(loaded("mentoring-mosaic"), Choice(terms={"reply_tim": "a day"}))


def test_a_cohort_changes_them_by_id_and_leaves_them_out(tmp_path: Path) -> None:
    folder = tmp_path / "workshops" / "cohorts"
    folder.mkdir(parents=True)
    (folder / "c.yaml").write_text(CHANGED, encoding="utf-8")
    ready = sessions_of("c", (), Library(tmp_path, LIBRARY.bundled))
    documents = ready[0].tailored.documents
    assert documents["agreement-document"].title == "Our compact"
    assert "plan-document" not in documents
    assert EDITIONS["learning-plan"].view(ready[0].tailored, Setting()) is None
