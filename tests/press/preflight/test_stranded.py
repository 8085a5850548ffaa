from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Findings, Lines

LOOSE = "h2 { break-after: auto } p.tall { break-inside: avoid; height: 30mm }"


@pytest.mark.parametrize(
    "heading",
    ["<h2>The last</h2>", "<section><h2>The last</h2></section>",
     "<div><h2>The last</h2><div style='border: 1pt solid'></div></div>"],
)  # fmt: skip
def test_a_heading_at_the_foot_of_a_page_is_told(
    findings_of: Findings, lines: Lines, heading: str
) -> None:
    body = f"<h1>T</h1>{lines(44)}{heading}<p class=tall>What belongs to it.</p>{lines(10)}"
    (problem,) = findings_of("stranded-heading", body, LOOSE)
    assert "Page 1 ends with the heading “The last”" in problem.message
    assert "begins on page 2" in problem.message
    kept = f"{LOOSE} h2, h2 + div {{ break-after: avoid }}"
    assert findings_of("stranded-heading", body, kept) == ()


def test_a_heading_with_a_line_below_it_is_not(findings_of: Findings, lines: Lines) -> None:
    body = f"<h1>T</h1>{lines(44)}<h2>The last</h2>{lines(12)}"
    assert findings_of("stranded-heading", body) == ()


def test_what_is_said_between_heading_and_text_goes_with_it(
    findings_of: Findings, lines: Lines
) -> None:
    lead = "<p class=lead>Think of:</p>"
    body = f"<h1>T</h1>{lines(44)}<h2>The last</h2>{lead}<p class=tall>a</p>{lines(10)}"
    css = f"{LOOSE} .lead {{ break-after: avoid }}"
    (problem,) = findings_of("stranded-heading", body, css)
    assert "“The last”" in problem.message


def test_a_page_that_a_style_ends_may_end_with_a_heading(
    findings_of: Findings, lines: Lines
) -> None:
    title = "<h1>A title page</h1><div style='height: 200mm; border: 1pt solid'></div>"
    body = f"{title}<h2>Part one</h2><div style='break-before: page'>{lines(20)}</div>"
    assert findings_of("stranded-heading", body) == ()


def test_a_text_that_leads_on_has_begun_where_it_is_broken(
    findings_of: Findings, lines: Lines
) -> None:
    words = "It goes on over the end of the page. " * 30
    body = f"<h1>T</h1>{lines(40)}<h2>The last</h2><p class=lead>{words}</p>{lines(10)}"
    css = f"{LOOSE} .lead {{ break-after: avoid }}"
    assert findings_of("stranded-heading", body, css) == ()
