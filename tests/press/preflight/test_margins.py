from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Findings, Lines

MARK = ".mark { position: absolute; width: 5mm; height: 5mm; background: black }"
HEAD = "@page { @top-left { content: 'Head'; vertical-align: top; padding-top: %s } }"


@pytest.mark.parametrize(
    ("edge", "place"),
    [("upper", "top: -17mm"), ("right", "right: -17mm"), ("lower", "bottom: -17mm"),
     ("left", "left: -17mm")],
)  # fmt: skip
def test_text_near_any_edge_of_any_page_is_told(
    findings_of: Findings, lines: Lines, edge: str, place: str
) -> None:
    css = f".page {{ position: relative; height: 239mm; break-before: page }} b {{ {place} }}"
    body = f"<h1>First</h1>{lines(20)}<div class=page>{lines(20)}"
    placed = f"{body}<b style='position: absolute; line-height: 1'>Draft</b></div>"
    (problem,) = findings_of("unprintable", placed, css)
    assert problem.message.startswith("Page 2: “Draft” stands ")
    assert f"the {edge} edge" in problem.message
    assert findings_of("unprintable", placed, css.replace("-17mm", "-13mm")) == ()


def test_running_heads_count(findings_of: Findings, lines: Lines) -> None:
    (problem,) = findings_of("unprintable", f"<h1>T</h1>{lines(110)}", HEAD % "2mm")
    assert problem.message.startswith("Pages 1 to 3: “Head” stands 2 mm from the upper edge")
    assert "running heads" in problem.hint
    assert findings_of("unprintable", f"<h1>T</h1>{lines(110)}", HEAD % "7mm") == ()


def test_marks_without_words_count(findings_of: Findings) -> None:
    body = "<h1>T</h1><div class=mark></div>"
    (problem,) = findings_of("unprintable", body, f"{MARK} .mark {{ top: -15mm; left: 50mm }}")
    assert "A line, a frame or a picture stands 5 mm from the upper edge" in problem.message
    assert findings_of("unprintable", body, f"{MARK} .mark {{ top: -13mm; left: 50mm }}") == ()


def test_the_ground_of_a_whole_page_may_reach_its_edges(findings_of: Findings) -> None:
    css = ".mark { top: -20mm; left: -20mm; width: 215.9mm; height: %s }"
    body = "<h1>T</h1><div style='position: relative'><div class=mark></div></div>"
    css += " h1 { position: absolute }"
    assert findings_of("unprintable", body, MARK + css % "279.4mm") == ()
    assert len(findings_of("unprintable", body, MARK + css % "60mm")) == 3


def test_a_line_to_cut_along_may_run_off_the_paper(findings_of: Findings) -> None:
    body = "<h1>T</h1><div class=cut><p>text</p></div>"
    cut = ".cut { margin: 0 -20mm; border-top: 1pt dashed } p { margin: 0 20mm }"
    assert findings_of("unprintable", body, cut) == ()
    (problem,) = findings_of(
        "unprintable", body, f"{cut} .cut {{ position: absolute; top: -16mm }}"
    )
    assert "the upper edge" in problem.message


def test_a_word_too_long_for_the_paper_is_to_be_parted(findings_of: Findings) -> None:
    found = findings_of("unprintable", f"<h1>T</h1><div class=wide>{'word' * 25}</div>",
                        ".wide { width: 250mm }")  # fmt: skip
    assert [problem.hint for problem in found] == ["Part the long word with a hyphen or a space."]
