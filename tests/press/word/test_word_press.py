from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
SHEET = """
<header class="masthead"><p class="kind"><b>Worksheets</b></p><h1>Title</h1></header>
<section class="sheet"><h2>First part</h2><p>One <b>bold</b> &amp; <i>two</i>.</p>
<ul><li>a</li><li>b</li></ul><ol><li>c</li><li>d</li></ol><ol><li>e</li></ol></section>
"""


def test_it_is_a_document_of_styles(word: Call) -> None:
    made = word(SHEET)
    assert made.paragraphs("Title") == ["Title"]
    assert made.paragraphs("heading 1") == ["First part"]
    assert made.paragraphs("List Bullet") == ["a", "b"]
    assert made.paragraphs("List Number") == ["c", "d", "e"]
    assert made.document.paragraphs[0].style.name == "Kind"
    runs = next(p for p in made.document.paragraphs if p.text.startswith("One")).runs
    assert [(run.text, bool(run.bold), bool(run.italic)) for run in runs] == [
        ("One ", False, False),
        ("bold", True, False),
        (" & ", False, False),
        ("two", False, True),
        (".", False, False),
    ]


def test_each_numbered_list_counts_for_itself(word: Call) -> None:
    made = word(SHEET)
    numbers = [each.get(f"{W}val") for each in made.body.iter(f"{W}numId")]
    bullets, first, second = numbers[:2], numbers[2:4], numbers[4:]
    assert len(set(bullets)) == len(set(first)) == 1
    assert len({*bullets, *first, *second}) == 3


def test_a_list_begins_where_it_says(word: Call) -> None:
    made = word("<ol><li>a</li></ol><ol start='5'><li>b</li></ol>")
    starts = {
        each.getparent().getparent().get(f"{W}numId"): each.get(f"{W}val")
        for each in etree.fromstring(made.parts["word/numbering.xml"]).iter(f"{W}startOverride")
    }
    used = [each.get(f"{W}val") for each in made.body.iter(f"{W}numId")]
    assert [starts[number] for number in used] == ["1", "5"]


def test_what_is_said_of_the_document_stands_in_its_properties(word: Call) -> None:
    properties = word(SHEET).document.core_properties
    assert properties.title == "A title"
    assert properties.subject == "What it is"
    assert properties.language == "en-GB"
    assert properties.author == properties.last_modified_by == ""
    assert properties.created is properties.modified is None


@pytest.mark.parametrize(
    ("paper", "kind", "size"),
    [
        ("letter", "", (8.5, 11)),
        ("a4", "", (8.27, 11.69)),
        ("a4", "form", (8.27, 11.69)),
        ("letter", "sign-in", (11, 8.5)),
    ],
)
def test_the_paper_is_the_one_that_was_chosen(
    word: Call, paper: str, kind: str, size: tuple[float, float]
) -> None:
    section = word(SHEET, kind, paper).document.sections[0]
    assert (section.page_width.inches, section.page_height.inches) == pytest.approx(size, abs=0.01)


def test_running_heads_and_page_numbers(word: Call) -> None:
    section = word(SHEET).document.sections[0]
    assert section.different_first_page_header_footer
    assert section.header.paragraphs[0].text == "The workshop\tA document"
    assert section.first_page_header.paragraphs[0].text == ""
    for foot in (section.footer, section.first_page_footer):
        (line,) = foot.paragraphs
        assert line.text == "A foot\tpage 1 of 1"
        codes = [each.text.strip() for each in line._p.iter(f"{W}instrText")]
        assert codes == ["PAGE", "NUMPAGES"]
    assert word(SHEET, "cards").document.sections[0].footer.is_linked_to_previous


