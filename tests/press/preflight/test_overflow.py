from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.errors import Severity

if TYPE_CHECKING:
    from conftest import Findings, Lines

CARD = ".card { height: 60mm; border: 1pt solid } .page { break-before: page }"


def test_a_card_with_too_much_text_is_named_with_its_page_and_how_much_is_too_much(
    findings_of: Findings, lines: Lines
) -> None:
    full = f"<div class=card><h2>The short case</h2>{lines(11)}</div>"
    over = (
        f"<div class='card page'><h2>The long case</h2>{lines(14)}<p>the very last words</p></div>"
    )
    (problem,) = findings_of("text-overflow", f"<h1>Cards</h1>{full}{lines(30)}{over}", CARD)
    assert problem.severity is Severity.WARNING
    assert problem.message.startswith("Page 2: “The long case”")
    assert "A line of text." in problem.message
    # Four lines are below the edge: three of four words, and one more of four.
    assert problem.hint == "Shorten its text by about 20 words."
    assert findings_of("text-overflow", f"<h1>Cards</h1>{full}{full}", CARD) == ()


def test_a_card_that_goes_on_to_the_next_page_is_too_full(
    findings_of: Findings, lines: Lines
) -> None:
    css = ".card { height: 117mm; border: 1pt solid }"
    card = f"<div class=card><h2>Second</h2>{lines(26)}</div>"
    body = f"<div class=card><h1>First</h1>{lines(10)}</div>{card}{lines(60)}"
    (problem,) = findings_of("text-overflow", body, css)
    assert problem.message.startswith("Page 1: “Second”")


@pytest.mark.parametrize(
    ("css", "body"),
    [
        (".box { max-height: 8mm }", "<div class=box>one<br>two<br>three</div>"),
        (".box { height: 8mm; overflow: hidden }", "<div class=box>one<br>two<br>three</div>"),
        (
            ".box { height: 8mm; position: relative } b { position: absolute; bottom: 0; left: 0 }",
            "<div class=box><b>one<br>two<br>three</b></div>",
        ),
        (".box { height: 20mm; padding-bottom: 15mm; box-sizing: border-box }",
         "<div class=box>one<br>two<br>three</div>"),
        (".box { display: inline-block; height: 5mm; width: 20mm }",
         "<p><span class=box>one<br>two<br>three</span></p>"),
    ],
    ids=["highest", "hidden", "placed", "padding", "inline"],
)  # fmt: skip
def test_every_box_of_a_fixed_height_counts(findings_of: Findings, css: str, body: str) -> None:
    (problem,) = findings_of("text-overflow", f"<h1>T</h1>{body}", css)
    assert "has more text than its card or box has room for" in problem.message
    more = css.replace("8mm", "18mm").replace(": 20mm; padding", ": 35mm; padding")
    more = more.replace("height: 5mm", "height: 16mm")
    assert findings_of("text-overflow", f"<h1>T</h1>{body}", more) == ()


def test_what_a_style_places_elsewhere_does_not_count(findings_of: Findings) -> None:
    css = ".box { height: 6mm } b { position: absolute; top: 60mm }"
    assert findings_of("text-overflow", "<h1>T</h1><div class=box>one <b>far</b></div>", css) == ()


@pytest.mark.parametrize("css", ["html, body { height: 100% }", "body { height: 200mm }"])
def test_the_whole_document_has_no_height_to_overflow(
    findings_of: Findings, lines: Lines, css: str
) -> None:
    assert findings_of("text-overflow", f"<h1>T</h1>{lines(70)}", css) == ()


def test_a_row_of_a_table_grows_with_its_text(findings_of: Findings) -> None:
    body = "<h1>T</h1><table><tr><th>A<tr><td>one<br>two<br>three</table>"
    assert findings_of("text-overflow", body, "tr, td, table { height: 5mm }") == ()


def test_a_word_that_is_wider_than_its_cell_is_named(findings_of: Findings) -> None:
    css = "table { width: 60mm; table-layout: fixed; border-collapse: collapse }"
    table = "<h1>T</h1><table><tr><th>Role<th>Name<tr><td>{}<td>x</table>"
    (problem,) = findings_of("wide-word", table.format("Psychoneuroimmunologically"), css)
    assert problem.message.startswith("Page 1: “Psychoneuroimmunologically” is ")
    assert "hyphen" in problem.hint
    assert findings_of("wide-word", table.format("psycho- neuro- immunology"), css) == ()


def test_several_wide_words_of_a_page_are_told_together(findings_of: Findings) -> None:
    css = "table { width: 30mm; table-layout: fixed; border-collapse: collapse }"
    words = [f"Psychoneuroimmunological{end}" for end in ("ly", "", "s", "ity", "ism")]
    rows = "".join(f"<tr><td>{word}<td>x" for word in words)
    (problem,) = findings_of("wide-word", f"<h1>T</h1><table><tr><th>A<th>B{rows}</table>", css)
    assert " and 2 more are " in problem.message
