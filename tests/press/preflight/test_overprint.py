from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.errors import Severity

if TYPE_CHECKING:
    from conftest import Findings, Lines

HEAD = "@page { @top-left { content: 'Table 7'; vertical-align: bottom } }"
LABEL = ".label { position: absolute; left: 0; top: 4mm; margin: 0 }"


@pytest.mark.parametrize(
    ("css", "body"),
    [
        ("section { position: relative } " + LABEL,
         "<section><p>A line.<br>The name</p><b class=label>Table 7</b></section>"),
        (".up { margin-top: -4mm }", "<p>The name</p><p class=up>Table 7</p>"),
        (".on { margin-left: -12mm }", "<p>The name <span class=on>Table 7</span></p>"),
        ("div p { line-height: 1.5mm !important }", "<p>The name<br>Table 7</p>"),
        (f"{HEAD} .up {{ margin-top: -5mm }}",
         "<p class=up>The name</p>"),
    ],
    ids=["placed", "lifted", "drawn-left", "lines", "running-head"],
)  # fmt: skip
def test_words_over_words_are_told_with_their_page(
    findings_of: Findings, lines: Lines, css: str, body: str
) -> None:
    page = f"<div style='break-before: page'>{body}</div>{lines(30)}"
    (problem,) = findings_of("overprint", f"<h1>Cards</h1>{lines(30)}{page}", css)
    assert problem.severity is Severity.WARNING
    assert problem.message.startswith("Page 2: ")
    assert "The name" in problem.message
    assert "Table 7" in problem.message


def test_more_of_a_page_are_counted(findings_of: Findings, lines: Lines) -> None:
    (problem,) = findings_of(
        "overprint", f"<h1>T</h1>{lines(4)}", "p { margin-top: -3mm !important }"
    )
    assert problem.message.endswith(" and so are 3 more.")


@pytest.mark.parametrize(
    ("css", "body"),
    [
        ("p { line-height: 1 !important }", "<p>jumpy glyphs<br>ÅÉ Things<br>jumpy glyphs</p>"),
        (".in { display: inline-block }", "<p>One <span class=in>label</span> of many words</p>"),
        ("sup, sub { line-height: 0 }", "<p>x<sup>2</sup> and y<sub>1</sub>, T<i>f</i></p>"),
        (".turned { transform: rotate(90deg) }",
         "<p>Some words</p><div class=turned style='margin-top: -5mm'><p>Turned words</p></div>"),
        ("b { float: right }", "<p><b>At the right</b>Some words at the left</p>"),
        ("b { visibility: hidden; position: absolute; left: 20mm }",
         "<p><b>Some words</b>Some words at the left</p>"),
        ("td { padding: 0 }", "<table><tr><td>One<td>Two<tr><td>Three<td>Four</table>"),
    ],
    ids=["close-lines", "inline-block", "raised", "turned", "float", "hidden", "table"],
)  # fmt: skip
def test_what_stands_close_is_not_told(findings_of: Findings, css: str, body: str) -> None:
    assert findings_of("overprint", f"<h1>T</h1>{body}", css) == ()