def test_the_same_page_gives_the_same_bytes(word: Call) -> None:
    made = word(SHEET)
    assert made.made.content == word(SHEET).made.content
    with zipfile.ZipFile(io.BytesIO(made.made.content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_head_rows_are_repeated_and_rows_have_their_height(word: Call) -> None:
    made = word(
        '<table class="fill"><thead><tr><th>What</th><th>When</th></tr></thead><tbody>'
        '<tr style="height: calc(14 * var(--u))"><th scope="row">x</th><td></td></tr>'
        "</tbody></table>"
    )
    (table,) = made.document.tables
    head, row = table.rows
    assert head._tr.find(f"{W}trPr/{W}tblHeader") is not None
    assert row._tr.find(f"{W}trPr/{W}tblHeader") is None
    assert row.height.mm == pytest.approx(14, abs=0.1)
    assert [cell.text for cell in head.cells] == ["What", "When"]


def test_what_is_printed_in_a_cell_leaves_a_line_to_write_on(word: Call) -> None:
    made = word(
        '<table class="fill"><tbody><tr><th scope="row">x</th><td class="with-room">Printed</td>'
        "<td>Full</td></tr></tbody></table>"
    )
    cells = made.document.tables[0].rows[0].cells
    assert [[each.text for each in cell.paragraphs] for cell in cells[1:]] == [
        ["Printed", ""],
        ["Full"],
    ]


def test_lines_to_write_on_are_no_underscores(word: Call) -> None:
    made = word(
        '<div class="lines"><div class="line"></div><div class="line"></div></div>'
        '<p class="slip-line"><b>By when</b><span class="slip-rule"></span></p>'
        '<p>Whom? <span class="write-in"></span></p>'
        '<div class="draw-box" style="height: calc(40 * var(--u))"></div>'
    )
    assert made.paragraphs("Writing Line") == ["", ""]
    assert made.paragraphs("Labeled Line") == ["By when"]
    assert "_" not in made.words
    leaders = [each.get(f"{W}leader") for each in made.body.iter(f"{W}tab")]
    assert "underscore" in leaders
    assert made.document.tables[0].rows[0].height.mm == pytest.approx(40, abs=0.1)


def test_boxes_to_tick_can_be_ticked_on_the_screen(word: Call) -> None:
    made = word(
        '<ul class="checklist"><li><span class="check"></span>one</li>'
        '<li class="blank"><span class="check"></span><span class="write-in wide"></span></li></ul>'
    )
    assert len(list(made.body.iter(f"{W14}checkbox"))) == 2
    assert "".join(made.body.itertext(f"{W}t")).count("\u2610") == 2
    assert made.paragraphs("Tick Line") == ["\u2610one", "\u2610"]


def test_links_lead_where_they_led(word: Call) -> None:
    made = word(
        '<nav class="contents"><h2>Contents</h2><ul><li><a href="#why-now">Why</a></li></ul></nav>'
        '<section id="why-now"><h2>Why</h2><p><a href="https://doi.org/10.1000/1">doi</a> '
        '<a href="file:///etc/passwd">no</a> <a href="#nowhere">none</a></p></section>'
    )
    names = [each.get(f"{W}name") for each in made.body.iter(f"{W}bookmarkStart")]
    anchors = [each.get(f"{W}anchor") for each in made.body.iter(f"{W}hyperlink")]
    assert names[0] in anchors
    assert any(names[0] in each.text for each in made.body.iter(f"{W}instrText"))
    addresses = [each._target for each in made.document.part.rels.values() if each.is_external]
    assert addresses == ["https://doi.org/10.1000/1"]
    assert made.words == "ContentsWhyWhydoi no none"


def test_labels_stand_beside_what_they_are_for(word: Call) -> None:
    made = word('<div class="row"><h3>Room</h3><div class="cell"><p>A large one.</p></div></div>')
    label, text = made.document.paragraphs
    assert label.style.name == "Side Heading"
    assert label._p.find(f"{W}pPr/{W}framePr") is not None
    assert text.style.name == "Body Text, at 39 mm"
    assert text.style.base_style.name == "Body Text"
    assert text.style.paragraph_format.left_indent.mm == pytest.approx(39, abs=0.1)


def test_a_sheet_in_small_stands_beside_what_is_said_of_it(word: Call) -> None:
    made = word(
        '<section class="small-sheet"><header class="case-head"><h3>Sheet</h3></header>'
        '<div class="sheet-notes"><div class="miniature-frame"><div class="miniature">'
        '<p>Small</p></div></div><div class="expects"><p>Expect</p></div></div></section>'
    )
    (table,) = made.document.tables
    (row,) = table.rows
    left, _gap, right = row.cells
    assert (left.text, right.text) == ("Small", "Expect")
    assert table.columns[0].width.mm < table.columns[2].width.mm


def test_a_slip_to_tear_off_has_a_sheet_of_its_own(word: Call) -> None:
    made = word('<p>before</p><section class="sheet with-slip"><p>slip</p></section><p>after</p>')
    kinds = [section.start_type for section in made.document.sections]
    assert [str(kind) for kind in kinds[1:]] == ["ODD_PAGE (4)", "ODD_PAGE (4)"]


def test_what_no_rule_knows_is_kept(word: Call) -> None:
    made = word(
        "bare <article><custom-thing>odd <u>words</u></custom-thing><blockquote>quoted"
        "<p>more</p>rest</blockquote></article><details><summary>sum</summary>hidden</details>"
        "<ul>stray<li>item</li></ul>"
        "<header class='case-head'><p class='case-label'>Alone</p></header>"
        "<div class='block-signatures'><div class='signature'><p>signed</p></div></div>"
        "<dl><dt>term</dt><dd>meaning</dd></dl>&#1;\u2028"
    )
    assert (
        made.words.replace("\u2028", "")
        == "bareodd wordsquotedmorerestsumhiddenstrayitemAlonesignedtermmeaning"
    )


def test_letters_of_any_script_are_kept(word: Call) -> None:
    words = "Ünïcödé 中文 العربية 😀 – “quoted” ½"
    assert word(f"<p>{words}</p>").words == words


def test_a_case_stays_with_its_questions(word: Call) -> None:
    case = (
        "<section class='cases'><h2>Cases</h2><section class='case'><h3>Late</h3>"
        "<div class='premise'><p>One.</p><p>Two.</p></div>"
        "<ol class='questions'><li>Why?</li><li>Now?</li></ol></section><p>After</p></section>"
    )
    made = word(case)
    kept = {
        each.text: each._p.pPr.find(f"{W}keepNext") is not None
        for each in made.document.paragraphs
        if each.text not in {"Cases", "Late"}  # headings keep by their style
    }
    assert kept == {"One.": True, "Two.": True, "Why?": True, "Now?": False, "After": False}


def test_what_one_will_do_and_ones_own_words_stand_on_one_page(word: Call) -> None:
    made = word(
        "<section class='form-section commitment'><h2>Do</h2><div class='question'><p>What?</p>"
        "<table><tr><td>in a table</td></tr></table><p class='slip-line'></p></div></section>"
        "<section class='form-section open'><h2>Say</h2><div class='question'><p>Why?</p>"
        "<div class='lines'><div class='line'></div><div class='line'></div></div></div></section>"
        "<p>Thanks</p>",
        "form",
    )
    *before, last, _ = [
        each
        for each in made.body.iter(f"{W}p")
        if each.find(f"{W}pPr/{W}pStyle").get(f"{W}val") not in {"Heading1", "FormSection"}
    ]
    assert all(each.find(f"{W}pPr/{W}keepNext") is not None for each in before)
    assert last.find(f"{W}pPr/{W}keepNext") is None
