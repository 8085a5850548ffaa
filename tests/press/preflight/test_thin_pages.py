from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Findings, Lines

OWN_PAGE = ".own { break-before: page }"
RING = (
    "<svg xmlns='http://www.w3.org/2000/svg' style='display: block; width: 60mm; height: 60mm'>"
    "<title>A ring</title><circle r='9'/></svg>"
)


def test_a_last_page_with_a_few_lines_is_told_with_how_much_would_save_it(
    findings_of: Findings, lines: Lines
) -> None:
    (problem,) = findings_of("thin-page", f"<h1>T</h1>{lines(46)}{lines(3, 'The rest of it.')}")
    assert problem.message == (
        "Page 2 holds next to nothing: “The rest of it. The rest of it. The rest of it.”."
    )
    assert problem.hint.startswith("Shorten what stands before it by about 15 mm (3 lines)")
    assert findings_of("thin-page", f"<h1>T</h1>{lines(58)}") == ()


def test_a_page_of_its_own_with_a_line_on_it_is_told(findings_of: Findings, lines: Lines) -> None:
    body = f"<h1>T</h1>{lines(20)}<p class=own>Alone.</p><div class=own>{lines(20)}</div>"
    (problem,) = findings_of("thin-page", body, OWN_PAGE)
    assert problem.message.startswith("Page 2 holds next to nothing: “Alone.”")


def test_an_empty_page_is_told(findings_of: Findings, lines: Lines) -> None:
    body = f"<h1>T</h1>{lines(20)}<div class=own></div><div class=own>{lines(20)}</div>"
    (problem,) = findings_of("thin-page", body, OWN_PAGE)
    assert problem.message == "Page 2 is empty."


@pytest.mark.parametrize(
    "sheet",
    ["<div class='own line'></div>" + "<div class=line></div>" * 6,
     "<div class=own style='height: 60mm; border: 1pt solid'></div>",
     "<table class=own>" + "<tr><td style='height: 12mm; border: 1pt solid'></td></tr>" * 4
     + "</table>",
     f"<div class=own>{RING}</div>"],
    ids=["lines", "box", "grid", "figure"],
)  # fmt: skip
def test_lines_boxes_grids_and_figures_are_something(
    findings_of: Findings, lines: Lines, sheet: str
) -> None:
    css = f"{OWN_PAGE} .line {{ height: 8.5mm; border-bottom: .6pt solid }}"
    body = f"<h1>T</h1>{lines(20)}{sheet}<div class=own>{lines(20)}</div>"
    assert findings_of("thin-page", body, css) == ()


def test_a_page_left_blank_before_a_right_hand_one_is_meant(
    findings_of: Findings, lines: Lines
) -> None:
    css = ".right { break-before: recto } @page :blank { @top-center { content: 'Blank' } }"
    body = f"<h1>T</h1>{lines(20)}<div class=right>{lines(20)}</div>"
    assert findings_of("thin-page", body, css) == ()


def test_a_page_that_says_it_is_blank_on_purpose_is_meant(
    findings_of: Findings, lines: Lines
) -> None:
    said = "<p class=own>This page is blank on purpose</p>"
    rest = f"<div class=own>{lines(20)}</div>"
    meant = f"<main data-blank='This page is blank on purpose'><h1>T</h1>{lines(20)}{said}{rest}"
    assert findings_of("thin-page", meant, OWN_PAGE) == ()
    assert findings_of("thin-page", meant.replace("data-blank", "data-other"), OWN_PAGE) != ()


def test_a_document_of_one_page_may_be_short(findings_of: Findings) -> None:
    assert findings_of("thin-page", "<h1>T</h1><p>Two words.</p>") == ()


SHEET = "<section class=own><h2>My plan</h2>{}</section>"


def test_a_worksheet_that_runs_over_by_a_little_is_named(
    findings_of: Findings, lines: Lines
) -> None:
    before, after = f"<h1>T</h1>{lines(20)}", f"<div class=own>{lines(20)}</div>"
    sheet = SHEET.format(lines(46) + lines(4, "Over."))
    (problem,) = findings_of("spills-over", before + sheet + after, OWN_PAGE)
    assert problem.message.startswith("Page 3: “My plan” runs over its page by a little: “Over. ")
    assert problem.hint.startswith("Take about 20 mm (4 lines) away")
    assert findings_of("spills-over", before + SHEET.format(lines(46)) + after, OWN_PAGE) == ()
    half = before + SHEET.format(lines(66)) + after
    assert findings_of("spills-over", half, OWN_PAGE) == ()


def test_a_worksheet_that_runs_over_by_three_lines_to_write_on_is_named(
    findings_of: Findings, lines: Lines
) -> None:
    ruled = "<div class=line></div>" * 29
    css = f"{OWN_PAGE} .line {{ height: 8.5mm; border-bottom: .6pt solid }}"
    body = f"<h1>T</h1>{lines(20)}{SHEET.format(ruled)}<div class=own>{lines(20)}</div>"
    (problem,) = findings_of("spills-over", body, css)
    assert problem.message == (
        "Page 3: “My plan” runs over its page by a little: lines to write on."
    )
    assert "30 mm away" in problem.hint


def test_where_other_text_follows_the_page_is_put_to_use(
    findings_of: Findings, lines: Lines
) -> None:
    body = f"<h1>T</h1>{lines(20)}{SHEET.format(lines(50))}<div>{lines(20)}</div>"
    assert findings_of("spills-over", body, OWN_PAGE) == ()


def test_in_large_print_pages_end_where_they_end_but_not_after_a_line(
    findings_of: Findings, lines: Lines
) -> None:
    some, few = (f"<h1>T</h1>{lines(46)}{lines(n, 'The rest of it.')}" for n in (6, 2))
    assert findings_of("thin-page", f"<main>{some}</main>")
    assert findings_of("thin-page", f"<main data-large=yes>{some}</main>") == ()
    assert findings_of("thin-page", f"<main data-large=yes>{few}</main>")
